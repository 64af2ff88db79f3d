//! What the app is asked to open with: a reservation, or text or a link with one in it. It fills the form, and never
//! sends.

use crate::domain::{ReservationId, ReservationIdError};

/// Longer than any line of a booking system.
const LONGEST: usize = 2000;
const SCHEME: &str = "resend-reservation:";

/// The text for the box. A link is taken as it comes, since a click must not end in nothing; a word on the command line
/// without a number in it is a slip.
pub fn read(text: &str) -> Result<String, &'static str> {
    let link = text.get(..SCHEME.len()).filter(|start| start.eq_ignore_ascii_case(SCHEME));
    let rest = link.map_or(text, |scheme| text[scheme.len()..].trim_matches('/'));
    // A box of one line would glue lines together, and a number to the word after it.
    let found: String = rest.trim().chars().map(|c| if is_line_end(c) { ' ' } else { c }).take(LONGEST).collect();
    let has_none = matches!(ReservationId::parse(&found), Err(ReservationIdError::NoId | ReservationIdError::Missing));
    if link.is_none() && has_none { Err("there is no reservation number in it") } else { Ok(found) }
}

fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_a_link_of_ours_and_any_text_with_a_number_open_the_form() {
        for (given, box_holds) in [
            ("RES3633019929", "RES3633019929"),
            ("resend-reservation:RES3633019929", "RES3633019929"),
            ("resend-reservation://RES3633019929/", "RES3633019929"),
            ("Resend-Reservation:res3633019929", "res3633019929"),
            ("ref. RES3633019929, Kari", "ref. RES3633019929, Kari"),
            (
                "https://go.frontpayment.no/reservations/details/RES3633019929",
                "https://go.frontpayment.no/reservations/details/RES3633019929",
            ),
            ("RES3633019929\n412 34 567\r\n", "RES3633019929 412 34 567"),
            ("resend-reservation:", ""),
            ("resend-reservation:nothing", "nothing"),
        ] {
            assert_eq!(read(given).as_deref(), Ok(box_holds), "{given}");
        }
    }

    #[test]
    fn a_word_without_a_number_is_a_slip() {
        for given in ["tokn", "", "--", "12", "å"] {
            assert!(read(given).is_err(), "{given}");
        }
    }

    #[test]
    fn a_text_without_end_is_cut() {
        let long = format!("resend-reservation:RES3633019929 {}", "æ".repeat(10_000));
        assert_eq!(read(&long).map(|text| text.chars().count()), Ok(LONGEST));
    }
}

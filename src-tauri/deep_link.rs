//! Deep links, and other requests to open the app with a reservation: an id, or text or a link with one in it. It fills
//! the form, and never sends.

use std::borrow::Cow;

use crate::domain::{ReservationId, ReservationIdError, on_one_line, percent_decoded};

/// The most characters that are taken: longer than any line of a booking system.
const LONGEST: usize = 2000;
const SCHEME: &str = "resend-reservation:";

/// Parses a deep link or an argument into the text for the box. A link is taken as it comes, since a click must not end
/// in nothing; a word on the command line without a number in it is a slip.
pub fn read(text: &str) -> Result<String, &'static str> {
    let link = text.get(..SCHEME.len()).filter(|start| start.eq_ignore_ascii_case(SCHEME));
    let given = match link {
        // Whoever writes a link writes its spaces as `%20`.
        Some(scheme) => {
            let rest = text[scheme.len()..].trim_matches('/');
            percent_decoded(rest).map_or(Cow::Borrowed(rest), Cow::Owned)
        }
        None => Cow::Borrowed(text),
    };
    // A box of one line would glue lines together, and a number to the word after it.
    let found: String = on_one_line(&given).chars().take(LONGEST).collect();
    let has_none = matches!(ReservationId::parse(&found), Err(ReservationIdError::NoId | ReservationIdError::Missing));
    if link.is_none() && has_none { Err("there is no reservation number in it") } else { Ok(found) }
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
            ("RES3633019929\n412 34 567\r\n", "RES3633019929↵412 34 567"),
            ("RES347888404\t2\n", "RES347888404\t2"),
            ("RES347888404\u{2028}2", "RES347888404↵2"),
            ("resend-reservation:RES%203633%20019%20929", "RES 3633 019 929"),
            ("resend-reservation://RES347888404%0D%0A2", "RES347888404↵2"),
            (
                "resend-reservation:https%3A%2F%2Fgo.frontpayment.no%2Fr%2FRES3633019929%3Fx%3D1",
                "https://go.frontpayment.no/r/RES3633019929?x=1",
            ),
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

//! Ids of a known kind inside other text.
//!
//! The prefix must be one we know and the whole a word of its own, so "Tlf 95321987", "kr 1250" and
//! "ORDRES123456789" are no ids. Every id seen has nine or ten digits. Written together (`RES123456`),
//! six are enough; written apart (`RES-3633019929`, "res 3633 019 929") it must be nine or ten, since
//! "RES 2", "CAP 10" and another system's "Res. 123456" are no ids of ours.

use super::Prefix;

const FEWEST_DIGITS: usize = 6;
const MOST_DIGITS: usize = 20;
const SEEN_DIGITS: std::ops::RangeInclusive<usize> = 9..=10;

/// Every known id in the text, in the order they stand.
pub(super) fn ids(text: &str) -> Vec<(Prefix, &'static str, String)> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let word = &rest[start..];
        let letters = run(word, |c| c.is_ascii_alphabetic());
        if let Some((name, prefix)) = Prefix::known(letters)
            && let Some(digits) = number(&word[letters.len()..])
        {
            found.push((prefix, name, digits));
        }
        rest = &word[run(word, char::is_alphanumeric).len()..];
    }
    found
}

/// The number that follows a prefix, if it is one that can be told for certain.
fn number(after_prefix: &str) -> Option<String> {
    let digits_on = after_prefix.trim_start_matches(is_separator);
    let together = digits_on.len() == after_prefix.len();
    let first = digits(digits_on)?;
    let joined = join(first, &digits_on[first.len()..]);
    if joined.len() == first.len() {
        let enough = if together {
            (FEWEST_DIGITS..=MOST_DIGITS).contains(&first.len())
        } else {
            SEEN_DIGITS.contains(&first.len())
        };
        return enough.then_some(joined);
    }
    // `RES363301 9929`: a short id with a number after it, or one id with a gap? Nobody can tell.
    let ambiguous = together && first.len() >= FEWEST_DIGITS;
    (!ambiguous && SEEN_DIGITS.contains(&joined.len())).then_some(joined)
}

/// The first group of digits with the groups after it, for as long as an id can go on.
fn join(first: &str, mut rest: &str) -> String {
    let mut joined = first.to_owned();
    while let Some(group) = rest.strip_prefix([' ', '-']).and_then(digits)
        // A lone digit is a number of guests or a line number.
        && group.len() > 1
        && joined.len() + group.len() <= *SEEN_DIGITS.end()
    {
        joined.push_str(group);
        rest = &rest[1 + group.len()..];
    }
    joined
}

/// The digits that the text begins with, unless they run on into letters.
fn digits(text: &str) -> Option<&str> {
    let digits = run(text, |c| c.is_ascii_digit());
    let ends = !text[digits.len()..].starts_with(char::is_alphanumeric);
    (!digits.is_empty() && ends).then_some(digits)
}

/// Not `+`: what follows it is a phone number.
fn is_separator(c: char) -> bool {
    matches!(c, ' ' | '-' | '\u{2010}'..='\u{2015}' | '.' | ':' | '#' | '_')
}

fn run(text: &str, belongs: impl Fn(char) -> bool) -> &str {
    &text[..text.find(|c| !belongs(c)).unwrap_or(text.len())]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        ids(text).into_iter().map(|(_, name, digits)| format!("{name}{digits}")).collect()
    }

    #[test]
    fn ids_are_found_in_the_order_they_stand() {
        assert_eq!(found("Order ODR1649249709 (res 3633 019 929)"), ["ODR1649249709", "RES3633019929"]);
    }

    #[test]
    fn a_phone_number_after_a_spaced_id_is_left_alone() {
        assert_eq!(found("RES 3633 019 929 412 34 567"), ["RES3633019929"]);
    }

    #[test]
    fn a_gap_that_could_be_two_numbers_is_not_guessed_at() {
        assert_eq!(found("Ring om RES363301 9929"), [""; 0]);
    }
}

//! Finds ids of a known kind inside other text.
//!
//! The prefix must be one we know and the whole a word of its own, so "Tlf 95321987", "kr 1250" and
//! "ORDRES123456789" are no ids. Every id seen has nine or ten digits. Written together (`RES123456`),
//! six are enough; written apart (`RES-3633019929`, "res 3633 019 929") it must be nine or ten, in groups as people
//! make them, since "RES 2", "CAP 10", "RES 2 412 34 567" and another system's "Res. 123456" are no ids of ours.

use unicode_normalization::char::is_combining_mark;

use super::{
    Prefix,
    cut_off::{FEWEST_SEEN, MOST_SEEN, is_cut_off},
};

const FEWEST_DIGITS: usize = 6;
const MOST_DIGITS: usize = 20;
const SEEN_DIGITS: std::ops::RangeInclusive<usize> = FEWEST_SEEN..=MOST_SEEN;

/// An id of a known kind, or the beginning of one.
pub(super) struct Word {
    pub(super) prefix: Prefix,
    pub(super) name: &'static str,
    pub(super) digits: String,
    pub(super) is_cut_off: bool,
}

/// Finds every known id in the text, in the order they stand.
pub(super) fn ids(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let word = &rest[start..];
        let letters = run(word, |c| c.is_ascii_alphabetic());
        if let Some((name, prefix)) = Prefix::known(letters)
            && let Some((digits, is_cut_off)) = number(&word[letters.len()..])
        {
            found.push(Word { prefix, name, digits, is_cut_off });
        }
        rest = &word[run(word, char::is_alphanumeric).len()..];
    }
    found
}

/// Whether groups of so many digits are one id, as people write it: `3633 019 929`, `36 33 01 99 29`, `363301 9929`.
/// A number of guests with a phone number after it is none.
pub(super) fn is_one_id(groups: &[usize]) -> bool {
    match groups {
        [] | [_] => true,
        [first, last] => (3..=6).contains(first) && (3..=6).contains(last) && first + 2 >= *last,
        [first, middle @ .., last] => {
            let size = middle[0];
            let is_even = (2..=4).contains(&size) && middle.iter().all(|group| *group == size);
            is_even && (size..=6).contains(first) && (2..=size + 1).contains(last)
        }
    }
}

/// Reads the number that follows a prefix, if it is one that can be told for certain, and whether it is cut off.
fn number(after_prefix: &str) -> Option<(String, bool)> {
    let digits_on = after_prefix.trim_start_matches(is_separator);
    let together = digits_on.len() == after_prefix.len();
    let first = digits(digits_on)?;
    let (joined, groups, after) = join(first, &digits_on[first.len()..]);
    let is_cut_off = (together || joined.len() >= FEWEST_DIGITS) && is_cut_off(joined.len(), after, false);
    // `RES 3633 019 92 9`: the tenth digit, or a number of guests?
    let has_lone_tenth = groups.len() > 1 && joined.len() == FEWEST_SEEN && has_lone_digit(after);
    if is_cut_off || has_lone_tenth {
        return Some((joined, true));
    }
    if joined.len() == first.len() {
        let enough = if together {
            (FEWEST_DIGITS..=MOST_DIGITS).contains(&first.len())
        } else {
            SEEN_DIGITS.contains(&first.len())
        };
        return enough.then_some((joined, false));
    }
    // `RES363301 9929`: a short id with a number after it, or one id with a gap? Nobody can tell.
    let ambiguous = together && first.len() >= FEWEST_DIGITS;
    (!ambiguous && SEEN_DIGITS.contains(&joined.len()) && is_one_id(&groups)).then_some((joined, false))
}

/// Joins the groups of digits for as long as an id can go on. Returns them, their sizes, and what follows.
fn join<'a>(first: &str, mut rest: &'a str) -> (String, Vec<usize>, &'a str) {
    let mut joined = first.to_owned();
    let mut groups = vec![first.len()];
    while let Some(group) = rest.strip_prefix([' ', '-']).and_then(digits)
        // A lone digit is a number of guests or a line number.
        && group.len() > 1
        && joined.len() + group.len() <= MOST_SEEN
    {
        joined.push_str(group);
        groups.push(group.len());
        rest = &rest[1 + group.len()..];
    }
    (joined, groups, rest)
}

fn has_lone_digit(after: &str) -> bool {
    after.strip_prefix([' ', '-']).and_then(digits).is_some_and(|group| group.len() == 1)
}

/// Returns the digits that the text begins with, unless they run on into letters or marks.
fn digits(text: &str) -> Option<&str> {
    let digits = run(text, |c| c.is_ascii_digit());
    let ends = !text[digits.len()..].starts_with(|c| char::is_alphanumeric(c) || is_combining_mark(c));
    (!digits.is_empty() && ends).then_some(digits)
}

/// Whether a sign may part the groups of an id. Not `+`: what follows it is a phone number.
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
        ids(text).into_iter().map(|word| format!("{}{}", word.name, word.digits)).collect()
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

    #[test]
    fn groups_that_people_make_are_one_id_and_others_are_not() {
        for groups in
            [&[4, 3, 3][..], &[2, 2, 2, 2, 2], &[3, 3, 4], &[3, 3, 3], &[5, 5], &[4, 6], &[6, 4], &[4, 2, 2, 2]]
        {
            assert!(is_one_id(groups), "{groups:?}");
        }
        for groups in
            [&[1, 8][..], &[2, 8], &[1, 3, 2, 3], &[2, 3, 2, 3], &[1, 2, 2, 2, 2], &[9, 1], &[2, 4, 4], &[1, 3, 3, 3]]
        {
            assert!(!is_one_id(groups), "{groups:?}");
        }
    }
}

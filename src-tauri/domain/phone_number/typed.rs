//! Normalises what was typed into the phone box to its digits. The library reads on past letters and second numbers
//! (`+47 953 a21 987` is somebody's number to it), so nothing that is odd may reach it.

use super::PhoneNumberError;
use crate::domain::pasted::{bordered, is_invisible, narrow, percent_decoded};

/// The most digits that are read: a number has 15 at most; the ways to dial abroad and `(0)` come on top.
const MOST_DIGITS: usize = 24;

#[derive(Debug, PartialEq, Eq)]
pub(super) struct TypedNumber {
    /// Either `+` and digits, or digits alone.
    pub(super) digits: String,
    /// Without the last group, where that stands so far off that it may be the next cell of a sheet.
    pub(super) without_last: Option<String>,
}

pub(super) fn read(input: &str) -> Result<TypedNumber, PhoneNumberError> {
    let text = seen(input);
    let link = without_scheme(text.trim()).map(|link| seen(&percent_decoded(link).unwrap_or_else(|| link.to_owned())));
    let text = link.as_deref().unwrap_or(&text).trim();
    let digits = digits(text)?;
    let without_last = without_far_end(text).and_then(|text| self::digits(text).ok());
    Ok(TypedNumber { digits, without_last })
}

fn seen(text: &str) -> String {
    text.chars().filter(|&c| !is_invisible(c)).map(narrow).map(bordered).collect()
}

fn digits(text: &str) -> Result<String, PhoneNumberError> {
    if text.is_empty() {
        return Err(PhoneNumberError::Missing);
    }
    if text.contains(char::is_alphabetic) {
        return Err(PhoneNumberError::HasLetters);
    }
    if text.contains(['\t', '\n']) {
        return Err(PhoneNumberError::Several);
    }
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if digits.len() > MOST_DIGITS {
        return Err(PhoneNumberError::TooLong);
    }
    let (is_international, number) = match text.trim_start_matches(is_grouping).strip_prefix(is_plus) {
        Some(number) => (true, number),
        None => (false, text),
    };
    if is_two_numbers(number) {
        return Err(PhoneNumberError::TooLong);
    }
    if !number.chars().all(|c| c.is_ascii_digit() || is_grouping(c)) {
        return Err(if digits.len() > 15 { PhoneNumberError::TooLong } else { PhoneNumberError::NoSuchNumber });
    }
    if digits.is_empty() {
        return Err(PhoneNumberError::TooShort);
    }
    if !is_international {
        return Ok(digits);
    }
    // No country code begins with 0. The library would read `+0047` as `+47`, in some countries only.
    if digits.starts_with('0') {
        return Err(PhoneNumberError::NoSuchCountry);
    }
    Ok(format!("+{digits}"))
}

/// Drops a last group that may be another cell: a lone digit after a space, or anything after two. Programs that copy a
/// table may part its cells so.
fn without_far_end(text: &str) -> Option<&str> {
    let (before, last) = text.rsplit_once(' ')?;
    let is_far = last.len() == 1 || before.ends_with(' ');
    (is_far && last.bytes().all(|byte| byte.is_ascii_digit())).then(|| before.trim_end())
}

fn without_scheme(text: &str) -> Option<&str> {
    let (scheme, number) = text.split_at_checked(4)?;
    scheme.eq_ignore_ascii_case("tel:").then_some(number)
}

fn is_plus(c: char) -> bool {
    matches!(c, '+' | '\u{FE62}')
}

/// Whether a sign only groups the digits. Tabs and line ends are not among them: they part two numbers.
fn is_grouping(c: char) -> bool {
    matches!(c, ' ' | '(' | ')' | '.' | '-' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// Whether a slash parts two numbers. Early in a number a slash parts off the area code (`030/23125000`). Late in one
/// it means "or": `41234567/95321987`, `22864400/01`.
fn is_two_numbers(text: &str) -> bool {
    let count = |text: &str| text.chars().filter(char::is_ascii_digit).count();
    text.rsplit_once('/').is_some_and(|(before, after)| count(before) >= 8 || (1..=2).contains(&count(after)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_letter_is_never_read_past() {
        assert_eq!(digits("+47 953 a21 987"), Err(PhoneNumberError::HasLetters));
    }

    #[test]
    fn a_slash_late_in_a_number_means_or() {
        assert_eq!(digits("030/23125000"), Ok("03023125000".to_owned()));
        assert_eq!(digits("22864400/01"), Err(PhoneNumberError::TooLong));
        assert_eq!(digits("41234567 / 95321987"), Err(PhoneNumberError::TooLong));
    }

    #[test]
    fn what_stands_in_two_cells_or_lines_is_two_numbers() {
        for border in ["\t", "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{1F}", "\u{85}", "\u{2028}", "\u{2029}", "↵"] {
            let typed = read(&format!("+358401234567{border}2"));
            assert_eq!(typed, Err(PhoneNumberError::Several), "{border:?}");
            let alone = read(&format!("{border}+358401234567{border}")).map(|typed| typed.digits);
            assert_eq!(alone.as_deref(), Ok("+358401234567"), "{border:?}");
        }
    }

    #[test]
    fn two_plus_signs_are_refused() {
        assert_eq!(digits("++4741234567"), Err(PhoneNumberError::NoSuchNumber));
    }
}

//! Folds letters to the plain ones that somebody may type in their place.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Splits a text into its words, each folded.
pub(super) fn words(text: &str) -> Vec<String> {
    plain_words(text).iter().map(|word| joined(word)).collect()
}

/// Splits a text into its words, each in plain small letters.
pub(super) fn plain_words(text: &str) -> Vec<String> {
    let plain = plain(text);
    let parts = plain.split(|c: char| !c.is_alphanumeric() && c != '\'');
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// Returns nothing but its letters and digits, folded.
pub(super) fn compact(text: &str) -> String {
    plain(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Returns a text in small letters without their marks, and letters that have no marks to lose as what is typed for them.
fn plain(text: &str) -> String {
    let letters = text.nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    let mut plain = String::new();
    for letter in letters {
        match letter {
            'ø' => plain.push('o'),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ß' => plain.push_str("ss"),
            'þ' => plain.push_str("th"),
            'ð' | 'đ' => plain.push('d'),
            'ł' => plain.push('l'),
            'ı' => plain.push('i'),
            // What cannot be seen divides no word.
            '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{ad}' | '\u{feff}' => {}
            other => plain.push(other),
        }
    }
    plain
}

/// Writes `aa`, `ae` and `oe` as one letter, as å, æ and ø are: which of the two somebody types is a matter of keyboards.
pub(super) fn joined(word: &str) -> String {
    word.replace('\'', "").replace("aa", "a").replace("ae", "a").replace("oe", "o")
}

/// Whether two words are one slip apart: a letter that is wrong, missing or too much, or two that have changed places.
pub(super) fn is_one_slip(one: &str, other: &str) -> bool {
    let (one, other): (Vec<char>, Vec<char>) = (one.chars().collect(), other.chars().collect());
    let (short, long) = if one.len() <= other.len() { (&one, &other) } else { (&other, &one) };
    let at = short.iter().zip(long).take_while(|(a, b)| a == b).count();
    let (rest, more) = (&short[at..], &long[at..]);
    match long.len() - short.len() {
        0 => match (rest, more) {
            ([], []) => true,
            ([_, rest @ ..], [_, more @ ..]) if rest == more => true,
            ([a, b, rest @ ..], [c, d, more @ ..]) => a == d && b == c && rest == more,
            _ => false,
        },
        1 => rest == &more[1..],
        _ => false,
    }
}

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
    let alike: usize = one.chars().zip(other.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    let (one, other) = (&one[alike..], &other[alike..]);
    let rest = |text: &str, letters| text.char_indices().nth(letters).map_or(text.len(), |(at, _)| at);
    let (one_less, other_less) = (&one[rest(one, 1)..], &other[rest(other, 1)..]);
    let have_swapped = || {
        let (mut a, mut b) = (one.chars(), other.chars());
        let (a, b) = ([a.next(), a.next()], [b.next(), b.next()]);
        a == [b[1], b[0]] && one[rest(one, 2)..] == other[rest(other, 2)..]
    };
    one_less == other_less || one_less == other || one == other_less || have_swapped()
}

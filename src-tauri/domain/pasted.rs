//! Pasted text as a person sees it: what cannot be seen is not there, and wide forms are plain ones.

use std::borrow::Cow;

/// A link inside a link is encoded once more each time; mail filters wrap twice at most.
const DECODINGS: usize = 3;

/// Percent-encoding undone, invisible marks gone, every kind of space a plain one. Tabs and line ends
/// become `\n`: they part the columns and rows of a booking system, so nothing is read across them.
pub(super) fn as_seen(text: &str) -> String {
    decoded(text)
        .chars()
        .filter(|&c| !is_invisible(c))
        .map(narrow)
        .map(|c| match c {
            '\u{2028}' | '\u{2029}' => '\n',
            _ if c.is_control() => '\n',
            _ if c.is_whitespace() => ' ',
            _ => c,
        })
        .collect()
}

/// Marks with no width of their own, which come along from web pages, spreadsheets and phone books.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' // soft hyphen
        | '\u{034F}' | '\u{061C}' | '\u{180E}'
        | '\u{200B}'..='\u{200F}' // zero width, left-to-right and right-to-left marks
        | '\u{202A}'..='\u{202E}' // bidi embedding
        | '\u{2060}'..='\u{206F}' // word joiner, bidi isolates
        | '\u{FE00}'..='\u{FE0F}' // variation selectors
        | '\u{FEFF}')
}

/// The ASCII character that a full-width form, such as `７` or `＋`, stands for.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        _ => c,
    }
}

fn decoded(text: &str) -> Cow<'_, str> {
    let mut text = Cow::Borrowed(text);
    for _ in 0..DECODINGS {
        match decoded_once(&text) {
            Some(once) => text = Cow::Owned(once),
            None => break,
        }
    }
    text
}

/// `None` where there is nothing to decode. A per cent sign in prose stays as it is.
fn decoded_once(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    let mut changed = false;
    while let [first, after @ ..] = rest {
        if let (b'%', Some(byte)) = (first, hex_byte(after)) {
            bytes.push(byte);
            rest = &after[2..];
            changed = true;
        } else {
            bytes.push(*first);
            rest = after;
        }
    }
    changed.then(|| String::from_utf8_lossy(&bytes).into_owned())
}

fn hex_byte(bytes: &[u8]) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_encoded_twice_is_plain_again() {
        assert_eq!(as_seen("a%252Fb"), "a/b");
    }

    #[test]
    fn a_per_cent_sign_in_prose_stays() {
        assert_eq!(as_seen("20 % off, 100%"), "20 % off, 100%");
    }

    #[test]
    fn half_an_encoded_character_does_no_harm() {
        assert_eq!(as_seen("%C3"), "\u{FFFD}");
    }

    #[test]
    fn what_cannot_be_seen_is_not_there() {
        assert_eq!(as_seen("\u{FEFF}R\u{200B}ES\u{00A0}１２\t3\u{200E}"), "RES 12\n3");
    }
}

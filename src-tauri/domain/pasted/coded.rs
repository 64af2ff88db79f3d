//! Undoes the codings that text has gone through on its way here: percent-encoding, a mail's quoted-printable, the
//! links that mail filters rewrite, characters by their number in HTML.

mod base64_links;
mod quoted_printable;

use std::borrow::Cow;

/// The most rounds of decoding. A link inside a link is encoded once more each time; filters wrap what a filter has
/// wrapped.
const DECODINGS: usize = 6;

pub(super) fn undone(text: &str) -> Cow<'_, str> {
    let mut text = quoted_printable::undone(text);
    for _ in 0..DECODINGS {
        let mut changed = false;
        for once in [percent_decoded, urldefense, entities, escaped_slashes, base64_links::decoded] {
            if let Some(plain) = once(&text) {
                text = Cow::Owned(plain);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    text
}

/// Undoes percent-encoding; `None` where there is none. A per cent sign in prose stays as it is.
pub(crate) fn percent_decoded(text: &str) -> Option<String> {
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

/// Decodes links of Proofpoint's URL Defense. Version 2 writes `https-3A__portal.example_details_…`: `_` for a slash,
/// and `-` for the per cent sign. Versions 1 and 3 hold it in the ways of all others.
fn urldefense(text: &str) -> Option<String> {
    const COLON_AND_SLASHES: &str = "-3A__";
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(COLON_AND_SLASHES) {
        let (scheme, link) = rest.split_at(at);
        let end = link.find(|c: char| !(c.is_ascii_alphanumeric() || "._-".contains(c))).unwrap_or(link.len());
        let percent = link[..end].replace('-', "%").replace('_', "/");
        plain.push_str(scheme);
        plain.push_str(&percent_decoded(&percent).unwrap_or(percent));
        rest = &link[end..];
    }
    (rest.len() < text.len()).then(|| plain + rest)
}

/// Decodes HTML entities: `&#47;`, `&#x2F;` and the few names that stand in links and before a cut.
fn entities(text: &str) -> Option<String> {
    const LONGEST: usize = 8;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut changed = false;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        let name = after.bytes().take(LONGEST).position(|byte| byte == b';').and_then(|end| after.get(..end));
        if let Some((name, c)) = name.and_then(|name| Some((name, entity(name)?))) {
            plain.push(c);
            rest = &after[name.len() + 1..];
            changed = true;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    changed.then(|| plain + rest)
}

fn entity(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let (digits, radix) = number.strip_prefix(['x', 'X']).map_or((number, 10), |hex| (hex, 16));
        return u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "nbsp" => ' ',
        "hellip" => '…',
        "sol" => '/',
        "colon" => ':',
        _ => return None,
    })
}

/// Unescapes slashes, as JSON may write them.
fn escaped_slashes(text: &str) -> Option<String> {
    text.contains(r"\/").then(|| text.replace(r"\/", "/"))
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
        assert_eq!(undone("a%252Fb"), "a/b");
    }

    #[test]
    fn a_per_cent_sign_in_prose_stays() {
        assert_eq!(undone("20 % off, 100%"), "20 % off, 100%");
    }

    #[test]
    fn half_an_encoded_character_does_no_harm() {
        assert_eq!(undone("%C3"), "\u{FFFD}");
    }

    #[test]
    fn a_link_that_was_rewritten_twice_is_plain_again() {
        let twice = "u=https-3A__filter.example_-3Furl-3Dhttps-253A-252F-252Fportal.example-252Fx-2D1&d=x-3";
        assert_eq!(undone(twice), "u=https://filter.example/?url=https://portal.example/x-1&d=x-3");
    }

    #[test]
    fn characters_by_their_number_are_characters() {
        assert_eq!(undone("a&#47;b&#x2f;c&amp;#47;d &ok; &#1234567890; &"), "a/b/c/d &ok; &#1234567890; &");
    }
}

//! Decodes links in base64 (RFC 4648), as some mail filters carry the one that they stand for:
//! `?d=portal.example&u=aHR0cHM6…`.

use base64::{
    Engine, alphabet,
    engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig},
};

/// `http` in base64. A link always begins so: three bytes become four signs.
const HTTP: &str = "aHR0c";

/// Decodes the links in a text; `None` where there is none. What is no whole link stays as it is: it may be the word of
/// somebody else.
pub(super) fn decoded(text: &str) -> Option<String> {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    let mut changed = false;
    while let Some(at) = rest.find(HTTP) {
        let (before, code) = rest.split_at(at);
        let end = code.find(|c: char| !(c.is_ascii_alphanumeric() || "+/-_".contains(c))).unwrap_or(code.len());
        let (code, after) = code.split_at(end);
        let is_word_of_its_own = !before.ends_with(|c: char| c.is_ascii_alphanumeric());
        let link = link(code).filter(|_| is_word_of_its_own);
        plain.push_str(before);
        plain.push_str(link.as_deref().unwrap_or(code));
        rest = if link.is_some() { after.trim_start_matches('=') } else { after };
        changed |= link.is_some();
    }
    changed.then(|| plain + rest)
}

fn link(code: &str) -> Option<String> {
    let engine = if code.contains(['-', '_']) { &alphabet::URL_SAFE } else { &alphabet::STANDARD };
    let lenient = GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true);
    let bytes = GeneralPurpose::new(engine, lenient).decode(code).ok()?;
    let link = String::from_utf8(bytes).ok()?;
    let is_whole = ["http://", "https://"].iter().any(|scheme| link.starts_with(scheme));
    (is_whole && !link.contains(char::is_control)).then_some(link)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_in_base64_is_plain_again() {
        for (coded, plain) in [
            ("u=aHR0cHM6Ly9wb3J0YWwuZXhhbXBsZS94&i=1", "u=https://portal.example/x&i=1"),
            ("u=aHR0cDovL3BvcnRhbC5leGFtcGxlLw==&i=1", "u=http://portal.example/&i=1"),
            ("/aHR0cHM6Ly9wb3J0YWwuZXhhbXBsZS8_YT1i", "https://portal.example/?a=b"),
        ] {
            assert_eq!(
                decoded(coded).as_deref().map(|text| text.trim_start_matches('/')),
                Some(plain.trim_start_matches('/'))
            );
        }
    }

    #[test]
    fn what_only_begins_like_one_stays() {
        for text in ["aHR0c", "u=aHR0cHM6", "xaHR0cHM6Ly9wb3J0YWwuZXhhbXBsZS94", "aHR0c3R0c3R0cw"] {
            assert_eq!(decoded(text), None, "{text}");
        }
    }
}

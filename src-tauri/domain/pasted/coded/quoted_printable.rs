//! Quoted-printable (RFC 2045), as it is seen where a mail's source was copied: a line that ends in `=` goes on in the
//! next, `=3D` is an equals sign.

use std::borrow::Cow;

use super::hex_byte;
use crate::domain::pasted::bordered;

pub(super) fn undone(text: &str) -> Cow<'_, str> {
    if !text.contains('=') {
        return Cow::Borrowed(text);
    }
    // Nothing but a mail writes this. Without it, `=23` may be the start of a number.
    let is_mail = text.contains("=3D") || text.contains("=3d");
    let mut plain = String::with_capacity(text.len());
    let mut word_at = 0;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        if c == '=' {
            if let Some(next) = next_line(after).filter(|next| goes_on(&plain[word_at..], next)) {
                rest = next;
                continue;
            }
            if let Some((sign, next)) = sign(rest, is_mail) {
                plain.push(sign);
                rest = next;
                continue;
            }
        }
        plain.push(c);
        if c.is_whitespace() || "<>\"'()".contains(c) || bordered(c) == '\n' {
            word_at = plain.len();
        }
        rest = after;
    }
    Cow::Owned(plain)
}

/// Returns what follows a line end, and the `>` that a reply puts before each line.
fn next_line(after: &str) -> Option<&str> {
    let line_end = after.trim_start_matches([' ', '\t']);
    // In a box of one line a line end may have become a tab.
    let has_tab = after.starts_with('\t');
    let next = match line_end.strip_prefix("\r\n") {
        Some(next) => next,
        None => match line_end.chars().next() {
            Some(c) if bordered(c) == '\n' => &line_end[c.len_utf8()..],
            _ if has_tab => line_end,
            _ => return None,
        },
    };
    let quoted = next.trim_start_matches(' ');
    Some(if quoted.starts_with('>') { quoted.trim_start_matches(['>', ' ']) } else { next })
}

/// Whether the break was made inside a word that matters here: a link, or an id. `Total=` at the end of a line is none.
fn goes_on(word: &str, next: &str) -> bool {
    let is_link = word.contains('/');
    let letters = word.trim_end_matches(|c: char| c.is_ascii_digit());
    let is_id = letters.len() < word.len() && letters.ends_with(|c: char| c.is_ascii_alphabetic());
    let is_prefix = ["RES", "ODR"].iter().any(|prefix| word.eq_ignore_ascii_case(prefix));
    match next.chars().next() {
        Some(c) if c.is_ascii_digit() => is_link || is_id || is_prefix,
        // Another link, or an id of its own, begins anew.
        Some(c) if c.is_ascii_alphabetic() => is_link && !begins_anew(next),
        Some(c) => is_link && "/._-%?&#=".contains(c),
        None => false,
    }
}

fn begins_anew(text: &str) -> bool {
    let letters = text.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(letters);
    rest.starts_with("://")
        || (["RES", "ODR"].iter().any(|prefix| word.eq_ignore_ascii_case(prefix))
            && rest.trim_start_matches([' ', '-']).starts_with(|c: char| c.is_ascii_digit()))
}

/// Decodes the character that the text begins with. No letter or digit is ever coded in this way.
fn sign(text: &str, is_mail: bool) -> Option<(char, &str)> {
    let byte_at = |text: &str| text.strip_prefix('=').and_then(|hex| hex_byte(hex.as_bytes()));
    let first = byte_at(text)?;
    if first.is_ascii() {
        let is_number = text[1..3].bytes().all(|byte| byte.is_ascii_digit());
        return (first.is_ascii_punctuation() && (is_mail || !is_number)).then(|| (char::from(first), &text[3..]));
    }
    let mut bytes = vec![first];
    while bytes.len() < 4 {
        if let Ok(read) = std::str::from_utf8(&bytes) {
            return read.chars().next().map(|c| (c, &text[3 * bytes.len()..]));
        }
        bytes.push(byte_at(text.get(3 * bytes.len()..)?)?);
    }
    let c = std::str::from_utf8(&bytes).ok()?.chars().next()?;
    Some((c, &text[12..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_was_broken_inside_a_link_or_an_id_goes_on() {
        for (text, plain) in [
            ("https://portal.example/details/RES363301992=\n9", "https://portal.example/details/RES3633019929"),
            ("https://portal.example/details/RES363301992=\r\n9", "https://portal.example/details/RES3633019929"),
            ("https://portal.ex=↵ample/details/X", "https://portal.example/details/X"),
            ("> RES36330=\n> 19929", "> RES3633019929"),
            ("RES=\n3633019929", "RES3633019929"),
            ("https=3A//portal=2Eexample=2Fx", "https://portal.example/x"),
            ("?id=3DRES1=2F=C3=A6=E2=80=A6", "?id=RES1/æ…"),
        ] {
            assert_eq!(undone(text), plain, "{text}");
        }
    }

    #[test]
    fn an_equals_sign_that_is_none_of_a_mails_stays() {
        for text in
            ["Total=\n1250", "Ref=\nRES3633019929", "a=b", "?ref=231", "=", "==", "=E2=80", "x/?u=\nRES3633019929"]
        {
            assert_eq!(undone(text), text);
        }
    }
}

//! Normalises an address, however it was written or copied, to the plain text that mail servers know it by.

use unicode_normalization::UnicodeNormalization;

use super::EmailAddressError;
use crate::domain::pasted::{bordered, is_invisible};

/// Normalises an address: without what cannot be seen or a link's scheme, in full letters of ordinary width.
pub(super) fn plain(input: &str) -> Result<String, EmailAddressError> {
    let text: String = input.chars().filter(|&c| !is_invisible(c)).map(bordered).collect();
    let text = text.trim();
    let address = match text.split_at_checked(SCHEME.len()) {
        Some((scheme, link)) if scheme.eq_ignore_ascii_case(SCHEME) => of_link(link)?,
        // Outside a link nobody can tell whether `%41` is a letter or three.
        _ if has_percent_code(text) && text.contains('@') => return Err(EmailAddressError::Malformed),
        _ => text.to_owned(),
    };
    let usual: String = address.chars().flat_map(usual).nfc().filter(|&c| !is_invisible(c)).collect();
    Ok(usual.trim().to_owned())
}

const SCHEME: &str = "mailto:";

/// Reads the address of a `mailto:` link (RFC 6068): `to,to?subject=…&cc=…`, percent-encoded.
fn of_link(link: &str) -> Result<String, EmailAddressError> {
    let (path, query) = link.split_once('?').unwrap_or((link, ""));
    let fields = query.split('&').filter_map(|field| field.split_once('='));
    let named = fields.filter(|(name, _)| ["to", "cc", "bcc"].iter().any(|known| name.eq_ignore_ascii_case(known)));
    let mut addresses = std::iter::once(path)
        .chain(named.map(|(_, value)| value))
        .flat_map(|list| list.split(','))
        .map(decoded)
        .collect::<Result<Vec<String>, _>>()?;
    addresses.retain(|address| !address.is_empty());
    addresses.dedup();
    match addresses.as_slice() {
        [] => Ok(String::new()),
        [address] if has_percent_code(address) => Err(EmailAddressError::Malformed),
        [address] => Ok(address.trim_start_matches('/').to_owned()),
        _ => Err(EmailAddressError::Several),
    }
}

/// Undoes percent-encoding, once and strictly: what is no code, or no text, is no address either.
fn decoded(text: &str) -> Result<String, EmailAddressError> {
    let is_sound = text.split('%').skip(1).all(is_code);
    let bytes = crate::domain::percent_decoded(text);
    let plain = bytes.unwrap_or_else(|| text.to_owned());
    if !is_sound || plain.contains('\u{FFFD}') {
        return Err(EmailAddressError::Malformed);
    }
    let seen: String = plain.chars().filter(|&c| !is_invisible(c)).map(bordered).collect();
    Ok(seen.trim().to_owned())
}

fn has_percent_code(text: &str) -> bool {
    text.split('%').skip(1).any(is_code)
}

fn is_code(after_percent: &str) -> bool {
    after_percent.as_bytes().get(..2).is_some_and(|code| code.iter().all(u8::is_ascii_hexdigit))
}

/// Returns the usual form of a letter of another width or font, a ligature, `＠` and `。`. What would become another
/// letter or figure than it looks like, such as `²`, stays, and is refused.
fn usual(c: char) -> Vec<char> {
    match c {
        _ if c.is_ascii() => vec![c],
        '\u{3002}' | '\u{FF61}' => vec!['.'],
        _ if c.is_alphabetic() || is_form(c) => std::iter::once(c).nfkc().collect(),
        _ => vec![c],
    }
}

/// Whether it is of full, half or small width, or a figure of mathematics.
fn is_form(c: char) -> bool {
    matches!(c, '\u{FF01}'..='\u{FFEF}' | '\u{FE50}'..='\u{FE6F}' | '\u{1D7CE}'..='\u{1D7FF}')
}

/// Whether it has a usual form that it was not given.
pub(super) fn is_unusual(c: char) -> bool {
    !c.is_ascii() && !std::iter::once(c).nfkc().eq(std::iter::once(c).nfc())
}

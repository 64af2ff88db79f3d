//! Character encoding of a token, told by its byte order mark (BOM) or by its zeros. `>` in Windows PowerShell and
//! Windows' own keychain tools write UTF-16.

use thiserror::Error;
use zeroize::Zeroizing;

/// A character encoding error. Nothing of what came is repeated.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub(crate) enum NotText {
    #[error("it is UTF-32, and only UTF-8 and UTF-16 are read: save it as UTF-8")]
    Utf32,
    #[error("it begins as UTF-16, and breaks off or goes on as something else: save it as UTF-8")]
    BrokenUtf16,
    #[error("it is neither UTF-8 nor UTF-16: save it as UTF-8")]
    Neither,
}

type Text = Zeroizing<String>;

pub(crate) fn decode(bytes: &[u8]) -> Result<Text, NotText> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] | [_, 0, 0, 0, ..] | [0, 0, 0, _, ..] => Err(NotText::Utf32),
        [0xff, 0xfe, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [0xef, 0xbb, 0xbf, rest @ ..] => utf8(rest),
        // Without a mark. A token is ASCII, so that every second byte of it is zero, and none of it in UTF-8.
        [first, 0] | [first, 0, _, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        [0, first] | [0, first, 0, _, ..] if *first != 0 => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<Text, NotText> {
    let text = std::str::from_utf8(bytes).map_err(|_| NotText::Neither)?;
    Ok(Zeroizing::new(text.to_owned()))
}

fn utf16(bytes: &[u8], unit: impl Fn([u8; 2]) -> u16) -> Result<Text, NotText> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(NotText::BrokenUtf16);
    }
    let units = Zeroizing::new(pairs.iter().map(|pair| unit(*pair)).collect::<Vec<_>>());
    String::from_utf16(&units).map(Zeroizing::new).map_err(|_| NotText::BrokenUtf16)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, NotText> {
        decode(bytes).map(|text| text.to_string())
    }

    fn as_utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn a_text_is_read_with_and_without_a_byte_order_mark() {
        let text = "12|abc.DEF\r\n";
        for marked in ["\u{feff}12|abc.DEF\r\n", text] {
            assert_eq!(read(marked.as_bytes()).as_deref(), Ok(text), "UTF-8");
            assert_eq!(read(&as_utf16(marked, u16::to_le_bytes)).as_deref(), Ok(text), "UTF-16, little endian");
            assert_eq!(read(&as_utf16(marked, u16::to_be_bytes)).as_deref(), Ok(text), "UTF-16, big endian");
        }
        assert_eq!(read(b"").as_deref(), Ok(""));
        assert_eq!(read(&[0xff, 0xfe]).as_deref(), Ok(""));
    }

    #[test]
    fn what_is_not_read_is_named() {
        let utf32 = |mark: &str, bytes: fn(u32) -> [u8; 4]| -> Vec<u8> {
            format!("{mark}abc").chars().flat_map(|c| bytes(c.into())).collect()
        };
        for mark in ["\u{feff}", ""] {
            assert_eq!(read(&utf32(mark, u32::to_le_bytes)), Err(NotText::Utf32));
            assert_eq!(read(&utf32(mark, u32::to_be_bytes)), Err(NotText::Utf32));
        }
        assert_eq!(read(&[0xff, 0xfe, b'a', 0, b'b']), Err(NotText::BrokenUtf16), "cut off");
        assert_eq!(read(&[0xff, 0xfe, b'a', 0, 0, 0xd8]), Err(NotText::BrokenUtf16), "half a pair");
        assert_eq!(read(b"t\xf8ken"), Err(NotText::Neither), "Latin-1");
        assert_eq!(read(&[0x1f, 0x8b, 8, 0, 0]), Err(NotText::Neither), "a compressed file");
    }
}

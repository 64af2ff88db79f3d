//! HTML character references in texts that were meant for a web page: `O&#039;Brien &amp; Sønner`.

use std::borrow::Cow;

/// Decodes character references. What was escaped twice is read twice; what is no reference stays as it is.
pub(super) fn decoded(text: &str) -> Cow<'_, str> {
    match once(text) {
        Some(plain) => once(&plain).map_or(Cow::Owned(plain), Cow::Owned),
        None => Cow::Borrowed(text),
    }
}

/// Decodes one layer; None where there is no reference in it.
fn once(text: &str) -> Option<String> {
    let mut plain = String::new();
    let mut rest = text;
    let mut is_found = false;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        if let Some((c, behind)) = reference(after) {
            plain.push(c);
            rest = behind;
            is_found = true;
        } else {
            plain.push('&');
            rest = after;
        }
    }
    plain.push_str(rest);
    is_found.then_some(plain)
}

/// Parses the reference behind an `&`: the character, and what follows the semicolon.
fn reference(after: &str) -> Option<(char, &str)> {
    const LONGEST: usize = 10;
    let (name, behind) = after.split_once(';').filter(|(name, _)| name.len() <= LONGEST)?;
    let number = name.strip_prefix('#').map(|digits| match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16),
        None => digits.parse(),
    });
    let c = match number {
        Some(number) => char::from_u32(number.ok()?).filter(|&c| c != '\0')?,
        None => NAMED.iter().find(|(known, _)| *known == name)?.1,
    };
    Some((c, behind))
}

/// The named references: what is escaped in every page, and the letters and signs of names and sentences hereabouts.
const NAMED: [(&str, char); 44] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("nbsp", '\u{a0}'),
    ("shy", '\u{ad}'),
    ("aelig", 'æ'),
    ("AElig", 'Æ'),
    ("oslash", 'ø'),
    ("Oslash", 'Ø'),
    ("aring", 'å'),
    ("Aring", 'Å'),
    ("auml", 'ä'),
    ("Auml", 'Ä'),
    ("ouml", 'ö'),
    ("Ouml", 'Ö'),
    ("uuml", 'ü'),
    ("Uuml", 'Ü'),
    ("szlig", 'ß'),
    ("eacute", 'é'),
    ("Eacute", 'É'),
    ("egrave", 'è'),
    ("ecirc", 'ê'),
    ("agrave", 'à'),
    ("aacute", 'á'),
    ("iacute", 'í'),
    ("oacute", 'ó'),
    ("ograve", 'ò'),
    ("ocirc", 'ô'),
    ("uacute", 'ú'),
    ("ntilde", 'ñ'),
    ("ccedil", 'ç'),
    ("eth", 'ð'),
    ("thorn", 'þ'),
    ("ndash", '–'),
    ("mdash", '—'),
    ("hellip", '…'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("laquo", '«'),
    ("raquo", '»'),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_becomes_what_it_stands_for() {
        for (text, plain) in [
            ("O&#039;Brien &amp; Sønner", "O'Brien & Sønner"),
            ("O&#39;Brien &#x26; S&oslash;nner", "O'Brien & Sønner"),
            ("O&amp;#039;Brien &amp;amp; S&amp;oslash;nner", "O'Brien & Sønner"),
            ("&lt;b&gt; &quot;&apos;&laquo;", "<b> \"'«"),
            ("Fjord & Fjell AS", "Fjord & Fjell AS"),
            ("R&D; AT&T;", "R&D; AT&T;"),
            ("&;&#;&#x;&#xD800;&#0;&#1114112;&#-5;&&amp", "&;&#;&#x;&#xD800;&#0;&#1114112;&#-5;&&amp"),
            ("", ""),
        ] {
            assert_eq!(decoded(text), plain, "{text}");
        }
    }
}

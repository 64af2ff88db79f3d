//! Confusable letters (Unicode Technical Standard 39): `kari@gmаil.com` with a Cyrillic а is somebody else's.

use unicode_security::{GeneralSecurityProfile, MixedScript, confusable_detection::skeleton};

/// Whether an address has confusable letters. Such are two alphabets in one label or in the name before the @; a word
/// of another alphabet that could be read as Latin; a letter that no living language is written with. An address wholly
/// in one other alphabet is as good as any.
pub(super) fn is_in(local: &str, domain: &str) -> bool {
    // As a browser would show it: `xn--gmil-63d.com` is gmаil.com. What stands for nothing stays as it is.
    let (domain, _) = idna::domain_to_unicode(domain);
    let labels = || domain.split('.');
    std::iter::once(local).chain(labels()).any(is_suspicious) || has_foreign_end(&labels().rev().collect::<Vec<_>>())
}

fn is_suspicious(text: &str) -> bool {
    let mut letters = text.chars().filter(|c| c.is_alphabetic()).peekable();
    let has_odd_letter = letters.clone().any(|c| !c.is_ascii() && (!c.identifier_allowed() || is_another_latin(c)));
    let looks_latin = letters.peek().is_some() && letters.all(|c| !c.is_ascii() && is_like_ascii(c) && !is_latin(c));
    has_odd_letter || looks_latin || !text.is_single_script()
}

/// Whether a Latin name stands under another alphabet's top level, as in `gmail.сом`: no registry gives such a one.
fn has_foreign_end(labels_from_the_end: &[&str]) -> bool {
    match labels_from_the_end {
        [top, name, ..] => !top.chars().any(is_latin) && name.chars().any(|c| c.is_alphabetic() && is_latin(c)),
        _ => false,
    }
}

/// Whether a letter is Latin and looks like an ASCII one, such as `ı` without its dot. Icelanders write `þ`, and nobody
/// reads it as p.
fn is_another_latin(c: char) -> bool {
    !"þÞ".contains(c) && is_latin(c) && is_like_ascii(c)
}

fn is_like_ascii(c: char) -> bool {
    let mut buffer = [0; 4];
    let mut seen = skeleton(c.encode_utf8(&mut buffer));
    seen.next().is_some_and(|first| first.is_ascii()) && seen.next().is_none()
}

fn is_latin(c: char) -> bool {
    let mut pair = [0; 5];
    pair[0] = b'a';
    let end = 1 + c.encode_utf8(&mut pair[1..]).len();
    std::str::from_utf8(&pair[..end]).is_ok_and(MixedScript::is_single_script)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_another_alphabet_that_look_like_latin_ones_are_noticed() {
        for (local, domain) in [
            ("kari", "gm\u{430}il.com"),                         // Cyrillic а
            ("k\u{430}ri", "example.com"),                       // in the name
            ("kari", "ex\u{3B1}mple.com"),                       // Greek alpha
            ("kari", "\u{430}\u{440}\u{440}\u{4CF}\u{435}.com"), // аррӏе, Cyrillic throughout
            ("kari", "\u{455}\u{43E}.example"),                  // a label wholly of look-alikes
            ("kari", "gmail.\u{441}\u{43E}m"),                   // in the top level
            ("kari", "gmail.\u{441}\u{43E}\u{43C}"),             // a top level of another alphabet
            ("kari", "exampl\u{131}.com"),                       // ı without its dot
            ("kari", "\u{261}mail.com"),                         // a phonetic sign
            ("kari", "exam\u{13CF}le.com"),                      // Cherokee
            ("\u{3BF}la", "example.com"),                        // Greek omicron
            ("kari", "xn--gmil-63d.com"),                        // gmаil.com, as servers know it
            ("kari", "mail.XN--80ak6aa92e.com"),                 // аррӏе.com likewise
        ] {
            assert!(is_in(local, domain), "{local}@{domain}");
        }
    }

    #[test]
    fn addresses_of_one_alphabet_are_left_alone() {
        for (local, domain) in [
            ("kari", "example.com"),
            ("bjørn.ærlig", "blåbær.no"),
            ("zoë", "müller-straße.de"),
            ("łukasz", "żółw.pl"),
            ("þóra", "íslenskt.is"),
            ("иван", "почта.рф"),
            ("ivan", "почта.рф"),
            ("ivan", "правда.com"),
            ("νίκος", "παράδειγμα.ελ"),
            ("用户", "例え.テスト"),
            ("kari", "हिन्दी.भारत"),
            ("user", "مثال.إختبار"),
            ("k1", "123.example"),
            ("!#$%", "xn--blbr-roah.example"),
            ("kari", "xn--80a1acny.xn--p1ai"),
            ("kari", "xn--a.example"),
        ] {
            assert!(!is_in(local, domain), "{local}@{domain}");
        }
    }
}

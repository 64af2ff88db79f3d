//! Match highlighting: which letters of a name a query means, for whoever shows it.

use std::ops::Range;

use unicode_normalization::char::is_combining_mark;

use super::{
    FEWEST_FOR_SLIP,
    folded::{is_one_slip, joined, plain_words},
    query::{Query, Term},
};

/// Returns the parts of a name that a query means, in UTF-16 code units, as a page counts: the beginnings of its words, and
/// where slips count, each whole word that is one away.
pub(super) fn marks(name: &str, query: &Query, may_slip: bool) -> Vec<Range<usize>> {
    let asked: Vec<&str> = query.terms().filter_map(Term::word).collect();
    let of_word = |word: Range<usize>| {
        let text = &name[word.clone()];
        let folded = fold(text);
        let beginning = asked.iter().filter(|asked| folded.starts_with(**asked)).map(|asked| asked.len()).max();
        let has_slip =
            || asked.iter().any(|asked| asked.chars().count() >= FEWEST_FOR_SLIP && is_one_slip(asked, &folded));
        let length = match beginning {
            Some(letters) => beginning_of(text, letters),
            None if may_slip && has_slip() => text.len(),
            None => return None,
        };
        Some(in_utf_16(name, word.start)..in_utf_16(name, word.start + length))
    };
    words(name).into_iter().filter_map(of_word).collect()
}

/// Returns the length of the shortest beginning that has so many letters once it is folded, with all marks of the last one.
fn beginning_of(word: &str, letters: usize) -> usize {
    let ends = || word.char_indices().map(|(at, letter)| at + letter.len_utf8());
    let Some(first) = ends().find(|end| fold(&word[..*end]).len() >= letters) else { return word.len() };
    let folded = fold(&word[..first]);
    ends().take_while(|end| *end <= first || fold(&word[..*end]) == folded).last().unwrap_or(word.len())
}

fn fold(word: &str) -> String {
    joined(&plain_words(word).concat())
}

/// Returns the places of the words, which are divided as the search divides them.
fn words(name: &str) -> Vec<Range<usize>> {
    let mut words: Vec<Range<usize>> = Vec::new();
    for (at, letter) in name.char_indices() {
        let end = at + letter.len_utf8();
        let is_within = letter == '\'' || is_combining_mark(letter) || crate::domain::is_invisible(letter);
        let is_divider = !is_within && plain_words(letter.encode_utf8(&mut [0; 4])).is_empty();
        match words.last_mut() {
            _ if is_divider => {}
            Some(word) if word.end == at => word.end = end,
            _ => words.push(at..end),
        }
    }
    words
}

fn in_utf_16(text: &str, at: usize) -> usize {
    text[..at].encode_utf16().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_letters_that_were_meant_are_marked() {
        // Marked parts in brackets; a word of a slip as a whole.
        for (text, may_slip, expected) in [
            ("kari", false, "[Kari] Nordmann"),
            ("nord", false, "Kari [Nord]mann"),
            ("nordmann kar", false, "[Kar]i [Nordmann]"),
            ("nordman", true, "Kari [Nordman]n"),
            ("nrodmann", false, "Kari Nordmann"),
            ("nrodmann", true, "Kari [Nordmann]"),
            ("412 34 567", true, "Kari Nordmann"),
            ("odegard", false, "Åse [Ødegård]"),
            ("ødeg", false, "Åse [Ødeg]ård"),
            ("ase", false, "[Åse] Ødegård"),
            ("aas", false, "[Ås]e Ødegård"),
            ("a", false, "Åse Ødegård"),
            ("ase o", false, "[Åse] [Ø]degård"),
            ("ase", false, "[A\u{30a}se] Lie"),
            ("a lie", false, "[A\u{30a}]se [Lie]"),
            ("paal", false, "[Paal] Moen"),
            ("pal", false, "[Paal] Moen"),
            ("gros", false, "Eva [Groß]"),
            ("marie", false, "Anne-[Marie] Lie"),
            ("obrien", false, "Zoë [O'Brien]"),
            ("brien", false, "Zoë O’[Brien]"),
            ("lie", false, "Anne – [Lie]"),
            ("o'b", false, "Zoë [O'B]rien"),
            ("محم", false, "[محم]د الأمين"),
            ("hoa", false, "🏨 Nguyễn Thị [Hòa]"),
            ("xyzzy", true, "Kari Nordmann"),
        ] {
            let name = expected.replace(['[', ']'], "");
            assert_eq!(marked(&name, &marks(&name, &Query::of(text), may_slip)), expected, "{text:?}");
        }
    }

    /// As the page does it, which counts in UTF-16.
    fn marked(name: &str, marks: &[Range<usize>]) -> String {
        let units: Vec<u16> = name.encode_utf16().collect();
        let part = |range: Range<usize>| String::from_utf16(&units[range]).expect("no letter is cut in two");
        let mut text = String::new();
        let mut at = 0;
        for mark in marks {
            text += &[&part(at..mark.start), "[", &part(mark.clone()), "]"].concat();
            at = mark.end;
        }
        text + &part(at..units.len())
    }
}

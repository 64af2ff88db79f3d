//! Normalises pasted text to what a person sees: what cannot be seen is not there, wide forms are plain ones, and the
//! cells and lines of whatever it was copied from stay apart.

mod coded;

use unicode_normalization::UnicodeNormalization;

pub(crate) use coded::percent_decoded;

/// The sign for a line's end in the form's boxes, which have one line (`ui/page/paste.js` puts it there too).
pub(crate) const LINE_END_IN_A_BOX: char = '↵';

/// Normalises text: codings undone, invisible marks gone, every kind of space a plain one. A tab parts two cells and
/// `\n` two lines: nothing is read across either, but where a mail program broke the line.
pub(super) fn as_seen(text: &str) -> String {
    coded::undone(text).replace("\r\n", "\n").chars().filter(|&c| !is_invisible(c)).map(narrow).map(bordered).collect()
}

/// Puts text on one line, with nothing glued together that stood in two lines or cells.
pub(crate) fn on_one_line(text: &str) -> String {
    let in_a_box = |c| if bordered(c) == '\n' { LINE_END_IN_A_BOX } else { c };
    text.trim().replace("\r\n", "\n").chars().map(in_a_box).collect()
}

/// Normalises white space: `\t` for all that parts cells, `\n` for all that parts lines, and one kind of space.
pub(super) fn bordered(c: char) -> char {
    match c {
        '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' | LINE_END_IN_A_BOX => '\n',
        _ if c.is_control() => '\t',
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// Whether a character is invisible: what Unicode calls default-ignorable. Such marks come along from web pages,
/// spreadsheets and phone books.
pub(crate) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{00AD}' // soft hyphen
        | '\u{034F}' | '\u{061C}' | '\u{17B4}'..='\u{17B5}' | '\u{180B}'..='\u{180F}'
        | '\u{115F}'..='\u{1160}' | '\u{3164}' | '\u{FFA0}' // fillers of Hangul
        | '\u{200B}'..='\u{200F}' // zero width, left-to-right and right-to-left marks
        | '\u{202A}'..='\u{202E}' // bidi embedding
        | '\u{2060}'..='\u{206F}' // word joiner, bidi isolates
        | '\u{FE00}'..='\u{FE0F}' // variation selectors
        | '\u{FEFF}' | '\u{FFF0}'..='\u{FFF8}'
        | '\u{1BCA0}'..='\u{1BCA3}' | '\u{1D173}'..='\u{1D17A}'
        | '\u{E0000}'..='\u{E0FFF}') // tags, more variation selectors
}

/// Returns the ASCII character that a full-width form, such as `７` or `＋`, a letter of mathematics, which some write as
/// bold, or the full stop of Chinese stands for.
pub(super) fn narrow(c: char) -> char {
    match c {
        '\u{1D400}'..='\u{1D7FF}' => std::iter::once(c).nfkc().next().unwrap_or(c),
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{3002}' | '\u{FF61}' => '.',
        _ => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_seen_is_not_there() {
        assert_eq!(as_seen("\u{FEFF}R\u{200B}ES\u{00A0}１２\u{3164}\t3\u{200E}"), "RES 12\t3");
    }

    #[test]
    fn cells_and_lines_stay_apart() {
        assert_eq!(as_seen("1\t2\r\n3\r4\u{B}5\u{C}6\u{85}7\u{2028}8\u{2029}9↵10"), "1\t2\n3\n4\n5\n6\n7\n8\n9\n10");
    }

    #[test]
    fn a_box_of_one_line_shows_where_the_lines_ended() {
        assert_eq!(on_one_line("RES347888404\t2\r\nRES347888405\u{2028}3\n"), "RES347888404\t2↵RES347888405↵3");
    }
}

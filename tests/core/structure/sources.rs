//! Rust as words and marks, without comments and what is between quotes; and the files that hold it.

use std::{
    fs,
    path::{Path, PathBuf},
};

/// A folder of the project.
pub(crate) fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

/// Every file of Rust below a folder, as paths from there.
pub(crate) fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(&next).expect("a folder").map(|entry| entry.expect("an entry").path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                found.push(entry.strip_prefix(folder).expect("below it").to_owned());
            }
        }
    }
    found.sort();
    found
}

/// `use a::{b, c};` as `use`, `a`, `::`, `{`, `b`, `,`, `c`, `}`, `;`.
pub(crate) fn tokens(source: &str) -> Vec<String> {
    let text: Vec<char> = source.chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let rest = &text[at..];
        at += match rest {
            ['/', '/', ..] => rest.iter().take_while(|&&c| c != '\n').count(),
            ['/', '*', ..] => length_of_comment(rest),
            ['r' | 'b' | 'c' | '#' | '"' | '\'', ..] if length_of_literal(rest) > 0 => length_of_literal(rest),
            [':', ':', ..] => keep(&mut tokens, &rest[..2]),
            [c, ..] if is_of_word(*c) => {
                keep(&mut tokens, &rest[..rest.iter().take_while(|&&c| is_of_word(c)).count()])
            }
            [c, ..] if c.is_whitespace() => 1,
            _ => keep(&mut tokens, &rest[..1]),
        };
    }
    tokens
}

fn keep(tokens: &mut Vec<String>, text: &[char]) -> usize {
    tokens.push(text.iter().collect());
    text.len()
}

fn is_of_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Comments lie in each other.
fn length_of_comment(text: &[char]) -> usize {
    let (mut at, mut depth) = (0, 0);
    while at < text.len() {
        match &text[at..] {
            ['/', '*', ..] => (at, depth) = (at + 2, depth + 1),
            ['*', '/', ..] => (at, depth) = (at + 2, depth - 1),
            _ => at += 1,
        }
        if depth == 0 {
            break;
        }
    }
    at
}

/// Of a text or a character, raw or not; 0 where none begins. What begins like one may be a name or a lifetime.
fn length_of_literal(text: &[char]) -> usize {
    let prefix = text.iter().take_while(|&&c| matches!(c, 'r' | 'b' | 'c')).count();
    let hashes = text[prefix..].iter().take_while(|&&c| c == '#').count();
    let start = prefix + hashes;
    match text.get(start) {
        Some('"') if text[..prefix].contains(&'r') || hashes == 0 => {
            let is_raw = text[..prefix].contains(&'r');
            let mut at = start + 1;
            while at < text.len() {
                match text[at] {
                    '\\' if !is_raw => at += 1,
                    '"' if text[at + 1..].iter().take_while(|&&c| c == '#').count() >= hashes => {
                        return at + 1 + hashes;
                    }
                    _ => {}
                }
                at += 1;
            }
            at
        }
        Some('\'') if hashes == 0 => match &text[start + 1..] {
            ['\\', ..] => start + 3 + text[start + 3..].iter().take_while(|&&c| c != '\'').count() + 1,
            [_, '\'', ..] => start + 3,
            _ => 0,
        },
        _ => 0,
    }
}

#[test]
fn nothing_in_a_comment_or_between_quotes_is_read() {
    let source = r#"
        // crate::one
        /* crate::two /* crate::three */ crate::four */
        let a = "crate::five \" crate::six"; let b = r"crate::seven"; let c = ['"', '\'', '\u{2026}'];
        fn name<'a>(r: &'a str, b: u8) { b"crate::eight"; crate::nine::it(r#type) }
    "#;
    let found = tokens(source);
    let after: Vec<_> = found.windows(3).filter(|three| three[0] == "crate").map(|three| three[2].as_str()).collect();
    assert_eq!(after, ["nine"]);
}

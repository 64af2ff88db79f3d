//! The shapes of texts: what may be told of a text without telling it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

/// Returns the pattern of a text: `9` for each digit, `a` and a length for letters, everything else as it stands.
/// `22.11.2026 14:05` is `99.99.9999 99:99`.
pub(super) fn shape(text: &str) -> String {
    const LONGEST: usize = 40;
    let mut shape = String::new();
    let mut letters = 0_usize;
    let flush = |shape: &mut String, letters: &mut usize| {
        match *letters {
            0 => {}
            1 => shape.push('a'),
            count => shape.extend(["a×", &count.to_string()]),
        }
        *letters = 0;
    };
    for c in text.chars().take(LONGEST) {
        if c.is_alphabetic() {
            letters += 1;
            continue;
        }
        flush(&mut shape, &mut letters);
        shape.push(if c.is_numeric() {
            '9'
        } else if c.is_control() {
            '?'
        } else {
            c
        });
    }
    flush(&mut shape, &mut letters);
    if text.chars().count() > LONGEST { format!("{shape}…") } else { shape }
}

/// Counts how often each thing was seen, the most frequent first.
pub(super) fn counted(things: impl IntoIterator<Item = String>) -> String {
    const MOST: usize = 8;
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for thing in things {
        *counts.entry(thing).or_default() += 1;
    }
    let mut counts: Vec<_> = counts.into_iter().collect();
    counts.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let more = counts.len().saturating_sub(MOST);
    let mut listed: Vec<String> =
        counts.into_iter().take(MOST).map(|(thing, count)| format!("{thing} ({count})")).collect();
    if more > 0 {
        listed.push(format!("and {more} more"));
    }
    if listed.is_empty() { "none".to_owned() } else { listed.join(", ") }
}

/// Returns a field's name if a programmer gave it: letters and underscores. Anything else may be an id used as a key.
pub(super) fn field_name(name: &str) -> String {
    let is_name = name.len() <= 40 && name.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'_');
    if is_name { name.to_owned() } else { format!("[{}]", shape(name)) }
}

/// Returns a slug or a state: words without digits, from a programmer's hand. Anything else is told by its shape.
pub(super) fn code_word(text: &str) -> String {
    let is_word = text.len() <= 50
        && !text.is_empty()
        && text.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'-' || byte == b'_')
        // Names have capitals inside words of small letters, and codes do not, but for camelCase.
        && (text.contains(['-', '_'])
            || text.bytes().all(|byte| byte.is_ascii_uppercase())
            || text.starts_with(|c: char| c.is_ascii_lowercase()));
    if is_word { text.to_owned() } else { format!("[{}]", shape(text)) }
}

/// Names the type of a JSON value: `null`, `text`, `number`, …
pub(super) fn kind(value: Option<&Value>) -> &'static str {
    match value {
        None => "absent",
        Some(Value::Null) => "null",
        Some(Value::Bool(_)) => "true or false",
        Some(Value::Number(number)) if number.is_i64() || number.is_u64() => "whole number",
        Some(Value::Number(_)) => "number",
        Some(Value::String(_)) => "text",
        Some(Value::Array(_)) => "list",
        Some(Value::Object(_)) => "object",
    }
}

/// The texts of the answers that could be somebody's: they have a digit, a space or an @ in them.
#[derive(Debug, Default)]
pub(super) struct PrivateTexts(BTreeSet<String>);

impl PrivateTexts {
    pub(super) fn gather(&mut self, value: &Value) {
        match value {
            Value::String(text) => self.take(text),
            Value::Array(several) => several.iter().for_each(|one| self.gather(one)),
            Value::Object(fields) => {
                for (name, value) in fields {
                    self.take(name);
                    // What the service says of itself is its own: its words are told where they are known.
                    if !matches!(name.as_str(), "message" | "status_message" | "title" | "slug" | "status") {
                        self.gather(value);
                    }
                }
            }
            Value::Null | Value::Bool(_) | Value::Number(_) => {}
        }
    }

    fn take(&mut self, text: &str) {
        let text = text.trim();
        let is_long = text.chars().count() >= 5;
        if is_long && (text.contains('@') || text.bytes().filter(u8::is_ascii_digit).count() >= 5 || text.contains(' '))
        {
            self.0.insert(text.to_owned());
        }
    }

    pub(super) fn blanked(&self, page: &str) -> String {
        // The longest first: what is part of another is gone with it.
        let mut longest_first: Vec<&String> = self.0.iter().collect();
        longest_first.sort_by_key(|text| std::cmp::Reverse(text.len()));
        longest_first.into_iter().fold(page.to_owned(), |page, text| page.replace(text.as_str(), "…"))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_shape_tells_how_a_text_is_written_and_not_what_it_says() {
        for (text, expected) in [
            ("22.11.2026 14:05", "99.99.9999 99:99"),
            ("2026-11-22T14:05:00Z", "9999-99-99a99:99:99a"),
            (" +4741234567", " +9999999999"),
            ("Kari Nordmann", "a×4 a×8"),
            ("kari@example.com", "a×4@a×7.a×3"),
            ("", ""),
        ] {
            assert_eq!(shape(text), expected);
        }
        assert!(shape(&"x1".repeat(100)).len() < 100);
    }

    #[test]
    fn only_what_a_programmer_wrote_is_told_as_it_stands() {
        for word in ["order-resent", "PARTIAL_REFUNDED", "SENT", "orderNotFound"] {
            assert_eq!(code_word(word), word);
        }
        for text in ["Kari", "Kari Nordmann", "RES3633019929", "kari@example.com", "", "+4741234567"] {
            assert!(code_word(text).starts_with('['), "{text}");
        }
        assert_eq!(field_name("sentTo"), "sentTo");
        assert_eq!(field_name("RES36330"), "[a×399999]");
    }

    #[test]
    fn what_could_be_somebodys_is_blanked_wherever_it_got_in() {
        let mut private = PrivateTexts::default();
        private.gather(&json!({ "title": "order-resent", "data": [{ "name": "Kari Nordmann", "to": "+4741234567" }] }));

        let page = private.blanked("order-resent to Kari Nordmann at +4741234567");

        assert_eq!(page, "order-resent to … at …");
    }
}

//! Lenient readers of one JSON field, whatever came: missing, null and another type are all "not there".

use serde_json::Value;

use super::html_entities::decoded;
use crate::domain::is_invisible;

/// Reads a text of bounded length as one line; None for white space.
pub(super) fn text(field: Option<&Value>) -> Option<String> {
    const LONGEST: usize = 200;
    line(field?.as_str()?, LONGEST)
}

/// Returns a text as one line without what cannot be seen, of bounded length; None for white space.
pub(super) fn line(text: &str, longest: usize) -> Option<String> {
    let seen: String = decoded(text).chars().filter(|&c| !is_invisible(c)).collect();
    let words: Vec<&str> =
        seen.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.char_indices().nth(longest) {
        _ if line.is_empty() => None,
        Some((end, _)) => Some(format!("{}…", &line[..end])),
        None => Some(line),
    }
}

/// Returns whether a text has the form of an id: a few letters, then digits.
pub(super) fn is_id(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    (2..=6).contains(&(text.len() - digits.len()))
        && (1..=20).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Reads a text, or a whole number written without quotes.
pub(super) fn text_or_number(field: Option<&Value>) -> Option<String> {
    text(field).or_else(|| field?.as_u64().map(|number| number.to_string()))
}

/// Reads an amount: a number, or a plain decimal in quotes. What may be grouped or have a comma is not guessed at.
pub(super) fn amount(field: Option<&Value>) -> Option<f64> {
    let value = field?;
    let amount = value.as_f64().or_else(|| plain_decimal(value.as_str()?.trim()))?;
    (amount.is_finite() && amount >= 0.0).then_some(amount)
}

pub(super) fn flag(field: Option<&Value>) -> bool {
    match field {
        Some(Value::Bool(set)) => *set,
        Some(Value::Number(number)) => number.as_u64() == Some(1),
        Some(Value::String(text)) => ["true", "1", "yes"].contains(&text.trim().to_lowercase().as_str()),
        Some(Value::Null | Value::Array(_) | Value::Object(_)) | None => false,
    }
}

fn plain_decimal(text: &str) -> Option<f64> {
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(whole) && is_digits(fraction) { text.parse().ok() } else { None }
}

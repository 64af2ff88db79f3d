//! Redaction of an answer that quotes the access token: every text in it goes, but for the words that the app knows by
//! heart. What is left still tells a yes from a no, and one event from another.

use reqwest::header::HeaderMap;
use serde_json::{Map, Value};

use super::{answer::envelope, details::standing, events::kind, json_field::is_id, leak::TokenRuns};
use crate::domain::{EventKind, Status};

/// Returns the answer without its texts, where it quotes the token; None where it does not.
pub(super) fn redacted(body: &[u8], token: &TokenRuns) -> Option<Vec<u8>> {
    token.are_in(body).then(|| match envelope::find(body) {
        Some(found) => {
            let before = if found.is_whole { "" } else { "<br>" };
            format!("{before}{}", Value::Object(without_texts(found.fields, token))).into_bytes()
        }
        // Not empty, and nothing that anybody could read.
        None => b"?".to_vec(),
    })
}

/// Returns the headers that quote the token neither in their names nor in what they say.
pub(super) fn without_quotations(headers: HeaderMap, token: &TokenRuns) -> HeaderMap {
    let mut before = None;
    let kept = headers.into_iter().filter_map(|(name, value)| {
        // A name that comes several times is only said the first time.
        before = name.or_else(|| before.take());
        let name = before.clone()?;
        let quotes = token.are_in(name.as_str().as_bytes()) || token.are_in(value.as_bytes());
        (!quotes).then_some((name, value))
    });
    let mut all = HeaderMap::new();
    for (name, value) in kept {
        all.append(name, value);
    }
    all
}

fn without_texts(fields: Map<String, Value>, token: &TokenRuns) -> Map<String, Value> {
    let emptied = |(name, value): (String, Value)| {
        let value = without_text(&name, value, token);
        (name, value)
    };
    fields.into_iter().map(emptied).collect()
}

fn without_text(name: &str, value: Value, token: &TokenRuns) -> Value {
    match value {
        Value::String(text) if is_no_free_text(name, &text) && !token.are_in(text.as_bytes()) => Value::String(text),
        Value::Number(number) if !token.are_in(number.to_string().as_bytes()) => Value::Number(number),
        Value::String(_) | Value::Number(_) => taken_out(),
        Value::Array(several) => several.into_iter().map(|one| without_text(name, one, token)).collect(),
        Value::Object(fields) => Value::Object(without_texts(fields, token)),
        Value::Bool(_) | Value::Null => value,
    }
}

/// Returns the placeholder of a redacted text. It shows nothing, and `errors` that were filled still are.
fn taken_out() -> Value {
    Value::Array(vec![Value::Null])
}

/// Returns whether a text has the closed form of what a field of this name holds.
fn is_no_free_text(name: &str, text: &str) -> bool {
    let text = text.trim();
    match name {
        "status" => !matches!(standing(Some(text.to_owned()), false), Some(Status::Other(_))),
        "title" | "slug" => !matches!(kind(text.to_owned()), EventKind::Other(_)),
        "message" => envelope::is_code(text),
        "uuid" | "reservationUuid" | "orderUuid" => is_id(text),
        "datetime" | "paymentLinkDueDate" | "reservationDate" => is_time(text),
        "status_code" => text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()),
        "is_error" | "is_data" | "isPaid" | "sms" | "email" => ["true", "false", "yes", "no", "1", "0"].contains(&text),
        _ => false,
    }
}

/// Returns whether a text is a time: digits in groups, as in `22.11.2026 14:05` and `2026-11-22T13:05:00Z`.
fn is_time(text: &str) -> bool {
    let groups: Vec<&str> = text.split(|c: char| " .,:-+TZ".contains(c)).filter(|group| !group.is_empty()).collect();
    (3..=8).contains(&groups.len())
        && groups.iter().all(|group| group.len() <= 6 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

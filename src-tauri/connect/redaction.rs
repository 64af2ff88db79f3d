//! Redaction of an answer that quotes the access token: every text in it goes, but for the words that the app knows by
//! heart. What is left still tells a yes from a no, and one event from another.

use serde_json::{Map, Value};

use super::{answer::envelope, leak::TokenRuns};

/// What the service writes where it does not write freely: states, events and codes. A word that is missing here goes with
/// the rest.
const KNOWN: [&str; 40] = [
    "sent",
    "reserved",
    "paid",
    "completed",
    "expired",
    "cancelled",
    "canceled",
    "invoiced",
    "refunded",
    "partialrefunded",
    "partiallyrefunded",
    "paymentlinksenttocustomer",
    "paymentlinkopened",
    "paymentlinkexpired",
    "amountreserved",
    "amountcapturedfromreservation",
    "amountchargedfromcard",
    "refundsent",
    "refundsentfromcaptured",
    "refundsentfromcharged",
    "reservationcompleted",
    "reservationcancelled",
    "reservationresent",
    "ordercreated",
    "ordersent",
    "orderresent",
    "orderexpired",
    "ordercancelled",
    "paymentfailed",
    "paymentsuccessful",
    "resentordersuccessfully",
    "reservationretrievedsuccessfully",
    "orderretrievedsuccessfully",
    "ordernotfound",
    "payloadvalidationerrors",
    "orderstatusalreadycompleted",
    "orderstatusalreadycancelled",
    "orderstatusalreadypaid",
    "somethingwentwrong",
    "internalerroroccurredpleasetryagainlater",
];

/// The answer without its texts, where it quotes the token; None where it does not.
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

/// Nothing that can be shown, and not nothing: `errors` that were filled still are.
fn taken_out() -> Value {
    Value::Array(vec![Value::Null])
}

/// What a field of this name holds, in the form that it has there.
fn is_no_free_text(name: &str, text: &str) -> bool {
    let text = text.trim();
    match name {
        "status" | "title" | "slug" | "message" => is_known(text),
        "uuid" | "reservationUuid" | "orderUuid" => is_id(text),
        "datetime" | "paymentLinkDueDate" | "reservationDate" => is_time(text),
        "status_code" => text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_digit()),
        "is_error" | "is_data" | "isPaid" | "sms" | "email" => ["true", "false", "yes", "no", "1", "0"].contains(&text),
        _ => false,
    }
}

fn is_known(text: &str) -> bool {
    let folded: String = text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect();
    KNOWN.contains(&folded.as_str())
}

fn is_id(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    (2..=6).contains(&(text.len() - digits.len()))
        && (1..=20).contains(&digits.len())
        && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Digits in groups, as in `22.11.2026 14:05` and `2026-11-22T13:05:00Z`.
fn is_time(text: &str) -> bool {
    let groups: Vec<&str> = text.split(|c: char| " .,:-+TZ".contains(c)).filter(|group| !group.is_empty()).collect();
    (3..=8).contains(&groups.len())
        && groups.iter().all(|group| group.len() <= 6 && group.bytes().all(|byte| byte.is_ascii_digit()))
}

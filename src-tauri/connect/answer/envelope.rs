//! The JSON envelope of an answer, in any of the shapes that were recorded:
//! `{"status_code": n, "status_message": s, "message": code, …}`, then `data` or `errors`.

use serde_json::{Map, Value};

use super::Body;
use crate::connect::json_field::{flag, line};

const RESENT: &str = "resentordersuccessfully";

const FAILURES: [&str; 7] = [
    "ordernotfound",
    "payloadvalidationerrors",
    "orderstatusalreadycompleted",
    "orderstatusalreadycancelled",
    "orderstatusalreadypaid",
    "somethingwentwrong",
    "internalerroroccurredpleasetryagainlater",
];

pub(in crate::connect) struct Envelope {
    status_code: Option<i64>,
    is_error: bool,
    /// Lower case, without spaces.
    message: Option<String>,
    errors: Value,
}

impl Envelope {
    /// Reads the envelope; None where the body holds no JSON object, or one that the service did not write. A gateway's
    /// `{"message":"Not Found."}` has neither a `status_code` nor a message that is a code. What PHP had to say before
    /// it is passed over: of a refusal, the reason counts.
    pub(in crate::connect) fn read(body: Body<'_>) -> Option<Self> {
        let Body::Whole(bytes) = body else { return None };
        Self::of(find(bytes)?.fields)
    }

    /// Reads an envelope that has nothing before it: what stands there may say why it is not true.
    pub(in crate::connect) fn read_alone(body: Body<'_>) -> Option<Self> {
        object(body).and_then(Self::of)
    }

    fn of(mut fields: Map<String, Value>) -> Option<Self> {
        let status_code = fields.get("status_code").and_then(whole_number);
        let message = fields.get("message").and_then(Value::as_str).map(folded);
        if status_code.is_none() && !message.as_deref().is_some_and(is_folded_code) {
            return None;
        }
        Some(Self {
            status_code,
            is_error: flag(fields.get("is_error")),
            message,
            errors: fields.remove("errors").unwrap_or_default(),
        })
    }

    pub(in crate::connect) fn message(&self) -> Option<&str> {
        self.message.as_deref()
    }

    pub(in crate::connect) fn says_resent(&self) -> bool {
        self.message() == Some(RESENT) && !self.contradicts_success()
    }

    /// Returns whether the envelope says no where the HTTP status says yes.
    pub(in crate::connect) fn contradicts_success(&self) -> bool {
        self.is_error
            || is_filled(&self.errors)
            || self.status_code.is_some_and(|code| !(200..300).contains(&code))
            || self.message().is_some_and(|message| FAILURES.contains(&message))
    }

    /// Returns whether the envelope says done, or failed on the way, where the HTTP status says refused.
    pub(in crate::connect) fn contradicts_refusal(&self) -> bool {
        self.message() == Some(RESENT) || self.status_code.is_some_and(|code| matches!(code, 200..300 | 500..600))
    }

    pub(in crate::connect) fn into_sentences(self) -> Vec<String> {
        sentences(&self.errors)
    }
}

/// Returns the validation errors of a payload, in the envelope or in the framework's plain `message` and `errors`.
pub(in crate::connect) fn reasons(body: Body<'_>) -> Vec<String> {
    let Body::Whole(bytes) = body else { return Vec::new() };
    let Some(Found { fields, .. }) = find(bytes) else { return Vec::new() };
    let found = fields.get("errors").map(sentences).unwrap_or_default();
    if !found.is_empty() || Envelope::of(fields.clone()).is_some() {
        return found;
    }
    // It may stand there alone; a code is no sentence.
    let message = fields.get("message").filter(|message| message.as_str().is_some_and(|text| text.contains(' ')));
    message.map(sentences).unwrap_or_default()
}

/// Returns the `data` of a read, unless the envelope takes it back. The rest of the envelope may be missing.
pub(in crate::connect) fn data(body: Body<'_>) -> Option<Value> {
    let mut fields = object(body)?;
    let data = fields.remove("data")?;
    let taken_back = Envelope::of(fields).is_some_and(|envelope| envelope.contradicts_success());
    (!taken_back).then_some(data)
}

fn object(body: Body<'_>) -> Option<Map<String, Value>> {
    let Body::Whole(bytes) = body else { return None };
    find(bytes).filter(|found| found.is_whole).map(|found| found.fields)
}

/// A JSON object, and whether it is all that the body holds.
pub(in crate::connect) struct Found {
    pub(in crate::connect) fields: Map<String, Value>,
    pub(in crate::connect) is_whole: bool,
}

/// Finds the JSON object in a body. A notice of PHP around it does not hide it; a web page with a script is none.
pub(in crate::connect) fn find(bytes: &[u8]) -> Option<Found> {
    const MOST_BEGINNINGS: usize = 20;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if let Ok(fields) = serde_json::from_slice(bytes) {
        return Some(Found { fields, is_whole: true });
    }
    if is_web_page(bytes) {
        return None;
    }
    let beginnings = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'{').take(MOST_BEGINNINGS);
    for (at, _) in beginnings {
        match serde_json::Deserializer::from_slice(&bytes[at..]).into_iter().next()? {
            Ok(fields) => return Some(Found { fields, is_whole: false }),
            // It began here and was cut off: what it holds is not the answer.
            Err(error) if error.is_eof() => return None,
            Err(_) => {}
        }
    }
    None
}

fn is_web_page(bytes: &[u8]) -> bool {
    let begin = String::from_utf8_lossy(&bytes[..bytes.len().min(2000)]).to_lowercase();
    ["<!doctype", "<html", "<head", "<script"].iter().any(|mark| begin.contains(mark))
}

/// Returns whether a message is a code of the service, in whichever way it was written.
pub(in crate::connect) fn is_code(message: &str) -> bool {
    is_folded_code(&folded(message))
}

fn is_folded_code(message: &str) -> bool {
    message == RESENT || FAILURES.contains(&message)
}

fn whole_number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

fn folded(message: &str) -> String {
    message.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
}

/// Returns whether `errors` holds anything: nothing, in any of the ways to write it, is not filled.
fn is_filled(errors: &Value) -> bool {
    match errors {
        Value::Null | Value::Bool(false) => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(several) => !several.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        Value::Bool(true) | Value::Number(_) => true,
    }
}

/// Collects the sentences of `errors`, which may be null, strings, objects with a `message`, or an object of either.
fn sentences(errors: &Value) -> Vec<String> {
    let mut sentences = Vec::new();
    collect(errors, &mut sentences);
    sentences
}

fn collect(errors: &Value, into: &mut Vec<String>) {
    const MOST: usize = 6;
    if into.len() >= MOST {
        return;
    }
    match errors {
        Value::String(sentence) => into.extend(presentable(sentence).filter(|sentence| !into.contains(sentence))),
        Value::Array(several) => several.iter().for_each(|one| collect(one, into)),
        Value::Object(fields) => collect_fields(fields, into),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn collect_fields(fields: &Map<String, Value>, into: &mut Vec<String>) {
    match fields.get("message") {
        Some(message) => collect(message, into),
        None => fields.values().for_each(|value| collect(value, into)),
    }
}

/// Returns a sentence as one line of bounded length; None for white space and the documentation's placeholder.
fn presentable(sentence: &str) -> Option<String> {
    const LONGEST: usize = 300;
    line(sentence, LONGEST).filter(|line| line != "Array")
}

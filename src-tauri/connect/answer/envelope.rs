//! `{"status_code": n, "status_message": s, "message": code, …}`, then `data` or `errors`, in any of the
//! shapes that were recorded.

use serde_json::{Map, Value};

use super::Body;

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
    /// None where the body is no JSON object, or one that the service did not write: a gateway's
    /// `{"message":"Not Found."}` has neither a `status_code` nor a message that is a code.
    pub(in crate::connect) fn read(body: Body<'_>) -> Option<Self> {
        object(body).and_then(Self::of)
    }

    fn of(mut fields: Map<String, Value>) -> Option<Self> {
        let status_code = fields.get("status_code").and_then(whole_number);
        let message = fields.get("message").and_then(Value::as_str).map(folded);
        if status_code.is_none() && !message.as_deref().is_some_and(is_code) {
            return None;
        }
        Some(Self {
            status_code,
            is_error: fields.get("is_error").is_some_and(|value| *value == Value::Bool(true)),
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

    /// The HTTP status says yes and the envelope says no.
    pub(in crate::connect) fn contradicts_success(&self) -> bool {
        self.is_error
            || self.status_code.is_some_and(|code| !(200..300).contains(&code))
            || self.message().is_some_and(|message| FAILURES.contains(&message))
    }

    /// `errors` may be null, strings, objects with a `message`, or an object of either.
    pub(in crate::connect) fn into_sentences(self) -> Vec<String> {
        let mut sentences = Vec::new();
        collect(&self.errors, &mut sentences);
        sentences
    }
}

/// What a read brought, unless the envelope takes it back. The rest of the envelope may be missing.
pub(in crate::connect) fn data(body: Body<'_>) -> Option<Value> {
    let mut fields = object(body)?;
    let data = fields.remove("data")?;
    let taken_back = Envelope::of(fields).is_some_and(|envelope| envelope.contradicts_success());
    (!taken_back).then_some(data)
}

fn object(body: Body<'_>) -> Option<Map<String, Value>> {
    let Body::Whole(bytes) = body else { return None };
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    serde_json::from_slice(bytes).ok()
}

fn is_code(message: &str) -> bool {
    message == RESENT || FAILURES.contains(&message)
}

fn whole_number(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_str()?.trim().parse().ok())
}

fn folded(message: &str) -> String {
    message.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect()
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

/// One line of bounded length; nothing for white space and for the documentation's placeholder.
fn presentable(sentence: &str) -> Option<String> {
    const LONGEST: usize = 300;
    let words: Vec<&str> =
        sentence.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty()).collect();
    let line = words.join(" ");
    match line.as_str() {
        "" | "Array" => None,
        _ if line.chars().count() > LONGEST => Some(line.chars().take(LONGEST).chain(['…']).collect()),
        _ => Some(line),
    }
}

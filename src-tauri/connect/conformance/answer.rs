use reqwest::header::{CONTENT_TYPE, HeaderMap};
use serde_json::{Map, Value};

use super::shape::{code_word, counted, field_name, kind};

/// An HTTP answer as it came, with no meaning yet.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) headers: HeaderMap,
    pub(super) length: usize,
    pub(super) is_whole: bool,
    pub(super) json: Option<Value>,
}

/// Messages that the documentation or a recording shows, without case and spaces.
const MESSAGES: [&str; 10] = [
    "reservationretrievedsuccessfully",
    "orderretrievedsuccessfully",
    "notfound",
    "ordernotfound",
    "resentordersuccessfully",
    "payloadvalidationerrors",
    "somethingwentwrong",
    "internalerroroccurredpleasetryagainlater",
    "unauthenticated.",
    "toomanyattempts.",
];

impl Answer {
    pub(super) fn fields(&self) -> Option<&Map<String, Value>> {
        self.json.as_ref().and_then(Value::as_object)
    }

    pub(super) fn data(&self) -> Option<&Value> {
        self.fields()?.get("data")
    }

    /// Returns whether it has the envelope: `status_code`, `status_message`, `message` and one of two pairs or neither.
    pub(super) fn has_envelope(&self) -> bool {
        self.fields().is_some_and(|fields| fields.contains_key("status_code") && fields.contains_key("message"))
    }

    pub(super) fn agrees_with_status(&self) -> bool {
        let said = self.fields().and_then(|fields| fields.get("status_code")).and_then(Value::as_u64);
        said.is_none_or(|said| said == u64::from(self.status))
    }

    /// Returns the message without case and spaces, as messages are compared.
    pub(super) fn message(&self) -> Option<String> {
        let message = self.fields()?.get("message")?.as_str()?;
        Some(message.chars().filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect())
    }

    pub(super) fn says(&self, message: &str) -> bool {
        self.message().as_deref() == Some(message)
    }

    /// Describes what it was, in one line.
    pub(super) fn summary(&self) -> String {
        let mut parts = vec![self.status.to_string()];
        match (&self.json, self.fields()) {
            (None, _) => parts.push(format!("no JSON ({}, {} bytes)", self.content_type(), self.length)),
            (Some(other), None) => parts.push(format!("JSON that is a {}", kind(Some(other)))),
            (Some(_), Some(_)) if self.has_envelope() => parts.push("in the envelope".to_owned()),
            (Some(_), Some(fields)) => {
                parts.push(format!(
                    "JSON without the envelope ({})",
                    counted(fields.keys().map(|name| field_name(name)))
                ));
            }
        }
        if let Some(message) = self.fields().and_then(|fields| fields.get("message")).and_then(Value::as_str) {
            let known = self.message().is_some_and(|message| MESSAGES.contains(&message.as_str()));
            parts.push(format!("message {}", if known { message.to_owned() } else { code_word(message) }));
        }
        if let Some(location) = self.headers.get("location") {
            parts.push(format!(
                "leads to {}",
                if location.as_bytes().starts_with(b"http") { "another page" } else { "a path" }
            ));
        }
        if !self.agrees_with_status() {
            parts.push("status_code says otherwise".to_owned());
        }
        if !self.is_whole {
            parts.push("not whole".to_owned());
        }
        parts.join(", ")
    }

    fn content_type(&self) -> String {
        let written = self.headers.get(CONTENT_TYPE).and_then(|value| value.to_str().ok()).unwrap_or("no type");
        written.split(';').next().unwrap_or_default().trim().chars().take(40).collect()
    }
}

//! The answers that the real service is known to give, in its own words.

use std::time::Duration;

use hyper::StatusCode;
use serde_json::{Value, json};

use super::Scenario;

/// The reply to a request: an answer, or what comes in place of one.
pub(super) enum Reply {
    Answer(CannedAnswer),
    /// Answers, after a while.
    Late(Duration, CannedAnswer),
    /// Sends, closes the connection and says nothing.
    Silence,
}

impl Reply {
    /// Returns whether a message would leave now.
    pub(super) fn is_accepted(&self) -> bool {
        match self {
            Self::Answer(answer) | Self::Late(_, answer) => answer.status == StatusCode::ACCEPTED,
            Self::Silence => true,
        }
    }
}

pub(super) struct CannedAnswer {
    pub(super) status: StatusCode,
    pub(super) header: Option<(&'static str, &'static str)>,
    pub(super) content_type: &'static str,
    pub(super) body: String,
}

/// Answers a send of a reservation with this scenario; None is of one that nobody knows.
pub(super) fn resend(scenario: Option<Scenario>, payload: &[u8]) -> Reply {
    let Some(scenario) = scenario else {
        return Reply::Answer(not_found());
    };
    let sentences = what_is_wrong_with(payload);
    if !sentences.is_empty() {
        return Reply::Answer(envelope(417, "Expectation Failed", "payloadValidationErrors", &json!(sentences)));
    }
    let none = &Value::Null;
    Reply::Answer(match scenario {
        Scenario::Sent | Scenario::OrderSent | Scenario::AmountReserved => accepted(),
        Scenario::SentSlowly => return Reply::Late(Duration::from_secs(7), accepted()),
        Scenario::AlreadyCancelled => envelope(400, "Bad Request", "orderStatusAlreadyCancelled", none),
        Scenario::AlreadyCompleted => envelope(400, "Bad Request", "orderStatusAlreadyCompleted", none),
        Scenario::AlreadyPaid => envelope(400, "Bad Request", "orderStatusAlreadyPaid", none),
        Scenario::NotFound => envelope(404, "Not Found", "orderNotFound", none),
        Scenario::Refused => {
            let sentences = json!(refused_in(payload));
            envelope(417, "Expectation Failed", "payloadValidationErrors", &sentences)
        }
        Scenario::TokenRefused => unauthenticated(),
        Scenario::RateLimited => gateway(429, "Too Many Attempts.").with("retry-after", "30"),
        Scenario::Redirected => html(302, "Log in to the network").with("location", "/login"),
        Scenario::ServiceFailed => envelope(510, "Not Extended", "somethingWentWrong", none),
        Scenario::ServiceUnavailable => gateway(503, "Service Unavailable").with("retry-after", "120"),
        Scenario::ConnectionBroken => return Reply::Silence,
        Scenario::UnclearAnswer => html(200, "Welcome"),
    })
}

pub(super) fn not_found() -> CannedAnswer {
    envelope(404, "Not Found", "orderNotFound", &json!(["Order not found"]))
}

pub(super) fn unauthenticated() -> CannedAnswer {
    gateway(401, "Unauthenticated.")
}

/// Makes the answer of a gateway in front of the service, without its envelope.
pub(super) fn gateway(status: u16, message: &str) -> CannedAnswer {
    json_answer(status, &json!({ "message": message }))
}

pub(super) fn html(status: u16, title: &str) -> CannedAnswer {
    let body = format!("<!doctype html><title>{title}</title><h1>{title}</h1>");
    CannedAnswer { status: code(status), header: None, content_type: "text/html; charset=utf-8", body }
}

/// Makes an answer of any text, which says that it is JSON.
#[cfg(feature = "test-doors")]
pub(super) fn raw(status: u16, body: &str) -> CannedAnswer {
    CannedAnswer { status: code(status), header: None, content_type: "application/json", body: body.to_owned() }
}

fn accepted() -> CannedAnswer {
    let body = json!({
        "status_code": 202,
        "status_message": "Accepted",
        "message": "resentOrderSuccessfully",
        "is_data": true,
        "data": [],
    });
    json_answer(202, &body)
}

pub(super) fn envelope(status: u16, status_message: &str, message: &str, errors: &Value) -> CannedAnswer {
    let body = json!({
        "status_code": status,
        "status_message": status_message,
        "message": message,
        "is_error": true,
        "errors": errors,
    });
    json_answer(status, &body)
}

pub(super) fn json_answer(status: u16, body: &Value) -> CannedAnswer {
    CannedAnswer { status: code(status), header: None, content_type: "application/json", body: body.to_string() }
}

impl CannedAnswer {
    fn with(self, name: &'static str, value: &'static str) -> Self {
        Self { header: Some((name, value)), ..self }
    }
}

fn code(status: u16) -> StatusCode {
    StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

/// Validates a payload by the service's rules, in the manner of its sentences.
fn what_is_wrong_with(payload: &[u8]) -> Vec<&'static str> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(payload) else {
        return vec!["The payload must be a JSON object."];
    };
    let text = |name: &str| fields.get(name).and_then(Value::as_str);
    let mut sentences = Vec::new();
    match (text("countryCode"), text("msisdn")) {
        (None, None) if text("email").is_none() => sentences.push("The msisdn or the email field is required."),
        (None, None) => {}
        (Some(country), Some(number)) => {
            if !country.strip_prefix('+').is_some_and(is_digits) {
                sentences.push("The country code format is invalid.");
            }
            if !is_digits(number) {
                sentences.push("The msisdn must be a number.");
            }
        }
        (Some(_), None) => sentences.push("The msisdn field is required when country code is present."),
        (None, Some(_)) => sentences.push("The country code field is required when msisdn is present."),
    }
    if text("email").is_some_and(|email| !email.contains('@')) {
        sentences.push("The email must be a valid email address.");
    }
    sentences
}

/// Returns the refusals of what was sent, in the words that were recorded.
fn refused_in(payload: &[u8]) -> Vec<&'static str> {
    let fields: Value = serde_json::from_slice(payload).unwrap_or_default();
    [
        ("msisdn", "The customer details.msisdn must be a valid phone number."),
        ("email", "The customer details.email must be a valid email address."),
    ]
    .into_iter()
    .filter(|(field, _)| fields.get(field).is_some_and(Value::is_string))
    .map(|(_, sentence)| sentence)
    .collect()
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

//! What the practice service knows of its reservations: their details, and what happened to them.

use std::time::{Duration, SystemTime};

use serde_json::{Value, json};

use super::{
    Example, Lesson,
    answers::{Answer, envelope, json_answer, not_found},
    catalogue::EXAMPLES,
};
use crate::domain::Moment;

/// A link that was sent again while the service ran.
#[derive(Clone, Debug)]
pub(super) struct Resent {
    id: String,
    payload: Value,
    at: SystemTime,
}

impl Resent {
    pub(super) fn now(id: &str, payload: &[u8]) -> Self {
        Self { id: id.to_owned(), payload: serde_json::from_slice(payload).unwrap_or_default(), at: SystemTime::now() }
    }

    /// As the service writes contacts, with a space before them.
    fn contacts(&self) -> Vec<String> {
        let field = |name: &str| self.payload.get(name).and_then(Value::as_str);
        let sms = field("countryCode").zip(field("msisdn")).map(|(country, number)| format!(" {country}{number}"));
        sms.into_iter().chain(field("email").map(|address| format!(" {address}"))).collect()
    }
}

const HOUR: Duration = Duration::from_hours(1);

pub(super) fn details(id: &str) -> Answer {
    let found = Example::find(id).filter(|example| example.lesson != Lesson::NotFound);
    let Some(example) = found else {
        return not_found();
    };
    let (status, is_paid) = match example.lesson {
        Lesson::AlreadyCancelled => ("CANCELLED", false),
        Lesson::AlreadyCompleted => ("COMPLETED", true),
        Lesson::AlreadyPaid => ("RESERVED", true),
        Lesson::AmountReserved => ("RESERVED", false),
        Lesson::Sent
        | Lesson::OrderSent
        | Lesson::SentSlowly
        | Lesson::NotFound
        | Lesson::Refused
        | Lesson::TokenRefused
        | Lesson::RateLimited
        | Lesson::Redirected
        | Lesson::ServiceFailed
        | Lesson::ServiceUnavailable
        | Lesson::ConnectionBroken
        | Lesson::UnclearAnswer => ("SENT", false),
    };
    let now = SystemTime::now();
    let day = |at: SystemTime| Moment::of(at).text.split_once(' ').map(|(date, _)| date.to_owned());
    let mut data = json!({
        "status": status,
        "isPaid": is_paid,
        "reservationDate": day(before(now, 74 * HOUR)),
        "paymentLinkDueDate": day(now + 96 * HOUR).map(|date| format!("23:59, {date}")),
        "sendOrderBy": { "sms": true, "email": false },
        "customerDetails": {
            "countryCode": "+47",
            "msisdn": example.phone_number.replace(' ', ""),
            "email": example.email_address,
            "name": example.customer,
        },
    });
    if id.starts_with("ODR") {
        data["orderUuid"] = json!(id);
        data["orderSummary"] = json!({ "grandTotal": example.amount });
        return found_answer("orderRetrievedSuccessfully", &data);
    }
    data["reservationUuid"] = json!(id);
    data["grandTotal"] = json!(example.amount);
    found_answer("reservationRetrievedSuccessfully", &data)
}

/// The events of a time range, oldest first. A range without any is a 404.
pub(super) fn history(range: &str, resent: &[Resent]) -> Answer {
    let Some((from, to)) = range.split_once('/').and_then(|(from, to)| Some((seconds(from)?, seconds(to)?))) else {
        return envelope(
            417,
            "Expectation Failed",
            "payloadValidationErrors",
            &json!(["The range must be two times."]),
        );
    };
    let now = SystemTime::now();
    let known = EXAMPLES.iter().filter(|example| example.lesson != Lesson::NotFound && !example.id.starts_with("ODR"));
    let mut events: Vec<(SystemTime, Value)> = known
        .flat_map(|example| {
            let sent = before(now, 74 * HOUR);
            let opened = before(now, 73 * HOUR);
            let to = format!(" +47{}", example.phone_number.replace(' ', ""));
            [
                (sent, event(example.id, "payment-link-sent-to-customer", sent, Some(&to))),
                (opened, event(example.id, "payment-link-opened", opened, None)),
            ]
        })
        .collect();
    for one in resent.iter().filter(|one| !one.id.starts_with("ODR")) {
        events.extend(one.contacts().iter().map(|to| (one.at, event(&one.id, "order-resent", one.at, Some(to)))));
    }
    // The end may be the last moment that this system can count to.
    let in_range = |at: SystemTime| at >= from && at.duration_since(to).unwrap_or_default() <= Duration::from_secs(1);
    let data: Vec<Value> = events.into_iter().filter(|(at, _)| in_range(*at)).map(|(_, event)| event).collect();
    if data.is_empty() {
        return envelope(404, "Not Found", "noHistoryFound", &Value::Null);
    }
    found_answer("historyRetrievedSuccessfully", &Value::Array(data))
}

fn event(id: &str, title: &str, at: SystemTime, sent_to: Option<&str>) -> Value {
    json!({ "uuid": id, "title": title, "datetime": Moment::of(at).text, "sentTo": sent_to, "actionBy": null, "note": null })
}

fn found_answer(message: &str, data: &Value) -> Answer {
    let body = json!({
        "status_code": 200,
        "status_message": "OK",
        "message": message,
        "is_data": true,
        "data": data,
    });
    json_answer(200, &body)
}

fn before(time: SystemTime, earlier: Duration) -> SystemTime {
    time.checked_sub(earlier).unwrap_or(SystemTime::UNIX_EPOCH)
}

fn seconds(text: &str) -> Option<SystemTime> {
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(text.parse().ok().filter(|&seconds| seconds < 1 << 40)?))
}

//! The reads of the practice service: the details of its reservations, and what happened to them.

use std::time::Duration;

use serde_json::{Value, json};

use super::{
    Example, Scenario,
    answers::{CannedAnswer, envelope, json_answer, not_found},
    catalogue::EXAMPLES,
    fortnight::Booking,
    money::{MERCHANT, payment_details},
};
use crate::domain::{Moment, Timestamp, Zone};

/// An event: something that happened while the service ran.
#[derive(Clone, Debug)]
pub(super) struct PastEvent {
    id: String,
    title: String,
    at: Timestamp,
    sent_to: Value,
}

impl PastEvent {
    pub(super) fn now(id: &str, title: &str, sent_to: Value) -> Self {
        Self::at(Timestamp::now(), id, title, sent_to)
    }

    pub(super) fn at(at: Timestamp, id: &str, title: &str, sent_to: Value) -> Self {
        Self { id: id.to_owned(), title: title.to_owned(), at, sent_to }
    }

    /// Makes the events of a resend: one for each contact, as the service writes them, with a space before.
    pub(super) fn resent(id: &str, payload: &[u8]) -> Vec<Self> {
        let payload: Value = serde_json::from_slice(payload).unwrap_or_default();
        let field = |name: &str| payload.get(name).and_then(Value::as_str);
        let sms = field("countryCode").zip(field("msisdn")).map(|(country, number)| format!(" {country}{number}"));
        let contacts = sms.into_iter().chain(field("email").map(|address| format!(" {address}")));
        contacts.map(|to| Self::now(id, "order-resent", json!(to))).collect()
    }

    /// Makes what a customer does who gets the link: opens it, and then lets the amount be reserved.
    pub(super) fn customers(id: &str) -> [Self; 2] {
        let now = Timestamp::now();
        [(OPENED_AFTER, "payment-link-opened"), (RESERVED_AFTER, RESERVED)]
            .map(|(after, title)| Self::at(now + after, id, title, Value::Null))
    }

    /// Whether it is this, and has happened by now.
    fn is_past(&self, id: &str, title: &str) -> bool {
        self.id == id && self.title == title && self.at <= Timestamp::now()
    }

    #[must_use]
    pub(super) fn earlier(self, by: Duration) -> Self {
        Self { at: self.at - by, ..self }
    }
}

/// The form in which the service writes times: nobody knows which zone the real one means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Times {
    /// `22.11.2026 14:05`, where the clock stood in this zone.
    In(Zone),
    /// `2026-11-22T14:05:42+01:00`
    WithOffset(Zone),
}

impl Default for Times {
    fn default() -> Self {
        Self::In(Zone::norway())
    }
}

impl Times {
    fn written(&self, at: Timestamp) -> String {
        match self {
            Self::In(zone) => zone.written(at, "%d.%m.%Y %H:%M"),
            Self::WithOffset(zone) => zone.written(at, "%Y-%m-%dT%H:%M:%S%:z"),
        }
        .unwrap_or_default()
    }
}

/// The clock by which the service tells, writes and selects times.
#[derive(Clone, Debug, Default)]
pub(super) struct Clockface {
    pub(super) times: Times,
    /// In seconds; what happened, happened by this clock.
    pub(super) ahead: i64,
}

impl Clockface {
    fn shows(&self, at: Timestamp) -> Timestamp {
        at.shifted(self.ahead.saturating_mul(1000))
    }
}

const HOUR: Duration = Duration::from_hours(1);
/// How long a customer takes in practice, after a link was sent.
const OPENED_AFTER: Duration = Duration::from_secs(8);
const RESERVED_AFTER: Duration = Duration::from_secs(25);
const RESERVED: &str = "amount-reserved";

pub(super) fn details(id: &str) -> CannedAnswer {
    let found = Example::find(id).filter(|example| example.scenario != Scenario::NotFound);
    let Some(example) = found else {
        return not_found();
    };
    let (status, is_paid) = standing(example.scenario);
    let now = Timestamp::now();
    let mut data = json!({
        "status": status,
        "isPaid": is_paid,
        "reservationDate": day(now - 74 * HOUR),
        "paymentLinkDueDate": day(now + 96 * HOUR).map(|date| format!("23:59, {date}")),
        "sendOrderBy": { "sms": true, "email": false },
        "customerDetails": {
            "countryCode": "+47",
            "msisdn": example.phone_number.replace(' ', ""),
            "email": example.email_address,
            "name": example.customer,
        },
        "organizationDetails": { "name": MERCHANT },
    });
    if id.starts_with("ODR") {
        data["orderUuid"] = json!(id);
        data["orderSummary"] = json!({ "grandTotal": example.amount });
        return found_answer("orderRetrievedSuccessfully", &data);
    }
    data["reservationUuid"] = json!(id);
    data["grandTotal"] = json!(example.amount);
    data["paymentDetails"] = payment_details(status, is_paid, example.amount.into(), Some(now - 70 * HOUR));
    found_answer("reservationRetrievedSuccessfully", &data)
}

/// Answers with the details of a made-up reservation, as they are after what has happened to it while the service ran.
pub(super) fn details_of_booking<'a>(booking: &Booking, happened: impl Iterator<Item = &'a PastEvent>) -> CannedAnswer {
    let reserved = happened.filter(|event| event.is_past(&booking.id, RESERVED)).last();
    let is_open = matches!(booking.status, "SENT" | "EXPIRED") && !booking.is_paid;
    let status = if is_open && reserved.is_some() { "RESERVED" } else { booking.status };
    let data = json!({
        "reservationUuid": booking.id,
        "status": status,
        "isPaid": booking.is_paid,
        "grandTotal": booking.amount,
        "reservationDate": day(booking.made),
        "paymentLinkDueDate": Zone::norway().written(booking.due, "%H:%M, %d.%m.%Y"),
        "sendOrderBy": { "sms": true, "email": false },
        "customerDetails": {
            "countryCode": "+47",
            "msisdn": booking.phone_number,
            "email": booking.email_address,
            "name": booking.customer,
        },
        "referenceNumber": booking.reference,
        "customerReference": null,
        "paymentDetails": payment_details(status, booking.is_paid, booking.amount, reserved.map(|event| event.at)),
        "organizationDetails": { "name": MERCHANT },
    });
    found_answer("reservationRetrievedSuccessfully", &data)
}

fn day(at: Timestamp) -> Option<String> {
    Moment::of(at).text.split_once(' ').map(|(date, _)| date.to_owned())
}

/// Returns the last minute of a day in Norway.
pub(super) fn end_of_day(at: Timestamp) -> Timestamp {
    let written = day(at).map(|date| format!("23:59, {date}"));
    let moment = written.and_then(|text| Moment::read(&text, Some(&Zone::norway())));
    moment.and_then(|moment| moment.at).unwrap_or(at)
}

/// Returns the status of such an example, and whether it counts as paid.
fn standing(scenario: Scenario) -> (&'static str, bool) {
    match scenario {
        Scenario::AlreadyCancelled => ("CANCELLED", false),
        Scenario::AlreadyCompleted => ("COMPLETED", true),
        Scenario::AlreadyPaid => ("RESERVED", true),
        Scenario::AmountReserved => ("RESERVED", false),
        Scenario::Sent
        | Scenario::OrderSent
        | Scenario::SentSlowly
        | Scenario::NotFound
        | Scenario::Refused
        | Scenario::TokenRefused
        | Scenario::RateLimited
        | Scenario::Redirected
        | Scenario::ServiceFailed
        | Scenario::ServiceUnavailable
        | Scenario::ConnectionBroken
        | Scenario::UnclearAnswer => ("SENT", false),
    }
}

/// Lists the events of a time range, oldest first. It selects by seconds since 1970, whatever it writes. A range
/// without any is a 404.
pub(super) fn history<'a>(
    range: &str,
    happened: impl Iterator<Item = &'a PastEvent>,
    clock: &Clockface,
) -> CannedAnswer {
    let Some((from, to)) = range.split_once('/').and_then(|(from, to)| Some((seconds(from)?, seconds(to)?))) else {
        return envelope(
            417,
            "Expectation Failed",
            "payloadValidationErrors",
            &json!(["The range must be two times."]),
        );
    };
    let known = EXAMPLES.iter().filter(|example| example.scenario != Scenario::NotFound);
    let first = known.flat_map(|example| {
        let to = json!(format!(" +47{}", example.phone_number.replace(' ', "")));
        let event = |hours: u32, title, to| PastEvent::now(example.id, title, to).earlier(hours * HOUR);
        [event(74, "payment-link-sent-to-customer", to), event(73, "payment-link-opened", Value::Null)]
    });
    let mut all: Vec<PastEvent> = first.chain(happened.cloned()).collect();
    let now = Timestamp::now();
    all.retain(|event| {
        let at = clock.shows(event.at);
        // A second that has begun is one that is over.
        let second = at.as_seconds();
        event.at <= now && !event.id.starts_with("ODR") && second >= from && second <= to
    });
    all.sort_by_key(|event| event.at);
    if all.is_empty() {
        return envelope(404, "Not Found", "noHistoryFound", &Value::Null);
    }
    let data = all.iter().map(|event| {
        json!({
            "uuid": event.id,
            "title": event.title,
            "datetime": clock.times.written(clock.shows(event.at)),
            "sentTo": event.sent_to,
            "actionBy": null,
            "note": null,
        })
    });
    found_answer("historyRetrievedSuccessfully", &Value::Array(data.collect()))
}

fn found_answer(message: &str, data: &Value) -> CannedAnswer {
    let body = json!({
        "status_code": 200,
        "status_message": "OK",
        "message": message,
        "is_data": true,
        "data": data,
    });
    json_answer(200, &body)
}

fn seconds(text: &str) -> Option<i64> {
    text.parse().ok().filter(|seconds| (0..1 << 40).contains(seconds))
}

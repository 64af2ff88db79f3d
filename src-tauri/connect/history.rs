//! What happened to one reservation, out of the events of all of them. Pure, and lenient.

use reqwest::{StatusCode, header::HeaderMap};
use serde_json::{Map, Value};

use super::{
    Body, Unread,
    answer::{
        envelope::{Envelope, data},
        unread,
    },
    lenient::{text, text_or_number},
};
use crate::domain::{EmailAddress, Event, EventKind, Moment, PhoneNumber, Region, ReservationId};

/// `GET …/history/{from}/{to}`, in the order of the answer. A range without events is a 404 in the envelope.
pub fn meaning_of_events(
    id: &ReservationId,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body<'_>,
) -> Result<Vec<Event>, Unread> {
    match status.as_u16() {
        200 => match data(body) {
            Some(Value::Array(all)) => Ok(events(all.iter(), id)),
            // A list whose keys are not in sequence becomes an object over there.
            Some(Value::Object(all)) => Ok(events(all.values(), id)),
            Some(Value::Null) => Ok(Vec::new()),
            Some(Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => Err(unread(status, headers, body)),
        },
        404 if Envelope::read(body).is_some() => Ok(Vec::new()),
        _ => Err(unread(status, headers, body)),
    }
}

fn events<'a>(all: impl Iterator<Item = &'a Value>, id: &ReservationId) -> Vec<Event> {
    all.filter_map(Value::as_object)
        .filter(|fields| text(fields.get("uuid")).is_some_and(|uuid| uuid.eq_ignore_ascii_case(id.as_str())))
        .flat_map(event)
        .collect()
}

/// One for each of those it was sent to.
fn event(fields: &Map<String, Value>) -> Vec<Event> {
    let Some(slug) = text(fields.get("title")) else { return Vec::new() };
    let event = Event {
        kind: kind(slug),
        when: text(fields.get("datetime")).map(|text| Moment::read(&text)),
        to: None,
        from_here: false,
    };
    let sent_to = text_or_number(fields.get("sentTo")).unwrap_or_default();
    let masked: Vec<String> = sent_to.split([',', ';']).filter_map(masked).collect();
    if masked.is_empty() {
        return vec![event];
    }
    masked.into_iter().map(|to| Event { to: Some(to), ..event.clone() }).collect()
}

fn kind(slug: String) -> EventKind {
    match slug.to_lowercase().replace([' ', '_'], "-").as_str() {
        "payment-link-sent-to-customer" => EventKind::Sent,
        "order-resent" | "reservation-resent" => EventKind::Resent,
        "payment-link-opened" => EventKind::Opened,
        "payment-link-expired" => EventKind::Expired,
        "reservation-cancelled" => EventKind::Cancelled,
        "reservation-completed" => EventKind::Completed,
        "amount-reserved" => EventKind::AmountReserved,
        _ => EventKind::Other(slug),
    }
}

/// A contact that cannot be read is still not shown whole.
fn masked(contact: &str) -> Option<String> {
    if contact.contains('@') {
        return EmailAddress::parse(contact).ok().map(|address| address.masked());
    }
    if let Ok(number) = PhoneNumber::parse(contact, Region::default()) {
        return Some(number.masked());
    }
    let digits: Vec<char> = contact.chars().filter(char::is_ascii_digit).collect();
    let end = digits.len().checked_sub(3).filter(|&hidden| hidden >= 3)?;
    Some(format!("… {}", digits[end..].iter().collect::<String>()))
}

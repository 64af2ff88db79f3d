//! The event history of one reservation, out of the events of all. Pure, and lenient.

use reqwest::{StatusCode, header::HeaderMap};
use serde_json::{Map, Value};

use super::{
    Body, ReadFailure,
    answer::{
        envelope::{Envelope, data},
        unread,
    },
    client::service_time,
    json_field::{text, text_or_number},
};
use crate::domain::{Addressee, Event, EventKind, Moment, ReservationId, Timestamp};

/// The list of events of one reservation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventList {
    /// Those of the reservation, in the order of the answer.
    pub events: Vec<Event>,
    /// How the times of events are written, whichever reservation they are of: they tell the service's zone.
    pub times: Vec<String>,
    /// What the service's clock said, if it said anything.
    pub service_time: Option<Timestamp>,
}

/// Parses the answer to `GET …/history/{from}/{to}`. A range without events is a 404 in the envelope.
pub fn meaning_of_events(
    id: &ReservationId,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body<'_>,
) -> Result<EventList, ReadFailure> {
    let list = match status.as_u16() {
        200 => match data(body) {
            Some(Value::Array(all)) => Ok(listed(all.iter(), id)),
            // A list whose keys are not in sequence becomes an object over there.
            Some(Value::Object(all)) => Ok(listed(all.values(), id)),
            Some(Value::Null) => Ok(EventList::default()),
            Some(Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => Err(unread(status, headers, body)),
        },
        404 if Envelope::read(body).is_some() => Ok(EventList::default()),
        _ => Err(unread(status, headers, body)),
    };
    list.map(|list| EventList { service_time: service_time(headers), ..list })
}

fn listed<'a>(all: impl Iterator<Item = &'a Value> + Clone, id: &ReservationId) -> EventList {
    const ENOUGH: usize = 50;
    let all = all.filter_map(Value::as_object);
    let is_of_this = |fields: &&Map<String, Value>| {
        text(fields.get("uuid")).is_some_and(|uuid| uuid.eq_ignore_ascii_case(id.as_str()))
    };
    let times = all.clone().filter_map(|fields| text(fields.get("datetime"))).take(ENOUGH).collect();
    EventList { events: all.filter(is_of_this).flat_map(event).collect(), times, service_time: None }
}

/// Reads one event, once for each contact that it was sent to.
fn event(fields: &Map<String, Value>) -> Vec<Event> {
    let Some(slug) = text(fields.get("slug")).or_else(|| text(fields.get("title"))) else { return Vec::new() };
    let event = Event {
        kind: kind(slug),
        when: text(fields.get("datetime")).and_then(|text| Moment::read(&text, None)),
        to: Addressee::Nobody,
        from_here: false,
    };
    let named = addressees(fields.get("sentTo"));
    if named.is_empty() {
        return vec![event];
    }
    named.into_iter().map(|to| Event { to, ..event.clone() }).collect()
}

pub(super) fn kind(slug: String) -> EventKind {
    match slug.to_lowercase().replace([' ', '_'], "-").as_str() {
        "payment-link-sent-to-customer" | "order-sent" | "reservation-sent" => EventKind::Sent,
        "order-resent" | "reservation-resent" | "payment-link-resent-to-customer" => EventKind::Resent,
        "payment-link-opened" => EventKind::Opened,
        "payment-link-expired" => EventKind::Expired,
        "reservation-cancelled" => EventKind::Cancelled,
        "reservation-completed" => EventKind::Completed,
        "amount-reserved" => EventKind::AmountReserved,
        _ => EventKind::Other(slug),
    }
}

/// Reads the addressees: a text with one or several, a list, or something else. What cannot be read is not absent.
fn addressees(sent_to: Option<&Value>) -> Vec<Addressee> {
    match sent_to {
        None | Some(Value::Null | Value::Bool(_)) => Vec::new(),
        Some(one @ (Value::String(_) | Value::Number(_))) => {
            text_or_number(Some(one)).map(|text| of_text(&text)).unwrap_or_default()
        }
        Some(Value::Array(several)) => several.iter().flat_map(|one| addressees(Some(one))).collect(),
        Some(Value::Object(fields)) => fields.values().flat_map(|one| addressees(Some(one))).collect(),
    }
}

fn of_text(text: &str) -> Vec<Addressee> {
    let text = text.replace(" og ", ",").replace(" and ", ",");
    text.split([',', ';', '|', '&', '/']).flat_map(of_part).collect()
}

/// Splits what one would write in one breath: `+4741234567 kari@example.com`, `Kari <kari@example.com>`.
fn of_part(part: &str) -> Vec<Addressee> {
    let (addresses, rest): (Vec<&str>, Vec<&str>) = part.split_whitespace().partition(|word| word.contains('@'));
    let rest = rest.join(" ");
    let is_a_name = !addresses.is_empty() && !rest.contains(|c: char| c.is_ascii_digit());
    // Each `+` begins a number.
    let starts: Vec<usize> =
        rest.match_indices('+').map(|(at, _)| at).filter(|&at| at > 0).chain([rest.len()]).collect();
    let numbers = starts.iter().scan(0, |from, &to| Some(&rest[std::mem::replace(from, to)..to]));
    let numbers: Vec<&str> = numbers.filter(|number| !number.trim().is_empty() && !is_a_name).collect();
    let has_digits = |number: &&str| number.contains(|c: char| c.is_ascii_digit());
    let numbers: Vec<&str> =
        if rest.contains('+') { numbers.into_iter().filter(has_digits).collect() } else { numbers };
    let address = |word: &&str| Addressee::read(word.trim_matches(['<', '>', '(', ')', '"']));
    numbers.into_iter().map(Addressee::read).chain(addresses.iter().map(address)).collect()
}

//! The event log of a time range, of all the merchant's reservations: the only way to learn which there are. Pure, and
//! lenient.

use std::collections::HashMap;

use reqwest::{StatusCode, header::HeaderMap};
use serde_json::{Map, Value};

use super::{
    Body, ReadFailure,
    answer::{
        envelope::{Envelope, data},
        unread,
    },
    client::service_time,
    events::kind,
    json_field::{is_id, text},
};
use crate::domain::{EventKind, Moment, ReservationId, Timestamp};

/// The events of a time range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EventRange {
    /// In the order of the answer, which is not written down anywhere.
    pub events: Vec<ReservationEvent>,
    /// What the service's clock said, if it said anything.
    pub service_time: Option<Timestamp>,
    /// Something that is not the service may have said that there is nothing.
    pub is_doubtful: bool,
}

/// An event, and the reservation or order that it happened to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReservationEvent {
    pub id: ReservationId,
    pub kind: EventKind,
    pub when: Option<Moment>,
    /// What the contact that it names looks like. To whom it went is not kept.
    pub by_sms: bool,
    pub by_email: bool,
}

/// Parses the answer to `GET …/history/{from}/{to}`. A range without events is an empty list, or a 404; one that is not
/// in the envelope may be a gateway's, which does not know the path.
pub fn meaning_of_event_range(
    status: StatusCode,
    headers: &HeaderMap,
    body: Body<'_>,
) -> Result<EventRange, ReadFailure> {
    let nothing = |is_doubtful| EventRange { is_doubtful, ..EventRange::default() };
    let range = match status.as_u16() {
        200 => match data(body) {
            Some(Value::Array(all)) => of_all(all.iter()),
            // A list whose keys are not in sequence becomes an object over there.
            Some(Value::Object(all)) => of_all(all.values()),
            Some(Value::Null) => nothing(false),
            Some(Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => {
                return Err(unread(status, headers, body));
            }
        },
        404 if matches!(body, Body::Whole(_)) => nothing(Envelope::read(body).is_none()),
        _ => return Err(unread(status, headers, body)),
    };
    Ok(EventRange { service_time: service_time(headers), ..range })
}

fn of_all<'a>(all: impl Iterator<Item = &'a Value>) -> EventRange {
    let mut ids: HashMap<&str, Option<ReservationId>> = HashMap::new();
    let events = all.filter_map(Value::as_object).filter_map(|fields| {
        let written = fields.get("uuid")?.as_str()?.trim();
        let id = ids.entry(written).or_insert_with(|| id(written)).clone()?;
        event(id, fields)
    });
    EventRange { events: events.collect(), ..EventRange::default() }
}

/// Reads an id. That of a capture or a charge is none of a reservation.
fn id(written: &str) -> Option<ReservationId> {
    if is_id(written) { ReservationId::parse(written).ok() } else { None }
}

fn event(id: ReservationId, fields: &Map<String, Value>) -> Option<ReservationEvent> {
    let slug = text(fields.get("slug")).or_else(|| text(fields.get("title")))?;
    let when = text(fields.get("datetime")).and_then(|text| Moment::read(&text, None));
    let (by_sms, by_email) = fields.get("sentTo").map(channels).unwrap_or_default();
    Some(ReservationEvent { id, kind: kind(slug), when, by_sms, by_email })
}

/// Returns whether there is a phone number in it, and whether an address: a text, a list, or something else.
fn channels(sent_to: &Value) -> (bool, bool) {
    let both = |(sms, email): (bool, bool), one: &Value| {
        let (by_sms, by_email) = channels(one);
        (sms || by_sms, email || by_email)
    };
    match sent_to {
        Value::String(text) => {
            let words = || text.split(|c: char| c.is_whitespace() || matches!(c, ',' | ';' | '|' | '&' | '/'));
            let has_digits = |word: &str| word.bytes().any(|byte| byte.is_ascii_digit());
            (words().any(|word| !word.contains('@') && has_digits(word)), words().any(|word| word.contains('@')))
        }
        Value::Number(_) => (true, false),
        Value::Array(several) => several.iter().fold((false, false), both),
        Value::Object(fields) => fields.values().fold((false, false), both),
        Value::Null | Value::Bool(_) => (false, false),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::{NotSent, Unknown};

    #[test]
    fn events_of_all_reservations_are_read_and_of_nothing_else() {
        let data = json!([
            { "uuid": "RES3633019929", "title": "payment-link-sent-to-customer", "datetime": "22.11.2026 14:05", "sentTo": " +4741234567" },
            { "uuid": " odr1649249709 ", "slug": "order-resent", "title": "Sent", "sentTo": "Kari <kari@example.com>" },
            { "uuid": "RES3633019930", "title": "order-resent", "sentTo": [" +4741234567", { "to": "kari@example.com" }] },
            { "uuid": "RES3633019930", "title": "payment-link-opened", "sentTo": null },
            { "uuid": "CAP3633019931", "title": "amount-captured-from-reservation" },
            { "uuid": "CHA3633019932", "title": "amount-charged-from-card" },
            { "uuid": "RES3633019933", "title": "" },
            { "uuid": "RES3633019934 and RES3633019935", "title": "payment-link-opened" },
            { "uuid": 3_633_019_936_u64, "title": "payment-link-opened" },
            { "title": "payment-link-opened" },
            "RES3633019937",
            null,
        ]);

        let read = read(200, &enveloped(&data)).expect("events");

        let told: Vec<_> =
            read.events.iter().map(|event| (event.id.as_str(), &event.kind, event.by_sms, event.by_email)).collect();
        assert_eq!(
            told,
            [
                ("RES3633019929", &EventKind::Sent, true, false),
                ("ODR1649249709", &EventKind::Resent, false, true),
                ("RES3633019930", &EventKind::Resent, true, true),
                ("RES3633019930", &EventKind::Opened, false, false),
            ]
        );
        assert_eq!(read.events[0].when.as_ref().map(|when| when.text.as_str()), Some("22.11.2026 14:05"));
    }

    #[test]
    fn a_time_without_events_is_told_in_three_ways_and_one_of_them_with_doubt() {
        let in_envelope = enveloped(&json!([])).replace("200", "404");
        for (status, body, is_doubtful) in [
            (200, enveloped(&json!([])), false),
            (200, enveloped(&json!({})), false),
            (200, enveloped(&Value::Null), false),
            (404, in_envelope, false),
            (404, r#"{"message":"Not Found."}"#.to_owned(), true),
            (404, "<!doctype html>".to_owned(), true),
            (404, String::new(), true),
        ] {
            assert_eq!(read(status, &body), Ok(EventRange { is_doubtful, ..EventRange::default() }), "{status} {body}");
        }
    }

    #[test]
    fn what_is_no_list_is_not_taken_for_an_empty_one() {
        for (status, body, failure) in [
            (200, "<!doctype html>", ReadFailure::Unclear(Unknown::UnclearAnswer)),
            (200, "", ReadFailure::Unclear(Unknown::UnclearAnswer)),
            (200, r#"{"status_code":200,"data":"none"}"#, ReadFailure::Unclear(Unknown::UnclearAnswer)),
            (500, "", ReadFailure::Unclear(Unknown::ServiceFailed)),
            (401, r#"{"message":"Unauthenticated."}"#, ReadFailure::Refused(NotSent::TokenRefused)),
        ] {
            assert_eq!(read(status, body), Err(failure), "{status} {body}");
        }
        let too_large = meaning_of_event_range(StatusCode::OK, &HeaderMap::new(), Body::TooLarge);
        assert_eq!(too_large, Err(ReadFailure::Unclear(Unknown::UnclearAnswer)));
        let cut_short = meaning_of_event_range(StatusCode::NOT_FOUND, &HeaderMap::new(), Body::CutShort);
        assert_eq!(cut_short, Err(ReadFailure::Unclear(Unknown::AnswerCutShort)));
    }

    fn read(status: u16, body: &str) -> Result<EventRange, ReadFailure> {
        let status = StatusCode::from_u16(status).expect("a status");
        meaning_of_event_range(status, &HeaderMap::new(), Body::Whole(body.as_bytes()))
    }

    fn enveloped(data: &Value) -> String {
        json!({ "status_code": 200, "message": "reservationRetrievedSuccessfully", "is_data": true, "data": data })
            .to_string()
    }
}

//! A service that is as documented, in two zones; and the practice service, which is to be as documented as it can.

use jiff::{Timestamp, tz::TimeZone};
use resend_reservation::{
    connect::{Client, Timeouts, conformance, conformance::Verdict},
    practice,
};
use secrecy::SecretString;
use serde_json::{Value, json};

use super::scripted::{Asked, Said, Scripted, assert_tells_nothing_of_anybody, in_envelope, line, now, verdict};

const PRIVATE: [&str; 6] =
    ["RES3633019929", "4741234567", "41234567", "kari@example.com", "Kari Nordmann", "Hotell Eksempel"];

#[tokio::test]
async fn a_service_as_documented_holds_throughout() {
    let service = Scripted::start(documented(TimeZone::UTC)).await;

    let report = service.check().await;

    let differs: Vec<_> = report.facts.iter().filter(|(_, verdict)| *verdict == Verdict::Differs).collect();
    assert!(differs.is_empty(), "{differs:?} in\n{}", report.text);
    assert_eq!(verdict(&report, "the filter selects by seconds since 1970"), Verdict::Holds);
    let money = line(&report, "how paymentDetails are written");
    assert!(money.contains("reservedAt: 99.99.9999 99:99") && money.contains("reservedAmount: number"), "{money}");
    assert_tells_nothing_of_anybody(&report, &PRIVATE);
}

#[tokio::test]
async fn the_filter_tells_the_zone_that_times_are_written_in() {
    for (minutes, zone) in [(0, "UTC+00:00"), (345, "UTC+05:45"), (-300, "UTC-05:00"), (360, "UTC+06:00")] {
        let offset = jiff::tz::Offset::from_seconds(minutes * 60).expect("an offset");
        let service = Scripted::start(documented(TimeZone::fixed(offset))).await;

        let report = service.check().await;

        assert!(line(&report, "the zone of datetime").contains(zone), "{}", report.text);
    }
}

#[tokio::test]
async fn the_practice_service_is_reached_and_described_without_anybody_in_it() {
    let service = practice::Service::start().await.expect("a service");
    let client = Client::new(service.base_url(), Timeouts::default()).expect("a client");

    // What is so many hours ago is written in whole minutes: of two answers, a minute later, nothing can be told.
    let report = loop {
        let minute = now() / 60;
        let report = conformance::check(&client, &SecretString::from(practice::TOKEN), None).await;
        if now() / 60 == minute {
            break report;
        }
    };

    for fact in ["the token works", "datetime is DD.MM.YYYY HH:mm", "the filter selects by seconds since 1970"] {
        assert_eq!(verdict(&report, fact), Verdict::Holds, "{}", report.text);
    }
    assert_tells_nothing_of_anybody(&report, &PRIVATE);
    assert_eq!(service.posts(), 0);
}

/// One reservation whose link was sent two hours and ten minutes ago, as the documentation has it.
fn documented(zone: TimeZone) -> impl Fn(&Asked) -> Said {
    let sent_at = now() - 130 * 60;
    let written =
        Timestamp::from_second(sent_at).expect("in range").to_zoned(zone).strftime("%d.%m.%Y %H:%M").to_string();
    let events = json!([{
        "uuid": "RES3633019929", "title": "payment-link-sent-to-customer", "datetime": written, "sentTo": " +4741234567",
        "actionBy": "Kari Nordmann", "note": null, "paymentMethod": null, "isRefundable": false, "amount": null,
    }]);
    let left = std::sync::atomic::AtomicI64::new(239);
    move |asked: &Asked| {
        let (status, mut headers, body) = answer(asked, sent_at, &events);
        let left = left.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
        headers.extend([("x-ratelimit-limit", "240".to_owned()), ("x-ratelimit-remaining", left.to_string())]);
        (status, headers, body)
    }
}

fn answer(asked: &Asked, sent_at: i64, events: &Value) -> Said {
    if !asked.has_right_token {
        return in_envelope(401, "Unauthenticated.", &Value::Null);
    }
    match (asked.range(), asked.path.as_str()) {
        (Some((from, to)), _) if (from..=to).contains(&sent_at) => {
            in_envelope(200, "reservationRetrievedSuccessfully", events)
        }
        (Some(_), _) => in_envelope(404, "Not Found", &Value::Null),
        (None, "reservations/history") => in_envelope(200, "reservationRetrievedSuccessfully", events),
        (None, "reservations/details/RES3633019929") => {
            in_envelope(200, "reservationRetrievedSuccessfully", &details())
        }
        (None, "orders/status?type=SENT") => in_envelope(404, "Order Not Found", &Value::Null),
        (None, path) if path.starts_with("reservations/history/") => {
            in_envelope(417, "payloadValidationErrors", &Value::Null)
        }
        (None, _) => in_envelope(404, "orderNotFound", &Value::Null),
    }
}

fn details() -> Value {
    json!({
        "reservationUuid": "RES3633019929", "status": "SENT", "isPaid": false, "productList": [], "grandTotal": 1250.5,
        "reservationDate": "22.11.2026", "paymentLinkDueDate": "23:59, 29.11.2026",
        "sendOrderBy": { "sms": true, "email": false },
        "customerDetails": { "countryCode": "+47", "msisdn": "41234567", "email": "kari@example.com", "name": "Kari Nordmann", "address": {} },
        "referenceNumber": null, "customerReference": null, "customerNotes": null, "chargeValidity": null,
        "termsAndCondition": null, "paymentDetails": { "reservedAt": "22.11.2026 14:05", "reservedAmount": 1250.5, "amountRefunded": {} },
        "paymentHistory": {}, "organizationDetails": { "name": "Hotell Eksempel" }, "translationKey": "x",
    })
}

//! Services that differ from the documentation: each difference is found and named, and nobody is in the page.

use resend_reservation::connect::conformance::Verdict;
use serde_json::{Value, json};

use super::scripted::{
    Asked, Said, Scripted, TOKEN, assert_tells_nothing_of_anybody, in_envelope, json_without_envelope, line, now,
    verdict,
};

/// Another framework: no envelope, ISO times, `slug`, lists of contacts, pages, and 403 with a web page for a wrong token.
#[tokio::test]
async fn a_service_without_the_envelope_is_described_field_by_field() {
    let sent_at = now() - 40 * 60;
    let service = Scripted::start(move |asked| without_envelope(asked, sent_at)).await;

    let report = service.check_with("RES3633010099").await;

    for fact in [
        "a wrong token gets 401",
        "the token works",
        "a day is a list, or a 404 in the envelope",
        "an event has exactly the documented fields",
        "nothing beside the envelope, so no paging",
        "datetime is DD.MM.YYYY HH:mm",
        "sentTo is a text or null",
        "an unknown number is a 404 orderNotFound in the envelope",
        "its status is a known word",
        "no currency and no payment link",
        "x-ratelimit-limit is 240",
    ] {
        assert_eq!(verdict(&report, fact), Verdict::Differs, "{fact} in\n{}", report.text);
    }
    assert!(line(&report, "a wrong token gets 401").contains("403, no JSON (text/html"), "{}", report.text);
    assert!(line(&report, "nothing beside the envelope, so no paging").contains("next_page"), "{}", report.text);
    assert!(line(&report, "its status is a known word").contains("PENDING"), "{}", report.text);
    assert!(line(&report, "the zone of datetime").contains("written with the time"), "{}", report.text);
    assert_tells_nothing_of_anybody(&report, &["3633010099", "41234567", "kari@example.com", "Kari"]);
}

fn without_envelope(asked: &Asked, sent_at: i64) -> Said {
    if !asked.has_right_token {
        return (403, vec![("content-type", "text/html".to_owned())], format!("<h1>Forbidden</h1>{TOKEN}"));
    }
    let at = jiff::Timestamp::from_second(sent_at).expect("in range").to_string();
    let event = json!({ "uuid": "RES3633010099", "slug": "payment-reminder-sent", "datetime": at, "sentTo": ["kari@example.com", "+4741234567"] });
    match (asked.range(), asked.path.as_str()) {
        (Some((from, to)), _) => {
            let events = if (from..=to).contains(&sent_at) { vec![event] } else { Vec::new() };
            json_without_envelope(200, &json!({ "data": events, "next_page": null, "RES3633010099": 1 }))
        }
        (None, "reservations/details/RES3633010099") => json_without_envelope(
            200,
            &json!({ "data": {
                "reservationUuid": "RES3633010099", "status": "PENDING", "currency": "NOK", "customerDetails": { "name": "Kari" },
            }}),
        ),
        _ => json_without_envelope(404, &json!({ "message": "No such thing as RES3633010099 of Kari" })),
    }
}

/// A filter that means days, not seconds: whatever is asked for, the whole day comes. And the limiter is nearly used up
/// before the details are reached.
#[tokio::test]
async fn a_filter_that_means_days_is_seen_and_a_limiter_that_runs_low_is_left_alone() {
    let sent_at = now() - 3 * 3600;
    let left = std::sync::atomic::AtomicI64::new(80);
    let service = Scripted::start(move |asked| {
        let (status, mut headers, body) = by_day(asked, sent_at);
        let left = left.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
        headers.push(("x-ratelimit-remaining", left.to_string()));
        (status, headers, body)
    })
    .await;

    let report = service.check().await;

    assert_eq!(verdict(&report, "data is a list"), Verdict::Differs, "{}", report.text);
    assert!(line(&report, "the zone of datetime").contains("neither UTC nor Europe/Oslo"), "{}", report.text);
    assert!(line(&report, "reads").contains("stopped: the limiter"), "{}", report.text);
    assert!(service.methods().len() <= 22, "{} reads", service.methods().len());
}

/// A list whose keys are not in sequence, as an object; and always of the last day.
fn by_day(asked: &Asked, sent_at: i64) -> Said {
    if !asked.has_right_token {
        return in_envelope(401, "Unauthenticated.", &Value::Null);
    }
    let zone = jiff::tz::TimeZone::fixed(jiff::tz::offset(9));
    let written =
        jiff::Timestamp::from_second(sent_at).expect("in range").to_zoned(zone).strftime("%d.%m.%Y %H:%M").to_string();
    let event = json!({ "uuid": "RES3633010099", "title": "order-resent", "datetime": written, "sentTo": null });
    match asked.range() {
        Some((from, to)) if (from - 86_400..=to + 86_400).contains(&sent_at) => {
            in_envelope(200, "reservationRetrievedSuccessfully", &json!({ "7": event }))
        }
        _ => in_envelope(404, "Not Found", &Value::Null),
    }
}

/// A network's log-in page in front of everything.
#[tokio::test]
async fn a_log_in_page_in_between_ends_the_check_early_and_says_what_it_was() {
    let service =
        Scripted::start(|_| (302, vec![("location", "https://login.example.com/".to_owned())], String::new())).await;

    let report = service.check().await;

    assert_eq!(verdict(&report, "the token works"), Verdict::Differs);
    assert!(line(&report, "the token works").contains("302, no JSON"), "{}", report.text);
    assert!(!report.text.contains("example.com"), "{}", report.text);
    assert_eq!(service.methods().len(), 3, "no more than is needed to see it");
}

#[tokio::test]
async fn too_many_requests_end_it_at_once() {
    let service = Scripted::start(|_| json_without_envelope(429, &json!({ "message": "Too Many Attempts." }))).await;

    let report = service.check().await;

    assert_eq!(service.methods().len(), 1);
    assert!(line(&report, "reads").contains("too many (429)"), "{}", report.text);
}

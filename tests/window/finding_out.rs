//! "Check whether it was sent", at a service that writes its times in a zone of its own: what is said hangs on what it
//! lists, not on what it writes.

use std::time::Duration;

use jiff::tz::{self, TimeZone};
use resend_reservation::{
    domain::Zone,
    practice::{InjectedFault, Service, Times},
};
use serde_json::json;

use super::harness::{Computer, Key, Page, Shown, posts_of};

static DHAKA: TimeZone = tz::get!("Asia/Dhaka");

/// Its link is sent, and the answer lost.
const LOST: &str = "RES3633010000";
const KARI: &str = "RES3633019929";
const OLA: &str = "RES3633010202";
const ORDER: &str = "ODR1649249709";
const AGAIN: &str = "Send again anyway";

#[tokio::test]
async fn what_became_of_a_send_is_told_where_the_service_writes_universal_time() {
    everything_is_found_out(TimeZone::UTC).await;
}

#[tokio::test]
async fn what_became_of_a_send_is_told_where_the_service_writes_the_time_of_dhaka() {
    everything_is_found_out(DHAKA.clone()).await;
}

async fn everything_is_found_out(zone: TimeZone) {
    Computer::new()
        .at_work(async |page, service| {
            service.write_times(Times::In(Zone::from(zone)));
            is_sent(page, service).await;
            is_not_listed(page, service).await;
            was_sent_to_nobody_knows_whom(page, service).await;
            is_paid(page, service).await;
            is_an_order(page, service).await;
        })
        .await;
}

async fn is_sent(page: &Page, service: &Service) {
    page.fill_in_as_stored(LOST).await;
    page.press(Key::Enter).await;
    let unknown = page.first_result().await;
    assert_eq!(unknown.outcome, "unknown");

    page.check_unless_settled().await;

    page.wait_for("document.querySelector('#result').dataset.outcome === 'sent'").await;
    let found = page.result().await.expect("a result");
    assert_eq!((found.title.as_str(), found.attempt), ("It was sent", unknown.attempt));
    assert_tells_time_of_now(page, &found.said, "Front Payment lists it as sent").await;
    assert_eq!(posts_of(service, LOST), 1, "finding out sends nothing");
    page.make_room(&found).await;
}

async fn is_not_listed(page: &Page, service: &Service) {
    lose(page, service, KARI).await;

    let found = find_out(page, "Not registered as sent yet").await;

    assert!(found.contains("Front Payment says: not paid. Front Payment does not list it as sent."), "{found}");
    page.button(AGAIN).await;
}

/// The other end lists a link that left at that moment, and not to whom.
async fn was_sent_to_nobody_knows_whom(page: &Page, service: &Service) {
    service.happened(KARI, "order-resent", Duration::ZERO, json!(null));

    let found = find_out(page, "Still not known").await;

    assert!(found.contains(", but the app can't see to whom. Ask the customer"), "{found}");
    assert_tells_time_of_now(page, &found, "A link was sent").await;
    page.button(AGAIN).await;
}

async fn is_paid(page: &Page, service: &Service) {
    lose(page, service, OLA).await;
    service.inject(InjectedFault::Details(200, r#"{"status_code":200,"data":{"status":"SENT","isPaid":true}}"#));

    let found = find_out(page, "Nothing more to send").await;

    assert!(found.contains("Front Payment says: paid. There is no reason to send the link again."), "{found}");
    assert!(!page.names("button").await.contains(&AGAIN.to_owned()));
    service.inject(InjectedFault::None);
}

async fn is_an_order(page: &Page, service: &Service) {
    lose(page, service, ORDER).await;

    let found = find_out(page, "Orders can't be checked this way").await;

    assert!(found.contains("Front Payment has no list of what happened to an order."), "{found}");
    page.button(AGAIN).await;
}

/// A send that does not arrive, which nobody can know.
async fn lose(page: &Page, service: &Service, reservation: &str) {
    let last = page.result().await.map_or(0, |shown| shown.attempt);
    page.fill_in_as_stored(reservation).await;
    page.wait_for("document.querySelector('#card:not([hidden])') !== null").await;
    service.inject(InjectedFault::CutAfterReading);
    page.press(Key::Enter).await;
    let unknown: Shown = page.insisted_result_after(last).await;
    assert_eq!(unknown.outcome, "unknown", "{reservation}");
    service.inject(InjectedFault::None);
}

/// What is said beside a result that stays unknown.
async fn find_out(page: &Page, title: &str) -> String {
    page.button("Check whether it was sent").await.click().await;
    page.wait_for_text(title).await;
    assert_eq!(page.result().await.expect("it stays").outcome, "unknown");
    page.find("#finding").await.text().await
}

/// By the clock of this computer, in its own zone. A minute may have ended meanwhile.
async fn assert_tells_time_of_now(page: &Page, said: &str, before: &str) {
    const NOW: &str = "[0, 1].map((minutes) => new Intl.DateTimeFormat('en-GB', { timeStyle: 'short' })
        .format(Date.now() - minutes * 60_000))";
    let times: Vec<String> = serde_json::from_value(page.eval(NOW).await).expect("two times");
    assert!(times.iter().any(|time| said.contains(&format!("{before} today at {time}"))), "{times:?}: {said}");
}

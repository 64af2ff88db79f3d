//! What belongs to one reservation never goes out with another: a contact, and what is pressed beside its result.

use resend_reservation::practice::InjectedFault;
use serde_json::json;

use super::harness::{Computer, Key, Page, bodies, posts_of};

const KARI: &str = "RES3633019929";
const OLA: &str = "RES3633010202";
const CANCELLED: &str = "RES3633011400";

#[tokio::test]
async fn a_contact_typed_for_one_reservation_does_not_go_out_with_the_next() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in_and_see(OLA, "900 10 203").await;

            paste(page, KARI).await;
            page.wait_for_text("Kari Nordmann").await;
            assert_eq!(page.text_box("Phone number").await.value().await, "+47 41 23 45 67");
            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(bodies(service), [json!({ "countryCode": "+47", "msisdn": "41234567", "email": null })]);
        })
        .await;
}

#[tokio::test]
async fn nor_after_a_send_that_was_refused_and_it_is_offered_by_a_button_of_its_own() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in_and_see(CANCELLED, "900 10 203").await;
            page.press(Key::Enter).await;
            page.button("Send it anyway").await.click().await;
            let last = page.first_result().await;
            assert_eq!(last.outcome, "not-sent");

            paste(page, KARI).await;
            page.wait_for_text("Kari Nordmann").await;
            assert!(page.result().await.is_none(), "what is said of one does not stand beside the next");
            assert_eq!(page.text_box("Phone number").await.value().await, "+47 41 23 45 67");
            let offer = page.button(&format!("Use 900 10 203, typed for {CANCELLED}")).await;
            page.press_in(offer, Key::Enter).await;
            page.wait_for("document.querySelector('#phone-number').value === '900 10 203'").await;
            assert_eq!(service.posts(), 1, "the offer fills in and sends nothing");

            page.press(Key::Enter).await;
            assert_eq!(page.result_after(last.attempt).await.outcome, "sent");
            assert_eq!(bodies(service)[1], json!({ "countryCode": "+47", "msisdn": "90010203", "email": null }));
        })
        .await;
}

#[tokio::test]
async fn what_undo_brings_back_of_it_leaves_only_after_a_question() {
    Computer::new()
        .at_work(async |page, service| {
            paste(page, OLA).await;
            page.wait_for_text("Ola Hansen").await;
            page.text_box("Phone number").await.paste("").await;
            page.text_box("Phone number").await.focus().await;
            page.type_in("90010203").await;
            paste(page, KARI).await;
            page.wait_for_text("Kari Nordmann").await;

            page.text_box("Phone number").await.focus().await;
            page.press_with(Key::Control, 'z').await;
            let brought_back = page.text_box("Phone number").await.value().await;
            page.press(Key::Enter).await;

            if brought_back == "90010203" {
                page.question("Is this the right recipient?").await;
                assert_eq!(service.posts(), 0);
            } else {
                assert!(!brought_back.contains("9001"), "a part of it is nobody's: {brought_back}");
            }
        })
        .await;
}

#[tokio::test]
async fn a_request_that_says_whom_its_contact_was_typed_for_is_asked_about() {
    Computer::new()
        .at_work(async |page, service| {
            let mut asked = super::harness::request(KARI, "900 10 203");
            asked["request"]["typed_for"] = json!(OLA);
            let answer = page.invoke("resend_reservation", asked).await.expect("an answer");
            assert_eq!(answer, json!({ "kind": "ask", "about": { "kind": "typed-for-another", "id": OLA } }));
            assert_eq!(service.posts(), 0);
        })
        .await;
}

/// The number of the second begins with the whole number of the first.
#[tokio::test]
async fn send_again_anyway_is_for_the_reservation_that_it_stands_beside() {
    const NINE: &str = "RES363301992";
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in(NINE, "900 10 203").await;
            service.inject(InjectedFault::CutAfterReading);
            page.press(Key::Enter).await;
            let unknown = page.insisted_result_after(0).await;
            assert_eq!(unknown.outcome, "unknown");
            service.inject(InjectedFault::None);

            paste(page, KARI).await;
            page.wait_for("!('outcome' in document.querySelector('#result').dataset)").await;
            assert!(
                !page
                    .names("button")
                    .await
                    .iter()
                    .any(|name| name.contains("anyway") || name == "Check whether it was sent")
            );
            assert_eq!(posts_of(service, KARI), 0);
        })
        .await;
}

async fn paste(page: &Page, text: &str) {
    page.text_box("Reservation number or link").await.paste(text).await;
}

//! Whose reservation it is, before anything is sent.

use std::time::Duration;

use resend_reservation::practice::InjectedFault;
use serde_json::json;

use super::harness::{Computer, Key, Page, bodies, eventually, posts_of};

const KARI: &str = "RES3633019929";
const ORDER: &str = "ODR1649249709";

#[tokio::test]
async fn paste_and_enter_are_all_it_takes() {
    Computer::new()
        .at_work(async |page, service| {
            paste(page, &format!("Kari ringte, ref. {KARI}.")).await;
            page.button("Send payment link to +47 41 23 45 67").await;
            let card = page.find("#card").await;
            assert_eq!((card.role().await.as_str(), card.name().await.as_str()), ("region", "Reservation details"));
            let text = card.text().await;
            for part in ["Kari Nordmann", "1,250.00", "Not paid", "Sent", "by SMS", "Opened", "Pay by"] {
                assert!(text.contains(part), "{part} is missing: {text}");
            }
            assert!(!text.contains("567") && !text.contains("45 67"), "it stands in the form: {text}");
            page.wait_for_text("Norway · mobile · same as at Front Payment").await;

            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(bodies(service), [json!({ "countryCode": "+47", "msisdn": "41234567", "email": null })]);
        })
        .await;
}

#[tokio::test]
async fn what_a_person_typed_is_what_is_sent() {
    Computer::new()
        .at_work(async |page, service| {
            page.text_box("Phone number").await.focus().await;
            page.type_in("93334567").await;
            paste(page, KARI).await;
            page.wait_for_text("Kari Nordmann").await;

            assert_eq!(page.text_box("Phone number").await.value().await, "93334567");
            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(bodies(service), [json!({ "countryCode": "+47", "msisdn": "93334567", "email": null })]);
        })
        .await;
}

#[tokio::test]
async fn whatever_is_answered_the_form_goes_on_working() {
    Computer::new()
        .at_work(async |page, service| {
            let mut last = 0;
            for (manner, says) in [
                (InjectedFault::Details(401, r#"{"message":"Unauthenticated."}"#), "The access token was refused"),
                (InjectedFault::Details(429, ""), "too many attempts"),
                (InjectedFault::Details(500, "<h1>Server Error</h1>"), "Something went wrong at Front Payment"),
                (InjectedFault::Details(200, "<!doctype html><p>Welcome"), "The answer could not be read"),
                (InjectedFault::Details(200, r#"{"data":{"status":7,"customerDetails":"Kari","grandTotal":{}}}"#), ""),
            ] {
                service.inject(manner);
                page.fill_in(KARI, "412 34 567").await;
                if !says.is_empty() {
                    page.wait_for_text(says).await;
                }
                service.inject(InjectedFault::None);
                page.press(Key::Enter).await;
                if last > 0 {
                    page.button("Send it once more").await.click().await;
                }
                let shown = page.result_after(last).await;
                assert_eq!(shown.outcome, "sent", "{manner:?}");
                last = page.make_room(&shown).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_service_that_says_nothing_for_half_a_minute_is_not_waited_for() {
    Computer::new()
        .at_work(async |page, service| {
            service.inject(InjectedFault::Slow(Duration::from_secs(30)));
            page.fill_in(KARI, "412 34 567").await;
            page.wait_for_text("Looking it up…").await;
            eventually("it was asked", async || (!service.received().is_empty()).then_some(())).await;
            service.inject(InjectedFault::None);

            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 1);
        })
        .await;
}

#[tokio::test]
async fn an_orders_link_is_sent_as_a_reservations_is() {
    Computer::new()
        .at_work(async |page, service| {
            paste(page, &format!("https://go.frontpayment.no/order/details/{ORDER}")).await;
            page.wait_for_text("Siri Holm").await;
            page.wait_for_text(&format!("Order {ORDER}")).await;
            page.button("Send payment link to +47 41 23 45 81").await;

            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            let posts: Vec<_> = service.received().into_iter().filter(|received| received.method == "POST").collect();
            assert_eq!(posts[0].path, format!("/api/v1/connect/orders/resend/{ORDER}"));
        })
        .await;
}

#[tokio::test]
async fn what_is_no_reservation_is_named_with_where_to_go() {
    Computer::new()
        .chose("en", "practice")
        .open(&[], async |page| {
            for (pasted, says) in [
                ("SUB3633019929", "This is a subscription number. Its links are sent from Front Payment's portal"),
                ("CSRT3633019929", "This is a customer number. Find the customer's reservation"),
                ("TRML3633019929", "This is the number of a terminal."),
            ] {
                paste(page, pasted).await;
                page.wait_for_text(says).await;
            }
        })
        .await;
}

async fn paste(page: &Page, text: &str) {
    page.text_box("Reservation number or link").await.paste(text).await;
}

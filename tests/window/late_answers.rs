//! An answer that comes late changes nothing that a hand is on.

use resend_reservation::practice::InjectedFault;
use serde_json::json;

use super::harness::{Computer, Key, answer_slowly, bodies, posts_of};

const KARI: &str = "RES3633019929";
const OLA: &str = "RES3633010202";

/// With the display's own focus, as a person has it.
#[tokio::test]
async fn what_is_typed_while_the_look_up_answers_is_exactly_what_is_typed() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            answer_slowly(service);
            page.text_box("Reservation number or link").await.paste(KARI).await;
            page.press_times(Key::Tab, 3).await;
            assert_eq!(page.focused().await.name().await, "Phone number");
            page.type_in("900").await;
            page.wait_for_text("Kari Nordmann").await;
            page.type_in("10203").await;
            assert_eq!(page.text_box("Phone number").await.value().await, "90010203");
        })
        .await;
}

#[tokio::test]
async fn what_is_filled_in_under_the_hand_is_taken_over_by_the_first_key() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            answer_slowly(service);
            page.text_box("Reservation number or link").await.paste(KARI).await;
            page.press_times(Key::Tab, 3).await;
            page.wait_for_text("Kari Nordmann").await;
            assert_eq!(page.text_box("Phone number").await.value().await, "+47 41 23 45 67");
            page.type_in("90010203").await;
            assert_eq!(page.text_box("Phone number").await.value().await, "90010203");
            service.inject(InjectedFault::None);
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(bodies(service), [json!({ "countryCode": "+47", "msisdn": "90010203", "email": null })]);
        })
        .await;
}

#[tokio::test]
async fn and_without_a_key_enter_sends_to_what_is_stored() {
    Computer::new()
        .at_work(async |page, service| {
            answer_slowly(service);
            page.text_box("Reservation number or link").await.paste(KARI).await;
            page.text_box("Phone number").await.focus().await;
            page.wait_for_text("Kari Nordmann").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 1);
        })
        .await;
}

#[tokio::test]
async fn a_result_that_comes_while_the_next_number_is_typed_leaves_the_form_and_the_focus() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in_as_stored(KARI).await;
            page.wait_for_text("Kari Nordmann").await;
            answer_slowly(service);
            page.press(Key::Enter).await;
            let number = page.text_box("Reservation number or link").await;
            number.focus().await;
            page.press_with(Key::Control, 'a').await;
            page.type_in(OLA).await;

            let shown = page.first_result().await;
            assert_eq!(shown.outcome, "sent");
            assert!(shown.text.contains(KARI), "it says whose it is: {}", shown.text);
            assert!(number.has_focus().await);
            assert_eq!(number.value().await, OLA);
            assert!(!page.names("button").await.contains(&"Next customer".to_owned()), "it would empty the form");
        })
        .await;
}

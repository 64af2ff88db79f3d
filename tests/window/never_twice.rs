//! One decision, one message: whatever a hand, the page and the window do.

use std::time::Duration;

use resend_reservation::practice::InjectedFault;

use super::harness::{Computer, Key, Page, answer_slowly, eventually, posts_of, request};

const SENT: &str = "RES3633019929";
const REFUSED: &str = "RES3633010417";

#[tokio::test]
async fn enter_pressed_twice_sends_once() {
    let slow = InjectedFault::Slow(Duration::from_millis(700));
    let sends = [
        (InjectedFault::None, SENT),
        (slow, "RES3633010202"),
        (InjectedFault::None, REFUSED),
        (slow, "RES3633010429"),
        (InjectedFault::None, "RES3633010510"),
    ];
    each_is_sent_once(&sends, async |page| page.press_times(Key::Enter, 2).await).await;
}

#[tokio::test]
async fn a_double_click_on_the_button_sends_once() {
    let slow = InjectedFault::Slow(Duration::from_millis(700));
    let sends = [(InjectedFault::None, SENT), (slow, REFUSED), (InjectedFault::None, "RES3633010429")];
    each_is_sent_once(&sends, async |page| {
        page.button_beginning("Send payment link").await.double_click().await;
    })
    .await;
}

async fn each_is_sent_once(sends: &[(InjectedFault, &str)], press: impl AsyncFn(&Page)) {
    Computer::new()
        .at_work(async |page, service| {
            let mut last = 0;
            for &(manner, reservation) in sends {
                service.inject(manner);
                page.fill_in_as_stored(reservation).await;
                press(page).await;
                let shown = page.result_after(last).await;

                page.assert_sent_once(service, reservation, &shown).await;
                last = page.make_room(&shown).await;
            }
        })
        .await;
}

#[tokio::test]
async fn two_calls_at_once_past_the_page_are_one_message_and_one_refusal() {
    Computer::new()
        .at_work(async |page, service| {
            service.inject(InjectedFault::Slow(Duration::from_millis(500)));
            let (send, elsewhere) = (request(SENT, "412 34 567"), request(SENT, "412 34 568"));
            let answers = page.invoke_together("resend_reservation", &[send.clone(), elsewhere, send]).await;

            let kinds: Vec<&str> = answers.iter().filter_map(|answer| answer["kind"].as_str()).collect();
            assert_eq!(kinds.iter().filter(|kind| **kind == "done").count(), 1, "{answers:?}");
            assert_eq!(kinds.iter().filter(|kind| **kind == "busy").count(), 2, "{answers:?}");
            page.assert_arrived(service, SENT, 1).await;
        })
        .await;
}

#[tokio::test]
async fn the_last_result_is_gone_when_the_next_send_starts() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in_as_stored(REFUSED).await;
            page.press(Key::Enter).await;
            let first = page.first_result().await;
            assert_eq!(first.outcome, "not-sent");

            answer_slowly(service);
            page.text_box("Phone number").await.focus().await;
            page.press(Key::Enter).await;
            eventually("the second one arrives", async || (posts_of(service, REFUSED) == 2).then_some(())).await;
            assert!(page.result().await.is_none(), "no old result while the answer is waited for");
            assert!(!page.text().await.contains("Front Payment refused the details"));

            assert_eq!(page.result_after(first.attempt).await.title, "Front Payment refused the details");
        })
        .await;
}

#[tokio::test]
async fn a_window_that_is_asked_to_close_while_it_sends_stays_for_the_result() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            answer_slowly(service);
            page.fill_in(SENT, "412 34 567").await;
            page.press(Key::Enter).await;
            eventually("it is on its way", async || (service.posts() == 1).then_some(())).await;

            page.ask_to_close(&computer);
            assert_eq!(page.first_result().await.outcome, "sent", "it was still there to tell");

            let app = page.processes();
            page.ask_to_close(&computer);
            eventually("it closes now", async || page.processes().is_empty().then_some(())).await;
            assert!(!app.is_empty());
        })
        .await;
}

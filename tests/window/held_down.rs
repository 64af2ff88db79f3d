//! A key held down, as the operating system repeats it: one decision, one message.

use std::time::Duration;

use resend_reservation::practice::InjectedFault;

use super::harness::{Computer, Key};

const SENT: &str = "RES3633019929";
const REFUSED: &str = "RES3633010417";

#[tokio::test]
async fn enter_held_down_sends_once() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            let mut last = 0;
            for (manner, reservation) in [
                (InjectedFault::None, SENT),
                (InjectedFault::Slow(Duration::from_millis(300)), REFUSED),
                (InjectedFault::CutAfterReading, "RES3633010302"),
            ] {
                service.inject(manner);
                page.fill_in_as_stored(reservation).await;
                page.count_repeats().await;

                computer.display().hold_enter();
                let shown = page.result_after(last).await;
                page.wait_for_repeats().await;
                computer.display().release_enter();

                service.inject(InjectedFault::None);
                page.assert_sent_once(service, reservation, &shown).await;
                last = page.make_room(&shown).await;
            }
        })
        .await;
}

#[tokio::test]
async fn enter_held_down_does_not_answer_the_question() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            service.inject(InjectedFault::CutAfterReading);
            page.fill_in(SENT, "412 34 567").await;
            page.press(Key::Enter).await;
            page.first_result().await;
            page.count_repeats().await;

            page.text_box("Phone number").await.focus().await;
            computer.display().hold_enter();
            page.question("The last one may have arrived").await;
            page.wait_for_repeats().await;
            assert_eq!(page.focused().await.name().await, "Don't send", "it still waits for an answer");
            computer.display().release_enter();

            page.assert_arrived(service, SENT, 1).await;
        })
        .await;
}

//! A key held down, as the operating system repeats it: one decision, one message.

use std::time::Duration;

use resend_reservation::practice::{Manner, Service};

use super::harness::{Desk, Display, Key};

const SENT: &str = "RES3633019929";
const REFUSED: &str = "RES3633010417";

#[tokio::test]
async fn enter_held_down_sends_once() {
    let service = Service::start().await.expect("a service");
    let display = Display::start();
    let desk = Desk::new().with("DISPLAY", display.name());
    desk.open_at(&service, async |page| {
        page.has_token().await;
        page.take_keyboard(&desk);
        let mut last = 0;
        for (manner, reservation) in [
            (Manner::Faithful, SENT),
            (Manner::Slow(Duration::from_millis(300)), REFUSED),
            (Manner::CutAfterReading, "RES3633010302"),
        ] {
            service.behave(manner);
            page.fill_in_as_stored(reservation).await;
            page.count_repeats().await;

            display.hold_enter();
            let shown = page.result_after(last).await;
            page.wait_for_repeats().await;
            display.release_enter();

            service.behave(Manner::Faithful);
            page.assert_sent_once(&service, reservation, &shown).await;
            last = page.make_room(&shown).await;
        }
    })
    .await;
}

#[tokio::test]
async fn enter_held_down_does_not_answer_the_question() {
    let service = Service::start().await.expect("a service");
    let display = Display::start();
    let desk = Desk::new().with("DISPLAY", display.name());
    desk.open_at(&service, async |page| {
        page.has_token().await;
        service.behave(Manner::CutAfterReading);
        page.fill_in(SENT, "412 34 567").await;
        page.press(Key::Enter).await;
        page.first_result().await;
        page.count_repeats().await;

        page.take_keyboard(&desk);
        page.text_box("Phone number").await.focus().await;
        display.hold_enter();
        page.question("The last one may have arrived").await;
        page.wait_for_repeats().await;
        assert_eq!(page.focused().await.name().await, "Don't send", "it still waits for an answer");
        display.release_enter();

        page.assert_arrived(&service, SENT, 1).await;
    })
    .await;
}

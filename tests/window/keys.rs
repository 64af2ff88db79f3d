//! Each button inside the form does its own thing, with Enter and with Space; the form is sent from its boxes and ticks.

use super::harness::{Computer, Key, Page, answer_slowly, eventually, posts_of};

const KARI: &str = "RES3633019929";
const SPACE: char = ' ';

#[tokio::test]
async fn enter_and_space_on_show_send_nothing() {
    Computer::new()
        .at_work(async |page, service| {
            // What is typed first stays, and so the reservation's own contact stands on the card.
            page.text_box("Phone number").await.paste("900 10 203").await;
            page.text_box("Reservation number or link").await.paste(KARI).await;
            page.wait_for_text("Kari Nordmann").await;
            for (key, before, after) in
                [(char::from(Key::Enter), "Show", "Hide"), (SPACE, "Hide", "Show"), (SPACE, "Show", "Hide")]
            {
                page.button_beginning(before).await.focus().await;
                page.strike([key]).await;
                page.button_beginning(after).await;
            }
            page.assert_arrived(service, KARI, 0).await;
            assert!(page.result().await.is_none());
        })
        .await;
}

#[tokio::test]
async fn enter_and_space_on_stop_stop_the_send() {
    let computer = Computer::new().chose("en", "practice").with_setting("hold_seconds", 10);
    computer
        .at_work(async |page, service| {
            page.fill_in_and_see(KARI, "900 10 203").await;
            for key in [char::from(Key::Enter), SPACE] {
                page.press_in(page.text_box("Phone number").await, Key::Enter).await;
                page.button("Stop (Esc)").await.focus().await;
                page.strike([key]).await;
                page.wait_for_text("Nothing was sent.").await;
                assert!(page.focused().await.name().await.starts_with("Send payment link"));
                page.wait_for("document.querySelector('#hold').hidden").await;
            }
            assert_eq!(service.posts(), 0);
        })
        .await;
}

#[tokio::test]
async fn enter_sends_from_a_tick_and_space_ticks() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in_and_see(KARI, "412 34 567").await;
            let email = page.check_box("Email").await;
            email.focus().await;
            page.strike([SPACE, SPACE]).await;
            assert!(!email.is_ticked().await);
            assert_eq!(service.posts(), 0);

            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 1);
        })
        .await;
}

/// Told as `WebKit` on macOS tells it.
#[tokio::test]
async fn an_enter_that_ends_a_composition_sends_nothing() {
    const COMPOSED: &str = "document.activeElement.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }));";
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in_and_see(KARI, "412 34 567").await;
            page.run(COMPOSED, &[]).await;
            page.assert_arrived(service, KARI, 0).await;
            assert!(page.result().await.is_none());
        })
        .await;
}

#[tokio::test]
async fn enter_before_the_look_up_waits_for_it_and_sends_to_nobody_unseen() {
    Computer::new()
        .at_work(async |page, service| {
            answer_slowly(service);
            paste_and_enter(page).await;
            page.wait_for_text("Looking it up…").await;
            page.press(Key::Enter).await;

            page.wait_for_text("Check the recipient, then press Enter.").await;
            assert!(page.button("Send payment link to +47 41 23 45 67").await.has_focus().await);
            assert!(
                page.is("document.querySelector('#problems:not([hidden]), form .problem:not(:empty)') === null").await
            );
            assert_eq!(service.posts(), 0);

            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 1);
        })
        .await;
}

#[tokio::test]
async fn to_a_contact_that_was_typed_before_it_sends_by_itself() {
    Computer::new()
        .at_work(async |page, service| {
            answer_slowly(service);
            page.text_box("Phone number").await.paste("900 10 203").await;
            paste_and_enter(page).await;
            assert_eq!(page.first_result().await.outcome, "sent");
            let lines = service.received();
            let details = lines.iter().position(|received| received.path.contains("/details/"));
            let post = lines.iter().position(|received| received.path.contains("/resend/"));
            assert!(details < post, "it was looked up first");
        })
        .await;
}

#[tokio::test]
async fn escape_lets_an_enter_go_that_waits() {
    Computer::new()
        .chose("nb", "practice")
        .at_work(async |page, service| {
            answer_slowly(service);
            page.text_box("Mobilnummer").await.paste("900 10 203").await;
            page.text_box("Reservasjonsnummer eller lenke").await.paste(KARI).await;
            page.press(Key::Enter).await;
            page.wait_for_text("Slår opp …").await;
            page.press(Key::Escape).await;
            page.wait_for_text("Ingenting ble sendt.").await;
            page.wait_for_text("Kari Nordmann").await;
            eventually("nothing waits", async || page.is("document.querySelector('#hold').hidden").await.then_some(()))
                .await;
            assert_eq!(service.posts(), 0);
        })
        .await;
}

async fn paste_and_enter(page: &Page) {
    page.text_box("Reservation number or link").await.paste(KARI).await;
    page.press(Key::Enter).await;
}

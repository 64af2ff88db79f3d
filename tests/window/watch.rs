//! The watch after a send, in the real window: what becomes of a link is told where its result stands.

use std::time::{Duration, Instant};

use resend_reservation::practice::{InjectedFault, Service};
use serde_json::json;

use super::harness::{Axe, Computer, Key, Page, posts_of};

const KARI: &str = "RES3633019929";
/// Practice's customer opens the link by then, and it is looked for every five seconds; the rest is a busy computer's.
const OPENED_BY: Duration = Duration::from_secs(8 + 5 + 6);

#[tokio::test]
async fn by_keyboard_alone_from_a_row_to_opened_and_back_to_the_row() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            let axe = Axe::new();
            axe.enter(page).await;
            page.take_keyboard(&computer);
            page.press_with(Key::Control, '2').await;
            page.wait_for("document.querySelector('#waiting').dataset.state === 'read'").await;
            until_in(page, "#waiting-groups").await;
            page.press(Key::End).await;
            let row = page.focused().await.name().await;
            page.press(Key::Enter).await;
            page.button_beginning("Send payment link to ").await;
            page.wait_for("document.activeElement.id === 'reservation'").await;

            page.press(Key::Enter).await;
            let sent = page.insisted_result_after(0).await;
            let begun = Instant::now();
            assert_eq!(sent.outcome, "sent", "{sent:?}");
            page.wait_for_text("Not opened yet").await;
            let place = top_of(page, "#result-actions").await;
            assert_eq!(axe.violations(page).await, [""; 0], "not opened yet");

            page.wait_for("document.querySelector('#result').dataset.seen === 'opened'").await;
            assert!(begun.elapsed() < OPENED_BY, "{:?}", begun.elapsed());
            page.wait_for(
                "document.querySelector('#announcer').textContent.startsWith('The customer opened the link today at ')",
            )
            .await;
            assert_eq!(top_of(page, "#result-actions").await, place, "nothing has moved");
            assert!(page.is(HEARD).await, "what has the focus carries it");
            assert_eq!(axe.violations(page).await, [""; 0], "opened");

            page.press(Key::Escape).await;
            page.wait_for("document.activeElement.closest('#waiting-groups') !== null").await;
            let back = page.focused().await.name().await;
            assert_eq!(name_in(&back), name_in(&row), "the same row");
            assert!(back.contains("Opened "), "{back}");
            assert_eq!(axe.violations(page).await, [""; 0], "the row says it");
        })
        .await;
}

#[tokio::test]
async fn an_unknown_send_that_is_listed_later_becomes_sent_and_opened_without_a_press_and_stays_it() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    computer
        .open_at(&service, async |page| {
            page.has_token().await;
            service.inject(InjectedFault::CutAfterReading);
            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            let unknown = page.first_result().await;
            assert_eq!(unknown.outcome, "unknown");
            service.inject(InjectedFault::None);
            page.wait_for_text("The app keeps looking, and says so here if it was sent.").await;

            service.happened(KARI, "order-resent", Duration::ZERO, json!(" +4741234567"));

            page.wait_for("document.querySelector('#result').dataset.outcome === 'sent'").await;
            let now = page.result().await.expect("a result");
            assert_eq!((now.title.as_str(), now.attempt), ("It was sent", unknown.attempt));
            assert!(now.is_heard, "{now:?}");
            assert_eq!(posts_of(&service, KARI), 1, "nothing was sent by it");
            assert_history_says(page, "").await;
            page.button("Send link").await.click().await;

            service.happened(KARI, "payment-link-opened", Duration::ZERO, json!(null));

            page.wait_for("document.querySelector('#result').dataset.seen === 'opened'").await;
            assert_history_says(page, " · opened ").await;
        })
        .await;
    computer.open_at(&service, async |page| assert_history_says(page, " · opened ").await).await;
}

const HEARD: &str = "document.activeElement.getAttribute('aria-describedby').split(' ')
    .map((id) => document.getElementById(id).textContent).join(' ').includes('Opened ')";

/// That it was sent, to whom, and this.
async fn assert_history_says(page: &Page, more: &str) {
    page.button("History").await.click().await;
    page.wait_for("document.querySelector('#history-list li')?.dataset.became === 'sent'").await;
    let said = format!("SMS to +47 … 567{more}");
    page.wait_for(&format!("document.querySelector('.history-entry-contact').textContent.startsWith('{said}')")).await;
}

async fn until_in(page: &Page, selector: &str) {
    while !page.is(&format!("document.querySelector('{selector}').contains(document.activeElement)")).await {
        page.press(Key::Tab).await;
    }
}

async fn top_of(page: &Page, selector: &str) -> serde_json::Value {
    page.eval(&format!("document.querySelector('{selector}').getBoundingClientRect().top")).await
}

/// Whom a row is about: what happened last stands behind the amount.
fn name_in(row: &str) -> &str {
    row.split(" kr").next().expect("a part")
}

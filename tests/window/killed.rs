//! The app ends in the middle of a send, as a power cut or a hand at the task list ends it, and is opened again.

use std::{process::Command, time::Duration};

use resend_reservation::practice::{InjectedFault, Service};
use serde_json::json;

use super::harness::{Computer, Key, Keyring, Page, eventually, posts_of};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn killed_with_the_request_under_way_it_asks_before_it_sends_another() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open_at(&service, async |page| {
            has_token_for_good(page).await;
            service.inject(InjectedFault::Slow(Duration::from_mins(1)));
            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            eventually("the request arrives", async || (posts_of(&service, KARI) == 1).then_some(())).await;

            kill(page).await;
        })
        .await;
    service.inject(InjectedFault::None);
    assert_asks_and_sends_one_for_each_decision(
        &computer,
        &service,
        "The last one may have arrived",
        "Send again anyway",
    )
    .await;
}

#[tokio::test]
async fn killed_after_the_answer_it_knows_what_it_has_sent() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open_at(&service, async |page| {
            has_token_for_good(page).await;
            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");

            kill(page).await;
        })
        .await;
    assert_asks_and_sends_one_for_each_decision(&computer, &service, "The link was sent before", "Send it once more")
        .await;
}

async fn assert_asks_and_sends_one_for_each_decision(
    computer: &Computer,
    service: &Service,
    question: &str,
    yes: &str,
) {
    computer
        .open_at(service, async |page| {
            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;

            page.question(question).await;
            assert_eq!(page.focused().await.name().await, "Don't send", "the safe answer has the focus");
            assert_eq!(posts_of(service, KARI), 1, "the first, and none while it asks");
            page.button(yes).await.click().await;
            assert_eq!(page.first_result().await.outcome, "sent");
            page.assert_arrived(service, KARI, 2).await;
        })
        .await;
}

/// The keychain also has the key by which a contact is recognised.
async fn has_token_for_good(page: &Page) {
    let saved = page.invoke("save_token", json!({ "token": "a.token", "keep": "in-keychain" })).await;
    assert_eq!(saved, Ok(json!("in-keychain")));
}

/// The app, that is, and not the web view that it started.
async fn kill(page: &Page) {
    let app = page.app();
    let killed = Command::new("kill").args(["-9", &app.to_string()]).status().expect("kill is there");
    assert!(killed.success());
    eventually("it has ended", async || (!page.processes().contains(&app)).then_some(())).await;
}

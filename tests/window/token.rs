//! The access token: asked for where it is needed, saved through Settings, kept by the keychain.

use resend_reservation::practice::Service;
use secrecy::ExposeSecret;

use super::harness::{Computer, Key, Keyring, Page, posts_of};

#[tokio::test]
async fn a_missing_token_is_asked_for_saved_and_survives_a_restart() {
    let service = Service::start().await.expect("a service");
    // A service on this computer is asked past any proxy.
    let nobody = "http://127.0.0.1:9";
    let computer = Computer::new().keyring(Keyring::Unlocked).with("HTTP_PROXY", nobody).with("ALL_PROXY", nobody);
    computer
        .open_at(&service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            page.press(Key::Enter).await;
            let shown = page.first_result().await;
            assert_eq!((shown.outcome.as_str(), shown.title.as_str()), ("not-sent", "There is no access token yet"));
            assert!(shown.said.contains("Local test needs one, so nothing was sent."), "{shown:?}");
            assert_eq!(service.posts(), 0);

            page.button("Open Settings").await.click().await;
            page.wait_for_text("No token saved for Local test").await;
            let token = page.text_box("Access token").await;
            assert!(token.has_focus().await, "straight to where it is mended");
            token.paste("a.saved.token").await;
            page.button("Save token").await.click().await;
            page.wait_for_text("Token saved").await;
            assert_eq!(token.value().await, "", "the box is emptied");
            assert_eq!(computer.lookup("local").as_deref(), Some("a.saved.token"), "the desktop's own tool sees it");
            page.button("Close").await.click().await;

            page.text_box("Phone number").await.focus().await;
            page.press(Key::Enter).await;
            assert_eq!(page.result_after(shown.attempt).await.outcome, "sent");
        })
        .await;

    computer
        .open_at(&service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            page.press(Key::Enter).await;
            page.question("The link was sent before").await;
            page.button("Send it once more").await.click().await;
            assert_eq!(page.first_result().await.outcome, "sent", "nobody had to type the token again");
        })
        .await;

    assert_eq!(posts_of(&service, "RES3633019929"), 2);
    for received in service.received() {
        let authorization = received.authorization.expect("a token");
        assert_eq!(authorization.expose_secret(), "Bearer a.saved.token");
    }
}

#[tokio::test]
async fn a_token_that_an_administrator_put_there_is_used() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer.store("local", "a.token.from.an.administrator");
    computer
        .open_at(&service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent", "nobody had to type a token");
        })
        .await;

    assert_eq!(posts_of(&service, "RES3633019929"), 1);
    for received in service.received() {
        let authorization = received.authorization.expect("a token");
        assert_eq!(authorization.expose_secret(), "Bearer a.token.from.an.administrator");
    }
}

#[tokio::test]
async fn what_was_pasted_around_the_token_is_taken_off() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open_at(&service, async |page| {
            let token = settings_at_token(page).await;
            token.paste("  \"Bearer 'a.pasted.token'\" ").await;
            page.press(Key::Enter).await;
            page.wait_for_text("Token saved").await;

            assert_eq!(computer.lookup("local").as_deref(), Some("a.pasted.token"));
        })
        .await;
}

#[tokio::test]
async fn what_cannot_be_a_token_is_refused_with_words_and_nothing_is_saved() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    let too_long = "a".repeat(2561);
    computer
        .open_at(&service, async |page| {
            let token = settings_at_token(page).await;
            for (pasted, title) in [
                ("", "Enter the access token"),
                ("Bearer", "Enter the access token"),
                ("two words", "More than the token was copied"),
                (&too_long, "The token is too long"),
            ] {
                token.paste(pasted).await;
                page.button("Save token").await.click().await;
                page.wait_for_text(title).await;
                assert!(page.text().await.contains("Nothing was saved."), "{title}");
                assert!(token.has_focus().await, "{title}");
                assert_eq!(token.attribute("aria-invalid").await.as_deref(), Some("true"), "{title}");
                assert!(token.description().await.contains(title), "the box is described by its trouble");
            }
            assert_eq!(computer.lookup("local"), None);

            page.button("Close").await.click().await;
            let box_of_token = settings_at_token(page).await;
            assert_eq!(box_of_token.value().await, "", "what was not saved does not stay either");
        })
        .await;
}

#[tokio::test]
async fn a_token_is_tested_and_then_forgotten_after_a_question() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open_at(&service, async |page| {
            let token = settings_at_token(page).await;
            assert!(!page.names("button").await.contains(&"Remove token".to_owned()), "there is nothing to forget yet");
            token.paste("a.token").await;
            page.press(Key::Enter).await;
            page.wait_for_text("A token for Local test is in the keychain").await;

            page.button("Test connection").await.click().await;
            page.wait_for_text("The connection works, and the token is accepted.").await;
            assert_eq!(service.posts(), 0, "a test sends nothing");

            page.button("Remove token").await.click().await;
            page.question("Remove the access token?").await;
            assert_eq!(page.focused().await.name().await, "Keep it");
            page.press(Key::Escape).await;
            assert!(page.text_box("Access token").await.value().await.is_empty());
            assert!(computer.lookup("local").is_some(), "Escape keeps it");

            page.button("Remove token").await.click().await;
            page.button("Remove token").await.click().await;
            page.wait_for_text("No token saved for Local test").await;
            assert_eq!(computer.lookup("local"), None);
        })
        .await;
}

async fn settings_at_token(page: &Page) -> super::harness::Control {
    page.button("Settings").await.click().await;
    page.wait_for_text("No token saved for Local test").await;
    page.text_box("Access token").await
}

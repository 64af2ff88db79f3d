//! A keychain that is locked or absent: told by its own words, nothing sent, and mended without a restart.

use resend_reservation::practice::Service;
use secrecy::ExposeSecret;

use super::harness::{Computer, Key, Keyring, Page, Shown};

#[tokio::test]
async fn a_locked_keychain_is_told_and_recovers_without_a_restart() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer.open_at(&service, async |page| save(page, "a.token").await).await;
    computer.turn(Keyring::Locked);
    // On a busy computer the question that nobody can be asked takes as long as one that somebody closes.
    let titles = ["The keychain is locked", "The keychain was not unlocked"];
    recovers(&computer, &service, &titles, "so nothing was sent.").await;
}

#[tokio::test]
async fn an_absent_keychain_is_told_and_recovers_without_a_restart() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer.open_at(&service, async |page| save(page, "a.token").await).await;
    computer.turn(Keyring::Absent);
    recovers(&computer, &service, &["There is no keychain here"], "so nothing was sent.").await;
}

#[tokio::test]
async fn a_token_is_kept_until_the_app_closes_only_when_somebody_chooses_so() {
    const OFFER: &str = "Keep it only until the app closes";
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    computer
        .open_at(&service, async |page| {
            page.button("Settings").await.click().await;
            page.wait_for_text("There is no keychain here").await;
            assert!(!page.names("button").await.contains(&OFFER.to_owned()), "nothing has been refused yet");

            page.text_box("Access token").await.paste("a.token").await;
            page.press(Key::Enter).await;
            page.button(OFFER).await;
            assert!(page.text().await.contains("Nothing was saved."));
            assert_eq!(page.text_box("Access token").await.value().await, "a.token", "it need not be typed again");
            page.button(OFFER).await.click().await;
            page.wait_for_text("Token saved until the app closes").await;
            assert_eq!(page.text_box("Access token").await.value().await, "");
            page.button("Close").await.click().await;

            page.fill_in("RES3633019929", "412 34 567").await;
            assert_eq!(send(page, 0).await.outcome, "sent");
        })
        .await;

    computer
        .open_at(&service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            assert_eq!(send(page, 0).await.title, "There is no keychain here", "the token has gone with the app");
        })
        .await;
    assert_eq!(service.posts(), 1);
}

#[tokio::test]
async fn another_programs_entry_under_our_name_is_said_and_gone_after_saving() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open_at(&service, async |page| {
            save(page, "a.first.token").await;
            page.button("Close").await.click().await;
            computer.store_beside("local", "theirs", &["--label", "Other"], &["application", "another program"]);

            page.fill_in("RES3633019929", "412 34 567").await;
            let shown = send(page, 0).await;
            assert_eq!((shown.outcome.as_str(), last_token(&service)), ("sent", "Bearer a.first.token".to_owned()));
            let last = page.make_room(&shown).await;

            page.button("Settings").await.click().await;
            page.wait_for_text("Another program has stored one there too, but the app uses its own.").await;
            page.text_box("Access token").await.paste("a.second.token").await;
            page.press(Key::Enter).await;
            page.wait_for_text("A token for Local test is in the keychain").await;
            page.wait_for_text("Token saved").await;
            assert!(!page.text().await.contains("Another program"), "it is settled");
            assert_eq!(computer.secrets("local"), ["a.second.token"]);
            page.button("Close").await.click().await;

            page.fill_in("RES3633010202", "412 34 568").await;
            assert_eq!(send(page, last).await.outcome, "sent");
            assert_eq!(last_token(&service), "Bearer a.second.token");
        })
        .await;
}

#[tokio::test]
async fn of_entries_that_are_not_clearly_ours_none_is_guessed_and_saving_settles_it() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    for name in ["one", "another"] {
        computer.store_beside("local", name, &["--label", name], &["application", name]);
    }
    computer
        .open_at(&service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            let refused = send(page, 0).await;
            assert_eq!(
                (refused.outcome.as_str(), refused.title.as_str()),
                ("not-sent", "Several tokens in the keychain")
            );
            assert!(refused.said.contains("Save the token again in Settings."), "{refused:?}");
            assert_eq!(service.posts(), 0);

            save(page, "a.token").await;
            assert_eq!(computer.secrets("local"), ["a.token"]);
            page.button("Close").await.click().await;
            assert_eq!(send(page, refused.attempt).await.outcome, "sent");
            assert_eq!(last_token(&service), "Bearer a.token");
        })
        .await;
}

/// With which the newest send came.
fn last_token(service: &Service) -> String {
    let mut sends = service.received().into_iter().filter(|received| received.method == "POST");
    let token = sends.next_back().and_then(|send| send.authorization).expect("a send with a token");
    token.expose_secret().to_owned()
}

async fn recovers(computer: &Computer, service: &Service, titles: &[&str], meaning: &str) {
    computer
        .open_at(service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            let shown = send(page, 0).await;
            assert_eq!(shown.outcome, "not-sent");
            assert!(titles.contains(&shown.title.as_str()), "{shown:?}");
            assert!(shown.said.contains(meaning), "{shown:?}");
            assert_eq!(service.posts(), 0);

            computer.turn(Keyring::Unlocked);

            assert_eq!(send(page, shown.attempt).await.outcome, "sent", "the same window, a moment later");
            assert_eq!(service.posts(), 1);
        })
        .await;
}

async fn save(page: &Page, token: &str) {
    page.button("Settings").await.click().await;
    page.text_box("Access token").await.paste(token).await;
    page.press(Key::Enter).await;
    page.wait_for_text("Token saved").await;
}

async fn send(page: &Page, attempt: u64) -> Shown {
    page.text_box("Phone number").await.focus().await;
    page.press(Key::Enter).await;
    page.result_after(attempt).await
}

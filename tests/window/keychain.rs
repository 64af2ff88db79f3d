//! A keychain that is locked or absent: told by its own words, nothing sent, and mended without a restart.

use resend_reservation::practice::Service;

use super::harness::{Desk, Key, Keyring, Page, Shown};

#[tokio::test]
async fn a_locked_keychain_is_told_and_recovers_without_a_restart() {
    let service = Service::start().await.expect("a service");
    let desk = Desk::new().keyring(Keyring::Unlocked);
    desk.open_at(&service, async |page| save(page, "a.token").await).await;
    desk.turn(Keyring::Locked);
    recovers(&desk, &service, "The keychain is locked", "The access token is in it, so nothing was sent.").await;
}

#[tokio::test]
async fn an_absent_keychain_is_told_and_recovers_without_a_restart() {
    let service = Service::start().await.expect("a service");
    let desk = Desk::new().keyring(Keyring::Unlocked);
    desk.open_at(&service, async |page| save(page, "a.token").await).await;
    desk.turn(Keyring::Absent);
    recovers(&desk, &service, "There is no keychain here", "so nothing was sent.").await;
}

#[tokio::test]
async fn a_token_is_kept_until_the_app_closes_only_when_somebody_chooses_so() {
    const OFFER: &str = "Keep it only until the app closes";
    let service = Service::start().await.expect("a service");
    let desk = Desk::new();
    desk.open_at(&service, async |page| {
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

    desk.open_at(&service, async |page| {
        page.fill_in("RES3633019929", "412 34 567").await;
        assert_eq!(send(page, 0).await.title, "There is no keychain here", "the token has gone with the app");
    })
    .await;
    assert_eq!(service.posts(), 1);
}

async fn recovers(desk: &Desk, service: &Service, title: &str, meaning: &str) {
    desk.open_at(service, async |page| {
        page.fill_in("RES3633019929", "412 34 567").await;
        let shown = send(page, 0).await;
        assert_eq!((shown.outcome.as_str(), shown.title.as_str()), ("not-sent", title));
        assert!(shown.said.contains(meaning), "{shown:?}");
        assert_eq!(service.posts(), 0);

        desk.turn(Keyring::Unlocked);

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

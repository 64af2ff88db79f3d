//! A newer package over an older one: what a person chose, saved and sent is still there.

use std::{env, fs, process::Command};

use resend_reservation::practice::{InjectedFault, Service};

use super::harness::{Computer, Key, Keyring, Page, posts_of};

const SENT: &str = "RES3633019929";

#[tokio::test]
#[ignore = "it installs a package: ./dev linux"]
async fn an_upgrade_keeps_settings_journal_and_token() {
    let upgrade = env::var("RESEND_UPGRADE").expect("RESEND_UPGRADE, the command that installs the newer package");
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open(&["--lang", "en"], async |page| {
            page.wait_for_text("Try it in practice mode").await;
            page.press(Key::Enter).await;
            page.text_box("Reservation number or link").await;
        })
        .await;
    let chosen = fs::read_to_string(computer.settings_file()).expect("chosen");
    computer
        .open_at(&service, async |page| {
            save_token(page).await;
            service.inject(InjectedFault::CutAfterReading);
            page.fill_in(SENT, "412 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "unknown");
        })
        .await;

    service.inject(InjectedFault::None);

    let upgraded = Command::new("sh").args(["-c", &upgrade]).status().expect("it runs");
    assert!(upgraded.success(), "{upgrade}");

    assert_eq!(fs::read_to_string(computer.settings_file()).expect("kept"), chosen);
    computer
        .open(&[], async |page| {
            assert_eq!(page.string("document.title").await, "Resend Reservation — Practice", "nothing is asked again");
        })
        .await;
    assert_eq!(computer.lookup("local").as_deref(), Some("a.saved.token"));
    computer
        .open_at(&service, async |page| {
            page.fill_in(SENT, "412 34 567").await;
            page.press(Key::Enter).await;
            page.question("The last one may have arrived").await;
            page.press(Key::Tab).await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent", "with the token of before");
        })
        .await;
    assert_eq!(posts_of(&service, SENT), 2);
}

async fn save_token(page: &Page) {
    page.button("Settings").await.click().await;
    page.wait_for_text("No token saved for Local test").await;
    page.text_box("Access token").await.paste("a.saved.token").await;
    page.press(Key::Enter).await;
    page.wait_for_text("Token saved").await;
    page.button("Close").await.click().await;
}

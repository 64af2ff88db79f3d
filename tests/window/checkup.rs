//! "Is everything working?" in the real window: where it is, where the service is gone, and where the keychain is locked.

use std::fs;

use resend_reservation::practice::Service;
use serde_json::json;

use super::harness::{Computer, Key, Keyring, Page, eventually};

/// Found nowhere else by chance.
const TOKEN: &str = "tok.5c81e0d7f3a94b26.checkup";
const NUMBER: &str = "958 76 543";

#[tokio::test]
async fn where_all_is_well_each_line_says_so_and_the_copied_diagnosis_holds_no_secret() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer
        .open_at(&service, async |page| {
            save_token(page).await;
            page.button("Close").await.click().await;
            page.fill_in("RES3633019929", NUMBER).await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");

            check(page, "Everything works.").await;
            for line in [
                "A token for Local test is in the keychain.",
                "The service on this computer answers.",
                "It agrees with Front Payment's clock.",
                "Front Payment accepts it.",
                "The app can write to it.",
                "Nobody manages the settings of this computer.",
            ] {
                assert!(page.text().await.contains(line), "{line}");
            }
            assert_eq!(service.posts(), 1, "a check-up sends nothing");

            let copied = copied(page).await;
            for part in [
                "Resend Reservation 0.1.0",
                "System: linux ",
                "Environment: Local test",
                "start version=",
                "send attempt=1",
            ] {
                assert!(copied.contains(part), "{part} is not in\n{copied}");
            }
            let home = computer.home();
            let home = home.to_str().expect("a path in UTF-8");
            for secret in [TOKEN, "95876543", NUMBER, "95 87 65 43", "RES3633019929", "3633019929", "Nordmann", home] {
                assert!(!copied.contains(secret), "{secret} is in\n{copied}");
            }
        })
        .await;
    let log = log_of(&computer);
    for secret in [TOKEN, "95876543", NUMBER, "3633019929", "Nordmann"] {
        assert!(!log.contains(secret), "{secret} is in\n{log}");
    }
    assert!(log.contains("look-up environment=local outcome=Seen"), "{log}");
    assert!(log.contains("send attempt=1 environment=local outcome=Sent status=202"), "{log}");
}

#[tokio::test]
async fn with_the_service_gone_the_rest_is_still_told() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    let base = service.base_url().to_string();
    computer
        .open(&["--local-api", &base], async |page| {
            save_token(page).await;
            drop(service);
            page.button("Close").await.click().await;

            check(page, "Something is wrong.").await;

            assert_line(page, "network", "wrong", "No answer.").await;
            assert_line(page, "clock", "not-known", "because there is no contact").await;
            assert_line(page, "token", "not-known", "because there is no contact").await;
            assert_line(page, "keychain", "well", "is in the keychain").await;
            assert_line(page, "journal", "well", "The app can write to it.").await;
        })
        .await;
}

#[tokio::test]
async fn a_locked_keychain_is_told_and_does_not_hide_the_network() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer.open_at(&service, save_token).await;
    computer.turn(Keyring::Locked);
    computer
        .open_at(&service, async |page| {
            check(page, "Something is wrong.").await;

            assert_line(page, "keychain", "wrong", "The keychain").await;
            assert_line(page, "token", "not-known", "There is no token to try").await;
            assert_line(page, "network", "well", "The service on this computer answers.").await;

            computer.turn(Keyring::Unlocked);
            page.button("Check again").await.click().await;
            page.wait_for_text("Everything works.").await;
        })
        .await;
}

#[tokio::test]
async fn a_window_that_is_closed_leaves_its_start_and_its_end_in_the_log() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.ask_to_close(&computer);
            eventually("it has closed", async || page.processes().is_empty().then_some(())).await;
        })
        .await;
    let log = log_of(&computer);
    let lines: Vec<_> = log.lines().collect();
    assert!(lines[0].contains("INFO  start version=") && lines[0].contains("environment=practice"), "{log}");
    assert!(lines[lines.len() - 1].ends_with("INFO  end"), "{log}");
}

#[tokio::test]
async fn with_a_data_folder_of_its_own_the_log_lies_in_it() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    let data = computer.place().join("data");
    let arguments = ["--local-api", &service.base_url().to_string(), "--data-dir", data.to_str().expect("UTF-8")];
    computer
        .open(&arguments, async |page| {
            page.invoke("check_up", json!({})).await.expect("an answer");
        })
        .await;
    let log = fs::read_to_string(data.join("logs/resend-reservation_rCURRENT.log")).expect("a log");
    assert!(log.contains("INFO  start version="), "{log}");
    assert!(!computer.home().join(".local/share/no.resendreservation.desktop/logs").exists());
}

#[tokio::test]
async fn a_log_that_cannot_be_written_does_not_stop_the_app() {
    let computer = Computer::new().chose("en", "practice");
    let folder = computer.home().join(".local/share/no.resendreservation.desktop");
    fs::create_dir_all(&folder).expect("made");
    fs::write(folder.join("logs"), "a file in the way").expect("written");
    computer
        .open(&[], async |page| {
            page.fill_in("RES3633019929", NUMBER).await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
        })
        .await;
}

async fn save_token(page: &Page) {
    page.button("Settings").await.click().await;
    page.text_box("Access token").await.paste(TOKEN).await;
    page.press(Key::Enter).await;
    page.wait_for_text("Token saved").await;
}

async fn check(page: &Page, summary: &str) {
    page.button("Settings").await.click().await;
    page.button("Check now").await.click().await;
    page.wait_for_text(summary).await;
}

async fn assert_line(page: &Page, subject: &str, state: &str, words: &str) {
    let line = page.find(&format!("[data-subject={subject}]")).await;
    let text = line.text().await;
    assert_eq!(line.attribute("data-state").await.as_deref(), Some(state), "{text}");
    assert!(text.contains(words), "{words} is not in {text}");
}

/// What "Copy technical report" leaves on the clipboard, pasted into the first box, which has no line breaks.
async fn copied(page: &Page) -> String {
    page.button("Copy technical report").await.click().await;
    page.wait_for_text("Report copied").await;
    page.button("Close").await.click().await;
    page.button("Next customer").await.click().await;
    page.text_box("Reservation number or link").await.focus().await;
    page.press_with(Key::Control, 'v').await;
    page.wait_for("document.querySelector('#reservation').value !== ''").await;
    page.text_box("Reservation number or link").await.value().await
}

fn log_of(computer: &Computer) -> String {
    let folder = computer.home().join(".local/share/no.resendreservation.desktop/logs");
    fs::read_to_string(folder.join("resend-reservation_rCURRENT.log")).expect("a log")
}

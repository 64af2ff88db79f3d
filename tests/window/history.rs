//! What was sent from here: looked through, sent again by hand, found out about, exported and deleted.

use std::{fs, path::PathBuf};

use resend_reservation::practice::Service;

use serde_json::json;

use super::harness::{Computer, Control, Key, Page, request};

const KARI: &str = "RES3633019929";
const CANCELLED: &str = "RES3633011400";
/// This one's link is sent, and the answer is lost.
const LOST: &str = "RES3633010000";

#[tokio::test]
async fn every_send_is_listed_and_can_be_found_again() {
    let service = Service::start().await.expect("a service");
    computer()
        .open_at(&service, async |page| {
            sends(page).await;

            open_history(page).await;

            assert_eq!(page.focused().await.name().await, "History");
            assert!(page.text().await.contains(
                "Attempts to send a link from this computer in the local test. Entries are deleted after 30 days."
            ));
            let all = [["Unknown", LOST], ["Not sent", CANCELLED], ["Sent", KARI]];
            assert_eq!(listed(page).await, all.map(|row| row.map(str::to_owned)));
            assert!(page.text().await.contains("SMS to +47 … 568"), "masked");
            assert!(!page.text().await.contains("412 34 567") && !page.text().await.contains("41 23 45 67"));

            for (text, left) in [("9929", KARI), ("res36330114", CANCELLED), ("… 579", LOST)] {
                page.text_box("Number or contact").await.paste(text).await;
                wait_for_list(page, &[left]).await;
            }
            page.text_box("Number or contact").await.paste("412 34 567").await;
            page.wait_for_text("Nothing found").await;
            page.text_box("Number or contact").await.paste("").await;
            page.list("Outcome").await.choose("Not sent").await;
            wait_for_list(page, &[CANCELLED]).await;
            page.list("Outcome").await.choose("All").await;
            wait_for_list(page, &[LOST, CANCELLED, KARI]).await;
            set_day(page, "2024-02-29").await;
            page.wait_for_text("Nothing found").await;
            set_day(page, &today(page).await).await;
            wait_for_list(page, &[LOST, CANCELLED, KARI]).await;

            page.button("Send link").await.click().await;
            assert_eq!(page.focused().await.name().await, "Reservation number or link");
        })
        .await;
}

#[tokio::test]
async fn sending_again_from_the_history_looks_up_the_contact_and_leaves_the_sending_to_a_person() {
    computer()
        .at_work(async |page, service| {
            page.fill_in(KARI, "+46 70 174 06 05").await;
            page.button("Send payment link to +46 70 174 06 05").await.click().await;
            assert_eq!(page.first_result().await.outcome, "sent");
            open_history(page).await;
            assert!(page.text().await.contains("SMS to +46 … 605"));

            button_of(page, "Send again", KARI).await.click().await;

            page.wait_for("document.querySelector('#history').hidden").await;
            let reservation = page.text_box("Reservation number or link").await;
            assert!(reservation.has_focus().await);
            assert_eq!(reservation.value().await, KARI);
            // The customer's own, and not the one that was typed when it was sent.
            page.button("Send payment link to +47 41 23 45 67").await;
            assert!(page.text().await.contains("Kari Nordmann"));
            assert!(page.result().await.is_none(), "the last result made way");
            page.assert_arrived(service, KARI, 1).await;
            assert_eq!(service.posts(), 2, "the first, and the test's own");
        })
        .await;
}

#[tokio::test]
async fn finding_out_turns_an_unknown_send_that_the_service_lists_into_a_sent_one() {
    let service = Service::start().await.expect("a service");
    let computer = computer();
    computer
        .open_at(&service, async |page| {
            sends(page).await;
            let before = service.posts();
            open_history(page).await;

            button_of(page, "Check whether it was sent", LOST).await.click().await;

            page.wait_for_text("It was sent").await;
            assert!(page.text().await.contains("Front Payment lists it as sent today at "));
            assert_eq!(listed(page).await[0], ["Sent", LOST]);
            assert!(
                page.focused().await.text().await.starts_with("It was sent"),
                "the button is gone, and its focus is kept"
            );
            assert_eq!(service.posts(), before);
        })
        .await;
    computer
        .open_at(&service, async |page| {
            open_history(page).await;
            assert_eq!(listed(page).await[0], ["Sent", LOST], "for good");
        })
        .await;
}

#[tokio::test]
async fn what_is_found_is_exported_masked_and_harmless() {
    let service = Service::start().await.expect("a service");
    let computer = computer();
    computer
        .open_at(&service, async |page| {
            sends(page).await;
            open_history(page).await;
            page.list("Outcome").await.choose("Unknown").await;
            wait_for_list(page, &[LOST]).await;

            page.button("Export").await.click().await;

            page.wait_for_text("The file is saved").await;
            assert!(page.text().await.contains("The file has 1 entry, made in the local test."));
            let path = PathBuf::from(page.string("document.querySelector('.history-path').innerText").await);
            assert_eq!(path.parent(), Some(downloads(&computer).as_path()));
            let text = fs::read_to_string(&path).expect("the file is there");
            let lines: Vec<&str> = text.lines().collect();
            assert_eq!(lines[0], "\u{FEFF}Time;Reservation or order;SMS to;Email to;Outcome;HTTP status");
            let fields: Vec<&str> = lines[1].split(';').collect();
            assert_eq!(fields[1..], [LOST, "(+47) … 579", "", "Unknown", ""]);
            assert_eq!(lines.len(), 2);

            page.list("Outcome").await.choose("All").await;
            wait_for_list(page, &[LOST, CANCELLED, KARI]).await;
            page.button("Export").await.click().await;
            page.wait_for_text("The file has 3 entries, all made in the local test.").await;
            assert_eq!(fs::read_dir(downloads(&computer)).expect("a folder").count(), 2, "nothing is overwritten");
        })
        .await;
}

#[tokio::test]
async fn the_history_is_deleted_only_behind_a_question() {
    let service = Service::start().await.expect("a service");
    let computer = computer();
    computer
        .open_at(&service, async |page| {
            sends(page).await;
            open_history(page).await;

            for way_out in [Key::Escape, Key::Enter] {
                page.button("Delete all").await.click().await;
                page.question("Delete the whole history?").await;
                assert!(page.text().await.contains("Everything in the history from this computer in the local test"));
                assert_eq!(page.focused().await.name().await, "Keep it");
                page.press(way_out).await;
                page.wait_for("document.querySelector('#question:modal') === null").await;
                assert_eq!(listed(page).await.len(), 3);
            }

            page.button("Delete all").await.click().await;
            page.button("Delete it all").await.click().await;
            page.wait_for_text("The history is empty").await;
            assert_eq!(page.focused().await.name().await, "History");
        })
        .await;
    computer
        .open_at(&service, async |page| {
            page.button("History").await.click().await;
            page.wait_for_text("The history is empty").await;
        })
        .await;
}

#[tokio::test]
async fn a_history_of_more_than_a_page_goes_on() {
    computer()
        .at_work(async |page, _| {
            let sends: Vec<_> =
                (0..52).map(|number| request(&format!("RES36330104{number:02}"), "412 34 567")).collect();
            page.invoke_together("resend_reservation", &sends).await;
            open_history(page).await;
            page.wait_for_text("Showing the newest 50 entries").await;

            page.button("Show more").await.click().await;

            page.wait_for_text("Showing 52 entries").await;
            assert_eq!(listed(page).await.len(), 52);
            assert!(page.focused().await.text().await.contains("RES36330104"), "the first of the new ones");
        })
        .await;
}

/// A computer with a folder for downloads.
fn computer() -> Computer {
    let computer = Computer::new();
    let folders = computer.home().join(".config/user-dirs.dirs");
    fs::write(folders, "XDG_DOWNLOAD_DIR=\"$HOME/Downloads\"\n").expect("written");
    computer
}

fn downloads(computer: &Computer) -> PathBuf {
    computer.home().join("Downloads")
}

/// One of each outcome, the unknown one last.
async fn sends(page: &Page) {
    page.has_token().await;
    for (reservation, phone_number, outcome) in
        [(KARI, "412 34 568", "sent"), (CANCELLED, "412 34 569", "not-sent"), (LOST, "412 34 579", "unknown")]
    {
        let answer = page.invoke("resend_reservation", request(reservation, phone_number)).await.expect("an answer");
        assert_eq!(answer["report"]["outcome"], outcome, "{answer}");
    }
}

async fn open_history(page: &Page) {
    page.button("History").await.click().await;
    page.wait_for("document.querySelector('#history:not([hidden]) #history-list li') !== null").await;
}

/// What became of it, and which reservation it was, line by line.
async fn listed(page: &Page) -> Vec<[String; 2]> {
    serde_json::from_value(page.eval(LISTED).await).expect("a list")
}

async fn wait_for_list(page: &Page, reservations: &[&str]) {
    page.wait_for(&format!("JSON.stringify({LISTED}.map(([, id]) => id)) === '{}'", json!(reservations))).await;
}

const LISTED: &str = "[...document.querySelectorAll('#history-list > li')]
    .map((line) => ['.history-entry-outcome', '.history-entry-reservation'].map((part) => line.querySelector(part).innerText))";

/// Each button says for those who listen which send it is about.
async fn button_of(page: &Page, name: &str, reservation: &str) -> Control {
    page.button_beginning(&format!("{name} {reservation}, today ")).await
}

async fn set_day(page: &Page, day: &str) {
    const CHOOSE: &str = "const box = document.querySelector('#history-day');
        if (box.type !== 'date') throw new Error('this web view has no box for a day');
        box.value = arguments[0];
        box.dispatchEvent(new Event('change', { bubbles: true }));";
    page.run(CHOOSE, &[day.into()]).await;
}

/// As this computer's calendar says.
async fn today(page: &Page) -> String {
    page.string("new Intl.DateTimeFormat('sv-SE').format()").await
}

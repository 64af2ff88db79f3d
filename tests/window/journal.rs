//! The record of what was sent is damaged, a newer version's, or cannot be written: told at the start and at a send.

use std::{
    fs::{self, OpenOptions},
    io::Write,
    path::{Path, PathBuf},
};

use resend_reservation::practice::Service;
use rusqlite::{Connection, config::DbConfig};

use super::harness::{Computer, Key, Page, Shown};

/// Each with the number that is stored for it: nothing is odd.
const KARI: [&str; 2] = ["RES3633019929", "412 34 567"];
const OLA: [&str; 2] = ["RES3633010202", "412 34 568"];

#[tokio::test]
async fn a_damaged_journal_is_told_at_the_start_and_kept_beside_the_new_one() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    let noise: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    fs::write(journal(&computer), &noise).expect("written");
    computer
        .open_at(&service, async |page| {
            page.wait_for_text("The history was damaged").await;
            page.wait_for_text("It has kept the damaged file and started a new history.").await;

            assert_eq!(send(page, KARI, 0).await.outcome, "sent", "whoever was told may send");

            assert!(fs::read(aside(&computer)).expect("kept") == noise, "byte for byte");
            assert_eq!(service.posts(), 1);
        })
        .await;
}

#[tokio::test]
async fn damage_that_shows_while_the_window_is_open_stops_one_send_and_is_told() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            let first = send(page, KARI, 0).await;
            page.button("Next customer").await.click().await;
            let damaged = damage(&journal(&computer));

            let refused = send(page, OLA, first.attempt).await;

            assert_eq!((refused.outcome.as_str(), refused.title.as_str()), ("not-sent", "The history was damaged"));
            assert!(refused.text.contains("so nothing was sent now. It has kept the damaged file"), "{refused:?}");
            assert_eq!(service.posts(), 1);
            assert!(fs::read(aside(&computer)).expect("kept") == damaged, "byte for byte");
            let again = send(page, OLA, refused.attempt).await;
            assert_eq!(again.outcome, "sent", "whoever was told may send");
        })
        .await;
}

#[tokio::test]
async fn a_journal_that_is_taken_away_while_the_window_is_open_stops_one_send_and_is_told() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            let first = send(page, KARI, 0).await;
            page.button("Next customer").await.click().await;
            fs::remove_file(journal(&computer)).expect("removed");

            let refused = send(page, OLA, first.attempt).await;

            assert_eq!((refused.outcome.as_str(), refused.title.as_str()), ("not-sent", "The history is missing"));
            assert!(refused.text.contains("so nothing was sent now. It has started a new history."), "{refused:?}");
            assert_eq!(service.posts(), 1);
            let again = send(page, OLA, refused.attempt).await;
            assert_eq!(again.outcome, "sent", "whoever was told may send");
            page.assert_arrived(service, OLA[0], 1).await;
        })
        .await;
}

#[tokio::test]
async fn the_journal_of_a_newer_version_is_left_alone_and_nothing_is_sent() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    let newer = Connection::open(journal(&computer)).expect("open");
    newer.pragma_update(None, "user_version", 99).expect("set");
    newer.close().expect("closed");
    let before = fs::read(journal(&computer)).expect("read");
    computer
        .open_at(&service, async |page| {
            page.wait_for_text("History from a newer version").await;
            page.wait_for_text("This version of the app can't add to the history, so nothing can be sent.").await;
            assert_refused(page, &service, "History from a newer version", 0).await;
        })
        .await;
    let kept = Connection::open(journal(&computer)).expect("open");
    let format: i64 = kept.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("read");
    assert_eq!(format, 99);
    assert_eq!(fs::read(journal(&computer)).expect("read").len(), before.len());
    assert!(!aside(&computer).exists());
}

#[tokio::test]
async fn where_it_cannot_be_written_down_nothing_is_sent_until_it_can() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    // What no permission makes writable, whoever runs this.
    fs::create_dir(journal(&computer)).expect("made");
    computer
        .open_at(&service, async |page| {
            page.wait_for_text("The attempt could not be recorded").await;
            page.wait_for_text("It can't do that now, so nothing can be sent.").await;
            let refused = assert_refused(page, &service, "The attempt could not be recorded", 0).await;
            assert!(refused.text.contains("Check that the disk is not full, and send again."), "{refused:?}");

            fs::remove_dir(journal(&computer)).expect("removed");

            assert_eq!(send(page, KARI, refused.attempt).await.outcome, "sent", "in the same window");
            page.assert_arrived(&service, KARI[0], 1).await;
        })
        .await;
}

async fn assert_refused(page: &Page, service: &Service, title: &str, last: u64) -> Shown {
    let refused = send(page, KARI, last).await;
    assert_eq!((refused.outcome.as_str(), refused.title.as_str()), ("not-sent", title));
    assert!(refused.text.contains("so nothing was sent"), "{refused:?}");
    assert_eq!(service.posts(), 0);
    refused
}

async fn send(page: &Page, [reservation, phone_number]: [&str; 2], last: u64) -> Shown {
    page.has_token().await;
    page.fill_in(reservation, phone_number).await;
    page.press(Key::Enter).await;
    page.result_after(last).await
}

fn journal(computer: &Computer) -> PathBuf {
    let folder = computer.home().join(".local/share/no.resendreservation.desktop");
    fs::create_dir_all(&folder).expect("made");
    folder.join("journal.sqlite")
}

fn aside(computer: &Computer) -> PathBuf {
    journal(computer).with_extension("damaged-1.sqlite")
}

/// Everything after the first page, in the same file, and so that whoever has it open notices a change.
fn damage(path: &Path) -> Vec<u8> {
    let another = Connection::open(path).expect("open");
    another.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("all of it is in one file");
    let mut bytes = fs::read(path).expect("read");
    bytes[4096..].fill(0xAB);
    OpenOptions::new().write(true).open(path).expect("open").write_all(&bytes).expect("written");
    another.pragma_update(None, "application_id", 1).expect("a change");
    another.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).expect("set");
    bytes
}

//! Damage: nothing is lost, nothing is made up, and nothing goes on as if it were not there.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use resend_reservation::{
    domain::{Environment, Outcome, ReservationId},
    failure::SendReason,
    journal::{Database, Journal, SendState},
};
use rusqlite::Connection;

use super::sender::{self, outcome, refused};
use crate::kit::app::ClosedApp;

const KARI: &str = "RES3633019929";
const SIRI: &str = "ODR1649249709";

#[tokio::test]
async fn what_belongs_to_a_damaged_journal_is_kept_with_it_byte_for_byte() {
    for damage in [wholly as fn(&[u8]) -> Vec<u8>, in_the_middle] {
        let app = ClosedApp::new().await;
        let resender = sender::resender(app.folder().to_owned(), app.service.base_url()).await;
        sender::send(&resender, KARI).await;
        all_in_one_file(app.folder());
        sender::send(&resender, SIRI).await;
        // As a process leaves them that is killed: with what is not in the main file yet.
        let left = tempfile::tempdir().expect("a folder");
        let before = FILES.map(|name| fs::read(app.folder().join(name)).expect("read"));
        let before = [damage(&before[0]), before[1].clone(), before[2].clone()];
        assert!(
            before[1].windows(SIRI.len()).any(|bytes| bytes == SIRI.as_bytes()),
            "the last send is in the second file"
        );
        for (name, bytes) in FILES.iter().zip(&before) {
            fs::write(left.path().join(name), bytes).expect("written");
        }

        let journal = Database::open(left.path(), Duration::MAX).expect("a new one is made");

        let aside = journal.put_aside().expect("the old one is somewhere");
        let kept = ["", "-wal"].map(|suffix| fs::read(beside(aside, suffix)).expect("kept"));
        assert!(kept == before[..2], "what was kept is not what was there");
        assert_eq!((sends(&journal, KARI), sends(&journal, SIRI)), (vec![], vec![]), "the new one makes nothing up");
    }
}

#[tokio::test]
async fn random_bytes_in_the_files_beside_it_make_nothing_up() {
    for file in &FILES[1..] {
        let app = ClosedApp::new().await;
        drop(sender::resender(app.folder().to_owned(), app.service.base_url()).await);
        let journal = app.with_one_send().await;
        drop(journal);
        fs::write(app.folder().join(file), noise(50_000)).expect("written");

        let journal = Database::open(app.folder(), Duration::MAX).expect("opened");

        assert_eq!(sends(&journal, KARI), [SendState::Sent], "{file}");
        assert_eq!(sends(&journal, SIRI), [], "{file}");
    }
}

#[tokio::test]
async fn damage_that_shows_while_the_app_runs_stops_one_send_and_is_told() {
    let app = ClosedApp::new().await;
    let resender = sender::resender(app.folder().to_owned(), app.service.base_url()).await;
    assert_eq!(outcome(&sender::send(&resender, KARI).await), Outcome::Sent);
    overwrite_under_an_open_connection(app.folder());
    let damaged = fs::read(app.folder().join(FILES[0])).expect("read");

    assert_eq!(refused(&sender::send(&resender, SIRI).await), SendReason::JournalDamaged);

    assert_eq!(app.service.posts(), 1);
    assert!(fs::read(app.folder().join("journal.damaged-1.sqlite")).expect("kept") == damaged);
    assert_eq!(outcome(&sender::send(&resender, SIRI).await), Outcome::Sent, "whoever was told may go on");
    drop(resender);
    let journal = Database::open(app.folder(), Duration::MAX).expect("opened");
    assert_eq!((journal.put_aside(), sends(&journal, SIRI)), (None, vec![SendState::Sent]));
}

#[tokio::test]
async fn damage_that_is_found_at_the_start_is_told_once() {
    for somebody_was_told in [true, false] {
        let app = ClosedApp::new().await;
        fs::write(app.folder().join(FILES[0]), noise(20_000)).expect("written");
        let (resender, journal, _) = sender::parts(app.folder().to_owned(), app.service.base_url()).await;

        if somebody_was_told {
            assert!(journal.open().await.expect("a new one is made"));
        } else {
            assert_eq!(refused(&sender::send(&resender, KARI).await), SendReason::JournalDamaged);
        }

        assert_eq!(outcome(&sender::send(&resender, KARI).await), Outcome::Sent);
    }
}

#[tokio::test]
async fn two_copies_that_find_the_damage_at_once_end_with_one_new_journal() {
    for _ in 0..50 {
        let app = ClosedApp::new().await;
        fs::write(app.folder().join(FILES[0]), noise(20_000)).expect("written");
        let copies = [0; 4].map(|_| {
            let folder = app.folder().to_owned();
            std::thread::spawn(move || Database::open(&folder, Duration::MAX).expect("opened"))
        });
        let copies = copies.map(|copy| copy.join().expect("it ends"));

        assert_eq!(copies.iter().filter(|copy| copy.put_aside().is_some()).count(), 1);
        assert!(!app.folder().join("journal.damaged-2.sqlite").exists(), "the new one was put aside too");
    }
}

const FILES: [&str; 3] = ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"];

impl ClosedApp {
    async fn with_one_send(&self) -> Journal {
        let (resender, journal, _) = sender::parts(self.folder().to_owned(), self.service.base_url()).await;
        assert_eq!(outcome(&sender::send(&resender, KARI).await), Outcome::Sent);
        journal
    }
}

/// Everything after the first page, and so that whoever has the file open does not go on with what it remembers.
pub(crate) fn overwrite_under_an_open_connection(folder: &Path) {
    let path = folder.join(FILES[0]);
    let another = all_in_one_file(folder);
    let mut bytes = fs::read(&path).expect("read");
    bytes[4096..].fill(0xAB);
    write_over(&path, &bytes);
    another.pragma_update(None, "application_id", 1).expect("a change for others to notice");
    // Nothing of it gets into the damaged file when this connection is closed.
    another.set_db_config(rusqlite::config::DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true).expect("set");
}

fn all_in_one_file(folder: &Path) -> Connection {
    let connection = Connection::open(folder.join(FILES[0])).expect("open");
    connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(())).expect("moved");
    connection
}

fn sends(journal: &Database, reservation: &str) -> Vec<SendState> {
    journal.sends_of(Environment::Local, &ReservationId::parse(reservation).expect("an id")).expect("read")
}

/// The same file, and not another of its name.
fn write_over(path: &Path, bytes: &[u8]) {
    use std::io::Write;
    fs::OpenOptions::new().write(true).open(path).expect("open").write_all(bytes).expect("written");
}

fn beside(path: &Path, suffix: &str) -> PathBuf {
    PathBuf::from(format!("{}{suffix}", path.display()))
}

fn wholly(bytes: &[u8]) -> Vec<u8> {
    noise(bytes.len().try_into().expect("a small file"))
}

fn in_the_middle(bytes: &[u8]) -> Vec<u8> {
    let mut bytes = bytes.to_owned();
    let middle = bytes.len() / 2;
    bytes[middle..].fill(0xAB);
    bytes
}

fn noise(length: u32) -> Vec<u8> {
    (0..length).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect()
}

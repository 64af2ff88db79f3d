//! A journal that is damaged, from the future, or cannot be written.

use std::{fs, time::Duration};

use resend_reservation::{
    domain::{Environment, Outcome, PhoneNumber, Recipient, Region, Resend, ReservationId},
    journal::{Conflict, ContactKey, Database, Intent, JournalError, Search, SendState},
};
use rusqlite::Connection;

use crate::kit::own_process::myself;

const HERE: Environment = Environment::Production;

#[test]
fn random_bytes_are_put_aside_and_not_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    fs::write(folder.path().join("journal.sqlite"), &bytes).expect("written");

    let journal = Database::open(folder.path(), Duration::MAX).expect("a new one is made");

    let aside = journal.put_aside().expect("the old one is somewhere");
    assert_eq!(fs::read(aside).expect("read"), bytes);
    assert!(matches!(intend(&journal), Ok(Ok(_))));
}

#[test]
fn pages_that_were_overwritten_are_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Database::open(folder.path(), Duration::MAX).expect("made");
    for number in 0..500 {
        let reservation = ReservationId::parse(&format!("RES{}", 3_633_000_000_u64 + number)).expect("an id");
        send(&journal, &reservation);
    }
    drop(journal);
    let path = folder.path().join("journal.sqlite");
    let mut bytes = fs::read(&path).expect("read");
    let middle = bytes.len() / 2;
    bytes[middle..middle + 8192].fill(0xAB);
    fs::write(&path, &bytes).expect("written");

    let journal = Database::open(folder.path(), Duration::MAX).expect("a new one is made");

    assert_eq!(fs::read(journal.put_aside().expect("put aside")).expect("read"), bytes);
}

#[test]
fn a_journal_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Database::open(folder.path(), Duration::MAX).expect("made"));
    let path = folder.path().join("journal.sqlite");
    Connection::open(&path).expect("open").pragma_update(None, "user_version", 99).expect("set");
    let before = fs::read(&path).expect("read");

    let refused = Database::open(folder.path(), Duration::MAX);

    assert!(matches!(refused, Err(JournalError::Newer { found: 99 })), "{refused:?}");
    assert_eq!(fs::read(&path).expect("read"), before);
}

#[test]
fn a_journal_of_an_earlier_format_is_brought_up_to_date() {
    let first = "CREATE TABLE sends (id INTEGER PRIMARY KEY, run TEXT NOT NULL, environment TEXT NOT NULL,
            reservation TEXT NOT NULL, intended_at INTEGER NOT NULL, outcome TEXT, settled_at INTEGER) STRICT;
         CREATE INDEX sends_by_reservation ON sends (environment, reservation, id);
         CREATE INDEX sends_by_time ON sends (intended_at);
         CREATE INDEX sends_under_way ON sends (run) WHERE outcome IS NULL;
         INSERT INTO sends VALUES (1, 'a', 'production', 'RES3633019929', 1795345200000, 'unknown', NULL);
         INSERT INTO sends VALUES (2, 'b', 'production', 'RES3633010000', 1795345200000, NULL, NULL);
         PRAGMA user_version = 1;";
    let second = "ALTER TABLE sends ADD COLUMN sms_hash BLOB; ALTER TABLE sends ADD COLUMN sms_masked TEXT;
         ALTER TABLE sends ADD COLUMN email_hash BLOB; ALTER TABLE sends ADD COLUMN email_masked TEXT;
         ALTER TABLE sends ADD COLUMN http_status INTEGER;
         CREATE INDEX sends_of_environment ON sends (environment);
         CREATE INDEX sends_by_outcome ON sends (environment, outcome);
         CREATE VIRTUAL TABLE words USING fts5 (
            reservation, sms_masked, email_masked, content='sends', content_rowid='id', tokenize='trigram');
         INSERT INTO words (words, rank) VALUES ('secure-delete', 1);
         CREATE TRIGGER sends_are_found AFTER INSERT ON sends BEGIN
            INSERT INTO words (rowid, reservation, sms_masked, email_masked)
            VALUES (new.id, new.reservation, new.sms_masked, new.email_masked);
         END;
         CREATE TRIGGER sends_are_forgotten AFTER DELETE ON sends BEGIN
            INSERT INTO words (words, rowid, reservation, sms_masked, email_masked)
            VALUES ('delete', old.id, old.reservation, old.sms_masked, old.email_masked);
         END;
         INSERT INTO words (words) VALUES ('rebuild');
         INSERT INTO sends VALUES
            (3, 'c', 'production', 'RES3633010200', 1795345200000, 'sent', NULL, x'01', '+47 … 567', NULL, NULL, 202);
         PRAGMA user_version = 2;";
    let third = "ALTER TABLE sends ADD COLUMN contact_key BLOB;
         CREATE TRIGGER sends_are_blanked AFTER UPDATE OF sms_masked, email_masked ON sends BEGIN
            INSERT INTO words (words, rowid, reservation, sms_masked, email_masked)
            VALUES ('delete', old.id, old.reservation, old.sms_masked, old.email_masked);
            INSERT INTO words (rowid, reservation, sms_masked, email_masked)
            VALUES (new.id, new.reservation, new.sms_masked, new.email_masked);
         END;
         CREATE TABLE clock (
            id INTEGER PRIMARY KEY CHECK (id = 1), seen_at INTEGER NOT NULL, ahead_since INTEGER) STRICT;
         PRAGMA user_version = 3;";
    for (steps, ids) in [
        (&[first][..], &["RES3633010000", "RES3633019929"][..]),
        (&[first, second], &["RES3633010200", "RES3633010000", "RES3633019929"]),
        (&[first, second, third], &["RES3633010200", "RES3633010000", "RES3633019929"]),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let file = Connection::open(folder.path().join("journal.sqlite")).expect("open");
        for step in steps {
            file.execute_batch(step).expect("made");
        }
        drop(file);

        let journal = Database::open(folder.path(), Duration::MAX).expect("opened");

        let search = |text: &str| {
            let search = Search { text: Some(text.to_owned()), ..Search::default() };
            journal.search(HERE, &search, 50).expect("read").entries
        };
        assert_eq!(search("").iter().map(|entry| entry.reservation.as_str()).collect::<Vec<_>>(), ids);
        assert_eq!(search("9929").len(), 1);
        assert_eq!(search("567").len(), ids.len() - 2);
        let id = ReservationId::parse("RES3633010000").expect("an id");
        assert_eq!(journal.sends_of(HERE, &id).expect("read"), [SendState::Unknown]);
        send(&journal, &reservation_of("RES3633010300"));
        drop(journal);
        let journal = Database::open(folder.path(), Duration::from_hours(1)).expect("and only once");
        let kept = journal.sends_of(HERE, &reservation_of("RES3633019929")).expect("read");
        assert_eq!(kept, [SendState::Unknown], "an unknown one is never removed for its age");
        let version: i64 = Connection::open(folder.path().join("journal.sqlite"))
            .and_then(|file| file.query_row("PRAGMA user_version", [], |row| row.get(0)))
            .expect("read");
        assert_eq!((version, journal.put_aside()), (4, None));
    }
}

#[test]
fn a_folder_that_cannot_be_made_is_reported() {
    let file = myself();

    let refused = Database::open(&file.join("nowhere"), Duration::MAX);

    assert!(matches!(refused, Err(JournalError::Folder(_))), "{refused:?}");
}

#[test]
fn the_intent_is_synced_before_it_is_called_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Database::open(folder.path(), Duration::MAX).expect("made");
    let shown = format!("{:?}", journal.durability().expect("read"));
    assert_eq!(shown, r#"("wal", 2)"#, "write-ahead log, synchronous=FULL");
}

fn reservation() -> ReservationId {
    reservation_of("RES3633019929")
}

fn reservation_of(id: &str) -> ReservationId {
    ReservationId::parse(id).expect("an id")
}

fn intend(journal: &Database) -> Result<Result<Intent, Conflict>, JournalError> {
    intend_for(journal, &reservation())
}

fn intend_for(journal: &Database, reservation: &ReservationId) -> Result<Result<Intent, Conflict>, JournalError> {
    let number = PhoneNumber::parse("412 34 567", Region::default()).expect("a number");
    let recipient = Recipient::new(Some(number), None).expect("a recipient");
    let resend = Resend { environment: HERE, reservation: reservation.clone(), recipient };
    journal.begin(&resend, &ContactKey::from_bytes([7; 32]), false, Duration::ZERO)
}

fn send(journal: &Database, reservation: &ReservationId) {
    let Ok(Ok(intent)) = intend_for(journal, reservation) else { panic!("it may not be sent") };
    journal.finish(intent, &Outcome::Sent, Some(202)).expect("settled");
    assert_eq!(journal.sends_of(HERE, reservation).expect("read"), [SendState::Sent]);
}

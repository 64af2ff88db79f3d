//! A journal that is damaged, from the future, or cannot be written.

use std::{fs, time::Duration};

use resend_reservation::{
    domain::{Environment, Outcome, PhoneNumber, Recipient, Region, ReservationId},
    journal::{ContactKey, Intent, Journal, JournalError, Known, Obstacle, Plan},
};
use rusqlite::Connection;

const HERE: Environment = Environment::Production;

#[test]
fn random_bytes_are_put_aside_and_not_lost() {
    let folder = tempfile::tempdir().expect("a folder");
    let bytes: Vec<u8> = (0..20_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13).to_le_bytes()[0]).collect();
    fs::write(folder.path().join("journal.sqlite"), &bytes).expect("written");

    let journal = Journal::open(folder.path(), Duration::MAX).expect("a new one is made");

    let aside = journal.put_aside().expect("the old one is somewhere");
    assert_eq!(fs::read(aside).expect("read"), bytes);
    assert!(matches!(intend(&journal), Ok(Ok(_))));
}

#[test]
fn pages_that_were_overwritten_are_noticed() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::open(folder.path(), Duration::MAX).expect("made");
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

    let journal = Journal::open(folder.path(), Duration::MAX).expect("a new one is made");

    assert_eq!(fs::read(journal.put_aside().expect("put aside")).expect("read"), bytes);
}

#[test]
fn a_journal_of_a_newer_version_is_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Journal::open(folder.path(), Duration::MAX).expect("made"));
    let path = folder.path().join("journal.sqlite");
    Connection::open(&path).expect("open").pragma_update(None, "user_version", 99).expect("set");
    let before = fs::read(&path).expect("read");

    let refused = Journal::open(folder.path(), Duration::MAX);

    assert!(matches!(refused, Err(JournalError::Newer { found: 99 })), "{refused:?}");
    assert_eq!(fs::read(&path).expect("read"), before);
}

#[test]
fn a_folder_that_cannot_be_made_is_reported() {
    let file = std::env::current_exe().expect("a test binary");

    let refused = Journal::open(&file.join("nowhere"), Duration::MAX);

    assert!(matches!(refused, Err(JournalError::Folder(_))), "{refused:?}");
}

#[test]
fn the_intent_is_synced_before_it_is_called_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::open(folder.path(), Duration::MAX).expect("made");
    let shown = format!("{:?}", journal.durability().expect("read"));
    assert_eq!(shown, r#"("wal", 2)"#, "write-ahead log, synchronous=FULL");
}

fn reservation() -> ReservationId {
    ReservationId::parse("RES3633019929").expect("an id")
}

fn intend(journal: &Journal) -> Result<Result<Intent, Obstacle>, JournalError> {
    intend_for(journal, &reservation())
}

fn intend_for(journal: &Journal, reservation: &ReservationId) -> Result<Result<Intent, Obstacle>, JournalError> {
    let number = PhoneNumber::parse("412 34 567", Region::default()).expect("a number");
    let recipient = Recipient::new(Some(number), None).expect("a recipient");
    let key = ContactKey::from_bytes([7; 32]);
    let (again_after_unknown, quiet) = (false, None);
    journal.intend(Plan {
        environment: HERE,
        reservation,
        recipient: &recipient,
        key: &key,
        again_after_unknown,
        quiet,
    })
}

fn send(journal: &Journal, reservation: &ReservationId) {
    let Ok(Ok(intent)) = intend_for(journal, reservation) else { panic!("it may not be sent") };
    journal.settle(intent, &Outcome::Sent, Some(202)).expect("settled");
    assert_eq!(journal.sends_of(HERE, reservation).expect("read"), [Known::Sent]);
}

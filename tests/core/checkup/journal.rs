//! The journal: one that can be written, one that was damaged, one of a newer version, and none at all.

use std::{fs, path::Path, time::Duration};

use resend_reservation::{
    checkup::{Finding, State, Subject},
    domain::Environment,
    journal::Journal,
};

use super::{Place, assert_found, state};

#[tokio::test]
async fn a_damaged_journal_was_put_aside_and_a_new_one_can_be_written() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("journal.sqlite"), [7; 8192]).expect("written");

    let report = Place::at(None).await.with_journal_in(folder.path()).look(Environment::Production).await;

    assert_found(&report, [(Subject::Journal, Finding::JournalPutAside)]);
    assert_eq!(state(&report, Subject::Journal), State::WorthKnowing);
}

#[tokio::test]
async fn a_journal_of_a_newer_version_is_told_and_left_alone() {
    let folder = tempfile::tempdir().expect("a folder");
    Journal::within(folder.path().to_owned()).open().await.expect("made");
    let file = folder.path().join("journal.sqlite");
    let connection = rusqlite::Connection::open(&file).expect("opened");
    connection.pragma_update(None, "user_version", 99).expect("newer");
    drop(connection);

    let report = Place::at(None).await.with_journal_in(folder.path()).look(Environment::Production).await;

    assert_found(&report, [(Subject::Journal, Finding::JournalNewer)]);
}

#[tokio::test]
async fn a_trial_does_not_undo_what_a_newer_version_has_done_meanwhile() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::within(folder.path().to_owned());
    journal.open().await.expect("made");
    let connection = rusqlite::Connection::open(folder.path().join("journal.sqlite")).expect("opened");
    connection.pragma_update(None, "user_version", 99).expect("newer");

    journal.probe_write().await.expect("written");

    let format: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0)).expect("read");
    assert_eq!(format, 99);
}

#[tokio::test]
async fn a_journal_that_cannot_be_written_is_wrong_where_something_is_sent() {
    let nowhere = Path::new("/dev/null/there-is-no-folder-here");
    let place = Place::at(None).await.with_journal_in(nowhere);

    assert_found(&place.look(Environment::Production).await, [(Subject::Journal, Finding::JournalNotWritten)]);
    assert_found(&place.look(Environment::Practice).await, [(Subject::Journal, Finding::JournalNotNeeded)]);
}

#[tokio::test]
async fn the_trial_takes_the_way_to_the_file_that_a_send_takes() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::within(folder.path().to_owned());
    assert_eq!(journal.probe_write().await.expect("written"), None);
    let connection = rusqlite::Connection::open(folder.path().join("journal.sqlite")).expect("opened");
    // Another writer stands in that way.
    connection.execute_batch("BEGIN IMMEDIATE").expect("held");
    let trial = tokio::time::timeout(Duration::from_millis(300), journal.probe_write()).await;
    assert!(trial.is_err(), "it would have written past a writer: {trial:?}");
}

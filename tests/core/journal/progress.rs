//! How far the customer has come with a link that was sent from here.

use std::time::Duration;

use resend_reservation::{
    domain::{Environment, LinkProgress, Timestamp},
    journal::{Intent, ProgressRecord, Search, SendState},
};

use super::book::{Book, HERE, ids, reservation};

#[test]
fn what_the_customer_did_last_stands_in_the_history_also_after_a_restart() {
    let book = Book::new();
    let (kari, ola) = (book.intend("RES100000001"), book.intend("RES100000002"));
    let at = Timestamp::from_millis(1_795_352_700_000);

    note(&book, "RES100000001", kari, opened(Some(at)));
    note(&book, "RES100000002", ola, opened(Some(at)));
    note(&book, "RES100000002", ola, record(LinkProgress::Paid, None));

    let expected = [Some(record(LinkProgress::Paid, None)), Some(opened(Some(at)))];
    assert_eq!(progress(&book), expected, "newest first");
    assert_eq!(progress(&book.reopened(Duration::MAX)), expected);
}

#[test]
fn what_came_before_it_takes_nothing_back() {
    let book = Book::new();
    let send = book.intend("RES100000001");
    let at = Timestamp::from_millis(1_795_352_700_000);
    note(&book, "RES100000001", send, record(LinkProgress::Reserved, Some(at)));

    for later in [opened(Some(at)), record(LinkProgress::Reserved, None)] {
        note(&book, "RES100000001", send, later);
        assert_eq!(progress(&book), [Some(record(LinkProgress::Reserved, Some(at)))], "{later:?}");
    }
}

#[test]
fn it_changes_neither_what_became_of_a_send_nor_how_it_is_found() {
    let book = Book::with(&[("RES100000001", "unknown")]);
    let send = book.intend("RES100000002");

    note(&book, "RES100000002", send, opened(None));

    assert_eq!(book.sends_of("RES100000002"), [SendState::UnderWay]);
    assert_eq!(ids(&book.search(&Search { text: Some("567".to_owned()), ..Search::default() }, 50)).len(), 2);
    assert_eq!(progress(&book), [Some(opened(None)), None], "of this one alone");
}

#[test]
fn of_a_send_that_was_deleted_nothing_is_written_down() {
    let book = Book::with(&[("RES100000001", "sent")]);
    let send = book.search(&Search::default(), 1).entries[0].id;
    book.journal.forget_all(HERE).expect("deleted");

    note(&book, "RES100000001", Intent::numbered(send), opened(None));

    assert_eq!(progress(&book), []);
}

#[test]
fn a_number_that_is_another_sends_by_now_gets_nothing() {
    let book = Book::new();
    let send = book.intend("RES100000001");

    note(&book, "RES100000002", send, opened(None));
    let (elsewhere, this) = (Environment::Demo, reservation("RES100000001"));
    book.journal.record_progress(elsewhere, &this, send, opened(None)).expect("nothing wrong");

    assert_eq!(progress(&book), [None]);
}

fn note(book: &Book, id: &str, send: Intent, record: ProgressRecord) {
    book.journal.record_progress(HERE, &reservation(id), send, record).expect("nothing wrong");
}

fn record(progress: LinkProgress, at: Option<Timestamp>) -> ProgressRecord {
    ProgressRecord { progress, at }
}

fn opened(at: Option<Timestamp>) -> ProgressRecord {
    record(LinkProgress::Opened, at)
}

fn progress(book: &Book) -> Vec<Option<ProgressRecord>> {
    book.search(&Search::default(), 50).entries.into_iter().map(|entry| entry.progress).collect()
}

//! On its way, sent, not sent or unknown: the same to the list, the filter, the card, the guards and the exported file.

use std::{collections::BTreeMap, fs, time::Duration};

use resend_reservation::{
    domain::{Environment, NotSent, Outcome, Timestamp},
    journal::{Conflict, Database, Intent, Journal, Search, SendState, export::export},
    practice::Service,
    resend::{Reply, Warning},
};
use rusqlite::Connection;
use tempfile::TempDir;

use super::{
    book::{Book, HERE, UNKNOWN, key, reservation, to, words},
    sender,
};

const KARI: &str = "RES3633019929";
const SIRI: &str = "ODR1649249709";
/// Whatever becomes of a send, it cannot be written down.
const NO_OUTCOMES: &str =
    "CREATE TRIGGER no_outcomes BEFORE UPDATE OF outcome ON sends BEGIN SELECT RAISE(ABORT, 'full'); END";

#[test]
fn what_is_shown_as_unknown_is_found_as_unknown() {
    let book = Book::with(&[("RES100000001", "sent"), ("RES100000002", "unknown"), ("RES100000003", "not-sent")]);
    book.intend(SIRI);
    let unwritten = book.intend(KARI);
    book.execute(NO_OUTCOMES);
    book.journal.finish(unwritten, &Outcome::Sent, Some(202)).expect_err("it cannot be written");

    let shown = shown(&book);

    assert_eq!((shown[KARI], shown[SIRI]), (SendState::Unknown, SendState::UnderWay));
    for state in [SendState::UnderWay, SendState::Sent, SendState::NotSent, SendState::Unknown] {
        let mut found = book.of(state);
        found.sort();
        let same: Vec<_> = shown.iter().filter(|(_, shown)| **shown == state).map(|(id, _)| id.clone()).collect();
        assert_eq!(found, same, "{state:?}");
        for id in &same {
            let searched = Search { text: Some(id.clone()), outcome: Some(state), ..Search::default() };
            assert_eq!(book.search(&searched, 50).entries.len(), 1, "{state:?} by its id");
            assert_eq!(book.sends_of(id), [state]);
            let past = book.journal.recent_sends(HERE, &reservation(id), 20).expect("read");
            assert_eq!(past.iter().map(|send| send.state).collect::<Vec<_>>(), [state], "on its card");
        }
    }
}

#[test]
fn a_send_that_was_found_is_settled_once_and_no_other_in_its_place() {
    let book = Book::with(&[(KARI, "unknown")]);
    let (kari, of_kari) = only(&book, KARI);
    book.journal.forget_all(HERE).expect("deleted");
    book.send_to(SIRI, &to("412 34 567", ""), &UNKNOWN);
    let (siri, of_siri) = only(&book, SIRI);
    assert_eq!(siri, kari, "numbers begin anew");

    assert!(!found_sent(&book, HERE, KARI, kari, of_kari));
    assert!(!found_sent(&book, Environment::Demo, SIRI, siri, of_siri));
    let earlier = of_siri - Duration::from_millis(1);
    assert!(!found_sent(&book, HERE, SIRI, siri, earlier), "nor in that of one of the same reservation");
    assert_eq!(book.sends_of(SIRI), [SendState::Unknown]);

    for _ in 0..2 {
        assert!(found_sent(&book, HERE, SIRI, siri, of_siri), "whoever comes second hears the same");
        assert_eq!(book.sends_of(SIRI), [SendState::Sent]);
    }
}

#[test]
fn what_was_refused_and_what_was_answered_stay_as_they_are() {
    let book = Book::with(&[(KARI, "not-sent"), (SIRI, "sent")]);
    let ((kari, of_kari), (siri, of_siri)) = (only(&book, KARI), only(&book, SIRI));

    assert!(!found_sent(&book, HERE, KARI, kari, of_kari));
    assert!(found_sent(&book, HERE, SIRI, siri, of_siri));

    let statuses: Vec<_> = book.search(&Search::default(), 50).entries.iter().map(|entry| entry.http_status).collect();
    assert_eq!((book.sends_of(KARI), statuses), (vec![SendState::NotSent], vec![Some(202), Some(202)]));
}

#[tokio::test]
async fn an_outcome_that_could_not_be_written_is_unknown_to_list_filter_file_and_the_next_start() {
    let (folder, service) = (tempfile::tempdir().expect("a folder"), Service::start().await.expect("a service"));
    let (resender, journal, looker) = sender::parts(folder.path().to_owned(), service.base_url()).await;
    journal.open().await.expect("made");
    let file = Connection::open(folder.path().join("journal.sqlite")).expect("open");
    file.execute_batch(NO_OUTCOMES).expect("done");
    assert_eq!(sender::outcome(&sender::send(&resender, KARI).await), Outcome::Sent, "whoever waits is told");
    assert_shown_and_found_as_unknown(&journal, &folder).await;

    file.execute_batch("DROP TRIGGER no_outcomes").expect("done");
    drop((resender, journal, looker));

    let (resender, journal, _looker) = sender::parts(folder.path().to_owned(), service.base_url()).await;
    assert_shown_and_found_as_unknown(&journal, &folder).await;
    let again = sender::send(&resender, KARI).await;
    assert!(matches!(&again, Reply::Ask(Warning::EarlierUnknown)), "{again:?}");
}

async fn assert_shown_and_found_as_unknown(journal: &Journal, folder: &TempDir) {
    for outcome in
        [None, Some(SendState::UnderWay), Some(SendState::Sent), Some(SendState::NotSent), Some(SendState::Unknown)]
    {
        let search = Search { outcome, ..Search::default() };
        let page = journal.search(Environment::Local, search.clone(), 50).await.expect("read");
        let states: Vec<_> = page.entries.iter().map(|entry| entry.state).collect();
        let is_found = outcome.is_none_or(|outcome| outcome == SendState::Unknown);
        assert_eq!(states, [SendState::Unknown][..usize::from(is_found)], "{outcome:?} in the list");
        let written = outcomes_in_file(journal, Environment::Local, search, folder).await;
        assert_eq!(written, ["Unknown"][..usize::from(is_found)], "{outcome:?} in the file");
    }
}

#[test]
fn an_outcome_that_could_not_be_written_is_asked_about_and_one_on_its_way_is_not() {
    let book = Book::new();
    let kari = to("412 34 567", "");
    let unwritten = book.intend_to(KARI, &kari);
    assert_eq!(book.conflict(KARI, &kari, &key(7)), Some(Conflict::Busy));
    book.execute(NO_OUTCOMES);

    book.journal.finish(unwritten, &Outcome::Sent, Some(202)).expect_err("it cannot be written");

    assert_eq!(book.conflict(KARI, &kari, &key(7)), Some(Conflict::EarlierUnknown));
}

#[test]
fn an_unknown_send_is_settled_by_a_later_one_that_reached_the_same_and_by_no_other() {
    let (by_both, by_sms, by_email) =
        (to("412 34 567", "kari@example.com"), to("412 34 567", ""), to("", "kari@example.com"));
    for (unknown, later, is_settled) in [
        (&by_sms, &[(&by_sms, Outcome::Sent)][..], true),
        (&by_sms, &[(&by_both, Outcome::Sent)], true),
        (&by_both, &[(&by_email, Outcome::Sent), (&by_sms, Outcome::Sent)], true),
        (&by_both, &[(&by_sms, Outcome::Sent)], false),
        (&by_sms, &[(&by_email, Outcome::Sent)], false),
        (&by_sms, &[(&to("412 34 599", ""), Outcome::Sent)], false),
        (&by_sms, &[(&by_sms, Outcome::NotSent(NotSent::NoContact))], false),
        (&by_sms, &[(&by_sms, Outcome::Sent), (&by_sms, UNKNOWN)], false),
    ] {
        let book = Book::new();
        book.send_to(KARI, unknown, &UNKNOWN);
        for (recipient, outcome) in later {
            book.send_to(KARI, recipient, outcome);
        }
        let book = book.reopened(Duration::MAX);

        let conflict = book.conflict(KARI, unknown, &key(7));

        let case = format!("{unknown:?} and then {later:?}: {conflict:?}");
        assert_eq!(conflict != Some(Conflict::EarlierUnknown), is_settled, "{case}");
        assert!(conflict.is_some(), "something of it is recent: {case}");
        assert_eq!(book.sends_of(KARI)[0], SendState::Unknown, "nobody knows it any better");
    }
}

#[tokio::test]
async fn the_exported_file_says_the_same() {
    let book = Book::with(&[("RES100000001", "sent"), ("RES100000002", "unknown"), ("RES100000003", "not-sent")]);
    // Another copy of the app sends one at this moment, and has sent one that it could not finish.
    let another = Book { journal: Database::open(book.folder.path(), Duration::MAX).expect("opened"), ..Book::new() };
    another.intend(SIRI);
    drop(book.journal);

    let journal = Journal::within(book.folder.path().to_owned());
    let outcomes = outcomes_in_file(&journal, HERE, Search::default(), &book.folder).await;
    assert_eq!(outcomes, ["On its way", "Not sent", "Unknown", "Sent"]);
}

#[test]
fn what_another_copy_sends_is_on_its_way_until_that_copy_ends() {
    let book = Book::new();
    let another = Database::open(book.folder.path(), Duration::MAX).expect("opened");
    let another = Book { journal: another, ..Book::new() };
    another.intend(KARI);
    assert_eq!((shown(&book)[KARI], book.of(SendState::Unknown)), (SendState::UnderWay, vec![]));

    drop(another);

    assert_eq!((shown(&book)[KARI], book.of(SendState::Unknown)), (SendState::Unknown, vec![KARI.to_owned()]));
    assert_eq!(book.journal.forget_all(HERE).expect("deleted"), 1, "and it can be deleted");
}

#[test]
fn no_time_and_no_status_that_was_written_by_hand_is_too_much() {
    let book = Book::with(&[(KARI, "sent")]);
    for (at, status) in [(i64::MAX, i64::MAX), (i64::MAX - 1, -1), (i64::MIN, 70_000), (-1, 0)] {
        let file = Connection::open(book.path()).expect("open");
        file.execute("UPDATE sends SET intended_at = ?1, http_status = ?2", (at, status)).expect("written");

        let entry = book.search(&Search::default(), 50).entries.remove(0);
        let past = book.journal.recent_sends(HERE, &reservation(KARI), 20).expect("read").remove(0);

        // What a page's `Date` can hold, and any file system's time.
        let since = entry.at.as_millis();
        assert!((0..=253_402_300_799_999).contains(&since), "{at}: {since}");
        assert_eq!((past.at, entry.state), (entry.at, SendState::Sent));
        assert!(book.conflict(KARI, &to("412 34 567", ""), &key(7)).is_some() || at < 0);
    }
}

/// By which name the journal knows the only send of this one, and when it was begun.
fn only(book: &Book, id: &str) -> (Intent, Timestamp) {
    let past = book.journal.recent_sends(HERE, &reservation(id), 20).expect("read");
    let [send] = past.as_slice() else { panic!("{past:?}") };
    (send.intent, send.at)
}

fn found_sent(book: &Book, environment: Environment, id: &str, send: Intent, begun: Timestamp) -> bool {
    book.journal.found_sent(environment, &reservation(id), send, begun).expect("written")
}

async fn outcomes_in_file(
    journal: &Journal,
    environment: Environment,
    search: Search,
    folder: &TempDir,
) -> Vec<String> {
    let exported = export(journal, environment, search, &words(), &folder.path().join("downloads")).await;
    let text = fs::read_to_string(exported.expect("written").path).expect("read");
    text.lines().skip(1).filter_map(|line| line.split(';').nth(4)).map(str::to_owned).collect()
}

fn shown(book: &Book) -> BTreeMap<String, SendState> {
    let page = book.search(&Search::default(), 50);
    page.entries.into_iter().map(|entry| (entry.reservation, entry.state)).collect()
}

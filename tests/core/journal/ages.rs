//! What is removed for its age, and what never is.

use std::time::Duration;

use resend_reservation::{
    domain::Outcome,
    journal::{Conflict, Search, SendState},
};

use super::book::{Book, HERE, key, to};

const KARI: &str = "RES3633019929";
const SIRI: &str = "ODR1649249709";
const DAY: u64 = 24;
const MONTH: Duration = Duration::from_hours(30 * DAY);

#[test]
fn what_is_older_than_it_is_kept_for_is_removed() {
    let book = Book::with(&[(KARI, "sent"), ("RES3633010000", "not-sent"), (SIRI, "sent")]);
    make_older(&book, 31, "reservation <> 'ODR1649249709'");

    let book = book.reopened(MONTH);

    assert_eq!(listed(&book), [SIRI]);
}

#[test]
fn an_unknown_send_is_asked_about_however_old_it_is_and_nothing_tells_whom_it_went_to() {
    let book = Book::with(&[(KARI, "unknown"), (SIRI, "sent")]);
    make_older(&book, 400, "TRUE");

    let book = book.reopened(MONTH);

    assert_eq!(book.conflict(KARI, &to("412 34 567", ""), &key(7)), Some(Conflict::EarlierUnknown));
    let entry = book.search(&Search::default(), 50).entries.remove(0);
    assert_eq!((entry.state, entry.sms_to, entry.email_to), (SendState::Unknown, None, None));
    assert_eq!(listed(&book), [KARI]);
    let masked =
        |text: &str| book.search(&Search { text: Some(text.to_owned()), ..Search::default() }, 50).entries.len();
    assert_eq!((masked("567"), masked("@example.com"), masked("9929")), (0, 0, 1), "as the search finds it");
    book.execute("PRAGMA wal_checkpoint(TRUNCATE)");
    for trace in ["… 567", "k…@", SIRI] {
        assert!(!book.holds(trace), "{trace} is still in the file");
    }

    let book = book.reopened(Duration::from_hours(DAY));
    assert_eq!(book.of(SendState::Unknown), [KARI], "nor does a shorter time remove it");
    book.journal.forget_older_than(Duration::ZERO).expect("done");
    assert_eq!(book.of(SendState::Unknown), [KARI]);
    assert_eq!(book.journal.forget_all(HERE).expect("deleted"), 1, "a person may");
}

#[test]
fn a_send_whose_process_ended_is_not_removed_at_the_start_that_finds_it() {
    let book = Book::new();
    book.intend(KARI);
    make_older(&book, 400, "TRUE");

    let book = book.reopened(Duration::from_hours(DAY));

    assert_eq!(book.of(SendState::Unknown), [KARI]);
}

#[test]
fn an_unknown_send_that_was_repeated_for_certain_is_removed_with_the_others() {
    let book = Book::with(&[(KARI, "unknown"), (KARI, "sent"), (SIRI, "unknown")]);
    book.send_to(SIRI, &to("412 34 599", "kari@example.com"), &Outcome::Sent);
    make_older(&book, 31, "TRUE");

    let book = book.reopened(MONTH);

    assert_eq!(listed(&book), [SIRI], "that one went to another number");
}

#[test]
fn a_clock_that_is_ahead_at_one_start_removes_nothing() {
    for years in [1, 10, 70] {
        let book = Book::with(&[(KARI, "sent"), (SIRI, "unknown")]);
        // As if all of it, the start too, lay that far back: to the app the clock has jumped ahead.
        let back = years * 365;
        book.execute(&format!("UPDATE clock SET seen_at = seen_at - {}", back * DAY * 3_600_000));
        make_older(&book, back, "TRUE");

        let book = book.reopened(MONTH);

        assert_eq!(listed(&book), [SIRI, KARI], "{years}");
        let unknown =
            book.search(&Search { outcome: Some(SendState::Unknown), ..Search::default() }, 50).entries.remove(0);
        assert!(unknown.sms_to.is_some(), "nor whom the unknown one went to");
        book.journal.forget_older_than(MONTH).expect("done");
        let book = book.reopened(MONTH);
        assert_eq!(listed(&book), [SIRI, KARI], "nor at the next, minutes later");
        assert_eq!(book.of(SendState::Unknown), [SIRI]);
    }
}

#[test]
fn a_clock_that_has_gone_on_for_a_day_is_believed() {
    let book = Book::with(&[(KARI, "sent"), (SIRI, "sent")]);
    book.execute(&format!("UPDATE clock SET seen_at = seen_at - {}", 40 * DAY * 3_600_000));
    make_older(&book, 40, "TRUE");
    let book = book.reopened(MONTH);
    assert_eq!(listed(&book), [SIRI, KARI]);

    book.execute(&format!("UPDATE clock SET ahead_since = ahead_since - {}", DAY * 3_600_000));
    let book = book.reopened(MONTH);

    assert_eq!(listed(&book), [""; 0]);
}

fn make_older(book: &Book, days: u64, which: &str) {
    book.execute(&format!("UPDATE sends SET intended_at = intended_at - {} WHERE {which}", days * DAY * 3_600_000));
}

fn listed(book: &Book) -> Vec<String> {
    book.search(&Search::default(), 50).entries.into_iter().map(|entry| entry.reservation).collect()
}

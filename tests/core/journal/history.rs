//! Looking through what was sent.

use std::time::Duration;

use resend_reservation::{
    domain::{Environment, Timestamp},
    journal::{Journal, JournalError, Page, Search, SendState, export::export},
};

use super::book::{Book, HERE, ids, words};

#[test]
fn the_newest_is_first_and_the_rest_is_a_page_away() {
    let book = Book::with(&[("RES100000001", "sent"), ("RES100000002", "sent"), ("RES100000003", "sent")]);

    let first = book.search(&Search::default(), 2);
    let second = book.search(&Search { older_than: Some(first.entries[1].id), ..Search::default() }, 2);

    assert_eq!((ids(&first), first.more), (vec!["RES100000003", "RES100000002"], true));
    assert_eq!((ids(&second), second.more), (vec!["RES100000001"], false));
}

#[test]
fn a_part_of_an_id_or_of_a_masked_contact_is_found() {
    let book = Book::with(&[("RES3633019929", "sent"), ("ODR1649249709", "unknown")]);
    for (text, found) in [
        ("RES3633019929", &["RES3633019929"][..]),
        ("res363", &["RES3633019929"]),
        ("9929", &["RES3633019929"]),
        ("1649", &["ODR1649249709"]),
        ("567", &["ODR1649249709", "RES3633019929"]),
        ("… 567", &["ODR1649249709", "RES3633019929"]),
        ("@example.com", &["ODR1649249709", "RES3633019929"]),
        ("  9929  ", &["RES3633019929"]),
        ("41234567", &[]),
        ("kari@example.com", &[]),
        ("999999", &[]),
        // Signs of the search's own language are only signs.
        ("\"", &["ODR1649249709", "RES3633019929"]),
        ("\"\"\"", &[]),
        ("RES OR ODR", &[]),
        ("a* NEAR(b)", &[]),
        ("'; DROP TABLE sends; --", &[]),
        // What is copied along, and seen by nobody.
        ("\u{0}", &["ODR1649249709", "RES3633019929"]),
        ("RES3633\u{0}019929", &["RES3633019929"]),
        ("\u{202A}RES3633\u{200B}019929\u{202C}\r", &["RES3633019929"]),
        ("\u{1}\u{7F}\u{9F}ODR\t1649", &["ODR1649249709"]),
        // Two letters are in nearly everything.
        ("RE", &["ODR1649249709", "RES3633019929"]),
        ("", &["ODR1649249709", "RES3633019929"]),
    ] {
        let page = book.search(&Search { text: Some(text.to_owned()), ..Search::default() }, 50);
        assert_eq!(ids(&page), found, "{text:?}");
    }
}

#[test]
fn outcome_and_time_narrow_it() {
    let book = Book::with(&[("RES100000001", "sent"), ("RES100000002", "unknown"), ("RES100000003", "not-sent")]);
    assert_eq!(book.of(SendState::Sent), ["RES100000001"]);
    assert_eq!(book.of(SendState::Unknown), ["RES100000002"]);
    assert_eq!(book.of(SendState::NotSent), ["RES100000003"]);

    let now = Timestamp::now();
    let within = |from: Timestamp, until: Timestamp| {
        let search = Search { from: Some(from), until: Some(until), text: Some("RES".to_owned()), ..Search::default() };
        book.search(&search, 50).entries.len()
    };
    let hour = Duration::from_hours(1);
    assert_eq!(within(now - hour, now + hour), 3);
    assert_eq!(within(now + hour, now + 2 * hour), 0);
    assert_eq!(within(now - 2 * hour, now - hour), 0);
}

#[test]
fn each_environment_has_a_history_of_its_own() {
    let book = Book::with(&[("RES100000001", "sent")]);

    let elsewhere = book.journal.search(Environment::Demo, &Search::default(), 50).expect("read");

    assert_eq!(elsewhere, Page::default());
}

#[test]
fn what_was_deleted_is_gone_from_the_file_too() {
    let book = Book::with(&[("RES3633019929", "sent"), ("RES100000002", "unknown")]);
    assert!(book.holds("RES3633019929") && book.holds("… 567"));

    assert_eq!(book.journal.forget_all(HERE).expect("deleted"), 2);

    assert_eq!(book.search(&Search::default(), 50), Page::default());
    assert_eq!(book.search(&Search { text: Some("RES".to_owned()), ..Search::default() }, 50), Page::default());
    for text in ["RES3633019929", "3633019929", "… 567", "k…@"] {
        assert!(!book.holds(text), "{text} is still in the file");
    }
}

#[test]
fn what_is_under_way_is_not_deleted() {
    let book = Book::with(&[]);
    book.intend("RES100000001");

    assert_eq!(book.journal.forget_all(HERE).expect("deleted"), 0);
    assert_eq!(book.search(&Search::default(), 50).entries[0].state, SendState::UnderWay);
}

#[test]
fn what_another_program_still_reads_is_deleted_and_not_called_wiped() {
    let book = Book::with(&[("RES3633019929", "sent")]);
    let another = rusqlite::Connection::open(book.path()).expect("open");
    another.execute_batch("BEGIN; SELECT count(*) FROM sends").expect("it reads");

    let deleted = book.journal.forget_all(HERE);

    assert!(matches!(deleted, Err(JournalError::StillRead)), "{deleted:?}");
    assert_eq!(book.search(&Search::default(), 50), Page::default());
    assert!(book.holds("RES3633019929"), "or it would be nothing to tell of");
    drop(another);
    assert_eq!(book.journal.forget_all(HERE).expect("wiped"), 0);
    assert!(!book.holds("RES3633019929"));
}

#[tokio::test]
async fn the_history_becomes_a_file_that_no_spreadsheet_misreads() {
    let Book { journal, folder } = Book::with(&[("RES3633019929", "sent"), ("RES100000002", "unknown")]);
    drop(journal);
    let journal = Journal::within(folder.path().to_owned());
    let words = words();
    let downloads = folder.path().join("made at need");

    let written = export(&journal, HERE, Search::default(), &words, &downloads).await.expect("written");
    let again = export(&journal, HERE, Search::default(), &words, &downloads).await.expect("written");

    assert_eq!(written.entries, 2);
    assert_ne!(written.path, again.path, "nothing is overwritten");
    let text = std::fs::read_to_string(&written.path).expect("read");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("\u{FEFF}Time;Reservation;SMS;Email;'=Outcome;Answer"));
    let second: Vec<&str> = lines.next().expect("a row").split(';').collect();
    assert_eq!(second[1..], ["RES100000002", "(+47) … 567", "k…@example.com", "Unknown", "202"]);
    assert_eq!(lines.count(), 1);
    for whole in ["41234567", "kari@"] {
        assert!(!text.contains(whole), "{whole}");
    }
}

#[tokio::test]
async fn an_export_that_fails_leaves_no_file_that_looks_whole() {
    let folder = tempfile::tempdir().expect("a folder");
    let no_journal = folder.path().join("a file");
    std::fs::write(&no_journal, "where a folder should be").expect("written");
    let downloads = folder.path().join("downloads");

    let failed = export(&Journal::within(no_journal), HERE, Search::default(), &words(), &downloads).await;

    assert!(failed.is_err(), "{failed:?}");
    assert_eq!(std::fs::read_dir(&downloads).expect("a folder").count(), 0);
}

#[tokio::test]
async fn an_exported_file_is_alone_in_its_folder() {
    let Book { journal, folder } = Book::with(&[("RES3633019929", "sent")]);
    drop(journal);
    let downloads = folder.path().join("downloads");

    let written =
        export(&Journal::within(folder.path().to_owned()), HERE, Search::default(), &words(), &downloads).await;

    let names: Vec<_> = std::fs::read_dir(&downloads).expect("a folder").flatten().map(|entry| entry.path()).collect();
    assert_eq!(names, [written.expect("written").path], "nothing half is beside it");
}

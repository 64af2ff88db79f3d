//! Looking through what was sent.

use std::time::{Duration, SystemTime};

use resend_reservation::{
    domain::{EmailAddress, Environment, Outcome, PhoneNumber, Recipient, Region, ReservationId, Unknown},
    export::{Words, export},
    journal::{ContactKey, Journal, Known, Page, Plan, Search},
    records::Records,
};
use rusqlite::Connection;
use tempfile::TempDir;

const HERE: Environment = Environment::Production;

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
    let of = |outcome| ids(&book.search(&Search { outcome: Some(outcome), ..Search::default() }, 50)).join(" ");
    assert_eq!(of(Known::Sent), "RES100000001");
    assert_eq!(of(Known::Unknown), "RES100000002");
    assert_eq!(of(Known::NotSent), "RES100000003");

    let now = SystemTime::now();
    let within = |from: SystemTime, until: SystemTime| {
        let search = Search { time: Some(from..until), text: Some("RES".to_owned()), ..Search::default() };
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
    assert_eq!(book.search(&Search::default(), 50).entries[0].known, None);
}

#[test]
fn what_is_older_than_it_is_kept_for_is_removed() {
    let book = Book::with(&[("RES100000001", "sent"), ("RES100000002", "sent")]);
    let file = Connection::open(book.folder.path().join("journal.sqlite")).expect("open");
    file.execute("UPDATE sends SET intended_at = intended_at - 31 * 86400000 WHERE reservation = 'RES100000001'", [])
        .expect("made older");
    let Book { journal, folder } = book;
    drop(journal);

    let journal = Journal::open(folder.path(), Duration::from_hours(30 * 24)).expect("opened");

    assert_eq!(ids(&journal.search(HERE, &Search::default(), 50).expect("read")), ["RES100000002"]);
}

#[test]
fn a_journal_of_the_first_format_is_brought_up_to_date() {
    let folder = tempfile::tempdir().expect("a folder");
    let file = Connection::open(folder.path().join("journal.sqlite")).expect("open");
    file.execute_batch(
        "CREATE TABLE sends (id INTEGER PRIMARY KEY, run TEXT NOT NULL, environment TEXT NOT NULL,
            reservation TEXT NOT NULL, intended_at INTEGER NOT NULL, outcome TEXT, settled_at INTEGER) STRICT;
         CREATE INDEX sends_by_reservation ON sends (environment, reservation, id);
         CREATE INDEX sends_by_time ON sends (intended_at);
         CREATE INDEX sends_under_way ON sends (run) WHERE outcome IS NULL;
         INSERT INTO sends VALUES (1, 'a', 'production', 'RES3633019929', 1795345200000, 'unknown', NULL);
         INSERT INTO sends VALUES (2, 'b', 'production', 'RES3633010000', 1795345200000, NULL, NULL);
         PRAGMA user_version = 1;",
    )
    .expect("made");
    drop(file);

    let journal = Journal::open(folder.path(), Duration::MAX).expect("opened");

    let found = journal.search(HERE, &Search { text: Some("9929".to_owned()), ..Search::default() }, 50).expect("read");
    assert_eq!(ids(&found), ["RES3633019929"]);
    let id = ReservationId::parse("RES3633010000").expect("an id");
    assert_eq!(journal.sends_of(HERE, &id).expect("read"), [Known::Unknown]);
    drop(journal);
    assert!(Journal::open(folder.path(), Duration::MAX).is_ok(), "and only once");
}

#[tokio::test]
async fn the_history_becomes_a_file_that_no_spreadsheet_misreads() {
    let Book { journal, folder } = Book::with(&[("RES3633019929", "sent"), ("RES100000002", "unknown")]);
    drop(journal);
    let records = Records::within(folder.path().to_owned());
    let word = |text: &str| text.to_owned();
    let words = Words {
        columns: ["Time", "Reservation", "SMS", "Email", "=Outcome", "Answer"].map(word),
        sent: word("Sent"),
        not_sent: word("Not sent"),
        unknown: word("Unknown"),
    };
    let downloads = folder.path().join("made at need");

    let written = export(&records, HERE, Search::default(), &words, &downloads).await.expect("written");
    let again = export(&records, HERE, Search::default(), &words, &downloads).await.expect("written");

    assert_eq!(written.1, 2);
    assert_ne!(written.0, again.0, "nothing is overwritten");
    let text = std::fs::read_to_string(&written.0).expect("read");
    let mut lines = text.lines();
    assert_eq!(lines.next(), Some("\u{FEFF}Time,Reservation,SMS,Email,'=Outcome,Answer"));
    let second: Vec<&str> = lines.next().expect("a row").split(',').collect();
    assert_eq!(second[1..], ["RES100000002", "'+47 … 567", "k…@example.com", "Unknown", "202"]);
    assert_eq!(lines.count(), 1);
    for whole in ["41234567", "kari@"] {
        assert!(!text.contains(whole), "{whole}");
    }
}

struct Book {
    journal: Journal,
    folder: TempDir,
}

impl Book {
    fn with(sends: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Journal::open(folder.path(), Duration::MAX).expect("made");
        let book = Self { journal, folder };
        for (id, outcome) in sends {
            let outcome = match *outcome {
                "sent" => Outcome::Sent,
                "unknown" => Outcome::Unknown(Unknown::NoAnswer),
                _ => Outcome::NotSent(resend_reservation::domain::NotSent::NoContact),
            };
            book.journal.settle(book.intend(id), &outcome, Some(202)).expect("settled");
        }
        book
    }

    fn intend(&self, id: &str) -> resend_reservation::journal::Intent {
        let reservation = ReservationId::parse(id).expect("an id");
        let recipient = Recipient::new(
            PhoneNumber::parse("412 34 567", Region::default()).ok(),
            EmailAddress::parse("kari@example.com").ok(),
        );
        let plan = Plan {
            environment: HERE,
            reservation: &reservation,
            recipient: &recipient.expect("a recipient"),
            key: &ContactKey::from_bytes([7; 32]),
            again_after_unknown: true,
            quiet: None,
        };
        self.journal.intend(plan).expect("written").expect("nothing in the way")
    }

    fn search(&self, search: &Search, most: u32) -> Page {
        self.journal.search(HERE, search, most).expect("read")
    }

    /// Whether the bytes of the file, or of those that belong to it, hold this.
    fn holds(&self, text: &str) -> bool {
        ["journal.sqlite", "journal.sqlite-wal"].iter().any(|name| {
            let bytes = std::fs::read(self.folder.path().join(name)).unwrap_or_default();
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        })
    }
}

fn ids(page: &Page) -> Vec<&str> {
    page.entries.iter().map(|entry| entry.reservation.as_str()).collect()
}

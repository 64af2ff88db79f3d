//! A journal in a folder of its own, with sends in it.

use std::{path::PathBuf, time::Duration};

use resend_reservation::{
    domain::{
        EmailAddress, Environment, NotSent, Outcome, PhoneNumber, Recipient, Region, Resend, ReservationId, Unknown,
    },
    journal::{Conflict, ContactKey, Database, Intent, Page, Search, SendState, export::Words},
};
use rusqlite::Connection;
use tempfile::TempDir;

pub(crate) const HERE: Environment = Environment::Production;
pub(crate) const UNKNOWN: Outcome = Outcome::Unknown(Unknown::NoAnswer);

pub(crate) struct Book {
    pub(crate) journal: Database,
    pub(crate) folder: TempDir,
}

impl Book {
    pub(crate) fn new() -> Self {
        Self::with(&[])
    }

    /// Each to Kari, by SMS and e-mail.
    pub(crate) fn with(sends: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Database::open(folder.path(), Duration::MAX).expect("made");
        let book = Self { journal, folder };
        for (id, outcome) in sends {
            let outcome = match *outcome {
                "sent" => Outcome::Sent,
                "unknown" => UNKNOWN,
                _ => Outcome::NotSent(NotSent::NoContact),
            };
            book.journal.finish(book.intend(id), &outcome, Some(202)).expect("settled");
        }
        book
    }

    pub(crate) fn reopened(self, kept: Duration) -> Self {
        let Self { journal, folder } = self;
        drop(journal);
        Self { journal: Database::open(folder.path(), kept).expect("opened"), folder }
    }

    pub(crate) fn intend(&self, id: &str) -> Intent {
        self.intend_to(id, &to("412 34 567", "kari@example.com"))
    }

    pub(crate) fn intend_to(&self, id: &str, recipient: &Recipient) -> Intent {
        let begun = self.journal.begin(&resend(id, recipient), &key(7), true, Duration::ZERO);
        begun.expect("written").expect("nothing in the way")
    }

    pub(crate) fn send_to(&self, id: &str, recipient: &Recipient, outcome: &Outcome) {
        self.journal.finish(self.intend_to(id, recipient), outcome, None).expect("settled");
    }

    /// What stands in the way of one more, within ten minutes.
    pub(crate) fn conflict(&self, id: &str, recipient: &Recipient, key: &ContactKey) -> Option<Conflict> {
        let conflicts = self.journal.check(&resend(id, recipient), key, Duration::from_mins(10)).expect("read");
        conflicts.first().copied()
    }

    pub(crate) fn search(&self, search: &Search, most: u32) -> Page {
        self.journal.search(HERE, search, most).expect("read")
    }

    pub(crate) fn of(&self, outcome: SendState) -> Vec<String> {
        let page = self.search(&Search { outcome: Some(outcome), ..Search::default() }, 50);
        page.entries.into_iter().map(|entry| entry.reservation).collect()
    }

    pub(crate) fn sends_of(&self, id: &str) -> Vec<SendState> {
        self.journal.sends_of(HERE, &reservation(id)).expect("read")
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("journal.sqlite")
    }

    /// By another program's hand.
    pub(crate) fn execute(&self, sql: &str) {
        Connection::open(self.path()).expect("open").execute_batch(sql).expect("done");
    }

    /// Whether the bytes of the file, or of those that belong to it, hold this.
    pub(crate) fn holds(&self, text: &str) -> bool {
        ["journal.sqlite", "journal.sqlite-wal"].iter().any(|name| {
            let bytes = std::fs::read(self.folder.path().join(name)).unwrap_or_default();
            bytes.windows(text.len()).any(|window| window == text.as_bytes())
        })
    }
}

fn resend(id: &str, recipient: &Recipient) -> Resend {
    Resend { environment: HERE, reservation: reservation(id), recipient: recipient.clone() }
}

pub(crate) fn key(of: u8) -> ContactKey {
    ContactKey::from_bytes([of; 32])
}

pub(crate) fn reservation(id: &str) -> ReservationId {
    ReservationId::parse(id).expect("an id")
}

/// Empty for a channel that is not chosen.
pub(crate) fn to(number: &str, address: &str) -> Recipient {
    Recipient::new(PhoneNumber::parse(number, Region::default()).ok(), EmailAddress::parse(address).ok())
        .expect("a recipient")
}

pub(crate) fn ids(page: &Page) -> Vec<&str> {
    page.entries.iter().map(|entry| entry.reservation.as_str()).collect()
}

pub(crate) fn words() -> Words {
    let word = |text: &str| text.to_owned();
    Words {
        time: word("Time"),
        reservation: word("Reservation"),
        sms: word("SMS"),
        email: word("Email"),
        outcome: word("=Outcome"),
        answer: word("Answer"),
        sent: word("Sent"),
        not_sent: word("Not sent"),
        unknown: word("Unknown"),
        under_way: word("On its way"),
    }
}

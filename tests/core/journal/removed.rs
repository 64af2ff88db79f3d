//! The file is taken away while the app has it open. `SQLite` would write on to it without a word, and a send that left
//! would be absent after the next start.

use std::{fs, path::Path, time::Duration};

use resend_reservation::{
    domain::{Draft, Environment, Outcome, Region, ReservationId},
    failure::SendReason,
    journal::{ContactKey, Database, JournalError, SendState},
    practice::Service,
};

use super::sender::{self, outcome, refused};

const KARI: &str = "RES3633019929";
const SIRI: &str = "ODR1649249709";

type Way = (&'static str, fn(&Path));

const WAYS: [Way; 5] = [
    ("all of it is removed", |folder| {
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"] {
            fs::remove_file(folder.join(name)).expect("removed");
        }
    }),
    ("the file is removed", |folder| fs::remove_file(folder.join("journal.sqlite")).expect("removed")),
    ("the file is renamed", |folder| {
        fs::rename(folder.join("journal.sqlite"), folder.join("elsewhere")).expect("renamed");
    }),
    ("the file is put back from a copy", |folder| {
        fs::copy(folder.join("journal.sqlite"), folder.join("copy")).expect("copied");
        fs::rename(folder.join("copy"), folder.join("journal.sqlite")).expect("put back");
    }),
    ("the latest changes are removed", |folder| fs::remove_file(folder.join("journal.sqlite-wal")).expect("removed")),
];

#[tokio::test]
async fn the_next_send_is_stopped_and_told_and_those_after_it_are_kept() {
    for (way, take_away) in WAYS {
        let (desk, service) = (tempfile::tempdir().expect("a folder"), Service::start().await.expect("a service"));
        let resender = sender::resender(desk.path().to_owned(), service.base_url()).await;
        assert_eq!(outcome(&sender::send(&resender, KARI).await), Outcome::Sent);
        take_away(desk.path());

        assert_eq!(refused(&sender::send(&resender, SIRI).await), SendReason::JournalRemoved, "{way}");

        assert_eq!(service.posts(), 1, "{way}");
        assert_eq!(outcome(&sender::send(&resender, SIRI).await), Outcome::Sent, "whoever was told may go on: {way}");
        drop(resender);
        let journal = Database::open(desk.path(), Duration::MAX).expect("opened");
        assert_eq!((journal.put_aside(), sends(&journal, SIRI)), (None, vec![SendState::Sent]), "{way}");
    }
}

#[test]
fn an_intent_in_a_file_that_is_gone_is_no_intent() {
    let draft = Draft {
        reservation: KARI,
        sms: true,
        email: false,
        phone_number: "412 34 567",
        email_address: "",
        typed_for: None,
    };
    let resend = draft.check(Environment::Local, Region::default()).expect("well-formed");
    let key = ContactKey::random().expect("a key");
    for (way, take_away) in WAYS {
        let folder = tempfile::tempdir().expect("a folder");
        let journal = Database::open(folder.path(), Duration::MAX).expect("opened");
        take_away(folder.path());

        let begun = journal.begin(&resend, &key, false, Duration::ZERO);

        assert!(matches!(begun, Err(JournalError::Removed)), "{way}: {begun:?}");
    }
}

fn sends(journal: &Database, reservation: &str) -> Vec<SendState> {
    journal.sends_of(Environment::Local, &ReservationId::parse(reservation).expect("an id")).expect("read")
}

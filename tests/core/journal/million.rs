//! A journal that nobody will ever fill: a million sends.

use std::time::{Duration, Instant};

use resend_reservation::{
    domain::{Environment, PhoneNumber, Recipient, Region, Resend, ReservationId, Timestamp},
    journal::{Conflict, ContactKey, Database, Search, SendState},
};

use crate::kit::million_sends::{ROWS, fill, id};

const HERE: Environment = Environment::Production;
/// What a person does not notice. The slowest takes some 13 ms; a search without an index takes some 200.
const QUICK: Duration = Duration::from_millis(80);

#[test]
fn a_million_sends_are_searched_in_the_blink_of_an_eye() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Database::open(folder.path(), Duration::MAX).expect("made"));
    fill(&folder.path().join("journal.sqlite"));
    let size = std::fs::metadata(folder.path().join("journal.sqlite")).expect("there").len();
    let begun = Instant::now();
    let journal = Database::open(folder.path(), Duration::MAX).expect("opened");
    println!("{ROWS} sends: {size} bytes; opened and checked in {:?}", begun.elapsed());

    let search = |text: &str| Search { text: Some(text.to_owned()), ..Search::default() };
    let unknown = |search| Search { outcome: Some(SendState::Unknown), ..search };
    let day = Duration::from_hours(24);
    let middle = Timestamp::now() - 15 * day;
    for (what, search) in [
        ("the first page", Search::default()),
        ("a page deep down", Search { older_than: Some(1000), ..Search::default() }),
        ("a whole id", search(&id(777_777))),
        ("the end of an id", search(&id(777_777)[5..])),
        ("what is in every row", search("RES")),
        ("the end of a number", search("567")),
        ("what is nowhere", search("RES0000000000")),
        ("the unknown ones", unknown(Search::default())),
        ("an unknown one by its id", unknown(search(&id(777_600)))),
        ("the unknown ones of a number", unknown(search("567"))),
        ("a day", Search { from: Some(middle), until: Some(middle + day), ..Search::default() }),
        ("a number on a day", Search { from: Some(middle), until: Some(middle + day), ..search("567") }),
    ] {
        quick(what, || drop(journal.search(HERE, &search, 50).expect("read")));
    }
    quick("another environment", || drop(journal.search(Environment::Demo, &Search::default(), 50).expect("read")));

    let (known, new) = (reservation(777_777), reservation(ROWS + 1));
    let recipient = Recipient::new(PhoneNumber::parse("412 34 567", Region::default()).ok(), None).expect("somebody");
    let key = ContactKey::from_bytes([7; 32]);
    for (what, reservation) in [("the check of one that was sent", &known), ("the check of a new one", &new)] {
        let resend = Resend { environment: HERE, reservation: reservation.clone(), recipient: recipient.clone() };
        quick(what, || {
            let conflicts = journal.check(&resend, &key, Duration::from_mins(10)).expect("read");
            assert!(!conflicts.contains(&Conflict::Busy));
        });
    }
}

/// The quickest of some: what the work itself takes, whatever else the computer does meanwhile.
fn quick(what: &str, work: impl Fn()) {
    let mut took: Vec<Duration> = (0..15)
        .map(|_| {
            let begun = Instant::now();
            work();
            begun.elapsed()
        })
        .collect();
    took.sort_unstable();
    println!("{what}: {:?}", took[0]);
    assert!(took[0] < QUICK, "{what} took {:?}", took[0]);
}

fn reservation(row: u64) -> ReservationId {
    ReservationId::parse(&id(row)).expect("an id")
}

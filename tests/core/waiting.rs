//! The list of what is waiting for payment, against a service with a fortnight of events; no keychain is touched.

mod logged;
mod memory;
mod practice;
mod search;
mod settled;
mod unknown;
mod watch;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use hyper::Method;
use resend_reservation::{
    access::{Access, NoAccess},
    connect::{ReadFailure, Timeouts},
    domain::{EmailAddress, Environment, LinkProgress, NotSent, PhoneNumber, Timestamp, Zone},
    journal::{Journal, Search},
    keychain::Keep,
    look_up::{LookUpFailure, LookUpResult, Looker},
    waiting::{Group, LastKind, Span, State, WaitingList, WaitingPayments},
};

use crate::kit::{
    app::{absent_keychain, timeouts, token},
    fortnight::Fortnight,
    scripted_service::{Failing, ScriptedService},
};

const HERE: Environment = Environment::Local;
const DAYS: u32 = 14;

#[tokio::test]
async fn whoever_has_still_to_pay_is_in_the_list_and_nobody_else_in_whichever_zone_times_are_written() {
    let dhaka = Zone::fixed(6 * 3600).expect("a zone");
    let none = Zone::fixed(5 * 3600 + 17 * 60).expect("a zone");
    let mut first_rows = Vec::new();
    for (zone, is_told) in [(Zone::fixed(0).expect("UTC"), true), (Zone::norway(), true), (dhaka, true), (none, false)]
    {
        let fortnight = Fortnight::new();
        let service = ScriptedService::start(&fortnight, &zone, &[]).await;
        let app = Desk::at(&service).await;
        let begun = Instant::now();

        let list = app.read().await;

        let took = begun.elapsed();
        assert_eq!(groups(&list), fortnight.open, "{zone:?}");
        assert_eq!((list.progress.state, list.progress.missing.len(), list.progress.unread), (State::Read, 0, 0));
        assert!(list.rows.is_sorted_by_key(|row| row.group), "the most urgent first");
        let first = app.first_row.lock().expect("no panic").expect("a row");
        first_rows.push(first.duration_since(begun));
        assert!(took < Duration::from_secs(20), "{took:?}");
        let methods: BTreeSet<_> = service.asked().iter().map(|(method, _, _)| method.to_string()).collect();
        assert_eq!(methods, BTreeSet::from([Method::GET.to_string()]), "nothing is sent");
        assert!(service.most_in_a_minute() <= 144, "{}", service.most_in_a_minute());
        let certain = list.rows.iter().filter(|row| row.last.when.as_ref().is_some_and(|when| when.certain)).count();
        assert_eq!(certain, if is_told { list.rows.len() } else { 0 }, "{zone:?}");
        app.assert_told_all_of(&list);
        let told = app.told.lock().expect("no panic").len();
        assert!(
            told as u128 <= took.as_millis() / 150 + 2,
            "it tells of what came a few times a second: {told} in {took:?}"
        );
    }
    // On a busy computer one of them may be late.
    assert!(first_rows.iter().min().expect("some") < &Duration::from_secs(1), "{first_rows:?}");
}

#[tokio::test]
async fn a_row_says_who_how_much_and_what_happened_last() {
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;

    let list = Desk::at(&service).await.read().await;

    let row = list.rows.iter().find(|row| row.customer.as_deref() == Some("Guest 1")).expect("a row");
    assert_eq!((row.amount, row.references.as_slice()), (Some(501.0), &["B-1".to_owned()][..]));
    assert_eq!((row.last.kind, row.last.by_sms, row.last.by_email), (LastKind::Resent, true, false));
    assert_eq!(row.sms_to.as_ref().map(PhoneNumber::masked).as_deref(), Some("+47 … 001"));
    assert_eq!(row.email_to.as_ref().map(EmailAddress::masked).as_deref(), Some("g…@example.com"));
    assert!(!format!("{list:?}").contains("Guest"), "a log line that prints it tells of nobody");
    assert_eq!(list.progress.settled + list.progress.found, 300);
}

#[tokio::test]
async fn what_could_be_read_is_right_and_what_could_not_is_named() {
    for failing in [
        Failing::Status(500),
        Failing::Status(401),
        Failing::Html,
        Failing::Silence,
        Failing::TooLarge,
        Failing::RateLimited,
    ] {
        let fortnight = Fortnight::new();
        // In the middle of days of their own, counted back from now.
        let bad: Vec<Timestamp> = [2, 9].map(|day| fortnight.now - Duration::from_mins(day * 1440 + 740)).to_vec();
        let script: Vec<_> = bad.iter().map(|at| (*at, failing)).collect();
        let service = ScriptedService::start(&fortnight, &Zone::norway(), &script).await;

        // A service that says nothing is not waited for here as long as in earnest.
        let timeout = Duration::from_millis(if failing == Failing::Silence { 1000 } else { 5000 });
        let list = Desk::with_timeout(&service, timeout).await.read().await;

        let missing = &list.progress.missing;
        if failing == Failing::RateLimited {
            assert_eq!((missing.as_slice(), list.progress.state), (&[][..], State::Read), "{failing:?}");
            assert_eq!(groups(&list), fortnight.open, "it is asked again when it said so");
            continue;
        }
        assert_eq!(list.progress.state, State::Partial, "{failing:?}");
        assert!(bad.iter().all(|at| missing.iter().any(|span| is_within(*at, span))), "{failing:?}: {missing:?}");
        let longest = if matches!(failing, Failing::Silence | Failing::Status(401)) { 25 } else { 2 };
        let hours = |span: &Span| span.until.apart(span.from).as_secs() / 3600;
        assert!(missing.len() == 2 && missing.iter().all(|span| hours(span) <= longest), "{failing:?}: {missing:?}");
        // Whoever left a trace outside of that is found, and nobody is who has paid.
        let found = groups(&list);
        assert!(found.keys().all(|id| fortnight.open.contains_key(id)), "{failing:?}: nobody who has paid");
        for id in fortnight.open.keys() {
            let mut traces = fortnight.events.iter().filter(|event| event.id == *id);
            let is_seen = traces.any(|event| !missing.iter().any(|span| is_within(event.at, span)));
            assert_eq!(found.contains_key(id), is_seen, "{failing:?}: {id}");
        }
    }
}

#[tokio::test]
async fn a_token_that_is_refused_is_not_tried_for_each_reservation() {
    let fortnight = Fortnight::new();
    let all: Vec<_> =
        (0..14).map(|day| (fortnight.now - Duration::from_mins(day * 1440 + 740), Failing::Status(401))).collect();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &all).await;

    let app = Desk::at(&service).await;
    let read = app.payments.read(HERE, DAYS, |_| ()).await;

    assert!(service.asked().len() <= 4, "{}", service.asked().len());
    assert!(matches!(read, Err(LookUpFailure::Read(ReadFailure::Refused(NotSent::TokenRefused)))), "{read:?}");
    assert!(app.payments.list(HERE).is_none());
}

#[tokio::test]
async fn what_was_read_stays_until_another_reading_brings_something() {
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    let app = Desk::at(&service).await;
    let list = app.read().await;
    service.refuse_all();

    let again = app.payments.read(HERE, DAYS, |_| ()).await;

    assert!(matches!(again, Err(LookUpFailure::Read(ReadFailure::Refused(NotSent::TokenRefused)))), "{again:?}");
    assert_eq!(app.payments.list(HERE), Some(list));
    assert_eq!(app.payments.find(HERE, "B-1").map(|found| found.is_empty()), Some(false), "and can be searched");
}

#[tokio::test]
async fn with_another_token_nothing_of_the_list_is_left() {
    let fortnight = Fortnight::new();
    let held = fortnight.open.keys().next().expect("one").clone();
    let service = ScriptedService::holding(&fortnight, &held, Duration::ZERO).await;
    let app = Arc::new(Desk::at(&service).await);
    service.release();
    app.read().await;
    let reading = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.payments.read(HERE, DAYS, |_| ()).await.expect("a token") }
    });
    let is_held = || service.asked().iter().filter(|(_, path, _)| path.ends_with(&held)).count() == 2;
    until(is_held).await;

    app.payments.end();

    assert_eq!(reading.await.expect("no panic"), None, "nor of what was being read");
    assert!(app.payments.list(HERE).is_none());
}

#[tokio::test]
async fn without_a_token_there_is_no_list() {
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    let access = Arc::new(Access::new(absent_keychain(), Some(service.base.clone()), timeouts()));
    let payments = WaitingPayments::new(Arc::clone(&access), Looker::new(access, nowhere()), nowhere());

    let read = payments.read(HERE, DAYS, |_| ()).await;

    assert!(matches!(read, Err(LookUpFailure::NoAccess(NoAccess::NoToken | NoAccess::Keychain(_)))), "{read:?}");
    assert!(service.asked().is_empty());
}

#[tokio::test]
async fn a_look_up_goes_first() {
    let fortnight = Fortnight::new();
    // One that the list has no need to ask about.
    let completed = fortnight.events.iter().find(|event| event.title == "reservation-completed");
    let held = completed.expect("one").id.clone();
    let service = Arc::new(ScriptedService::holding(&fortnight, &held, Duration::from_millis(10)).await);
    let app = Arc::new(Desk::at(&service).await);
    let reading = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.payments.read(HERE, DAYS, |_| ()).await.expect("a token").map(|list| list.rows.len()) }
    });
    until(|| service.asked().len() > 3).await;

    let looking = tokio::spawn({
        let (app, held) = (Arc::clone(&app), held.clone());
        async move { app.looker.look_up(HERE, &held, Duration::from_mins(10)).await }
    });
    // What was on its way is answered, and nothing more is asked for.
    until(|| service.asked().iter().any(|(_, path, _)| path.ends_with(&held))).await;
    tokio::time::sleep(Duration::from_millis(200)).await;
    let before = service.asked().len();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(service.asked().len(), before, "while a person waits, nothing is read in the background");

    service.release();
    assert!(matches!(looking.await.expect("no panic"), LookUpResult::Seen(_)));
    assert_eq!(reading.await.expect("no panic"), Some(40));
}

#[tokio::test]
async fn the_last_requests_are_left_to_people() {
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    service.say_left(59);
    let app = Arc::new(Desk::at(&service).await);
    let reading = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.payments.read(HERE, DAYS, |_| ()).await.expect("a token").is_some() }
    });
    until(|| service.asked().len() == 1).await;
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!(service.asked().len(), 1, "the first answer said that there are few left");

    let id = fortnight.open.keys().next().expect("one");
    assert!(matches!(app.looker.look_up(HERE, id, Duration::from_mins(10)).await, LookUpResult::Seen(_)));

    app.payments.forget();
    assert!(!reading.await.expect("no panic"), "and going elsewhere ends the reading");
}

#[tokio::test]
async fn a_list_is_forgotten_some_time_after_its_last_use() {
    let service = ScriptedService::start(&Fortnight::new(), &Zone::norway(), &[]).await;
    let app = Desk::at(&service).await;
    let payments = app.payments.forgotten_after(Duration::from_secs(4));
    payments.read(HERE, DAYS, |_| ()).await.expect("a token").expect("a list");

    for _ in 0..5 {
        tokio::time::sleep(Duration::from_secs(1)).await;
        assert!(payments.list(HERE).is_some(), "each use counts");
    }
    let kept = Arc::downgrade(&payments.list(HERE).expect("a list"));
    assert!(payments.list(Environment::Demo).is_none(), "it is of one environment");
    until(|| kept.upgrade().is_none()).await;
    assert!(payments.list(HERE).is_none());
}

#[tokio::test]
async fn another_reading_ends_the_first() {
    let fortnight = Fortnight::new();
    let held = fortnight.open.keys().next().expect("one").clone();
    let service = ScriptedService::holding(&fortnight, &held, Duration::ZERO).await;
    let app = Arc::new(Desk::at(&service).await);
    let first = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.payments.read(HERE, DAYS, |_| ()).await.expect("a token") }
    });
    until(|| service.asked().iter().any(|(_, path, _)| path.ends_with(&held))).await;

    service.release();
    service.release();
    let second = app.payments.read(HERE, 7, |_| ()).await.expect("a token").expect("a list");

    assert_eq!(first.await.expect("no panic"), None);
    assert_eq!(second.progress.days, 7);
    assert!(second.rows.len() < 40 && !second.rows.is_empty(), "{}", second.rows.len());
}

/// A desk with a token, and what it was told of.
struct Desk {
    payments: WaitingPayments,
    looker: Arc<Looker>,
    told: Mutex<Vec<WaitingList>>,
    first_row: Mutex<Option<Instant>>,
}

impl Desk {
    async fn at(service: &ScriptedService) -> Self {
        Self::with_timeout(service, Duration::from_secs(5)).await
    }

    async fn with_timeout(service: &ScriptedService, timeout: Duration) -> Self {
        let keychain = absent_keychain();
        keychain.save(HERE, token(), Keep::UntilTheAppCloses).await.expect("kept");
        // On a busy computer nothing fails here that is not meant to.
        let patient = Timeouts { connect: Duration::from_secs(5), whole: Duration::from_secs(30) };
        let access = Arc::new(Access::new(keychain, Some(service.base.clone()), patient));
        let looker = Arc::new(Looker::new(Arc::clone(&access), nowhere()));
        let payments = WaitingPayments::new(access, Arc::clone(&looker), nowhere()).with_timeout(timeout);
        Self { payments, looker, told: Mutex::default(), first_row: Mutex::default() }
    }

    async fn read(&self) -> Arc<WaitingList> {
        let tell = |update: WaitingList| {
            if !update.rows.is_empty() {
                self.first_row.lock().expect("no panic").get_or_insert_with(Instant::now);
            }
            self.told.lock().expect("no panic").push(update);
        };
        self.payments.read(HERE, DAYS, tell).await.expect("a token").expect("a list")
    }

    /// What was told bit by bit is what the list is in the end.
    fn assert_told_all_of(&self, list: &WaitingList) {
        let told = self.told.lock().expect("no panic");
        let rows = told.iter().flat_map(|update| &update.rows).map(|row| (row.id.to_string(), row.clone()));
        let told_rows: BTreeMap<_, _> = rows.collect();
        assert_eq!(told_rows, list.rows.iter().map(|row| (row.id.to_string(), row.clone())).collect());
        let progress: Vec<_> = told.iter().map(|update| &update.progress).collect();
        assert!(progress.is_sorted_by_key(|progress| progress.days_done));
        assert!(progress.is_sorted_by_key(|progress| progress.looked_at));
        assert!(progress.split_last().expect("some").1.iter().all(|progress| progress.state == State::Reading));
        assert_eq!(progress.last().copied(), Some(&list.progress));
    }
}

fn groups(list: &WaitingList) -> BTreeMap<String, Group> {
    list.rows.iter().map(|row| (row.id.to_string(), row.group)).collect()
}

fn is_within(at: Timestamp, span: &Span) -> bool {
    span.from.as_seconds() <= at.as_seconds() && at.as_seconds() <= span.until.as_seconds()
}

fn nowhere() -> Journal {
    crate::kit::app::nowhere()
}

/// How far the customer of each send has come, newest first.
async fn progress(journal: &Journal) -> Vec<Option<LinkProgress>> {
    let page = journal.search(HERE, Search::default(), 50).await.expect("read");
    page.entries.into_iter().map(|entry| entry.progress.map(|record| record.progress)).collect()
}

async fn until(is_so: impl Fn() -> bool) {
    let begun = Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(20), "it never came to that");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

//! `kill -9` at every step of a send, and at many random moments.
//!
//! What a kill cannot show is power loss: that is `power.rs`.

use std::{
    io::{BufRead, BufReader},
    path::Path,
    process::Child,
    time::Duration,
};

use resend_reservation::{
    domain::{Environment, ReservationId},
    journal::{Database, SendState},
    practice::{EXAMPLES, InjectedFault, Scenario},
};
use rusqlite::Connection;

use super::sender;
use crate::kit::app::ClosedApp;

const RESERVATION: &str = "RES3633019929";

#[tokio::test]
async fn killed_before_the_intent_nothing_is_known_and_nothing_left() {
    let app = ClosedApp::new().await;
    drop(Database::open(app.folder(), Duration::MAX).expect("made"));
    // Whoever holds the pen keeps the intent from being written.
    let pen = Pen::take(app.folder());
    let child = sender::start(app.folder(), &app.service.base_url(), &[RESERVATION]);
    until("it waits for the pen", || app.has_run());

    kill(child);
    drop(pen);

    assert_eq!(app.known(RESERVATION), []);
    assert_eq!(app.service.posts(), 0);
}

#[tokio::test]
async fn killed_with_the_request_under_way_it_is_unknown() {
    let app = ClosedApp::new().await;
    app.service.inject(InjectedFault::Slow(Duration::from_secs(30)));
    let child = sender::start(app.folder(), &app.service.base_url(), &[RESERVATION]);
    until_async("the request arrives", || app.service.posts() == 1).await;

    kill(child);

    assert_eq!(app.known(RESERVATION), [SendState::Unknown]);
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn killed_before_the_outcome_is_written_it_is_unknown() {
    let app = ClosedApp::new().await;
    app.service.inject(InjectedFault::Slow(Duration::from_millis(300)));
    let child = sender::start(app.folder(), &app.service.base_url(), &[RESERVATION]);
    until_async("the request arrives", || app.service.posts() == 1).await;
    let pen = Pen::take(app.folder());
    until_async("the answer has left", || app.service.answered() == 1).await;

    kill(child);
    drop(pen);

    assert_eq!(app.known(RESERVATION), [SendState::Unknown]);
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn killed_after_the_outcome_is_written_it_is_known() {
    let app = ClosedApp::new().await;
    let mut child = sender::start(app.folder(), &app.service.base_url(), &[RESERVATION, "RES3633010202"]);
    let said = BufReader::new(child.stdout.take().expect("piped"));
    let first = tokio::task::spawn_blocking(move || {
        said.lines().map_while(Result::ok).find(|line| line.starts_with(RESERVATION))
    });
    assert_eq!(first.await.expect("read").as_deref(), Some("RES3633019929: done"));

    kill(child);

    assert_eq!(app.known(RESERVATION), [SendState::Sent]);
}

#[tokio::test]
async fn killed_at_any_moment_the_record_is_never_wrong() {
    let moments: u32 = std::env::var("MOMENTS").map_or(100, |text| text.parse().expect("a number"));
    // Every example but the one that takes seven seconds.
    let reservations: Vec<&str> =
        EXAMPLES.iter().filter(|example| example.scenario != Scenario::SentSlowly).map(|example| example.id).collect();
    let whole_run = uninterrupted(&reservations).await;
    let (mut cut, mut whole) = (0, 0);
    for moment in 0..moments {
        let app = ClosedApp::new().await;
        let child = sender::start(app.folder(), &app.service.base_url(), &reservations);
        // Spread over the whole of it; where exactly each falls is up to the scheduler.
        tokio::time::sleep(whole_run.mul_f64(f64::from(moment * 61 % moments) / f64::from(moments))).await;
        kill(child);

        for example in EXAMPLES {
            let arrived = app.arrived(example.id);
            let known = app.known(example.id);
            let honest = match (arrived, known.as_slice()) {
                (0, [] | [SendState::Unknown]) | (1, [SendState::Unknown]) => true,
                (1, [SendState::Sent]) => {
                    matches!(example.scenario, Scenario::Sent | Scenario::OrderSent | Scenario::AmountReserved)
                }
                (1, [SendState::NotSent]) => is_a_clear_no(example.scenario),
                _ => false,
            };
            assert!(honest, "moment {moment}: {} arrived {arrived} times and is {known:?}", example.id);
            if known == [SendState::Unknown] { cut += 1 } else { whole += usize::from(!known.is_empty()) }
        }
    }
    assert!(cut > 0 && whole > 0, "the kills came too early or too late to show anything: {cut} cut, {whole} whole");
}

/// How long it takes to send them all when nobody is killed.
async fn uninterrupted(reservations: &[&str]) -> Duration {
    let app = ClosedApp::new().await;
    let begun = std::time::Instant::now();
    let mut child = sender::start(app.folder(), &app.service.base_url(), reservations);
    until_async("all are sent", || child.try_wait().expect("asked").is_some()).await;
    begun.elapsed()
}

fn is_a_clear_no(lesson: Scenario) -> bool {
    use Scenario::{
        AlreadyCancelled, AlreadyCompleted, AlreadyPaid, NotFound, RateLimited, Redirected, Refused, TokenRefused,
    };
    matches!(
        lesson,
        AlreadyCancelled
            | AlreadyCompleted
            | AlreadyPaid
            | NotFound
            | Refused
            | TokenRefused
            | RateLimited
            | Redirected
    )
}

impl ClosedApp {
    /// What the app knows when it is opened again.
    fn known(&self, id: &str) -> Vec<SendState> {
        let reservation = ReservationId::parse(id).expect("an id");
        let journal = Database::open(self.folder(), Duration::MAX).expect("it opens again");
        journal.sends_of(Environment::Local, &reservation).expect("it can be read")
    }

    fn arrived(&self, id: &str) -> usize {
        self.service.received().iter().filter(|received| received.path.ends_with(id)).count()
    }

    fn has_run(&self) -> bool {
        self.folder().join("runs").read_dir().is_ok_and(|mut runs| runs.next().is_some())
    }
}

/// Only one can write at a time.
struct Pen(Connection);

impl Pen {
    fn take(folder: &Path) -> Self {
        let connection = Connection::open(folder.join("journal.sqlite")).expect("it opens");
        connection.execute_batch("BEGIN IMMEDIATE").expect("taken");
        Self(connection)
    }
}

impl Drop for Pen {
    fn drop(&mut self) {
        let _ = self.0.execute_batch("ROLLBACK");
    }
}

fn kill(mut child: Child) {
    child.kill().expect("killed");
    child.wait().expect("ended");
}

fn until(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = std::time::Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}: it never came to that");
        std::thread::yield_now();
    }
}

async fn until_async(what: &str, mut is_so: impl FnMut() -> bool) {
    let begun = std::time::Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}: it never came to that");
        tokio::task::yield_now().await;
    }
}

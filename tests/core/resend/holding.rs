//! The time in which a send can still be stopped.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant, SystemTime},
};

use resend_reservation::{
    access::Access,
    domain::{Environment, Outcome},
    look_up::Looker,
    practice::InjectedFault,
    resend::{Clock, Now, Reply, Request, Resender, Safeguards, WarningKind},
};

use crate::kit::app::{KARI, TestApp, asked, draft, nowhere, outcome, timeouts};

const HOLD: Duration = Duration::from_secs(2);

#[tokio::test]
async fn nothing_leaves_before_the_time_has_run_out() {
    let mut app = TestApp::open().await;
    app.safeguards.undo_window = HOLD;
    let draft = draft(KARI);
    let begun = Instant::now();
    let held = |app: &TestApp| Request { held: true, ..app.request(&draft, &[]) };

    assert!(matches!(app.send(&draft, &[]).await, Reply::Hold(left) if left == HOLD));
    assert_eq!(app.service.received().len(), 0, "not even a connection");
    let too_early = app.resender.resend(held(&app)).await;
    assert!(matches!(too_early, Reply::Hold(left) if left < HOLD), "{too_early:?}");

    let sent = loop {
        match app.resender.resend(held(&app)).await {
            Reply::Hold(left) => tokio::time::sleep(left).await,
            other => break other,
        }
    };
    assert_eq!(outcome(&sent), Outcome::Sent);
    assert!(begun.elapsed() >= HOLD);
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn a_send_that_was_stopped_leaves_nothing_behind() {
    let mut app = TestApp::open().await;
    app.safeguards.undo_window = HOLD;
    let stopped = app.send(&draft(KARI), &[]).await;
    assert!(matches!(stopped, Reply::Hold(_)), "{stopped:?}");

    app.safeguards.undo_window = Duration::ZERO;

    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent, "no question: nothing was sent before");
    assert_eq!(app.service.posts(), 1);
}

#[tokio::test]
async fn a_send_in_practice_can_be_stopped_without_a_journal() {
    let app = TestApp::open().await;
    let access = Arc::new(Access::new(Arc::clone(&app.keychain), None, timeouts()));
    let looker = Looker::new(Arc::clone(&access), nowhere());
    let resender = Resender::new(access, nowhere(), looker);
    let draft = draft(KARI);
    let safeguards = Safeguards { undo_window: HOLD, ..Safeguards::default() };
    let request = Request { environment: Environment::Practice, safeguards, ..app.request(&draft, &[]) };

    let reply = resender.resend(request).await;

    assert!(matches!(reply, Reply::Hold(left) if left == HOLD), "{reply:?}");
}

#[tokio::test]
async fn every_question_comes_before_the_wait() {
    let mut app = TestApp::open().await;
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);
    app.safeguards.undo_window = HOLD;

    let reply = app.send(&draft(KARI), &[]).await;
    assert!(asked(&reply).is_some(), "{reply:?}");
    let reply = app.send(&draft(KARI), &[WarningKind::SentRecently]).await;
    assert!(matches!(reply, Reply::Hold(_)), "{reply:?}");
}

#[tokio::test]
async fn a_held_send_that_is_asked_for_late_is_stopped_and_not_held_anew() {
    for (stood_still, slept) in [(45, 0), (0, 45), (5, 12 * 3600)] {
        let (mut app, time) = desk_with_clock().await;
        app.safeguards.undo_window = Duration::from_secs(5);
        let draft = draft(KARI);
        assert!(matches!(app.send(&draft, &[]).await, Reply::Hold(_)));

        time.pass(Duration::from_secs(stood_still));
        time.sleep(Duration::from_secs(slept));
        let late = app.resender.resend(Request { held: true, ..app.request(&draft, &[]) }).await;

        assert!(matches!(late, Reply::TooLate), "{late:?}");
        assert_eq!(app.service.posts(), 0);
        let anew = app.send(&draft, &[]).await;
        assert!(matches!(anew, Reply::Hold(_)), "no question, and the whole time again: {anew:?}");
    }
}

#[tokio::test]
async fn a_time_to_stop_that_is_taken_away_meanwhile_lets_no_late_send_leave() {
    let (mut app, time) = desk_with_clock().await;
    app.safeguards.undo_window = Duration::from_secs(5);
    let draft = draft(KARI);
    assert!(matches!(app.send(&draft, &[]).await, Reply::Hold(_)));

    app.safeguards.undo_window = Duration::ZERO;
    time.sleep(Duration::from_mins(5));
    let late = app.resender.resend(Request { held: true, ..app.request(&draft, &[]) }).await;

    assert!(matches!(late, Reply::TooLate), "{late:?}");
    assert_eq!(app.service.posts(), 0);
}

#[tokio::test]
async fn a_send_that_hangs_does_not_keep_the_window_open_for_ever() {
    let (app, time) = desk_with_clock().await;
    app.service.inject(InjectedFault::Slow(Duration::from_mins(1)));
    let draft = draft(KARI);
    let sending = app.send(&draft, &[]);
    tokio::pin!(sending);
    while app.service.posts() == 0 {
        let _ = tokio::time::timeout(Duration::from_millis(20), &mut sending).await;
    }

    time.pass(Duration::from_mins(1));
    assert!(app.resender.is_sending(), "as long as any send can take");
    time.pass(Duration::from_mins(1));
    assert!(!app.resender.is_sending());
    let second = app.send(&draft, &[]).await;
    assert!(matches!(second, Reply::Busy), "it is still the only one: {second:?}");
}

async fn desk_with_clock() -> (TestApp, Hands) {
    let hands = Hands(Arc::new(Mutex::new(Now { wall: SystemTime::now(), steady: Instant::now() })));
    let shown = hands.clone();
    (TestApp::open().await.with_clock(Clock::new(move || *shown.0.lock().expect("a time"))), hands)
}

/// The hands of a clock that moves when it is told to.
#[derive(Clone)]
struct Hands(Arc<Mutex<Now>>);

impl Hands {
    fn pass(&self, time: Duration) {
        self.0.lock().expect("a time").steady += time;
        self.sleep(time);
    }

    /// Only the wall clock goes on.
    fn sleep(&self, time: Duration) {
        self.0.lock().expect("a time").wall += time;
    }
}

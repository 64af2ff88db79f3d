//! The time in which a send can still be stopped.

use std::time::{Duration, Instant};

use resend_reservation::{
    domain::Outcome,
    resend::{Question, Request, Resending},
};

use crate::desk::{Desk, KARI, asked, draft, outcome};

const HOLD: Duration = Duration::from_millis(150);

#[tokio::test]
async fn nothing_leaves_before_the_time_has_run_out() {
    let mut desk = Desk::open().await;
    desk.caution.hold = HOLD;
    let draft = draft(KARI);
    let begun = Instant::now();
    let held = |desk: &Desk| Request { held: true, ..desk.request(&draft, &[]) };

    assert!(matches!(desk.send(&draft, &[]).await, Resending::Hold(left) if left == HOLD));
    assert_eq!(desk.service.received().len(), 0, "not even a connection");
    let too_early = desk.resender.resend(held(&desk)).await;
    assert!(matches!(too_early, Resending::Hold(left) if left < HOLD), "{too_early:?}");

    let sent = loop {
        match desk.resender.resend(held(&desk)).await {
            Resending::Hold(left) => tokio::time::sleep(left).await,
            other => break other,
        }
    };
    assert_eq!(outcome(&sent), Outcome::Sent);
    assert!(begun.elapsed() >= HOLD);
    assert_eq!(desk.service.posts(), 1);
}

#[tokio::test]
async fn a_send_that_was_stopped_leaves_nothing_behind() {
    let mut desk = Desk::open().await;
    desk.caution.hold = HOLD;
    let stopped = desk.send(&draft(KARI), &[]).await;
    assert!(matches!(stopped, Resending::Hold(_)), "{stopped:?}");

    desk.caution.hold = Duration::ZERO;

    assert_eq!(outcome(&desk.send(&draft(KARI), &[]).await), Outcome::Sent, "no question: nothing was sent before");
    assert_eq!(desk.service.posts(), 1);
}

#[tokio::test]
async fn every_question_comes_before_the_wait() {
    let mut desk = Desk::open().await;
    assert_eq!(outcome(&desk.send(&draft(KARI), &[]).await), Outcome::Sent);
    desk.caution.hold = HOLD;

    let resending = desk.send(&draft(KARI), &[]).await;
    assert!(asked(&resending).is_some(), "{resending:?}");
    let resending = desk.send(&draft(KARI), &[Question::SentRecently]).await;
    assert!(matches!(resending, Resending::Hold(_)), "{resending:?}");
}

//! A send while the list of who has still to pay is read, beside one while nothing is read: whoever waits for a send is
//! never behind the list.

use std::sync::Arc;

use resend_reservation::{
    domain::{Environment, Outcome},
    practice::Service,
    waiting::WaitingPayments,
};
use tokio::sync::Notify;

use super::{
    core_send::{timed, unguarded},
    sample::Sample,
    table::{Goal, Row},
};
use crate::kit::app::{KARI, TestApp, draft, outcome};

/// Short, and noisy on a busy disk.
const SENDS: usize = 50;

pub(crate) async fn measure() -> Vec<Row> {
    let service = Arc::new(Service::start_with_fortnight().await.expect("a service"));
    let app = TestApp { safeguards: unguarded(), ..TestApp::beside(&service).await };
    // The first one opens the journal.
    drop(send(&app, 1).await);
    let alone = send(&app, SENDS).await;
    let reads = Arc::new(Notify::new());
    let payments = WaitingPayments::new(Arc::clone(&app.access), Arc::clone(&app.looker), app.journal.clone());
    let reading = tokio::spawn({
        let reads = Arc::clone(&reads);
        // Again and again: in practice there is no limit, and it is soon read.
        async move { while payments.read(Environment::Local, 14, |_| reads.notify_one()).await.is_ok() {} }
    });
    reads.notified().await;
    let beside = send(&app, SENDS).await;
    reading.abort();
    vec![Row {
        what: "a send while the list is read",
        unit: "ms",
        ours: beside,
        beside: Some(("a send while nothing is read", alone)),
        goal: Goal::More(5.0),
    }]
}

async fn send(app: &TestApp, times: usize) -> Sample {
    let mut sample = Sample::default();
    for _ in 0..times {
        sample.push(timed(async || assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent)).await);
    }
    sample
}

//! The watch after a send, against the practice service and its customers.

use std::{
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use resend_reservation::{
    connect::ReadFailure,
    domain::{Environment, LinkProgress, NotSent, ReservationId, Timestamp},
    journal::Intent,
    practice::{InjectedFault, Service},
    waiting::{Seen, Sighting, WaitingPayments, WatchEnd, WatchPace},
};
use serde_json::Value;

use super::{progress, until};
use crate::kit::app::{KARI, TestApp, draft, intent};

const HERE: Environment = Environment::Local;
const OPENED: &str = "payment-link-opened";
/// Details in the service's envelope: charged to the card at once, completed with nothing captured, and with something.
const CHARGED: &str = r#"{"status_code":200,"status_message":"OK","message":"orderDetailsRetrievedSuccessfully","is_data":true,"data":{"reservationUuid":"RES3633019929","status":"SENT","isPaid":true}}"#;
const COMPLETED: &str = r#"{"status_code":200,"status_message":"OK","message":"orderDetailsRetrievedSuccessfully","is_data":true,"data":{"reservationUuid":"RES3633019929","status":"COMPLETED","isPaid":false}}"#;
const CAPTURED: &str = r#"{"status_code":200,"status_message":"OK","message":"orderDetailsRetrievedSuccessfully","is_data":true,"data":{"reservationUuid":"RES3633019929","status":"COMPLETED","isPaid":false,"paymentDetails":{"capturedAmount":2450}}}"#;
/// So that nobody has to wait.
const QUICK: WatchPace = WatchPace { first: (Duration::from_millis(50), 1000), then: (Duration::from_millis(50), 0) };

#[tokio::test]
async fn what_the_customer_does_with_the_link_is_told_once() {
    let watched = Watched::after_a_send(QUICK).await;
    let watch = watched.begin();

    until(|| watched.reads() > 3).await;
    assert_eq!(watched.told(), [], "nothing has happened yet");
    watched.service.let_pass(Duration::from_secs(9));
    until(|| watched.told() == [Seen::Opened]).await;
    assert_eq!(progress(&watched.desk.journal).await, [Some(LinkProgress::Opened)]);
    watched.service.let_pass(Duration::from_secs(17));
    until(|| watched.told() == [Seen::Opened, Seen::Reserved]).await;
    assert_eq!(progress(&watched.desk.journal).await, [Some(LinkProgress::Reserved)], "in the journal once it is told");
    let reads = watched.reads();
    until(|| watched.reads() > reads + 5).await;
    assert_eq!(watched.told(), [Seen::Opened, Seen::Reserved]);

    watched.payments.stop_watching();
    assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
    let reads = watched.reads();
    tokio::time::sleep(Duration::from_millis(200)).await;
    assert_eq!(watched.reads(), reads, "nothing is read any more");
    assert_eq!(watched.service.posts(), 1, "and nothing was sent by it");
}

#[tokio::test]
async fn there_is_one_watch_at_a_time() {
    let watched = Watched::after_a_send(QUICK).await;
    let first = watched.begin();
    until(|| watched.reads() > 1).await;

    let second = watched.begin();

    assert_eq!(first.await.expect("no panic"), WatchEnd::Stopped);
    watched.payments.stop_watching();
    assert_eq!(second.await.expect("no panic"), WatchEnd::Stopped);
}

#[tokio::test]
async fn a_service_that_refuses_is_asked_no_more_and_one_that_fails_is() {
    let watched = Watched::after_a_send(QUICK).await;
    watched.service.inject(InjectedFault::History(500, ""));
    let watch = watched.begin();
    until(|| watched.reads() > 3).await;

    watched.service.inject(InjectedFault::History(401, "{}"));

    let refused = WatchEnd::Refused(ReadFailure::Refused(NotSent::TokenRefused));
    assert_eq!(watch.await.expect("no panic"), refused);
}

#[tokio::test]
async fn a_watch_ends_by_itself() {
    let short = WatchPace { first: (Duration::from_millis(5), 3), then: (Duration::from_millis(10), 2) };
    let watched = Watched::after_a_send(short).await;

    let before = Timestamp::now();
    let end = watched.begin().await.expect("no panic");

    assert_eq!(watched.reads(), 5);
    let WatchEnd::Over(Some(last_look)) = end else { panic!("not looked at to the end: {end:?}") };
    assert!(last_look.since(before) >= 0 && last_look <= Timestamp::now(), "it tells how fresh it is");
}

#[tokio::test]
async fn what_could_never_be_seen_is_not_said_to_have_been() {
    let short = WatchPace { first: (Duration::from_millis(5), 3), then: (Duration::from_millis(10), 2) };
    let watched = Watched::after_a_send(short).await;
    watched.service.inject(InjectedFault::History(500, ""));

    assert_eq!(watched.begin().await.expect("no panic"), WatchEnd::Over(None));
}

#[tokio::test]
async fn a_network_that_is_down_for_a_moment_ends_no_watch() {
    let watched = Watched::after_a_send(QUICK).await;
    for fault in [InjectedFault::CutBeforeReading, InjectedFault::Html, InjectedFault::History(302, "")] {
        watched.service.inject(fault);
        let reads = watched.reads();
        let watch = watched.begin();
        until(|| watched.reads() > reads + 2).await;
        assert!(!watch.is_finished(), "{fault:?}");
    }
    watched.service.inject(InjectedFault::None);

    watched.service.let_pass(Duration::from_secs(9));

    until(|| watched.told() == [Seen::Opened]).await;
    watched.payments.stop_watching();
}

#[tokio::test]
async fn opened_is_told_at_the_next_look_five_seconds_later() {
    let watched = Watched::after_a_send(WatchPace::default()).await;
    let watch = watched.begin();
    // Right after a look: the next one is as far off as can be.
    until(|| watched.reads() > 0).await;

    watched.service.let_pass(Duration::from_secs(9));

    let listed = Instant::now();
    until(|| watched.told() == [Seen::Opened]).await;
    // And not at the one after that, however busy the computer is.
    assert!(listed.elapsed() < Duration::from_secs(9), "{:?}", listed.elapsed());
    watched.payments.stop_watching();
    assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
}

#[tokio::test]
async fn the_watch_learns_the_services_clock_by_itself() {
    for off in [-300, 300] {
        let watched = Watched::after_a_send(QUICK).await;
        watched.service.inject(InjectedFault::ClockOff(off));
        // By an earlier link, when this computer's clock shows the time of the send.
        watched.service.happened(KARI, OPENED, Duration::from_secs(299), Value::Null);
        let watch = watched.begin();
        until(|| watched.reads() > 3).await;
        assert_eq!(watched.told(), [], "{off}: it was opened before the send");

        watched.service.happened(KARI, OPENED, Duration::ZERO, Value::Null);

        until(|| watched.told() == [Seen::Opened]).await;
        watched.payments.stop_watching();
        assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
    }
}

#[tokio::test]
async fn money_that_came_under_an_id_of_its_own_is_seen_in_the_details() {
    let watched = Watched::after_a_send(QUICK).await;
    let watch = watched.begin();
    until(|| watched.reads() > 3).await;

    watched.service.inject(InjectedFault::Details(200, CHARGED));
    watched.service.happened("CHA3633019929", "amount-charged-from-card", Duration::ZERO, Value::Null);
    watched.service.happened(KARI, OPENED, Duration::ZERO, Value::Null);

    assert_eq!(watch.await.expect("no panic"), WatchEnd::Paid);
    assert_eq!(watched.told(), [Seen::Opened, Seen::Paid]);
}

#[tokio::test]
async fn what_was_paid_before_the_send_is_nothing_that_came_of_it() {
    for is_looked_up in [true, false] {
        let watched = Watched::after_a_send(QUICK).await;
        watched.service.inject(InjectedFault::Details(200, CHARGED));
        if is_looked_up {
            watched.desk.see(KARI).await;
        }
        let watch = watched.begin();
        until(|| watched.reads() > 3).await;

        watched.service.happened(KARI, OPENED, Duration::ZERO, Value::Null);

        until(|| watched.told() == [Seen::Opened]).await;
        let reads = watched.reads();
        until(|| watched.reads() > reads + 3).await;
        assert_eq!(watched.told(), [Seen::Opened], "looked up: {is_looked_up}");
        watched.payments.stop_watching();
        assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
    }
}

#[tokio::test]
async fn completed_is_not_paid() {
    let watched = Watched::after_a_send(QUICK).await;
    watched.service.inject(InjectedFault::Details(200, COMPLETED));
    for title in [OPENED, "reservation-completed"] {
        watched.service.happened(KARI, title, Duration::ZERO, Value::Null);
    }
    let watch = watched.begin();

    until(|| watched.told() == [Seen::Opened]).await;
    let reads = watched.reads();
    until(|| watched.reads() > reads + 3).await;

    assert_eq!(watched.told(), [Seen::Opened]);
    watched.service.inject(InjectedFault::Details(200, CAPTURED));
    assert_eq!(watch.await.expect("no panic"), WatchEnd::Paid);
}

struct Watched {
    service: Arc<Service>,
    desk: TestApp,
    send: Intent,
    payments: Arc<WaitingPayments>,
    since: Timestamp,
    told: Arc<Mutex<Vec<Seen>>>,
    reads_before: usize,
}

impl Watched {
    async fn after_a_send(pace: WatchPace) -> Self {
        let service = Arc::new(Service::start_with_fortnight().await.expect("a service"));
        let desk = TestApp::beside(&service).await;
        let send = intent(&desk.send(&draft(KARI), &[]).await);
        let payments = WaitingPayments::new(Arc::clone(&desk.access), Arc::clone(&desk.looker), desk.journal.clone());
        let reads_before = reads(&service);
        let (payments, told) = (Arc::new(payments.with_pace(pace)), Arc::default());
        Self { service, desk, send, payments, since: Timestamp::now(), told, reads_before }
    }

    fn begin(&self) -> tokio::task::JoinHandle<WatchEnd> {
        let (payments, told) = (Arc::clone(&self.payments), Arc::clone(&self.told));
        let (send, since) = (self.send, self.since);
        tokio::spawn(async move {
            let id = ReservationId::parse(KARI).expect("an id");
            let tell = |sighting: Sighting| told.lock().expect("no panic").push(sighting.seen);
            payments.watch(Some(send), HERE, &id, since, tell).await.expect("a token")
        })
    }

    fn told(&self) -> Vec<Seen> {
        self.told.lock().expect("no panic").clone()
    }

    fn reads(&self) -> usize {
        reads(&self.service) - self.reads_before
    }
}

fn reads(service: &Service) -> usize {
    service.received().iter().filter(|request| request.path.contains("/history/")).count()
}

//! The watch for a send of which nobody knows whether it left.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use resend_reservation::{
    domain::{Draft, Environment, LinkProgress, ReservationId},
    journal::{Intent, Search},
    practice::{InjectedFault, Service},
    resend::{Warning, WarningKind},
    waiting::{Seen, Sighting, WaitingPayments, WatchEnd, WatchPace},
};
use serde_json::json;

use super::{progress, until};
use crate::kit::app::{KARI, TestApp, asked, draft, intent};

const HERE: Environment = Environment::Local;
const QUICK: WatchPace = WatchPace { first: (Duration::from_millis(50), 1000), then: (Duration::from_millis(50), 0) };
/// The practice service sends this one's link, and loses the answer.
const LOST: &str = "RES3633010000";
const HERS: &str = " +4741234567";

#[tokio::test]
async fn an_unknown_send_that_the_service_lists_later_is_sent_without_a_press_and_after_a_restart() {
    let desk = Desk::open().await;
    let send = desk.lose(&draft(KARI), &[]).await;
    let watch = desk.watch(send, KARI);
    until(|| desk.reads() > 3).await;
    assert_eq!((desk.told(), desk.outcomes().await), (vec![], vec!["Unknown".to_owned()]), "not listed yet");

    desk.app.service.happened(KARI, "order-resent", Duration::ZERO, json!(HERS));

    until(|| desk.told() == [Seen::Sent]).await;
    assert_eq!(desk.outcomes().await, ["Sent"], "in the journal once it is told");
    desk.payments.stop_watching();
    assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
    assert_eq!(desk.app.service.posts(), 1, "nothing was sent by it");
    let recent = desk.app.send(&draft(KARI), &[]).await;
    assert!(matches!(asked(&recent), Some(Warning::SentRecently { .. })), "{recent:?}");
    let app = desk.close().reopen().await;
    assert_eq!(outcomes(&app).await, ["Sent"]);
    let again = app.send(&draft(KARI), &[]).await;
    assert_ne!(asked(&again), Some(&Warning::EarlierUnknown));
}

#[tokio::test]
async fn one_that_is_never_listed_stays_unknown() {
    let short = WatchPace { first: (Duration::from_millis(20), 6), then: (Duration::from_millis(20), 0) };
    let desk = Desk::with_pace(short).await;
    let send = desk.lose(&draft(KARI), &[]).await;

    let end = desk.watch(send, KARI).await.expect("no panic");

    assert!(matches!(end, WatchEnd::Over(Some(_))), "{end:?}");
    assert_eq!((desk.told(), desk.outcomes().await), (vec![], vec!["Unknown".to_owned()]));
    assert_eq!(asked(&desk.app.send(&draft(KARI), &[]).await), Some(&Warning::EarlierUnknown));
}

#[tokio::test]
async fn what_is_no_proof_settles_nothing() {
    let desk = Desk::open().await;
    let send = desk.lose(&draft(KARI), &[]).await;
    for (title, to) in [
        ("order-resent", json!("+4799934567")),
        ("order-resent", json!(null)),
        ("payment-link-sent-to-customer", json!(HERS)),
        ("payment-link-opened", json!(null)),
    ] {
        desk.app.service.happened(KARI, title, Duration::ZERO, to);
    }

    let watch = desk.watch(send, KARI);

    until(|| desk.reads() > 3).await;
    desk.payments.stop_watching();
    assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
    assert_eq!((desk.told(), desk.outcomes().await), (vec![], vec!["Unknown".to_owned()]));
}

#[tokio::test]
async fn once_it_is_settled_what_its_customer_does_is_told_too() {
    let desk = Desk::open().await;
    let send = intent(&desk.app.send(&draft(LOST), &[]).await);
    let _watch = desk.watch(send, LOST);

    until(|| desk.told() == [Seen::Sent]).await;
    desk.app.service.let_pass(Duration::from_secs(9));
    until(|| desk.told() == [Seen::Sent, Seen::Opened]).await;
    assert_eq!(progress(&desk.app.journal).await, [Some(LinkProgress::Opened)]);
    desk.payments.stop_watching();
}

#[tokio::test]
async fn nothing_is_read_any_more_after_the_result_is_left() {
    let desk = Desk::open().await;
    let send = desk.lose(&draft(KARI), &[]).await;
    let watch = desk.watch(send, KARI);
    until(|| desk.reads() > 1).await;

    desk.payments.stop_watching();

    assert_eq!(watch.await.expect("no panic"), WatchEnd::Stopped);
    let reads = desk.reads();
    desk.app.service.happened(KARI, "order-resent", Duration::ZERO, json!(HERS));
    tokio::time::sleep(Duration::from_millis(300)).await;
    assert_eq!((desk.reads(), desk.told()), (reads, vec![]));
    assert_eq!(desk.outcomes().await, ["Unknown"]);
}

#[tokio::test]
async fn another_watch_ends_it() {
    let desk = Desk::open().await;
    let send = desk.lose(&draft(KARI), &[]).await;
    let first = desk.watch(send, KARI);
    until(|| desk.reads() > 1).await;

    let second = desk.watch(send, KARI);

    assert_eq!(first.await.expect("no panic"), WatchEnd::Stopped);
    desk.payments.stop_watching();
    assert_eq!(second.await.expect("no panic"), WatchEnd::Stopped);
}

#[tokio::test]
async fn it_reads_in_the_background_and_only_what_happened() {
    let desk = Desk::open().await;
    let send = desk.lose(&draft(KARI), &[]).await;
    let before = desk.app.service.received().len();

    let _watch = desk.watch(send, KARI);

    until(|| desk.reads() > 3).await;
    desk.payments.stop_watching();
    let reads = desk.app.service.received().split_off(before);
    assert!(reads.iter().all(|read| read.method == "GET" && read.path.contains("/history/")), "{reads:?}");
}

struct Desk {
    app: Arc<TestApp>,
    payments: Arc<WaitingPayments>,
    told: Arc<Mutex<Vec<Seen>>>,
}

impl Desk {
    async fn open() -> Self {
        Self::with_pace(QUICK).await
    }

    async fn with_pace(pace: WatchPace) -> Self {
        let service = Arc::new(Service::start_with_fortnight().await.expect("a service"));
        let app = TestApp::beside(&service).await;
        let payments = WaitingPayments::new(Arc::clone(&app.access), Arc::clone(&app.looker), app.journal.clone());
        let payments = payments.with_pace(pace);
        Self { app: Arc::new(app), payments: Arc::new(payments), told: Arc::default() }
    }

    /// A send that does not arrive, which nobody can know.
    async fn lose(&self, draft: &Draft<'_>, answered: &[WarningKind]) -> Intent {
        self.app.service.inject(InjectedFault::CutAfterReading);
        let sent = self.app.send(draft, answered).await;
        self.app.service.inject(InjectedFault::None);
        intent(&sent)
    }

    fn watch(&self, send: Intent, id: &str) -> tokio::task::JoinHandle<WatchEnd> {
        let (payments, app) = (Arc::clone(&self.payments), Arc::clone(&self.app));
        let (told, id) = (Arc::clone(&self.told), ReservationId::parse(id).expect("an id"));
        tokio::spawn(async move {
            let tell = |sighting: Sighting| told.lock().expect("no panic").push(sighting.seen);
            payments.watch_unknown(&app.resender, send, HERE, &id, tell).await.expect("a token")
        })
    }

    fn told(&self) -> Vec<Seen> {
        self.told.lock().expect("no panic").clone()
    }

    fn reads(&self) -> usize {
        self.app.service.received().iter().filter(|request| request.path.contains("/history/")).count()
    }

    async fn outcomes(&self) -> Vec<String> {
        outcomes(&self.app).await
    }

    fn close(self) -> TestApp {
        Arc::into_inner(self.app).expect("no watch holds it any more")
    }
}

/// Newest first.
async fn outcomes(app: &TestApp) -> Vec<String> {
    let page = app.journal.search(HERE, Search::default(), 50).await.expect("read");
    page.entries.into_iter().map(|entry| format!("{:?}", entry.state)).collect()
}

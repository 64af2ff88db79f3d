//! A send is judged before it is made: that stands in nobody's way, and leaves nothing behind.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use resend_reservation::{
    access::Access,
    domain::{Environment, Outcome, Region, Resend},
    journal::Journal,
    keychain::Keychain,
    look_up::Looker,
    practice::InjectedFault,
    resend::{Refusal, Reply, Resender, Warning, WarningKind},
};

use crate::kit::app::{KARI, TestApp, asked, draft, outcome, timeouts};

const WINDOW: Duration = Duration::from_mins(10);

#[tokio::test]
async fn two_sends_of_one_reservation_are_judged_while_a_third_is_under_way() {
    let app = TestApp::open().await;
    app.send(&draft(KARI), &[]).await;
    app.service.inject(InjectedFault::Slow(Duration::from_secs(2)));
    let draft = draft(KARI);
    let judged_meanwhile = async {
        while app.service.posts() < 2 {
            tokio::task::yield_now().await;
        }
        let both = tokio::join!(kinds(&app, Environment::Local), kinds(&app, Environment::Local));
        assert!(app.resender.is_sending(), "it is still under way");
        both
    };

    let (sent, judged) = tokio::join!(app.send(&draft, &[WarningKind::SentRecently]), judged_meanwhile);

    assert_eq!(judged, (vec![WarningKind::SentRecently], vec![WarningKind::SentRecently]));
    assert_eq!(outcome(&sent), Outcome::Sent);
}

#[tokio::test]
async fn no_keychain_is_asked_and_nobody_is_called() {
    let folder = tempfile::tempdir().expect("a folder");
    let opened = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&opened);
    let keychain = Arc::new(Keychain::new(
        move || {
            counted.fetch_add(1, Ordering::Relaxed);
            Err(keyring_core::Error::NoDefaultStore)
        },
        Duration::from_secs(1),
    ));
    let access = Arc::new(Access::new(Arc::clone(&keychain), None, timeouts()));
    let journal = Journal::with_keychain(folder.path().to_owned(), Arc::clone(&keychain), Duration::MAX);
    let looker = Looker::new(Arc::clone(&access), journal.clone());
    let resender = Resender::new(access, journal, looker);

    for environment in Environment::ALL {
        let judged = resender.preflight(&resend(environment), &draft(KARI), None, WINDOW).await;
        assert_eq!(judged.expect("judged"), [], "{environment}");
    }

    assert_eq!(opened.load(Ordering::Relaxed), 0);
    assert!(!resender.is_sending());
}

#[tokio::test]
async fn every_byte_of_the_journal_stays_as_it_was() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::CutAfterReading);
    app.send(&draft(KARI), &[]).await;
    app.service.inject(InjectedFault::None);
    app.send(&draft("ODR1649249709"), &[]).await;
    let before = bytes(app.folder.path());
    assert!(before.len() >= 2, "{:?}", before.keys());

    for _ in 0..3 {
        assert_eq!(kinds(&app, Environment::Local).await, [WarningKind::EarlierUnknown]);
        assert_eq!(kinds(&app, Environment::Production).await, []);
    }

    assert!(bytes(app.folder.path()) == before, "something was written");
    assert_eq!(asked(&app.send(&draft(KARI), &[]).await), Some(&Warning::EarlierUnknown), "nor is it forgotten");
}

#[tokio::test]
async fn what_came_up_since_is_refused_by_the_send_itself() {
    let app = TestApp::open().await;
    let resend = resend(Environment::Local);
    assert_eq!(kinds(&app, Environment::Local).await, []);
    assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent);

    let refused = app.resender.send(&resend, &[], WINDOW).await;

    let Err(Refusal::Warning(warning)) = refused else { panic!("{refused:?}") };
    assert_eq!(warning.kind(), WarningKind::SentRecently);
    assert_eq!(app.service.posts(), 1);
    let sent = app.resender.send(&resend, &[WarningKind::SentRecently], WINDOW).await.expect("it was confirmed");
    assert_eq!((outcome(&Reply::Done(Box::new(sent))), app.service.posts()), (Outcome::Sent, 2));
}

#[tokio::test]
async fn a_send_without_a_form_is_one_message_too() {
    let app = TestApp::open().await;
    app.service.inject(InjectedFault::Slow(Duration::from_millis(200)));
    let resend = resend(Environment::Local);

    let (first, second) =
        tokio::join!(app.resender.send(&resend, &[], WINDOW), app.resender.send(&resend, &[], WINDOW));

    assert!(first.is_ok(), "{first:?}");
    assert!(matches!(second, Err(Refusal::Busy)), "{second:?}");
    assert_eq!(app.service.posts(), 1);
}

async fn kinds(app: &TestApp, environment: Environment) -> Vec<WarningKind> {
    let judged = app.resender.preflight(&resend(environment), &draft(KARI), None, WINDOW).await;
    judged.expect("the journal can be read").iter().map(Warning::kind).collect()
}

fn resend(environment: Environment) -> Resend {
    draft(KARI).check(environment, Region::default()).expect("well-formed")
}

/// All but the shared memory of those who have it open, in which whoever reads says so: it is gone with the last of them.
fn bytes(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let entries = fs::read_dir(folder).expect("read").flatten().map(|entry| entry.path());
    let files = entries.filter(|path| path.is_file() && !path.ends_with("journal.sqlite-shm"));
    files.map(|path| (path.clone(), fs::read(path).expect("read"))).collect()
}

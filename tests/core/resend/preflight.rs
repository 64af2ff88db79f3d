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
    keychain::Keychain,
    look_up::Looker,
    practice::Manner,
    records::Records,
    resend::{Refused, Reply, Resender, Warning, WarningKind},
};

use crate::desk::{Desk, KARI, asked, draft, outcome, patience};

const WINDOW: Duration = Duration::from_mins(10);

#[tokio::test]
async fn two_sends_of_one_reservation_are_judged_while_a_third_is_under_way() {
    let desk = Desk::open().await;
    desk.send(&draft(KARI), &[]).await;
    desk.service.behave(Manner::Slow(Duration::from_millis(300)));
    let draft = draft(KARI);
    let judged_meanwhile = async {
        while desk.service.posts() < 2 {
            tokio::task::yield_now().await;
        }
        let both = tokio::join!(kinds(&desk, Environment::Local), kinds(&desk, Environment::Local));
        assert!(desk.resender.is_sending(), "it is still under way");
        both
    };

    let (sent, judged) = tokio::join!(desk.send(&draft, &[WarningKind::SentRecently]), judged_meanwhile);

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
    let access = Arc::new(Access::new(Arc::clone(&keychain), None, patience()));
    let records = Records::with_keychain(folder.path().to_owned(), Arc::clone(&keychain), Duration::MAX);
    let looker = Looker::new(Arc::clone(&access), records.clone());
    let resender = Resender::new(access, records, looker);

    for environment in Environment::ALL {
        let judged = resender.preflight(&resend(environment), &draft(KARI), None, WINDOW).await;
        assert_eq!(judged.expect("judged"), [], "{environment}");
    }

    assert_eq!(opened.load(Ordering::Relaxed), 0);
    assert!(!resender.is_sending());
}

#[tokio::test]
async fn every_byte_of_the_journal_stays_as_it_was() {
    let desk = Desk::open().await;
    desk.service.behave(Manner::CutAfterReading);
    desk.send(&draft(KARI), &[]).await;
    desk.service.behave(Manner::Faithful);
    desk.send(&draft("ODR1649249709"), &[]).await;
    let before = bytes(desk.folder.path());
    assert!(before.len() >= 2, "{:?}", before.keys());

    for _ in 0..3 {
        assert_eq!(kinds(&desk, Environment::Local).await, [WarningKind::EarlierUnknown]);
        assert_eq!(kinds(&desk, Environment::Production).await, []);
    }

    assert!(bytes(desk.folder.path()) == before, "something was written");
    assert_eq!(asked(&desk.send(&draft(KARI), &[]).await), Some(&Warning::EarlierUnknown), "nor is it forgotten");
}

#[tokio::test]
async fn what_came_up_since_is_refused_by_the_send_itself() {
    let desk = Desk::open().await;
    let resend = resend(Environment::Local);
    assert_eq!(kinds(&desk, Environment::Local).await, []);
    assert_eq!(outcome(&desk.send(&draft(KARI), &[]).await), Outcome::Sent);

    let refused = desk.resender.send(&resend, &[], WINDOW).await;

    let Err(Refused::Warning(warning)) = refused else { panic!("{refused:?}") };
    assert_eq!(warning.kind(), WarningKind::SentRecently);
    assert_eq!(desk.service.posts(), 1);
    let sent = desk.resender.send(&resend, &[WarningKind::SentRecently], WINDOW).await.expect("it was confirmed");
    assert_eq!((outcome(&Reply::Done(Box::new(sent))), desk.service.posts()), (Outcome::Sent, 2));
}

#[tokio::test]
async fn a_send_without_a_form_is_one_message_too() {
    let desk = Desk::open().await;
    desk.service.behave(Manner::Slow(Duration::from_millis(200)));
    let resend = resend(Environment::Local);

    let (first, second) =
        tokio::join!(desk.resender.send(&resend, &[], WINDOW), desk.resender.send(&resend, &[], WINDOW));

    assert!(first.is_ok(), "{first:?}");
    assert!(matches!(second, Err(Refused::Busy)), "{second:?}");
    assert_eq!(desk.service.posts(), 1);
}

async fn kinds(desk: &Desk, environment: Environment) -> Vec<WarningKind> {
    let judged = desk.resender.preflight(&resend(environment), &draft(KARI), None, WINDOW).await;
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

//! Everything that uses the keychain at the same time: one after the other, and there again after the service has died.

use std::{sync::Arc, time::Duration};

use resend_reservation::{
    access::Access,
    checkup::{Checkup, Finding, Subject},
    connect::Timeouts,
    domain::{Draft, Environment, Outcome, Region},
    journal::Journal,
    keychain::{Keep, Keychain, TokenState},
    log::Log,
    look_up::{LookUpResult, Looker},
    practice::Service,
    resend::{AttemptEnd, Reply, Request, Resender, Safeguards, WarningKind},
};
use tempfile::TempDir;
use tokio::task::{JoinSet, spawn_blocking};

use super::{bus_watch::BusWatch, token};
use crate::kit::private_bus::{SecretService, State, on_a_private_bus};

/// The session, the token twice, and the key of the journal once.
const MOST_CALLS: usize = 8;
const HERE: Environment = Environment::Local;

#[test]
fn two_sessions_are_never_opened_at_once_by_whatever_uses_the_keychain() {
    let test = "keychain::turns::two_sessions_are_never_opened_at_once_by_whatever_uses_the_keychain";
    on_a_private_bus(State::Unlocked, test, async |_| {
        let watch = BusWatch::start();

        for round in 0..20 {
            let mut uses = JoinSet::new();
            for n in 0..10 {
                // Each of a window of its own: in one window they would share a session.
                uses.spawn(async move { Desk::open().await.use_in_some_way(round, n).await });
            }
            uses.join_all().await;
        }

        let sessions = watch.sessions();
        assert!(sessions.opened >= 200, "{sessions:?}");
        assert_eq!(sessions.most_at_once, 1, "{sessions:?}");
    });
}

/// What a person waits for between the paste and the result.
#[test]
fn a_paste_and_a_send_open_one_session_and_ask_it_no_more_than_they_must() {
    let test = "keychain::turns::a_paste_and_a_send_open_one_session_and_ask_it_no_more_than_they_must";
    on_a_private_bus(State::Unlocked, test, async |_| {
        // With the key of the journal in place, as after the first send.
        Desk::open().await.send("RES3633019929").await;
        let service = Service::start().await.expect("a service");
        let desk = Desk::at(service, Arc::new(Keychain::of_system()));
        let watch = BusWatch::start();

        let looking = desk.looker.look_up(HERE, "RES3633019929", Duration::from_mins(10)).await;
        assert!(matches!(looking, LookUpResult::Seen(_)), "{looking:?}");
        desk.send("RES3633019929").await;

        let sessions = watch.sessions();
        assert_eq!(sessions.opened, 1, "{sessions:?}");
        assert!(sessions.calls <= MOST_CALLS, "{sessions:?}");
    });
}

#[test]
fn a_service_that_dies_in_the_middle_is_found_again_without_a_restart() {
    let test = "keychain::turns::a_service_that_dies_in_the_middle_is_found_again_without_a_restart";
    on_a_private_bus(State::NoService, test, async |mut service: SecretService| {
        service.start(true);
        let desk = Arc::new(Desk::open().await);

        for _ in 0..3 {
            let mut uses = JoinSet::new();
            for _ in 0..10 {
                let desk = Arc::clone(&desk);
                // Whatever it comes to while nothing is there: it comes to an end.
                uses.spawn(async move { drop(desk.keychain.load(HERE).await) });
            }
            // It is in use by now: one of them is done, and the others are not.
            uses.join_next().await;
            service = spawn_blocking(move || {
                service.start(true);
                service
            })
            .await
            .expect("started");
            tokio::time::timeout(Duration::from_secs(20), uses.join_all()).await.expect("none hangs");

            assert_eq!(desk.keychain.state(HERE).await.expect("an answer"), TokenState::InKeychain);
            assert!(matches!(
                desk.looker.look_up(HERE, "RES3633019929", Duration::from_mins(10)).await,
                LookUpResult::Seen(_)
            ));
            desk.send("RES3633019929").await;
        }
    });
}

struct Desk {
    keychain: Arc<Keychain>,
    looker: Arc<Looker>,
    resender: Resender,
    checkup: Checkup,
    _service: Service,
    _folder: TempDir,
}

impl Desk {
    async fn open() -> Self {
        let keychain = Arc::new(Keychain::of_system());
        keychain.save(HERE, token("a.token"), Keep::InKeychain).await.expect("saved");
        Self::at(Service::start().await.expect("a service"), keychain)
    }

    fn at(service: Service, keychain: Arc<Keychain>) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let timeouts = Timeouts { connect: Duration::from_secs(5), whole: Duration::from_secs(20) };
        let access = Arc::new(Access::new(Arc::clone(&keychain), Some(service.base_url()), timeouts));
        let journal = Journal::with_keychain(folder.path().to_owned(), Arc::clone(&keychain), Duration::MAX);
        let looker = Arc::new(Looker::new(Arc::clone(&access), journal.clone()));
        let resender = Resender::new(Arc::clone(&access), journal.clone(), Arc::clone(&looker));
        let checkup = Checkup::new(access, journal, Log::default());
        Self { keychain, looker, resender, checkup, _service: service, _folder: folder }
    }

    /// A look-up, a send, the settings or the check-up, in an order that is another one in each round.
    async fn use_in_some_way(&self, round: usize, n: usize) {
        let demo = Environment::Demo;
        match (n * 7 + round) % 10 {
            0 => self.send("RES3633019929").await,
            1 => self.send("ODR1649249709").await,
            2 => {
                let saved = self.keychain.save(demo, token("demo.token"), Keep::InKeychain).await;
                assert_eq!(saved.expect("saved"), TokenState::InKeychain);
            }
            3 => assert_eq!(self.keychain.forget(demo).await.expect("forgotten"), TokenState::Absent),
            4 => drop(self.keychain.state(demo).await.expect("an answer")),
            5 => {
                let report = self.checkup.look(HERE).await;
                let line = report.lines.iter().find(|line| line.subject == Subject::Keychain).expect("a line");
                assert_eq!(line.found, Finding::TokenInKeychain.into());
            }
            6 => drop(Keychain::of_system().state(HERE).await.expect("an answer")),
            _ => {
                let looking = self.looker.look_up(HERE, "RES3633019929", Duration::from_mins(10)).await;
                assert!(matches!(looking, LookUpResult::Seen(_)), "{looking:?}");
            }
        }
    }

    async fn send(&self, reservation: &str) {
        let request = Request {
            environment: HERE,
            default_country: Region::default(),
            draft: Draft {
                reservation,
                sms: true,
                email: false,
                phone_number: "412 34 567",
                email_address: "",
                typed_for: None,
            },
            confirmed: &[WarningKind::SentRecently, WarningKind::AlmostStored],
            held: false,
            safeguards: Safeguards { repeat_window: Duration::ZERO, undo_window: Duration::ZERO },
        };
        let reply = self.resender.resend(request).await;
        let Reply::Done(attempt) = &reply else { panic!("{reply:?}") };
        let AttemptEnd::Tried(meaning) = &attempt.end else { panic!("{attempt:?}") };
        assert_eq!(meaning.outcome, Outcome::Sent);
    }
}

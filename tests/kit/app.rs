//! The app without its window, with a token and a service that counts. No keychain is touched: the environment is Local,
//! whose token is kept only until the app closes.

use std::{path::Path, sync::Arc, time::Duration};

use resend_reservation::{
    access::Access,
    connect::{BaseUrl, Timeouts},
    domain::{Draft, Environment, Outcome, Region},
    journal::{Intent, Journal},
    keychain::{Keep, Keychain, Token},
    look_up::{LookUpResult, Looker, Snapshot},
    practice::Service,
    resend::{AttemptEnd, Clock, Reply, Request, Resender, Resolution, Safeguards, Warning, WarningKind},
};
use secrecy::SecretString;
use tempfile::TempDir;

use super::own_process::myself;

pub(crate) const KARI: &str = "RES3633019929";

pub(crate) struct TestApp {
    pub(crate) service: Arc<Service>,
    pub(crate) keychain: Arc<Keychain>,
    pub(crate) access: Arc<Access>,
    pub(crate) looker: Arc<Looker>,
    pub(crate) resender: Resender,
    pub(crate) journal: Journal,
    pub(crate) folder: Arc<TempDir>,
    pub(crate) safeguards: Safeguards,
}

impl TestApp {
    pub(crate) async fn open() -> Self {
        Self::beside(&Arc::new(Service::start().await.expect("a service"))).await
    }

    /// Another desk at the same service.
    pub(crate) async fn beside(service: &Arc<Service>) -> Self {
        Self::reaching(service, service.base_url()).await
    }

    /// One that reaches the service at another address than its own.
    pub(crate) async fn reaching(service: &Arc<Service>, at: BaseUrl) -> Self {
        Self::on(service, at, Arc::new(tempfile::tempdir().expect("a folder"))).await
    }

    /// As if the app were closed and opened again.
    pub(crate) async fn reopen(self) -> Self {
        let Self { service, folder, resender, looker, journal, .. } = self;
        drop((resender, looker, journal));
        Self::on(&service, service.base_url(), folder).await
    }

    async fn on(service: &Arc<Service>, at: BaseUrl, folder: Arc<TempDir>) -> Self {
        let keychain = Arc::new(absent_keychain());
        keychain.save(Environment::Local, token(), Keep::UntilTheAppCloses).await.expect("kept");
        let access = Arc::new(Access::new(Arc::clone(&keychain), Some(at), timeouts()));
        let journal = Journal::with_keychain(folder.path().to_owned(), Arc::clone(&keychain), Duration::MAX);
        let looker = Arc::new(Looker::new(Arc::clone(&access), journal.clone()));
        let resender = Resender::new(Arc::clone(&access), journal.clone(), Arc::clone(&looker));
        let safeguards = Safeguards::default();
        Self { service: Arc::clone(service), keychain, access, looker, resender, journal, folder, safeguards }
    }

    pub(crate) fn with_clock(self, clock: Clock) -> Self {
        Self { resender: self.resender.with_clock(clock), ..self }
    }

    pub(crate) async fn send(&self, draft: &Draft<'_>, answered: &[WarningKind]) -> Reply {
        self.resender.resend(self.request(draft, answered)).await
    }

    pub(crate) fn request<'a>(&self, draft: &Draft<'a>, answered: &'a [WarningKind]) -> Request<'a> {
        Request {
            environment: Environment::Local,
            default_country: Region::default(),
            draft: *draft,
            confirmed: answered,
            held: false,
            safeguards: self.safeguards,
        }
    }

    pub(crate) async fn look(&self, text: &str) -> LookUpResult {
        self.looker.look_up(Environment::Local, text, self.safeguards.repeat_window).await
    }

    /// What became of this send.
    pub(crate) async fn find_out(&self, send: Intent) -> Resolution {
        self.resender.find_out(Environment::Local, send, self.safeguards.repeat_window).await
    }

    pub(crate) async fn see(&self, text: &str) -> Snapshot {
        match self.look(text).await {
            LookUpResult::Seen(seen) => *seen,
            looking => panic!("not seen: {looking:?}"),
        }
    }
}

/// What stays while the app is closed.
pub(crate) struct ClosedApp {
    folder: TempDir,
    pub(crate) service: Service,
}

impl ClosedApp {
    pub(crate) async fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder"), service: Service::start().await.expect("a service") }
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }
}

pub(crate) fn absent_keychain() -> Keychain {
    Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), Duration::from_secs(1))
}

/// Where no folder can be made: within a file.
pub(crate) fn nowhere() -> Journal {
    Journal::within(myself().join("nowhere"))
}

pub(crate) fn token() -> Token {
    Token::parse(&SecretString::from("a.token")).expect("a token")
}

pub(crate) fn draft(reservation: &str) -> Draft<'_> {
    Draft { reservation, sms: true, email: false, phone_number: "412 34 567", email_address: "", typed_for: None }
}

pub(crate) fn timeouts() -> Timeouts {
    Timeouts { connect: Duration::from_millis(500), whole: Duration::from_secs(3) }
}

pub(crate) fn outcome(reply: &Reply) -> Outcome {
    let Reply::Done(attempt) = reply else { panic!("not done: {reply:?}") };
    let AttemptEnd::Tried(meaning) = &attempt.end else { panic!("not tried: {attempt:?}") };
    meaning.outcome.clone()
}

/// By which name the journal knows it.
pub(crate) fn intent(reply: &Reply) -> Intent {
    let Reply::Done(attempt) = reply else { panic!("not done: {reply:?}") };
    attempt.intent.expect("it was written down")
}

pub(crate) fn asked(reply: &Reply) -> Option<&Warning> {
    match reply {
        Reply::Ask(oddity) => Some(oddity),
        _ => None,
    }
}

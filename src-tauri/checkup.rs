//! The check-up, "Is everything working?": what a send needs, tried one by one. Nothing is sent to anybody.
//!
//! Each check stands for itself and has its own time-out: what one finds does not hide the others. A check that cannot
//! be made says why, and is neither well nor wrong.

mod finding;
mod keychain;
mod reach;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use serde::Serialize;
use tokio::{join, time::timeout};

use crate::{
    access::Access,
    connect::{Reached, ReadFailure, TokenCheck, Unreachable},
    domain::{Environment, NotSent, Timestamp, Unknown},
    journal::{Journal, JournalError, JournalLoss},
    keychain::Token,
    log::{Area, Log},
    platform,
    policy::Managed,
};
pub use finding::{Finding, Found, Line, State, Subject};

/// The check-up of what the app works with.
#[derive(Debug)]
pub struct Checkup {
    access: Arc<Access>,
    journal: Journal,
    log: Log,
    policy: Finding,
    timeouts: Timeouts,
}

/// The timeouts: how long each check may take.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// A person may have to unlock it.
    pub keychain: Duration,
    /// Twice: for the way to the service, and for the token.
    pub network: Duration,
    pub journal: Duration,
}

/// The report of a check-up. No secret and nobody's contact is in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "CheckUp"))]
pub struct Report {
    /// Nothing is wrong, nothing is worth a look, and everything could be looked at or need not be.
    pub all_well: bool,
    pub lines: Vec<Line>,
    pub version: &'static str,
    /// Such as `linux x86_64, Debian GNU/Linux 12 (bookworm)`.
    pub system: String,
    pub environment: Environment,
    /// When it was looked at.
    pub at: Timestamp,
    /// The newest lines of the log.
    pub log: Vec<String>,
}

const LINES_OF_LOG: usize = 60;

impl Default for Timeouts {
    fn default() -> Self {
        let seconds = Duration::from_secs;
        Self { keychain: seconds(30), network: seconds(12), journal: seconds(10) }
    }
}

impl Checkup {
    /// Makes a check-up of the parts that a send works with.
    pub fn new(access: Arc<Access>, journal: Journal, log: Log) -> Self {
        Self { access, journal, log, policy: Finding::NoPolicy, timeouts: Timeouts::default() }
    }

    /// Adds what the administrator decided.
    #[must_use]
    pub fn under(self, managed: &Managed) -> Self {
        Self { policy: Finding::of_policy(managed), ..self }
    }

    #[must_use]
    pub fn with_timeouts(self, timeouts: Timeouts) -> Self {
        Self { timeouts, ..self }
    }

    pub async fn look(&self, environment: Environment) -> Report {
        let at = Timestamp::now();
        let ((reached, way), ([keychain, token], checked), journal) = join!(
            timed(self.probe(environment)),
            self.keychain_and_token(environment),
            timed(self.journal(environment))
        );
        let [network, secure, clock] = reach::lines(environment, &reached, way);
        let token = match checked {
            Some(check) => token.that(reach::token(check, &reached)),
            None => token,
        };
        let journal = Line::new(Subject::Journal, journal.0, journal.1);
        let version = Line::new(Subject::Version, Finding::Version, Duration::ZERO);
        let policy = Line::new(Subject::Policy, self.policy, Duration::ZERO);
        let lines = vec![keychain, network, secure, clock, token, journal, version, policy];
        Report {
            all_well: lines.iter().all(|line| line.state == State::Well),
            lines,
            version: env!("CARGO_PKG_VERSION"),
            system: platform::describe(),
            environment,
            at,
            log: self.log.last(LINES_OF_LOG),
        }
    }

    async fn probe(&self, environment: Environment) -> Result<Reached, Unreachable> {
        let probe = async {
            let client = self.access.client(environment).await.map_err(|error| match NotSent::from(&error) {
                NotSent::NoCertificates => Unreachable::NoCertificates,
                _ => Unreachable::NotStarted,
            })?;
            client.probe().await
        };
        // What comes to no connection says so sooner, by itself.
        timeout(self.timeouts.network, probe).await.unwrap_or(Err(Unreachable::NoAnswer))
    }

    /// Checks the keychain, then the token: without the keychain there is no token to try.
    async fn keychain_and_token(&self, environment: Environment) -> ([Line; 2], Option<TokenCheck>) {
        let (looked, took) = timed(keychain::look(self.access.keychain(), environment, self.timeouts.keychain)).await;
        let keychain = Line::new(Subject::Keychain, keychain::found(environment, &looked), took);
        if let Err(error) = &looked {
            self.log.failed(Area::Keychain, error);
        }
        if environment == Environment::Practice {
            let token = Line::new(Subject::Token, Finding::NoTokenNeeded, Duration::ZERO);
            return ([keychain, token], None);
        }
        let Ok(Some((token, _))) = looked else {
            let token = Line::new(Subject::Token, Finding::NoTokenToTry, Duration::ZERO);
            return ([keychain, token], None);
        };
        let (check, took) = timed(self.try_token(environment, &token)).await;
        ([keychain, Line::new(Subject::Token, Finding::TokenAccepted, took)], Some(check))
    }

    async fn try_token(&self, environment: Environment, token: &Token) -> TokenCheck {
        let check = async { self.access.open_with(environment, token.as_secret().clone()).await.check_token().await };
        timeout(self.timeouts.network, check).await.unwrap_or(Err(ReadFailure::Unclear(Unknown::NoAnswer)))
    }

    async fn journal(&self, environment: Environment) -> Finding {
        let tried = timeout(self.timeouts.journal, self.journal.probe_write()).await;
        if let Ok(Err(error)) = &tried {
            self.log.failed(Area::Journal, error);
        }
        match tried {
            Ok(Ok(None)) => Finding::JournalWell,
            Ok(Ok(Some(JournalLoss::Damaged)) | Err(JournalError::Lost(JournalLoss::Damaged))) => {
                Finding::JournalPutAside
            }
            Ok(Ok(Some(JournalLoss::Removed)) | Err(JournalError::Lost(JournalLoss::Removed))) => {
                Finding::JournalRemoved
            }
            Ok(Err(_)) | Err(_) if environment == Environment::Practice => Finding::JournalNotNeeded,
            Ok(Err(JournalError::Newer { .. })) => Finding::JournalNewer,
            Ok(Err(JournalError::NoLocks(_))) => Finding::JournalNoLocks,
            Ok(Err(_)) | Err(_) => Finding::JournalNotWritten,
        }
    }
}

/// Runs a future, and returns how long it took as well.
async fn timed<T>(work: impl Future<Output = T>) -> (T, Duration) {
    let begun = Instant::now();
    let done = work.await;
    (done, begun.elapsed())
}

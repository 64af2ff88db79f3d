//! "Is everything working?": each check by itself, against the embedded service, raw servers, a network of its own with TLS, and
//! real keychains.

mod journal;
#[cfg(target_os = "linux")]
mod keychains;
mod network;
mod reach;
mod tunnel;

use std::{path::Path, sync::Arc, time::Duration};

use resend_reservation::{
    access::Access,
    checkup::{Checkup, Finding, Found, Report, State, Subject, Timeouts},
    connect::{self, BaseUrl},
    domain::Environment,
    failure::CheckCode,
    journal::Journal,
    keychain::{Keep, Keychain, Token},
    log::Log,
};
use secrecy::SecretString;
use tempfile::TempDir;

pub(crate) const TOKEN: &str = "a.token.of.the.checkup";
const CALLS: connect::Timeouts =
    connect::Timeouts { connect: Duration::from_millis(1500), whole: Duration::from_secs(5) };

/// What a check-up looks at: a keychain that is absent with a token kept for now, and a journal that can be written.
pub(crate) struct Place {
    pub(crate) access: Arc<Access>,
    base: Option<BaseUrl>,
    pub(crate) journal: Journal,
    pub(crate) timeouts: Timeouts,
    _folder: TempDir,
}

impl Place {
    pub(crate) async fn at(base: Option<BaseUrl>) -> Self {
        let keychain = Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), Duration::from_secs(1));
        for environment in [Environment::Local, Environment::Production] {
            let token = Token::parse(&SecretString::from(TOKEN)).expect("a token");
            keychain.save(environment, token, Keep::UntilTheAppCloses).await.expect("kept");
        }
        let folder = tempfile::tempdir().expect("a folder");
        Self {
            access: Arc::new(Access::new(keychain, base.clone(), CALLS)),
            base,
            journal: Journal::within(folder.path().to_owned()),
            timeouts: Timeouts::default(),
            _folder: folder,
        }
    }

    #[cfg(target_os = "linux")]
    pub(crate) fn with_keychain(self, keychain: Keychain) -> Self {
        Self { access: Arc::new(Access::new(keychain, self.base.clone(), CALLS)), ..self }
    }

    pub(crate) fn with_journal_in(self, folder: &Path) -> Self {
        Self { journal: Journal::within(folder.to_owned()), ..self }
    }

    pub(crate) fn with_log(self, log: &Log) -> Self {
        let access = Arc::into_inner(self.access).expect("nobody else's").with_log(log.clone());
        Self { access: Arc::new(access), ..self }
    }

    pub(crate) fn with_timeouts(self, timeouts: Timeouts) -> Self {
        Self { timeouts, ..self }
    }

    pub(crate) async fn look(&self, environment: Environment) -> Report {
        let checkup = Checkup::new(Arc::clone(&self.access), self.journal.clone(), Log::default());
        checkup.with_timeouts(self.timeouts).look(environment).await
    }
}

pub(crate) fn found(report: &Report, subject: Subject) -> Found {
    let mut lines = report.lines.iter().filter(|line| line.subject == subject);
    let line = lines.next().unwrap_or_else(|| panic!("no line about {subject:?}"));
    assert!(lines.next().is_none(), "two lines about {subject:?}");
    line.found
}

pub(crate) fn assert_found<F: Into<Found>>(report: &Report, expected: impl IntoIterator<Item = (Subject, F)>) {
    for (subject, expected) in expected {
        assert_eq!(found(report, subject), expected.into(), "{subject:?}");
    }
}

pub(crate) fn state(report: &Report, subject: Subject) -> State {
    report.lines.iter().find(|line| line.subject == subject).expect("a line").state
}

pub(crate) fn wrong(code: CheckCode) -> Found {
    Found::Wrong { code }
}

pub(crate) fn is(finding: Finding) -> Found {
    finding.into()
}

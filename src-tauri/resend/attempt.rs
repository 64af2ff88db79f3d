use std::time::Duration;

use crate::{
    access::NoAccess,
    connect::Meaning,
    domain::{Resend, Timestamp},
    journal::{Intent, JournalError},
    log::{Area, Entry, Log},
};

/// One attempt at a send, and how it ended.
#[derive(Debug)]
pub struct Attempt {
    /// New for every send.
    pub number: u32,
    /// Its name in the journal, where it was written down.
    pub intent: Option<Intent>,
    pub resend: Resend,
    /// The name of the one that is paid, where it was looked up.
    pub merchant: Option<String>,
    pub end: AttemptEnd,
    /// When it began to leave, by this computer's clock: just before it was written down. Where it was not tried, `at`.
    pub begun: Timestamp,
    /// When its outcome was known.
    pub at: Timestamp,
}

/// The result of an attempt: an answer, or the reason why it was not tried.
#[derive(Debug)]
pub enum AttemptEnd {
    /// It went to the service, or as far as it came on the way there.
    Tried(Meaning),
    /// There was no token to send it with, so nothing was sent.
    NoAccess(NoAccess),
    /// It could not be written down first, so nothing was sent: a crash would have hidden it.
    NoRecord(JournalError),
    /// Nobody knows what the administrator decided, so nothing was sent.
    PolicyWrong,
}

impl Attempt {
    /// Logs one line for each send: its outcome, and never whom it was for.
    pub(super) fn log(&self, log: &Log, took: Duration) {
        let (attempt, environment) = (self.number, self.resend.environment);
        let stayed = |area| log.write(&Entry::Stayed { attempt, environment, area, took });
        match &self.end {
            AttemptEnd::Tried(Meaning { outcome, status, .. }) => {
                let status = status.map(|status| status.as_u16());
                log.write(&Entry::Sent { attempt, environment, outcome, status, took });
            }
            AttemptEnd::NoAccess(reason) => {
                reason.log(log);
                stayed(Area::Keychain);
            }
            AttemptEnd::NoRecord(error) => {
                log.failed(Area::Journal, error);
                stayed(Area::Journal);
            }
            AttemptEnd::PolicyWrong => stayed(Area::Policy),
        }
    }
}

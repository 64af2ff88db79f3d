//! The use case: check what was typed, ask what must be asked, hold the lock, send once, remember.

mod guard;
mod records;
mod services;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::SystemTime,
};

use serde::{Deserialize, Serialize};

use crate::{
    connect::{Meaning, TokenCheck},
    domain::{Draft, DraftProblem, Environment, NotSent, Outcome, Recipient, Region, ReservationId},
    keychain::{Keychain, KeychainError, Token},
    practice,
};
use guard::{Guard, Stop};
use records::{InTheWay, Recorded};
pub use records::{Records, RecordsError};
use services::ServiceError;
pub use services::Services;

/// Sends payment links again, each time for one decision of a person.
#[derive(Debug)]
pub struct Resender {
    keychain: Arc<Keychain>,
    services: Arc<Services>,
    records: Arc<Records>,
    guard: Guard,
    attempts: AtomicU32,
}

/// Asked before a send that is odd. The send that follows carries which were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    /// An earlier send of this reservation has an unknown outcome.
    EarlierUnknown,
    /// The id's prefix is not one we know.
    UnfamiliarPrefix,
}

/// What one call came to.
#[derive(Debug)]
pub enum Resending {
    /// The send was decided; this is what became of it.
    Done(Box<Attempt>),
    /// Something typed needs mending first: everything that was wrong, at once. Nothing has left.
    Mend(Vec<DraftProblem>),
    /// A person has to decide first. Nothing has left.
    Ask(Question),
    /// The same reservation is being sent at this moment. This call sent nothing.
    Busy,
}

#[derive(Debug)]
pub struct Attempt {
    /// New for every send.
    pub number: u32,
    pub reservation: ReservationId,
    pub recipient: Recipient,
    pub ending: Ending,
    pub at: SystemTime,
}

#[derive(Debug)]
pub enum Ending {
    /// It went to the service, or as far as it came on the way there.
    Tried(Meaning),
    /// There was no token to send it with, so nothing was sent.
    NoToken(Option<KeychainError>),
    /// It could not be written down first, so nothing was sent: a crash would have hidden it.
    NoRecord(RecordsError),
}

/// What the harmless read said, or why it was not made.
#[derive(Debug)]
pub enum ConnectionCheck {
    Made(TokenCheck),
    NoToken(Option<KeychainError>),
}

impl Resender {
    /// Each part may be shared, as with the look before a send.
    pub fn new(
        keychain: impl Into<Arc<Keychain>>,
        services: impl Into<Arc<Services>>,
        records: impl Into<Arc<Records>>,
    ) -> Self {
        Self {
            keychain: keychain.into(),
            services: services.into(),
            records: records.into(),
            guard: Guard::default(),
            attempts: AtomicU32::new(0),
        }
    }

    /// A send is under way, and its outcome not yet known.
    pub fn is_sending(&self) -> bool {
        self.guard.is_sending()
    }

    pub fn keychain(&self) -> &Keychain {
        &self.keychain
    }

    pub async fn resend(
        &self,
        environment: Environment,
        default_country: Region,
        draft: &Draft<'_>,
        answered: &[Question],
    ) -> Resending {
        let (reservation, recipient) = match draft.check(default_country) {
            Ok(checked) => checked,
            Err(problems) => return Resending::Mend(problems),
        };
        if reservation.is_unfamiliar() && !answered.contains(&Question::UnfamiliarPrefix) {
            return Resending::Ask(Question::UnfamiliarPrefix);
        }
        let again_after_unknown = answered.contains(&Question::EarlierUnknown);
        let pass = match self.guard.enter(environment, &reservation, again_after_unknown) {
            Ok(pass) => pass,
            Err(Stop::Busy) => return Resending::Busy,
            Err(Stop::EarlierUnknown) => return Resending::Ask(Question::EarlierUnknown),
        };
        let ending = match self.token(environment).await {
            Err(reason) => Ending::NoToken(reason),
            Ok(token) => match self.write_down(environment, &reservation, &recipient, again_after_unknown).await {
                Err(error) => Ending::NoRecord(error),
                Ok(Err(InTheWay::Busy)) => return Resending::Busy,
                Ok(Err(InTheWay::EarlierUnknown)) => return Resending::Ask(Question::EarlierUnknown),
                Ok(Ok(recorded)) => {
                    pass.is_leaving();
                    let meaning = self.send(environment, &token, &reservation, &recipient).await;
                    pass.has_come_back(&meaning.outcome);
                    if let Some(recorded) = recorded {
                        recorded.settle(&meaning.outcome).await;
                    }
                    Ending::Tried(meaning)
                }
            },
        };
        let number = self.attempts.fetch_add(1, Ordering::Relaxed) + 1;
        Resending::Done(Box::new(Attempt { number, reservation, recipient, ending, at: SystemTime::now() }))
    }

    /// Tells a working token from a refused one and from no network. Sends nothing to anybody.
    pub async fn check_connection(&self, environment: Environment) -> ConnectionCheck {
        let token = match self.token(environment).await {
            Ok(token) => token,
            Err(reason) => return ConnectionCheck::NoToken(reason),
        };
        ConnectionCheck::Made(match self.services.client(environment).await {
            Ok(client) => client.check_token(token.as_secret()).await,
            Err(_) => TokenCheck::Fails(NotSent::NotStarted),
        })
    }

    /// The intent, on disk. Practice goes on without a record: it sends nothing that could be sent twice.
    async fn write_down(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        recipient: &Recipient,
        again_after_unknown: bool,
    ) -> Result<Result<Option<Recorded>, InTheWay>, RecordsError> {
        match self.records.intend(environment, reservation, recipient, again_after_unknown).await {
            Ok(written) => Ok(written.map(Some)),
            Err(_) if environment == Environment::Practice => Ok(Ok(None)),
            Err(error) => Err(error),
        }
    }

    async fn send(
        &self,
        environment: Environment,
        token: &Token,
        reservation: &ReservationId,
        recipient: &Recipient,
    ) -> Meaning {
        match self.services.client(environment).await {
            Ok(client) => client.resend(token.as_secret(), reservation, recipient).await,
            Err(ServiceError::Client(_) | ServiceError::Practice(_) | ServiceError::NoLocal) => {
                Meaning { outcome: Outcome::NotSent(NotSent::NotStarted), sentences: Vec::new(), status: None }
            }
        }
    }

    async fn token(&self, environment: Environment) -> Result<Token, Option<KeychainError>> {
        if environment == Environment::Practice {
            return Token::parse(&practice::TOKEN.into()).map_err(|_| None);
        }
        self.keychain.load(environment).await.map_err(Some)?.ok_or(None)
    }
}

//! The use case: check what was typed, ask what must be asked, hold the lock, send once, remember.

mod account;
mod clock;
mod finding;
mod guard;
mod holding;
mod neighbour;
mod oddity;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant, SystemTime},
};

use crate::{
    connect::{Meaning, TokenCheck},
    domain::{Draft, DraftProblem, Environment, NotSent, Outcome, Recipient, Region, ReservationId},
    journal::{Intent, Obstacle},
    keychain::{Keychain, KeychainError, Token},
    log::{Area, Log},
    look_up::Looker,
    records::{Proposal, Recorded, Records, RecordsError},
    services::Services,
};
pub use clock::{Clock, Now};
pub use finding::Found;
use guard::{Guard, Stop};
use holding::{Holding, Wait};
pub use oddity::{Matter, Oddity, Question};

/// Sends payment links again, each time for one decision of a person.
#[derive(Debug)]
pub struct Resender {
    keychain: Arc<Keychain>,
    services: Arc<Services>,
    records: Records,
    looker: Arc<Looker>,
    guard: Guard,
    holding: Holding,
    attempts: AtomicU32,
    clock: Clock,
    log: Log,
    /// The administrator's policy cannot be read: nothing goes to customers.
    production_is_stopped: bool,
}

/// What a person asks for, and what they have decided about it.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub environment: Environment,
    pub default_country: Region,
    pub draft: Draft<'a>,
    /// The questions that were answered with "send anyway".
    pub answered: &'a [Question],
    /// The time in which it could be stopped has run out.
    pub held: bool,
    pub caution: Caution,
}

/// How careful to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Caution {
    /// For how long a send of the same to the same is asked about.
    pub quiet: Duration,
    /// How long a send can be stopped before it leaves.
    pub hold: Duration,
}

impl Default for Caution {
    fn default() -> Self {
        Self { quiet: Duration::from_mins(10), hold: Duration::ZERO }
    }
}

/// What one call came to.
#[derive(Debug)]
pub enum Resending {
    /// The send was decided; this is what became of it.
    Done(Box<Attempt>),
    /// Something typed needs mending first: everything that was wrong, at once. Nothing has left.
    Mend(Vec<DraftProblem>),
    /// A person has to decide first. Nothing has left.
    Ask(Oddity),
    /// It leaves when it is asked for again after this time. Nothing has left.
    Hold(Duration),
    /// The time in which it could be stopped ended long ago, and nobody watched: it is stopped. Nothing has left.
    TooLate,
    /// The same reservation is being sent at this moment. This call sent nothing.
    Busy,
}

#[derive(Debug)]
pub struct Attempt {
    /// New for every send.
    pub number: u32,
    /// Its name in the journal, where it was written down.
    pub intent: Option<Intent>,
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
    /// Nobody knows what the administrator decided, so nothing was sent.
    PolicyWrong,
}

/// What the harmless read said, or why it was not made.
#[derive(Debug)]
pub enum ConnectionCheck {
    Made(TokenCheck),
    NoToken(Option<KeychainError>),
}

impl Resender {
    /// Each part may be shared, as with the look before a send: its connection is then open already.
    pub fn new(
        keychain: impl Into<Arc<Keychain>>,
        services: impl Into<Arc<Services>>,
        records: Records,
        looker: impl Into<Arc<Looker>>,
    ) -> Self {
        Self {
            keychain: keychain.into(),
            services: services.into(),
            records,
            looker: looker.into(),
            guard: Guard::default(),
            holding: Holding::default(),
            attempts: AtomicU32::new(0),
            clock: Clock::default(),
            log: Log::default(),
            production_is_stopped: false,
        }
    }

    #[must_use]
    pub fn with_log(self, log: Log) -> Self {
        Self { log, ..self }
    }

    #[must_use]
    pub fn with_clock(self, clock: Clock) -> Self {
        Self { clock, ..self }
    }

    /// From here on nothing goes to customers, whoever asks.
    #[must_use]
    pub fn stopping_production(self) -> Self {
        Self { production_is_stopped: true, ..self }
    }

    /// A send is under way, and its outcome not yet known.
    pub fn is_sending(&self) -> bool {
        self.guard.is_sending(self.clock.now().steady)
    }

    pub fn keychain(&self) -> &Keychain {
        &self.keychain
    }

    pub async fn resend(&self, request: Request<'_>) -> Resending {
        let (environment, begun) = (request.environment, Instant::now());
        let resending = self.decide(request).await;
        if let Resending::Done(attempt) = &resending {
            account::tell(&self.log, environment, attempt, begun.elapsed());
        }
        resending
    }

    async fn decide(&self, request: Request<'_>) -> Resending {
        let Request { environment, draft, answered, .. } = request;
        let (reservation, recipient) = match draft.check(request.default_country) {
            Ok(checked) => checked,
            Err(problems) => return Resending::Mend(problems),
        };
        if self.production_is_stopped && environment == Environment::Production {
            return self.done(reservation, recipient, Ending::PolicyWrong);
        }
        if let Some(oddity) = self.oddity(&request, &reservation, &recipient) {
            return Resending::Ask(oddity);
        }
        let again_after_unknown = answered.contains(&Question::EarlierUnknown);
        let pass = match self.guard.enter(environment, &reservation, &recipient, again_after_unknown) {
            Ok(pass) => pass,
            Err(Stop::Busy) => return Resending::Busy,
            Err(Stop::EarlierUnknown) => return Resending::Ask(Oddity::EarlierUnknown),
        };
        let token = match self.token(environment).await {
            Ok(token) => token,
            Err(reason) => return self.done(reservation, recipient, Ending::NoToken(reason)),
        };
        let quiet = Some(request.caution.quiet).filter(|quiet| !quiet.is_zero());
        let quiet = quiet.filter(|_| !answered.contains(&Question::SentRecently));
        // Who repeats an unknown send knows of that one, and not of another that is known to have gone the same way.
        let asked_about = quiet.filter(|_| !again_after_unknown);
        let proposal = Proposal { environment, reservation, recipient, again_after_unknown, quiet: asked_about };
        if again_after_unknown
            && let Some(quiet) = quiet
            && let Ok(Some(at)) = self.records.sent_recently(&proposal, quiet).await
        {
            return Resending::Ask(Oddity::sent_from_here(at));
        }
        let foreseen = self.records.foresee(&proposal).await;
        // With all questions asked, and before anything is written down.
        if let Ok(None) = foreseen {
            match self.holding.wait(&proposal, request.held, request.caution.hold, self.clock.now()) {
                Wait::Over => {}
                Wait::Left(left) => return Resending::Hold(left),
                Wait::TooLate => return Resending::TooLate,
            }
        }
        let written = match foreseen {
            Ok(Some(obstacle)) => Ok(Err(obstacle)),
            Ok(None) => self.records.intend(&proposal).await,
            Err(error) => Err(error),
        };
        let recorded = match written {
            Ok(Ok(recorded)) => Some(recorded),
            Ok(Err(obstacle)) => return obstacle.into(),
            // Practice goes on without a record: it sends nothing that could be sent twice.
            Err(_) if environment == Environment::Practice => None,
            Err(error) => return self.done(proposal.reservation, proposal.recipient, Ending::NoRecord(error)),
        };
        let intent = recorded.as_ref().map(Recorded::intent);
        pass.is_leaving();
        let meaning = self.send(&token, &proposal).await;
        pass.has_come_back(&meaning.outcome);
        if let Some(recorded) = recorded {
            let settled = recorded.settle(&meaning.outcome, meaning.status.map(|status| status.as_u16())).await;
            let _ = settled.inspect_err(|error| self.log.failed(Area::Journal, error));
        }
        self.ended(intent, proposal.reservation, proposal.recipient, Ending::Tried(meaning))
    }

    fn oddity(&self, request: &Request<'_>, reservation: &ReservationId, recipient: &Recipient) -> Option<Oddity> {
        let sight = self.looker.sight(request.environment, reservation);
        let matter = Matter {
            environment: request.environment,
            draft: &request.draft,
            reservation,
            recipient,
            sight: sight.as_ref(),
            quiet: request.caution.quiet,
        };
        matter.oddity(request.answered)
    }

    /// Nothing of it was written down.
    fn done(&self, reservation: ReservationId, recipient: Recipient, ending: Ending) -> Resending {
        self.ended(None, reservation, recipient, ending)
    }

    fn ended(
        &self,
        intent: Option<Intent>,
        reservation: ReservationId,
        recipient: Recipient,
        ending: Ending,
    ) -> Resending {
        let number = self.attempts.fetch_add(1, Ordering::Relaxed) + 1;
        let at = SystemTime::now();
        Resending::Done(Box::new(Attempt { number, intent, reservation, recipient, ending, at }))
    }

    /// Tells a working token from a refused one and from no network. Sends nothing to anybody.
    pub async fn check_connection(&self, environment: Environment) -> ConnectionCheck {
        let token = match self.token(environment).await {
            Ok(token) => token,
            Err(reason) => {
                let _ = reason.as_ref().inspect(|error| self.log.failed(Area::Keychain, *error));
                return ConnectionCheck::NoToken(reason);
            }
        };
        ConnectionCheck::Made(match self.services.client(environment).await {
            Ok(client) => client.check_token(token.as_secret()).await,
            Err(error) => TokenCheck::Fails(NotSent::from(&error)),
        })
    }

    async fn send(&self, token: &Token, proposal: &Proposal) -> Meaning {
        match self.services.client(proposal.environment).await {
            Ok(client) => client.resend(token.as_secret(), &proposal.reservation, &proposal.recipient).await,
            Err(error) => {
                Meaning { outcome: Outcome::NotSent(NotSent::from(&error)), sentences: Vec::new(), status: None }
            }
        }
    }

    async fn token(&self, environment: Environment) -> Result<Token, Option<KeychainError>> {
        if environment == Environment::Practice {
            // Where it could not start, the send that follows says so.
            let token = self.services.practice_token().await.map_err(|_| None)?;
            return Token::parse(&token).map_err(|_| None);
        }
        self.keychain.load(environment).await.map_err(Some)?.ok_or(None)
    }
}

impl From<Obstacle> for Resending {
    fn from(obstacle: Obstacle) -> Self {
        match obstacle {
            Obstacle::Busy => Self::Busy,
            Obstacle::EarlierUnknown => Self::Ask(Oddity::EarlierUnknown),
            Obstacle::SentRecently(at) => Self::Ask(Oddity::sent_from_here(at)),
        }
    }
}

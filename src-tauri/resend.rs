//! The resend, the app's use case: check what was typed, ask what must be asked, send once, remember.

mod attempt;
mod in_flight;
mod preflight;
mod resolve;
mod typo;
mod undo_window;
mod warning;

use std::{
    sync::{
        Arc,
        atomic::{AtomicU32, Ordering},
    },
    time::Duration,
};

pub use crate::clock::{Clock, Now};
use crate::{
    access::{Access, Connection, Prompt},
    domain::{Draft, DraftProblem, Environment, Region, Resend, Timestamp},
    journal::{Conflict, Journal, RecordedIntent},
    log::{Area, Log},
    look_up::{Looker, RecentLookUp},
};
pub use attempt::{Attempt, AttemptEnd};
use in_flight::{InFlight, Permit};
pub use resolve::Resolution;
use undo_window::{UndoWindow, Wait};
pub use warning::{Warning, WarningKind};

/// The use case of sending payment links again, each time for one decision of a person.
#[derive(Debug)]
pub struct Resender {
    access: Arc<Access>,
    journal: Journal,
    looker: Arc<Looker>,
    in_flight: InFlight,
    undo_window: UndoWindow,
    attempts: AtomicU32,
    clock: Clock,
    log: Log,
    /// The administrator's policy cannot be read: nothing goes to customers.
    production_is_stopped: bool,
}

/// A request from the form, with what the person has decided about it.
#[derive(Clone, Copy, Debug)]
pub struct Request<'a> {
    pub environment: Environment,
    pub default_country: Region,
    pub draft: Draft<'a>,
    /// The warnings that were answered with "send anyway".
    pub confirmed: &'a [WarningKind],
    /// The time in which it could be stopped has run out.
    pub held: bool,
    pub safeguards: Safeguards,
}

/// The settings that guard a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Safeguards {
    /// For how long a send of the same to the same is asked about. Zero: never.
    pub repeat_window: Duration,
    /// How long a send can be stopped before it leaves.
    pub undo_window: Duration,
}

impl Default for Safeguards {
    fn default() -> Self {
        Self { repeat_window: Duration::from_mins(10), undo_window: Duration::ZERO }
    }
}

/// The reply to one request: what came of it, or why nothing has left.
#[derive(Debug)]
pub enum Reply {
    /// The send was decided; this is what became of it.
    Done(Box<Attempt>),
    /// Something typed needs mending first: everything that was wrong, at once. Nothing has left.
    Mend(Vec<DraftProblem>),
    /// A person has to decide first. Nothing has left.
    Ask(Warning),
    /// It leaves when it is asked for again after this time. Nothing has left.
    Hold(Duration),
    /// The time in which it could be stopped ended long ago, and nobody watched: it is stopped. Nothing has left.
    TooLate,
    /// The same reservation is being sent at this moment. This call sent nothing.
    Busy,
}

/// The reason why a send was not attempted. Nothing has left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The same reservation is being sent at this moment.
    Busy,
    /// It came up since the preflight.
    Warning(Warning),
}

impl Resender {
    /// Makes a resender. Each part may be shared, as with the look-up before a send: its connection is then open
    /// already.
    pub fn new(access: impl Into<Arc<Access>>, journal: Journal, looker: impl Into<Arc<Looker>>) -> Self {
        Self {
            access: access.into(),
            journal,
            looker: looker.into(),
            in_flight: InFlight::default(),
            undo_window: UndoWindow::default(),
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

    /// Stops production: from here on nothing goes to customers, whoever asks.
    #[must_use]
    pub fn stopping_production(self) -> Self {
        Self { production_is_stopped: true, ..self }
    }

    /// Whether a send is under way, and its outcome not yet known.
    pub fn is_sending(&self) -> bool {
        self.in_flight.is_sending(self.clock.now().steady)
    }

    /// Sends what the form holds, unless something is to be mended, asked or waited for first.
    pub async fn resend(&self, request: Request<'_>) -> Reply {
        match self.attempt(request).await {
            Ok(attempt) => Reply::Done(Box::new(attempt)),
            Err(reply) => reply,
        }
    }

    async fn attempt(&self, request: Request<'_>) -> Result<Attempt, Reply> {
        let Request { environment, draft, confirmed, safeguards, .. } = request;
        let resend = draft.check(environment, request.default_country).map_err(Reply::Mend)?;
        // From here on a second press is *busy*, and not a second question.
        let permit = self.in_flight.permit(&resend).ok_or(Reply::Busy)?;
        if self.is_stopped(environment) {
            return Ok(self.ended(&permit, AttemptEnd::PolicyWrong));
        }
        let looked_up = self.looker.recent(environment, &resend.reservation);
        let judged = self.preflight(&resend, &draft, looked_up.as_ref(), safeguards.repeat_window).await;
        let warning = judged.iter().flatten().find(|warning| !warning.is_confirmed(confirmed)).cloned();
        if let Some(warning) = warning.clone().filter(|warning| !warning.is_about_a_send_from_here()) {
            return Err(Reply::Ask(warning));
        }
        let connection = match self.access.open(environment, Prompt::MayAsk).await {
            Ok(connection) => connection,
            // Who cannot send at all need not decide whether to send it once more.
            Err(reason) => return Ok(self.ended(&permit, AttemptEnd::NoAccess(reason))),
        };
        if let Some(warning) = warning {
            return Err(Reply::Ask(warning));
        }
        if let Err(error) = judged {
            self.journal.mark_told(&error);
            return Ok(self.ended(&permit, AttemptEnd::NoRecord(error)));
        }
        match self.undo_window.wait(&resend, request.held, safeguards.undo_window, self.clock.now()) {
            Wait::Over => Ok(self.send_with(&connection, &permit, confirmed, safeguards.repeat_window).await?),
            Wait::Left(left) => Err(Reply::Hold(left)),
            Wait::TooLate => Err(Reply::TooLate),
        }
    }

    /// Sends one link once: the permit, the access, the intent in the journal, one POST, the outcome in the journal.
    /// What comes up between a preflight and this is refused here, unless a person has confirmed it.
    pub async fn send(
        &self,
        resend: &Resend,
        confirmed: &[WarningKind],
        repeat_window: Duration,
    ) -> Result<Attempt, Refusal> {
        let permit = self.in_flight.permit(resend).ok_or(Refusal::Busy)?;
        if self.is_stopped(resend.environment) {
            return Ok(self.ended(&permit, AttemptEnd::PolicyWrong));
        }
        match self.access.open(resend.environment, Prompt::MayAsk).await {
            Ok(connection) => self.send_with(&connection, &permit, confirmed, repeat_window).await,
            Err(reason) => Ok(self.ended(&permit, AttemptEnd::NoAccess(reason))),
        }
    }

    async fn send_with(
        &self,
        connection: &Connection,
        permit: &Permit<'_>,
        confirmed: &[WarningKind],
        repeat_window: Duration,
    ) -> Result<Attempt, Refusal> {
        let resend = permit.resend();
        let again_after_unknown = confirmed.contains(&WarningKind::EarlierUnknown);
        if self.in_flight.has_unknown(resend) && !again_after_unknown {
            return Err(Refusal::Warning(Warning::EarlierUnknown));
        }
        // What a colleague sent is another question, and no answer to it speaks of ours.
        let is_repeat = confirmed.contains(&WarningKind::SentRecently);
        let repeat_window = if is_repeat { Duration::ZERO } else { repeat_window };
        let begun = Timestamp::now();
        let recorded = match self.journal.begin(resend, again_after_unknown, repeat_window).await {
            Ok(Ok(recorded)) => Some(recorded),
            Ok(Err(conflict)) => return Err(conflict.into()),
            // Practice goes on without a record: it sends nothing that could be sent twice.
            Err(_) if resend.environment == Environment::Practice => None,
            Err(error) => return Ok(self.ended(permit, AttemptEnd::NoRecord(error))),
        };
        let intent = recorded.as_ref().map(RecordedIntent::intent);
        permit.mark_in_flight();
        let meaning = connection.resend(&resend.reservation, &resend.recipient).await;
        permit.record_outcome(&meaning.outcome);
        if let Some(recorded) = recorded {
            let finished = recorded.finish(&meaning.outcome, meaning.status.map(|status| status.as_u16())).await;
            let _ = finished.inspect_err(|error| self.log.failed(Area::Journal, error));
        }
        Ok(Attempt { intent, begun, ..self.ended(permit, AttemptEnd::Tried(meaning)) })
    }

    fn ended(&self, permit: &Permit<'_>, end: AttemptEnd) -> Attempt {
        let number = self.attempts.fetch_add(1, Ordering::Relaxed) + 1;
        let resend = permit.resend().clone();
        let merchant = self.merchant(&resend);
        let at = Timestamp::now();
        let attempt = Attempt { number, intent: None, resend, merchant, end, begun: at, at };
        attempt.log(&self.log, permit.held_for());
        attempt
    }

    /// Returns whom the customer pays, as far as a look-up told it.
    fn merchant(&self, resend: &Resend) -> Option<String> {
        match self.looker.recent(resend.environment, &resend.reservation)?.0 {
            RecentLookUp::Seen(seen) => seen.details.merchant,
            RecentLookUp::NotFound => None,
        }
    }

    fn is_stopped(&self, environment: Environment) -> bool {
        self.production_is_stopped && environment == Environment::Production
    }
}

impl From<Conflict> for Refusal {
    fn from(conflict: Conflict) -> Self {
        match conflict {
            Conflict::Busy => Self::Busy,
            Conflict::EarlierUnknown => Self::Warning(Warning::EarlierUnknown),
            Conflict::SentRecently(at) => Self::Warning(Warning::sent_from_here(at)),
        }
    }
}

impl From<Refusal> for Reply {
    fn from(refused: Refusal) -> Self {
        match refused {
            Refusal::Busy => Self::Busy,
            Refusal::Warning(warning) => Self::Ask(warning),
        }
    }
}

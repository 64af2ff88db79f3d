//! What is odd about a send that is about to happen. Pure: nothing odd, no question.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::neighbour::{is_one_slip_away, likely_domain};
use crate::{
    domain::{
        Draft, Environment, Event, EventKind, Line, PhoneNumber, Recipient, ReservationId, Status, environment_of_links,
    },
    look_up::{Seen, Sight},
};

/// Asked before a send that is odd. The send that follows carries which were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Question {
    UnfamiliarPrefix,
    OtherEnvironment,
    NotFound,
    AlreadyCancelled,
    AlreadyCompleted,
    AlreadyPaid,
    AlreadyReserved,
    AlreadyInvoiced,
    AlreadyRefunded,
    AlreadyPartlyRefunded,
    Expired,
    EarlierUnknown,
    SentRecently,
    AlmostStored,
    LandLine,
    CompanyNumber,
    UnfamiliarRange,
    LookAlikeDomain,
    LookAlikeLetters,
}

/// One odd thing, with what a person needs to know to decide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Oddity {
    /// The id's prefix is not one we know.
    UnfamiliarPrefix,
    /// The pasted link belongs to another environment than the chosen one.
    OtherEnvironment(Environment),
    /// The service knows no such reservation.
    NotFound,
    AlreadyCancelled,
    AlreadyCompleted,
    AlreadyPaid,
    /// The amount is held, and nothing is paid.
    AlreadyReserved,
    AlreadyInvoiced,
    AlreadyRefunded,
    AlreadyPartlyRefunded,
    /// The link has run out: whether it can be sent again is not written anywhere.
    Expired,
    /// An earlier send of this reservation has an unknown outcome.
    EarlierUnknown,
    /// The same reservation went to the same recipient a moment ago.
    SentRecently {
        at: SystemTime,
        from_here: bool,
    },
    /// The number is the stored one but for one digit, or two that changed places.
    AlmostStored {
        typed: String,
        stored: String,
    },
    LandLine(String),
    /// A company, free or shared-cost number.
    CompanyNumber(String),
    /// The number has its country's form, and none that we know begins so.
    UnfamiliarRange(String),
    /// The address ends as a well-known one nearly does.
    LookAlikeDomain {
        typed: String,
        likely: String,
    },
    /// The address has letters that look like others.
    LookAlikeLetters(String),
}

/// Everything that the decision rests on.
#[derive(Debug)]
pub struct Matter<'a> {
    pub environment: Environment,
    pub draft: &'a Draft<'a>,
    pub reservation: &'a ReservationId,
    pub recipient: &'a Recipient,
    /// What was seen of the reservation, and how long ago.
    pub sight: Option<&'a (Sight, Duration)>,
    /// For how long a send of the same to the same is odd.
    pub quiet: Duration,
}

/// What the service writes in minutes may be this much later than it says; its clock and ours differ by as much.
const LEEWAY: Duration = Duration::from_mins(2);

impl Matter<'_> {
    /// The first odd thing that no answer covers: the reservation first, then whom it goes to.
    pub fn oddity(&self, answered: &[Question]) -> Option<Oddity> {
        self.oddities().into_iter().flatten().find(|oddity| !is_covered(oddity.question(), answered))
    }

    fn oddities(&self) -> [Option<Oddity>; 8] {
        let seen = self.seen();
        [
            self.reservation.is_unfamiliar().then_some(Oddity::UnfamiliarPrefix),
            self.other_environment().map(Oddity::OtherEnvironment),
            matches!(self.sight, Some((Sight::NotFound, _))).then_some(Oddity::NotFound),
            seen.and_then(|(seen, _)| seen.details.status.as_ref()).and_then(of_status),
            self.sent_elsewhere(),
            self.of_phone_number(),
            self.look_alike_letters(),
            self.look_alike(),
        ]
    }

    fn seen(&self) -> Option<(&Seen, Duration)> {
        match self.sight? {
            (Sight::Seen(seen), age) => Some((seen, *age)),
            (Sight::NotFound, _) => None,
        }
    }

    /// Only these two have a portal whose links could be mixed up.
    fn other_environment(&self) -> Option<Environment> {
        let has_portal = matches!(self.environment, Environment::Demo | Environment::Production);
        environment_of_links(self.draft.reservation).filter(|other| has_portal && *other != self.environment)
    }

    /// What another desk did, as far as the service tells. What this one did, the journal knows better.
    fn sent_elsewhere(&self) -> Option<Oddity> {
        let (seen, age) = self.seen()?;
        let now = seen.service_time? + age;
        let recent = seen.events.iter().filter(|event| !event.from_here && self.went_to_the_same(event));
        recent
            .filter_map(|event| self.recently(event, now))
            .max()
            .map(|at| Oddity::SentRecently { at, from_here: false })
    }

    fn went_to_the_same(&self, event: &Event) -> bool {
        let is_sending = matches!(event.kind, EventKind::Sent | EventKind::Resent);
        let sms = self.recipient.sms().map(PhoneNumber::masked);
        let email = self.recipient.email().map(|address| address.masked().to_lowercase());
        let to = event.to.as_deref();
        is_sending
            && (to.is_some_and(|to| sms.as_deref() == Some(to))
                || to.map(str::to_lowercase).is_some_and(|to| email == Some(to)))
    }

    /// A time that lies ahead was read in the wrong zone, or by another clock: it says nothing.
    fn recently(&self, event: &Event, now: SystemTime) -> Option<SystemTime> {
        let at = SystemTime::UNIX_EPOCH + Duration::from_millis(event.when.as_ref()?.at?.try_into().ok()?);
        let is_recent = !self.quiet.is_zero() && at <= now + LEEWAY && now <= at + self.quiet + LEEWAY;
        is_recent.then_some(at)
    }

    fn of_phone_number(&self) -> Option<Oddity> {
        let number = self.recipient.sms()?;
        let stored = self.seen().and_then(|(seen, _)| seen.details.sms_to.as_ref());
        if let Some(stored) = stored
            && stored.country_code() == number.country_code()
            && is_one_slip_away(&number.national_number(), &stored.national_number())
        {
            return Some(Oddity::AlmostStored { typed: number.international(), stored: stored.international() });
        }
        match number.line() {
            Line::LandLine => Some(Oddity::LandLine(number.international())),
            Line::Other => Some(Oddity::CompanyNumber(number.international())),
            Line::Unfamiliar => Some(Oddity::UnfamiliarRange(number.international())),
            Line::Mobile | Line::MobileOrLandLine => None,
        }
    }

    fn look_alike(&self) -> Option<Oddity> {
        let address = self.recipient.email()?;
        let stored = self.seen().and_then(|(seen, _)| seen.details.email_to.as_ref());
        if stored.is_some_and(|stored| stored.domain() == address.domain()) {
            return None;
        }
        let typed = address.domain();
        likely_domain(&typed).map(|likely| Oddity::LookAlikeDomain { typed, likely: likely.to_owned() })
    }

    fn look_alike_letters(&self) -> Option<Oddity> {
        let address = self.recipient.email().filter(|address| address.has_look_alike_letters())?;
        Some(Oddity::LookAlikeLetters(address.as_str().to_owned()))
    }
}

impl Oddity {
    pub fn question(&self) -> Question {
        match self {
            Self::UnfamiliarPrefix => Question::UnfamiliarPrefix,
            Self::OtherEnvironment(_) => Question::OtherEnvironment,
            Self::NotFound => Question::NotFound,
            Self::AlreadyCancelled => Question::AlreadyCancelled,
            Self::AlreadyCompleted => Question::AlreadyCompleted,
            Self::AlreadyPaid => Question::AlreadyPaid,
            Self::AlreadyReserved => Question::AlreadyReserved,
            Self::AlreadyInvoiced => Question::AlreadyInvoiced,
            Self::AlreadyRefunded => Question::AlreadyRefunded,
            Self::AlreadyPartlyRefunded => Question::AlreadyPartlyRefunded,
            Self::Expired => Question::Expired,
            Self::EarlierUnknown => Question::EarlierUnknown,
            Self::SentRecently { .. } => Question::SentRecently,
            Self::AlmostStored { .. } => Question::AlmostStored,
            Self::LandLine(_) => Question::LandLine,
            Self::CompanyNumber(_) => Question::CompanyNumber,
            Self::UnfamiliarRange(_) => Question::UnfamiliarRange,
            Self::LookAlikeDomain { .. } => Question::LookAlikeDomain,
            Self::LookAlikeLetters(_) => Question::LookAlikeLetters,
        }
    }
}

fn of_status(status: &Status) -> Option<Oddity> {
    match status {
        Status::Cancelled => Some(Oddity::AlreadyCancelled),
        Status::Completed => Some(Oddity::AlreadyCompleted),
        Status::Paid => Some(Oddity::AlreadyPaid),
        Status::Reserved => Some(Oddity::AlreadyReserved),
        Status::Invoiced => Some(Oddity::AlreadyInvoiced),
        Status::Refunded => Some(Oddity::AlreadyRefunded),
        Status::PartlyRefunded => Some(Oddity::AlreadyPartlyRefunded),
        Status::Expired => Some(Oddity::Expired),
        Status::NotPaid | Status::Other(_) => None,
    }
}

/// Nobody is asked the same thing twice in other words: who sends an id of a kind that we don't know has said that it
/// may not be found, and who repeats an unknown send knows that there was one.
fn is_covered(question: Question, answered: &[Question]) -> bool {
    answered.contains(&question)
        || match question {
            Question::NotFound => answered.contains(&Question::UnfamiliarPrefix),
            Question::SentRecently => answered.contains(&Question::EarlierUnknown),
            Question::LookAlikeDomain => answered.contains(&Question::LookAlikeLetters),
            _ => false,
        }
}

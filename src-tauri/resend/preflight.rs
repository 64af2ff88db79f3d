//! What is odd about a send that is about to happen. Pure: nothing odd, no question.

use std::time::{Duration, SystemTime};

use serde::{Deserialize, Serialize};

use super::neighbour::{is_one_slip_away, likely_domain};
use crate::{
    domain::{Draft, Environment, Likeness, Line, Recipient, ReservationId, Status, environment_of_links},
    look_up::{Elsewhere, Seen, Sight},
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
    SentToSomebody,
    TypedForAnother,
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
        /// Where it is certain.
        at: Option<SystemTime>,
        from_here: bool,
    },
    /// It was sent a moment ago by another desk, and nobody can see to whom.
    SentToSomebody {
        at: Option<SystemTime>,
    },
    /// The contact in the form was typed, or filled in, for this reservation.
    TypedForAnother(String),
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

/// What the service writes in minutes may be this much later than it says.
const LEEWAY: Duration = Duration::from_mins(2);

impl Matter<'_> {
    /// The first odd thing that no answer covers: the reservation first, then whom it goes to.
    pub fn oddity(&self, answered: &[Question]) -> Option<Oddity> {
        self.oddities().into_iter().flatten().find(|oddity| !is_covered(oddity.question(), answered))
    }

    fn oddities(&self) -> [Option<Oddity>; 9] {
        let seen = self.seen();
        [
            self.reservation.is_unfamiliar().then_some(Oddity::UnfamiliarPrefix),
            self.other_environment().map(Oddity::OtherEnvironment),
            matches!(self.sight, Some((Sight::NotFound, _))).then_some(Oddity::NotFound),
            seen.and_then(|(seen, _)| seen.details.status.as_ref()).and_then(of_status),
            self.typed_for_another().map(Oddity::TypedForAnother),
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

    /// The page takes such a contact back. Where it does not, nobody else's link goes there without a word.
    fn typed_for_another(&self) -> Option<String> {
        self.draft.typed_for.filter(|id| *id != self.reservation.as_str()).map(str::to_owned)
    }

    /// What another desk did, as far as the service tells. What this one did, the journal knows better. A recipient that
    /// cannot be read may be this one.
    fn sent_elsewhere(&self) -> Option<Oddity> {
        let (seen, age) = self.seen()?;
        let now = seen.service_time.checked_add(age)?;
        let last = |likeness| {
            let alike = seen.elsewhere.iter().filter(move |link| link.to.likeness(self.recipient) == likeness);
            alike.filter(|link| self.is_recent(link, now)).max_by_key(|link| link.latest).map(|link| link.at)
        };
        let to_the_same = last(Likeness::Same).map(|at| Oddity::SentRecently { at, from_here: false });
        to_the_same.or_else(|| last(Likeness::Unclear).map(|at| Oddity::SentToSomebody { at }))
    }

    fn is_recent(&self, link: &Elsewhere, now: SystemTime) -> bool {
        let until = link.latest.checked_add(self.quiet.saturating_add(LEEWAY));
        !self.quiet.is_zero() && until.is_none_or(|until| now <= until)
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
    /// A time that lies ahead was written down by a clock that was wrong: it is not told.
    pub(super) fn sent_from_here(at: SystemTime) -> Self {
        let has_been = SystemTime::now().checked_add(LEEWAY).is_none_or(|soon| at <= soon);
        Self::SentRecently { at: has_been.then_some(at), from_here: true }
    }

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
            Self::SentToSomebody { .. } => Question::SentToSomebody,
            Self::TypedForAnother(_) => Question::TypedForAnother,
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
/// may not be found. Who repeats an unknown send has not heard of one that is known.
fn is_covered(question: Question, answered: &[Question]) -> bool {
    answered.contains(&question)
        || match question {
            Question::NotFound => answered.contains(&Question::UnfamiliarPrefix),
            Question::LookAlikeDomain => answered.contains(&Question::LookAlikeLetters),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_send_that_lies_ahead_has_no_time_to_tell() {
        let now = SystemTime::now();
        for (at, told) in [(now, Some(now)), (now - LEEWAY, Some(now - LEEWAY)), (now + Duration::from_hours(2), None)]
        {
            assert_eq!(Oddity::sent_from_here(at), Oddity::SentRecently { at: told, from_here: true });
        }
    }
}

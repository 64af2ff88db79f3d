//! Warnings before a send that is odd, and what counts as an answer to one.

use std::{fmt, time::Duration};

use serde::Serialize;
use strum::EnumDiscriminants;

use crate::domain::{Environment, Timestamp};

/// A warning before a send, with what a person needs to know to decide. An answer names its kind.
#[derive(Clone, PartialEq, Eq, Serialize, EnumDiscriminants)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[strum_discriminants(
    name(WarningKind),
    derive(Hash, serde::Serialize, serde::Deserialize),
    serde(rename_all = "kebab-case"),
    cfg_attr(test, derive(ts_rs::TS))
)]
pub enum Warning {
    /// The id's prefix is not one we know.
    UnfamiliarPrefix,
    /// The pasted link belongs to this environment, and another one is chosen.
    OtherEnvironment {
        environment: Environment,
    },
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
    /// The same reservation went to the same recipient a moment ago, from here.
    SentRecently {
        /// Where it is certain.
        at: Option<Timestamp>,
    },
    /// So it did from another desk. A kind of its own: whoever has heard of a colleague's has not heard of ours.
    SentElsewhere {
        at: Option<Timestamp>,
    },
    /// It was sent a moment ago by another desk, and nobody can see to whom.
    SentToSomebody {
        at: Option<Timestamp>,
    },
    /// The contact in the form was typed, or filled in, for this reservation.
    TypedForAnother {
        id: String,
    },
    /// The number is the stored one but for one digit, or two that changed places.
    AlmostStored {
        typed: String,
        stored: String,
    },
    LandLine {
        number: String,
    },
    /// A company, free or shared-cost number.
    CompanyNumber {
        number: String,
    },
    /// The number has its country's form, and none that we know begins so.
    UnfamiliarRange {
        number: String,
    },
    /// The address ends as a well-known one nearly does.
    LookAlikeDomain {
        typed: String,
        likely: String,
    },
    /// The address has letters that look like others.
    LookAlikeLetters {
        typed: String,
    },
}

/// The clock skew that is let pass: clocks differ, and what the service writes in minutes may be later than it says.
pub(super) const LEEWAY: Duration = Duration::from_mins(2);

impl Warning {
    /// Makes the warning of a recent send from here. A time that lies ahead was written down by a clock that was wrong:
    /// it is not told.
    pub(super) fn sent_from_here(at: Timestamp) -> Self {
        let has_been = at <= Timestamp::now() + LEEWAY;
        Self::SentRecently { at: has_been.then_some(at) }
    }

    pub fn kind(&self) -> WarningKind {
        self.into()
    }

    /// Whether the warning is about an earlier send from this computer. These come last.
    pub(super) fn is_about_a_send_from_here(&self) -> bool {
        matches!(self, Self::EarlierUnknown | Self::SentRecently { .. })
    }

    /// Whether it is answered by what was confirmed. Nobody is asked the same thing twice in other words: who sends an
    /// id of a kind that we don't know has said that it may not be found.
    pub fn is_confirmed(&self, confirmed: &[WarningKind]) -> bool {
        let kind = self.kind();
        confirmed.contains(&kind)
            || match kind {
                WarningKind::NotFound => confirmed.contains(&WarningKind::UnfamiliarPrefix),
                WarningKind::LookAlikeDomain => confirmed.contains(&WarningKind::LookAlikeLetters),
                _ => false,
            }
    }
}

/// Shows the kind alone: a log line that prints a warning must not print whose number it is about.
impl fmt::Debug for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Warning").field(&self.kind()).finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_send_that_lies_ahead_has_no_time_to_tell() {
        let now = Timestamp::now();
        for (at, told) in [(now, Some(now)), (now - LEEWAY, Some(now - LEEWAY)), (now + Duration::from_hours(2), None)]
        {
            let warning = Warning::sent_from_here(at);
            assert!(warning == Warning::SentRecently { at: told }, "{warning:?}");
        }
    }

    /// The page answers with the `kind` that it was asked with.
    #[test]
    fn each_question_goes_by_one_name() {
        let asked = serde_json::to_value(Warning::SentRecently { at: Some(Timestamp::from_millis(0)) });
        let asked = asked.expect("JSON");
        assert_eq!(asked, serde_json::json!({ "kind": "sent-recently", "at": 0 }));
        let answered: WarningKind = serde_json::from_value(asked["kind"].clone()).expect("a kind");
        assert_eq!(answered, WarningKind::SentRecently);
    }
}

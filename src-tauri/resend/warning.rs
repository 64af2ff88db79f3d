//! What the page asks before an odd send, and when it offers to stop one.

use std::fmt;

use serde::Serialize;

use super::milliseconds;
use crate::{domain::Environment, resend::Oddity};

/// One odd thing, with what the words for it need. `kind` is the question that an answer names.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Odd {
    UnfamiliarPrefix,
    /// The link belongs to this environment, and another one is chosen.
    OtherEnvironment {
        environment: Environment,
    },
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
    SentRecently {
        /// In milliseconds since 1970, where it is certain.
        at: Option<u64>,
        /// Not from another desk.
        from_here: bool,
    },
    /// By another desk, and nobody can see to whom.
    SentToSomebody {
        at: Option<u64>,
    },
    TypedForAnother {
        id: String,
    },
    AlmostStored {
        typed: String,
        stored: String,
    },
    LandLine {
        number: String,
    },
    CompanyNumber {
        number: String,
    },
    UnfamiliarRange {
        number: String,
    },
    LookAlikeDomain {
        typed: String,
        likely: String,
    },
    LookAlikeLetters {
        typed: String,
    },
}

/// A log line that prints a question must not print whose number it is about.
impl fmt::Debug for Odd {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Odd")
    }
}

impl From<Oddity> for Odd {
    fn from(oddity: Oddity) -> Self {
        match oddity {
            Oddity::UnfamiliarPrefix => Self::UnfamiliarPrefix,
            Oddity::OtherEnvironment(environment) => Self::OtherEnvironment { environment },
            Oddity::NotFound => Self::NotFound,
            Oddity::AlreadyCancelled => Self::AlreadyCancelled,
            Oddity::AlreadyCompleted => Self::AlreadyCompleted,
            Oddity::AlreadyPaid => Self::AlreadyPaid,
            Oddity::AlreadyReserved => Self::AlreadyReserved,
            Oddity::AlreadyInvoiced => Self::AlreadyInvoiced,
            Oddity::AlreadyRefunded => Self::AlreadyRefunded,
            Oddity::AlreadyPartlyRefunded => Self::AlreadyPartlyRefunded,
            Oddity::Expired => Self::Expired,
            Oddity::EarlierUnknown => Self::EarlierUnknown,
            Oddity::SentRecently { at, from_here } => Self::SentRecently { at: at.map(milliseconds), from_here },
            Oddity::SentToSomebody { at } => Self::SentToSomebody { at: at.map(milliseconds) },
            Oddity::TypedForAnother(id) => Self::TypedForAnother { id },
            Oddity::AlmostStored { typed, stored } => Self::AlmostStored { typed, stored },
            Oddity::LandLine(number) => Self::LandLine { number },
            Oddity::CompanyNumber(number) => Self::CompanyNumber { number },
            Oddity::UnfamiliarRange(number) => Self::UnfamiliarRange { number },
            Oddity::LookAlikeDomain { typed, likely } => Self::LookAlikeDomain { typed, likely },
            Oddity::LookAlikeLetters(typed) => Self::LookAlikeLetters { typed },
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::UNIX_EPOCH;

    use super::*;
    use crate::resend::Question;

    /// The page answers with the `kind` that it was asked with.
    #[test]
    fn each_question_goes_by_one_name() {
        let text = String::new;
        for oddity in [
            Oddity::UnfamiliarPrefix,
            Oddity::OtherEnvironment(Environment::Demo),
            Oddity::NotFound,
            Oddity::AlreadyCancelled,
            Oddity::AlreadyCompleted,
            Oddity::AlreadyPaid,
            Oddity::AlreadyReserved,
            Oddity::AlreadyInvoiced,
            Oddity::AlreadyRefunded,
            Oddity::AlreadyPartlyRefunded,
            Oddity::Expired,
            Oddity::EarlierUnknown,
            Oddity::SentRecently { at: Some(UNIX_EPOCH), from_here: true },
            Oddity::SentToSomebody { at: None },
            Oddity::TypedForAnother(text()),
            Oddity::AlmostStored { typed: text(), stored: text() },
            Oddity::LandLine(text()),
            Oddity::CompanyNumber(text()),
            Oddity::UnfamiliarRange(text()),
            Oddity::LookAlikeDomain { typed: text(), likely: text() },
            Oddity::LookAlikeLetters(text()),
        ] {
            let question: Question = oddity.question();
            let asked = serde_json::to_value(Odd::from(oddity)).expect("JSON");
            assert_eq!(asked["kind"], serde_json::to_value(question).expect("JSON"));
        }
    }
}

//! The error codes that the page may see, a closed list. Words for each live in `ui/locales`. Add a variant only when
//! the page has something of its own to say about it.

use serde::Serialize;

use crate::{
    access::NoAccess,
    connect::ReadFailure,
    domain::{DraftProblem, EmailAddressError, IdKind, NotSent, PhoneNumberError, ReservationIdError, Unknown},
    journal::{JournalError, JournalLoss, export::ExportError},
    keychain::{KeychainError, TokenError},
    look_up::LookUpFailure,
    policy::FixedByPolicy,
    settings::SettingsError,
};

/// A code for what has to be mended in what was typed, as the page knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum ProblemCode {
    ReservationMissing,
    ReservationNoId,
    ReservationShortLink,
    ReservationSeveral,
    ReservationCutOff,
    ReservationIsSubscription,
    ReservationIsCustomer,
    ReservationIsCapture,
    ReservationIsCharge,
    ReservationIsTerminal,
    ReservationIsOrganisation,
    ChannelMissing,
    PhoneMissing,
    PhoneHasLetters,
    PhoneTooShort,
    PhoneTooLong,
    PhoneSeveral,
    PhonePlusMissing,
    PhoneNoSuchCountry,
    PhoneNoSuchNumber,
    EmailMissing,
    EmailWithoutAt,
    EmailSeveral,
    EmailMalformed,
    EmailDomain,
}

/// An error code of a check: what can go wrong with the token, or with any call of the service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum CheckCode {
    // The call did not reach the service, or was turned away
    TokenRefused,
    NotAllowed,
    TurnedAway,
    RateLimited,
    Redirected,
    ProxyLogIn,
    ServiceRefused,
    NoContact,
    NotSecure,
    NoCertificates,
    NotStarted,
    // Its answer says nothing
    NoAnswer,
    ConnectionBroken,
    ServiceFailed,
    ServiceUnavailable,
    UnclearAnswer,
    AnswerCutShort,
    // The token and where it is kept
    TokenMissing,
    TokenMalformed,
    KeychainAbsent,
    KeychainKwallet,
    KeychainLocked,
    KeychainPromptCancelled,
    KeychainNoCollection,
    KeychainNoAnswer,
    KeychainSeveral,
    KeychainFailed,
}

/// The reason of a send that was not made, or of which nobody knows: its own, or one that any call may have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum SendReason {
    // What the service says of what was to be sent
    AlreadyCancelled,
    AlreadyCompleted,
    AlreadyPaid,
    NotFound,
    Refused,
    // The record of what was sent
    JournalDamaged,
    JournalRemoved,
    JournalNewer,
    JournalNotWritten,
    JournalNoLocks,
    JournalStillRead,
    // What the administrator decided
    PolicyWrong,
    #[serde(untagged)]
    Call(CheckCode),
}

/// An error code: all that can go wrong, as the page knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Code {
    // A token that is typed
    TokenEmpty,
    TokenTooLong,
    /// An earlier record of what was sent was damaged, and a new one is begun.
    JournalPutAside,
    // What the user chose
    SettingsDamaged,
    SettingsNotSaved,
    /// The app uses another environment than the window shows.
    EnvironmentChanged,
    // What the administrator decided
    SettingFixed,
    HistoryNotAllowed,
    ExportNotAllowed,
    // The file with the history
    ExportFailed,
    #[serde(untagged)]
    Send(SendReason),
}

impl From<DraftProblem> for ProblemCode {
    fn from(problem: DraftProblem) -> Self {
        match problem {
            DraftProblem::Reservation(error) => error.into(),
            DraftProblem::ChannelMissing => Self::ChannelMissing,
            DraftProblem::PhoneNumber(error) => error.into(),
            DraftProblem::EmailAddress(error) => error.into(),
        }
    }
}

impl From<ReservationIdError> for ProblemCode {
    fn from(error: ReservationIdError) -> Self {
        match error {
            ReservationIdError::Missing => Self::ReservationMissing,
            ReservationIdError::NoId => Self::ReservationNoId,
            ReservationIdError::ShortLink => Self::ReservationShortLink,
            ReservationIdError::Several => Self::ReservationSeveral,
            ReservationIdError::CutOff => Self::ReservationCutOff,
            ReservationIdError::IsOther(kind) => match kind {
                IdKind::Subscription => Self::ReservationIsSubscription,
                IdKind::Customer => Self::ReservationIsCustomer,
                IdKind::Capture => Self::ReservationIsCapture,
                IdKind::Charge => Self::ReservationIsCharge,
                IdKind::Terminal => Self::ReservationIsTerminal,
                IdKind::Organisation => Self::ReservationIsOrganisation,
            },
        }
    }
}

impl From<PhoneNumberError> for ProblemCode {
    fn from(error: PhoneNumberError) -> Self {
        match error {
            PhoneNumberError::Missing => Self::PhoneMissing,
            PhoneNumberError::HasLetters => Self::PhoneHasLetters,
            PhoneNumberError::TooShort => Self::PhoneTooShort,
            PhoneNumberError::TooLong => Self::PhoneTooLong,
            PhoneNumberError::Several => Self::PhoneSeveral,
            PhoneNumberError::PlusMissing => Self::PhonePlusMissing,
            PhoneNumberError::NoSuchCountry => Self::PhoneNoSuchCountry,
            PhoneNumberError::NoSuchNumber => Self::PhoneNoSuchNumber,
        }
    }
}

impl From<EmailAddressError> for ProblemCode {
    fn from(error: EmailAddressError) -> Self {
        match error {
            EmailAddressError::Missing => Self::EmailMissing,
            EmailAddressError::WithoutAt => Self::EmailWithoutAt,
            EmailAddressError::Several => Self::EmailSeveral,
            EmailAddressError::Malformed => Self::EmailMalformed,
            EmailAddressError::Domain => Self::EmailDomain,
        }
    }
}

impl From<CheckCode> for SendReason {
    fn from(code: CheckCode) -> Self {
        Self::Call(code)
    }
}

impl From<NotSent> for SendReason {
    fn from(reason: NotSent) -> Self {
        match reason {
            NotSent::AlreadyCancelled => Self::AlreadyCancelled,
            NotSent::AlreadyCompleted => Self::AlreadyCompleted,
            NotSent::AlreadyPaid => Self::AlreadyPaid,
            NotSent::NotFound => Self::NotFound,
            NotSent::Refused => Self::Refused,
            NotSent::TokenRefused
            | NotSent::NotAllowed
            | NotSent::TurnedAway
            | NotSent::RateLimited { .. }
            | NotSent::Redirected
            | NotSent::ProxyLogIn
            | NotSent::ServiceRefused
            | NotSent::NoContact
            | NotSent::NotSecure
            | NotSent::NoCertificates
            | NotSent::NotStarted => Self::Call(reason.into()),
        }
    }
}

/// Of a check: what would be said of a reservation says nothing where none was named.
impl From<NotSent> for CheckCode {
    fn from(reason: NotSent) -> Self {
        match reason {
            NotSent::TokenRefused => Self::TokenRefused,
            NotSent::NotAllowed => Self::NotAllowed,
            NotSent::TurnedAway => Self::TurnedAway,
            NotSent::RateLimited { .. } => Self::RateLimited,
            NotSent::Redirected => Self::Redirected,
            NotSent::ProxyLogIn => Self::ProxyLogIn,
            NotSent::AlreadyCancelled
            | NotSent::AlreadyCompleted
            | NotSent::AlreadyPaid
            | NotSent::NotFound
            | NotSent::Refused
            | NotSent::ServiceRefused => Self::ServiceRefused,
            NotSent::NoContact => Self::NoContact,
            NotSent::NotSecure => Self::NotSecure,
            NotSent::NoCertificates => Self::NoCertificates,
            NotSent::NotStarted => Self::NotStarted,
        }
    }
}

impl From<Unknown> for CheckCode {
    fn from(reason: Unknown) -> Self {
        match reason {
            Unknown::NoAnswer => Self::NoAnswer,
            Unknown::ConnectionBroken => Self::ConnectionBroken,
            Unknown::ServiceFailed => Self::ServiceFailed,
            Unknown::ServiceUnavailable { .. } => Self::ServiceUnavailable,
            Unknown::UnclearAnswer => Self::UnclearAnswer,
            Unknown::AnswerCutShort => Self::AnswerCutShort,
        }
    }
}

impl From<ReadFailure> for CheckCode {
    fn from(reason: ReadFailure) -> Self {
        match reason {
            ReadFailure::Refused(reason) => reason.into(),
            ReadFailure::Unclear(reason) => reason.into(),
        }
    }
}

impl From<&LookUpFailure> for SendReason {
    fn from(reason: &LookUpFailure) -> Self {
        match reason {
            LookUpFailure::Read(ReadFailure::Refused(reason)) => (*reason).into(),
            LookUpFailure::Read(ReadFailure::Unclear(reason)) => Self::Call((*reason).into()),
            LookUpFailure::NoAccess(reason) => Self::Call(reason.into()),
        }
    }
}

impl From<TokenError> for Code {
    fn from(error: TokenError) -> Self {
        match error {
            TokenError::Empty => Self::TokenEmpty,
            TokenError::Malformed => CheckCode::TokenMalformed.into(),
            TokenError::TooLong => Self::TokenTooLong,
        }
    }
}

impl From<&KeychainError> for CheckCode {
    fn from(error: &KeychainError) -> Self {
        match error {
            KeychainError::NoEntry => Self::TokenMissing,
            KeychainError::Absent(_) => Self::KeychainAbsent,
            KeychainError::KWallet(_) => Self::KeychainKwallet,
            KeychainError::Locked(_) => Self::KeychainLocked,
            KeychainError::PromptCancelled(_) => Self::KeychainPromptCancelled,
            KeychainError::NoCollection(_) => Self::KeychainNoCollection,
            KeychainError::NoAnswer => Self::KeychainNoAnswer,
            KeychainError::Several(_) => Self::KeychainSeveral,
            KeychainError::Unusable => Self::TokenMalformed,
            KeychainError::Failed(_) => Self::KeychainFailed,
        }
    }
}

impl From<&NoAccess> for CheckCode {
    fn from(reason: &NoAccess) -> Self {
        match reason {
            NoAccess::NoToken => Self::TokenMissing,
            NoAccess::Keychain(error) => error.into(),
        }
    }
}

impl From<&JournalError> for SendReason {
    fn from(error: &JournalError) -> Self {
        match error {
            JournalError::Lost(JournalLoss::Damaged) => Self::JournalDamaged,
            JournalError::Lost(JournalLoss::Removed) | JournalError::Removed => Self::JournalRemoved,
            JournalError::Newer { .. } => Self::JournalNewer,
            JournalError::NoLocks(_) => Self::JournalNoLocks,
            JournalError::StillRead => Self::JournalStillRead,
            JournalError::Open(_)
            | JournalError::PutAside(_)
            | JournalError::Folder(_)
            | JournalError::Read(_)
            | JournalError::Write(_)
            | JournalError::Key(_)
            | JournalError::Broken(_) => Self::JournalNotWritten,
        }
    }
}

impl From<&ExportError> for Code {
    fn from(error: &ExportError) -> Self {
        match error {
            ExportError::Journal(error) => error.into(),
            ExportError::Write(_) | ExportError::Make(_) => Self::ExportFailed,
        }
    }
}

impl From<&SettingsError> for Code {
    fn from(error: &SettingsError) -> Self {
        match error {
            SettingsError::Read(_) | SettingsError::Damaged(_) => Self::SettingsDamaged,
            SettingsError::Write(_) => Self::SettingsNotSaved,
        }
    }
}

impl From<FixedByPolicy> for Code {
    fn from(FixedByPolicy(_): FixedByPolicy) -> Self {
        Self::SettingFixed
    }
}

impl From<&KeychainError> for Code {
    fn from(error: &KeychainError) -> Self {
        CheckCode::from(error).into()
    }
}

/// Whatever can be the reason of a send is a code too.
impl<T> From<T> for Code
where
    SendReason: From<T>,
{
    fn from(reason: T) -> Self {
        Self::Send(reason.into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_crosses_as_its_name_alone_whatever_it_is_a_code_of() {
        for (code, name) in [
            (Code::ExportFailed, "export-failed"),
            (SendReason::JournalDamaged.into(), "journal-damaged"),
            (CheckCode::NoAnswer.into(), "no-answer"),
        ] {
            assert_eq!(serde_json::to_value(code).expect("JSON"), name);
        }
    }

    #[test]
    fn a_check_is_told_nothing_of_a_reservation() {
        assert_eq!(CheckCode::from(NotSent::AlreadyPaid), CheckCode::ServiceRefused);
        assert_eq!(SendReason::from(NotSent::AlreadyPaid), SendReason::AlreadyPaid);
    }
}

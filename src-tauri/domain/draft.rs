use std::fmt;

use serde::Serialize;

use super::{
    EmailAddress, EmailAddressError, Environment, PhoneNumber, PhoneNumberError, Recipient, Region, Resend,
    ReservationId, ReservationIdError,
};

/// The unchecked form, exactly as it stands on the screen.
#[derive(Clone, Copy)]
pub struct Draft<'a> {
    pub reservation: &'a str,
    pub sms: bool,
    pub email: bool,
    pub phone_number: &'a str,
    pub email_address: &'a str,
    /// The id that the box named when the contact was typed or filled in, as the page knows it.
    pub typed_for: Option<&'a str>,
}

/// The field of the form that a problem belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "Field"))]
#[serde(rename_all = "kebab-case")]
pub enum DraftField {
    Reservation,
    Channels,
    PhoneNumber,
    EmailAddress,
}

/// A validation problem: something in the form that needs mending.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DraftProblem {
    #[error(transparent)]
    Reservation(#[from] ReservationIdError),
    #[error("neither SMS nor e-mail is chosen")]
    ChannelMissing,
    #[error(transparent)]
    PhoneNumber(#[from] PhoneNumberError),
    #[error(transparent)]
    EmailAddress(#[from] EmailAddressError),
}

impl Draft<'_> {
    /// Validates the form. Returns everything that is wrong, at once, in the form's order. A field whose channel is not
    /// chosen is not looked at.
    pub fn check(&self, environment: Environment, default_country: Region) -> Result<Resend, Vec<DraftProblem>> {
        let mut problems = Vec::new();
        let reservation = noted(ReservationId::parse(self.reservation), &mut problems);
        if !self.sms && !self.email {
            problems.push(DraftProblem::ChannelMissing);
        }
        let sms = self
            .sms
            .then(|| PhoneNumber::parse(self.phone_number, default_country))
            .and_then(|number| noted(number, &mut problems));
        let email = self
            .email
            .then(|| EmailAddress::parse(self.email_address))
            .and_then(|address| noted(address, &mut problems));
        match (reservation, Recipient::new(sms, email)) {
            (Some(reservation), Some(recipient)) if problems.is_empty() => {
                Ok(Resend { environment, reservation, recipient })
            }
            _ => Err(problems),
        }
    }
}

/// Says which channels are chosen, and nothing that names a person.
impl fmt::Debug for Draft<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("sms", &self.sms).field("email", &self.email).finish_non_exhaustive()
    }
}

impl DraftProblem {
    pub fn field(&self) -> DraftField {
        match self {
            Self::Reservation(_) => DraftField::Reservation,
            Self::ChannelMissing => DraftField::Channels,
            Self::PhoneNumber(_) => DraftField::PhoneNumber,
            Self::EmailAddress(_) => DraftField::EmailAddress,
        }
    }
}

fn noted<T, E: Into<DraftProblem>>(read: Result<T, E>, problems: &mut Vec<DraftProblem>) -> Option<T> {
    read.map_err(|error| problems.push(error.into())).ok()
}

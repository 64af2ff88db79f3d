//! The preflight: judges a send before it is made, and changes nothing.

use std::time::Duration;

use super::{
    Resender, Warning,
    typo::{is_one_slip_away, likely_domain},
    warning::LEEWAY,
};
use crate::{
    domain::{
        Draft, EmailAddress, Environment, Likeness, Line, PhoneNumber, Recipient, Resend, Status, Timestamp,
        environment_of_links,
    },
    journal::{Conflict, JournalError},
    look_up::{RecentLookUp, SendElsewhere, Snapshot},
};

/// A recent look-up and its age.
type LookedUp = (RecentLookUp, Duration);

impl Resender {
    /// Returns all warnings about a send, in the order in which a person is asked: what is odd about the reservation
    /// (its prefix, its environment, whether it is known, its status); whom the contact was typed for; what another
    /// desk sent a moment ago; what is odd about the number, and about the address; then what was sent from here, of
    /// which an unknown send comes before a recent one.
    ///
    /// Takes no lock, asks for no token and writes nothing: for a form, or for each row of a list. What was looked up
    /// is handed in, so that the look-ups of a list need not be among the few that are kept for the form. Of a lost
    /// journal it says so each time, until `send` or another door has told it.
    pub async fn preflight(
        &self,
        resend: &Resend,
        draft: &Draft<'_>,
        looked_up: Option<&LookedUp>,
        repeat_window: Duration,
    ) -> Result<Vec<Warning>, JournalError> {
        let conflicts = match self.journal.check(resend, repeat_window).await {
            Ok(conflicts) => conflicts,
            // Practice goes on without a record: it sends nothing that could be sent twice.
            Err(_) if resend.environment == Environment::Practice => Vec::new(),
            Err(error) => return Err(error),
        };
        let mut warnings = of_facts(resend, draft, looked_up, repeat_window);
        // What could not be written down is known here alone.
        let is_unknown = conflicts.contains(&Conflict::EarlierUnknown) || self.in_flight.has_unknown(resend);
        warnings.extend(is_unknown.then_some(Warning::EarlierUnknown));
        warnings.extend(conflicts.into_iter().filter_map(|conflict| match conflict {
            Conflict::SentRecently(at) => Some(Warning::sent_from_here(at)),
            Conflict::EarlierUnknown | Conflict::Busy => None,
        }));
        Ok(warnings)
    }
}

fn of_facts(resend: &Resend, draft: &Draft<'_>, looked_up: Option<&LookedUp>, repeat_window: Duration) -> Vec<Warning> {
    let seen = looked_up.and_then(seen);
    let details = seen.map(|(seen, _)| &seen.details);
    let (sms, email) = (resend.recipient.sms(), resend.recipient.email());
    let not_found = matches!(looked_up, Some((RecentLookUp::NotFound, _)));
    [
        resend.reservation.is_unfamiliar().then_some(Warning::UnfamiliarPrefix),
        other_environment(resend.environment, draft),
        not_found.then_some(Warning::NotFound),
        details.and_then(|details| details.status.as_ref()).and_then(of_status),
        typed_for_another(resend, draft),
        seen.and_then(|(seen, age)| sent_elsewhere(&resend.recipient, seen, age, repeat_window)),
        sms.and_then(|number| of_phone_number(number, details.and_then(|details| details.sms_to.as_ref()))),
        email.filter(|address| address.has_look_alike_letters()).map(look_alike_letters),
        email.and_then(|address| look_alike_domain(address, details.and_then(|details| details.email_to.as_ref()))),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn seen((sight, age): &LookedUp) -> Option<(&Snapshot, Duration)> {
    match sight {
        RecentLookUp::Seen(seen) => Some((seen, *age)),
        RecentLookUp::NotFound => None,
    }
}

/// Warns of a link to the other environment. Only these two have a portal whose links could be mixed up.
fn other_environment(chosen: Environment, draft: &Draft<'_>) -> Option<Warning> {
    let has_portal = matches!(chosen, Environment::Demo | Environment::Production);
    let environment = environment_of_links(draft.reservation).filter(|other| has_portal && *other != chosen)?;
    Some(Warning::OtherEnvironment { environment })
}

fn of_status(status: &Status) -> Option<Warning> {
    match status {
        Status::Cancelled => Some(Warning::AlreadyCancelled),
        Status::Completed => Some(Warning::AlreadyCompleted),
        Status::Paid => Some(Warning::AlreadyPaid),
        Status::Reserved => Some(Warning::AlreadyReserved),
        Status::Invoiced => Some(Warning::AlreadyInvoiced),
        Status::Refunded => Some(Warning::AlreadyRefunded),
        Status::PartlyRefunded => Some(Warning::AlreadyPartlyRefunded),
        Status::Expired => Some(Warning::Expired),
        Status::NotPaid | Status::Other(_) => None,
    }
}

/// Warns of a contact that was typed for another reservation. The page takes such a one back; where it does not, nobody
/// else's link goes there without a word.
fn typed_for_another(resend: &Resend, draft: &Draft<'_>) -> Option<Warning> {
    let id = draft.typed_for.filter(|id| *id != resend.reservation.as_str())?;
    Some(Warning::TypedForAnother { id: id.to_owned() })
}

/// Warns of what another desk sent, as far as the service tells. What this one did, the journal knows better. A
/// recipient that cannot be read may be this one.
fn sent_elsewhere(recipient: &Recipient, seen: &Snapshot, age: Duration, repeat_window: Duration) -> Option<Warning> {
    let now = seen.service_time + age;
    let last = |likeness| {
        let alike = seen.elsewhere.iter().filter(move |link| link.to.likeness(recipient) == likeness);
        let recent = alike.filter(|link| is_recent(link, now, repeat_window));
        recent.max_by_key(|link| link.latest).map(|link| link.at)
    };
    let to_the_same = last(Likeness::Same).map(|at| Warning::SentElsewhere { at });
    to_the_same.or_else(|| last(Likeness::Unclear).map(|at| Warning::SentToSomebody { at }))
}

fn is_recent(link: &SendElsewhere, now: Timestamp, repeat_window: Duration) -> bool {
    !repeat_window.is_zero() && now <= link.latest + repeat_window.saturating_add(LEEWAY)
}

fn of_phone_number(number: &PhoneNumber, stored: Option<&PhoneNumber>) -> Option<Warning> {
    if let Some(stored) = stored
        && stored.country_code() == number.country_code()
        && is_one_slip_away(&number.national_number(), &stored.national_number())
    {
        return Some(Warning::AlmostStored { typed: number.international(), stored: stored.international() });
    }
    match number.line() {
        Line::LandLine => Some(Warning::LandLine { number: number.international() }),
        Line::Other => Some(Warning::CompanyNumber { number: number.international() }),
        Line::Unfamiliar => Some(Warning::UnfamiliarRange { number: number.international() }),
        Line::Mobile | Line::MobileOrLandLine => None,
    }
}

fn look_alike_letters(address: &EmailAddress) -> Warning {
    Warning::LookAlikeLetters { typed: address.as_str().to_owned() }
}

fn look_alike_domain(address: &EmailAddress, stored: Option<&EmailAddress>) -> Option<Warning> {
    let typed = address.domain();
    if stored.is_some_and(|stored| stored.domain() == typed) {
        return None;
    }
    likely_domain(&typed).map(|likely| Warning::LookAlikeDomain { typed, likely: likely.to_owned() })
}

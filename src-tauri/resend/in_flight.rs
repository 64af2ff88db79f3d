use std::{
    collections::HashMap,
    mem,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use crate::domain::{Environment, Outcome, Recipient, ReservationId};

/// What keeps one decision at one message: the lock lives here, whatever the page does.
///
/// It looks at the reservation alone. Two sends of one reservation at the same moment share a channel
/// more often than not, and then somebody gets two messages.
#[derive(Debug, Default)]
pub(super) struct Guard {
    known: Mutex<HashMap<Key, Standing>>,
}

/// No send takes longer, but where something hangs.
const LONGEST: Duration = Duration::from_secs(90);

type Key = (Environment, ReservationId);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Standing {
    /// Since when one is under way.
    in_flight: Option<Instant>,
    /// Who may have been reached, and has not been sent it again since.
    unknown: Vec<Recipient>,
}

/// Why a send may not begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Busy,
    EarlierUnknown,
}

/// Permission for one send. It ends when dropped; a send that was dropped underway is *unknown*.
#[derive(Debug)]
pub(super) struct Pass<'a> {
    guard: &'a Guard,
    key: Key,
    recipient: Recipient,
    came_to: Mutex<CameTo>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CameTo {
    /// It has not left, or was clearly refused.
    Nothing,
    Sent,
    Unknown,
}

impl Guard {
    pub(super) fn enter(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        recipient: &Recipient,
        again_after_unknown: bool,
    ) -> Result<Pass<'_>, Stop> {
        let key = (environment, reservation.clone());
        let mut known = self.known();
        let standing = known.entry(key.clone()).or_default();
        if standing.in_flight.is_some() {
            return Err(Stop::Busy);
        }
        if !standing.unknown.is_empty() && !again_after_unknown {
            return Err(Stop::EarlierUnknown);
        }
        standing.in_flight = Some(Instant::now());
        Ok(Pass { guard: self, key, recipient: recipient.clone(), came_to: Mutex::new(CameTo::Nothing) })
    }

    /// It is known by now.
    pub(super) fn forget_unknown(&self, environment: Environment, reservation: &ReservationId) {
        let mut known = self.known();
        let key = (environment, reservation.clone());
        if let Some(standing) = known.get_mut(&key) {
            standing.unknown.clear();
            if standing.in_flight.is_none() {
                known.remove(&key);
            }
        }
    }

    /// Not for ever: a disk that hangs must not keep a window open that somebody wants to close.
    pub(super) fn is_sending(&self, now: Instant) -> bool {
        let waits = |begun: Instant| now.saturating_duration_since(begun) < LONGEST;
        self.known().values().filter_map(|standing| standing.in_flight).any(waits)
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Key, Standing>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass<'_> {
    /// From here until it has come back nobody knows.
    pub(super) fn is_leaving(&self) {
        *self.came_to() = CameTo::Unknown;
    }

    pub(super) fn has_come_back(&self, outcome: &Outcome) {
        *self.came_to() = match outcome {
            Outcome::Sent => CameTo::Sent,
            Outcome::NotSent(_) => CameTo::Nothing,
            Outcome::Unknown(_) => CameTo::Unknown,
        };
    }

    fn came_to(&self) -> MutexGuard<'_, CameTo> {
        self.came_to.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Standing {
    /// As the journal counts: *not sent* says nothing about an earlier send that is still unknown, and *sent* nothing about
    /// one to somebody else.
    fn after(&mut self, came_to: CameTo, recipient: &Recipient) {
        self.in_flight = None;
        match came_to {
            CameTo::Nothing => {}
            CameTo::Sent => {
                let unknown = mem::take(&mut self.unknown);
                self.unknown = unknown.iter().filter_map(|unknown| unknown.without(recipient)).collect();
            }
            CameTo::Unknown => self.unknown.push(recipient.clone()),
        }
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let came_to = *self.came_to();
        let mut known = self.guard.known();
        if let Some(standing) = known.get_mut(&self.key) {
            standing.after(came_to, &self.recipient);
            if standing.unknown.is_empty() {
                known.remove(&self.key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EmailAddress, NotSent, PhoneNumber, Region, Unknown};

    const HERE: Environment = Environment::Production;

    fn reservation() -> ReservationId {
        ReservationId::parse("RES3633019929").expect("an id")
    }

    fn kari() -> Recipient {
        to("412 34 567")
    }

    fn to(number: &str) -> Recipient {
        let number = PhoneNumber::parse(number, Region::default()).expect("a number");
        Recipient::new(Some(number), None).expect("a recipient")
    }

    fn by_email() -> Recipient {
        Recipient::new(None, EmailAddress::parse("kari@example.com").ok()).expect("a recipient")
    }

    fn enter(guard: &Guard, again: bool) -> Result<Pass<'_>, Stop> {
        guard.enter(HERE, &reservation(), &kari(), again)
    }

    fn send(guard: &Guard, again: bool, outcome: &Outcome) -> Result<(), Stop> {
        send_to(guard, &kari(), again, outcome)
    }

    fn send_to(guard: &Guard, recipient: &Recipient, again: bool, outcome: &Outcome) -> Result<(), Stop> {
        let pass = guard.enter(HERE, &reservation(), recipient, again)?;
        pass.is_leaving();
        pass.has_come_back(outcome);
        Ok(())
    }

    #[test]
    fn a_second_send_is_stopped_while_the_first_runs() {
        let guard = Guard::default();
        let first = enter(&guard, false).expect("nothing runs yet");

        assert_eq!(enter(&guard, true).err(), Some(Stop::Busy));
        assert!(
            guard.enter(Environment::Demo, &reservation(), &kari(), false).is_ok(),
            "another environment is another desk"
        );

        drop(first);
        assert!(enter(&guard, false).is_ok());
    }

    #[test]
    fn an_unknown_send_asks_before_it_is_repeated() {
        let guard = Guard::default();
        send(&guard, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");

        assert_eq!(send(&guard, false, &Outcome::Sent), Err(Stop::EarlierUnknown));
        assert_eq!(send(&guard, true, &Outcome::Sent), Ok(()));
        assert_eq!(send(&guard, false, &Outcome::Sent), Ok(()), "the service's word has settled it");
    }

    #[test]
    fn a_later_send_to_somebody_else_does_not_settle_an_unknown_send() {
        for other in [to("412 34 599"), by_email()] {
            let guard = Guard::default();
            send(&guard, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");
            send_to(&guard, &other, true, &Outcome::Sent).expect("again, to another");

            assert_eq!(send(&guard, false, &Outcome::Sent), Err(Stop::EarlierUnknown), "{other:?}");
            assert_eq!(send(&guard, true, &Outcome::Sent), Ok(()));
            assert_eq!(send(&guard, false, &Outcome::Sent), Ok(()), "now the same has been sent it");
        }
    }

    #[test]
    fn of_two_channels_each_has_to_be_settled() {
        let guard = Guard::default();
        let both = Recipient::new(kari().sms().cloned(), by_email().email().cloned()).expect("a recipient");
        send_to(&guard, &both, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");

        send_to(&guard, &by_email(), true, &Outcome::Sent).expect("one of them");
        assert_eq!(send(&guard, false, &Outcome::Sent), Err(Stop::EarlierUnknown));
        send(&guard, true, &Outcome::Sent).expect("the other");
        assert_eq!(send(&guard, false, &Outcome::Sent), Ok(()));
    }

    #[test]
    fn a_later_refusal_does_not_settle_an_unknown_send() {
        let guard = Guard::default();
        send(&guard, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");
        send(&guard, true, &Outcome::NotSent(NotSent::NoContact)).expect("again");

        assert_eq!(send(&guard, false, &Outcome::Sent), Err(Stop::EarlierUnknown));
    }

    #[test]
    fn a_send_that_was_dropped_underway_is_unknown() {
        let guard = Guard::default();
        let pass = enter(&guard, false).expect("nothing runs yet");
        pass.is_leaving();
        drop(pass);

        assert_eq!(enter(&guard, false).err(), Some(Stop::EarlierUnknown));
    }

    #[test]
    fn a_send_that_never_began_to_leave_is_forgotten() {
        let guard = Guard::default();
        drop(enter(&guard, false).expect("nothing runs yet"));

        assert!(enter(&guard, false).is_ok());
    }
}

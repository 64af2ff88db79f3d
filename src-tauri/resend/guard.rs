use std::{
    collections::HashMap,
    sync::{
        Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use crate::domain::{Environment, Outcome, ReservationId};

/// What keeps one decision at one message: the lock lives here, whatever the page does.
///
/// It looks at the reservation alone. Two sends of one reservation at the same moment share a channel
/// more often than not, and then somebody gets two messages.
#[derive(Debug, Default)]
pub(super) struct Guard {
    known: Mutex<HashMap<Key, Standing>>,
}

type Key = (Environment, ReservationId);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    InFlight { earlier_unknown: bool },
    Unknown,
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
    unknown: AtomicBool,
}

impl Guard {
    pub(super) fn enter(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        again_after_unknown: bool,
    ) -> Result<Pass<'_>, Stop> {
        let key = (environment, reservation.clone());
        let mut known = self.known();
        let earlier_unknown = match known.get(&key) {
            Some(Standing::InFlight { .. }) => return Err(Stop::Busy),
            Some(Standing::Unknown) if !again_after_unknown => return Err(Stop::EarlierUnknown),
            Some(Standing::Unknown) => true,
            None => false,
        };
        known.insert(key.clone(), Standing::InFlight { earlier_unknown });
        Ok(Pass { guard: self, key, unknown: AtomicBool::new(earlier_unknown) })
    }

    /// It is known by now.
    pub(super) fn forget_unknown(&self, environment: Environment, reservation: &ReservationId) {
        let mut known = self.known();
        let key = (environment, reservation.clone());
        if known.get(&key) == Some(&Standing::Unknown) {
            known.remove(&key);
        }
    }

    pub(super) fn is_sending(&self) -> bool {
        self.known().values().any(|standing| matches!(standing, Standing::InFlight { .. }))
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Key, Standing>> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Pass<'_> {
    /// From here until it has come back nobody knows.
    pub(super) fn is_leaving(&self) {
        self.unknown.store(true, Ordering::Relaxed);
    }

    /// *Not sent* says nothing about an earlier send that is still unknown.
    pub(super) fn has_come_back(&self, outcome: &Outcome) {
        let unknown = match outcome {
            Outcome::Sent => false,
            Outcome::NotSent(_) => self.had_earlier_unknown(),
            Outcome::Unknown(_) => true,
        };
        self.unknown.store(unknown, Ordering::Relaxed);
    }

    fn had_earlier_unknown(&self) -> bool {
        self.guard.known().get(&self.key) == Some(&Standing::InFlight { earlier_unknown: true })
    }
}

impl Drop for Pass<'_> {
    fn drop(&mut self) {
        let mut known = self.guard.known();
        if self.unknown.load(Ordering::Relaxed) {
            known.insert(self.key.clone(), Standing::Unknown);
        } else {
            known.remove(&self.key);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{NotSent, Unknown};

    const HERE: Environment = Environment::Production;

    fn reservation() -> ReservationId {
        ReservationId::parse("RES3633019929").expect("an id")
    }

    fn send(guard: &Guard, again: bool, outcome: &Outcome) -> Result<(), Stop> {
        let pass = guard.enter(HERE, &reservation(), again)?;
        pass.is_leaving();
        pass.has_come_back(outcome);
        Ok(())
    }

    #[test]
    fn a_second_send_is_stopped_while_the_first_runs() {
        let guard = Guard::default();
        let first = guard.enter(HERE, &reservation(), false).expect("nothing runs yet");

        assert_eq!(guard.enter(HERE, &reservation(), true).err(), Some(Stop::Busy));
        assert!(guard.enter(Environment::Demo, &reservation(), false).is_ok(), "another environment is another desk");

        drop(first);
        assert!(guard.enter(HERE, &reservation(), false).is_ok());
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
    fn a_later_refusal_does_not_settle_an_unknown_send() {
        let guard = Guard::default();
        send(&guard, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");
        send(&guard, true, &Outcome::NotSent(NotSent::NoContact)).expect("again");

        assert_eq!(send(&guard, false, &Outcome::Sent), Err(Stop::EarlierUnknown));
    }

    #[test]
    fn a_send_that_was_dropped_underway_is_unknown() {
        let guard = Guard::default();
        let pass = guard.enter(HERE, &reservation(), false).expect("nothing runs yet");
        pass.is_leaving();
        drop(pass);

        assert_eq!(guard.enter(HERE, &reservation(), false).err(), Some(Stop::EarlierUnknown));
    }

    #[test]
    fn a_send_that_never_began_to_leave_is_forgotten() {
        let guard = Guard::default();
        drop(guard.enter(HERE, &reservation(), false).expect("nothing runs yet"));

        assert!(guard.enter(HERE, &reservation(), false).is_ok());
    }
}

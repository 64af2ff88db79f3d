use std::{
    collections::HashMap,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use crate::{
    domain::{Environment, Recipient, ReservationId},
    records::Proposal,
};

/// Sends that can still be stopped. Whoever does not ask again when the time has run out has stopped it.
#[derive(Debug, Default)]
pub(super) struct Holding(Mutex<HashMap<(Environment, ReservationId, Recipient), Instant>>);

/// Who asks later than this after the time has run out has stopped it, and begins anew.
const LATE: Duration = Duration::from_secs(30);

impl Holding {
    /// How long it has to wait; None when it may leave now.
    pub(super) fn left(&self, proposal: &Proposal, held: bool, time: Duration) -> Option<Duration> {
        if time.is_zero() {
            return None;
        }
        let key = (proposal.environment, proposal.reservation.clone(), proposal.recipient.clone());
        let mut begun = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        begun.retain(|_, begun| begun.elapsed() < time + LATE);
        match begun.get(&key).map(Instant::elapsed) {
            Some(waited) if held && waited >= time => {
                begun.remove(&key);
                None
            }
            Some(waited) if held => Some(time.saturating_sub(waited)),
            Some(_) | None => {
                begun.insert(key, Instant::now());
                Some(time)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Region;

    const MOMENT: Duration = Duration::from_millis(20);
    const LONG: Duration = Duration::from_hours(1);

    #[test]
    fn without_a_hold_it_leaves_at_once() {
        assert_eq!(Holding::default().left(&proposal("412 34 567"), false, Duration::ZERO), None);
    }

    #[test]
    fn it_leaves_when_the_time_has_run_out_and_not_before() {
        let holding = Holding::default();
        assert_eq!(holding.left(&proposal("412 34 567"), false, LONG), Some(LONG));
        let left = holding.left(&proposal("412 34 567"), true, LONG).expect("too early");
        assert!(left <= LONG);

        let holding = Holding::default();
        assert_eq!(holding.left(&proposal("412 34 567"), false, MOMENT), Some(MOMENT));
        std::thread::sleep(MOMENT);
        assert_eq!(holding.left(&proposal("412 34 567"), true, MOMENT), None);
        assert_eq!(holding.left(&proposal("412 34 567"), true, MOMENT), Some(MOMENT), "that was one send");
    }

    #[test]
    fn whoever_says_that_the_time_is_up_without_having_waited_waits() {
        assert_eq!(Holding::default().left(&proposal("412 34 567"), true, LONG), Some(LONG));
    }

    #[test]
    fn another_recipient_is_another_send() {
        let holding = Holding::default();
        holding.left(&proposal("412 34 567"), false, MOMENT);
        std::thread::sleep(MOMENT);
        assert_eq!(holding.left(&proposal("412 34 568"), true, MOMENT), Some(MOMENT));
    }

    fn proposal(number: &str) -> Proposal {
        let number = crate::domain::PhoneNumber::parse(number, Region::default()).ok();
        Proposal {
            environment: Environment::Local,
            reservation: ReservationId::parse("RES3633019929").expect("an id"),
            recipient: Recipient::new(number, None).expect("a recipient"),
            again_after_unknown: false,
            quiet: None,
        }
    }
}

use std::{collections::HashMap, time::Duration};

use parking_lot::Mutex;

use super::{LookUpResult, Snapshot};
use crate::{
    clock::{Clock, Now},
    domain::{Environment, ReservationId},
};

/// Recent look-ups, for the send that follows. They are kept in memory, and not for long.
#[derive(Debug, Default)]
pub(super) struct RecentLookUps(Mutex<HashMap<Key, (RecentLookUp, Now)>>);

type Key = (Environment, ReservationId);

/// The reservation as a recent look-up found it.
#[derive(Clone, Debug)]
pub enum RecentLookUp {
    Seen(Box<Snapshot>),
    NotFound,
}

/// The age up to which a look-up counts: a reservation changes, and what was seen longer ago says little.
const FRESH: Duration = Duration::from_mins(15);
/// The capacity: more than anybody looks up in that time. Beyond it the oldest make room: the newest is what a send is
/// about.
const MOST: usize = 500;

impl RecentLookUps {
    /// Keeps what was found. Where nothing was seen, what was seen before stays true for as long as it is fresh, and may
    /// still be on the screen.
    pub(super) fn keep(&self, environment: Environment, looking: &LookUpResult) {
        let (id, sight) = match looking {
            LookUpResult::Seen(seen) => (seen.id.clone(), RecentLookUp::Seen(seen.clone())),
            LookUpResult::NotFound(id) => (id.clone(), RecentLookUp::NotFound),
            LookUpResult::Unseen(..) | LookUpResult::NoId => return,
        };
        let mut known = self.0.lock();
        known.retain(|_, (_, at)| age(*at) < FRESH);
        known.remove(&(environment, id.clone()));
        if known.len() >= MOST
            && let Some(oldest) = known.iter().min_by_key(|(_, (_, at))| at.steady).map(|(key, _)| key.clone())
        {
            known.remove(&oldest);
        }
        known.insert((environment, id), (sight, Clock::default().now()));
    }

    /// Returns a recent look-up and its age.
    pub(super) fn of(&self, environment: Environment, id: &ReservationId) -> Option<(RecentLookUp, Duration)> {
        let known = self.0.lock();
        let (sight, at) = known.get(&(environment, id.clone()))?;
        let age = age(*at);
        (age < FRESH).then(|| (sight.clone(), age))
    }
}

/// Returns the greater of the ages by both clocks.
fn age(at: Now) -> Duration {
    Clock::default().now().since(at).at_most()
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Environment = Environment::Production;

    #[test]
    fn the_newest_look_up_is_known_however_many_there_were() {
        let recent = RecentLookUps::default();
        let many = u32::try_from(3 * MOST).expect("a number");
        for number in 0..many {
            recent.keep(HERE, &LookUpResult::NotFound(id(number)));
            assert!(recent.of(HERE, &id(number)).is_some(), "look-up {number}");
        }

        assert!(recent.of(HERE, &id(many - 2)).is_some(), "and the one before it");
        assert!(recent.of(HERE, &id(0)).is_none(), "the oldest made room");
        assert_eq!(recent.0.lock().len(), MOST);
    }

    #[test]
    fn looking_at_the_same_one_again_makes_no_room() {
        let recent = RecentLookUps::default();
        let most = u32::try_from(MOST).expect("a number");
        (0..most).for_each(|number| recent.keep(HERE, &LookUpResult::NotFound(id(number))));

        recent.keep(HERE, &LookUpResult::NotFound(id(most - 1)));

        assert!(recent.of(HERE, &id(0)).is_some());
    }

    #[test]
    fn what_was_seen_before_a_night_of_sleep_counts_no_more() {
        let recent = RecentLookUps::default();
        recent.keep(HERE, &LookUpResult::NotFound(id(1)));
        for (_, at) in recent.0.lock().values_mut() {
            at.wall -= FRESH;
        }

        assert!(recent.of(HERE, &id(1)).is_none());
    }

    fn id(number: u32) -> ReservationId {
        ReservationId::parse(&format!("RES{}", 3_633_000_000 + u64::from(number))).expect("an id")
    }
}

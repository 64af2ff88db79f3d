use std::{
    collections::HashMap,
    sync::{Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use super::{Looking, Seen};
use crate::domain::{Environment, ReservationId};

/// What was seen a moment ago, for the send that follows. It is kept in memory, and not for long.
#[derive(Debug, Default)]
pub(super) struct Sights(Mutex<HashMap<Key, (Sight, Instant)>>);

type Key = (Environment, ReservationId);

/// What a send knows of its reservation.
#[derive(Clone, Debug)]
pub enum Sight {
    Seen(Box<Seen>),
    NotFound,
}

/// A reservation changes: what was seen longer ago than this says little about it.
const FRESH: Duration = Duration::from_mins(15);
/// More than anybody looks up in that time.
const MOST: usize = 500;

impl Sights {
    pub(super) fn keep(&self, environment: Environment, looking: &Looking) {
        let (id, sight) = match looking {
            Looking::Seen(seen) => (seen.id.clone(), Some(Sight::Seen(seen.clone()))),
            Looking::NotFound(id) => (id.clone(), Some(Sight::NotFound)),
            Looking::Unseen(id, _) => (id.clone(), None),
            Looking::NoId => return,
        };
        let mut known = self.known();
        known.retain(|_, (_, at)| at.elapsed() < FRESH);
        match sight {
            Some(sight) if known.len() < MOST => drop(known.insert((environment, id), (sight, Instant::now()))),
            Some(_) | None => drop(known.remove(&(environment, id))),
        }
    }

    /// With how long ago it was seen.
    pub(super) fn of(&self, environment: Environment, id: &ReservationId) -> Option<(Sight, Duration)> {
        let known = self.known();
        let (sight, at) = known.get(&(environment, id.clone()))?;
        let age = at.elapsed();
        (age < FRESH).then(|| (sight.clone(), age))
    }

    fn known(&self) -> MutexGuard<'_, HashMap<Key, (Sight, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

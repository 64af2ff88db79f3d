use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use parking_lot::Mutex;
use tokio::time::sleep;

use super::{Row, SearchIndex, WaitingList};
use crate::domain::Environment;

/// The list that was read last, in memory and nowhere else, until some time after its last use.
#[derive(Debug)]
pub(super) struct Kept {
    held: Arc<Mutex<Option<Held>>>,
    time: Duration,
}

#[derive(Debug)]
struct Held {
    environment: Environment,
    list: Arc<WaitingList>,
    index: SearchIndex,
    used: Instant,
}

impl Kept {
    pub(super) fn for_time(time: Duration) -> Self {
        Self { held: Arc::default(), time }
    }

    pub(super) fn keep(&self, environment: Environment, list: Arc<WaitingList>) {
        let (held, time) = (Arc::clone(&self.held), self.time);
        let kept = Arc::downgrade(&list);
        let index = SearchIndex::new(&list.rows);
        *held.lock() = Some(Held { environment, list, index, used: Instant::now() });
        tokio::spawn(async move {
            while let Some(left) = forget_where_unused(&held, &kept, time) {
                sleep(left).await;
            }
        });
    }

    /// Returns the list of this environment, which is a use of it.
    pub(super) fn of(&self, environment: Environment) -> Option<Arc<WaitingList>> {
        let mut held = self.held.lock();
        let held = held.as_mut().filter(|held| held.environment == environment)?;
        held.used = Instant::now();
        Some(Arc::clone(&held.list))
    }

    /// Returns the rows that a text can mean, which is a use of the list.
    pub(super) fn find(&self, environment: Environment, text: &str) -> Option<Vec<Row>> {
        let mut held = self.held.lock();
        let held = held.as_mut().filter(|held| held.environment == environment)?;
        held.used = Instant::now();
        Some(held.index.find(text).into_iter().filter_map(|at| held.list.rows.get(at)).cloned().collect())
    }

    pub(super) fn forget(&self) {
        *self.held.lock() = None;
    }
}

/// Forgets the list where it was not used for that time. Returns the time that is left; None where it is gone.
fn forget_where_unused(
    held: &Mutex<Option<Held>>,
    kept: &std::sync::Weak<WaitingList>,
    time: Duration,
) -> Option<Duration> {
    let mut held = held.lock();
    let this = held.as_ref().filter(|held| std::sync::Weak::ptr_eq(&Arc::downgrade(&held.list), kept))?;
    let left = time.checked_sub(this.used.elapsed()).filter(|left| !left.is_zero());
    if left.is_none() {
        *held = None;
    }
    left
}

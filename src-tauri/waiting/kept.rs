use std::{sync::Arc, time::Duration};

use parking_lot::Mutex;
use tokio::time::sleep;

use super::{FoundRow, SearchIndex, SettledProgress, WaitingList, settled::Settled};
use crate::{
    clock::{Clock, Now},
    connect::{Details, ReadFailure},
    domain::{Environment, ReservationId},
};

/// The list that was read last, in memory and nowhere else, until some time after its last use.
#[derive(Debug)]
pub(super) struct Kept {
    held: Arc<Mutex<Option<Held>>>,
    time: Duration,
    clock: Clock,
}

#[derive(Debug)]
struct Held {
    environment: Environment,
    list: Arc<WaitingList>,
    settled: Settled,
    /// Of the list, and then of the settled ones.
    index: SearchIndex,
    used: Now,
}

/// The longest pause between two looks at whether it is still used.
const LOOK: Duration = Duration::from_mins(1);

impl Kept {
    pub(super) fn for_time(time: Duration) -> Self {
        Self { held: Arc::default(), time, clock: Clock::default() }
    }

    pub(super) fn keep(&self, environment: Environment, list: Arc<WaitingList>, settled: Settled) {
        let (held, time, clock) = (Arc::clone(&self.held), self.time, self.clock.clone());
        let kept = Arc::downgrade(&list);
        let index = SearchIndex::new(list.rows.iter().chain(&settled.rows));
        *held.lock() = Some(Held { environment, list, settled, index, used: self.clock.now() });
        tokio::spawn(async move {
            // A timer stands still while the computer sleeps.
            while let Some(left) = forget_where_unused(&held, &kept, time, &clock) {
                sleep(left.min(LOOK)).await;
            }
        });
    }

    /// Returns the list of this environment, which is a use of it.
    pub(super) fn of(&self, environment: Environment) -> Option<Arc<WaitingList>> {
        let mut held = self.held.lock();
        let held = held.as_mut().filter(|held| held.environment == environment)?;
        held.used = self.clock.now();
        Some(Arc::clone(&held.list))
    }

    /// Returns the rows that a text can mean, those that are open first. That is a use of the list.
    pub(super) fn find(&self, environment: Environment, text: &str) -> Option<Vec<FoundRow>> {
        let mut held = self.held.lock();
        let held = held.as_mut().filter(|held| held.environment == environment)?;
        held.used = self.clock.now();
        let mut found = held.index.search(text);
        let open = held.list.rows.len();
        found.places.sort_by_key(|at| *at >= open);
        let row = |at: &usize| held.list.rows.get(*at).or_else(|| held.settled.rows.get(at.checked_sub(open)?));
        Some(found.places.iter().filter_map(row).map(|row| found.row(row)).collect())
    }

    /// Returns whose details are to be looked up; None where it is not this list that is kept.
    pub(super) fn begin_settled(&self, list: &WaitingList) -> Option<Vec<ReservationId>> {
        self.with(list, |held| {
            held.settled.begin();
            held.settled.unread()
        })
    }

    /// Adds what was read of one that is settled, which is a use of the list. Returns how far it is.
    pub(super) fn add_settled(
        &self,
        list: &WaitingList,
        id: &ReservationId,
        read: &Result<Option<Details>, ReadFailure>,
    ) -> Option<SettledProgress> {
        self.with(list, |held| {
            if let Some(row) = held.settled.add(id, read) {
                held.index.push(row);
            }
            held.settled.progress(true)
        })
    }

    /// Returns how far those that are settled are known, while none of them is being read.
    pub(super) fn settled(&self, list: &WaitingList) -> Option<SettledProgress> {
        self.with(list, |held| held.settled.progress(false))
    }

    /// Uses what is kept, where it is this list.
    fn with<T>(&self, list: &WaitingList, run: impl FnOnce(&mut Held) -> T) -> Option<T> {
        let mut held = self.held.lock();
        let held = held.as_mut().filter(|held| std::ptr::eq(held.list.as_ref(), list))?;
        held.used = self.clock.now();
        Some(run(held))
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
    clock: &Clock,
) -> Option<Duration> {
    let mut held = held.lock();
    let this = held.as_ref().filter(|held| std::sync::Weak::ptr_eq(&Arc::downgrade(&held.list), kept))?;
    let left = time.checked_sub(clock.now().since(this.used).at_most()).filter(|left| !left.is_zero());
    if left.is_none() {
        *held = None;
    }
    left
}

#[cfg(test)]
mod tests {
    use std::time::{Instant, SystemTime};

    use super::*;
    use crate::waiting::Progress;

    #[tokio::test]
    async fn a_computer_that_slept_longer_than_a_list_is_kept_for_has_forgotten_it() {
        let begun = Now { wall: SystemTime::now(), steady: Instant::now() };
        let slept = Arc::new(Mutex::new(Duration::ZERO));
        let clock = Clock::new({
            let slept = Arc::clone(&slept);
            move || Now { wall: begun.wall + *slept.lock(), ..begun }
        });
        let quarter = Duration::from_mins(15);
        let kept = Kept { clock: clock.clone(), ..Kept::for_time(quarter) };
        let list = Arc::new(WaitingList { rows: Vec::new(), progress: Progress::begun(14) });
        kept.keep(Environment::Demo, Arc::clone(&list), Settled::default());
        let left = || forget_where_unused(&kept.held, &Arc::downgrade(&list), quarter, &clock);

        assert_eq!(left(), Some(quarter));
        *slept.lock() = Duration::from_mins(14);
        assert_eq!(left(), Some(Duration::from_mins(1)));
        *slept.lock() = quarter;
        assert_eq!(left(), None);
        assert_eq!(kept.of(Environment::Demo), None);
    }
}

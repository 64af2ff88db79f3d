//! The clocks of this computer: the one on the wall and the one that only goes on.

use std::{
    fmt,
    sync::Arc,
    time::{Duration, Instant, SystemTime},
};

/// The wall clock and the monotonic clock, read at one moment.
///
/// A computer that sleeps stops the monotonic one (`Instant` counts no suspend on Linux and macOS), and anybody may set
/// the other: how long something took is known only where the two agree.
#[derive(Clone, Copy, Debug)]
pub struct Now {
    pub wall: SystemTime,
    pub steady: Instant,
}

/// The source of the time: a test brings its own, and waits for nothing.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> Now + Send + Sync>);

impl Clock {
    pub fn new(read: impl Fn() -> Now + Send + Sync + 'static) -> Self {
        Self(Arc::new(read))
    }

    pub(crate) fn now(&self) -> Now {
        (self.0)()
    }
}

impl Default for Clock {
    fn default() -> Self {
        Self::new(|| Now { wall: SystemTime::now(), steady: Instant::now() })
    }
}

impl fmt::Debug for Clock {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Clock")
    }
}

impl Now {
    pub(crate) fn since(self, begun: Self) -> Elapsed {
        let steady = self.steady.saturating_duration_since(begun.steady);
        let apart = begun.wall.checked_add(steady).map_or(Duration::MAX, |expected| {
            self.wall.duration_since(expected).unwrap_or_else(|earlier| earlier.duration())
        });
        Elapsed { steady, wall: self.wall.duration_since(begun.wall).unwrap_or_default(), apart }
    }
}

/// An elapsed time by each clock, and how far the two disagree.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elapsed {
    pub(crate) steady: Duration,
    pub(crate) wall: Duration,
    pub(crate) apart: Duration,
}

impl Elapsed {
    /// Returns the greater one: what may have been longer ago is older.
    pub(crate) fn at_most(self) -> Duration {
        self.steady.max(self.wall)
    }
}

use std::collections::HashMap;

use parking_lot::Mutex;

use crate::domain::{Environment, Timestamp, Zone};

/// The clock of each service: its offset from this computer's, and the zone of the times that it writes. Kept as long
/// as the app runs.
#[derive(Debug, Default)]
pub(crate) struct Clocks(Mutex<HashMap<Environment, Clock>>);

#[derive(Clone, Debug, Default)]
pub(crate) struct Clock {
    /// In milliseconds.
    pub(crate) ahead: Option<i64>,
    pub(crate) zone: Option<Zone>,
    /// Whether it has been looked for in the past, where it is told once or never.
    pub(crate) zone_was_sought: bool,
}

/// The offset that is let pass: an answer tells the time in whole seconds, and was on its way for a while.
const NEAR_ENOUGH: u64 = 10_000;

impl Clocks {
    pub(crate) fn of(&self, environment: Environment) -> Clock {
        self.0.lock().get(&environment).cloned().unwrap_or_default()
    }

    /// Sets the offset. Says whether it is another than was thought: then another time was asked about than was meant.
    pub(crate) fn set(&self, environment: Environment, thought: &Clock, service_time: Timestamp) -> bool {
        let ahead = service_time.since(Timestamp::now());
        self.0.lock().entry(environment).or_default().ahead = Some(ahead);
        thought.ahead.unwrap_or_default().abs_diff(ahead) > NEAR_ENOUGH
    }

    pub(crate) fn set_zone(&self, environment: Environment, zone: Zone) {
        self.0.lock().entry(environment).or_default().zone = Some(zone);
    }

    pub(crate) fn mark_zone_sought(&self, environment: Environment) {
        self.0.lock().entry(environment).or_default().zone_was_sought = true;
    }
}

impl Clock {
    /// Whether the service has told what time it is.
    pub(crate) fn is_set(&self) -> bool {
        self.ahead.is_some()
    }

    pub(crate) fn now(&self) -> Timestamp {
        self.of_service(Timestamp::now())
    }

    /// Converts a time of this computer's clock to the service's.
    pub(crate) fn of_service(&self, ours: Timestamp) -> Timestamp {
        ours.shifted(self.ahead.unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HERE: Environment = Environment::Demo;

    #[test]
    fn our_times_are_told_by_the_services_clock() {
        let clocks = Clocks::default();
        let now = Timestamp::now();
        for minutes in [-300, -5, 0, 5, 300] {
            let service_time = now.shifted(minutes * 60_000);

            clocks.set(HERE, &Clock::default(), service_time);

            let off = clocks.of(HERE).of_service(now).since(service_time);
            assert!(off.abs() < 1000, "{minutes}: {off}");
        }
        assert!(!clocks.of(Environment::Production).is_set(), "each service has its own");
    }

    #[test]
    fn a_clock_that_is_far_off_is_noticed_once() {
        let clocks = Clocks::default();
        let far = Timestamp::now().shifted(300_000);

        assert!(!clocks.set(HERE, &clocks.of(HERE), Timestamp::now()));
        assert!(clocks.set(HERE, &clocks.of(HERE), far));
        assert!(!clocks.set(HERE, &clocks.of(HERE), far));
    }

    #[test]
    fn no_distance_makes_it_panic() {
        for ahead in [i64::MIN, i64::MAX] {
            let _ = Clock { ahead: Some(ahead), ..Clock::default() }.now();
        }
    }
}

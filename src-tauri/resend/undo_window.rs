use std::{collections::HashMap, time::Duration};

use parking_lot::Mutex;

use crate::{clock::Now, domain::Resend};

/// The undo window: sends that can still be stopped. Whoever does not ask again in time has stopped it.
#[derive(Debug, Default)]
pub(super) struct UndoWindow(Mutex<HashMap<Resend, Hold>>);

#[derive(Clone, Copy, Debug)]
struct Hold {
    begun: Now,
    time: Duration,
}

/// The rest of the undo window, as a call finds it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// It may leave now.
    Over,
    /// It can be stopped for so long yet.
    Left(Duration),
    /// It was asked for after its time: nobody watched it, and the countdown is over. It is stopped.
    TooLate,
}

/// The delay that a page at a busy computer may have. A computer that slept, or an app that stood still, was away for
/// longer.
const LATE: Duration = Duration::from_secs(4);

/// The time after which a hold that nobody has asked for was stopped.
const STOPPED: Duration = Duration::from_hours(1);

impl UndoWindow {
    /// Opens the window for a send, or says how much of it is left.
    pub(super) fn wait(&self, resend: &Resend, asked_again: bool, time: Duration, now: Now) -> Wait {
        let mut holds = self.0.lock();
        match holds.remove(resend).filter(|_| asked_again) {
            Some(hold) if hold.is_late(now) => Wait::TooLate,
            Some(hold) => match hold.left(now) {
                None => Wait::Over,
                Some(left) => {
                    holds.insert(resend.clone(), hold);
                    Wait::Left(left)
                }
            },
            None if time.is_zero() => Wait::Over,
            None => {
                holds.retain(|_, hold| now.since(hold.begun).steady < hold.time + STOPPED);
                holds.insert(resend.clone(), Hold { begun: now, time });
                Wait::Left(time)
            }
        }
    }
}

impl Hold {
    /// Whether it is too late by either clock; and where they disagree the computer slept, or somebody has set one:
    /// nobody knows how long it was.
    fn is_late(&self, now: Now) -> bool {
        let waited = now.since(self.begun);
        waited.steady.max(waited.wall) > self.time.saturating_add(LATE) || waited.apart > LATE
    }

    fn left(&self, now: Now) -> Option<Duration> {
        self.time.checked_sub(now.since(self.begun).steady).filter(|left| !left.is_zero())
    }
}

#[cfg(test)]
mod tests {
    use std::time::{Instant, SystemTime};

    use super::*;
    use crate::domain::{Environment, PhoneNumber, Recipient, Region, ReservationId};

    const TIME: Duration = Duration::from_secs(5);

    #[test]
    fn without_a_hold_it_leaves_at_once() {
        assert_eq!(UndoWindow::default().wait(&resend("412 34 567"), false, Duration::ZERO, now()), Wait::Over);
    }

    #[test]
    fn it_leaves_when_the_time_has_run_out_and_not_before() {
        let (window, begun) = (UndoWindow::default(), now());
        let send = resend("412 34 567");
        assert_eq!(window.wait(&send, false, TIME, begun), Wait::Left(TIME));
        assert_eq!(window.wait(&send, true, TIME, after(begun, 4)), Wait::Left(Duration::from_secs(1)));
        assert_eq!(window.wait(&send, true, TIME, after(begun, 5)), Wait::Over);
        assert_eq!(window.wait(&send, true, TIME, after(begun, 5)), Wait::Left(TIME), "that was one send");
    }

    #[test]
    fn a_busy_computer_may_be_somewhat_late() {
        let (window, begun) = (UndoWindow::default(), now());
        let send = resend("412 34 567");
        window.wait(&send, false, TIME, begun);
        assert_eq!(window.wait(&send, true, TIME, after(begun, 8)), Wait::Over);
    }

    #[test]
    fn what_is_asked_for_late_is_stopped_once_and_for_all() {
        for seconds in [10, 45, 3 * 3600] {
            let (window, begun) = (UndoWindow::default(), now());
            let send = resend("412 34 567");
            window.wait(&send, false, TIME, begun);
            assert_eq!(window.wait(&send, true, TIME, after(begun, seconds)), Wait::TooLate, "{seconds}");
        }
    }

    #[test]
    fn a_hold_that_another_one_came_after_is_still_known_to_be_late() {
        let (window, begun) = (UndoWindow::default(), now());
        let (send, other) = (resend("412 34 567"), resend("412 34 568"));
        window.wait(&send, false, TIME, begun);
        window.wait(&other, false, TIME, after(begun, 60));
        assert_eq!(window.wait(&send, true, TIME, after(begun, 60)), Wait::TooLate);
    }

    /// The monotonic clock stands still while the computer sleeps.
    #[test]
    fn a_computer_that_slept_sends_nothing_when_it_wakes() {
        for (waited, slept) in [(1, 5), (5, 45), (5, 12 * 3600)] {
            let (window, begun) = (UndoWindow::default(), now());
            let send = resend("412 34 567");
            window.wait(&send, false, TIME, begun);
            let woken = after(begun, waited);
            let woken = Now { wall: woken.wall + Duration::from_secs(slept), ..woken };
            assert_eq!(window.wait(&send, true, TIME, woken), Wait::TooLate, "{waited} {slept}");
        }
    }

    #[test]
    fn a_wall_clock_that_was_set_meanwhile_stops_it_in_either_direction() {
        for forward in [true, false] {
            let (window, begun) = (UndoWindow::default(), now());
            let send = resend("412 34 567");
            window.wait(&send, false, TIME, begun);
            let (due, jump) = (after(begun, 5), Duration::from_mins(10));
            let wall = if forward { due.wall + jump } else { due.wall - jump };
            assert_eq!(window.wait(&send, true, TIME, Now { wall, ..due }), Wait::TooLate, "{forward}");
        }
    }

    #[test]
    fn another_time_in_settings_changes_nothing_for_a_send_that_is_held() {
        for time in [Duration::ZERO, TIME * 2] {
            let (window, begun) = (UndoWindow::default(), now());
            let send = resend("412 34 567");
            window.wait(&send, false, TIME, begun);
            assert_eq!(window.wait(&send, true, time, after(begun, 1)), Wait::Left(Duration::from_secs(4)));
            assert_eq!(window.wait(&send, true, time, after(begun, 60)), Wait::TooLate);
        }
    }

    #[test]
    fn whoever_says_that_the_time_is_up_without_having_waited_waits() {
        assert_eq!(UndoWindow::default().wait(&resend("412 34 567"), true, TIME, now()), Wait::Left(TIME));
    }

    #[test]
    fn another_recipient_is_another_send() {
        let (window, begun) = (UndoWindow::default(), now());
        window.wait(&resend("412 34 567"), false, TIME, begun);
        assert_eq!(window.wait(&resend("412 34 568"), true, TIME, after(begun, 5)), Wait::Left(TIME));
    }

    fn now() -> Now {
        Now { wall: SystemTime::now(), steady: Instant::now() }
    }

    fn after(begun: Now, seconds: u64) -> Now {
        let waited = Duration::from_secs(seconds);
        Now { wall: begun.wall + waited, steady: begun.steady + waited }
    }

    fn resend(number: &str) -> Resend {
        let number = PhoneNumber::parse(number, Region::default()).ok();
        let recipient = Recipient::new(number, None).expect("a recipient");
        let reservation = ReservationId::parse("RES3633019929").expect("an id");
        Resend { environment: Environment::Local, reservation, recipient }
    }
}

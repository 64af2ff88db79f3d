//! Reads the event log in slices of a day, the newest first. One that is too large for one answer, or unclear, is halved
//! down to an hour, and then said to be missing.

use std::{ops::Range, time::Duration};

use tokio::sync::mpsc::UnboundedSender;

use crate::{
    connect::{EventRange, ReadFailure},
    domain::{Timestamp, Unknown},
};

/// A span of the event log, or why there is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Slice {
    pub(super) window: Range<Timestamp>,
    pub(super) content: Result<EventRange, ReadFailure>,
    /// With it a day is done.
    pub(super) ends_day: bool,
}

/// The reader of the event log's last days.
#[derive(Debug)]
pub(super) struct SliceReader<R> {
    read: R,
    slices: UnboundedSender<Slice>,
    refusals: u32,
    days_in_vain: u32,
}

const HOUR: Duration = Duration::from_hours(1);
const DAY: Duration = Duration::from_hours(24);
/// The margin at the end of the newest: the service tells its time in whole seconds.
const LAST_SECOND: Duration = Duration::from_secs(2);
/// The failures in a row after which the rest of a day is given up: more than it takes from a day down to an hour.
const PATIENCE: u32 = 8;
/// The failures that an answer counts for that does not come: each takes its whole time-out.
const COST_OF_SILENCE: u32 = 4;
/// The refusals in a row after which the rest would be refused too.
const MOST_REFUSALS: u32 = 3;
/// The days in a row of which nothing came, after which each is asked for once only.
const MOST_DAYS_IN_VAIN: u32 = 3;

impl<R, F> SliceReader<R>
where
    R: Fn(Range<Timestamp>) -> F,
    F: Future<Output = Result<EventRange, ReadFailure>>,
{
    pub(super) fn new(read: R, slices: UnboundedSender<Slice>) -> Self {
        Self { read, slices, refusals: 0, days_in_vain: 0 }
    }

    /// Reads so many days back from now, by the service's clock.
    pub(super) async fn read(mut self, now: Timestamp, days: u32) {
        let mut refused = None;
        for day in 0..days {
            let end = if day == 0 { now + LAST_SECOND } else { now - day * DAY };
            let failure = self.day(now - (day + 1) * DAY..end, refused).await;
            refused = failure.filter(|_| self.refusals >= MOST_REFUSALS);
        }
    }

    /// Reads one day, but for what is given up. Returns the last failure.
    async fn day(&mut self, window: Range<Timestamp>, mut given_up: Option<ReadFailure>) -> Option<ReadFailure> {
        let mut patience = if self.days_in_vain < MOST_DAYS_IN_VAIN { PATIENCE } else { 1 };
        let (mut rest, mut is_in_vain, mut last) = (vec![window], true, given_up);
        while let Some(window) = rest.pop() {
            let answer = match given_up {
                Some(failure) => Err(failure),
                None => (self.read)(window.clone()).await,
            };
            match answer {
                Ok(range) => {
                    (patience, self.refusals, is_in_vain) = (PATIENCE, 0, false);
                    self.tell(window, Ok(range), rest.is_empty());
                }
                Err(failure) => {
                    last = Some(failure);
                    self.refusals = if matches!(failure, ReadFailure::Refused(_)) { self.refusals + 1 } else { 0 };
                    patience = patience.saturating_sub(cost(failure));
                    match halves(&window).filter(|_| patience > 0 && may_be_too_much(failure)) {
                        Some(halves) => rest.extend(halves),
                        None => self.tell(window, Err(failure), rest.is_empty()),
                    }
                    given_up = last.filter(|_| patience == 0);
                }
            }
        }
        self.days_in_vain = if is_in_vain { self.days_in_vain + 1 } else { 0 };
        last
    }

    fn tell(&self, window: Range<Timestamp>, content: Result<EventRange, ReadFailure>, ends_day: bool) {
        // Whoever has stopped listening reads no more of it either.
        let _ = self.slices.send(Slice { window, content, ends_day });
    }
}

fn cost(failure: ReadFailure) -> u32 {
    if failure == ReadFailure::Unclear(Unknown::NoAnswer) { COST_OF_SILENCE } else { 1 }
}

/// Whether less may be answered where this was not. What was refused is refused in parts too.
fn may_be_too_much(failure: ReadFailure) -> bool {
    match failure {
        ReadFailure::Unclear(_) => true,
        ReadFailure::Refused(_) => false,
    }
}

/// Halves a window at a whole hour, the newer half last; None where it is an hour.
fn halves(window: &Range<Timestamp>) -> Option<[Range<Timestamp>; 2]> {
    let hours = u32::try_from(window.end.apart(window.start).as_secs() / HOUR.as_secs()).ok()?;
    let middle = window.end - hours / 2 * HOUR;
    (hours >= 2).then_some([window.start..middle, middle..window.end])
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use tokio::sync::mpsc::unbounded_channel;

    use super::*;
    use crate::domain::NotSent;

    const TOO_LARGE: ReadFailure = ReadFailure::Unclear(Unknown::UnclearAnswer);
    const SILENCE: ReadFailure = ReadFailure::Unclear(Unknown::NoAnswer);
    const REFUSED: ReadFailure = ReadFailure::Refused(NotSent::TokenRefused);

    #[tokio::test]
    async fn days_are_read_from_the_newest_back_without_a_gap() {
        let (slices, asked) = read(14, |_| None).await;

        assert_eq!(asked.len(), 14);
        assert_eq!(spans(&slices), asked);
        assert_eq!(asked[0].end, now() + LAST_SECOND);
        assert_eq!(asked[13].start, now() - 14 * DAY);
        assert!(asked.windows(2).all(|pair| pair[1].end == pair[0].start));
        assert!(slices.iter().all(|slice| slice.content.is_ok() && slice.ends_day));
    }

    #[tokio::test]
    async fn what_is_too_large_is_halved_until_it_is_not() {
        for longest in [12, 6, 3, 1] {
            let (slices, _) = read(1, |window| (hours(window) > longest).then_some(TOO_LARGE)).await;

            assert!(slices.iter().all(|slice| slice.content.is_ok() && hours(&slice.window) <= longest), "{longest}");
            assert!(spans(&slices).windows(2).all(|pair| pair[1].end == pair[0].start), "{longest}: without a gap");
            assert_eq!(slices.last().expect("some").window.start, now() - DAY);
            assert_eq!(slices.iter().filter(|slice| slice.ends_day).count(), 1);
        }
    }

    #[tokio::test]
    async fn one_bad_hour_is_missing_and_no_more() {
        for bad in 0..24 {
            let at = now() - bad * HOUR - HOUR / 2;
            let (slices, asked) = read(1, |window| window.contains(&at).then_some(TOO_LARGE)).await;

            let missing: Vec<_> = slices.iter().filter(|slice| slice.content.is_err()).collect();
            assert_eq!(missing.len(), 1, "hour {bad}");
            assert!(missing[0].window.contains(&at) && hours(&missing[0].window) == 1, "hour {bad}");
            assert!(asked.len() <= 12, "hour {bad}: {} reads", asked.len());
        }
    }

    #[tokio::test]
    async fn a_service_that_fails_all_along_is_not_asked_for_every_hour() {
        for (failure, most) in [(TOO_LARGE, 3 * 8 + 11), (SILENCE, 3 * 2 + 11), (REFUSED, 3)] {
            let (slices, asked) = read(14, |_| Some(failure)).await;

            assert!(asked.len() <= most, "{failure:?}: {} reads", asked.len());
            assert!(slices.iter().all(|slice| slice.content == Err(failure)));
            assert_eq!(slices.iter().filter(|slice| slice.ends_day).count(), 14);
            assert_eq!(slices.last().expect("some").window.start, now() - 14 * DAY, "all of it is said to be missing");
        }
    }

    #[tokio::test]
    async fn days_that_fail_leave_the_others() {
        for failure in [TOO_LARGE, SILENCE, REFUSED] {
            let bad = |day: i64| day % 3 == 1 || (4..9).contains(&day);
            let (slices, _) =
                read(14, |window| bad(day(window)).then_some(failure).filter(|_| !is_lasting(failure, window))).await;

            for slice in slices {
                let is_bad = bad(day(&slice.window)) && !is_lasting(failure, &slice.window);
                assert_eq!(slice.content.is_err(), is_bad, "{failure:?} on day {}", day(&slice.window));
            }
        }
    }

    /// Three refusals in a row are taken for lasting ones.
    fn is_lasting(failure: ReadFailure, window: &Range<Timestamp>) -> bool {
        failure == REFUSED && (4..9).contains(&day(window))
    }

    async fn read(
        days: u32,
        fails: impl Fn(&Range<Timestamp>) -> Option<ReadFailure>,
    ) -> (Vec<Slice>, Vec<Range<Timestamp>>) {
        let asked = Mutex::new(Vec::new());
        let (sender, mut receiver) = unbounded_channel();
        let answer = |window: Range<Timestamp>| {
            let answer = fails(&window).map_or_else(|| Ok(EventRange::default()), Err);
            asked.lock().expect("no panic").push(window);
            std::future::ready(answer)
        };
        SliceReader::new(answer, sender).read(now(), days).await;
        let mut slices = Vec::new();
        while let Ok(slice) = receiver.try_recv() {
            slices.push(slice);
        }
        (slices, asked.into_inner().expect("no panic"))
    }

    fn spans(slices: &[Slice]) -> Vec<Range<Timestamp>> {
        slices.iter().map(|slice| slice.window.clone()).collect()
    }

    fn hours(window: &Range<Timestamp>) -> u64 {
        window.end.apart(window.start).as_secs() / 3600
    }

    /// Counted back from now.
    fn day(window: &Range<Timestamp>) -> i64 {
        (now().as_seconds() - window.start.as_seconds() - 1) / (24 * 3600)
    }

    fn now() -> Timestamp {
        Timestamp::from_millis(1_795_352_742_000)
    }
}

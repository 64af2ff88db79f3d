//! Idling: what programs use that nobody uses, all at the same time, each with the focus of its own display.

use std::{thread, time::Duration};

use super::{
    contestant::{Contestant, Running},
    process_tree::{Account, Used},
    sample::Sample,
    table::{Goal, Row},
};

const ROUND: Duration = Duration::from_secs(20);
/// What a start has still to do after it is seen, and what a blinking caret of a toolkit takes until it rests.
const SETTLING: Duration = Duration::from_secs(15);

pub(crate) fn measure(contestants: &[Contestant; 3], rounds: usize) -> Vec<Row> {
    let running: Vec<_> = contestants.iter().map(Contestant::start).collect();
    thread::sleep(SETTLING);
    let families: Vec<_> = running.iter().map(Running::family).collect();
    let mut used: Vec<Vec<Used>> = contestants.iter().map(|_| Vec::new()).collect();
    for _ in 0..rounds {
        let before: Vec<_> = families.iter().map(|family| Account::of(family)).collect();
        thread::sleep(ROUND);
        for ((family, before), used) in families.iter().zip(&before).zip(&mut used) {
            used.push(Account::of(family).since(before));
        }
    }
    let mut rows = Vec::new();
    for (name, theirs) in [(contestants[1].name, &used[1]), (contestants[2].name, &used[2])] {
        let mut row = |what, unit, of: fn(&Used) -> f64, goal| {
            let sample = |used: &[Used]| used.iter().map(of).collect::<Sample>();
            rows.push(Row { what, unit, ours: sample(&used[0]), beside: Some((name, sample(theirs))), goal });
        };
        row("idle wake-ups, all threads", "a second", |used| used.wake_ups / ROUND.as_secs_f64(), Goal::None);
        row(
            "idle wake-ups, main threads",
            "a second",
            |used| used.wake_ups_of_main_threads / ROUND.as_secs_f64(),
            Goal::Value(2.0),
        );
        row("processor time of an idle minute", "s", |used| used.cpu_seconds * 60.0 / ROUND.as_secs_f64(), Goal::None);
    }
    rows
}

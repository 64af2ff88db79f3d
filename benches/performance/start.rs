//! A cold start of a warm program: from its process until its form is seen, and until it takes a key that the X server
//! presses. The same rule for all: the form is seen when the picture is the one that stands in the end.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::{
    contestant::Contestant,
    process_tree,
    sample::Sample,
    screen::{Mask, Still},
    table::{Goal, Row},
};

/// What a program's window looks like.
pub(crate) struct Looks {
    before: Still,
    pub(crate) form: Mask,
    /// Once a letter was typed: its line of the box.
    pub(crate) letter: Mask,
}

#[derive(Clone, Default)]
struct Samples {
    seen: Sample,
    typing: Sample,
    cpu: Sample,
    memory: Sample,
}

/// So that what one contestant writes at its end does not run into the next one's start.
const BETWEEN_ROUNDS: Duration = Duration::from_secs(2);
const LETTER: &str = "m";

impl Looks {
    /// Learns it from a start that is not measured.
    pub(crate) fn learn(of: &Contestant) -> Self {
        let before = of.screen.settled();
        let _running = of.start();
        let form = of.screen.settled_on(|now| !now.content(&before).is_empty());
        of.screen.press(LETTER);
        let letter = of.screen.settled_on(|now| !now.change(&form).is_empty()).change(&form).first_line();
        Self { form: form.content(&before), letter, before }
    }
}

pub(crate) fn measure(contestants: &[Contestant; 3], rounds: usize) -> Vec<Row> {
    let looks: Vec<Looks> = contestants.iter().map(Looks::learn).collect();
    let mut samples = vec![Samples::default(); contestants.len()];
    for round in 0..rounds {
        for turn in 0..contestants.len() {
            let which = (round + turn) % contestants.len();
            measure_one(&contestants[which], &looks[which], &mut samples[which]);
        }
    }
    let [app, bare, browser] = samples.try_into().unwrap_or_else(|_| unreachable!("three went in"));
    let beside = [(contestants[1].name, bare, 1.10, 1.00), (contestants[2].name, browser, 0.90, 0.80)];
    let rows = beside.into_iter().flat_map(|(name, other, start, memory)| {
        let row = |what, unit, ours: &Sample, theirs, goal| Row {
            what,
            unit,
            ours: ours.clone(),
            beside: Some((name, theirs)),
            goal,
        };
        [
            row("start until the form is seen", "ms", &app.seen, other.seen, Goal::Ratio(start)),
            row("start until it takes typing", "ms", &app.typing, other.typing, Goal::Ratio(start)),
            row("processor time of a start", "s", &app.cpu, other.cpu, Goal::None),
            row("memory of all processes (PSS)", "MB", &app.memory, other.memory, Goal::Ratio(memory)),
        ]
    });
    rows.collect()
}

fn measure_one(contestant: &Contestant, looks: &Looks, samples: &mut Samples) {
    const BETWEEN_KEYS: Duration = Duration::from_millis(40);
    let running = contestant.start();
    let seen = contestant.screen.wait_for(&looks.form, || {});
    samples.seen.push(milliseconds(seen - running.begun));
    // A key that comes before the focus is nobody's: pressed again until one arrives.
    let mut pressed: Option<Instant> = None;
    let typed = contestant.screen.wait_for(&looks.letter, || {
        if pressed.is_none_or(|pressed| pressed.elapsed() > BETWEEN_KEYS) {
            contestant.screen.press(LETTER);
            pressed = Some(Instant::now());
        }
    });
    samples.typing.push(milliseconds(typed - running.begun));
    samples.cpu.push(process_tree::cpu(&running.family()));
    thread::sleep(BETWEEN_ROUNDS);
    samples.memory.push(process_tree::memory(&running.family()));
    drop(running);
    contestant.screen.wait_for(&looks.before.whole(), || {});
}

pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

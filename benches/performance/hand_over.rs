//! A second start that hands its reservation over to the window that is open.

use std::{
    thread,
    time::{Duration, Instant},
};

use super::{
    contestant::Contestant,
    sample::Sample,
    screen::Still,
    start::{Looks, milliseconds},
    table::{Goal, Row},
};

/// So that one round's work does not run into the next one's.
const BETWEEN_ROUNDS: Duration = Duration::from_secs(1);
const RESERVATIONS: [&str; 2] = ["RES3633019929", "RES3633010202"];

pub(crate) fn measure(rounds: usize) -> Vec<Row> {
    let app = Contestant::app("practice");
    let window = Looks::learn(&app);
    let _running = app.start();
    app.screen.wait_for(&window.form, || {});
    let [first, second] = RESERVATIONS.map(|reservation| look_at(&app, reservation));
    // In the box, and not on the card that follows.
    let numbers = [first.change(&second), second.change(&first)].map(|mask| mask.in_rows_of(&window.letter));
    let (mut shown, mut process) = (Sample::default(), Sample::default());
    for round in 0..rounds {
        let which = round % 2;
        let begun = Instant::now();
        let mut started = app.command(&[RESERVATIONS[which]]).spawn().expect("it starts");
        let mut ended = None;
        let seen = app.screen.wait_for(&numbers[which], || {
            if ended.is_none() && started.try_wait().expect("asked").is_some() {
                ended = Some(Instant::now());
            }
        });
        started.wait().expect("it ends");
        shown.push(milliseconds(seen - begun));
        process.push(milliseconds(ended.unwrap_or_else(Instant::now) - begun));
        thread::sleep(BETWEEN_ROUNDS);
    }
    let row = |what, ours, most| Row { what, unit: "ms", ours, beside: None, goal: Goal::Value(most) };
    vec![
        row("hand-over of a second start, until the window shows its number", shown, 150.0),
        row("the process that hands over", process, 60.0),
    ]
}

fn look_at(app: &Contestant, reservation: &str) -> Still {
    app.command(&[reservation]).status().expect("it hands over");
    app.screen.settled_on(|_| true)
}

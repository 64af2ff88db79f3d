//! The fold of events by itself, for what measures it: not in the program that is shipped.

use std::ops::Range;

use super::trails::Trails;
use crate::{connect::ReservationEvent, domain::Timestamp};

/// Folds the events of windows, the newest first. Returns how many changes they tell of.
pub fn fold(slices: Vec<(Range<Timestamp>, Vec<ReservationEvent>)>) -> usize {
    let mut trails = Trails::default();
    slices.into_iter().map(|(window, events)| trails.add(&window, events).len()).sum()
}

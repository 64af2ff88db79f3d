use std::ops::Range;

use serde::Serialize;

use crate::{
    connect::ReadFailure,
    domain::{Timestamp, Unknown},
};

/// The progress of reading the list, and in the end what it lacks.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Progress {
    pub state: State,
    /// How far back it goes, and how much of that is done.
    pub days: u32,
    pub days_done: u32,
    /// The reservations whose links seem open by their events, and of how many the details are known.
    pub found: u32,
    pub looked_at: u32,
    /// The reservations of these days that nobody has to pay any more.
    pub settled: u32,
    /// The times whose events could not be read, the newest first.
    pub missing: Vec<Span>,
    /// The reservations whose details could not be read.
    pub unread: u32,
    /// Why something could not be read, the last time. It crosses as a code.
    #[serde(skip)]
    pub failure: Option<ReadFailure>,
    /// The service has said of some of the time what happened in it.
    #[serde(skip)]
    pub(super) is_certain: bool,
    /// When it was begun, by this computer's clock.
    pub at: Timestamp,
}

/// The progress of looking up those that nobody has to pay any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct SettledProgress {
    /// Partial where there are more that can be looked up.
    pub state: State,
    /// How many there are, and of how many the details are known.
    pub found: u32,
    pub looked_at: u32,
    /// Why something could not be read, the last time. It crosses as a code.
    #[serde(skip)]
    pub failure: Option<ReadFailure>,
}

/// The state of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "WaitingState"))]
#[serde(rename_all = "kebab-case")]
pub enum State {
    Reading,
    Read,
    /// Something is missing.
    Partial,
}

/// A span of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Span {
    pub from: Timestamp,
    pub until: Timestamp,
}

impl Progress {
    pub(super) fn begun(days: u32) -> Self {
        Self {
            state: State::Reading,
            days,
            days_done: 0,
            found: 0,
            looked_at: 0,
            settled: 0,
            missing: Vec::new(),
            unread: 0,
            failure: None,
            is_certain: false,
            at: Timestamp::now(),
        }
    }

    /// Adds the next older time that could not be read. What follows on another is one with it.
    pub(super) fn miss(&mut self, window: &Range<Timestamp>) {
        match self.missing.last_mut().filter(|span| span.from == window.end) {
            Some(span) => span.from = window.start,
            None => self.missing.push(Span { from: window.start, until: window.end }),
        }
    }

    /// Returns why nothing at all could be read, where that is so.
    pub(super) fn in_vain(&self) -> Option<ReadFailure> {
        let unclear = ReadFailure::Unclear(Unknown::UnclearAnswer);
        (!self.is_certain).then(|| self.failure.unwrap_or(unclear))
    }

    pub(super) fn end(&mut self) {
        let is_whole = self.missing.is_empty() && self.unread == 0;
        self.state = if is_whole { State::Read } else { State::Partial };
    }
}

//! The list of links that are waiting for payment: who has still to pay, out of the events of the last days. Reads only;
//! what it knows lies in memory, and not for long.

#[cfg(feature = "test-doors")]
mod doors;
mod kept;
mod latest;
mod progress;
mod reading;
mod row;
mod search;
mod settled;
mod slices;
mod trails;
mod watch;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use crate::{
    access::{Access, NoAccess, Prompt},
    domain::Environment,
    journal::Journal,
    log::{Entry, Log},
    look_up::{LookUpFailure, Looker},
};
#[cfg(feature = "test-doors")]
pub use doors::fold;
use kept::Kept;
use latest::Latest;
pub use progress::{Progress, SettledProgress, Span, State};
use reading::Reading;
pub use row::{Group, Last, LastKind, Row};
pub use search::{FoundRow, SearchIndex};
pub use watch::{Seen, Sighting, WatchEnd, WatchPace};

/// The use case of listing what is waiting for payment, and of watching one link after it was sent.
#[derive(Debug)]
pub struct WaitingPayments {
    access: Arc<Access>,
    looker: Arc<Looker>,
    /// For what a watch sees.
    journal: Journal,
    kept: Kept,
    readings: Latest,
    /// The looking up of those that are settled.
    settled_readings: Latest,
    watches: Latest,
    pace: WatchPace,
    timeout: Duration,
    log: Log,
}

/// The list as far as it could be read.
#[derive(Clone, Debug, PartialEq)]
pub struct WaitingList {
    /// The most urgent first. While it is read, those that came or changed.
    pub rows: Vec<Row>,
    pub progress: Progress,
}

/// The time after its last use at which a list is forgotten.
const FORGOTTEN_AFTER: Duration = Duration::from_mins(15);
/// The time-out of one read: nobody waits for it, and what does not come in this time comes in parts.
const TIMEOUT: Duration = Duration::from_secs(10);

impl WaitingPayments {
    pub fn new(access: impl Into<Arc<Access>>, looker: impl Into<Arc<Looker>>, journal: Journal) -> Self {
        Self {
            access: access.into(),
            looker: looker.into(),
            journal,
            kept: Kept::for_time(FORGOTTEN_AFTER),
            readings: Latest::default(),
            settled_readings: Latest::default(),
            watches: Latest::default(),
            pace: WatchPace::default(),
            timeout: TIMEOUT,
            log: Log::default(),
        }
    }

    #[must_use]
    pub fn with_log(self, log: Log) -> Self {
        Self { log, ..self }
    }

    #[must_use]
    pub fn with_timeout(self, timeout: Duration) -> Self {
        Self { timeout, ..self }
    }

    #[must_use]
    pub fn forgotten_after(self, time: Duration) -> Self {
        Self { kept: Kept::for_time(time), ..self }
    }

    /// Reads the list of the last days, and tells of each part as it comes. Another reading ends this one, and so does
    /// `forget`: then there is none. Until it is read, what was read before is kept; also where nothing at all could be
    /// read, which is a failure.
    pub async fn read(
        &self,
        environment: Environment,
        days: u32,
        tell: impl Fn(WaitingList) + Send + Sync,
    ) -> Result<Option<Arc<WaitingList>>, LookUpFailure> {
        let (begun, mut turn) = (Instant::now(), self.readings.begin());
        let opened = self.access.open_in_background(environment, Prompt::MayAsk, self.timeout).await;
        let connection = opened.inspect_err(|reason| reason.log(&self.log)).map_err(LookUpFailure::NoAccess)?;
        let reading = Reading::new(connection, environment, days, self.looker.clocks(), &tell);
        let (list, settled) = tokio::select! {
            biased;
            () = turn.over() => return Ok(None),
            (list, settled) = reading.run() => (Arc::new(list), settled),
        };
        let Progress { found, missing, unread, .. } = &list.progress;
        let (found, waiting, missing, unread) = (*found, list.rows.len(), missing.len(), *unread);
        self.log.write(&Entry::Listed { environment, days, found, waiting, missing, unread, took: begun.elapsed() });
        if let Some(failure) = list.progress.in_vain() {
            return Err(LookUpFailure::Read(failure));
        }
        self.kept.keep(environment, Arc::clone(&list), settled);
        Ok(Some(list))
    }

    /// Returns the list that was read, unless it is forgotten. That is a use of it.
    pub fn list(&self, environment: Environment) -> Option<Arc<WaitingList>> {
        self.kept.of(environment)
    }

    /// Looks up those of the list's days that nobody has to pay any more, so that `find` finds them too, and tells how
    /// far it is. What was read stays where it is stopped, and another time goes on from there. None where there is no
    /// list, or none any more.
    pub async fn read_settled(
        &self,
        environment: Environment,
        tell: impl Fn(SettledProgress) + Send + Sync,
    ) -> Result<Option<SettledProgress>, NoAccess> {
        let begun = Instant::now();
        let (mut turn, mut reading) = (self.settled_readings.begin(), self.readings.follow());
        let Some(list) = self.kept.of(environment) else { return Ok(None) };
        let opened = self.access.open_in_background(environment, Prompt::MayAsk, self.timeout).await;
        let connection = opened.inspect_err(|reason| reason.log(&self.log))?;
        tokio::select! {
            biased;
            () = reading.over() => return Ok(None),
            () = turn.over() => {},
            () = settled::look_up(connection, &self.kept, &list, &tell) => {},
        }
        let read = self.kept.settled(&list);
        if let Some(SettledProgress { found, looked_at, .. }) = read {
            self.log.write(&Entry::ListedSettled { environment, found, looked_at, took: begun.elapsed() });
        }
        Ok(read)
    }

    pub fn stop_reading_settled(&self) {
        self.settled_readings.end();
    }

    /// Finds those that a text can mean: by name, phone number, address, amount or reference; first those on the list, then
    /// those that are settled, as far as they were looked up. None where there is no list. That is a use of it.
    pub fn find(&self, environment: Environment, text: &str) -> Option<Vec<FoundRow>> {
        self.kept.find(environment, text)
    }

    /// Ends and forgets all of it: with another environment or token the customers are others too.
    pub fn end(&self) {
        self.forget();
        self.stop_watching();
    }

    /// Forgets what was read, and ends what is being read.
    pub fn forget(&self) {
        self.readings.end();
        self.kept.forget();
    }
}

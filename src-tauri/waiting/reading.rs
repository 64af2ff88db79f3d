use std::{
    cmp::Ordering,
    collections::{HashMap, HashSet, VecDeque},
    ops::Range,
    pin::pin,
    time::{Duration, Instant},
};

use tokio::{sync::mpsc::unbounded_channel, task::JoinSet, time::sleep_until};

use super::{
    Last, Progress, Row, WaitingList,
    settled::Settled,
    slices::{Slice, SliceReader},
    trails::Trails,
};
use crate::{
    access::BackgroundConnection,
    connect::{Details, ReadFailure},
    domain::{Environment, ReservationId, Timestamp, Zone},
    look_up::Clocks,
};

/// One reading of the list: slices of events, and at the same time the details of whatever seems open by them.
pub(super) struct Reading<'a> {
    connection: BackgroundConnection,
    environment: Environment,
    clocks: &'a Clocks,
    tell: &'a (dyn Fn(WaitingList) + Send + Sync),
    now: Timestamp,
    trails: Trails,
    /// Whose details are to be read, and how often that was tried.
    queue: VecDeque<(ReservationId, u32)>,
    queued: HashSet<ReservationId>,
    details: HashMap<ReservationId, Details>,
    rows: HashMap<ReservationId, Row>,
    /// What has changed since it told how far it is, if anything has, and when that was.
    untold: Option<HashSet<ReservationId>>,
    told: Instant,
    /// The times of which it may not have been the service that said that there is nothing.
    doubtful: Vec<Range<Timestamp>>,
    refusals: u32,
    progress: Progress,
}

type DetailsRead = (ReservationId, u32, Result<Option<Details>, ReadFailure>);

/// The most details that are asked for at one time.
const AT_ONCE: usize = 3;
/// The refusals in a row after which the details of all others would be refused too.
const MOST_REFUSALS: u32 = 3;
/// The window that tells the service's clock, and where something happened in it, its zone.
const NARROW: Duration = Duration::from_mins(10);
/// The pause between two times that it tells how far it is: each time the list is drawn anew.
const PAUSE: Duration = Duration::from_millis(150);

impl<'a> Reading<'a> {
    pub(super) fn new(
        connection: BackgroundConnection,
        environment: Environment,
        days: u32,
        clocks: &'a Clocks,
        tell: &'a (dyn Fn(WaitingList) + Send + Sync),
    ) -> Self {
        let (trails, queue, queued, details, rows, untold, doubtful) = Default::default();
        let (now, refusals, progress) = (Timestamp::now(), 0, Progress::begun(days));
        let told = Instant::now();
        Self {
            connection,
            environment,
            clocks,
            tell,
            now,
            trails,
            queue,
            queued,
            details,
            rows,
            untold,
            told,
            doubtful,
            refusals,
            progress,
        }
    }

    pub(super) async fn run(mut self) -> (WaitingList, Settled) {
        self.set_clock().await;
        let (sender, mut slices) = unbounded_channel();
        let connection = self.connection.clone();
        let read = |window: Range<Timestamp>| connection.events(window.start, window.end);
        let mut reader = pin!(SliceReader::new(read, sender).read(self.now, self.progress.days));
        let (mut are_all_read, mut details) = (false, JoinSet::new());
        loop {
            self.ask_for_details(&mut details);
            let may_tell = self.told + PAUSE;
            let is_last = are_all_read && details.is_empty();
            tokio::select! {
                () = &mut reader, if !are_all_read => are_all_read = true,
                Some(slice) = slices.recv() => self.add(slice),
                Some(Ok(read)) = details.join_next() => self.look_at(read),
                () = sleep_until(may_tell.into()), if self.untold.is_some() && !is_last => self.tell(),
                else => break,
            }
        }
        self.end()
    }

    /// Asks the service what time it is: the times are its own, and somebody may have set this computer's clock since.
    async fn set_clock(&mut self) {
        let clock = self.clocks.of(self.environment);
        let window = clock.now() - NARROW..clock.now();
        let read = self.connection.events(window.start, window.end).await;
        if let Some(at) = read.ok().and_then(|range| range.service_time) {
            self.clocks.set(self.environment, &clock, at);
        }
        self.now = self.clocks.of(self.environment).now();
    }

    fn ask_for_details(&mut self, details: &mut JoinSet<DetailsRead>) {
        while details.len() < AT_ONCE
            && let Some((id, tries)) = self.queue.pop_front()
        {
            if self.refusals >= MOST_REFUSALS {
                self.progress.unread += 1;
                continue;
            }
            let connection = self.connection.clone();
            details.spawn(async move {
                let read = connection.details(&id).await;
                (id, tries + 1, read)
            });
        }
    }

    fn add(&mut self, Slice { window, content, ends_day }: Slice) {
        let mut changed = Vec::new();
        match content {
            Ok(range) => {
                if range.is_doubtful {
                    self.doubtful.push(window.clone());
                }
                self.progress.is_certain |= !range.is_doubtful;
                changed = self.trails.add(&window, range.events);
            }
            Err(failure) => {
                self.progress.miss(&window);
                self.progress.failure = Some(failure);
            }
        }
        self.progress.days_done += u32::from(ends_day);
        for id in &changed {
            if self.queued.insert(id.clone()) {
                self.queue.push_back((id.clone(), 0));
            }
        }
        self.note(changed);
    }

    fn look_at(&mut self, (id, tries, read): DetailsRead) {
        self.refusals = if matches!(read, Err(ReadFailure::Refused(_))) { self.refusals + 1 } else { 0 };
        match read {
            // What the service does not know, nobody can pay.
            Ok(None) => self.progress.looked_at += 1,
            Ok(Some(details)) => {
                self.progress.looked_at += 1;
                self.details.insert(id.clone(), details);
            }
            Err(ReadFailure::Unclear(_)) if tries < 2 => return self.queue.push_back((id, tries)),
            Err(failure) => {
                self.progress.unread += 1;
                self.progress.failure = Some(failure);
            }
        }
        self.note([id]);
    }

    /// It is another step, and these may have changed by it.
    fn note(&mut self, ids: impl IntoIterator<Item = ReservationId>) {
        self.untold.get_or_insert_default().extend(ids);
    }

    /// Tells how far it is, with the rows that have changed.
    fn tell(&mut self) {
        self.told = Instant::now();
        let zone = self.zone();
        let rows = self.untold.take().into_iter().flatten().filter_map(|id| {
            let row = Row::of(&id, self.trails.of(&id)?, self.details.get(&id)?, zone.as_ref(), self.now)?;
            let has_changed = self.rows.get(&id) != Some(&row);
            has_changed.then(|| {
                self.rows.insert(id, row.clone());
                row
            })
        });
        let rows = rows.collect();
        self.progress.found = count(self.queued.len());
        self.progress.settled = count(self.trails.settled().count());
        (self.tell)(WaitingList { rows, progress: self.progress.clone() });
    }

    /// Returns the zone that the service writes in, as soon as it is known.
    fn zone(&self) -> Option<Zone> {
        let known = self.clocks.of(self.environment).zone;
        known.or_else(|| self.trails.zone().inspect(|zone| self.clocks.set_zone(self.environment, zone.clone())))
    }

    fn end(mut self) -> (WaitingList, Settled) {
        if !self.progress.is_certain {
            for window in std::mem::take(&mut self.doubtful) {
                self.progress.miss(&window);
            }
        }
        self.progress.end();
        // The zone may have been told last.
        let all: Vec<ReservationId> = self.rows.keys().cloned().collect();
        self.note(all);
        if self.progress.is_certain {
            self.tell();
        }
        let settled = self.settled();
        let mut rows: Vec<Row> = self.rows.into_values().collect();
        rows.sort_by(by_urgency);
        (WaitingList { rows, progress: self.progress }, settled)
    }

    /// Those that nobody has to pay any more: by their events, and of some only their details said so.
    fn settled(&self) -> Settled {
        let zone = self.zone();
        let known = self.details.iter().filter(|(id, _)| !self.rows.contains_key(*id)).filter_map(|(id, details)| {
            let last = Last::of(self.trails.of(id)?.last.as_ref()?, zone.as_ref())?;
            Some(Row::settled(id, last, details))
        });
        let rest = self.trails.settled().map(|(id, trail)| {
            let when = trail.settled.clone().map(|when| when.in_known_zone(zone.as_ref()));
            (id.clone(), when)
        });
        Settled::new(known.collect(), rest.collect())
    }
}

/// Compares by group, and within one by when it is due.
fn by_urgency(one: &Row, other: &Row) -> Ordering {
    let due = |row: &Row| row.due.as_ref().and_then(|due| due.at);
    let key = |row: &Row| (row.group, due(row).is_none(), due(row), row.id.to_string());
    key(one).cmp(&key(other))
}

fn count(number: usize) -> u32 {
    number.try_into().unwrap_or(u32::MAX)
}

use tokio::task::JoinSet;

use super::{Last, Row, SettledProgress, State, WaitingList, kept::Kept};
use crate::{
    access::BackgroundConnection,
    connect::{Details, ReadFailure},
    domain::{Moment, ReservationId},
};

/// The settled reservations of a list: paid, reserved, cancelled. Their names are in their details only, and these are
/// looked up where somebody searches for them.
#[derive(Debug, Default)]
pub(super) struct Settled {
    pub(super) rows: Vec<Row>,
    /// Whose details are not known yet, with the time of the settlement; the newest first.
    rest: Vec<(ReservationId, Option<Moment>)>,
    failure: Option<ReadFailure>,
    total: usize,
}

type Read = Result<Option<Details>, ReadFailure>;

/// The most details that are asked for at one time.
const AT_ONCE: usize = 3;
/// The refusals in a row after which all others would be refused too.
const MOST_REFUSALS: u32 = 3;
/// How often an unclear answer is asked for.
const MOST_TRIES: u32 = 2;

impl Settled {
    pub(super) fn new(rows: Vec<Row>, mut rest: Vec<(ReservationId, Option<Moment>)>) -> Self {
        rest.sort_by(|(one, a), (other, b)| {
            let at = |when: &Option<Moment>| when.as_ref().and_then(|when| when.at);
            at(b).cmp(&at(a)).then_with(|| one.as_str().cmp(other.as_str()))
        });
        let total = rows.len() + rest.len();
        Self { rows, rest, failure: None, total }
    }

    pub(super) fn unread(&self) -> Vec<ReservationId> {
        self.rest.iter().map(|(id, _)| id.clone()).collect()
    }

    /// Takes in what was read of one. Returns its row, which is the last one then.
    pub(super) fn add(&mut self, id: &ReservationId, read: &Read) -> Option<&Row> {
        let at = self.rest.iter().position(|(other, _)| other == id)?;
        match read {
            Err(failure) => {
                self.failure = Some(*failure);
                None
            }
            // What the service does not know, nobody can find.
            Ok(None) => {
                self.rest.remove(at);
                None
            }
            Ok(Some(details)) => {
                let (id, when) = self.rest.remove(at);
                self.rows.push(Row::settled(&id, Last::settled(when), details));
                self.rows.last()
            }
        }
    }

    pub(super) fn begin(&mut self) {
        self.failure = None;
    }

    pub(super) fn progress(&self, is_reading: bool) -> SettledProgress {
        let count = |number: usize| number.try_into().unwrap_or(u32::MAX);
        let state = match () {
            () if self.rest.is_empty() => State::Read,
            () if is_reading => State::Reading,
            () => State::Partial,
        };
        let looked_at = count(self.total - self.rest.len());
        SettledProgress { state, found: count(self.total), looked_at, failure: self.failure }
    }
}

/// Looks up the settled ones of a list one after the other, and keeps each, until all are known or the list is gone.
pub(super) async fn look_up(
    connection: BackgroundConnection,
    kept: &Kept,
    list: &WaitingList,
    tell: &(dyn Fn(SettledProgress) + Send + Sync),
) {
    let Some(mut queue) =
        kept.begin_settled(list).map(|ids| ids.into_iter().map(|id| (id, 0)).rev().collect::<Vec<_>>())
    else {
        return;
    };
    let (mut reads, mut refusals) = (JoinSet::new(), 0);
    loop {
        while reads.len() < AT_ONCE
            && refusals < MOST_REFUSALS
            && let Some((id, tries)) = queue.pop()
        {
            let connection = connection.clone();
            reads.spawn(async move {
                let read = connection.details(&id).await;
                (id, tries + 1, read)
            });
        }
        let Some(Ok((id, tries, read))) = reads.join_next().await else { return };
        refusals = if matches!(read, Err(ReadFailure::Refused(_))) { refusals + 1 } else { 0 };
        if matches!(read, Err(ReadFailure::Unclear(_))) && tries < MOST_TRIES {
            queue.push((id, tries));
            continue;
        }
        let Some(progress) = kept.add_settled(list, &id, &read) else { return };
        tell(progress);
    }
}

use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};

use thiserror::Error;
use tokio::task::{JoinError, spawn_blocking};

use crate::{
    domain::{Environment, Outcome, Recipient, ReservationId},
    journal::{ContactKey, Intent, Journal, JournalError, PastSend, Plan, Standing},
};

/// The journal as a send needs it: opened when first needed, tried again after a failure, never in the way of the
/// async threads.
#[derive(Debug)]
pub struct Records {
    folder: PathBuf,
    open: Arc<Mutex<Option<Arc<Journal>>>>,
}

/// Why a send could not be written down.
#[derive(Debug, Error)]
pub enum RecordsError {
    #[error(transparent)]
    Journal(#[from] JournalError),
    #[error("no key could be made for the journal")]
    Key(#[from] getrandom::Error),
    #[error("the journal's work was broken off")]
    Broken(#[from] JoinError),
}

/// An intent that is on disk, and the journal that it is in.
#[derive(Debug)]
pub(super) struct Recorded {
    journal: Arc<Journal>,
    intent: Intent,
}

/// What stands in the way of a send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum InTheWay {
    Busy,
    EarlierUnknown,
}

impl Records {
    /// In this folder.
    pub fn within(folder: PathBuf) -> Self {
        Self { folder, open: Arc::default() }
    }

    /// Writes the intent down. When this returns a record, it has reached the disk.
    pub(super) async fn intend(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        recipient: &Recipient,
        again_after_unknown: bool,
    ) -> Result<Result<Recorded, InTheWay>, RecordsError> {
        let (folder, open) = (self.folder.clone(), Arc::clone(&self.open));
        let (reservation, recipient) = (reservation.clone(), recipient.clone());
        spawn_blocking(move || {
            let journal = journal(&folder, &open)?;
            let key = ContactKey::random()?;
            let plan =
                Plan { environment, reservation: &reservation, recipient: &recipient, again_after_unknown, key: &key };
            Ok(match journal.intend(plan)? {
                Standing::Go(intent) => Ok(Recorded { journal, intent }),
                Standing::Busy => Err(InTheWay::Busy),
                Standing::EarlierUnknown => Err(InTheWay::EarlierUnknown),
            })
        })
        .await?
    }

    /// The last sends of this reservation, newest first.
    pub(crate) async fn past(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        most: u32,
    ) -> Result<Vec<PastSend>, RecordsError> {
        let (folder, open) = (self.folder.clone(), Arc::clone(&self.open));
        let reservation = reservation.clone();
        spawn_blocking(move || Ok(journal(&folder, &open)?.past(environment, &reservation, most)?)).await?
    }
}

impl Recorded {
    /// Writes down what became of it. Where that fails the row stays without an outcome, which reads as *unknown*: less
    /// than we know, and never wrong.
    pub(super) async fn settle(self, outcome: &Outcome) {
        let outcome = outcome.clone();
        let _ = spawn_blocking(move || self.journal.settle(self.intent, &outcome)).await;
    }
}

fn journal(folder: &Path, open: &Mutex<Option<Arc<Journal>>>) -> Result<Arc<Journal>, JournalError> {
    let mut open = open.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some(journal) = open.as_ref() {
        return Ok(Arc::clone(journal));
    }
    let journal = Arc::new(Journal::open(folder)?);
    *open = Some(Arc::clone(&journal));
    Ok(journal)
}

use rusqlite::ErrorCode;
use thiserror::Error;
use tokio::task::JoinError;

/// An error of the journal: something could not be written down, or not be read.
#[derive(Debug, Error)]
pub enum JournalError {
    #[error("the journal could not be opened")]
    Open(#[source] rusqlite::Error),
    /// A later version of the app made it, and knows what this one does not.
    #[error("the journal was made by a newer version of the app (format {found})")]
    Newer { found: i64 },
    #[error("the damaged journal could not be put aside")]
    PutAside(#[source] std::io::Error),
    #[error("the folder of the journal could not be used")]
    Folder(#[source] std::io::Error),
    /// A share, for one, that lets nobody lock a file: then nothing tells one copy of the app from another.
    #[error("the journal's folder knows no locks")]
    NoLocks(#[source] std::io::Error),
    /// It was emptied, but another copy of the app reads it: what was in it stays on the disk until that one closes.
    #[error("the journal is read by another copy of the app")]
    StillRead,
    /// What is written to it now is gone when the app closes.
    #[error("the journal was removed or replaced while it was open")]
    Removed,
    #[error("the journal could not be read")]
    Read(#[source] rusqlite::Error),
    /// A full disk, a read-only folder: the promise could not be kept.
    #[error("the journal could not be written")]
    Write(#[source] rusqlite::Error),
    /// What was sent before is not known any more: a person has to know that before anything is sent.
    #[error(transparent)]
    Lost(#[from] JournalLoss),
    #[error("no key could be made for the journal")]
    Key(#[from] getrandom::Error),
    #[error("the journal's work was broken off")]
    Broken(#[from] JoinError),
}

/// A loss of the journal, by how it came about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum JournalLoss {
    #[error("the journal was damaged, and was put aside")]
    Damaged,
    #[error("the journal was removed or replaced while the app ran")]
    Removed,
}

impl JournalError {
    /// Whether the file is corrupt: what is in it makes no sense.
    pub fn is_damage(&self) -> bool {
        match self {
            Self::Open(error) | Self::Read(error) | Self::Write(error) => {
                matches!(error.sqlite_error_code(), Some(ErrorCode::NotADatabase | ErrorCode::DatabaseCorrupt))
            }
            Self::Newer { .. }
            | Self::PutAside(_)
            | Self::Folder(_)
            | Self::NoLocks(_)
            | Self::StillRead
            | Self::Removed
            | Self::Lost(_)
            | Self::Key(_)
            | Self::Broken(_) => false,
        }
    }
}

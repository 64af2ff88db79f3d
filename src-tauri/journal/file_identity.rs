//! The identity of the open files, by device and inode. `SQLite` writes on to a file that was removed or replaced,
//! without a word, and what it wrote is gone with the process.

use std::path::Path;

use super::schema::with_suffix;

/// The identities of the database file and of its write-ahead log.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct FileIdentity([Option<Identity>; 2]);

impl FileIdentity {
    pub(super) fn of(path: &Path) -> Self {
        Self([identity(path), identity(&with_suffix(path, "-wal"))])
    }
}

#[cfg(unix)]
type Identity = (u64, u64);

/// Returns device and inode, by name alone: to open the file once more and close it would let go of the locks that
/// `SQLite` holds on it.
#[cfg(unix)]
fn identity(path: &Path) -> Option<Identity> {
    use std::os::unix::fs::MetadataExt;
    path.metadata().ok().map(|file| (file.dev(), file.ino()))
}

#[cfg(windows)]
type Identity = ();

/// Says only that the file is there: on Windows an open one cannot be removed or replaced.
#[cfg(windows)]
fn identity(path: &Path) -> Option<Identity> {
    path.exists().then_some(())
}

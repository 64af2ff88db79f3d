use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

use super::JournalError;
use crate::private;

/// The lock file of a running process, as the journal knows it. The operating system lets go of the lock when the
/// process ends, however it ends, so nobody has to be asked whether it is still alive.
#[derive(Debug)]
pub(super) struct ProcessLock {
    name: String,
    folder: PathBuf,
    _lock: File,
}

impl ProcessLock {
    pub(super) fn take(folder: &Path) -> Result<Self, JournalError> {
        let folder = folder.join("runs");
        private::make_folder(&folder).map_err(JournalError::Folder)?;
        let mut number = [0; 8];
        getrandom::fill(&mut number).map_err(io::Error::other).map_err(JournalError::Folder)?;
        let name = format!("{:016x}", u64::from_ne_bytes(number));
        let path = folder.join(&name);
        // Between the two another copy may sweep it away: then nobody could see that this one is alive.
        let lock = loop {
            let lock = File::create(&path).map_err(JournalError::Folder)?;
            lock.lock().map_err(JournalError::NoLocks)?;
            if is_at(&lock, &path) {
                break lock;
            }
        };
        let process = Self { name, folder, _lock: lock };
        process.sweep();
        Ok(process)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether another copy of the app, under this name, still runs.
    pub(super) fn is_another_alive(&self, run: &str) -> bool {
        run != self.name && is_locked(&self.folder.join(run))
    }

    /// Removes the files of processes that have ended. What cannot be removed now can be next time.
    fn sweep(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name() != self.name.as_str() {
                remove_if_abandoned(&entry.path());
            }
        }
    }
}

/// Removes a file that no process has locked. It is locked for that: whoever made it a moment ago waits for the lock,
/// and then sees that it is gone.
fn remove_if_abandoned(path: &Path) {
    if let Ok(file) = File::open(path)
        && file.try_lock().is_ok()
    {
        let _ = fs::remove_file(path);
    }
}

impl Drop for ProcessLock {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.folder.join(&self.name));
    }
}

/// Whether a process has locked this file. One that is gone belongs to nobody; one that cannot be looked at may belong
/// to somebody.
fn is_locked(path: &Path) -> bool {
    match File::open(path) {
        Ok(file) => matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

/// Whether any copy of the app has the journal in this folder open.
pub(super) fn is_any_alive(folder: &Path) -> bool {
    fs::read_dir(folder.join("runs")).into_iter().flatten().flatten().any(|entry| is_locked(&entry.path()))
}

/// Whether this is still the file that goes by that name.
#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    let identity = |found: io::Result<fs::Metadata>| found.map(|found| (found.dev(), found.ino())).ok();
    let own = identity(file.metadata());
    own.is_some() && own == identity(path.symlink_metadata())
}

#[cfg(windows)]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_sweeps_while_others_begin_takes_nobodys_file_away() {
        let folder = tempfile::tempdir().expect("a folder");
        std::thread::scope(|threads| {
            for _ in 0..8 {
                threads.spawn(|| {
                    for _ in 0..100 {
                        let run = ProcessLock::take(folder.path()).expect("begun");
                        let seen_by_others = is_locked(&run.folder.join(run.name()));
                        assert!(seen_by_others && run.folder.join(run.name()).exists());
                    }
                });
            }
        });
        assert!(!is_any_alive(folder.path()));
    }

    #[test]
    fn a_file_is_removed_only_by_whoever_holds_its_lock() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("run");
        let begun = File::create(&path).expect("made");
        begun.lock_shared().expect("locked");

        remove_if_abandoned(&path);
        assert!(path.exists(), "it is somebody's");

        begun.unlock().expect("unlocked");
        remove_if_abandoned(&path);
        assert!(!path.exists() && !is_at(&begun, &path));
        File::create(&path).expect("another of that name");
        assert!(cfg!(windows) || !is_at(&begun, &path), "it is not the same");
    }
}

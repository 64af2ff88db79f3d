use std::{
    fs::{self, File, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// This process, as the journal knows it: a locked file. The operating system lets go of the lock when the process
/// ends, however it ends, so nobody has to be asked whether it is still alive.
#[derive(Debug)]
pub(super) struct Run {
    name: String,
    folder: PathBuf,
    _lock: File,
}

impl Run {
    pub(super) fn begin(folder: &Path) -> io::Result<Self> {
        let folder = folder.join("runs");
        fs::create_dir_all(&folder)?;
        let mut number = [0; 8];
        getrandom::fill(&mut number).map_err(io::Error::other)?;
        let name = format!("{:016x}", u64::from_ne_bytes(number));
        let path = folder.join(&name);
        // Between the two another copy may sweep it away: then nobody could see that this one is alive.
        let lock = loop {
            let lock = File::create(&path)?;
            lock.lock()?;
            if path.exists() {
                break lock;
            }
        };
        let run = Self { name, folder, _lock: lock };
        run.sweep();
        Ok(run)
    }

    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// Whether another copy of the app, under this name, still runs.
    pub(super) fn is_another_alive(&self, run: &str) -> bool {
        run != self.name && is_locked(&self.folder.join(run))
    }

    /// Files of processes that have ended. What cannot be removed now can be next time.
    fn sweep(&self) {
        for entry in fs::read_dir(&self.folder).into_iter().flatten().flatten() {
            if entry.file_name() != self.name.as_str() && !is_locked(&entry.path()) {
                let _ = fs::remove_file(entry.path());
            }
        }
    }
}

impl Drop for Run {
    fn drop(&mut self) {
        let _ = fs::remove_file(self.folder.join(&self.name));
    }
}

/// A file that is gone belongs to nobody; one that cannot be looked at may belong to somebody.
fn is_locked(path: &Path) -> bool {
    match File::open(path) {
        Ok(file) => matches!(file.try_lock_shared(), Err(TryLockError::WouldBlock)),
        Err(error) => error.kind() != io::ErrorKind::NotFound,
    }
}

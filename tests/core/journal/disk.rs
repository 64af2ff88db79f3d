//! A disk that keeps what it was told to keep, and of everything else what it likes.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::trace::Event;

/// What a disk writes in one go.
const SECTOR: usize = 512;

#[derive(Debug, Default)]
pub(crate) struct LazyDisk {
    files: Vec<LazyFile>,
    /// Which file goes by a name, to whoever asks now and after the power has gone.
    names: BTreeMap<PathBuf, usize>,
    safe_names: BTreeMap<PathBuf, usize>,
    folders: BTreeSet<PathBuf>,
}

#[derive(Debug, Default)]
struct LazyFile {
    now: Vec<u8>,
    safe: Vec<u8>,
    loose: Vec<Change>,
}

#[derive(Clone, Debug)]
enum Change {
    Written(usize, Vec<u8>),
    Cut(usize),
}

impl LazyDisk {
    pub(crate) fn see(&mut self, event: &Event) {
        match event {
            Event::Made(path) => {
                let next = self.files.len();
                if *self.names.entry(path.clone()).or_insert(next) == next {
                    self.files.push(LazyFile::default());
                }
            }
            Event::Folder(path) => drop(self.folders.insert(path.clone())),
            Event::Removed(path) => drop(self.names.remove(path)),
            Event::Written { path, at, bytes } => self.change(path, Change::Written(*at, bytes.clone())),
            Event::Cut { path, length } => self.change(path, Change::Cut(*length)),
            Event::Synced(path) => self.sync(path),
            Event::Said(_) => {}
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        // One that has lost its name already is nobody's concern.
        if let Some(number) = self.names.get(path) {
            let file = &mut self.files[*number];
            change.apply_to(&mut file.now);
            file.loose.push(change);
        }
    }

    /// A file's contents, or a folder's names: one does not bring the other along.
    fn sync(&mut self, path: &Path) {
        if let Some(number) = self.names.get(path) {
            let file = &mut self.files[*number];
            file.safe.clone_from(&file.now);
            file.loose.clear();
            return;
        }
        self.safe_names.retain(|name, _| name.parent() != Some(path));
        self.safe_names.extend(self.names.clone().into_iter().filter(|(name, _)| name.parent() == Some(path)));
    }

    /// What is found when the power is back. Of what was never synced `has_arrived` decides, piece by piece.
    pub(crate) fn after_power_loss(&self, from: &Path, to: &Path, mut has_arrived: impl FnMut() -> bool) {
        for folder in &self.folders {
            fs::create_dir_all(moved(folder, from, to)).expect("made");
        }
        for name in self.names.keys().chain(self.safe_names.keys()).collect::<BTreeSet<_>>() {
            let (now, safe) = (self.names.get(name), self.safe_names.get(name));
            let found = if now == safe || !has_arrived() { safe } else { now };
            if let Some(number) = found {
                fs::write(moved(name, from, to), self.files[*number].found(&mut has_arrived)).expect("written");
            }
        }
    }
}

impl LazyFile {
    fn found(&self, has_arrived: &mut impl FnMut() -> bool) -> Vec<u8> {
        let mut found = self.safe.clone();
        for piece in self.loose.iter().flat_map(Change::pieces).filter(|_| has_arrived()) {
            piece.apply_to(&mut found);
        }
        found
    }
}

impl Change {
    fn pieces(&self) -> Vec<Self> {
        match self {
            Self::Written(at, bytes) => {
                let pieces = bytes.chunks(SECTOR).enumerate();
                pieces.map(|(number, piece)| Self::Written(at + number * SECTOR, piece.to_vec())).collect()
            }
            Self::Cut(_) => vec![self.clone()],
        }
    }

    fn apply_to(&self, file: &mut Vec<u8>) {
        match self {
            Self::Written(at, bytes) => {
                file.resize(file.len().max(at + bytes.len()), 0);
                file[*at..at + bytes.len()].copy_from_slice(bytes);
            }
            Self::Cut(length) => file.resize(*length, 0),
        }
    }
}

fn moved(path: &Path, from: &Path, to: &Path) -> PathBuf {
    to.join(path.strip_prefix(from).expect("within"))
}

//! The log: what is in it, what never is, how long it gets, and that it stops nobody.

mod panics;
mod privacy;
mod rotation;

use std::{fs, path::Path};

/// All of the log's files, oldest first, with their names.
pub(crate) fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).expect("text")))
        .collect();
    files.sort();
    files
}

pub(crate) fn text(folder: &Path) -> String {
    files(folder).into_iter().map(|(_, text)| text).collect()
}

//! Exports the history as CSV for a spreadsheet: masked, and nothing in it is ever taken for a formula.

use std::{
    fs::{self, OpenOptions},
    io::{self, Write},
    path::{Path, PathBuf},
};

use serde::{Deserialize, Serialize};
use tempfile::NamedTempFile;
use thiserror::Error;
use tokio::task::spawn_blocking;

use crate::{
    domain::{Environment, Moment, Timestamp},
    journal::{Entry, Journal, JournalError, Search, SendState},
};

/// The words of the file, in the user's language: of its columns, and of the outcomes.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "ExportWords"))]
pub struct Words {
    pub time: String,
    pub reservation: String,
    pub sms: String,
    pub email: String,
    pub outcome: String,
    pub answer: String,
    pub sent: String,
    pub not_sent: String,
    pub unknown: String,
    pub under_way: String,
}

/// An exported file: where it lies, and how many sends are in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportedFile {
    pub path: String,
    pub entries: u32,
}

#[derive(Debug, Error)]
pub enum ExportError {
    #[error(transparent)]
    Journal(#[from] JournalError),
    #[error("the file could not be written")]
    Write(#[from] csv::Error),
    #[error("the file could not be made")]
    Make(#[from] io::Error),
}

/// Writes everything that matches to a new file in this folder. It gets its name when it is whole: half a history looks
/// like a whole one.
pub async fn export(
    journal: &Journal,
    environment: Environment,
    search: Search,
    words: &Words,
    folder: &Path,
) -> Result<ExportedFile, ExportError> {
    const A_PAGE: u32 = 1000;
    let (folder, words) = (folder.to_owned(), words.clone());
    let mut sheet = blocking(move || Sheet::begin(folder, words)).await?;
    let mut search = search;
    loop {
        let page = journal.search(environment, search.clone(), A_PAGE).await?;
        let last = page.entries.last().map(|last| last.id).filter(|_| page.more);
        sheet = blocking(move || sheet.with(&page.entries)).await?;
        match last {
            Some(last) => search.older_than = Some(last),
            None => return blocking(move || sheet.finish()).await,
        }
    }
}

/// Does what waits for a disk, which may be a share, out of the way of the async threads.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, ExportError> + Send + 'static,
) -> Result<T, ExportError> {
    spawn_blocking(work).await.map_err(io::Error::from)?
}

/// The file while it is written. Dropped before it is finished, it is gone.
struct Sheet {
    csv: csv::Writer<NamedTempFile>,
    words: Words,
    folder: PathBuf,
    entries: u32,
}

impl Sheet {
    fn begin(folder: PathBuf, words: Words) -> Result<Self, ExportError> {
        fs::create_dir_all(&folder)?;
        let mut file = tempfile::Builder::new().prefix(".resend-reservation-").suffix(".part").tempfile_in(&folder)?;
        // The mark by which spreadsheets know UTF-8.
        file.write_all("\u{FEFF}".as_bytes())?;
        // As spreadsheets separate lists where a comma parts kroner from øre.
        let mut csv = csv::WriterBuilder::new().delimiter(b';').from_writer(file);
        csv.write_record(words.columns().map(harmless))?;
        Ok(Self { csv, words, folder, entries: 0 })
    }

    fn with(mut self, entries: &[Entry]) -> Result<Self, ExportError> {
        for entry in entries {
            self.csv.write_record(self.words.row(entry).map(|field| harmless(&field)))?;
            self.entries += 1;
        }
        Ok(self)
    }

    fn finish(self) -> Result<ExportedFile, ExportError> {
        let Self { csv, folder, entries, .. } = self;
        let file = csv.into_inner().map_err(|error| io::Error::from(error.error().kind()))?;
        Ok(ExportedFile { path: named(file, &folder)?.display().to_string(), entries })
    }
}

/// Gives the file a name that nothing had: it is taken first, as not every file system can rename without replacing.
fn named(file: NamedTempFile, folder: &Path) -> io::Result<PathBuf> {
    let path = free_name(folder)?;
    let named = file.as_file().sync_all().and_then(|()| file.persist(&path).map_err(io::Error::from));
    if named.is_err() {
        // Only the taken name is there, and nothing in it.
        let _ = fs::remove_file(&path);
    }
    named.map(|_| path)
}

fn free_name(folder: &Path) -> io::Result<PathBuf> {
    let today = Moment::of(Timestamp::now()).text;
    let day = today.get(..10).unwrap_or_default().split('.').rev().collect::<Vec<_>>().join("-");
    for number in 1..1000 {
        let name = if number == 1 { String::new() } else { format!(" ({number})") };
        let path = folder.join(format!("resend-reservation {day}{name}.csv"));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(_) => return Ok(path),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(error),
        }
    }
    Err(io::Error::other("no free name"))
}

impl Words {
    fn columns(&self) -> [&str; 6] {
        [&self.time, &self.reservation, &self.sms, &self.email, &self.outcome, &self.answer]
    }

    fn row(&self, entry: &Entry) -> [String; 6] {
        [
            Moment::of(entry.at).text,
            entry.reservation.clone(),
            entry.sms_to.as_deref().map(bracketed).unwrap_or_default(),
            entry.email_to.clone().unwrap_or_default(),
            self.of(entry.state).to_owned(),
            entry.http_status.map(|status| status.to_string()).unwrap_or_default(),
        ]
    }

    fn of(&self, state: SendState) -> &str {
        match state {
            SendState::UnderWay => &self.under_way,
            SendState::Sent => &self.sent,
            SendState::NotSent => &self.not_sent,
            SendState::Unknown => &self.unknown,
        }
    }
}

/// Puts a country code in brackets, so that nothing has to be put before its plus.
fn bracketed(number: &str) -> String {
    match number.split_once(' ') {
        Some((code, rest)) if code.starts_with('+') => format!("({code}) {rest}"),
        _ => number.to_owned(),
    }
}

/// Escapes a field that a spreadsheet would take for a formula; an apostrophe before it makes it text.
fn harmless(field: &str) -> String {
    if field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠']) {
        format!("'{field}")
    } else {
        field.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_masked_number_needs_no_apostrophe() {
        for (number, written) in [("+47 … 567", "(+47) … 567"), ("… 00", "… 00"), ("+47", "+47")] {
            assert_eq!(bracketed(number), written);
        }
    }

    #[test]
    fn nothing_is_taken_for_a_formula() {
        for (field, written) in [
            ("+47 … 567", "'+47 … 567"),
            ("=1+1", "'=1+1"),
            ("-1", "'-1"),
            ("@sum", "'@sum"),
            ("\t=1", "'\t=1"),
            ("＝1", "'＝1"),
            ("RES3633019929", "RES3633019929"),
            ("k…@example.com", "k…@example.com"),
            ("", ""),
        ] {
            assert_eq!(harmless(field), written);
        }
    }
}

//! The log file: what the app did, for whoever has to find out why it did not.
//!
//! A log is read by others than those who wrote it. So what can be written is a closed list, of numbers and of words of
//! our own: no token, no contact, no reservation, nothing that was typed and nothing that was answered. What an error
//! of a library says of itself goes through `error_text` first.

mod entry;
mod error_text;
mod panics;

use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};

use flexi_logger::{
    Cleanup, Criterion, DeferredNow, ErrorChannel, FileSpec, FlexiLoggerError, LogSpecification, Logger, Naming,
    Record,
    writers::{FileLogWriter, LogWriter},
};
use jiff::Timestamp;

use crate::private;
pub use entry::{Area, Entry, LookUpOutcome};
pub use error_text::chain;

/// The most log files: one is written, and the four before it are kept.
pub const FILES: usize = 5;
/// The length in bytes at which a log file is rotated.
pub const LENGTH: u64 = 256 * 1024;

/// The log, or nothing: one that cannot be written stops nobody.
#[derive(Clone, Debug, Default)]
pub struct Log(Option<Arc<Place>>);

#[derive(Debug)]
struct Place {
    folder: PathBuf,
    writer: FileLogWriter,
}

impl Log {
    /// Opens the log in this folder, which is made at need.
    pub fn within(folder: PathBuf) -> Self {
        // Where it cannot be made there is no log either.
        let _ = private::make_folder(&folder);
        Self(writer(&folder).ok().map(|writer| Arc::new(Place { folder, writer })))
    }

    pub fn write(&self, entry: &Entry<'_>) {
        let Some(place) = &self.0 else { return };
        let time = Timestamp::now();
        let line = format!("{time:.3} {:<5} {entry}", entry.level());
        // There is nowhere left to say that a line was lost.
        let _ = place.writer.write(&mut DeferredNow::new(), &Record::builder().args(format_args!("{line}")).build());
    }

    /// Writes an error, with what caused it.
    pub fn failed(&self, area: Area, error: &(dyn std::error::Error + 'static)) {
        self.write(&Entry::Failed { area, error });
    }

    /// Returns the newest lines, oldest of them first.
    pub fn last(&self, most: usize) -> Vec<String> {
        let Some(place) = &self.0 else { return Vec::new() };
        let mut lines: Vec<String> = Vec::new();
        for file in files(&place.folder).iter().rev() {
            // A file that has just been put away or cannot be read leaves the others.
            let text = fs::read(file).map(|bytes| String::from_utf8_lossy(&bytes).into_owned()).unwrap_or_default();
            lines.splice(0..0, text.lines().map(str::to_owned));
            if lines.len() >= most {
                break;
            }
        }
        lines.split_off(lines.len().saturating_sub(most))
    }
}

fn writer(folder: &Path) -> Result<FileLogWriter, FlexiLoggerError> {
    // Each line that is lost would be told on the standard error stream, which only a logger can be told to leave alone.
    Logger::with(LogSpecification::off()).error_channel(ErrorChannel::DevNull).do_not_log().build()?;
    let name = FileSpec::default().directory(folder).basename("resend-reservation").suffix("log");
    FileLogWriter::builder(name)
        .append()
        .format(as_it_is)
        .rotate(Criterion::Size(LENGTH), Naming::Numbers, Cleanup::KeepLogFiles(FILES - 1))
        .cleanup_in_background_thread(false)
        .try_build()
}

fn as_it_is(file: &mut dyn io::Write, _: &mut DeferredNow, line: &Record<'_>) -> io::Result<()> {
    write!(file, "{}", line.args())
}

/// Lists the files, oldest first: `…_r00000.log`, `…_r00001.log` and, for the one being written, `…_rCURRENT.log`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<_> =
        entries.map(|entry| entry.path()).filter(|path| path.extension().is_some_and(|end| end == "log")).collect();
    files.sort();
    files
}

use std::{
    fmt,
    io::ErrorKind,
    path::{Path, PathBuf},
};

use serde::Serialize;
use thiserror::Error;

use crate::settings::Language;

/// A policy error: a policy that cannot be obeyed, and everything that is wrong with it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", lines(.file, .faults))]
pub struct PolicyError {
    pub file: PathBuf,
    /// In the order of the file; never empty.
    pub faults: Vec<Fault>,
    /// Whom to ask about it, where at least that much could be read.
    pub support: Option<String>,
}

/// A fault of a policy: one thing that is wrong, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Fault {
    /// Counted from one; none where it is the file as a whole.
    pub line: Option<usize>,
    /// Such as `fixed.environment`.
    pub key: Option<String>,
    pub reason: Reason,
}

/// The reason of a fault. The sentences are for the command line; the page has its own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Error)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "PolicyReason"))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Reason {
    // The file as a whole
    #[error("there is no such file")]
    Missing,
    #[error("it cannot be read ({why})")]
    Unreadable {
        #[serde(skip)]
        #[cfg_attr(test, ts(skip))]
        why: ErrorKind,
    },
    #[error("it is not a file")]
    NotAFile,
    #[error("it is too long")]
    TooLong,
    /// A user could decide what the administrator is to decide.
    #[error("people other than its owner can change it: chmod go-w")]
    WritableByOthers,
    /// So they could by what lies in this folder, on the way to the file.
    #[error("people other than its owner can put another file in its place: chmod go-w {}", .folder.display())]
    FolderWritableByOthers {
        #[serde(skip)]
        #[cfg_attr(test, ts(skip))]
        folder: PathBuf,
    },
    #[error("it is not text in UTF-8")]
    NotText,
    // How it is written
    #[error("it is not written as TOML: {detail}")]
    NotToml {
        #[serde(skip)]
        #[cfg_attr(test, ts(skip))]
        detail: String,
    },
    #[error("it is there twice")]
    Repeated,
    // Names
    #[error("there is no setting with this name{}", suggestion(.meant.as_deref()))]
    UnknownName { meant: Option<String> },
    #[error("it belongs under [fixed] or [default]")]
    OutsideTable,
    #[error("it belongs under [fixed]: users have no choice in it")]
    OnlyFixed,
    #[error("it is both fixed and default: only one of them can apply")]
    FixedAndDefault,
    // Values
    #[error("{wanted} belongs here")]
    WrongType { wanted: ValueType },
    #[error("it must be from {least} to {most}")]
    OutOfRange { least: u32, most: u32 },
    #[error("there is no such environment{}; there are practice, demo and production", suggestion(.meant.as_deref()))]
    UnknownEnvironment { meant: Option<String> },
    #[error("there is no such language; there are {}", Language::listed("and"))]
    UnknownLanguage,
    #[error("there is no such country; it is two letters, such as NO")]
    UnknownCountry,
    #[error("it must be one line of 1 to {most} characters")]
    NotALine { most: u32 },
}

/// The type that a value should have been.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "PolicyValueType"))]
#[serde(rename_all = "kebab-case")]
pub enum ValueType {
    Text,
    WholeNumber,
    TrueOrFalse,
    Table,
}

impl Fault {
    /// Makes a fault of the file as a whole.
    pub(super) fn of_file(reason: Reason) -> Self {
        Self { line: None, key: None, reason }
    }
}

impl fmt::Display for ValueType {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "a text in quotation marks",
            Self::WholeNumber => "a whole number without quotation marks",
            Self::TrueOrFalse => "true or false without quotation marks",
            Self::Table => "a table, such as [fixed],",
        })
    }
}

/// Returns the line number of a byte, counted from one.
pub(super) fn line_of(text: &[u8], at: usize) -> usize {
    text.iter().take(at).fold(1, |line, byte| line + usize::from(*byte == b'\n'))
}

fn suggestion(meant: Option<&str>) -> String {
    meant.map(|meant| format!(" (did you mean {meant}?)")).unwrap_or_default()
}

/// Writes the faults as compilers do: `file:line: key: reason`.
fn lines(file: &Path, faults: &[Fault]) -> String {
    let line = |fault: &Fault| {
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        let key = fault.key.as_ref().map(|key| format!("{key}: ")).unwrap_or_default();
        format!("{}{line}: {key}{}", file.display(), fault.reason)
    };
    faults.iter().map(line).collect::<Vec<_>>().join("\n")
}

use serde::Serialize;

use crate::{
    checkup::{Found, Line, Report, State, Subject},
    contract::milliseconds,
    domain::Environment,
};

/// "Is all well?", answered. No secret and nobody's contact is in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckUp {
    pub all_well: bool,
    pub lines: Vec<CheckLine>,
    pub version: String,
    /// Such as `linux x86_64, Debian GNU/Linux 12 (bookworm)`.
    pub system: String,
    pub environment: Environment,
    /// When it was looked at, in milliseconds since 1970.
    pub at: u64,
    /// The newest lines of the log.
    pub log: Vec<String>,
}

#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct CheckLine {
    pub subject: Subject,
    pub state: State,
    pub found: Found,
    pub milliseconds: u32,
}

impl From<Report> for CheckUp {
    fn from(report: Report) -> Self {
        Self {
            all_well: report.is_all_well(),
            lines: report.lines.iter().map(CheckLine::from).collect(),
            version: env!("CARGO_PKG_VERSION").to_owned(),
            system: report.system,
            environment: report.environment,
            at: milliseconds(report.at),
            log: report.log,
        }
    }
}

impl From<&Line> for CheckLine {
    fn from(line: &Line) -> Self {
        Self {
            subject: line.subject,
            state: line.state(),
            found: line.found,
            milliseconds: line.took.as_millis().try_into().unwrap_or(u32::MAX),
        }
    }
}

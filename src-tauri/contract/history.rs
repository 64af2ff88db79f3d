//! What the page sees of the past, and what it finds out about it.

use std::{
    ops::Range,
    path::PathBuf,
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use serde::{Deserialize, Serialize};

use super::{Moment, Status, look_up, milliseconds};
use crate::{
    failure::Code,
    journal::{self, Entry, Page, Search, SendState, export::Words},
    resend::Resolution,
};

/// What to look for in the history. Nothing of it: everything.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HistorySearch {
    /// A part of a reservation's id or of a masked contact: three letters at least.
    pub text: Option<String>,
    pub outcome: Option<SendState>,
    /// From this time on, and before the other, in milliseconds since 1970.
    pub from: Option<u64>,
    pub until: Option<u64>,
    /// The next page: what is older than this entry.
    pub older_than: Option<i64>,
}

/// A part of the history, newest first.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HistoryPage {
    pub entries: Vec<HistoryEntry>,
    /// There is more after these.
    pub more: bool,
}

/// One send from this computer. Contacts are masked: nothing more of them is kept.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct HistoryEntry {
    pub id: i64,
    pub reservation: String,
    pub sms_to: Option<String>,
    pub email_to: Option<String>,
    pub at: u64,
    pub outcome: SendState,
    pub http_status: Option<u16>,
}

/// The words of the file that the history is written to.
#[derive(Clone, Debug, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct ExportWords {
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

/// Where the file lies, and how many sends are in it.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Exported {
    pub path: String,
    pub entries: u32,
}

/// What became of one send whose outcome was unknown.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum FoundOut {
    /// The service lists this very send: it left.
    Sent {
        at: Moment,
    },
    /// It is paid, reserved, completed or cancelled: nothing is to be sent any more.
    Over {
        status: Status,
    },
    /// Of its two channels the service lists this one only.
    Half {
        by: Channel,
        status: Option<Status>,
    },
    /// A link was sent at that time, and whether it was this one cannot be told.
    Nearby {
        at: Option<Moment>,
        /// It can be seen to whom.
        to_whom: bool,
        status: Option<Status>,
    },
    /// The service lists another send at that time, and not this one.
    Another {
        status: Option<Status>,
    },
    /// The service does not list it, or not yet.
    NotListed {
        status: Option<Status>,
    },
    /// The reservation can be seen, and what happened to it cannot.
    NoEvents {
        status: Option<Status>,
    },
    /// What happened to an order cannot be read.
    Order {
        status: Option<Status>,
    },
    NotFound,
    Unseen {
        code: Code,
    },
    /// The send is not in the history any more.
    Forgotten,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Sms,
    Email,
}

impl From<HistorySearch> for Search {
    fn from(search: HistorySearch) -> Self {
        Self {
            text: search.text,
            outcome: search.outcome,
            time: range(search.from, search.until),
            older_than: search.older_than,
        }
    }
}

fn range(from: Option<u64>, until: Option<u64>) -> Option<Range<SystemTime>> {
    let time = |at| UNIX_EPOCH.checked_add(Duration::from_millis(at));
    Some(time(from?)?..time(until?)?)
}

impl From<Page> for HistoryPage {
    fn from(Page { entries, more }: Page) -> Self {
        Self { entries: entries.into_iter().map(HistoryEntry::from).collect(), more }
    }
}

impl From<Entry> for HistoryEntry {
    fn from(entry: Entry) -> Self {
        Self {
            id: entry.id,
            reservation: entry.reservation,
            sms_to: entry.sms_to,
            email_to: entry.email_to,
            at: milliseconds(entry.at),
            outcome: entry.state,
            http_status: entry.http_status,
        }
    }
}

impl From<ExportWords> for Words {
    fn from(words: ExportWords) -> Self {
        Self {
            columns: [words.time, words.reservation, words.sms, words.email, words.outcome, words.answer],
            sent: words.sent,
            not_sent: words.not_sent,
            unknown: words.unknown,
            under_way: words.under_way,
        }
    }
}

impl From<(PathBuf, u32)> for Exported {
    fn from((path, entries): (PathBuf, u32)) -> Self {
        Self { path: path.display().to_string(), entries }
    }
}

impl From<Resolution> for FoundOut {
    fn from(found: Resolution) -> Self {
        let known = |status: Option<_>| status.map(look_up::status).unwrap_or_default().0;
        match found {
            Resolution::Sent(at) => Self::Sent { at: at.into() },
            Resolution::Over(status) => match known(Some(status)) {
                Some(status) => Self::Over { status },
                None => Self::NotListed { status: None },
            },
            Resolution::Half(by, status) => Self::Half { by: by.into(), status: known(status) },
            Resolution::Nearby { when, to_whom, status } => {
                Self::Nearby { at: when.map(Moment::from), to_whom, status: known(status) }
            }
            Resolution::Another(status) => Self::Another { status: known(status) },
            Resolution::NotListed(status) => Self::NotListed { status: known(status) },
            Resolution::NoEvents(status) => Self::NoEvents { status: known(status) },
            Resolution::Order(status) => Self::Order { status: known(status) },
            Resolution::NotFound => Self::NotFound,
            Resolution::Unseen(reason) => Self::Unseen { code: (&reason).into() },
            Resolution::Forgotten(Some(error)) => Self::Unseen { code: (&error).into() },
            Resolution::Forgotten(None) => Self::Forgotten,
        }
    }
}

impl From<journal::Channel> for Channel {
    fn from(channel: journal::Channel) -> Self {
        match channel {
            journal::Channel::Sms => Self::Sms,
            journal::Channel::Email => Self::Email,
        }
    }
}

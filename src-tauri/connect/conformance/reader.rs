use reqwest::header::{ACCEPT, HeaderMap};
use secrecy::SecretString;
use serde_json::Value;

use super::{answer::Answer, shape::PrivateTexts};
use crate::connect::{Client, client};

/// A read, as the path of a GET.
#[derive(Clone, Copy, Debug)]
pub(super) enum Read<'a> {
    /// Events between two times, in seconds since 1970.
    Events(i64, i64),
    /// Both times left out: the last 24 hours.
    LatestEvents,
    /// Times that are none.
    MalformedEvents,
    Reservation(&'a str),
    Order(&'a str),
    Orders,
}

/// The reader of a check: one read after the other, within a budget.
pub(super) struct Reader<'a> {
    client: &'a Client,
    token: &'a SecretString,
    made: u32,
    /// What the service said is left of its rate limit, answer by answer.
    remaining: Vec<i64>,
    /// The headers of the first answer that came.
    first_headers: Option<HeaderMap>,
    stopped: Option<Stop>,
    private: PrivateTexts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    Budget,
    /// The rate limit: so few are left that the person at the desk might be refused.
    Limiter,
    TooMany,
    NoContact,
}

/// The most reads of one check.
pub const MOST_READS: u32 = 60;
const FEWEST_LEFT: i64 = 60;

impl<'a> Reader<'a> {
    pub(super) fn new(client: &'a Client, token: &'a SecretString) -> Self {
        Self {
            client,
            token,
            made: 0,
            remaining: Vec::new(),
            first_headers: None,
            stopped: None,
            private: PrivateTexts::default(),
        }
    }

    /// Makes a read; None where no answer came, or no more is read.
    pub(super) async fn read(&mut self, read: Read<'_>) -> Option<Answer> {
        self.ask(read, self.token, true).await
    }

    pub(super) async fn read_with(&mut self, read: Read<'_>, token: &SecretString) -> Option<Answer> {
        self.ask(read, token, true).await
    }

    pub(super) async fn read_without_accept(&mut self, read: Read<'_>) -> Option<Answer> {
        self.ask(read, self.token, false).await
    }

    pub(super) fn made(&self) -> u32 {
        self.made
    }

    pub(super) fn remaining(&self) -> &[i64] {
        &self.remaining
    }

    pub(super) fn first_headers(&self) -> Option<&HeaderMap> {
        self.first_headers.as_ref()
    }

    pub(super) fn stopped(&self) -> Option<Stop> {
        self.stopped
    }

    pub(super) fn private_texts(&self) -> &PrivateTexts {
        &self.private
    }

    async fn ask(&mut self, read: Read<'_>, token: &SecretString, accepts_json: bool) -> Option<Answer> {
        if self.stopped.is_some() {
            return None;
        }
        if self.made >= MOST_READS {
            self.stopped = Some(Stop::Budget);
            return None;
        }
        self.made += 1;
        let mut request = self.client.http.get(self.client.base.join(&read.path()));
        if accepts_json {
            request = request.header(ACCEPT, "application/json");
        }
        let Ok(mut answer) = self.client.answer(request, token, client::HISTORY_CAP).await else {
            self.stopped = Some(Stop::NoContact);
            return None;
        };
        // Whichever was sent with it.
        answer.redact(self.token);
        Some(self.take(&answer))
    }

    fn take(&mut self, answer: &client::RawAnswer) -> Answer {
        if self.first_headers.is_none() {
            self.first_headers = Some(answer.headers.clone());
        }
        let left = answer.headers.get("x-ratelimit-remaining").and_then(|left| left.to_str().ok()?.trim().parse().ok());
        if let Some(left) = left {
            self.remaining.push(left);
            if left < FEWEST_LEFT {
                self.stopped = Some(Stop::Limiter);
            }
        }
        if answer.status.as_u16() == 429 {
            self.stopped = Some(Stop::TooMany);
        }
        let json: Option<Value> = serde_json::from_slice(&answer.bytes).ok();
        if let Some(json) = &json {
            self.private.gather(json);
        }
        Answer {
            status: answer.status.as_u16(),
            headers: answer.headers.clone(),
            length: answer.bytes.len(),
            is_whole: answer.is_whole(),
            json,
        }
    }
}

impl Read<'_> {
    fn path(self) -> String {
        match self {
            Self::Events(from, to) => format!("connect/reservations/history/{from}/{to}"),
            Self::LatestEvents => "connect/reservations/history".to_owned(),
            Self::MalformedEvents => "connect/reservations/history/yesterday/today".to_owned(),
            Self::Reservation(id) => format!("connect/reservations/details/{id}"),
            Self::Order(id) => format!("connect/orders/details/{id}"),
            Self::Orders => "connect/orders/status?type=SENT".to_owned(),
        }
    }
}

impl Stop {
    pub(super) fn summary(self) -> &'static str {
        match self {
            Self::Budget => "the check makes no more reads than this",
            Self::Limiter => "the limiter had fewer than 60 left, and the desk comes first",
            Self::TooMany => "the service said that there were too many (429)",
            Self::NoContact => "no answer came",
        }
    }
}

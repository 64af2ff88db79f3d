//! Fault injection and a record of requests, for tests: not in the program that is shipped.

use std::{
    collections::VecDeque,
    io,
    sync::atomic::{AtomicUsize, Ordering},
    time::Duration,
};

use http_body_util::Full;
use hyper::{
    Method, Response,
    body::Bytes,
    header::{AUTHORIZATION, DATE, HeaderValue},
    http::request::Parts,
};
use jiff::{ToSpan, fmt::rfc2822::DateTimePrinter};
use parking_lot::Mutex;
use secrecy::SecretString;

use super::{Cut, Service, Shared, push};
use crate::{
    domain::Timestamp,
    practice::{
        answers::{self, CannedAnswer},
        fortnight::Fortnight,
        queries::{Clockface, PastEvent, Times},
    },
};

/// An injected fault: what the server does otherwise than the real service.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum InjectedFault {
    /// Nothing.
    #[default]
    None,
    /// Answers after a while.
    Slow(Duration),
    /// Closes the connection when the head of a request has arrived.
    CutBeforeReading,
    /// Closes the connection when the whole request has arrived.
    CutAfterReading,
    /// Answers 200 with a web page, as a hotel network's log-in does.
    Html,
    /// Answers this to a read of details.
    Details(u16, &'static str),
    /// Answers this to a read of events.
    History(u16, &'static str),
    /// Takes this long for events.
    SlowHistory(Duration),
    /// Its clock is off by so many seconds.
    ClockOff(i64),
}

/// One request as it arrived.
#[derive(Clone, Debug)]
pub struct ReceivedRequest {
    pub method: Method,
    pub path: String,
    pub authorization: Option<SecretString>,
    /// Empty where the connection was cut before reading.
    pub body: String,
}

#[derive(Debug, Default)]
pub(super) struct Doors {
    fault: Mutex<InjectedFault>,
    received: Mutex<VecDeque<ReceivedRequest>>,
    times: Mutex<Times>,
    answered: AtomicUsize,
    posts: AtomicUsize,
}

impl Service {
    /// Starts a server on a free port of the loopback address. It answers whatever the token.
    pub async fn start() -> io::Result<Self> {
        Self::start_with(Shared::default()).await
    }

    /// Starts one with a fortnight of other people's reservations, as practice has it.
    pub async fn start_with_fortnight() -> io::Result<Self> {
        let fortnight = Some(Fortnight::before(Timestamp::now()));
        Self::start_with(Shared { fortnight, ..Shared::default() }).await
    }

    /// Lets time pass: what was going to happen by then has happened.
    pub fn let_pass(&self, time: Duration) {
        for event in self.shared.happened.lock().iter_mut() {
            *event = event.clone().earlier(time);
        }
    }

    pub fn inject(&self, fault: InjectedFault) {
        *self.shared.doors.fault.lock() = fault;
    }

    /// Sets in which form and zone it writes times from now on.
    pub fn write_times(&self, times: Times) {
        *self.shared.doors.times.lock() = times;
    }

    /// Records an event of somebody else's, so long ago; `sent_to` is as the service would write it.
    pub fn happened(&self, id: &str, title: &str, ago: Duration, sent_to: serde_json::Value) {
        push(&mut self.shared.happened.lock(), PastEvent::now(id, title, sent_to).earlier(ago));
    }

    /// Returns the requests that arrived so far, oldest first.
    pub fn received(&self) -> Vec<ReceivedRequest> {
        self.shared.doors.received.lock().iter().cloned().collect()
    }

    /// Counts the requests that have an answer on its way.
    pub fn answered(&self) -> usize {
        self.shared.doors.answered.load(Ordering::Relaxed)
    }

    /// Counts the sends that were asked for.
    pub fn posts(&self) -> usize {
        self.shared.doors.posts.load(Ordering::Relaxed)
    }
}

impl Doors {
    /// Returns how a request is treated, when its head has arrived.
    pub(super) fn opens(&self, head: &Parts) -> Result<InjectedFault, Cut> {
        let fault = *self.fault.lock();
        if fault == InjectedFault::CutBeforeReading {
            self.keep(head, &[]);
            return Err(Cut);
        }
        Ok(fault)
    }

    /// Records a request, when all of it has arrived.
    pub(super) fn keep(&self, head: &Parts, body: &[u8]) {
        let authorization = head.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
        let received = ReceivedRequest {
            method: head.method.clone(),
            path: head.uri.path().to_owned(),
            authorization: authorization.map(SecretString::from),
            body: String::from_utf8_lossy(body).into_owned(),
        };
        self.posts.fetch_add(usize::from(head.method == Method::POST), Ordering::Relaxed);
        push(&mut self.received.lock(), received);
    }

    /// Returns the injected answer, in place of the faithful one.
    pub(super) async fn instead(&self, fault: InjectedFault, path: &str) -> Result<Option<CannedAnswer>, Cut> {
        match fault {
            InjectedFault::Slow(delay) => tokio::time::sleep(delay).await,
            InjectedFault::SlowHistory(delay) if path.contains("/history/") => tokio::time::sleep(delay).await,
            InjectedFault::CutAfterReading => return Err(Cut),
            InjectedFault::Html => return Ok(Some(answers::html(200, "Welcome to the network"))),
            InjectedFault::Details(status, body) if path.contains("/details/") => {
                return Ok(Some(answers::raw(status, body)));
            }
            InjectedFault::History(status, body) if path.contains("/history/") => {
                return Ok(Some(answers::raw(status, body)));
            }
            InjectedFault::None
            | InjectedFault::CutBeforeReading
            | InjectedFault::Details(..)
            | InjectedFault::History(..)
            | InjectedFault::SlowHistory(_)
            | InjectedFault::ClockOff(_) => {}
        }
        Ok(None)
    }

    /// Sets the `Date` of an answer by a clock that is off. The server writes it by itself, unless it is there already.
    pub(super) fn leaves(&self, mut response: Response<Full<Bytes>>) -> Response<Full<Bytes>> {
        self.answered.fetch_add(1, Ordering::Relaxed);
        if let InjectedFault::ClockOff(seconds) = *self.fault.lock()
            && let Ok(time) =
                DateTimePrinter::new().timestamp_to_rfc9110_string(&(jiff::Timestamp::now() + seconds.seconds()))
            && let Ok(date) = HeaderValue::try_from(time)
        {
            response.headers_mut().insert(DATE, date);
        }
        response
    }

    pub(super) fn clock(&self) -> Clockface {
        let ahead = if let InjectedFault::ClockOff(seconds) = *self.fault.lock() { seconds } else { 0 };
        Clockface { times: self.times.lock().clone(), ahead }
    }
}

//! A service with a fortnight of events, which writes its times in whichever zone, fails for whichever time, and counts.

use std::{
    convert::Infallible,
    future::pending,
    net::Ipv4Addr,
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};

use http_body_util::Full;
use hyper::{
    Method, Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use resend_reservation::{
    connect::BaseUrl,
    domain::{Timestamp, Zone},
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, sync::Semaphore};

use super::fortnight::{Fortnight, Happened};

/// What the service does instead, when it is asked for a time that holds this one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Failing {
    Status(u16),
    Html,
    Silence,
    TooLarge,
    /// Once, with a second to wait.
    RateLimited,
}

pub(crate) struct ScriptedService {
    pub(crate) base: BaseUrl,
    shared: Arc<Shared>,
}

struct Shared {
    fortnight: Fortnight,
    zone: Zone,
    failing: Vec<(Timestamp, Failing)>,
    was_rate_limited: AtomicBool,
    /// From now on, whatever is asked.
    refuses_all: AtomicBool,
    limit: AtomicU32,
    left: AtomicU32,
    asked: Mutex<Vec<(Method, String, Instant)>>,
    /// Details of this reservation are held until there is a permit.
    held: Option<(String, Semaphore)>,
    delay: Duration,
}

impl ScriptedService {
    pub(crate) async fn start(fortnight: &Fortnight, zone: &Zone, failing: &[(Timestamp, Failing)]) -> Self {
        Self::start_with(fortnight, zone, failing, None, Duration::ZERO).await
    }

    /// It holds the details of one reservation back, and takes its time for all others.
    pub(crate) async fn holding(fortnight: &Fortnight, held: &str, delay: Duration) -> Self {
        let held = Some((held.to_owned(), Semaphore::new(0)));
        Self::start_with(fortnight, &Zone::norway(), &[], held, delay).await
    }

    async fn start_with(
        fortnight: &Fortnight,
        zone: &Zone,
        failing: &[(Timestamp, Failing)],
        held: Option<(String, Semaphore)>,
        delay: Duration,
    ) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a port");
        let address = listener.local_addr().expect("an address");
        let (fortnight, zone, failing) = (fortnight.clone(), zone.clone(), failing.to_vec());
        let (was_rate_limited, refuses_all, asked) = <(AtomicBool, AtomicBool, _)>::default();
        let (limit, left) = (AtomicU32::new(240), AtomicU32::new(240));
        let shared =
            Shared { fortnight, zone, failing, was_rate_limited, refuses_all, limit, left, asked, held, delay };
        let shared = Arc::new(shared);
        tokio::spawn({
            let shared = Arc::clone(&shared);
            async move {
                while let Ok((stream, _)) = listener.accept().await {
                    let shared = Arc::clone(&shared);
                    let answer = service_fn(move |request: Request<Incoming>| {
                        let shared = Arc::clone(&shared);
                        async move { Ok::<_, Infallible>(shared.answer(&request).await) }
                    });
                    tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), answer));
                }
            }
        });
        let base = BaseUrl::loopback(&format!("http://{address}/api/v1")).expect("loopback");
        Self { base, shared }
    }

    /// It knows the token no more.
    pub(crate) fn refuse_all(&self) {
        self.shared.refuses_all.store(true, Ordering::Relaxed);
    }

    /// How many of its requests it says are left.
    pub(crate) fn say_left(&self, left: u32) {
        self.shared.left.store(left, Ordering::Relaxed);
    }

    /// It takes as many requests as anybody likes.
    pub(crate) fn limit_nobody(&self) {
        for limit in [&self.shared.limit, &self.shared.left] {
            limit.store(1_000_000, Ordering::Relaxed);
        }
    }

    pub(crate) fn release(&self) {
        self.shared.held.as_ref().expect("something is held").1.add_permits(1);
    }

    pub(crate) fn asked(&self) -> Vec<(Method, String, Instant)> {
        self.shared.asked.lock().expect("no panic").clone()
    }

    /// The most requests in any minute.
    pub(crate) fn most_in_a_minute(&self) -> usize {
        let times: Vec<Instant> = self.asked().into_iter().map(|(_, _, at)| at).collect();
        let from =
            |at: &Instant| times.iter().filter(|time| **time >= *at && **time < *at + Duration::from_mins(1)).count();
        times.iter().map(from).max().unwrap_or_default()
    }
}

type Answer = Response<Full<Bytes>>;

impl Shared {
    async fn answer(&self, request: &Request<Incoming>) -> Answer {
        let path = request.uri().path().trim_start_matches("/api/v1/connect/reservations/").to_owned();
        self.asked.lock().expect("no panic").push((request.method().clone(), path.clone(), Instant::now()));
        tokio::time::sleep(self.delay).await;
        if self.refuses_all.load(Ordering::Relaxed) {
            return self.plain(401, r#"{"message":"Unauthenticated."}"#.to_owned());
        }
        match path.split_once('/') {
            Some(("history", range)) => self.history(range).await,
            Some(("details", id)) => {
                if let Some((held, semaphore)) = &self.held
                    && held == id
                {
                    semaphore.acquire().await.expect("open").forget();
                }
                match self.fortnight.details(id) {
                    Some(data) => self.said(200, "reservationRetrievedSuccessfully", &data),
                    None => self.said(404, "orderNotFound", &Value::Null),
                }
            }
            _ => self.said(202, "resentOrderSuccessfully", &json!([])),
        }
    }

    async fn history(&self, range: &str) -> Answer {
        let (from, to) = range.split_once('/').expect("two times");
        let (from, to): (i64, i64) = (from.parse().expect("seconds"), to.parse().expect("seconds"));
        let within = |at: Timestamp| (from..=to).contains(&at.as_seconds());
        let is_long = to - from > 1800;
        if let Some((_, failing)) = self.failing.iter().find(|(at, _)| is_long && within(*at)) {
            match failing {
                Failing::Status(status) => return self.plain(*status, r#"{"message":"Server Error"}"#.to_owned()),
                Failing::Html => return self.plain(200, "<!doctype html><title>Welcome</title>".to_owned()),
                Failing::Silence => return pending().await,
                Failing::TooLarge => return self.plain(200, format!("[{}]", " ".repeat(4 * 1024 * 1024))),
                Failing::RateLimited if self.was_rate_limited.swap(true, Ordering::Relaxed) => {}
                Failing::RateLimited => {
                    let mut answer = self.plain(429, r#"{"message":"Too Many Attempts."}"#.to_owned());
                    answer.headers_mut().insert("retry-after", "1".parse().expect("a value"));
                    return answer;
                }
            }
        }
        let data: Vec<Value> =
            self.fortnight.events.iter().filter(|event| within(event.at)).map(|event| self.written(event)).collect();
        if data.is_empty() {
            return self.said(404, "noHistoryFound", &Value::Null);
        }
        self.said(200, "reservationRetrievedSuccessfully", &Value::Array(data))
    }

    fn written(&self, event: &Happened) -> Value {
        json!({
            "uuid": event.id,
            "title": event.title,
            "datetime": self.zone.written(event.at, "%d.%m.%Y %H:%M"),
            "sentTo": event.sent_to,
            "actionBy": null,
            "note": null,
            "paymentMethod": null,
            "isRefundable": false,
            "amount": null,
        })
    }

    fn said(&self, status: u16, message: &str, data: &Value) -> Answer {
        let body = json!({ "status_code": status, "status_message": "As asked", "message": message, "is_data": true, "data": data });
        self.plain(status, body.to_string())
    }

    fn plain(&self, status: u16, body: String) -> Answer {
        let (limit, left) = (self.limit.load(Ordering::Relaxed), self.left.load(Ordering::Relaxed));
        Response::builder()
            .status(status)
            .header("content-type", "application/json")
            .header("x-ratelimit-limit", limit)
            .header("x-ratelimit-remaining", left)
            .body(Full::new(Bytes::from(body)))
            .expect("an answer")
    }
}

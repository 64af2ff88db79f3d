#[cfg(feature = "test-doors")]
mod doors;
#[cfg(not(feature = "test-doors"))]
#[path = "service/no_doors.rs"]
mod doors;

use std::{
    collections::VecDeque,
    io,
    net::{Ipv4Addr, SocketAddr},
    sync::Arc,
    time::Duration,
};

use http_body_util::{BodyExt, Full, Limited};
use hyper::{
    Method, Request, Response,
    body::{Bytes, Incoming},
    header::{AUTHORIZATION, CONTENT_TYPE, HOST},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use parking_lot::Mutex;
use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;
use tokio::{
    net::{TcpListener, TcpStream},
    task::{JoinHandle, JoinSet},
};

use super::{
    Example, Scenario,
    answers::{self, CannedAnswer, Reply},
    fortnight::{Booking, Fortnight},
    queries::{self, PastEvent},
};
use crate::{connect::BaseUrl, domain::Timestamp};
use doors::Doors;
#[cfg(feature = "test-doors")]
pub use doors::{InjectedFault, ReceivedRequest};

/// A running mock HTTP server; it stops when dropped.
#[derive(Debug)]
pub struct Service {
    address: SocketAddr,
    shared: Arc<Shared>,
    accepting: JoinHandle<()>,
}

/// The most that is remembered, of requests and of links that were sent, each.
const MOST_REMEMBERED: usize = 1_000;
/// The most connections at one time; more wait until one ends.
const MOST_CONNECTIONS: usize = 256;

#[derive(Debug, Default)]
struct Shared {
    /// The only token that is known; None takes any.
    token: Option<SecretString>,
    happened: Mutex<VecDeque<PastEvent>>,
    /// Other people's reservations, and customers who pay; None where a test wants to be alone.
    fortnight: Option<Fortnight>,
    doors: Doors,
}

impl Service {
    /// Starts a server that answers only to the token that it makes up: other programs on this computer reach it too.
    pub(crate) async fn start_private() -> io::Result<Self> {
        let random = || getrandom::u64().map_err(io::Error::other);
        let token = format!("practice-{:016x}{:016x}", random()?, random()?);
        let fortnight = Some(Fortnight::before(Timestamp::now()));
        Self::start_with(Shared { token: Some(token.into()), fortnight, ..Shared::default() }).await
    }

    async fn start_with(shared: Shared) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(shared);
        let accepting = tokio::spawn(accept(listener, Arc::clone(&shared)));
        Ok(Self { address, shared, accepting })
    }

    pub fn base_url(&self) -> BaseUrl {
        BaseUrl::from_loopback(self.address, "/api/v1")
    }

    /// Returns a token that it takes.
    pub(crate) fn token(&self) -> SecretString {
        self.shared.token.clone().unwrap_or_else(|| super::TOKEN.into())
    }
}

impl Drop for Service {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn accept(listener: TcpListener, shared: Arc<Shared>) {
    // They end with the service.
    let mut connections = JoinSet::new();
    loop {
        while connections.try_join_next().is_some() {}
        if connections.len() >= MOST_CONNECTIONS {
            connections.join_next().await;
        }
        match listener.accept().await {
            Ok((stream, _)) => drop(connections.spawn(serve(stream, Arc::clone(&shared)))),
            // Out of descriptors, say: one caller lost, not the service. It says so again at once, so wait a little.
            Err(_) => tokio::time::sleep(Duration::from_millis(50)).await,
        }
    }
}

async fn serve(stream: TcpStream, shared: Arc<Shared>) {
    let answering =
        service_fn(async |request| answer(request, &shared).await.map(|response| shared.doors.leaves(response)));
    // An error here is the cut connection that was asked for, or a caller that went away.
    let _ = http1::Builder::new().serve_connection(TokioIo::new(stream), answering).await;
}

/// The error that closes a connection without an answer.
#[derive(Debug, Error)]
#[error("cut")]
struct Cut;

async fn answer(request: Request<Incoming>, shared: &Shared) -> Result<Response<Full<Bytes>>, Cut> {
    let (head, body) = request.into_parts();
    let fault = shared.doors.opens(&head)?;
    let body = read(body).await.ok_or(Cut)?;
    shared.doors.keep(&head, &body);

    let host = head.headers.get(HOST).and_then(|value| value.to_str().ok());
    if !host.is_some_and(is_numeric_loopback) {
        return respond(answers::gateway(421, "Misdirected Request."));
    }
    let authorization = head.headers.get(AUTHORIZATION).and_then(|value| value.to_str().ok());
    let known = authorization.and_then(|value| value.strip_prefix("Bearer ")).is_some_and(|token| shared.knows(token));
    let path = head.uri.path();
    if let Some(other) = shared.doors.instead(fault, path).await? {
        return respond(other);
    }
    match reply(&head.method, path, known, &body, shared) {
        Reply::Answer(answer) => respond(answer),
        Reply::Late(delay, answer) => {
            tokio::time::sleep(delay).await;
            respond(answer)
        }
        Reply::Silence => Err(Cut),
    }
}

async fn read(body: Incoming) -> Option<Bytes> {
    const CAP: usize = 64 * 1024;
    Limited::new(body, CAP).collect().await.ok().map(http_body_util::Collected::to_bytes)
}

fn reply(method: &Method, path: &str, known: bool, body: &[u8], shared: &Shared) -> Reply {
    let Some((collection, path)) = path.strip_prefix("/api/v1/connect/").and_then(|path| path.split_once('/')) else {
        return Reply::Answer(answers::gateway(404, "Not Found."));
    };
    // Each collection knows its own ids.
    let has = |id: &str| id.starts_with("ODR") == (collection == "orders");
    match (method.as_str(), collection, path.split_once('/')) {
        _ if !known => Reply::Answer(answers::unauthenticated()),
        (_, "reservations" | "orders", Some(("resend" | "details", id))) if !has(id) => {
            Reply::Answer(answers::not_found())
        }
        ("POST", "reservations" | "orders", Some(("resend", id))) => {
            let reply = answers::resend(shared.scenario(id), body);
            if reply.is_accepted() {
                shared.note_sent(id, body);
            }
            reply
        }
        ("GET", "reservations" | "orders", Some(("details", id))) => Reply::Answer(shared.details(id)),
        ("GET", "reservations", Some(("history", range))) => Reply::Answer(shared.history(range)),
        (_, "reservations" | "orders", Some(("resend" | "details", _))) | (_, "reservations", Some(("history", _))) => {
            Reply::Answer(answers::gateway(405, "Method Not Allowed."))
        }
        _ => Reply::Answer(answers::gateway(404, "Not Found.")),
    }
}

fn respond(answer: CannedAnswer) -> Result<Response<Full<Bytes>>, Cut> {
    let mut response = Response::builder().status(answer.status).header(CONTENT_TYPE, answer.content_type);
    if let Some((name, value)) = answer.header {
        response = response.header(name, value);
    }
    response.body(Full::from(answer.body)).map_err(|_| Cut)
}

impl Shared {
    fn scenario(&self, id: &str) -> Option<Scenario> {
        let example = Example::find(id).map(|example| example.scenario);
        example.or_else(|| self.booking(id).map(Booking::scenario))
    }

    fn booking(&self, id: &str) -> Option<&Booking> {
        self.fortnight.as_ref()?.find(id)
    }

    fn details(&self, id: &str) -> CannedAnswer {
        match self.booking(id) {
            Some(booking) => {
                let of_fortnight = self.fortnight.iter().flat_map(|fortnight| &fortnight.events);
                queries::details_of_booking(booking, of_fortnight.chain(self.happened.lock().iter()))
            }
            None => queries::details(id),
        }
    }

    fn history(&self, range: &str) -> CannedAnswer {
        let of_fortnight = self.fortnight.iter().flat_map(|fortnight| &fortnight.events);
        queries::history(range, of_fortnight.chain(self.happened.lock().iter()), &self.doors.clock())
    }

    /// Notes that a link has left, and what its customer is going to do.
    fn note_sent(&self, id: &str, payload: &[u8]) {
        let customer = self.fortnight.iter().flat_map(|_| PastEvent::customers(id));
        let mut happened = self.happened.lock();
        for event in PastEvent::resent(id, payload).into_iter().chain(customer) {
            push(&mut happened, event);
        }
    }

    fn knows(&self, token: &str) -> bool {
        match &self.token {
            Some(known) => known.expose_secret() == token,
            None => !token.is_empty(),
        }
    }
}

/// Returns whether a host is a loopback address in numbers. A name may be anybody's, and lead their web page here.
fn is_numeric_loopback(host: &str) -> bool {
    let is_loopback = |address: &SocketAddr| address.ip().is_loopback();
    host.parse().as_ref().is_ok_and(is_loopback) || format!("{host}:80").parse().as_ref().is_ok_and(is_loopback)
}

fn push<T>(all: &mut VecDeque<T>, newest: T) {
    if all.len() == MOST_REMEMBERED {
        all.pop_front();
    }
    all.push_back(newest);
}

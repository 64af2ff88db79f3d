//! A service that answers from a script: a function from a request to an answer. It counts what came.

use std::{
    net::Ipv4Addr,
    sync::{Arc, Mutex},
};

use http_body_util::Full;
use hyper::{
    Request, Response,
    body::{Bytes, Incoming},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::rt::TokioIo;
use resend_reservation::{
    connect::conformance::{Report, Verdict},
    connect::{BaseUrl, Client, Timeouts, conformance},
    domain::ReservationId,
};
use secrecy::SecretString;
use serde_json::{Value, json};
use tokio::net::TcpListener;

pub(crate) const TOKEN: &str = "12|a-token-that-must-never-come-back-0123456789";

/// One request, as far as a script asks.
pub(crate) struct Asked {
    pub(crate) method: String,
    /// Below `/api/v1/connect/`.
    pub(crate) path: String,
    pub(crate) has_right_token: bool,
}

/// Status, headers and body.
pub(crate) type Said = (u16, Vec<(&'static str, String)>, String);

pub(crate) struct Scripted {
    pub(crate) base: BaseUrl,
    methods: Arc<Mutex<Vec<String>>>,
}

impl Scripted {
    pub(crate) async fn start(script: impl Fn(&Asked) -> Said + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await.expect("a free port");
        let base = BaseUrl::loopback(&format!("http://{}/api/v1", listener.local_addr().expect("an address")))
            .expect("loopback");
        let (script, methods) = (Arc::new(script), Arc::new(Mutex::new(Vec::new())));
        let seen = Arc::clone(&methods);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (script, seen) = (Arc::clone(&script), Arc::clone(&seen));
                let answer = service_fn(move |request: Request<Incoming>| {
                    let asked = Asked::of(&request);
                    seen.lock().expect("not poisoned").push(asked.method.clone());
                    let (status, headers, body) = script(&asked);
                    let mut response = Response::builder().status(status);
                    for (name, value) in headers {
                        response = response.header(name, value);
                    }
                    std::future::ready(response.body(Full::new(Bytes::from(body))))
                });
                tokio::spawn(http1::Builder::new().serve_connection(TokioIo::new(stream), answer));
            }
        });
        Self { base, methods }
    }

    pub(crate) fn methods(&self) -> Vec<String> {
        self.methods.lock().expect("not poisoned").clone()
    }

    pub(crate) async fn check(&self) -> Report {
        let report = conformance::check(&self.client(), &SecretString::from(TOKEN), None).await;
        assert!(self.methods().iter().all(|method| method == "GET"), "reads alone");
        assert!(self.methods().len() <= conformance::MOST_READS as usize, "within the budget");
        report
    }

    pub(crate) async fn check_with(&self, id: &str) -> Report {
        let id = ReservationId::parse(id).expect("an id");
        conformance::check(&self.client(), &SecretString::from(TOKEN), Some(&id)).await
    }

    fn client(&self) -> Client {
        Client::new(self.base.clone(), Timeouts::default()).expect("a client")
    }
}

impl Asked {
    fn of(request: &Request<Incoming>) -> Self {
        let path = request.uri().path_and_query().map_or("", |path| path.as_str());
        let authorization = request.headers().get("authorization").and_then(|value| value.to_str().ok());
        Self {
            method: request.method().to_string(),
            path: path.trim_start_matches("/api/v1/connect/").to_owned(),
            has_right_token: authorization == Some(&format!("Bearer {TOKEN}")),
        }
    }

    /// The two times of a read of events.
    pub(crate) fn range(&self) -> Option<(i64, i64)> {
        let (from, to) = self.path.strip_prefix("reservations/history/")?.split_once('/')?;
        Some((from.parse().ok()?, to.parse().ok()?))
    }
}

pub(crate) fn in_envelope(status: u16, message: &str, data: &Value) -> Said {
    let body = json!({ "status_code": status, "status_message": "As asked", "message": message, "is_data": true, "data": data });
    (status, vec![("content-type", "application/json".to_owned())], body.to_string())
}

pub(crate) fn json_without_envelope(status: u16, body: &Value) -> Said {
    (status, vec![("content-type", "application/json".to_owned())], body.to_string())
}

/// How the one fact with this name stands.
pub(crate) fn verdict(report: &Report, fact: &str) -> Verdict {
    let found: Vec<Verdict> =
        report.facts.iter().filter(|(name, _)| *name == fact).map(|(_, verdict)| *verdict).collect();
    match found.as_slice() {
        [one] => *one,
        several => panic!("{fact}: {several:?} in\n{}", report.text),
    }
}

/// The line of the page that tells of a fact.
pub(crate) fn line(report: &Report, fact: &str) -> String {
    let of_fact = |line: &&str| line.contains(&format!(" {fact}: "));
    report.text.lines().find(of_fact).unwrap_or_else(|| panic!("no {fact} in\n{}", report.text)).to_owned()
}

/// Nothing that could be somebody's is in the page, in whole or in part.
pub(crate) fn assert_tells_nothing_of_anybody(report: &Report, private: &[&str]) {
    for text in private.iter().chain(&[TOKEN, "must-never-come-back"]) {
        assert!(!report.text.contains(text), "{text} is in\n{}", report.text);
    }
}

pub(crate) fn now() -> i64 {
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).expect("after 1970");
    since.as_secs().try_into().expect("in range")
}

//! Answers that tell no time: nobody knows then whether this computer's clock is right, and so whether the right time was
//! asked about. What is listed is said, and nothing is said to be absent.

use std::{
    io::{self, Read, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    sync::Arc,
    thread,
    time::Duration,
};

use resend_reservation::{
    connect::BaseUrl,
    domain::Environment,
    journal::{Intent, Search},
    practice::{InjectedFault, Service},
    resend::Resolution,
};
use serde_json::json;

use crate::kit::app::{KARI, TestApp, draft, intent};

/// The practice service sends this one's link, and loses the answer.
const LOST: &str = "RES3633010000";
const RESENT: &str = "order-resent";

#[tokio::test]
async fn a_send_that_is_not_listed_is_not_said_to_be_absent() {
    let app = untimed_desk().await;
    let lost = lose(&app, KARI).await;

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::NoEvents(Some(_))), "{found:?}");
    assert_still_unknown(&app).await;
}

#[tokio::test]
async fn nor_to_be_absent_beside_another_that_is_listed() {
    let app = untimed_desk().await;
    let lost = lose(&app, KARI).await;
    app.service.happened(KARI, RESENT, Duration::ZERO, json!("+4790012599"));

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::NoEvents(Some(_))), "{found:?}");
    assert_still_unknown(&app).await;
}

#[tokio::test]
async fn a_link_that_was_sent_to_nobody_knows_whom_is_said_all_the_same() {
    let app = untimed_desk().await;
    let lost = lose(&app, KARI).await;
    app.service.happened(KARI, RESENT, Duration::ZERO, json!(null));

    let found = app.find_out(lost).await;

    assert!(matches!(found, Resolution::Nearby { to_whom: false, .. }), "{found:?}");
    assert_still_unknown(&app).await;
}

#[tokio::test]
async fn a_send_that_is_listed_is_found_all_the_same() {
    let app = untimed_desk().await;
    let sent = intent(&app.send(&draft(LOST), &[]).await);

    let found = app.find_out(sent).await;

    assert!(matches!(found, Resolution::Sent(_)), "{found:?}");
}

async fn untimed_desk() -> TestApp {
    let service = Arc::new(Service::start().await.expect("a service"));
    TestApp::reaching(&service, untimed(&service.base_url())).await
}

async fn lose(app: &TestApp, id: &str) -> Intent {
    app.service.inject(InjectedFault::CutAfterReading);
    let sent = app.send(&draft(id), &[]).await;
    app.service.inject(InjectedFault::None);
    intent(&sent)
}

async fn assert_still_unknown(app: &TestApp) {
    let page = app.journal.search(Environment::Local, Search::default(), 50).await.expect("read");
    let states: Vec<String> = page.entries.into_iter().map(|entry| format!("{:?}", entry.state)).collect();
    assert_eq!(states, ["Unknown"]);
}

/// Another way to a service, on which the header with the time gets another name.
fn untimed(service: &BaseUrl) -> BaseUrl {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let base = BaseUrl::loopback(&format!("http://{}/api/v1", listener.local_addr().expect("an address")));
    let to = service.to_string().split('/').nth(2).expect("an address").to_owned();
    // The thread ends with the test process, and each connection's with the connection.
    thread::spawn(move || {
        for here in listener.incoming().flatten() {
            let there = TcpStream::connect(&to).expect("the service is there");
            let (from, onto) = (here.try_clone().expect("the same"), there.try_clone().expect("the same"));
            thread::spawn(move || pass_on(from, onto, |_| {}));
            thread::spawn(move || pass_on(there, here, rename_date));
        }
    });
    base.expect("a loopback address")
}

fn pass_on(mut from: TcpStream, mut onto: TcpStream, change: impl Fn(&mut [u8])) -> io::Result<()> {
    let mut chunk = [0; 16 * 1024];
    loop {
        let read = from.read(&mut chunk)?;
        if read == 0 {
            return onto.shutdown(std::net::Shutdown::Write);
        }
        change(&mut chunk[..read]);
        onto.write_all(&chunk[..read])?;
    }
}

/// A head arrives in one piece.
fn rename_date(bytes: &mut [u8]) {
    const DATE: &[u8] = b"\r\ndate:";
    if let Some(at) = bytes.windows(DATE.len()).position(|window| window.eq_ignore_ascii_case(DATE)) {
        bytes[at..at + DATE.len()].copy_from_slice(b"\r\nwhen:");
    }
}

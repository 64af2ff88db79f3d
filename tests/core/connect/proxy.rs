//! A company's proxy, and a service that cannot prove who it is. The system's proxy is read from the
//! environment, so each send runs in a process of its own: this test binary, started again.

use std::{
    env,
    io::{Read, Write},
    net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream},
    process::Command,
    sync::{Arc, Mutex},
    thread,
    time::Duration,
};

use resend_reservation::{
    connect::{BaseUrl, Client, Timeouts},
    domain::{PhoneNumber, Recipient, Region, ReservationId},
};
use secrecy::SecretString;
use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned, pki_types::PrivateKeyDer};

use crate::kit::own_process::{myself, only};
use crate::kit::raw_server::{Act, RawServer};

const BASE: &str = "RESEND_TEST_BASE";

#[test]
fn a_service_with_a_certificate_that_nobody_vouches_for_gets_nothing() {
    let proxy = Proxy::start(Tunnel::Impostor);

    assert_eq!(outcome_through(&proxy, "production"), "NotSent(NotSecure)");

    assert!(proxy.heads()[0].starts_with("CONNECT apigo.frontpayment.no:443"), "{:?}", proxy.heads());
    assert_eq!(proxy.heads().len(), 1, "nothing was said inside the tunnel: {:?}", proxy.heads());
}

#[test]
fn a_proxy_that_wants_a_log_in_is_told_apart() {
    let proxy = Proxy::start(Tunnel::LogInFirst);

    assert_eq!(outcome_through(&proxy, "demo"), "NotSent(ProxyLogIn)");

    assert!(proxy.heads()[0].starts_with("CONNECT demo-api.frontpayment.no:443"), "{:?}", proxy.heads());
}

#[test]
fn a_proxy_that_hangs_up_is_no_contact() {
    let proxy = Proxy::start(Tunnel::HangUp);
    assert_eq!(outcome_through(&proxy, "production"), "NotSent(NoContact)");
}

#[test]
fn the_token_is_not_in_what_a_proxy_sees() {
    let proxy = Proxy::start(Tunnel::Impostor);
    outcome_through(&proxy, "production");
    assert!(!proxy.heads().concat().contains("a-token-for-tests"));
}

#[test]
fn a_service_on_this_computer_is_never_reached_through_a_proxy() {
    let proxy = Proxy::start(Tunnel::HangUp);
    let body = r#"{"status_code":202,"message":"resentOrderSuccessfully"}"#;
    let answer = format!("HTTP/1.1 202 Accepted\r\ncontent-length: {}\r\n\r\n{body}", body.len());
    let service = RawServer::start(Act::Say(answer));

    assert_eq!(outcome_through(&proxy, &service.base_url().to_string()), "Sent");

    assert_eq!(proxy.heads(), Vec::<String>::new());
    assert_eq!(service.posts(), 1);
}

fn outcome_through(proxy: &Proxy, base: &str) -> String {
    let address = format!("http://{}", proxy.address);
    let output = Command::new(myself())
        .args(only("connect::proxy::the_process_that_sends"))
        .env(BASE, base)
        .envs(["HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"].map(|name| (name, &address)))
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let outcome = text.lines().find_map(|line| line.split_once("outcome: "));
    outcome.unwrap_or_else(|| panic!("no outcome in {text}")).1.to_owned()
}

/// Does nothing unless it was started by the tests above.
#[tokio::test]
async fn the_process_that_sends() {
    let Ok(base) = env::var(BASE) else { return };
    let base = match base.as_str() {
        "production" => BaseUrl::production(),
        "demo" => BaseUrl::demo(),
        local => BaseUrl::loopback(local).expect("a loopback address"),
    };
    let timeouts = Timeouts { connect: Duration::from_secs(2), whole: Duration::from_secs(4) };
    let client = Client::new(base, timeouts).expect("a client");
    let number = PhoneNumber::parse("+47 412 34 567", Region::default()).expect("a number");
    let recipient = Recipient::new(Some(number), None).expect("a channel");
    let reservation = ReservationId::parse("RES3633019929").expect("an id");
    let meaning = client.resend(&SecretString::from("a-token-for-tests"), &reservation, &recipient).await;
    println!("\noutcome: {:?}", meaning.outcome);
}

/// What the proxy does with a CONNECT.
#[derive(Clone, Copy)]
enum Tunnel {
    /// Opens it, and answers itself with a certificate of its own making.
    Impostor,
    LogInFirst,
    HangUp,
}

struct Proxy {
    address: SocketAddr,
    heads: Arc<Mutex<Vec<String>>>,
}

impl Proxy {
    fn start(tunnel: Tunnel) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let heads = Arc::new(Mutex::new(Vec::new()));
        let seen = Arc::clone(&heads);
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let seen = Arc::clone(&seen);
                thread::spawn(move || serve(stream, tunnel, &seen));
            }
        });
        Self { address, heads }
    }

    fn heads(&self) -> Vec<String> {
        self.heads.lock().expect("no panic").clone()
    }
}

fn serve(mut stream: TcpStream, tunnel: Tunnel, seen: &Mutex<Vec<String>>) {
    let Some(head) = read_head(&mut stream) else { return };
    seen.lock().expect("no panic").push(head);
    match tunnel {
        Tunnel::HangUp => {}
        Tunnel::LogInFirst => {
            let answer =
                "HTTP/1.1 407 Proxy Authentication Required\r\nproxy-authenticate: Basic\r\ncontent-length: 0\r\n\r\n";
            let _ = stream.write_all(answer.as_bytes());
        }
        Tunnel::Impostor => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\n\r\n");
            let mut inside = StreamOwned::new(ServerConnection::new(impostor()).expect("a connection"), stream);
            if let Some(head) = read_head(&mut inside) {
                seen.lock().expect("no panic").push(head);
            }
        }
    }
}

fn read_head(stream: &mut impl Read) -> Option<String> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 1024];
    while !bytes.windows(4).any(|end| end == b"\r\n\r\n") {
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
        }
    }
    Some(String::from_utf8_lossy(&bytes).into_owned())
}

fn impostor() -> Arc<ServerConfig> {
    let made = rcgen::generate_simple_self_signed(["apigo.frontpayment.no".to_owned()]).expect("a certificate");
    let key = PrivateKeyDer::try_from(made.signing_key.serialize_der()).expect("a key");
    let provider = Arc::new(tokio_rustls::rustls::crypto::aws_lc_rs::default_provider());
    let config = ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .expect("TLS 1.2 and 1.3")
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .expect("a sound pair");
    Arc::new(config)
}

//! A TCP server that does as it is told, down to single bytes, and counts the POSTs that arrived.

use std::{
    io::{Read, Write},
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{Arc, Mutex, mpsc},
    thread,
    time::Duration,
};

use resend_reservation::connect::BaseUrl;
use socket2::{Domain, SockRef, Socket, Type};

/// What happens to each connection.
#[derive(Clone, Debug)]
pub(crate) enum Act {
    /// Reset as soon as it is accepted, before anything is read.
    ResetAtOnce,
    /// Reset after the head and body of the request were read.
    ResetAfterReading,
    /// Read, and then nothing.
    Silence,
    /// Accept, and never read.
    Deaf,
    /// Read, then these bytes, then close.
    Say(String),
    /// Read, then these bytes, then reset.
    SayAndReset(String),
    /// Read, then these bytes, then these one at a time.
    Drip(String, String, Duration),
    /// Read, then this head, then a body without end.
    Endless(String),
}

pub(crate) struct RawServer {
    address: SocketAddr,
    requests: Arc<Mutex<Vec<String>>>,
    _stop: mpsc::Sender<()>,
}

impl RawServer {
    pub(crate) fn start(act: Act) -> Self {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
        let address = listener.local_addr().expect("an address");
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (stop, stopped) = mpsc::channel();
        let seen = Arc::clone(&requests);
        // The thread ends with the test process; each connection has a thread of its own.
        thread::spawn(move || {
            let stopped = Arc::new(Mutex::new(stopped));
            for stream in listener.incoming().flatten() {
                let (act, seen, stopped) = (act.clone(), Arc::clone(&seen), Arc::clone(&stopped));
                thread::spawn(move || perform(&act, stream, &seen, &stopped));
            }
        });
        Self { address, requests, _stop: stop }
    }

    pub(crate) fn base_url(&self) -> BaseUrl {
        BaseUrl::loopback(&format!("http://{}/api/v1", self.address)).expect("a loopback address")
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Heads and bodies as they arrived, one text for each request.
    pub(crate) fn requests(&self) -> Vec<String> {
        self.requests.lock().expect("no panic").clone()
    }

    pub(crate) fn posts(&self) -> usize {
        self.requests().iter().filter(|request| request.starts_with("POST ")).count()
    }
}

fn perform(act: &Act, mut stream: TcpStream, seen: &Mutex<Vec<String>>, stopped: &Mutex<mpsc::Receiver<()>>) {
    match act {
        Act::ResetAtOnce => return reset(&stream),
        Act::Deaf => return until_stopped(stopped),
        _ => {}
    }
    let Some(request) = read_request(&mut stream) else { return };
    seen.lock().expect("no panic").push(request);
    match act {
        Act::ResetAfterReading => reset(&stream),
        Act::Silence => until_stopped(stopped),
        Act::Say(bytes) => {
            let _ = stream.write_all(bytes.as_bytes());
            let _ = stream.shutdown(Shutdown::Both);
        }
        Act::SayAndReset(bytes) => {
            let _ = stream.write_all(bytes.as_bytes());
            // The client must have the bytes before the reset throws them away.
            thread::sleep(Duration::from_millis(100));
            reset(&stream);
        }
        Act::Drip(first, bytes, pause) => {
            let _ = stream.write_all(first.as_bytes());
            for byte in bytes.as_bytes() {
                if stream.write_all(&[*byte]).is_err() {
                    return;
                }
                thread::sleep(*pause);
            }
        }
        Act::Endless(head) => {
            let _ = stream.write_all(head.as_bytes());
            while stream.write_all(&[b' '; 4096]).is_ok() {}
        }
        Act::ResetAtOnce | Act::Deaf => unreachable!("done before reading"),
    }
}

/// A reset instead of a polite end.
fn reset(stream: &TcpStream) {
    SockRef::from(stream).set_linger(Some(Duration::ZERO)).expect("linger can be set");
}

fn until_stopped(stopped: &Mutex<mpsc::Receiver<()>>) {
    let _ = stopped.lock().expect("no panic").recv();
}

fn read_request(stream: &mut TcpStream) -> Option<String> {
    let mut bytes = Vec::new();
    let mut chunk = [0; 4096];
    loop {
        let text = String::from_utf8_lossy(&bytes).into_owned();
        if let Some((head, body)) = text.split_once("\r\n\r\n")
            && body.len() >= content_length(head)
        {
            return Some(text);
        }
        match stream.read(&mut chunk) {
            Ok(0) | Err(_) => return None,
            Ok(read) => bytes.extend_from_slice(&chunk[..read]),
        }
    }
}

fn content_length(head: &str) -> usize {
    head.lines()
        .filter_map(|line| line.split_once(':'))
        .find(|(name, _)| name.eq_ignore_ascii_case("content-length"))
        .and_then(|(_, value)| value.trim().parse().ok())
        .unwrap_or(0)
}

/// A port at which nobody listens. No other test is given it while the socket is held.
pub(crate) fn silent_port() -> (Socket, SocketAddr) {
    let socket = Socket::new(Domain::IPV4, Type::STREAM, None).expect("a socket");
    socket.bind(&SocketAddr::from((Ipv4Addr::LOCALHOST, 0)).into()).expect("a port");
    let address = socket.local_addr().expect("an address").as_socket().expect("of IP");
    (socket, address)
}

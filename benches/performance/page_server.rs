//! The app's own page for a browser: `ui/` over HTTP, with what the page's tests have in the place of Rust.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::Path,
    thread,
};

/// Runs before the page's own script.
const BACKEND: &str = r#"<script type="module">
    import { install } from "/fake-backend.js";
    install({});
</script>
<script type="module" src="main.js">"#;

/// Starts to serve it, for as long as this process lives, and returns its address.
pub(crate) fn start() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    let address = listener.local_addr().expect("an address");
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            thread::spawn(move || serve(&stream));
        }
    });
    format!("http://{address}/")
}

/// Answers one request after the other, as a browser keeps its connections.
fn serve(mut stream: &TcpStream) -> Option<()> {
    let mut lines = BufReader::new(stream).lines();
    loop {
        let request = lines.next()?.ok()?;
        while !lines.next()?.ok()?.is_empty() {}
        let name = request.split(' ').nth(1)?.trim_start_matches('/');
        let (status, body) = content(name).map_or(("404 Not Found", Vec::new()), |body| ("200 OK", body));
        let (kind, length) = (kind(name), body.len());
        let head = format!("HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\n\r\n");
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(&body)).ok()?;
    }
}

fn content(name: &str) -> Option<Vec<u8>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    match name {
        "" => {
            let page = fs::read_to_string(root.join("ui/index.html")).ok()?;
            Some(page.replace(r#"<script type="module" src="main.js">"#, BACKEND).into_bytes())
        }
        "fake-backend.js" => fs::read(root.join("tests/ui/fake-backend.js")).ok(),
        name => fs::read(root.join("ui").join(name)).ok(),
    }
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "js")) => "text/javascript",
        Some((_, "css")) => "text/css",
        _ => "text/html",
    }
}

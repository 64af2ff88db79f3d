use std::{
    env,
    fs::{self, File},
    net::{Ipv4Addr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::Duration,
};

use fantoccini::{Client, ClientBuilder, wd::Capabilities};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::json;

use super::{Computer, eventually, processes};

/// A `WebKitWebDriver` of its own, and through it one window of the app.
pub(super) struct Driver {
    process: Child,
    port: u16,
    output: PathBuf,
}

impl Driver {
    /// Opens the window. What it and the driver print goes to `output`.
    pub(super) async fn open(computer: &Computer, arguments: &[&str], output: &Path) -> (Self, Client) {
        let driver = Self::start(computer, output).await;
        let why = match driver.connect(arguments).await {
            Ok(client) => return (driver, client),
            Err(why) => why,
        };
        // The driver finds a free port for the app and lets go of it until the app listens there: another test's window
        // may take it meanwhile. Twice in a row is no accident.
        eprintln!("── opened once more, since {why}");
        drop(driver);
        let driver = Self::start(computer, output).await;
        let client = driver.connect(arguments).await.unwrap_or_else(|why| panic!("{why}"));
        (driver, client)
    }

    async fn start(computer: &Computer, output: &Path) -> Self {
        let printed = File::create(output).expect("a file for what is printed");
        let port = free_port();
        let process = computer
            .begin_driver()
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            // Without it the session request hangs.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .stdin(Stdio::null())
            .stdout(printed.try_clone().expect("the same file"))
            .stderr(printed)
            .spawn()
            .expect("WebKitWebDriver runs (Debian package webkit2gtk-driver)");
        let driver = Self { process, port, output: output.to_owned() };
        eventually("WebKitWebDriver answers", async || TcpStream::connect((Ipv4Addr::LOCALHOST, port)).ok()).await;
        driver
    }

    async fn connect(&self, arguments: &[&str]) -> Result<Client, String> {
        const LONG_ENOUGH: Duration = Duration::from_secs(30);
        let options = json!({ "binary": app(), "args": arguments });
        let mut capabilities = Capabilities::new();
        capabilities.insert("webkitgtk:browserOptions".to_owned(), options);
        capabilities.insert("timeouts".to_owned(), json!({ "script": 30_000 }));
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let address = format!("http://127.0.0.1:{}", self.port);
        let connecting = builder.capabilities(capabilities);
        match tokio::time::timeout(LONG_ENOUGH, connecting.connect(&address)).await {
            Ok(Ok(client)) => Ok(client),
            Ok(Err(error)) => Err(format!("there is no WebDriver session: {error}\n{}", self.told())),
            Err(_) => Err(format!("the app did not open its window within {LONG_ENOUGH:?}\n{}", self.told())),
        }
    }

    fn told(&self) -> String {
        let running: Vec<_> = self.family().into_iter().filter_map(processes::name).collect();
        let printed = fs::read_to_string(&self.output).unwrap_or_default();
        format!("these were running: {running:?}\nprinted:\n{printed}")
    }

    /// The app and the processes of its web view.
    pub(super) fn family(&self) -> Vec<u32> {
        processes::descendants(self.process.id())
    }
}

impl Drop for Driver {
    /// The app's own children end with it, and would be nobody's children by then.
    fn drop(&mut self) {
        let family = self.family();
        let _ = self.process.kill();
        let _ = self.process.wait();
        if !family.is_empty() {
            let _ =
                Command::new("kill").arg("-9").args(family.iter().map(u32::to_string)).stderr(Stdio::null()).status();
        }
    }
}

/// The binary under test.
pub(crate) fn app() -> PathBuf {
    let app = env::var_os("RESEND_APP")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/resend-reservation"), PathBuf::from);
    assert!(app.is_file(), "there is no app at {}: run cargo build --release, or set RESEND_APP", app.display());
    app
}

fn free_port() -> u16 {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a port");
    listener.local_addr().expect("an address").port()
}

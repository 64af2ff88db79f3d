//! The programs that are started side by side: the app, a bare window of the same toolkit, and a browser.

use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    thread,
    time::{Duration, Instant},
};

use super::screen::Screen;
use crate::harness::{Computer, Keyring, app, processes};

/// A program, with a display and a home of its own.
pub(crate) struct Contestant {
    pub(crate) name: &'static str,
    pub(crate) screen: Screen,
    computer: Computer,
    program: PathBuf,
    arguments: Vec<String>,
}

/// A running program with all its processes; they end when this is dropped.
pub(crate) struct Running {
    child: Child,
    pub(crate) begun: Instant,
}

impl Contestant {
    /// The app as somebody uses it every day: everything is chosen, and its token lies in the keychain.
    pub(crate) fn app(environment: &str) -> Self {
        let contestant = Self::new("the app", app(), &[]);
        let computer = contestant.computer.keyring(Keyring::Unlocked).chose("en", environment);
        computer.store("production", "a.token.of.the.test");
        Self { computer, ..contestant }
    }

    pub(crate) fn bare_window() -> Self {
        let program = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release/bare-window");
        assert!(program.is_file(), "there is no bare window at {}: ./dev bench builds it", program.display());
        Self::new("bare window", program, &[])
    }

    /// A browser's window without a browser around it, as a page is installed as an app.
    pub(crate) fn browser(address: &str) -> Self {
        // Neither does the app ask for a window manager, a sandbox under root, or an account.
        const QUIET: [&str; 6] = [
            "--no-sandbox",
            "--test-type",
            "--no-first-run",
            "--disable-sync",
            "--window-size=560,760",
            "--window-position=120,70",
        ];
        let app = format!("--app={address}");
        let arguments: Vec<&str> = QUIET.into_iter().chain([app.as_str()]).collect();
        Self::new("Chromium --app", "/usr/bin/chromium".into(), &arguments)
    }

    fn new(name: &'static str, program: PathBuf, arguments: &[&str]) -> Self {
        let screen = Screen::start();
        let computer = Computer::new().with("DISPLAY", screen.name());
        let arguments = arguments.iter().map(|&argument| argument.to_owned()).collect();
        Self { name, screen, computer, program, arguments }
    }

    pub(crate) fn start(&self) -> Running {
        let mut command = self.command(&[]);
        let begun = Instant::now();
        Running { child: command.spawn().expect("it starts"), begun }
    }

    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = self.computer.begin(self.program.to_str().expect("a path in UTF-8"));
        command.args(&self.arguments).args(arguments);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }
}

impl Running {
    pub(crate) fn family(&self) -> Vec<u32> {
        let mut family = vec![self.child.id()];
        family.extend(processes::descendants(self.child.id()));
        family
    }
}

impl Drop for Running {
    /// Politely first: a browser that was killed says so at its next start.
    fn drop(&mut self) {
        let family = self.family();
        signal("-TERM", &family[..1]);
        let given_up = Instant::now() + Duration::from_secs(5);
        while family.iter().any(|process| processes::is_running(*process)) && Instant::now() < given_up {
            let _ = self.child.try_wait();
            thread::sleep(Duration::from_millis(20));
        }
        signal("-KILL", &family);
        let _ = self.child.wait();
    }
}

fn signal(name: &str, processes: &[u32]) {
    let _ = Command::new("kill").arg(name).args(processes.iter().map(u32::to_string)).stderr(Stdio::null()).status();
}

//! A private message bus with a real gnome-keyring on it, in the state that a test asks for.

use std::{
    env, fs,
    io::{BufRead, BufReader, Write},
    os::unix::fs::PermissionsExt,
    path::Path,
    process::{Child, Command, Stdio},
};

/// Set in the process that runs a test's body.
const INSIDE: &str = "RESEND_TEST_INSIDE";
const PASSWORD: &str = "correct horse battery staple";

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Unlocked,
    Locked,
    /// The service runs, and nobody has ever made a collection.
    NoCollection,
    NoService,
    NoServiceOnKde,
    NoBus,
}

/// Runs `body` in a process of its own, whose message bus is in `state`. `test` is the calling test's name.
pub(crate) fn on_a_private_bus(state: State, test: &str, body: impl AsyncFnOnce(SecretService)) {
    if env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let mut service = SecretService { daemon: None };
        if state == State::Locked {
            // A collection that was made and unlocked once, as at an earlier log-in.
            service.start(true);
            service.start(false);
        }
        return runtime.block_on(body(service));
    }
    let home = tempfile::tempdir().expect("a home");
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o700)).expect("a private home");
    let bus = (state != State::NoBus).then(|| Bus::start(home.path()));
    let address = bus.as_ref().map_or("unix:path=/nonexistent", |bus| &bus.address).to_owned();
    let begin = |program: &str| {
        let mut command = Command::new(program);
        command
            .envs([("HOME", home.path()), ("XDG_RUNTIME_DIR", home.path()), ("XDG_DATA_HOME", home.path())])
            .env("DBUS_SESSION_BUS_ADDRESS", &address)
            .env("XDG_CURRENT_DESKTOP", if state == State::NoServiceOnKde { "KDE" } else { "GNOME" })
            .env_remove("DISPLAY")
            .env_remove("WAYLAND_DISPLAY");
        command
    };
    let _daemon = match state {
        State::Unlocked => Some(Daemon::start(begin("gnome-keyring-daemon"), true)),
        State::NoCollection => Some(Daemon::start(begin("gnome-keyring-daemon"), false)),
        State::Locked | State::NoService | State::NoServiceOnKde | State::NoBus => None,
    };
    let myself = env::current_exe().expect("a test binary");
    let output = begin(myself.to_str().expect("a path in UTF-8"))
        .args(["--exact", test, "--nocapture"])
        .env(INSIDE, "1")
        .output()
        .expect("it runs");
    let text = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{text}");
    assert!(text.contains("1 passed"), "no test is called {test}: {text}");
}

/// What a test's body can do to the service that its process talks to.
pub(crate) struct SecretService {
    daemon: Option<Daemon>,
}

impl SecretService {
    /// What the desktop's own tool finds under our name.
    pub(crate) fn lookup(&self, user: &str) -> Option<String> {
        let output = Command::new("secret-tool")
            .args(["lookup", "service", "no.resendreservation.desktop", "username", user])
            .output()
            .expect("secret-tool runs");
        output.status.success().then(|| String::from_utf8(output.stdout).expect("text"))
    }

    pub(crate) fn store(&self, user: &str, secret: &str) {
        let mut command = Command::new("secret-tool");
        command.args(["store", "--label", "Resend Reservation", "service", "no.resendreservation.desktop", "username"]);
        feed(command.arg(user), secret);
    }

    /// In place of the one that this process started before. Locked is what it is until a person has typed the
    /// password.
    pub(crate) fn start(&mut self, unlocked: bool) {
        drop(self.daemon.take());
        self.daemon = Some(Daemon::start(Command::new("gnome-keyring-daemon"), unlocked));
    }
}

struct Bus {
    process: Child,
    address: String,
}

impl Bus {
    /// It starts no service by itself: what runs on it is what the test started.
    fn start(home: &Path) -> Self {
        let config = home.join("bus.conf");
        let text = format!(
            "<busconfig><type>session</type><listen>unix:dir={}</listen><auth>EXTERNAL</auth>\
             <policy context='default'><allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/>\
             <allow own='*'/></policy></busconfig>",
            home.display()
        );
        fs::write(&config, text).expect("written");
        let mut process = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address"])
            .arg(format!("--config-file={}", config.display()))
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon runs");
        let mut address = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
        Self { process, address: address.trim().to_owned() }
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

struct Daemon {
    process: Child,
}

impl Daemon {
    /// Returns when the service answers. Unlocking an empty home makes the collection that programs save in.
    fn start(mut command: Command, unlocked: bool) -> Self {
        let environment: Vec<_> =
            command.get_envs().map(|(name, value)| (name.to_owned(), value.map(Into::into))).collect();
        command.args(["--foreground", "--components=secrets"]).stdout(Stdio::null()).stderr(Stdio::null());
        let process = if unlocked {
            let mut process = command.arg("--unlock").stdin(Stdio::piped()).spawn().expect("gnome-keyring-daemon runs");
            process.stdin.take().expect("piped").write_all(PASSWORD.as_bytes()).expect("written");
            process
        } else {
            command.stdin(Stdio::null()).spawn().expect("gnome-keyring-daemon runs")
        };
        let mut wait = Command::new("gdbus");
        for (name, value) in environment {
            match value {
                Some(value) => wait.env(name, std::convert::identity::<std::ffi::OsString>(value)),
                None => wait.env_remove(name),
            };
        }
        let waited = wait.args(["wait", "--session", "--timeout", "20", "org.freedesktop.secrets"]).status();
        assert!(waited.expect("gdbus runs").success(), "the Secret Service did not come up");
        Self { process }
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

fn end(process: &mut Child) {
    let _ = process.kill();
    let _ = process.wait();
}

fn feed(command: &mut Command, text: &str) {
    let mut process = command.stdin(Stdio::piped()).spawn().expect("it runs");
    process.stdin.take().expect("piped").write_all(text.as_bytes()).expect("written");
    assert!(process.wait().expect("it ends").success());
}

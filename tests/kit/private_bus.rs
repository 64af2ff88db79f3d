//! Runs a test's body as a process of its own, on a private message bus with a real gnome-keyring on it, in the
//! state that the test asks for.

use std::{env, fs, os::unix::fs::PermissionsExt, process::Command};

use super::{
    own_process::{myself, only},
    secret_service::{self, Bus, Daemon},
};

/// Set in the process that runs a test's body.
const INSIDE: &str = "RESEND_TEST_INSIDE";

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
        let mut service = SecretService { begin: here, daemon: None };
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
    let address = bus.as_ref().map_or("unix:path=/nonexistent", Bus::address).to_owned();
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
        State::Unlocked => Some(Daemon::start(&begin, true)),
        State::NoCollection => Some(Daemon::start(&begin, false)),
        State::Locked | State::NoService | State::NoServiceOnKde | State::NoBus => None,
    };
    let myself = myself();
    let output =
        begin(myself.to_str().expect("a path in UTF-8")).args(only(test)).env(INSIDE, "1").output().expect("it runs");
    let printed = format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    assert!(output.status.success(), "{printed}");
    assert!(printed.contains("1 passed"), "no test is called {test}: {printed}");
}

/// What a test's body can do to the service that its process talks to.
pub(crate) struct SecretService {
    begin: fn(&str) -> Command,
    daemon: Option<Daemon>,
}

impl SecretService {
    /// What the desktop's own tool finds under our name.
    pub(crate) fn lookup(&self, user: &str) -> Option<String> {
        secret_service::lookup(&self.begin, user)
    }

    pub(crate) fn store(&self, user: &str, secret: &str) {
        secret_service::store(&self.begin, user, secret);
    }

    pub(crate) fn store_beside(&self, user: &str, secret: &str, options: &[&str], attributes: &[&str]) {
        secret_service::store_beside(&self.begin, user, secret, options, attributes);
    }

    pub(crate) fn secrets(&self, user: &str) -> Vec<String> {
        secret_service::secrets(&self.begin, user)
    }

    /// In place of the one that this process started before. Locked is what it is until a person has typed the
    /// password.
    pub(crate) fn start(&mut self, unlocked: bool) {
        drop(self.daemon.take());
        self.daemon = Some(Daemon::start(&self.begin, unlocked));
    }
}

fn here(program: &str) -> Command {
    Command::new(program)
}

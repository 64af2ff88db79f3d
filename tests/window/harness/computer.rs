use std::{
    cell::{Cell, RefCell},
    env, fs,
    os::unix::fs::PermissionsExt,
    panic::{AssertUnwindSafe, resume_unwind},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use futures_util::FutureExt;
use serde_json::Value;
use tempfile::TempDir;

use super::{Display, Page};
use crate::secret_service::{Bus, Daemon, lookup, secrets, store, store_beside};

/// A computer of its own, with a display, a home, a message bus and perhaps a keychain. Windows come and go on it.
pub(crate) struct Computer {
    // Ends before the bus that it is on.
    daemon: RefCell<Option<Daemon>>,
    bus: Bus,
    display: Display,
    place: TempDir,
    variables: Vec<(&'static str, String)>,
    opened: Cell<u32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keyring {
    Unlocked,
    /// Somebody has used it before, and nobody has typed its password since.
    Locked,
    Absent,
}

impl Computer {
    /// Nobody has used the app here before; English, light, no keychain.
    pub(crate) fn new() -> Self {
        let place = tempfile::tempdir().expect("a place");
        for (name, _) in FOLDERS {
            let folder = place.path().join(name);
            fs::create_dir_all(&folder).expect("made");
            fs::set_permissions(folder, fs::Permissions::from_mode(0o700)).expect("private");
        }
        let bus = Bus::start(place.path());
        let (daemon, display, variables, opened) = (RefCell::default(), Display::start(), Vec::new(), Cell::new(0));
        Self { daemon, bus, display, place, variables, opened }.with("LANG", "en_GB.UTF-8").with("GTK_THEME", "Adwaita")
    }

    pub(crate) fn with(mut self, variable: &'static str, value: &str) -> Self {
        self.variables.push((variable, value.to_owned()));
        self
    }

    pub(crate) fn display(&self) -> &Display {
        &self.display
    }

    pub(crate) fn keyring(self, keyring: Keyring) -> Self {
        self.turn(keyring);
        self
    }

    /// The keychain comes, goes, or is locked while the app runs.
    pub(crate) fn turn(&self, keyring: Keyring) {
        drop(self.daemon.take());
        let daemon = match keyring {
            Keyring::Unlocked => Some(self.start_daemon(true)),
            Keyring::Locked => {
                drop(self.start_daemon(true));
                Some(self.start_daemon(false))
            }
            Keyring::Absent => None,
        };
        self.daemon.replace(daemon);
    }

    fn start_daemon(&self, unlocked: bool) -> Daemon {
        Daemon::start(&|program| self.begin(program), unlocked)
    }

    /// As if somebody had been through the first start.
    pub(crate) fn chose(self, language: &str, environment: &str) -> Self {
        let settings = self.settings_file();
        fs::create_dir_all(settings.parent().expect("a folder")).expect("made");
        let text = format!(r#"{{"language": "{language}", "environment": "{environment}", "default_country": "NO"}}"#);
        fs::write(settings, text).expect("written");
        self
    }

    /// And had chosen this one, too.
    pub(crate) fn with_setting(self, name: &str, value: impl Into<Value>) -> Self {
        let chosen = fs::read(self.settings_file()).expect("something was chosen");
        let mut settings: Value = serde_json::from_slice(&chosen).expect("JSON");
        settings[name] = value.into();
        fs::write(self.settings_file(), settings.to_string()).expect("written");
        self
    }

    pub(crate) fn settings_file(&self) -> PathBuf {
        self.home().join(".config/no.resendreservation.desktop/settings.json")
    }

    pub(crate) fn home(&self) -> PathBuf {
        self.place.path().join("home")
    }

    /// Everything that anybody wrote here: the home, the runtime folder, what was printed.
    pub(crate) fn place(&self) -> &Path {
        self.place.path()
    }

    /// What the desktop's own tool finds under our name.
    pub(crate) fn lookup(&self, user: &str) -> Option<String> {
        lookup(&|program| self.begin(program), user)
    }

    /// As an administrator puts a token there.
    pub(crate) fn store(&self, user: &str, secret: &str) {
        store(&|program| self.begin(program), user, secret);
    }

    /// As another program does that files something under our name.
    pub(crate) fn store_beside(&self, user: &str, secret: &str, options: &[&str], attributes: &[&str]) {
        store_beside(&|program| self.begin(program), user, secret, options, attributes);
    }

    /// Every secret under our name, in alphabetical order.
    pub(crate) fn secrets(&self, user: &str) -> Vec<String> {
        secrets(&|program| self.begin(program), user)
    }

    /// Opens the window with these arguments, and closes it afterwards. What it looked like where `body` fails is kept.
    pub(crate) async fn open<T>(&self, arguments: &[&str], body: impl AsyncFnOnce(&Page) -> T) -> T {
        self.opened.set(self.opened.get() + 1);
        let output = self.place.path().join(format!("printed-{}.txt", self.opened.get()));
        let page = Page::open(self, arguments, output).await;
        let done = AssertUnwindSafe(body(&page)).catch_unwind().await;
        if done.is_err() {
            page.report_failure().await;
        }
        page.close().await;
        done.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// The app, as a user starts it: nothing drives it.
    pub(crate) fn by_hand(&self, arguments: &[&str]) -> Command {
        let mut command = self.begin(super::app().to_str().expect("a path"));
        command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// A command that runs here, and knows nothing of the computer that the tests run on.
    pub(crate) fn begin(&self, program: &str) -> Command {
        const KEPT: [&str; 3] = ["PATH", "SSL_CERT_FILE", "SSL_CERT_DIR"];
        let mut command = Command::new(program);
        command
            .env_clear()
            .envs(KEPT.into_iter().filter_map(|name| Some((name, env::var_os(name)?))))
            .envs(FOLDERS.map(|(folder, variable)| (variable, self.place.path().join(folder))))
            .env("DISPLAY", self.display.name())
            .env("DBUS_SESSION_BUS_ADDRESS", self.bus.address())
            .env("XDG_CURRENT_DESKTOP", "GNOME")
            .env("NO_AT_BRIDGE", "1")
            .envs(self.variables.iter().map(|(name, value)| (name, value)));
        command
    }
}

const FOLDERS: [(&str, &str); 6] = [
    ("home", "HOME"),
    ("home/.config", "XDG_CONFIG_HOME"),
    ("home/.local/share", "XDG_DATA_HOME"),
    ("home/.local/state", "XDG_STATE_HOME"),
    ("home/.cache", "XDG_CACHE_HOME"),
    ("run", "XDG_RUNTIME_DIR"),
];

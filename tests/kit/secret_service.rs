//! A private message bus and a real gnome-keyring on it: shared by the tests of the keychain and of the window.

use std::{
    fs,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Child, Command, Stdio},
};

/// What our items are filed under.
const SERVICE: &str = "no.resendreservation.desktop";
const PASSWORD: &str = "correct horse battery staple";

/// Makes a command that runs in the home and on the bus that a test has set up.
pub(crate) type Begin<'a> = &'a dyn Fn(&str) -> Command;

/// It starts no service by itself: what runs on it is what the test started.
pub(crate) struct Bus {
    process: Child,
    address: String,
}

impl Bus {
    pub(crate) fn start(place: &Path) -> Self {
        let config = place.join("bus.conf");
        let text = format!(
            "<busconfig><type>session</type><listen>unix:dir={}</listen><auth>EXTERNAL</auth>\
             <policy context='default'><allow send_destination='*' eavesdrop='true'/><allow eavesdrop='true'/>\
             <allow own='*'/></policy></busconfig>",
            place.display()
        );
        fs::write(&config, text).expect("written");
        let mut process = Command::new("dbus-daemon")
            .args(["--nofork", "--print-address"])
            .arg(format!("--config-file={}", config.display()))
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-daemon runs");
        let mut address = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut address).expect("an address");
        Self { process, address: address.trim().to_owned() }
    }

    pub(crate) fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

pub(crate) struct Daemon {
    process: Child,
}

impl Daemon {
    /// Returns when the service answers. Unlocking an empty home makes the collection that programs save in;
    /// locked is what one that was made earlier is, until a person has typed the password.
    pub(crate) fn start(begin: Begin<'_>, unlocked: bool) -> Self {
        let mut command = begin("gnome-keyring-daemon");
        command.args(["--foreground", "--components=secrets"]).stdout(Stdio::null()).stderr(Stdio::null());
        let process = if unlocked {
            let mut process = command.arg("--unlock").stdin(Stdio::piped()).spawn().expect("gnome-keyring-daemon runs");
            process.stdin.take().expect("piped").write_all(PASSWORD.as_bytes()).expect("written");
            process
        } else {
            command.stdin(Stdio::null()).spawn().expect("gnome-keyring-daemon runs")
        };
        let daemon = Self { process };
        let waited = begin("gdbus").args(["wait", "--session", "--timeout", "20", "org.freedesktop.secrets"]).status();
        assert!(waited.expect("gdbus runs").success(), "the Secret Service did not come up");
        daemon
    }
}

impl Drop for Daemon {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

/// What the desktop's own tool finds under our name.
pub(crate) fn lookup(begin: Begin<'_>, user: &str) -> Option<String> {
    let output =
        begin("secret-tool").args(["lookup", "service", SERVICE, "username", user]).output().expect("secret-tool runs");
    output.status.success().then(|| String::from_utf8(output.stdout).expect("text"))
}

/// Puts a secret there under our name, as an administrator does with the desktop's own tool.
pub(crate) fn store(begin: Begin<'_>, user: &str, secret: &str) {
    store_beside(begin, user, secret, &["--label", "Resend Reservation"], &[]);
}

/// Beside what is there, as a program does that notes more about its item than we do, or in another collection.
pub(crate) fn store_beside(begin: Begin<'_>, user: &str, secret: &str, options: &[&str], attributes: &[&str]) {
    let mut command = begin("secret-tool");
    command.arg("store").args(options).args(["service", SERVICE, "username", user]);
    let mut process = command.args(attributes).stdin(Stdio::piped()).spawn().expect("it runs");
    process.stdin.take().expect("piped").write_all(secret.as_bytes()).expect("written");
    assert!(process.wait().expect("it ends").success());
}

/// Every secret under our name, in alphabetical order.
pub(crate) fn secrets(begin: Begin<'_>, user: &str) -> Vec<String> {
    let output = begin("secret-tool")
        .args(["search", "--all", "service", SERVICE, "username", user])
        .output()
        .expect("secret-tool runs");
    let text = String::from_utf8_lossy(&output.stdout);
    let mut secrets: Vec<_> =
        text.lines().filter_map(|line| line.strip_prefix("secret = ").map(str::to_owned)).collect();
    secrets.sort();
    secrets
}

pub(crate) fn end(process: &mut Child) {
    let _ = process.kill();
    let _ = process.wait();
}

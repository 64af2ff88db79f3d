//! What goes over the message bus: whether two sessions with the Secret Service are ever negotiated at once.

use std::{
    collections::HashSet,
    io::{BufRead, BufReader, Lines},
    process::{Child, ChildStdout, Command, Stdio},
};

pub(crate) struct BusWatch {
    process: Child,
    lines: Lines<BufReader<ChildStdout>>,
}

/// What was seen of `OpenSession`.
#[derive(Debug, Default)]
pub(crate) struct Sessions {
    pub(crate) opened: usize,
    pub(crate) most_at_once: usize,
    /// All calls to the Secret Service.
    pub(crate) calls: usize,
}

impl BusWatch {
    /// Returns when it watches.
    pub(crate) fn start() -> Self {
        let mut process = Command::new("dbus-monitor")
            .args(["--session", "--profile"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("dbus-monitor runs");
        let mut lines = BufReader::new(process.stdout.take().expect("piped")).lines();
        // The head of the table, and the bus taking its name away, with which it begins to listen.
        assert!(lines.by_ref().map_while(Result::ok).any(|line| line.ends_with("NameLost")), "it does not watch");
        Self { process, lines }
    }

    /// Everything until now.
    pub(crate) fn sessions(mut self) -> Sessions {
        let mut seen = Sessions::default();
        let mut pending = HashSet::new();
        let _ = Command::new("gdbus")
            .args(["call", "--session", "--dest", "org.freedesktop.DBus", "--object-path", "/", "--method"])
            .args(["org.freedesktop.DBus.NameHasOwner", "the.end"])
            .output()
            .expect("gdbus runs");
        for line in self.lines.by_ref().map_while(Result::ok) {
            let columns: Vec<_> = line.split('\t').collect();
            seen.calls += usize::from(matches!(columns.as_slice(), ["mc", _, _, _, "org.freedesktop.secrets", ..]));
            match columns.as_slice() {
                ["mc", _, _, _, _, _, _, "NameHasOwner"] => break,
                ["mc", _, serial, sender, .., "OpenSession"] => {
                    seen.opened += 1;
                    pending.insert(((*sender).to_owned(), (*serial).to_owned()));
                    seen.most_at_once = seen.most_at_once.max(pending.len());
                }
                ["mr" | "err", _, _, _, receiver, serial, ..] => {
                    pending.remove(&((*receiver).to_owned(), (*serial).to_owned()));
                }
                _ => {}
            }
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
        seen
    }
}

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::secret_service::end;

/// A display of its own, for keys that the operating system sends: they go where the focus is, and on a shared display
/// any window may take it.
pub(crate) struct Display {
    process: Child,
    name: String,
}

impl Display {
    pub(crate) fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb runs");
        let mut number = String::new();
        BufReader::new(process.stdout.take().expect("piped")).read_line(&mut number).expect("a number");
        Self { process, name: format!(":{}", number.trim()) }
    }

    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// Presses Enter and holds it: the display repeats it from now on.
    pub(crate) fn hold_enter(&self) {
        self.key("keydown");
    }

    pub(crate) fn release_enter(&self) {
        self.key("keyup");
    }

    fn key(&self, what: &str) {
        let done = Command::new("xdotool").env("DISPLAY", &self.name).args([what, "Return"]).status();
        assert!(done.expect("xdotool runs").success());
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

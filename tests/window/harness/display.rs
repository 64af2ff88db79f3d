use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
};

use crate::secret_service::end;

/// A display of its own. On a shared one any window may take the keyboard, and one that closes leaves the next below the
/// mouse.
pub(crate) struct Display {
    process: Child,
    name: String,
}

impl Display {
    /// It goes on when its last client leaves: a server that begins anew then throws out whoever comes meanwhile.
    pub(crate) fn start() -> Self {
        let mut process = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp", "-noreset"])
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
        self.xdotool(&["keydown", "Return"]);
    }

    pub(crate) fn release_enter(&self) {
        self.xdotool(&["keyup", "Return"]);
    }

    /// Keys pressed together, such as `ctrl+v`.
    pub(crate) fn chord(&self, keys: &str) {
        self.xdotool(&["key", keys]);
    }

    /// By so many pixels, to the right and down.
    pub(crate) fn move_mouse(&self, right: u32, down: u32) {
        self.xdotool(&["mousemove_relative", &right.to_string(), &down.to_string()]);
    }

    fn xdotool(&self, arguments: &[&str]) {
        let done = Command::new("xdotool").env("DISPLAY", &self.name).args(arguments).status();
        assert!(done.expect("xdotool runs").success());
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

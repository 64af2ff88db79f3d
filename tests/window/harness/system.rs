//! The window as the operating system sees it, past the web view.

use std::process::Command;

use super::{Computer, Page, eventually, processes, x11};

impl Page {
    /// The title that the window manager and the taskbar show.
    pub(crate) fn system_title(&self, computer: &Computer) -> Option<String> {
        let window = self.system_window(computer)?;
        Some(printed(computer.begin("xdotool").args(["getwindowname", &window])).trim().to_owned())
    }

    pub(crate) async fn wait_for_system_title(&self, computer: &Computer, title: &str) {
        let what = format!("the window's title is {title}");
        eventually(&what, async || (self.system_title(computer).as_deref() == Some(title)).then_some(())).await;
    }

    /// Gives the window the keyboard, as a click on its frame does.
    pub(crate) fn take_keyboard(&self, computer: &Computer) {
        let window = self.system_window(computer).expect("a window");
        printed(computer.begin("xdotool").args(["windowfocus", "--sync", &window]));
    }

    /// As a window does that is moved away and back: the mouse itself stands still.
    pub(crate) fn come_under_the_mouse(&self, computer: &Computer) {
        let window = self.system_window(computer).expect("a window");
        let place = printed(computer.begin("xdotool").args(["getwindowgeometry", "--shell", &window]));
        let [x, y] = ["X=", "Y="].map(|name| place.lines().find_map(|line| line.strip_prefix(name)).expect("a place"));
        for (x, y) in [("1270", "0"), (x, y)] {
            printed(computer.begin("xdotool").args(["windowmove", "--sync", &window, x, y]));
        }
    }

    /// As the cross in the corner does.
    pub(crate) fn ask_to_close(&self, computer: &Computer) {
        let window = self.system_window(computer).and_then(|window| window.parse().ok()).expect("a window");
        x11::ask_to_close(computer.display().name(), window);
    }

    /// Lets the page count, from now on, how often a key that is held down comes again.
    pub(crate) async fn count_repeats(&self) {
        const COUNT: &str = "window.repeats = 0;
            const count = (event) => { window.repeats += Number(event.repeat); };
            window.counting ??= addEventListener('keydown', count, { capture: true }) ?? true;";
        self.run(COUNT, &[]).await;
    }

    pub(crate) async fn wait_for_repeats(&self) {
        self.wait_for("window.repeats > 10").await;
    }

    /// The app's own, and not one of its helpers'.
    pub(crate) fn system_window(&self, computer: &Computer) -> Option<String> {
        let app = self
            .processes()
            .into_iter()
            .find(|process| processes::name(*process).is_some_and(|name| "resend-reservation".starts_with(&name)))?;
        let found = printed(computer.begin("xdotool").args(["search", "--onlyvisible", "--pid", &app.to_string()]));
        found.lines().last().map(str::to_owned)
    }
}

pub(crate) fn printed(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

//! The computer that is measured on, in general words: no name and no path of it.

use std::{fmt, fs, process::Command};

use resend_reservation::platform;

pub(crate) struct Machine {
    system: String,
    processors: String,
    memory: String,
    web_view: String,
    browser: String,
    loads: Vec<String>,
}

impl Machine {
    pub(crate) fn describe() -> Self {
        let (cpu, memory) = (read("/proc/cpuinfo"), read("/proc/meminfo"));
        let count = cpu.lines().filter(|line| line.starts_with("processor")).count();
        let kib: f64 = field(&memory, "MemTotal").trim_end_matches(" kB").parse().unwrap_or_default();
        Self {
            system: format!("{}, Linux {}", platform::describe(), kernel()),
            processors: format!("{count} × {}", field(&cpu, "model name")),
            memory: format!("{:.0} GiB", kib / 1024.0 / 1024.0),
            web_view: package("libwebkit2gtk-4.1-0"),
            browser: package("chromium"),
            loads: Vec::new(),
        }
    }

    /// Notes how busy it was, the last minute's load.
    pub(crate) fn note_load(&mut self) {
        self.loads.push(read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned());
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { system, processors, memory, web_view, browser, loads } = self;
        writeln!(f, "{processors}; {memory}; {system}; WebKitGTK {web_view}; Chromium {browser}.")?;
        writeln!(
            f,
            "A virtual display (Xvfb), no graphics card. Load before and after each part: {}.",
            loads.join(", ")
        )
    }
}

/// Its version without what somebody who built it has added.
fn kernel() -> String {
    read("/proc/sys/kernel/osrelease").split('.').take(2).collect::<Vec<_>>().join(".")
}

fn read(path: &str) -> String {
    fs::read_to_string(path).unwrap_or_default()
}

fn field<'a>(text: &'a str, name: &str) -> &'a str {
    let line = text.lines().find(|line| line.starts_with(name)).and_then(|line| line.split_once(':'));
    line.map_or("", |(_, value)| value.trim())
}

fn package(name: &str) -> String {
    let asked = Command::new("dpkg-query").args(["-W", "-f=${Version}", name]).output();
    asked.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default()
}

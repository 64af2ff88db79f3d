//! What the processes of a program use, as `/proc` tells it.

use std::{collections::HashMap, fs};

/// An account of processes at one moment.
pub(crate) struct Account {
    /// Every thread's context switches, by process and thread.
    switches: HashMap<(u32, u32), f64>,
    cpu: HashMap<u32, f64>,
}

/// What was used between two accounts.
pub(crate) struct Used {
    pub(crate) wake_ups: f64,
    pub(crate) wake_ups_of_main_threads: f64,
    pub(crate) cpu_seconds: f64,
}

/// Returns the memory in megabytes, shared pages counted by their share (PSS).
pub(crate) fn memory(processes: &[u32]) -> f64 {
    let pss = |process: &u32| {
        let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
        number(&text, "Pss:")
    };
    processes.iter().filter_map(pss).sum::<f64>() / 1024.0
}

/// Returns the processor time that they have used since they began.
pub(crate) fn cpu(processes: &[u32]) -> f64 {
    processes.iter().filter_map(|process| cpu_seconds(*process)).sum()
}

impl Account {
    pub(crate) fn of(processes: &[u32]) -> Self {
        let threads = processes.iter().flat_map(|process| threads(*process).map(|thread| (*process, thread)));
        let switches = threads.filter_map(|(process, thread)| {
            let text = fs::read_to_string(format!("/proc/{process}/task/{thread}/status")).ok()?;
            Some(((process, thread), number(&text, "voluntary_ctxt_switches:")?))
        });
        let cpu = processes.iter().filter_map(|process| Some((*process, cpu_seconds(*process)?)));
        Self { switches: switches.collect(), cpu: cpu.collect() }
    }

    /// Threads that came meanwhile count from their begin; what one used that has ended is not known.
    pub(crate) fn since(&self, earlier: &Self) -> Used {
        let used = |key: &(u32, u32), now: &f64| now - earlier.switches.get(key).unwrap_or(&0.0);
        let main = self.switches.iter().filter(|((process, thread), _)| process == thread);
        let cpu = self.cpu.iter().map(|(process, now)| now - earlier.cpu.get(process).unwrap_or(&0.0));
        Used {
            wake_ups: self.switches.iter().map(|(key, now)| used(key, now)).sum(),
            wake_ups_of_main_threads: main.map(|(key, now)| used(key, now)).sum(),
            cpu_seconds: cpu.sum(),
        }
    }
}

fn threads(process: u32) -> impl Iterator<Item = u32> {
    let entries = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten();
    entries.filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
}

/// User and system time, of children that have ended too; the name before them may itself have spaces in it.
fn cpu_seconds(process: u32) -> Option<f64> {
    const TICKS_A_SECOND: f64 = 100.0;
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = line.rsplit_once(')')?.1.split_whitespace().skip(11);
    let mut ticks = || fields.next()?.parse::<f64>().ok();
    Some((ticks()? + ticks()? + ticks()? + ticks()?) / TICKS_A_SECOND)
}

fn number(text: &str, name: &str) -> Option<f64> {
    let line = text.lines().find(|line| line.starts_with(name))?;
    line.split_whitespace().nth(1)?.parse().ok()
}

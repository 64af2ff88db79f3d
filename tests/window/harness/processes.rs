//! Who started whom, as `/proc` tells it.

use std::fs;

/// All processes that `ancestor` started, directly or not.
pub(crate) fn descendants(ancestor: u32) -> Vec<u32> {
    let all: Vec<(u32, u32)> = fs::read_dir("/proc")
        .expect("/proc is there")
        .filter_map(|entry| entry.ok()?.file_name().to_str()?.parse().ok())
        .filter_map(|process| Some((process, parent(process)?)))
        .collect();
    let mut family = vec![ancestor];
    let mut next = 0;
    while next < family.len() {
        let children = all.iter().filter(|(_, parent)| *parent == family[next]).map(|(child, _)| *child);
        let children: Vec<u32> = children.collect();
        family.extend(children);
        next += 1;
    }
    family.split_off(1)
}

pub(crate) fn is_running(process: u32) -> bool {
    state_and_parent(process).is_some_and(|(state, _)| state != "Z")
}

/// Returns the memory in megabytes that they have to themselves: none of a file, which other windows may share.
pub(crate) fn memory(processes: &[u32]) -> f64 {
    let own = |process: &u32| {
        let text = fs::read_to_string(format!("/proc/{process}/smaps_rollup")).ok()?;
        let of = |name: &str| {
            let line = text.lines().find(|line| line.starts_with(name))?;
            line.split_whitespace().nth(1)?.parse::<f64>().ok()
        };
        Some(of("Pss_Anon:")? + of("Pss_Shmem:")?)
    };
    processes.iter().filter_map(own).sum::<f64>() / 1024.0
}

pub(crate) fn name(process: u32) -> Option<String> {
    Some(fs::read_to_string(format!("/proc/{process}/comm")).ok()?.trim().to_owned())
}

/// Returns the names of its threads, each as far as the system keeps it.
pub(crate) fn threads(process: u32) -> Vec<String> {
    let tasks = fs::read_dir(format!("/proc/{process}/task")).into_iter().flatten().flatten();
    tasks
        .filter_map(|task| fs::read_to_string(task.path().join("comm")).ok())
        .map(|name| name.trim().to_owned())
        .collect()
}

/// The processor alone draws what a person sees: of the app's web view no thread composes for a graphics card.
pub(crate) fn assert_no_card_draws(app: u32) {
    let threads: Vec<String> = descendants(app).into_iter().flat_map(threads).collect();
    assert!(threads.iter().any(|thread| thread.starts_with("WebKitWebProc")), "{threads:?}");
    assert!(!threads.iter().any(|thread| thread.contains("Compositor")), "{threads:?}");
}

fn parent(process: u32) -> Option<u32> {
    state_and_parent(process).map(|(_, parent)| parent)
}

/// The name comes before them in parentheses, and may itself have spaces and parentheses in it.
fn state_and_parent(process: u32) -> Option<(String, u32)> {
    let line = fs::read_to_string(format!("/proc/{process}/stat")).ok()?;
    let mut fields = line.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}

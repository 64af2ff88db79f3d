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

pub(crate) fn name(process: u32) -> Option<String> {
    Some(fs::read_to_string(format!("/proc/{process}/comm")).ok()?.trim().to_owned())
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

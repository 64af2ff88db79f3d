//! Files of 256 KiB, five of them, and not a byte where none can be written.

use std::{fs, path::Path, time::Duration};

use resend_reservation::{
    domain::{Environment, Outcome},
    log::{Entry, FILES, LENGTH, Log},
};

use super::{files, text};

#[test]
fn a_line_has_a_time_in_utc_a_level_and_what_happened() {
    let folder = tempfile::tempdir().expect("a folder");

    Log::within(folder.path().join("logs")).write(&send(7));

    let text = text(&folder.path().join("logs"));
    let (time, rest) = text.split_once(' ').expect("a time");
    assert!(time.parse::<jiff::Timestamp>().is_ok() && time.ends_with('Z') && time.len() == 24, "{time}");
    assert_eq!(rest, "INFO  send attempt=7 environment=local outcome=Sent status=202 took=132ms\n");
}

#[test]
fn five_files_are_kept_and_none_grows_past_its_length() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = Log::within(folder.path().to_owned());
    let last = 40_000;

    for attempt in 1..=last {
        log.write(&send(attempt));
    }

    let files = files(folder.path());
    assert_eq!(files.len(), FILES, "{:?}", files.iter().map(|(name, _)| name).collect::<Vec<_>>());
    for (name, text) in &files {
        assert!(text.len() as u64 <= LENGTH + 200, "{name} has {} bytes", text.len());
    }
    let all: String = files.into_iter().map(|(_, text)| text).collect();
    let attempts: Vec<u32> = all.lines().map(attempt_of).collect();
    let first = attempts[0];
    assert!(first > 1, "the oldest lines have gone");
    assert_eq!(attempts, (first..=last).collect::<Vec<_>>(), "and no line between");
}

#[test]
fn the_next_start_goes_on_where_the_last_one_ended() {
    let folder = tempfile::tempdir().expect("a folder");
    for attempt in 1..=3 {
        Log::within(folder.path().to_owned()).write(&send(attempt));
    }

    assert_eq!(files(folder.path()).len(), 1);
    assert_eq!(text(folder.path()).lines().map(attempt_of).collect::<Vec<_>>(), [1, 2, 3]);
}

#[test]
fn the_newest_lines_are_found_across_two_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let log = Log::within(folder.path().to_owned());
    let mut attempt = 0;
    while files(folder.path()).len() < 2 {
        for _ in 0..500 {
            attempt += 1;
            log.write(&send(attempt));
        }
    }

    let lines = log.last(1000);

    assert_eq!(lines.len(), 1000);
    assert_eq!(attempt_of(&lines[0]), attempt - 999);
    assert_eq!(attempt_of(&lines[999]), attempt);
    assert_eq!(log.last(2).len(), 2);
}

#[test]
fn a_log_that_cannot_be_written_stops_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let in_the_way = folder.path().join("logs");
    fs::write(&in_the_way, "a file").expect("written");
    for place in [Path::new("/dev/null/nowhere"), &in_the_way] {
        let log = Log::within(place.to_owned());
        log.write(&send(1));
        assert_eq!(log.last(10), [""; 0]);
    }
    assert_eq!(fs::read_to_string(in_the_way).expect("a file"), "a file");
}

// Windows lets nobody remove a folder with an open file in it.
#[cfg(unix)]
#[test]
fn a_folder_that_goes_away_stops_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let place = folder.path().join("logs");
    let log = Log::within(place.clone());
    log.write(&send(1));
    fs::remove_dir_all(&place).expect("removed");

    for attempt in 2..10_000 {
        log.write(&send(attempt));
    }
}

#[cfg(unix)]
#[test]
fn a_full_disk_stops_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    std::os::unix::fs::symlink("/dev/full", folder.path().join("resend-reservation_rCURRENT.log")).expect("linked");
    let log = Log::within(folder.path().to_owned());

    log.write(&send(1));
}

fn send(attempt: u32) -> Entry<'static> {
    let (environment, took) = (Environment::Local, Duration::from_millis(132));
    Entry::Sent { attempt, environment, outcome: &Outcome::Sent, status: Some(202), took }
}

fn attempt_of(line: &str) -> u32 {
    let rest = line.split_once("attempt=").unwrap_or_else(|| panic!("no attempt in {line}")).1;
    rest.split(' ').next().expect("a number").parse().expect("a number")
}

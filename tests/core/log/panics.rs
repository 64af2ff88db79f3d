//! A panic is written down without what it said of the moment. The hook belongs to the whole process, so it is tried in
//! one of its own: this test binary, started again.

use std::{env, path::Path, process::Command, thread};

use resend_reservation::log::Log;

use super::text;
use crate::kit::own_process::{myself, only};

const FOLDER: &str = "RESEND_TEST_LOG";

#[test]
fn a_panic_is_written_down_without_what_somebody_typed() {
    let folder = tempfile::tempdir().expect("a folder");
    let output = Command::new(myself())
        .args(only("log::panics::the_process_that_panics"))
        .env(FOLDER, folder.path())
        .output()
        .expect("it runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    let text = text(folder.path());

    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].contains("ERROR panic at core/log/panics.rs:"), "{text}");
    assert!(lines[0].ends_with(": (words of the moment, not kept)"), "{text}");
    assert!(lines[1].ends_with(": the words stand in the source"), "{text}");
    assert!(!text.contains("kari") && !text.contains("412"), "{text}");
}

/// Does nothing unless it was started by the test above.
#[test]
fn the_process_that_panics() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    Log::within(Path::new(&folder).to_owned()).catch_panics();
    let typed = env::var("NOBODY_SETS_THIS").unwrap_or_else(|_| "kari@example.com, 412 34 567".to_owned());
    let of_the_moment = thread::spawn(move || panic!("cannot read {typed}")).join();
    let fixed = thread::spawn(|| panic!("the words stand in the source")).join();
    assert!(of_the_moment.is_err() && fixed.is_err());
}

//! A process of its own, for what belongs to a whole process (its environment, its panics, its end) or to a computer that is
//! set up for it: this test binary, started again for one test.

use std::{env, path::PathBuf};

pub(crate) fn myself() -> PathBuf {
    env::current_exe().expect("a test binary")
}

/// The arguments for the one test of this name, such as `journal::sender::the_process_that_sends`.
pub(crate) fn only(test: &str) -> [String; 3] {
    ["--exact".to_owned(), format!("core::{test}"), "--nocapture".to_owned()]
}

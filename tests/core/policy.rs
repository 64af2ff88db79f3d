//! What an administrator decides: how it is read, what is wrong with it, and what counts in the end.

// Links, pipes and permissions are those of Unix.
mod effective_settings;
#[cfg(unix)]
mod files;
mod production;
mod texts;

use std::path::Path;

use resend_reservation::policy::{Fault, Policy, PolicyError, parse};

fn read(text: &str) -> Result<Policy, PolicyError> {
    parse(Path::new("policy.toml"), text)
}

fn right(text: &str) -> Policy {
    read(text).unwrap_or_else(|wrong| panic!("{wrong}"))
}

fn faults(text: &str) -> Vec<Fault> {
    read(text).expect_err(text).faults
}

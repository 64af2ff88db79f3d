//! The real window: the release binary under a virtual display, driven through `WebKitWebDriver` and found by what a
//! screen reader says, with a real Secret Service beside it. Each computer of a test has a display of its own.
//!
//! `cargo build --release`, then `cargo test --no-default-features --features window-tests --test window`.
#![cfg(target_os = "linux")]

#[path = "kit/fortnight.rs"]
mod fortnight;
#[path = "kit/scripted_service.rs"]
#[allow(dead_code, reason = "the tests of the core use more of it")]
mod scripted_service;
#[path = "kit/secret_service.rs"]
mod secret_service;

mod window {
    mod harness;
    mod states;
    mod words;

    mod afterwards;
    mod another_reservation;
    mod checkup;
    mod environment;
    mod find;
    mod finding_out;
    mod first_start;
    mod form;
    mod gallery;
    mod guards;
    mod held_down;
    mod history;
    mod holding;
    mod idle;
    mod journal;
    mod keychain;
    mod keys;
    mod killed;
    mod late_answers;
    mod lockdown;
    mod look_up;
    mod main_job;
    mod measures;
    mod never_twice;
    mod opening;
    mod outcomes;
    mod policy;
    mod presses;
    mod problems;
    mod readings;
    mod secrecy;
    mod settings;
    mod starting;
    mod token;
    mod token_command;
    mod unknown;
    mod upgrade;
    mod waiting;
    mod watch;
    mod wayland;
}

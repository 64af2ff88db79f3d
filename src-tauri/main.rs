// A release build on Windows opens no console window beside its own.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;
use resend_reservation::{desktop, options::Options, platform};

fn main() -> ExitCode {
    platform::prepare_graphics();
    match desktop::run(Options::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Resend Reservation could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

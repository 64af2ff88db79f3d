// A release build on Windows opens no console window beside its own.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

use clap::Parser;
use resend_reservation::{
    desktop,
    options::{Command, Options},
    platform,
};

fn main() -> ExitCode {
    platform::prepare_graphics();
    let options = Options::parse();
    match &options.command {
        Some(Command::Policy(command)) => {
            let answer = command.run();
            println!("{}", answer.text);
            return if answer.is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE };
        }
        None => {}
    }
    if !platform::has_display() {
        eprintln!("Resend Reservation opens a window, and there is no screen here. Start it in a graphical session.");
        return ExitCode::FAILURE;
    }
    match desktop::run(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Resend Reservation could not open its window: {error}");
            ExitCode::FAILURE
        }
    }
}

// A release build on Windows opens no console window beside its own.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::{
    env,
    io::{self, IsTerminal},
    process::ExitCode,
    sync::Arc,
};

use resend_reservation::{
    cli::{Command, Options, UsageError, token},
    desktop,
    keychain::Keychain,
    platform,
};

const FAILED: u8 = 1;
const MISREAD: u8 = 2;

fn main() -> ExitCode {
    platform::leave_no_core_dump();
    let options = match Options::read(env::args_os()) {
        Ok(options) => options,
        Err(error) => return explain(&error),
    };
    match &options.command {
        Some(command) => {
            platform::attach_console();
            run(command)
        }
        None => open(options),
    }
}

fn open(options: Options) -> ExitCode {
    platform::prepare_graphics(options.safe_graphics);
    if !platform::has_display() {
        return tell(Err(
            "Resend Reservation opens a window, and there is no screen here. Start it in a graphical session.",
        ));
    }
    let Err(error) = desktop::run(options) else { return platform::end(0) };
    let text = format!("Resend Reservation could not open its window: {error}.");
    platform::show_in_a_box(&text);
    eprintln!("{text}");
    platform::end(FAILED)
}

/// Runs a command, which needs no window.
fn run(command: &Command) -> ExitCode {
    match command {
        Command::Policy(command) => {
            let answer = command.run();
            println!("{}", answer.text);
            if answer.is_well { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Command::Token(command) => {
            let input = Some(io::stdin()).filter(|input| !input.is_terminal());
            tell(block_on(command.run(&Keychain::of_system(), input)))
        }
        Command::Api(command) => {
            let keychain = Arc::new(Keychain::of_system());
            let (page, asides, answers) = (&mut io::stdout(), &mut io::stderr(), &mut io::stdin().lock());
            match block_on(command.clone().run(keychain, page, asides, answers)) {
                Ok(()) => ExitCode::SUCCESS,
                Err(error) => tell(Err(error)),
            }
        }
    }
}

fn block_on<T>(work: impl Future<Output = Result<T, String>>) -> Result<T, String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    runtime.map_err(|error| format!("Resend Reservation could not start: {error}"))?.block_on(work)
}

fn explain(error: &UsageError) -> ExitCode {
    platform::attach_console();
    match error {
        UsageError::Help(text) | UsageError::Other(text) => text.exit(),
        UsageError::AboutToken => {
            eprintln!("{}", token::USAGE);
            ExitCode::from(MISREAD)
        }
    }
}

fn tell(said: Result<String, impl AsRef<str>>) -> ExitCode {
    match said {
        Ok(text) => {
            println!("{text}");
            ExitCode::SUCCESS
        }
        Err(text) => {
            eprintln!("{}", text.as_ref());
            ExitCode::FAILURE
        }
    }
}

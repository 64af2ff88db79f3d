//! Usage errors: arguments that were not understood. Nothing that was typed is repeated: whoever tries to hand a token
//! over this way shall not find it in a log of commands as well.

use std::ffi::OsString;

use clap::{
    CommandFactory,
    error::{ContextKind, ContextValue, ErrorKind},
};

use super::Options;

/// A usage error: why no start came of the arguments.
#[derive(Debug)]
pub enum UsageError {
    /// Help or the version was asked for: nothing is wrong.
    Help(clap::Error),
    Other(clap::Error),
    /// Something was typed beside `token`, which takes nothing.
    AboutToken,
}

impl UsageError {
    pub(super) fn new(error: clap::Error, arguments: &[OsString]) -> Self {
        match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Self::Help(error),
            // Something is missing, and nothing is too much.
            ErrorKind::MissingRequiredArgument | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
                Self::Other(error)
            }
            _ if is_about_token(arguments) => Self::AboutToken,
            _ => Self::Other(without_what_was_typed(error)),
        }
    }
}

fn is_about_token(arguments: &[OsString]) -> bool {
    let is_token = |text: &str| text.trim_start_matches('-').to_ascii_lowercase().starts_with("token");
    arguments.iter().skip(1).filter_map(|argument| argument.to_str()).any(is_token)
}

fn without_what_was_typed(mut error: clap::Error) -> clap::Error {
    const STANDS_ALONE: &str =
        "a reservation stands alone: one at a time, no command beside it, and in quotes if there are spaces in it\n";
    // What clap says of a second word is that it is no command.
    if error.kind() == ErrorKind::ArgumentConflict && error.get(ContextKind::InvalidSubcommand).is_some() {
        return Options::command().error(ErrorKind::ArgumentConflict, STANDS_ALONE);
    }
    error.remove(ContextKind::Suggested);
    let typed = match error.kind() {
        ErrorKind::UnknownArgument => &[ContextKind::InvalidArg][..],
        // Of every other kind the argument is one that the app knows.
        _ => &[ContextKind::InvalidValue, ContextKind::InvalidSubcommand],
    };
    for context in typed {
        if error.remove(*context).is_some() {
            error.insert(*context, ContextValue::String("…".into()));
        }
    }
    error
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::token;

    const SECRET: &str = "eyJhbGciOiJIUzI1NiJ9";

    fn usage_error(arguments: &[&str]) -> UsageError {
        let given = [&["resend-reservation"], arguments].concat();
        Options::read(given.iter().map(OsString::from)).expect_err("not understood")
    }

    fn said(error: &UsageError) -> String {
        match error {
            UsageError::Help(text) | UsageError::Other(text) => text.to_string(),
            UsageError::AboutToken => token::USAGE.to_owned(),
        }
    }

    #[test]
    fn a_token_among_the_arguments_is_refused_with_the_reason_and_not_repeated() {
        for arguments in [
            &["token", SECRET][..],
            &["token", "set", SECRET],
            &["token", "set", "--environment", "production", SECRET],
            &["token", "set", "--environment", SECRET],
            &["token", "set", "--environment", "production", "--token", SECRET],
            &["--token", SECRET],
            &["--token=eyJhbGciOiJIUzI1NiJ9"],
            &["token", "set", "--environment", "production", "--value=eyJhbGciOiJIUzI1NiJ9"],
            &["RES3633019929", "token", SECRET],
        ] {
            let error = usage_error(arguments);
            assert!(matches!(error, UsageError::AboutToken), "{arguments:?}: {error:?}");
            assert!(!format!("{error:?}{}", said(&error)).contains(SECRET));
        }
    }

    #[test]
    fn nothing_that_was_typed_is_repeated() {
        for arguments in [
            &[SECRET][..],
            &["set-token", SECRET],
            &["RES3633019929", SECRET],
            &[SECRET, "RES3633019929"],
            &["--lang", SECRET],
            &["--lang=eyJhbGciOiJIUzI1NiJ9"],
            &["--eyJhbGciOiJIUzI1NiJ9"],
            &["-eyJhbGciOiJIUzI1NiJ9"],
            &["--safe-graphics=eyJhbGciOiJIUzI1NiJ9"],
            &["--local-api", SECRET],
            &["--local-api", "http://eyJhbGciOiJIUzI1NiJ9@127.0.0.1/api"],
            &["policy", SECRET],
            &["policy", "check", "policy.toml", SECRET],
            &["policy", "check", "policy.toml", "--bearer", SECRET],
            &["policy", "check", "--bearer=eyJhbGciOiJIUzI1NiJ9"],
            &["help", SECRET],
        ] {
            let error = usage_error(arguments);
            assert!(matches!(error, UsageError::Other(_)), "{arguments:?}: {error:?}");
            let said = said(&error);
            assert!(!format!("{error:?}").contains(SECRET) && !said.contains("eyJh"), "{arguments:?}: {said}");
        }
    }

    #[test]
    fn a_slip_is_told_with_what_is_wrong() {
        for (arguments, why) in [
            (&["tokn"][..], "for '[RESERVATION]': there is no reservation number in it"),
            (&["--lang", "tlh"], "for '--lang <CODE>': known languages are en and nb"),
            (&["RES3633019929", "RES3633010202"], "a reservation stands alone: one at a time"),
            (&["token", "status"], "--environment <NAME>"),
            (&["token"], "Say whether a token is there"),
        ] {
            let error = usage_error(arguments);
            let said = said(&error);
            assert!(matches!(error, UsageError::Other(_)) && said.contains(why), "{arguments:?}: {said}");
        }
    }

    #[test]
    fn help_is_no_slip() {
        for arguments in [&["--help"][..], &["--version"], &["token", "--help"], &["help", "token"]] {
            assert!(matches!(usage_error(arguments), UsageError::Help(_)), "{arguments:?}");
        }
    }
}

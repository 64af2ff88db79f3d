//! The command `resend-reservation policy`, for administrators. It needs no window.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{Fault, PolicyError, Reason, read, system_place};

#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Say whether a policy is in order, or in which line it is not
    Check {
        /// The policy; without it, the one of this computer
        file: Option<PathBuf>,
    },
}

/// The output of the command, and whether all is well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    pub text: String,
    pub is_well: bool,
}

impl Command {
    pub fn run(&self) -> Output {
        match self {
            Self::Check { file: Some(file) } => check(file),
            Self::Check { file: None } => check(&system_place()),
        }
    }
}

fn check(file: &Path) -> Output {
    match read(file) {
        Ok(Some(_)) => Output { text: format!("{} is in order", file.display()), is_well: true },
        Ok(None) => {
            let faults = vec![Fault::of_file(Reason::Missing)];
            let missing = PolicyError { file: file.to_owned(), faults, support: None };
            Output { text: missing.to_string(), is_well: false }
        }
        Err(wrong) => Output { text: wrong.to_string(), is_well: false },
    }
}

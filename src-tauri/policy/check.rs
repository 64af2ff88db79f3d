//! The command `resend-reservation policy`, for administrators. It needs no window.

use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::{Fault, Reason, Wrong, read, system_place};

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
pub struct Answer {
    pub text: String,
    pub is_well: bool,
}

impl Command {
    pub fn run(&self) -> Answer {
        match self {
            Self::Check { file: Some(file) } => check(file),
            Self::Check { file: None } => check(&system_place()),
        }
    }
}

fn check(file: &Path) -> Answer {
    match read(file) {
        Ok(Some(_)) => Answer { text: format!("{} is in order", file.display()), is_well: true },
        Ok(None) => {
            let faults = vec![Fault::of_file(Reason::Missing)];
            let missing = Wrong { file: file.to_owned(), faults, support: None };
            Answer { text: missing.to_string(), is_well: false }
        }
        Err(wrong) => Answer { text: wrong.to_string(), is_well: false },
    }
}

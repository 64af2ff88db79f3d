//! The administrator's policy for this computer: a file in the system's place, which a user can read and not change. A
//! wrong one is never read in part: what cannot be understood cannot be obeyed, and nobody guesses at it.

pub mod check;
mod effective_settings;
mod fault;
mod file;
mod parse;
mod place;

use std::path::Path;

use crate::settings::PartialSettings;
pub use effective_settings::{EffectiveSettings, FixedByPolicy, Permissions};
pub use fault::{Fault, PolicyError, Reason, ValueType};
pub use file::read;
pub use parse::parse;
pub use place::system_place;

/// The decisions of a policy file. Without one, nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Policy {
    /// Users cannot choose otherwise.
    pub fixed: PartialSettings,
    /// It counts until a user chooses otherwise.
    pub default: PartialSettings,
    /// Whether users see what was sent from this computer.
    pub history: bool,
    /// Whether they may take it along as a file.
    pub export: bool,
    /// Whether they may see what is waiting for payment.
    pub waiting_list: bool,
    /// Whom to ask, shown with every failure.
    pub support: Option<String>,
}

/// The policy as far as it is known.
#[derive(Clone, Debug)]
pub struct Managed {
    pub policy: Policy,
    /// What is wrong with it. Until it is mended nothing is sent to customers, and nothing that was sent is shown,
    /// taken along or removed.
    pub wrong: Option<PolicyError>,
}

impl Default for Policy {
    fn default() -> Self {
        Self {
            fixed: PartialSettings::default(),
            default: PartialSettings::default(),
            history: true,
            export: true,
            waiting_list: true,
            support: None,
        }
    }
}

impl Managed {
    /// Reads the policy file that lies there. Nothing at all is a policy too.
    pub fn read(file: &Path) -> Self {
        match read(file) {
            Ok(policy) => Self { policy: policy.unwrap_or_default(), wrong: None },
            Err(wrong) => {
                let support = wrong.support.clone();
                let (history, export, waiting_list) = (false, false, false);
                let policy = Policy { history, export, waiting_list, support, ..Policy::default() };
                Self { policy, wrong: Some(wrong) }
            }
        }
    }
}

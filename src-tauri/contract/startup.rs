//! The state that the page starts from.

use serde::Serialize;

use crate::{
    domain::{Environment, Region},
    failure::Code,
    policy::{EffectiveSettings, Fault, Permissions},
    practice::Example,
    settings::{Setting, Settings},
};

/// The state that the page starts from, sent when it opens and again when the settings change.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Startup {
    pub version: String,
    pub settings: Settings,
    /// The language was given with `--lang` or by the policy, or chosen before: the language step is skipped.
    pub language_given: bool,
    /// The environment likewise: nothing more is asked.
    pub environment_given: bool,
    /// Nobody has chosen anything yet: begin with the first-start steps.
    pub first_start: bool,
    /// The environments that can be chosen here; one only under `--local-api`.
    pub environments: Vec<Environment>,
    pub countries: Vec<Country>,
    /// Reservations that the practice service knows; empty elsewhere.
    pub examples: &'static [Example],
    /// Something about the start that the user should know, such as damaged settings.
    pub notice: Option<Code>,
    /// What the administrator decided for good.
    pub fixed: Vec<Setting>,
    pub allowed: Permissions,
    /// Whom to ask, shown with every failure.
    pub support: Option<String>,
    /// Why the administrator's policy cannot be obeyed. Until this is empty nothing is sent in Production.
    pub policy_faults: Vec<PolicyFault>,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Country {
    /// ISO 3166-1 alpha-2; the page names it with `Intl.DisplayNames`.
    pub region: String,
    /// Such as `+47`.
    pub calling_code: String,
}

/// A fault in the policy, and in which file it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct PolicyFault {
    pub file: String,
    #[serde(flatten)]
    pub fault: Fault,
}

impl Country {
    pub fn all() -> Vec<Self> {
        let country = |region: Region| Self { region: region.as_str().to_owned(), calling_code: region.calling_code() };
        Region::all().into_iter().map(country).collect()
    }
}

impl PolicyFault {
    pub fn all(effective: &EffectiveSettings) -> Vec<Self> {
        let Some(wrong) = effective.wrong() else { return Vec::new() };
        let file = wrong.file.display().to_string();
        wrong.faults.iter().cloned().map(|fault| Self { file: file.clone(), fault }).collect()
    }
}

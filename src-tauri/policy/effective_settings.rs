use std::time::Duration;

use serde::Serialize;
use thiserror::Error;

use super::{Managed, Policy, PolicyError};
use crate::{
    domain::Environment,
    settings::{KEEP_DAYS, Language, PartialSettings, Setting, Settings},
};

/// The effective settings: what is fixed, then what was given for this start, then what was chosen, then the default.
#[derive(Clone, Debug)]
pub struct EffectiveSettings {
    managed: Managed,
    chosen: PartialSettings,
    /// With `--lang`.
    given: Option<Language>,
    /// Under `--local-api` the environment is nobody's choice.
    is_local: bool,
    /// What the operating system speaks.
    spoken: Language,
}

/// A refused change of a setting: the administrator decided it, so nobody else does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
#[error("{0:?} is decided by the policy")]
pub struct FixedByPolicy(pub Setting);

/// The permissions that the administrator gives users.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Permissions {
    pub history: bool,
    pub export: bool,
    pub waiting_list: bool,
}

impl EffectiveSettings {
    pub fn new(
        managed: Managed,
        chosen: PartialSettings,
        given: Option<Language>,
        is_local: bool,
        spoken: Language,
    ) -> Self {
        // A file edited by hand must not bring back what only the command line can choose.
        let environment = chosen.environment.filter(|environment| *environment != Environment::Local);
        Self { managed, chosen: PartialSettings { environment, ..chosen }, given, is_local, spoken }
    }

    pub fn settings(&self) -> Settings {
        let policy = &self.managed.policy;
        let given = PartialSettings { language: self.given, ..PartialSettings::default() };
        let choices = policy.fixed.clone().over(given).over(self.chosen.clone()).over(policy.default.clone());
        let settings = Settings::with(choices, self.spoken);
        let environment = if self.is_local { Environment::Local } else { settings.environment };
        Settings { environment, ..settings }
    }

    /// Lists the settings that a user cannot change.
    pub fn fixed(&self) -> Vec<Setting> {
        let mut fixed = self.managed.policy.fixed.names();
        fixed.retain(|setting| !(self.is_local && *setting == Setting::Environment));
        fixed
    }

    /// Returns what was chosen, and nothing that was decided otherwise.
    pub fn chosen(&self) -> &PartialSettings {
        &self.chosen
    }

    /// Returns the settings as they are once somebody wants them like this.
    pub fn after(&self, wanted: &Settings) -> Result<Self, FixedByPolicy> {
        let mut changed = PartialSettings::between(&self.settings(), wanted);
        // `local` is never a choice that lasts.
        if self.is_local || wanted.environment == Environment::Local {
            changed.environment = None;
        }
        let fixed = self.fixed();
        if let Some(setting) = changed.names().into_iter().find(|setting| fixed.contains(setting)) {
            return Err(FixedByPolicy(setting));
        }
        let chosen = changed.over(self.answered(wanted)).over(self.chosen.clone());
        // Given for this start is not chosen for good, unless somebody now chooses otherwise.
        let given = self.given.filter(|given| *given == wanted.language);
        Ok(Self { chosen, given, ..self.clone() })
    }

    /// Returns the choices of a first start: it asks for them, and the answer is one even where nothing changes by it.
    fn answered(&self, wanted: &Settings) -> PartialSettings {
        let decided = self.managed.policy.fixed.clone().over(self.managed.policy.default.clone());
        let open = |setting| self.is_first_start() && !decided.names().contains(&setting);
        let environment = Some(wanted.environment).filter(|environment| *environment != Environment::Local);
        PartialSettings {
            language: Some(wanted.language).filter(|_| open(Setting::Language)),
            environment: environment.filter(|_| open(Setting::Environment)),
            ..PartialSettings::default()
        }
    }

    /// Returns whether there is something that the window has to ask first.
    pub fn is_first_start(&self) -> bool {
        let knows_all = self.knows_language() && self.knows_environment();
        !self.is_local && !knows_all
    }

    pub fn knows_language(&self) -> bool {
        self.given.is_some() || self.known().language.is_some()
    }

    pub fn knows_environment(&self) -> bool {
        self.is_local || self.known().environment.is_some()
    }

    fn known(&self) -> PartialSettings {
        let policy = &self.managed.policy;
        policy.fixed.clone().over(self.chosen.clone()).over(policy.default.clone())
    }

    pub fn allowed(&self) -> Permissions {
        let Policy { history, export, waiting_list, .. } = self.managed.policy;
        Permissions { history, export: history && export, waiting_list }
    }

    pub fn support(&self) -> Option<&str> {
        self.managed.policy.support.as_deref()
    }

    pub fn wrong(&self) -> Option<&PolicyError> {
        self.managed.wrong.as_ref()
    }

    /// Returns the retention of what was sent. While nobody knows how long it should be, nothing is removed.
    pub fn keep(&self) -> Duration {
        let longest = Settings { keep_days: *KEEP_DAYS.end(), ..self.settings() };
        if self.wrong().is_some() { longest.keep() } else { self.settings().keep() }
    }
}

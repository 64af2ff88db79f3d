use serde::{Deserialize, Serialize};

use super::{Language, Settings};
use crate::domain::Environment;

/// The settings that somebody chose, one by one. What nobody chose is absent, so that something else can decide it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartialSettings {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<Language>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub environment: Option<Environment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeat_minutes: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hold_seconds: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keep_days: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub waiting_days: Option<u32>,
}

/// One of the settings, under the name that it has in every file and on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Setting {
    Language,
    Environment,
    DefaultCountry,
    RepeatMinutes,
    HoldSeconds,
    KeepDays,
    WaitingDays,
}

impl PartialSettings {
    /// Overlays these choices on others: what is not chosen here is as it is beneath.
    #[must_use]
    pub fn over(self, beneath: Self) -> Self {
        Self {
            language: self.language.or(beneath.language),
            environment: self.environment.or(beneath.environment),
            default_country: self.default_country.or(beneath.default_country),
            repeat_minutes: self.repeat_minutes.or(beneath.repeat_minutes),
            hold_seconds: self.hold_seconds.or(beneath.hold_seconds),
            keep_days: self.keep_days.or(beneath.keep_days),
            waiting_days: self.waiting_days.or(beneath.waiting_days),
        }
    }

    /// Returns the difference: only what is another in `wanted` than in `now`.
    pub fn between(now: &Settings, wanted: &Settings) -> Self {
        Self {
            language: Some(wanted.language).filter(|language| *language != now.language),
            environment: Some(wanted.environment).filter(|environment| *environment != now.environment),
            default_country: Some(&wanted.default_country).filter(|country| **country != now.default_country).cloned(),
            repeat_minutes: Some(wanted.repeat_minutes).filter(|minutes| *minutes != now.repeat_minutes),
            hold_seconds: Some(wanted.hold_seconds).filter(|seconds| *seconds != now.hold_seconds),
            keep_days: Some(wanted.keep_days).filter(|days| *days != now.keep_days),
            waiting_days: Some(wanted.waiting_days).filter(|days| *days != now.waiting_days),
        }
    }

    /// Lists the settings that are chosen here.
    pub fn names(&self) -> Vec<Setting> {
        [
            (Setting::Language, self.language.is_some()),
            (Setting::Environment, self.environment.is_some()),
            (Setting::DefaultCountry, self.default_country.is_some()),
            (Setting::RepeatMinutes, self.repeat_minutes.is_some()),
            (Setting::HoldSeconds, self.hold_seconds.is_some()),
            (Setting::KeepDays, self.keep_days.is_some()),
            (Setting::WaitingDays, self.waiting_days.is_some()),
        ]
        .into_iter()
        .filter_map(|(setting, is_chosen)| is_chosen.then_some(setting))
        .collect()
    }
}

//! The user's settings: what was chosen, in one file. It holds nothing personal and no token.

mod language;
mod partial_settings;

use std::{
    fs,
    io::{self, ErrorKind, Write},
    ops::RangeInclusive,
    path::{Path, PathBuf},
    time::Duration,
};

use serde::{Deserialize, Serialize};
use thiserror::Error;

use crate::{
    domain::{Environment, Region},
    private,
};
pub use language::Language;
pub use partial_settings::{PartialSettings, Setting};

/// All settings, chosen by somebody or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Settings {
    pub language: Language,
    pub environment: Environment,
    /// ISO 3166-1 alpha-2, such as `NO`: the country of a number written without a country code.
    pub default_country: String,
    /// For how long a second send of the same to the same is asked about; 0 for never.
    pub repeat_minutes: u32,
    /// How long a send can be stopped before it leaves.
    pub hold_seconds: u32,
    /// How long the history is kept.
    pub keep_days: u32,
    /// How far back the list of what is waiting for payment goes.
    pub waiting_days: u32,
}

/// The range of the repeat window, as far as a day.
pub const REPEAT_MINUTES: RangeInclusive<u32> = 0..=24 * 60;
/// The range of the undo window, as far as a minute.
pub const HOLD_SECONDS: RangeInclusive<u32> = 0..=60;
/// The range of the history's retention, from a day to ten years.
pub const KEEP_DAYS: RangeInclusive<u32> = 1..=3650;
/// The range of the list of what is waiting for payment, from a day to a month.
pub const WAITING_DAYS: RangeInclusive<u32> = 1..=31;

#[derive(Debug, Error)]
pub enum SettingsError {
    #[error("the settings file could not be read")]
    Read(#[source] io::Error),
    /// It was put aside under a name of its own, never deleted.
    #[error("the settings file is damaged")]
    Damaged(#[source] serde_json::Error),
    #[error("the settings file could not be written")]
    Write(#[source] io::Error),
}

/// The file in which the settings lie.
#[derive(Clone, Debug)]
pub struct SettingsFile {
    path: PathBuf,
}

impl Settings {
    /// Returns the defaults, before anybody has chosen anything.
    pub fn before_choice(language: Language) -> Self {
        Self {
            language,
            environment: Environment::Practice,
            default_country: Region::default().as_str().to_owned(),
            repeat_minutes: 10,
            hold_seconds: 0,
            keep_days: 30,
            waiting_days: 14,
        }
    }

    /// Returns what was chosen, and the defaults for the rest.
    pub fn with(choices: PartialSettings, language: Language) -> Self {
        let before = Self::before_choice(language);
        Self {
            language: choices.language.unwrap_or(before.language),
            environment: choices.environment.unwrap_or(before.environment),
            default_country: choices.default_country.unwrap_or(before.default_country),
            repeat_minutes: choices.repeat_minutes.unwrap_or(before.repeat_minutes),
            hold_seconds: choices.hold_seconds.unwrap_or(before.hold_seconds),
            keep_days: choices.keep_days.unwrap_or(before.keep_days),
            waiting_days: choices.waiting_days.unwrap_or(before.waiting_days),
        }
    }

    pub fn repeat(&self) -> Duration {
        Duration::from_secs(60 * u64::from(within(&REPEAT_MINUTES, self.repeat_minutes)))
    }

    pub fn hold(&self) -> Duration {
        Duration::from_secs(u64::from(within(&HOLD_SECONDS, self.hold_seconds)))
    }

    /// Returns how many days back the list of what is waiting for payment goes.
    pub fn waiting(&self) -> u32 {
        within(&WAITING_DAYS, self.waiting_days)
    }

    pub fn keep(&self) -> Duration {
        Duration::from_hours(24 * u64::from(within(&KEEP_DAYS, self.keep_days)))
    }
}

/// Clamps a number to its range: a file that was edited by hand says no more than a choice in the window could.
fn within(range: &RangeInclusive<u32>, number: u32) -> u32 {
    number.clamp(*range.start(), *range.end())
}

impl SettingsFile {
    pub fn within(directory: &Path) -> Self {
        Self { path: directory.join("settings.json") }
    }

    /// Loads what was chosen; None where nothing ever was.
    pub fn load(&self) -> Result<Option<PartialSettings>, SettingsError> {
        let bytes = match fs::read(&self.path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(SettingsError::Read(error)),
        };
        serde_json::from_slice(&bytes).map(Some).map_err(|error| {
            self.put_aside();
            SettingsError::Damaged(error)
        })
    }

    /// Saves atomically, all of it or none of it: a power cut leaves the old file or the new one.
    pub fn save(&self, choices: &PartialSettings) -> Result<(), SettingsError> {
        self.write(choices).map_err(SettingsError::Write)
    }

    fn write(&self, choices: &PartialSettings) -> io::Result<()> {
        let directory = self.path.parent().unwrap_or(Path::new("."));
        private::make_folder(directory)?;
        let mut file = tempfile::NamedTempFile::new_in(directory)?;
        file.write_all(&serde_json::to_vec_pretty(choices)?)?;
        file.as_file().sync_all()?;
        file.persist(&self.path)?;
        Ok(())
    }

    /// Puts a damaged file aside: it may still hold something that somebody wants to see.
    fn put_aside(&self) {
        let free = (1..1000).map(|number| self.path.with_extension(format!("damaged-{number}.json")));
        if let Some(name) = free.into_iter().find(|name| !name.exists()) {
            // Where even that fails, the damaged file stays where it is, and is reported again next time.
            let _ = fs::rename(&self.path, name);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen() -> PartialSettings {
        PartialSettings {
            language: Some(Language::Nb),
            environment: Some(Environment::Demo),
            default_country: Some("SE".into()),
            repeat_minutes: Some(30),
            ..PartialSettings::default()
        }
    }

    #[test]
    fn a_file_of_the_first_version_is_read() {
        let directory = tempfile::tempdir().expect("a directory");
        let old = r#"{"language":"nb","environment":"production","default_country":"NO"}"#;
        fs::write(directory.path().join("settings.json"), old).expect("written");

        let choices = SettingsFile::within(directory.path()).load().expect("loaded").expect("chosen");

        assert_eq!(choices.names(), [Setting::Language, Setting::Environment, Setting::DefaultCountry]);
        let settings = Settings::with(choices, Language::En);
        assert_eq!((settings.language, settings.environment), (Language::Nb, Environment::Production));
        assert_eq!((settings.repeat_minutes, settings.hold_seconds, settings.keep_days), (10, 0, 30));
        assert_eq!(settings.waiting_days, 14);
    }

    #[test]
    fn the_file_holds_only_what_was_chosen() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = SettingsFile::within(directory.path());

        file.save(&PartialSettings { keep_days: Some(7), ..PartialSettings::default() }).expect("saved");

        let text = fs::read_to_string(directory.path().join("settings.json")).expect("a file");
        assert_eq!(text.split_whitespace().collect::<String>(), r#"{"keep_days":7}"#);
    }

    #[test]
    fn a_number_edited_by_hand_says_no_more_than_a_choice_could() {
        let endless = Settings {
            repeat_minutes: u32::MAX,
            hold_seconds: u32::MAX,
            keep_days: 0,
            waiting_days: 365,
            ..Settings::before_choice(Language::En)
        };

        assert_eq!(endless.repeat(), Duration::from_hours(24));
        assert_eq!(endless.hold(), Duration::from_mins(1));
        assert_eq!(endless.keep(), Duration::from_hours(24));
        assert_eq!(endless.waiting(), 31);
    }

    #[test]
    fn what_was_saved_is_loaded() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = SettingsFile::within(&directory.path().join("made/at/need"));

        file.save(&chosen()).expect("saved");

        assert_eq!(file.load().expect("loaded"), Some(chosen()));
    }

    #[test]
    fn no_file_means_that_nothing_was_chosen() {
        let directory = tempfile::tempdir().expect("a directory");

        assert_eq!(SettingsFile::within(directory.path()).load().expect("loaded"), None);
    }

    #[test]
    fn a_damaged_file_is_put_aside_and_not_lost() {
        let directory = tempfile::tempdir().expect("a directory");
        let file = SettingsFile::within(directory.path());
        fs::write(directory.path().join("settings.json"), "{ half").expect("written");

        assert!(matches!(file.load(), Err(SettingsError::Damaged(_))));

        assert_eq!(file.load().expect("loaded"), None);
        let kept = fs::read_to_string(directory.path().join("settings.damaged-1.json")).expect("kept");
        assert_eq!(kept, "{ half");
    }

    #[test]
    fn a_place_that_cannot_be_written_is_reported() {
        let directory = tempfile::tempdir().expect("a directory");
        let occupied = directory.path().join("occupied");
        fs::write(&occupied, "a file, not a directory").expect("written");

        let refused = SettingsFile::within(&occupied).save(&chosen());

        assert!(matches!(refused, Err(SettingsError::Write(_))));
    }
}

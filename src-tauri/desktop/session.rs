use std::{
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    connect::Patience,
    contract::{Country, Startup},
    domain::{Environment, Region},
    failure::Code,
    keychain::Keychain,
    look_up::Looker,
    options::Options,
    practice,
    resend::{Records, Resender, Services},
    settings::{Language, Settings, SettingsError, SettingsFile},
};

/// What the window works with from start to end.
pub(super) struct Session {
    options: Options,
    file: SettingsFile,
    chosen: Mutex<Chosen>,
    resender: Resender,
    looker: Looker,
}

struct Chosen {
    settings: Settings,
    /// What the file says, where `--lang` says something else for this once.
    kept_language: Option<Language>,
    first_start: bool,
    notice: Option<Code>,
}

impl Session {
    pub(super) fn begin(options: Options, config_dir: &Path, data_dir: &Path) -> Self {
        let file = SettingsFile::within(options.data_dir.as_deref().unwrap_or(config_dir));
        let chosen = Chosen::load(&file, options.lang);
        let keychain = Arc::new(Keychain::of_system());
        let services = Arc::new(Services::new(options.local_api.clone(), Patience::default()));
        let records = Arc::new(Records::within(options.data_dir.as_deref().unwrap_or(data_dir).to_owned()));
        let looker = Looker::new(Arc::clone(&keychain), Arc::clone(&services), Arc::clone(&records));
        let resender = Resender::new(keychain, services, records);
        Self { options, file, chosen: Mutex::new(chosen), resender, looker }
    }

    /// Where the window keeps its own storage, if somebody said where.
    pub(super) fn storage(&self) -> Option<PathBuf> {
        self.options.data_dir.clone()
    }

    pub(super) fn resender(&self) -> &Resender {
        &self.resender
    }

    pub(super) fn looker(&self) -> &Looker {
        &self.looker
    }

    pub(super) fn environment(&self) -> Environment {
        self.effective(self.chosen().settings.environment)
    }

    pub(super) fn default_country(&self) -> Region {
        Region::parse(&self.chosen().settings.default_country).unwrap_or_default()
    }

    pub(super) fn startup(&self) -> Startup {
        let chosen = self.chosen();
        let environment = self.effective(chosen.settings.environment);
        let examples = if environment == Environment::Practice { practice::EXAMPLES } else { &[] };
        Startup {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            settings: Settings { environment, ..chosen.settings.clone() },
            language_given: self.options.lang.is_some(),
            first_start: chosen.first_start && !self.is_local(),
            environments: self.environments(),
            countries: Country::all(),
            examples,
            notice: chosen.notice,
        }
    }

    /// Where the file cannot be written, nothing has changed.
    pub(super) fn save(&self, mut settings: Settings) -> Result<(), SettingsError> {
        let mut chosen = self.chosen();
        // Under --local-api the environment is not a choice, and `local` is never one that lasts.
        if self.is_local() || settings.environment == Environment::Local {
            settings.environment = chosen.settings.environment;
        }
        // Chosen for this start is not chosen for good, unless somebody now chooses it in the window.
        let kept_language = chosen.kept_language.filter(|_| settings.language == chosen.settings.language);
        let language = kept_language.unwrap_or(settings.language);
        self.file.save(&Settings { language, ..settings.clone() })?;
        *chosen = Chosen { settings, kept_language, first_start: false, notice: None };
        Ok(())
    }

    fn environments(&self) -> Vec<Environment> {
        if self.is_local() {
            vec![Environment::Local]
        } else {
            vec![Environment::Practice, Environment::Demo, Environment::Production]
        }
    }

    fn effective(&self, chosen: Environment) -> Environment {
        if self.is_local() { Environment::Local } else { chosen }
    }

    fn is_local(&self) -> bool {
        self.options.local_api.is_some()
    }

    fn chosen(&self) -> MutexGuard<'_, Chosen> {
        self.chosen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Chosen {
    fn load(file: &SettingsFile, given: Option<Language>) -> Self {
        let (found, notice) = match file.load() {
            Ok(found) => (found, None),
            Err(error) => (None, Some(Code::from(&error))),
        };
        let first_start = found.is_none();
        let mut settings = found.unwrap_or_else(|| Settings::before_choice(Language::of_system()));
        // A file edited by hand must not bring back what only the command line can choose.
        if settings.environment == Environment::Local {
            settings.environment = Environment::Practice;
        }
        let kept_language = given.filter(|_| !first_start).map(|_| settings.language);
        settings.language = given.unwrap_or(settings.language);
        Self { settings, kept_language, first_start, notice }
    }
}

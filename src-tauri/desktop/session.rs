use std::{
    error::Error,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use crate::{
    checkup::Checkup,
    connect::Patience,
    contract::{Country, ResendRequest, Startup},
    domain::{Environment, Region},
    failure::Code,
    keychain::Keychain,
    log::{Area, Entry, Log},
    look_up::Looker,
    options::Options,
    practice,
    records::Records,
    resend::{Caution, Request, Resender},
    services::Services,
    settings::{Language, Settings, SettingsError, SettingsFile},
    system,
};

/// What the window works with from start to end.
pub(super) struct Session {
    options: Options,
    file: SettingsFile,
    chosen: Mutex<Chosen>,
    resender: Resender,
    looker: Arc<Looker>,
    records: Records,
    checkup: Checkup,
    log: Log,
    /// Where a file goes that a person asked for.
    downloads: PathBuf,
}

/// The system's folders for this app, and the one for what a person asks it to write.
pub(super) struct Folders {
    pub(super) config: PathBuf,
    pub(super) data: PathBuf,
    pub(super) logs: PathBuf,
    pub(super) downloads: PathBuf,
}

struct Chosen {
    settings: Settings,
    /// What the file says, where `--lang` says something else for this once.
    kept_language: Option<Language>,
    first_start: bool,
    notice: Option<Code>,
}

impl Session {
    pub(super) fn begin(options: Options, folders: Folders) -> Self {
        let within = |system: PathBuf| options.data_dir.clone().unwrap_or(system);
        let file = SettingsFile::within(&within(folders.config));
        let log = Log::within(options.data_dir.as_ref().map_or(folders.logs, |folder| folder.join("logs")));
        log.catch_panics();
        let chosen = Chosen::load(&file, options.lang, &log);
        let keychain = Arc::new(Keychain::of_system());
        let services = Arc::new(Services::new(options.local_api.clone(), Patience::default()));
        let records = Records::with_keychain(within(folders.data), Arc::clone(&keychain), chosen.settings.keep());
        let checkup = Checkup::new(Arc::clone(&keychain), Arc::clone(&services), records.clone(), log.clone());
        let looker = Looker::new(Arc::clone(&keychain), Arc::clone(&services), records.clone());
        let looker = Arc::new(looker.with_log(log.clone()));
        let resender = Resender::new(keychain, services, records.clone(), Arc::clone(&looker)).with_log(log.clone());
        let downloads = folders.downloads;
        let session =
            Self { options, file, chosen: Mutex::new(chosen), resender, looker, records, checkup, log, downloads };
        let (version, environment) = (env!("CARGO_PKG_VERSION"), session.environment());
        session.log.write(&Entry::Started { version, system: &system::describe(), environment });
        session
    }

    pub(super) fn end(&self) {
        self.log.write(&Entry::Ended);
    }

    /// The code that the page has words for. The log gets what was behind it.
    pub(super) fn told<E: Error + 'static>(&self, area: Area, error: &E) -> Code
    where
        Code: for<'a> From<&'a E>,
    {
        self.log.failed(area, error);
        Code::from(error)
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

    pub(super) fn records(&self) -> &Records {
        &self.records
    }

    pub(super) fn checkup(&self) -> &Checkup {
        &self.checkup
    }

    pub(super) fn downloads(&self) -> &Path {
        &self.downloads
    }

    /// What the page asks for, under the settings in force.
    pub(super) fn request<'a>(&self, asked: &'a ResendRequest) -> Request<'a> {
        let (environment, default_country) = (self.environment(), self.default_country());
        let chosen = self.chosen();
        let caution = Caution { quiet: chosen.settings.repeat(), hold: chosen.settings.hold() };
        let ResendRequest { answered, held, .. } = asked;
        Request { environment, default_country, draft: asked.draft(), answered, held: *held, caution }
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
        if settings.environment != chosen.settings.environment {
            self.log.write(&Entry::Environment(settings.environment));
        }
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
    fn load(file: &SettingsFile, given: Option<Language>, log: &Log) -> Self {
        let (found, notice) = match file.load() {
            Ok(found) => (found, None),
            Err(error) => {
                log.failed(Area::Settings, &error);
                (None, Some(Code::from(&error)))
            }
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

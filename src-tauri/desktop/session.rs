use std::{error::Error, mem, path::PathBuf, sync::Arc, time::Duration};

use parking_lot::Mutex;
use tokio::{sync, task::spawn_blocking};

use super::folders::Folders;
use crate::{
    access::Access,
    checkup::Checkup,
    cli::Options,
    connect::Timeouts,
    contract::{Country, PolicyFault, ResendRequest, Startup},
    domain::{Environment, Region},
    failure::Code,
    journal::Journal,
    keychain::Keychain,
    log::{Area, Entry, Log},
    look_up::Looker,
    platform,
    policy::{EffectiveSettings, Managed},
    practice,
    resend::{Request, Resender, Safeguards},
    settings::{Language, PartialSettings, Setting, Settings, SettingsError, SettingsFile},
    waiting::WaitingPayments,
};

/// The session of the window: what it works with from start to end.
pub(super) struct Session {
    file: SettingsFile,
    effective: Mutex<EffectiveSettings>,
    /// Held while settings are saved.
    saving: sync::Mutex<()>,
    /// What is to be told of the settings, until somebody saves some.
    notice: Mutex<Option<Code>>,
    pub(super) resender: Resender,
    pub(super) access: Arc<Access>,
    pub(super) looker: Arc<Looker>,
    pub(super) journal: Journal,
    pub(super) checkup: Checkup,
    pub(super) waiting: WaitingPayments,
    log: Log,
    /// Where a file goes that a person asked for.
    pub(super) downloads: PathBuf,
}

impl Session {
    pub(super) fn begin(options: &Options, folders: Folders) -> Self {
        let file = SettingsFile::within(&folders.config);
        let log = Log::within(folders.logs);
        log.catch_panics();
        let (chosen, notice) = match file.load() {
            Ok(chosen) => (chosen.unwrap_or_default(), None),
            Err(error) => {
                log.failed(Area::Settings, &error);
                (PartialSettings::default(), Some(Code::from(&error)))
            }
        };
        let (managed, is_local) = (Managed::read(&folders.policy), options.local_api.is_some());
        let effective = EffectiveSettings::new(managed.clone(), chosen, options.lang, is_local, Language::of_system());
        let keychain = Arc::new(Keychain::of_system());
        let access = Access::new(Arc::clone(&keychain), options.local_api.clone(), Timeouts::default());
        let access = Arc::new(access.with_log(log.clone()));
        let journal = Journal::with_keychain(folders.data, keychain, effective.keep());
        let checkup = Checkup::new(Arc::clone(&access), journal.clone(), log.clone());
        let checkup = checkup.under(&managed);
        let looker = Looker::new(Arc::clone(&access), journal.clone());
        let looker = Arc::new(looker.with_log(log.clone()));
        let waiting = WaitingPayments::new(Arc::clone(&access), Arc::clone(&looker), journal.clone());
        let waiting = waiting.with_log(log.clone());
        let resender = Resender::new(Arc::clone(&access), journal.clone(), Arc::clone(&looker)).with_log(log.clone());
        let resender = if effective.wrong().is_some() { resender.stopping_production() } else { resender };
        let (effective, notice, downloads) = (Mutex::new(effective), Mutex::new(notice), folders.downloads);
        let saving = sync::Mutex::default();
        let session = Self {
            file,
            effective,
            saving,
            notice,
            resender,
            access,
            looker,
            journal,
            checkup,
            waiting,
            log,
            downloads,
        };
        let (version, environment) = (env!("CARGO_PKG_VERSION"), session.environment());
        session.log.write(&Entry::Started { version, system: &platform::describe(), environment });
        session
    }

    pub(super) fn end(&self) {
        self.log.write(&Entry::Ended);
    }

    /// Logs an error, and returns its code, for which the page has words.
    pub(super) fn report<E: Error + 'static>(&self, area: Area, error: &E) -> Code
    where
        Code: for<'a> From<&'a E>,
    {
        self.log.failed(area, error);
        Code::from(error)
    }

    /// Ends the practice service where practice was left: outside it nobody answers on this computer.
    pub(super) async fn end_practice_where_it_was_left(&self) {
        if self.environment() != Environment::Practice {
            self.access.leave_practice().await;
        }
    }

    /// Makes a request under the effective settings; None where they are of another environment than the page shows.
    pub(super) fn request<'a>(&self, asked: &'a ResendRequest) -> Option<Request<'a>> {
        let settings = self.effective.lock().settings();
        let default_country = country_of(&settings);
        let safeguards = Safeguards { repeat_window: settings.repeat(), undo_window: settings.hold() };
        let ResendRequest { environment, answered: confirmed, held, .. } = asked;
        let (environment, held) = (*environment, *held);
        let request = Request { environment, default_country, draft: asked.draft(), confirmed, held, safeguards };
        Some(request).filter(|_| settings.environment == environment)
    }

    /// Returns the environment in use, where the page shows it: nothing is done in one that a person does not see.
    pub(super) fn seen(&self, shown: Environment) -> Result<Environment, Code> {
        if shown == self.environment() { Ok(shown) } else { Err(Code::EnvironmentChanged) }
    }

    fn environment(&self) -> Environment {
        self.effective.lock().settings().environment
    }

    /// Returns the repeat window, in which a second send of the same to the same is asked about.
    pub(super) fn repeat_window(&self) -> Duration {
        self.effective.lock().settings().repeat()
    }

    pub(super) fn default_country(&self) -> Region {
        country_of(&self.effective.lock().settings())
    }

    /// Returns the retention: how long what was sent is kept.
    pub(super) fn keep(&self) -> Duration {
        self.effective.lock().keep()
    }

    /// Checks that users may see the history: the administrator may have decided that they do not.
    pub(super) fn history_is_allowed(&self) -> Result<(), Code> {
        if self.effective.lock().allowed().history { Ok(()) } else { Err(Code::HistoryNotAllowed) }
    }

    /// Returns how many days back the list of what is waiting for payment goes, where users may see one.
    pub(super) fn waiting_days(&self) -> Result<u32, Code> {
        let effective = self.effective.lock();
        if effective.allowed().waiting_list { Ok(effective.settings().waiting()) } else { Err(Code::SettingFixed) }
    }

    pub(super) fn export_is_allowed(&self) -> Result<(), Code> {
        self.history_is_allowed()?;
        if self.effective.lock().allowed().export { Ok(()) } else { Err(Code::ExportNotAllowed) }
    }

    pub(super) fn startup(&self) -> Startup {
        let effective = self.effective.lock();
        let settings = effective.settings();
        let examples = if settings.environment == Environment::Practice { practice::EXAMPLES } else { &[] };
        Startup {
            version: env!("CARGO_PKG_VERSION").to_owned(),
            language_given: effective.knows_language(),
            environment_given: effective.knows_environment(),
            first_start: effective.is_first_start(),
            environments: environments(&effective),
            countries: Country::all(),
            examples,
            notice: *self.notice.lock(),
            fixed: effective.fixed(),
            allowed: effective.allowed(),
            support: effective.support().map(str::to_owned),
            policy_faults: PolicyFault::all(&effective),
            settings,
        }
    }

    /// Saves the settings, one after the other. Where the file cannot be written, nothing has changed; and nobody waits
    /// for a disk who only wants to know what counts.
    pub(super) async fn save(&self, wanted: &Settings) -> Result<(), Code> {
        let _turn = self.saving.lock().await;
        let next = self.effective.lock().after(wanted)?;
        let (file, chosen) = (self.file.clone(), next.chosen().clone());
        let saved = spawn_blocking(move || file.save(&chosen)).await;
        let saved = saved.unwrap_or_else(|error| Err(SettingsError::Write(error.into())));
        saved.map_err(|error| self.report(Area::Settings, &error))?;
        let now = next.settings().environment;
        let before = mem::replace(&mut *self.effective.lock(), next).settings().environment;
        if now != before {
            self.log.write(&Entry::Environment(now));
            self.waiting.end();
        }
        *self.notice.lock() = None;
        Ok(())
    }
}

fn country_of(settings: &Settings) -> Region {
    Region::parse(&settings.default_country).unwrap_or_default()
}

/// Lists the environments that can be chosen here.
fn environments(effective: &EffectiveSettings) -> Vec<Environment> {
    let now = effective.settings().environment;
    if now == Environment::Local || effective.fixed().contains(&Setting::Environment) {
        vec![now]
    } else {
        vec![Environment::Practice, Environment::Demo, Environment::Production]
    }
}

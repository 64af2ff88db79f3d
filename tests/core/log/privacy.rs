//! Sends, looks and failures of all kinds with a known number, address and token: none of them is in the log or in what
//! is copied for whoever helps, in any writing.

use std::{fmt::Write as _, fs, path::Path, sync::Arc, time::Duration};

use resend_reservation::{
    access::Access,
    checkup::Checkup,
    domain::{Draft, Environment, Region},
    journal::Journal,
    keychain::{Keep, Keychain, Token},
    log::{Area, Log},
    look_up::Looker,
    practice::{EXAMPLES, InjectedFault, Service},
    resend::{Request, Resender, Safeguards, WarningKind},
    settings::SettingsFile,
};
use secrecy::SecretString;

use super::text;
use crate::kit::app::timeouts;

const NUMBER: &str = "+47 912 34 567";
const ADDRESS: &str = "kari.privat@example.com";
const TOKEN: &str = "12|Xk29fkPqLm3nBv7cZa1sDf5g";

/// In any writing that a person or a program would give it.
const SECRETS: [&str; 13] = [
    "91234567",
    "912 34 567",
    "91 23 45 67",
    "912-34-567",
    "912\u{a0}34\u{a0}567",
    "kari.privat",
    "kari%2eprivat",
    "example.com",
    "Xk29fkPqLm3nBv7cZa1sDf5g",
    "Xk29",
    "Bearer",
    "Nordmann",
    "3633019929",
];

struct LoggedApp {
    service: Service,
    resender: Resender,
    access: Arc<Access>,
    looker: Arc<Looker>,
    checkup: Checkup,
}

#[tokio::test]
async fn no_contact_and_no_token_is_in_the_log_or_in_the_diagnosis() {
    let folder = tempfile::tempdir().expect("a folder");
    let logs = folder.path().join("logs");
    let mut diagnoses = String::new();

    for journal in [folder.path().join("journal"), damaged(folder.path()), "/dev/null/nowhere".into()] {
        for with_token in [true, false] {
            let app = LoggedApp::at(&journal, &logs, with_token).await;
            for fault in faults() {
                app.service.inject(fault);
                app.work().await;
            }
            app.service.inject(InjectedFault::None);
            let report = app.checkup.look(Environment::Local).await;
            write!(diagnoses, "{}", serde_json::to_string(&report).expect("JSON")).expect("written");
        }
    }
    fail_in_every_way(folder.path(), &Log::within(logs.clone()));

    let text = text(&logs);
    assert!(text.lines().count() > 300, "there is something to look through: {}", text.lines().count());
    for part in [
        "outcome=Sent status=202",
        "outcome=Unknown(",
        "outcome=NotSent(NotFound) status=404",
        "look-up ",
        "outcome=stayed why=journal",
        "outcome=stayed why=keychain",
        "settings: the settings file is damaged",
    ] {
        assert!(text.contains(part), "{part} is not in the log, so this shows little");
    }
    for (place, text) in [("the log", &text), ("the diagnosis", &diagnoses)] {
        for secret in SECRETS {
            let found = text.lines().find(|line| line.to_lowercase().contains(&secret.to_lowercase()));
            assert_eq!(found, None, "{secret} is in {place}");
        }
    }
}

impl LoggedApp {
    async fn at(journal: &Path, logs: &Path, with_token: bool) -> Self {
        let service = Service::start().await.expect("a service");
        let log = Log::within(logs.to_owned());
        let keychain = Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), Duration::from_secs(1));
        if with_token {
            let token = Token::parse(&SecretString::from(TOKEN)).expect("a token");
            keychain.save(Environment::Local, token, Keep::UntilTheAppCloses).await.expect("kept");
        }
        let access = Arc::new(Access::new(keychain, Some(service.base_url()), timeouts()));
        let journal = Journal::within(journal.to_owned());
        let checkup = Checkup::new(Arc::clone(&access), journal.clone(), log.clone());
        let looker = Looker::new(Arc::clone(&access), journal.clone()).with_log(log.clone());
        let looker = Arc::new(looker);
        let resender = Resender::new(Arc::clone(&access), journal, Arc::clone(&looker)).with_log(log.clone());
        Self { service, resender, access, looker, checkup }
    }

    async fn work(&self) {
        const SLOW: &str = "RES3633010202";
        for example in EXAMPLES.iter().filter(|example| example.id != SLOW) {
            let text = format!("Kari Nordmann, {ADDRESS}, {NUMBER}: {}", example.id);
            self.looker.look_up(Environment::Local, &text, Duration::from_mins(10)).await;
            self.resender.resend(request(example.id)).await;
        }
        let _ = self.access.check_token(Environment::Local).await;
        self.resender.resend(request("Kari Nordmann")).await;
    }
}

fn faults() -> [InjectedFault; 6] {
    const QUOTING: &str = r#"{"errors":["12|Xk29fkPqLm3nBv7cZa1sDf5g of kari.privat@example.com, 912 34 567"]}"#;
    [
        InjectedFault::None,
        InjectedFault::CutBeforeReading,
        InjectedFault::CutAfterReading,
        InjectedFault::Html,
        InjectedFault::Details(500, QUOTING),
        InjectedFault::History(417, QUOTING),
    ]
}

fn request(reservation: &str) -> Request<'_> {
    const EVERY: [WarningKind; 3] = [WarningKind::EarlierUnknown, WarningKind::SentRecently, WarningKind::NotFound];
    Request {
        environment: Environment::Local,
        default_country: Region::default(),
        draft: Draft {
            reservation,
            sms: true,
            email: true,
            phone_number: NUMBER,
            email_address: ADDRESS,
            typed_for: None,
        },
        confirmed: &EVERY,
        held: true,
        safeguards: Safeguards::default(),
    }
}

/// Failures that quote what they failed at.
fn fail_in_every_way(folder: &Path, log: &Log) {
    let settings = folder.join("settings");
    fs::create_dir_all(&settings).expect("made");
    fs::write(settings.join("settings.json"), format!(r#"{{"language":"{TOKEN} {ADDRESS} {NUMBER}"}}"#))
        .expect("written");
    let damaged = SettingsFile::within(&settings).load().expect_err("no such language");
    log.failed(Area::Settings, &damaged);
    let quoting = std::io::Error::other(format!("{TOKEN} at {ADDRESS} for {NUMBER}, {}", NUMBER.replace(' ', "-")));
    log.failed(Area::Export, &quoting);
    let store = keyring_core::Error::BadDataFormat(TOKEN.into(), Box::new(quoting));
    log.failed(Area::Keychain, &store);
    log.failed(Area::Keychain, &keyring_core::Error::BadStoreFormat(format!("{TOKEN} {ADDRESS}")));
}

fn damaged(folder: &Path) -> std::path::PathBuf {
    let journal = folder.join("damaged");
    fs::create_dir_all(&journal).expect("made");
    fs::write(journal.join("journal.sqlite"), format!("{NUMBER} {ADDRESS} ").repeat(400)).expect("written");
    journal
}

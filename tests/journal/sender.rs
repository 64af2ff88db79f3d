//! A windowless app: this test binary, started again, sending one reservation after the other with the real core.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use resend_reservation::{
    connect::{BaseUrl, Patience},
    domain::{Draft, Environment, Region},
    keychain::{Keep, Keychain, Token},
    look_up::Looker,
    records::Records,
    resend::{Caution, Request, Resender},
    services::Services,
};
use secrecy::SecretString;

const FOLDER: &str = "RESEND_TEST_FOLDER";
const BASE: &str = "RESEND_TEST_BASE";
const RESERVATIONS: &str = "RESEND_TEST_RESERVATIONS";

/// Starts a process that sends these, in this order, and ends.
pub(crate) fn start(folder: &Path, base: &BaseUrl, reservations: &[&str]) -> Child {
    Command::new(env::current_exe().expect("a test binary"))
        .args(["--exact", "sender::the_process_that_sends", "--nocapture"])
        .env(FOLDER, folder)
        .env(BASE, base.to_string())
        .env(RESERVATIONS, reservations.join(","))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts")
}

/// Does nothing unless it was started by the function above.
#[tokio::test]
async fn the_process_that_sends() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let base = BaseUrl::loopback(&env::var(BASE).expect("a base")).expect("a loopback address");
    let resender = resender(PathBuf::from(folder), base).await;
    for reservation in env::var(RESERVATIONS).expect("reservations").split(',') {
        let draft = Draft { reservation, sms: true, email: false, phone_number: "412 34 567", email_address: "" };
        let request = Request {
            environment: Environment::Local,
            default_country: Region::default(),
            draft,
            answered: &[],
            held: false,
            caution: Caution::default(),
        };
        let resending = resender.resend(request).await;
        println!("\n{reservation}: {}", word(&resending));
    }
}

pub(crate) async fn resender(folder: PathBuf, base: BaseUrl) -> Resender {
    let keychain = Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), Duration::from_secs(1));
    let token = Token::parse(&SecretString::from("a.token")).expect("a token");
    keychain.save(Environment::Local, token, Keep::UntilTheAppCloses).await.expect("kept");
    let patience = Patience { connect: Duration::from_secs(2), whole: Duration::from_secs(20) };
    let (keychain, services) = (Arc::new(keychain), Arc::new(Services::new(Some(base), patience)));
    let records = Records::within(folder);
    let looker = Looker::new(Arc::clone(&keychain), Arc::clone(&services), records.clone());
    Resender::new(keychain, services, records, looker)
}

fn word(resending: &resend_reservation::resend::Resending) -> &'static str {
    use resend_reservation::resend::Resending;
    match resending {
        Resending::Done(_) => "done",
        Resending::Mend(_) => "mend",
        Resending::Ask(_) => "ask",
        Resending::Hold(_) => "hold",
        Resending::Busy => "busy",
    }
}

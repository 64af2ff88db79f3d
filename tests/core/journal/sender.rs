//! A windowless app: this test binary, started again, sending one reservation after the other with the real core.

use std::{
    env, io,
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use resend_reservation::{
    access::Access,
    connect::{BaseUrl, Timeouts},
    domain::{Draft, Environment, Outcome, Region},
    failure::SendReason,
    journal::Journal,
    keychain::{Keep, Keychain, Token},
    look_up::Looker,
    resend::{AttemptEnd, Reply, Request, Resender, Safeguards},
};
use secrecy::SecretString;

use crate::kit::own_process::{myself, only};

const FOLDER: &str = "RESEND_TEST_FOLDER";
const BASE: &str = "RESEND_TEST_BASE";
const RESERVATIONS: &str = "RESEND_TEST_RESERVATIONS";

/// Starts a process that sends these, in this order, and ends.
pub(crate) fn start(folder: &Path, base: &BaseUrl, reservations: &[&str]) -> Child {
    start_by(Command::new(test_binary()), folder, base, reservations).expect("it starts")
}

/// The same, with another program watching.
#[cfg(target_os = "linux")]
pub(crate) fn start_under(
    mut watcher: Command,
    folder: &Path,
    base: &BaseUrl,
    reservations: &[&str],
) -> io::Result<Child> {
    watcher.arg(test_binary());
    start_by(watcher, folder, base, reservations)
}

fn start_by(mut command: Command, folder: &Path, base: &BaseUrl, reservations: &[&str]) -> io::Result<Child> {
    command
        .args(only("journal::sender::the_process_that_sends"))
        .env(FOLDER, folder)
        .env(BASE, base.to_string())
        .env(RESERVATIONS, reservations.join(","))
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
}

fn test_binary() -> PathBuf {
    myself()
}

/// Does nothing unless it was started by the function above.
#[tokio::test]
async fn the_process_that_sends() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    let base = BaseUrl::loopback(&env::var(BASE).expect("a base")).expect("a loopback address");
    let resender = resender(PathBuf::from(folder), base).await;
    for reservation in env::var(RESERVATIONS).expect("reservations").split(',') {
        let reply = send(&resender, reservation).await;
        println!("\n{reservation}: {}", word(&reply));
    }
}

/// By SMS, with no question answered.
pub(crate) async fn send(resender: &Resender, reservation: &str) -> Reply {
    let draft =
        Draft { reservation, sms: true, email: false, phone_number: "412 34 567", email_address: "", typed_for: None };
    let request = Request {
        environment: Environment::Local,
        default_country: Region::default(),
        draft,
        confirmed: &[],
        held: false,
        safeguards: Safeguards::default(),
    };
    resender.resend(request).await
}

pub(crate) async fn resender(folder: PathBuf, base: BaseUrl) -> Resender {
    parts(folder, base).await.0
}

pub(crate) async fn parts(folder: PathBuf, base: BaseUrl) -> (Resender, Journal, Arc<Looker>) {
    let keychain = Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), Duration::from_secs(1));
    let token = Token::parse(&SecretString::from("a.token")).expect("a token");
    keychain.save(Environment::Local, token, Keep::UntilTheAppCloses).await.expect("kept");
    let timeouts = Timeouts { connect: Duration::from_secs(2), whole: Duration::from_secs(20) };
    let access = Arc::new(Access::new(keychain, Some(base), timeouts));
    let journal = Journal::within(folder);
    let looker = Arc::new(Looker::new(Arc::clone(&access), journal.clone()));
    (Resender::new(access, journal.clone(), Arc::clone(&looker)), journal, looker)
}

fn word(reply: &Reply) -> &'static str {
    match reply {
        Reply::Done(_) => "done",
        Reply::Mend(_) => "mend",
        Reply::Ask(_) => "ask",
        Reply::Hold(_) => "hold",
        Reply::TooLate => "too-late",
        Reply::Busy => "busy",
    }
}

pub(crate) fn outcome(reply: &Reply) -> Outcome {
    let AttemptEnd::Tried(meaning) = ending(reply) else { panic!("not tried: {reply:?}") };
    meaning.outcome.clone()
}

/// What the page hears of a send that could not be written down.
pub(crate) fn refused(reply: &Reply) -> SendReason {
    let AttemptEnd::NoRecord(error) = ending(reply) else { panic!("it was sent: {reply:?}") };
    error.into()
}

fn ending(reply: &Reply) -> &AttemptEnd {
    let Reply::Done(attempt) = reply else { panic!("not done: {reply:?}") };
    &attempt.end
}

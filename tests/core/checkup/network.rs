//! Production through a network of the test's own. The system's proxy and the authorities that it trusts are read from
//! the environment, so each look runs in a process of its own: this test binary, started again.
//!
//! Windows and macOS read no file of trusted authorities, and a test adds none to a computer's own: there every
//! certificate is an impostor's, whatever else is wrong with it.

use std::{env, fs, path::Path, process::Command, time::SystemTime};

use jiff::{Timestamp, ToSpan, fmt::rfc2822::DateTimePrinter};
use resend_reservation::{
    checkup::Report,
    connect::ReadFailure,
    domain::Environment,
    log::Log,
    practice::{InjectedFault, Service},
};

use super::{
    Place,
    tunnel::{Certificate, Tunnel},
};
use crate::kit::own_process::{myself, only};

const INSIDE: &str = "RESEND_TEST_CHECKUP";
/// What comes to be trusted between two looks.
const INSTALLED: &str = "RESEND_TEST_INSTALLED";

#[cfg(target_os = "linux")]
#[test]
fn a_sound_network_is_reached_trusted_and_right() {
    let tunnel = Tunnel::start(Certificate::Sound, events(0));

    let lines = look_through(&tunnel.proxy(), &tunnel);

    assert_says(&lines, &["Network Reached", "Secure Trusted", "Clock ClockRight", "Token TokenAccepted"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_clock_that_is_off_is_told_over_tls_too() {
    let tunnel = Tunnel::start(Certificate::Sound, events(3600));

    let lines = look_through(&tunnel.proxy(), &tunnel);

    assert_says(&lines, &["Secure Trusted", "Clock ClockBehind", "Token TokenAccepted"]);
}

#[test]
fn an_impostor_is_not_trusted_and_the_clock_and_the_token_are_not_known() {
    let impostor = Tunnel::start(Certificate::Sound, events(0));
    let trusted = Tunnel::start(Certificate::Sound, events(0));

    let lines = look_through(&impostor.proxy(), &trusted);

    assert_says(&lines, &["Network Reached", "Secure CertificateIssuer", "Clock NotSecure", "Token NotSecure"]);
}

#[cfg(target_os = "linux")]
#[test]
fn a_certificate_of_another_time_points_at_the_clock() {
    for certificate in [Certificate::Expired, Certificate::NotYet] {
        let tunnel = Tunnel::start(certificate, events(0));
        let lines = look_through(&tunnel.proxy(), &tunnel);
        assert_says(&lines, &["Network Reached", "Secure CertificateDate", "Clock NotSecure", "Token NotSecure"]);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_certificate_for_another_name_is_not_trusted() {
    let tunnel = Tunnel::start(Certificate::Foreign, events(0));
    assert_says(&look_through(&tunnel.proxy(), &tunnel), &["Network Reached", "Secure NotTrusted"]);
}

#[test]
fn a_name_that_does_not_resolve_is_told_apart_from_a_connection_that_fails() {
    let tunnel = Tunnel::start(Certificate::Sound, events(0));

    let lines = look_through("http://no-such-name.invalid:8080", &tunnel);
    assert_says(&lines, &["Network NoName", "Secure NoNetwork", "Clock NoNetwork", "Token NoNetwork"]);

    let lines = look_through("http://127.0.0.1:9", &tunnel);
    assert_says(&lines, &["Network NoConnection", "Secure NoNetwork", "Clock NoNetwork", "Token NoNetwork"]);
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_installed_meanwhile_is_trusted_without_a_restart() {
    let tunnel = Tunnel::start(Certificate::Sound, events(0));
    let other = Tunnel::start(Certificate::Sound, events(0));
    let folder = tempfile::tempdir().expect("a folder");
    let trusted = folder.path().join("trusted.pem");
    fs::copy(other.authority(), &trusted).expect("copied");

    let mut looking = looking("checkup::network::the_process_that_looks", &tunnel.proxy(), &trusted);
    let lines = text_of(looking.env(INSTALLED, tunnel.authority()));

    let (before, after) = lines.split_once("installed").expect("two looks");
    assert_says(before, &["Secure CertificateIssuer", "Token NotSecure"]);
    assert_says(after, &["Secure Trusted", "Token TokenAccepted"]);
}

/// The same of a proxy: it is in the environment, which a process cannot change without danger, so the tests stop here.
#[cfg(target_os = "linux")]
#[test]
fn without_a_list_of_certificates_the_cause_is_named_and_practice_goes_on() {
    let tunnel = Tunnel::start(Certificate::Sound, events(0));
    let folder = tempfile::tempdir().expect("a folder");

    let mut looking = looking(
        "checkup::network::the_process_without_certificates",
        &tunnel.proxy(),
        &folder.path().join("nothing.pem"),
    );
    let text = text_of(looking.env("SSL_CERT_DIR", folder.path()));

    for expected in [
        "Production NoCertificates",
        "Local ServiceRefused",
        "Network NotStarted",
        "Secure Wrong",
        "Token NotStarted",
        "practice NetworkReachedInside",
    ] {
        assert!(text.lines().any(|line| line == expected), "{expected} is not in\n{text}");
    }
    assert!(text.contains("WARN  connection: this computer has no list of trusted certificates"), "{text}");
}

fn assert_says(lines: &str, expected: &[&str]) {
    for line in expected {
        assert!(lines.lines().any(|said| said == *line), "{line} is not in\n{lines}");
    }
}

fn look_through(proxy: &str, trusted: &Tunnel) -> String {
    text_of(&mut looking("checkup::network::the_process_that_looks", proxy, &trusted.authority()))
}

fn looking(test: &str, proxy: &str, trusted: &Path) -> Command {
    let mut command = Command::new(myself());
    command
        .args(only(test))
        .env(INSIDE, "1")
        .envs(["HTTPS_PROXY", "HTTP_PROXY", "https_proxy", "http_proxy"].map(|name| (name, proxy)))
        .env("SSL_CERT_FILE", trusted)
        .env_remove("SSL_CERT_DIR")
        .env_remove("NO_PROXY")
        .env_remove("no_proxy");
    command
}

fn text_of(command: &mut Command) -> String {
    let output = command.output().expect("it runs");
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(text.contains("Network "), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

/// Does nothing unless it was started by the tests above.
#[tokio::test]
async fn the_process_that_looks() {
    if env::var_os(INSIDE).is_none() {
        return;
    }
    let place = Place::at(None).await;
    println!();
    print(&place.look(Environment::Production).await, "");
    if let (Some(installed), Some(trusted)) = (env::var_os(INSTALLED), env::var_os("SSL_CERT_FILE")) {
        fs::copy(installed, trusted).expect("copied");
        println!("installed");
        print(&place.look(Environment::Production).await, "");
    }
}

/// Does nothing unless it was started by the test above.
#[tokio::test]
async fn the_process_without_certificates() {
    if env::var_os(INSIDE).is_none() {
        return;
    }
    let logs = tempfile::tempdir().expect("a folder");
    let log = Log::within(logs.path().to_owned());
    let service = Service::start().await.expect("a service");
    service.inject(InjectedFault::History(405, ""));
    let place = Place::at(Some(service.base_url())).await.with_log(&log);
    println!();
    for environment in [Environment::Production, Environment::Local] {
        if let Ok(Err(ReadFailure::Refused(reason))) = place.access.check_token(environment).await {
            println!("{environment:?} {reason:?}");
        }
    }
    print(&place.look(Environment::Production).await, "");
    print(&place.look(Environment::Practice).await, "practice ");
    println!("{}", log.last(60).join("\n"));
}

fn print(report: &Report, before: &str) {
    for line in &report.lines {
        let found = format!("{:?}", line.found);
        let word = found.trim_start_matches("Finding { finding: ").split([' ', '}']).next().unwrap_or_default();
        println!("{before}{:?}{}{word}", line.subject, if before.is_empty() { " " } else { "" });
    }
}

/// No events, from a service whose clock is so many seconds ahead.
fn events(ahead: i64) -> String {
    let body = r#"{"status_code":404,"message":"orderNotFound"}"#;
    let now = Timestamp::try_from(SystemTime::now()).expect("a time") + ahead.seconds();
    let date = DateTimePrinter::new().timestamp_to_rfc9110_string(&now).expect("a date");
    let head = "HTTP/1.1 404 Not Found\r\ncontent-type: application/json";
    format!("{head}\r\ndate: {date}\r\ncontent-length: {}\r\n\r\n{body}", body.len())
}

//! What an administrator decided for the computer, in the window.

use std::{fs, io::ErrorKind, net::TcpListener, process::Command};

use resend_reservation::practice::Service;
use serde_json::{Value, json};

use super::harness::{Axe, Computer, Key, Page, app, request};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn what_is_decided_counts_over_what_was_chosen_and_given_and_cannot_be_changed() {
    const POLICY: &str = "[fixed]\nenvironment = \"demo\"\nlanguage = \"nb\"\ndefault_country = \"SE\"\n\
        history = false\nsupport = \"IT-vakta, 412 34 567\"\n";
    // Nothing that a user can say leads to another policy.
    let computer = Computer::new().with("XDG_CONFIG_DIRS", "/nowhere").with("HTTPS_PROXY", "http://127.0.0.1:9");
    let computer = computer.chose("en", "practice").governed_by(POLICY);
    let before = fs::read_to_string(computer.settings_file()).expect("settings");
    computer
        .open(&["--lang", "en"], async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Demo").await;
            page.button("Innstillinger").await.click().await;
            page.region("Innstillinger").await;
            assert_eq!(page.names("radio").await, ["Demo"]);
            assert_eq!(page.text().await.matches("Bestemt av administratoren").count(), 3);
            assert!(page.text().await.contains("Norsk bokmål") && page.text().await.contains("Sverige (+46)"));
            let axe = Axe::new();
            axe.enter(page).await;
            assert_eq!(axe.violations(page).await, [""; 0]);

            // Past the page, too.
            let mut settings = startup(page).await["settings"].clone();
            settings["environment"] = json!("production");
            assert_eq!(
                page.invoke("save_settings", json!({ "settings": settings })).await,
                Err(json!("setting-fixed"))
            );
            assert_refused(page, "search_history", json!({ "search": {} }), "history-not-allowed").await;
            assert_refused(page, "delete_history", json!({}), "history-not-allowed").await;
            assert_eq!(
                startup(page).await["allowed"],
                json!({ "history": false, "export": false, "waiting_list": true })
            );

            page.button("Lukk").await.click().await;
            page.text_box("Mobilnummer").await.paste("+47 412 34 567").await;
            page.text_box("Reservasjonsnummer eller lenke").await.paste(KARI).await;
            page.press(Key::Enter).await;
            let shown = page.first_result().await;
            assert_eq!(shown.outcome, "not-sent");
            assert!(shown.said.contains("Trenger du hjelp? IT-vakta, 412 34 567"), "{}", shown.said);
        })
        .await;
    assert_eq!(fs::read_to_string(computer.settings_file()).expect("settings"), before);
}

#[tokio::test]
async fn a_default_spares_the_first_start_and_gives_way_to_a_choice() {
    let computer = Computer::new().governed_by("[default]\nlanguage = \"nb\"\nenvironment = \"practice\"\n");
    computer
        .open(&[], async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Øvelse").await;
            assert!(page.text_box("Reservasjonsnummer eller lenke").await.has_focus().await, "nothing is asked first");
            page.button("Innstillinger").await.click().await;
            page.list("Språk").await.choose("English").await;
            page.wait_for_system_title(&computer, "Resend Reservation — Practice").await;
        })
        .await;
    let chosen: Value = serde_json::from_slice(&fs::read(computer.settings_file()).expect("settings")).expect("JSON");
    assert_eq!(chosen, json!({ "language": "en" }), "and nothing that nobody chose");
    computer.open(&[], async |page| page.wait_for_system_title(&computer, "Resend Reservation — Practice").await).await;
}

#[tokio::test]
async fn under_a_wrong_policy_production_sends_nothing_until_it_is_mended() {
    let proxy = TcpListener::bind("127.0.0.1:0").expect("a port");
    proxy.set_nonblocking(true).expect("asked, not waited for");
    let address = format!("http://{}", proxy.local_addr().expect("an address"));
    let computer = Computer::new().with("HTTPS_PROXY", &address).chose("en", "production");
    let computer = computer.governed_by("[fixed]\nsupport = \"IT desk\"\nenvironment = \"prod\"\n");
    computer
        .open(&[], async |page| {
            assert_eq!(page.string("document.title").await, "Resend Reservation — Production");
            page.wait_for_text("Mistake in your administrator's settings").await;
            let told = "/etc/resend-reservation/policy.toml, line 3, fixed.environment: \
            There is no such environment. Did you mean production?";
            assert!(page.text().await.contains(told), "{}", page.text().await);
            let axe = Axe::new();
            axe.enter(page).await;
            assert_eq!(axe.violations(page).await, [""; 0]);
            page.has_token().await;

            let answer = page.invoke("resend_reservation", request(KARI, "412 34 567")).await.expect("an answer");
            assert_eq!(answer["report"]["reason"], json!("policy-wrong"), "{answer}");
            assert_eq!(proxy.accept().expect_err("nothing left").kind(), ErrorKind::WouldBlock);

            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            let shown = page.result_after(1).await;
            assert_eq!(
                (shown.outcome.as_str(), shown.title.as_str()),
                ("not-sent", "Sending in Production is stopped")
            );
            assert!(shown.said.contains("Need help? IT desk"), "{}", shown.said);

            page.button("Settings").await.click().await;
            page.radio("Practice").await.point().await;
            page.wait_for_system_title(&computer, "Resend Reservation — Practice").await;
            page.button("Close").await.click().await;
            // Looked up anew, by another service: what is pressed before that waits for it.
            page.wait_for_text("same as at Front Payment").await;
            page.button_beginning("Send payment link to").await.click().await;
            assert_eq!(page.result_after(shown.attempt).await.outcome, "sent", "practice goes on");
            assert!(page.text().await.contains(told), "and the mistake stays told");
        })
        .await;

    computer.put_policy("[fixed]\nsupport = \"IT desk\"\nenvironment = \"production\"\n");
    computer
        .open(&[], async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Production").await;
            assert!(!page.text().await.contains("mistake"));
            let answer = page.invoke("resend_reservation", request(KARI, "412 34 567")).await.expect("an answer");
            assert_eq!(answer["report"]["reason"], json!("keychain-absent"), "as far as the token: {answer}");
        })
        .await;
}

#[tokio::test]
async fn a_local_test_stays_local_under_a_policy() {
    let service = Service::start().await.expect("a service");
    let policy = "[fixed]\nenvironment = \"production\"\nlanguage = \"en\"\nexport = false\n";
    let computer = Computer::new().with("LANG", "nb_NO.UTF-8").governed_by(policy);
    computer
        .open_at(&service, async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Local test").await;
            page.has_token().await;
            let words = json!({
                "time": "", "reservation": "", "sms": "", "email": "", "outcome": "", "answer": "",
                "sent": "", "not_sent": "", "unknown": "", "under_way": "",
            });
            assert_refused(page, "export_history", json!({ "search": {}, "words": words }), "export-not-allowed").await;

            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;

            let shown = page.first_result().await;
            page.assert_sent_once(&service, KARI, &shown).await;
        })
        .await;
}

/// With nothing of a desktop around it.
#[test]
fn a_policy_is_checked_without_a_display() {
    let folder = tempfile::tempdir().expect("a folder");
    let check = |text: &str| {
        let file = folder.path().join("policy.toml");
        fs::write(&file, text).expect("written");
        let output = Command::new(app()).env_clear().args(["policy", "check"]).arg(&file).output().expect("it runs");
        let printed = String::from_utf8(output.stdout).expect("UTF-8");
        (printed.replace(&file.display().to_string(), "FILE"), output.status.code())
    };

    assert_eq!(check("[fixed]\nkeep_days = 7\n"), ("FILE is in order\n".into(), Some(0)));
    let wrong = "FILE:2: fixed.keep_days: it must be from 1 to 3650\n";
    assert_eq!(check("[fixed]\nkeep_days = 0\n"), (wrong.into(), Some(1)));
}

async fn startup(page: &Page) -> Value {
    page.invoke("start", json!({})).await.expect("a start")
}

async fn assert_refused(page: &Page, command: &str, payload: Value, code: &str) {
    assert_eq!(page.invoke(command, payload).await, Err(json!(code)), "{command}");
}

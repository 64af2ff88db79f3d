//! The token never comes back: not to the page, nor into a file, an answer, an argument, the environment or a log.

use std::{
    fs,
    path::{Path, PathBuf},
};

use resend_reservation::practice::Service;
use serde_json::{Value, json};

use super::harness::{Computer, Key, Keyring, Page, request};

/// Found nowhere else by chance.
const TOKEN: &str = "tok.9f3a71c2e58b4d06.window";

#[tokio::test]
async fn a_saved_token_is_found_nowhere_but_in_the_keychain() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    let data = computer.place().join("data");
    let arguments =
        ["--local-api", &service.base_url().to_string(), "--data-dir", data.to_str().expect("a path in UTF-8")];
    computer
        .open(&arguments, async |page| {
            page.button("Settings").await.click().await;
            page.text_box("Access token").await.paste(TOKEN).await;
            page.press(Key::Enter).await;
            page.wait_for_text("Token saved").await;
            page.button("Test connection").await.click().await;
            page.wait_for_text("The connection works").await;
            page.button("Close").await.click().await;
            page.fill_in("RES3633019929", "412 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent", "the token is in use");

            assert_not_in_the_page(page).await;
            assert_not_in_any_answer(page).await;
            assert_not_in_the_processes(page);
            assert_in_no_file(computer.place(), &[TOKEN]);
        })
        .await;
    assert_in_no_file(computer.place(), &[TOKEN]);
    assert_eq!(computer.lookup("local").as_deref(), Some(TOKEN), "the keychain has it");
}

#[tokio::test]
async fn nobody_of_the_list_is_found_in_any_file() {
    let computer = Computer::new().chose("en", "practice");
    let mut people = Vec::new();
    computer
        .open(&[], async |page| {
            page.button("Waiting for payment").await.click().await;
            page.wait_for("document.querySelector('#waiting').dataset.state === 'read'").await;
            let list = page.invoke("find_waiting", json!({ "text": "example" })).await.expect("a list");
            people = list.as_array().expect("rows").iter().flat_map(traits).collect();
            assert!(people.len() >= 40, "most names, and the amounts that are not round: {people:?}");
            // Looked for and looked at, and nothing sent.
            page.text_box("Search").await.paste("example").await;
            page.button_beginning("Search ").await.click().await;
            page.wait_for("document.querySelectorAll('#waiting li[data-group=settled]').length > 20").await;
            page.button("Stop").await.click().await;
            page.button_beginning("Search the other ").await;
            let found = page.invoke("find_waiting", json!({ "text": "example" })).await.expect("a list");
            let settled = found.as_array().expect("rows").iter().filter(|row| row["group"] == json!("settled"));
            let before = people.len();
            people.extend(settled.flat_map(traits));
            assert!(people.len() > before, "and of those who have paid");
            page.find("#waiting li button").await.click().await;
            page.button_beginning("Send payment link to ").await;
            let number = page.text_box("Phone number").await.value().await;
            people.extend([number.replace([' ', '+'], ""), number]);
            assert!(any_file_has(computer.place(), "list-settled environment=practice"), "the log is among them");
            assert_in_no_file(computer.place(), &people);
        })
        .await;
    assert_in_no_file(computer.place(), &people);
}

/// What tells somebody in a row of the list, and is found nowhere else by chance.
fn traits(row: &Value) -> Vec<String> {
    let amount = row["amount"].as_f64().map(|amount| amount.to_string());
    let name = row["customer"].as_str().map(str::to_owned);
    name.into_iter().chain(amount).filter(|told| told.len() > 6).collect()
}

async fn assert_not_in_the_page(page: &Page) {
    const EVERYTHING: &str = "
        const stored = (store) => { try { return JSON.stringify({ ...window[store] }); } catch { return ''; } };
        return [
            document.documentElement.outerHTML,
            ...[...document.querySelectorAll('input, textarea, select')].map((box) => box.value),
            document.title, document.cookie, location.href, JSON.stringify(history.state),
            JSON.stringify(performance.getEntries()),
            stored('localStorage'), stored('sessionStorage'),
        ].join('\\n');";
    let everything = page.run(EVERYTHING, &[]).await;
    let everything = everything.as_str().expect("text");
    assert!(everything.contains("RES3633019929"), "it was looked at: {everything}");
    assert!(!everything.contains(TOKEN), "{everything}");
}

async fn assert_not_in_any_answer(page: &Page) {
    let started = page.invoke("start", json!({})).await.expect("an answer");
    let calls = [
        ("start", json!({})),
        ("page_ready", json!({})),
        ("read_reservation", json!({ "text": "RES3633019929" })),
        ("read_phone_number", json!({ "text": "412 34 567" })),
        ("read_email_address", json!({ "text": "kari@example.com" })),
        ("resend_reservation", request("RES3633010417", "412 34 567")),
        ("resend_reservation", request("RES3633010401", "412 34 567")),
        ("save_settings", json!({ "settings": started["settings"] })),
        ("token_state", json!({})),
        ("save_token", json!({ "token": TOKEN, "keep": "in-keychain" })),
        ("save_token", json!({ "token": format!("{TOKEN} and more"), "keep": "in-keychain" })),
        ("test_connection", json!({})),
        ("check_up", json!({})),
        ("third_party_licences", json!({})),
    ];
    for (command, payload) in calls {
        let answer = page.invoke(command, payload).await;
        assert!(!format!("{answer:?}").contains(TOKEN), "{command}: {answer:?}");
    }
}

fn assert_not_in_the_processes(page: &Page) {
    let processes = page.processes();
    assert!(processes.len() >= 3, "the app and its web view: {processes:?}");
    for process in processes {
        for part in ["cmdline", "environ"] {
            let bytes = fs::read(format!("/proc/{process}/{part}")).expect("a process of our own");
            assert!(!bytes.is_empty() && !has(&bytes, TOKEN), "{part} of {process}");
        }
    }
}

/// The keychain's own file is encrypted, so there is no exception; and what was printed lies here too.
fn assert_in_no_file(folder: &Path, secrets: &[impl AsRef<str>]) {
    let files = files_in(folder);
    assert!(files.len() >= 3, "the keychain, the settings and what was printed, at least: {files:?}");
    for file in files {
        let text = one_char_each(&fs::read(&file).expect("a file"));
        for secret in secrets.iter().map(AsRef::as_ref) {
            assert!(!has_text(&text, secret), "{secret} in {}", file.display());
        }
    }
}

fn any_file_has(folder: &Path, words: &str) -> bool {
    files_in(folder).iter().any(|file| has(&fs::read(file).expect("a file"), words))
}

fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder") {
            let entry = entry.expect("an entry");
            let kind = entry.file_type().expect("a kind");
            if kind.is_dir() {
                folders.push(entry.path());
            } else if kind.is_file() {
                files.push(entry.path());
            }
        }
    }
    files
}

fn has(bytes: &[u8], secret: &str) -> bool {
    has_text(&one_char_each(bytes), secret)
}

fn has_text(text: &str, secret: &str) -> bool {
    let as_utf_16: Vec<u8> = secret.encode_utf16().flat_map(u16::to_le_bytes).collect();
    [secret.as_bytes(), &as_utf_16].into_iter().any(|secret| text.contains(&one_char_each(secret)))
}

/// The bytes as a text, which is searched faster than they are.
fn one_char_each(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| char::from(*byte)).collect()
}

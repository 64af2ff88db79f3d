//! Which environment it is: in the band, in the window's title, and nowhere in doubt.

use std::fs;

use resend_reservation::practice::Service;
use serde_json::json;

use super::harness::{Axe, Computer, Key, request};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn practice_is_named_in_the_band_and_the_title() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            assert_eq!(page.string("document.title").await, "Resend Reservation — Practice");
            page.wait_for_system_title(&computer, "Resend Reservation — Practice").await;
            assert!(page.string("document.querySelector('header').innerText").await.starts_with("Practice"));
        })
        .await;
    computer
        .open(&["--lang", "nb"], async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Øvelse").await;
            assert!(page.string("document.querySelector('header').innerText").await.starts_with("Øvelse"));
        })
        .await;
}

#[tokio::test]
async fn a_local_service_has_a_band_of_its_own_and_settings_cannot_leave_it() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new();
    computer
        .open_at(&service, async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Local test").await;
            assert!(page.string("document.querySelector('header').innerText").await.starts_with("Local test"));
            assert!(!page.text().await.contains("Practice reservations"));

            page.button("Settings").await.click().await;
            page.region("Settings").await;
            assert_eq!(page.names("radio").await, ["Local test"]);
            assert!(page.text().await.contains("Set when the app was started; it cannot be changed here."));
        })
        .await;
    assert!(!computer.settings_file().exists(), "a local test leaves no choice behind");
}

#[tokio::test]
async fn another_environment_in_settings_changes_band_title_and_examples() {
    let computer = Computer::new().chose("en", "practice").with("HTTPS_PROXY", "http://127.0.0.1:9");
    computer
        .open(&[], async |page| {
            assert!(page.text().await.contains("Practice reservations"));
            page.button("Settings").await.click().await;
            assert_eq!(page.names("radio").await, ["Practice", "Demo", "Production"]);
            assert!(page.radio("Practice").await.is_ticked().await);
            assert!(page.text().await.contains("Practice needs no access token."));

            page.radio("Production").await.point().await;
            page.wait_for_system_title(&computer, "Resend Reservation — Production").await;
            page.wait_for("document.activeElement.id === 'environment-production'").await;
            assert_eq!(page.names("textbox").await, ["Access token"], "one box, for the environment in use");
            page.button("Close").await.click().await;
            let band = page.string("document.querySelector('header').innerText").await;
            assert!(band.starts_with("Production") && band.contains("Reaches customers"), "{band}");
            assert!(!page.text().await.contains("Practice reservations"));
        })
        .await;
    computer
        .open(&[], async |page| {
            page.wait_for_system_title(&computer, "Resend Reservation — Production").await;
        })
        .await;
}

#[tokio::test]
async fn another_language_in_settings_changes_every_word_at_once() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.choose_example("RES3633011400").await;
            page.press(Key::Enter).await;
            assert_eq!(page.insisted_result_after(0).await.title, "Order already cancelled");
            page.button("Settings").await.click().await;
            page.list("Language").await.choose("Norsk bokmål").await;
            page.wait_for_system_title(&computer, "Resend Reservation — Øvelse").await;
            assert_eq!(page.string("document.documentElement.lang").await, "nb");
            page.button("Lukk").await.click().await;

            let shown = page.first_result().await;
            assert_eq!(shown.title, "Ordren er allerede kansellert", "the result that stands there too");
            page.text_box("Reservasjonsnummer eller lenke").await;
            page.button_beginning("Send betalingslenke til").await;
        })
        .await;
}

#[tokio::test]
async fn a_language_given_at_the_start_counts_for_that_start_only() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&["--lang", "nb"], async |page| {
            page.button("Innstillinger").await.click().await;
            page.radio("Demo").await.point().await;
            page.wait_for_system_title(&computer, "Resend Reservation — Demo").await;
        })
        .await;
    let kept = fs::read_to_string(computer.settings_file()).expect("settings");
    assert!(kept.contains(r#""demo""#) && kept.contains(r#""en""#), "{kept}");
}

#[tokio::test]
async fn damaged_settings_are_told_and_kept_aside() {
    let computer = Computer::new().chose("en", "practice");
    fs::write(computer.settings_file(), "{ half").expect("written");
    computer
        .open(&[], async |page| {
            page.wait_for_text("Your settings could not be read").await;
            assert!(page.text().await.contains("Access tokens are kept."));
            let axe = Axe::new();
            axe.enter(page).await;
            assert_eq!(axe.violations(page).await, [""; 0]);
        })
        .await;
    let kept = computer.settings_file().with_file_name("settings.damaged-1.json");
    assert_eq!(fs::read_to_string(kept).expect("kept aside"), "{ half");
}

#[tokio::test]
async fn a_folder_for_data_gets_the_settings() {
    let computer = Computer::new();
    let data = computer.place().join("data");
    let arguments = ["--lang", "en", "--data-dir", data.to_str().expect("a path in UTF-8")];
    computer
        .open(&arguments, async |page| {
            page.press(Key::Enter).await;
            page.wait_for_text("Send a payment link again").await;
        })
        .await;
    assert!(data.join("settings.json").is_file());
    assert!(!computer.settings_file().exists());
}

#[tokio::test]
async fn a_choice_that_cannot_be_saved_is_told_and_not_made() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            // A file where the folder should be: not even an administrator writes there.
            let folder = computer.settings_file().parent().expect("a folder").to_owned();
            fs::remove_dir_all(&folder).and_then(|()| fs::write(&folder, "in the way")).expect("in the way");

            page.button("Settings").await.click().await;
            page.radio("Production").await.point().await;

            page.wait_for_text("The choice could not be saved").await;
            assert!(page.radio("Practice").await.is_ticked().await, "what stands there is what holds");
            assert_eq!(page.string("document.title").await, "Resend Reservation — Practice");
        })
        .await;
}

#[tokio::test]
async fn nothing_is_done_in_another_environment_than_the_page_shows() {
    Computer::new()
        .at_work(async |page, service| {
            let mut send = request(KARI, "412 34 567");
            send["request"]["environment"] = json!("production");
            let answer = page.invoke("resend_reservation", send).await.expect("an answer");
            assert_eq!(answer["kind"], json!("environment-changed"), "{answer}");

            let search = json!({ "text": null, "outcome": null, "from": null, "until": null, "older_than": null });
            for (command, payload) in [
                ("look_up", json!({ "text": KARI })),
                ("find_out", json!({ "send": 1 })),
                ("search_history", json!({ "search": search })),
                ("delete_history", json!({})),
                ("token_state", json!({})),
                ("save_token", json!({ "token": "another.token", "keep": "until-the-app-closes" })),
                ("forget_token", json!({})),
                ("test_connection", json!({})),
                ("check_up", json!({})),
            ] {
                let mut elsewhere = payload;
                elsewhere["environment"] = json!("production");
                assert_eq!(page.invoke(command, elsewhere).await, Err(json!("environment-changed")), "{command}");
            }
            assert_eq!(service.received().len(), 0, "not even a look");
            assert_eq!(page.invoke("token_state", json!({})).await, Ok(json!("until-the-app-closes")), "nor forgotten");
        })
        .await;
}

//! The first time that somebody opens the app, and the second.

use super::harness::{Computer, Key, Keyring, Page};

#[tokio::test]
async fn a_first_start_leads_to_the_form_in_two_steps_and_two_keys() {
    let computer = Computer::new();
    computer
        .open(&[], async |page| {
            assert_step(page, "Choose your language", "English").await;
            assert_eq!(page.names("button").await, ["English", "Norsk bokmål"]);
            page.press(Key::Enter).await;

            page.wait_for_text("How do you want to start?").await;
            assert_step(page, "How do you want to start?", "Try it in practice mode").await;
            page.press(Key::Enter).await;

            at_the_form(page, "Practice").await;
            assert!(page.text().await.contains("Nothing is sent"));
            assert_eq!(page.string("document.documentElement.lang").await, "en");
        })
        .await;

    computer
        .open(&[], async |page| {
            assert_eq!(page.names("heading").await[0], "Send a payment link again", "no first start the second time");
            at_the_form(page, "Practice").await;
        })
        .await;
}

#[tokio::test]
async fn a_norwegian_computer_is_greeted_in_norwegian() {
    let computer = Computer::new().with("LANG", "nb_NO.UTF-8");
    computer
        .open(&[], async |page| {
            assert_step(page, "Velg språk", "Norsk bokmål").await;
            assert_eq!(page.string("document.documentElement.lang").await, "nb");
            page.press(Key::Enter).await;

            page.wait_for_text("Hvordan vil du begynne?").await;
            page.button("Tilbake").await.click().await;
            page.button("English").await.click().await;

            page.wait_for_text("How do you want to start?").await;
            page.button_beginning("Try it in practice mode").await.click().await;
            at_the_form(page, "Practice").await;
        })
        .await;
    computer.open(&[], async |page| at_the_form(page, "Practice").await).await;
}

#[tokio::test]
async fn a_language_given_at_the_start_skips_that_step() {
    let computer = Computer::new();
    computer
        .open(&["--lang", "no"], async |page| {
            assert_step(page, "Hvordan vil du begynne?", "Prøv i øvelsesmodus").await;
            assert!(!page.names("button").await.contains(&"Tilbake".to_owned()), "there is no earlier step");
            page.press(Key::Enter).await;

            page.wait_for_text("Ingenting blir sendt").await;
            assert!(page.text_box("Reservasjonsnummer eller lenke").await.has_focus().await);
        })
        .await;
}

#[tokio::test]
async fn connecting_saves_the_token_and_says_in_words_that_nobody_answers() {
    // No request leaves this computer: where the proxy should be, nobody listens.
    let computer = Computer::new().keyring(Keyring::Unlocked).with("HTTPS_PROXY", "http://127.0.0.1:9");
    computer
        .open(&[], async |page| {
            page.press(Key::Enter).await;
            page.button_beginning("Connect to Front Payment").await.click().await;
            page.wait_for_text("Which environment is the token for?").await;
            assert!(page.radio("Production").await.is_ticked().await);
            assert!(page.text_box("Access token").await.has_focus().await);
            page.radio("Demo").await.point().await;

            page.text_box("Access token").await.paste("Bearer a.demo.token").await;
            page.button("Save token").await.click().await;

            page.wait_for_text("Token saved. No contact with Front Payment. Check the network, and test again.").await;
            assert_eq!(page.text_box("Access token").await.value().await, "");
            assert_eq!(computer.lookup("demo").as_deref(), Some("a.demo.token"));
            assert_eq!(computer.lookup("production"), None);

            page.button("Continue").await.click().await;
            at_the_form(page, "Demo").await;
            assert!(page.text().await.contains("May reach real people"));
        })
        .await;

    computer.open(&[], async |page| at_the_form(page, "Demo").await).await;
}

#[tokio::test]
async fn connecting_without_a_keychain_saves_nothing_and_offers_a_way_on() {
    let computer = Computer::new().with("HTTPS_PROXY", "http://127.0.0.1:9");
    computer
        .open(&["--lang", "en"], async |page| {
            page.button_beginning("Connect to Front Payment").await.click().await;
            page.text_box("Access token").await.paste("a.token").await;
            page.press(Key::Enter).await;

            page.wait_for_text("There is no keychain here").await;
            assert!(page.text().await.contains("Nothing was saved."));
            page.button("Keep it only until the app closes").await.click().await;
            page.button("Continue").await.click().await;
            at_the_form(page, "Production").await;
        })
        .await;
}

async fn assert_step(page: &Page, heading: &str, focused: &str) {
    assert_eq!(page.names("heading").await, [heading]);
    assert!(page.focused().await.name().await.starts_with(focused), "{}", page.focused().await.name().await);
}

async fn at_the_form(page: &Page, environment: &str) {
    page.wait_for_text("Send a payment link again").await;
    assert!(page.text_box("Reservation number or link").await.has_focus().await);
    assert_eq!(page.string("document.title").await, format!("Resend Reservation — {environment}"));
}

//! What the window says to each answer that the practice service gives, in both languages.

use resend_reservation::practice::{EXAMPLES, Example};

use super::{
    harness::{Computer, Key, Page, Shown},
    words::{ENGLISH, NORWEGIAN, Words},
};

mod english;
mod norwegian;

/// What is to be read after sending one of the practice reservations.
struct Expected {
    reservation: &'static str,
    outcome: &'static str,
    title: &'static str,
    says: &'static [&'static str],
}

#[tokio::test]
async fn every_outcome_is_told_in_english() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            for (attempt, expected) in (1..).zip(english::OUTCOMES) {
                let example = example(expected);
                page.choose_example(example.id).await;
                page.text_box("Reservation number or link").await.focus().await;
                page.press(Key::Enter).await;
                told(page, &ENGLISH, attempt, expected, &[example.id, example.phone_number]).await;
            }
        })
        .await;
}

#[tokio::test]
async fn every_outcome_is_told_in_norwegian() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&["--lang", "nb"], async |page| {
            for (attempt, expected) in (1..).zip(norwegian::OUTCOMES) {
                let example = example(expected);
                let pasted = format!("Gjest {} ringte, {} ", example.customer, example.id.to_lowercase());
                let typed = format!("+47 {}", example.phone_number);
                page.text_box("Reservasjonsnummer eller lenke").await.paste(&pasted).await;
                page.text_box("Mobilnummer").await.paste(&typed).await;
                page.button_beginning("Send betalingslenke").await.click().await;
                told(page, &NORWEGIAN, attempt, expected, &[&pasted, &typed]).await;
            }
        })
        .await;
}

#[tokio::test]
async fn a_slow_send_says_so_and_then_says_more() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.choose_example("RES3633010202").await;
            page.press(Key::Enter).await;

            page.wait_for_text(ENGLISH.sending).await;
            assert!(page.result().await.is_none(), "nothing is claimed yet");
            let button = page.button_beginning(ENGLISH.send).await;
            assert_eq!(button.attribute("aria-disabled").await.as_deref(), Some("true"));
            assert!(page.find("#progress").await.has_role_and_text("status", ENGLISH.sending).await);

            page.wait_for_text(ENGLISH.taking_longer).await;
            assert!(page.result().await.is_none(), "nothing is claimed yet");

            assert_eq!(page.first_result().await.outcome, "sent");
            assert!(!page.text().await.contains(ENGLISH.taking_longer));
        })
        .await;
}

#[tokio::test]
async fn copied_details_are_enough_to_look_it_up_and_show_nobodys_whole_number() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.choose_example("RES3633011400").await;
            page.press(Key::Enter).await;
            page.insisted_result_after(0).await;

            page.button("Copy details").await.click().await;
            page.wait_for_text("Copied").await;
            page.text_box("Reservation number or link").await.paste("").await;
            page.press_with(Key::Control, 'v').await;
            page.wait_for("document.querySelector('#reservation').value !== ''").await;

            let copied = page.text_box("Reservation number or link").await.value().await;
            let details = ["Order already cancelled", "already-cancelled", "400", "Practice", "RES3633011400", "+47"];
            for detail in details {
                assert!(copied.contains(detail), "{detail} is missing: {copied}");
            }
            let digits: String = copied.chars().filter(|c| !c.is_whitespace()).collect();
            assert!(!digits.contains("41234569"), "the whole number: {copied}");
        })
        .await;
}

#[test]
fn every_practice_reservation_is_expected_to_say_something() {
    for outcomes in [english::OUTCOMES, norwegian::OUTCOMES] {
        let expected: Vec<&str> = outcomes.iter().map(|expected| expected.reservation).collect();
        let known: Vec<&str> = EXAMPLES.iter().map(|example| example.id).collect();
        assert_eq!(expected, known);
    }
}

fn example(expected: &Expected) -> &'static Example {
    EXAMPLES.iter().find(|example| example.id == expected.reservation).expect("a practice reservation")
}

/// `typed` is what stands in the boxes for the reservation and the phone number.
async fn told(page: &Page, words: &Words, attempt: u64, expected: &Expected, typed: &[&str]) {
    let shown = page.insisted_result_after(attempt - 1).await;
    let of = expected.reservation;
    assert_eq!((shown.outcome.as_str(), shown.title.as_str()), (expected.outcome, expected.title), "{of}");
    assert_eq!(shown.attempt, attempt, "every send has a new number: {of}");
    assert!(shown.is_heard, "{of}");
    assert!(shown.said.contains(expected.title), "the title is in the live region: {shown:?}");
    for sentence in expected.says {
        assert!(shown.said.contains(sentence), "{sentence:?} is missing: {shown:?}");
    }
    assert!(shown.said.contains(of), "which reservation: {shown:?}");
    assert_no_raw_code(&shown);

    let (role, other) = if expected.outcome == "sent" { ("status", "alert") } else { ("alert", "status") };
    assert_eq!(shown.role, role, "{of}");
    let live = page.find(&format!("[data-outcome] [role={role}]")).await;
    assert_eq!(live.role().await, role, "as computed: {of}");
    assert_eq!(page.find(&format!("[data-outcome] [role={other}]")).await.text().await, "", "{of}");
    let region = page.find("[data-outcome]").await;
    assert_eq!((region.role().await.as_str(), region.name().await.as_str()), ("region", words.result), "{of}");

    if expected.outcome == "sent" {
        assert_makes_way(page, words).await;
    } else {
        assert_keeps(page, words, typed, is_over(expected)).await;
    }
}

/// Whether the next customer is all that is left: nobody knows, or whoever sends it again gets the same answer.
fn is_over(expected: &Expected) -> bool {
    const PAST_MENDING: [&str; 4] = ["RES3633011400", "RES3633012400", "RES3633013400", "RES3633010404"];
    expected.outcome == "unknown" || PAST_MENDING.contains(&expected.reservation)
}

/// The form makes way for the result, and comes back empty for the next customer.
async fn assert_makes_way(page: &Page, words: &Words) {
    assert_eq!(page.names("textbox").await, [""; 0], "the form has made way");
    page.button(words.send_another).await.click().await;
    let reservation = page.text_box(words.reservation).await;
    assert!(reservation.has_focus().await);
    assert_eq!(reservation.value().await, "");
    assert_eq!(page.text_box(words.phone_number).await.value().await, "");
    assert!(page.result().await.is_none(), "the result is taken away with the customer");
}

async fn assert_keeps(page: &Page, words: &Words, typed: &[&str], is_over: bool) {
    let reservation = page.text_box(words.reservation).await.value().await;
    let phone_number = page.text_box(words.phone_number).await.value().await;
    assert_eq!([reservation.as_str(), phone_number.as_str()], typed, "exactly as typed");
    assert_eq!(page.names("button").await.contains(&words.send_another.to_owned()), is_over);
    assert!(page.names("button").await.contains(&words.copy_details.to_owned()));
}

/// Neither the page's codes nor the service's nor HTTP's are words for people.
fn assert_no_raw_code(shown: &Shown) {
    const CODES: [&str; 8] = [
        "orderStatus",
        "orderNotFound",
        "payloadValidation",
        "somethingWentWrong",
        "resentOrder",
        "Unauthenticated",
        "Too Many Attempts",
        "undefined",
    ];
    let words_of = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric() && c != '-').map(str::to_owned).collect()
    };
    for code in CODES {
        assert!(!shown.text.contains(code), "{code}: {shown:?}");
    }
    for word in words_of(&shown.text) {
        let is_page_code = word.contains('-')
            && word.chars().all(|c| c.is_ascii_lowercase() || c == '-')
            && resend_reservation_codes().contains(&word);
        assert!(!is_page_code, "{word}: {shown:?}");
    }
    // What is said to the customer may name the last digits of a number.
    for word in words_of(&shown.said) {
        assert!(word.len() != 3 || !word.chars().all(|c| c.is_ascii_digit()), "{word}: {shown:?}");
    }
}

/// Every code that the page may be given, as it crosses to it.
fn resend_reservation_codes() -> Vec<String> {
    ["Code", "ProblemCode"].into_iter().flat_map(codes_of).collect()
}

/// The codes of a type, and of the types that it consists of.
fn codes_of(name: &str) -> Vec<String> {
    let contract = include_str!("../../ui/contract.d.ts");
    let (_, union) = contract.split_once(&format!("export type {name} = ")).expect("it is in the contract");
    let parts = union.split(';').next().unwrap_or_default().split('|').map(str::trim);
    parts
        .flat_map(|part| match part.strip_prefix('"').and_then(|code| code.strip_suffix('"')) {
            Some(code) => vec![code.to_owned()],
            None => codes_of(part),
        })
        .collect()
}

//! Each state that the window can be in, one after the other, in one window.

use super::{
    harness::{Computer, Key, Keyring, Page},
    words::Words,
};

const KARI: &str = "RES3633019929";
const CANCELLED: &str = "RES3633011400";
const RESERVED: &str = "RES3633011202";
const REFUSED: &str = "RES3633010417";
const BROKEN: &str = "RES3633010000";
const SLOW: &str = "RES3633010202";

/// A computer on which every state can be reached and no request leaves it.
pub(crate) fn computer(words: &Words, theme: &str) -> Computer {
    let locale = if words.code == "nb" { "nb_NO.UTF-8" } else { "en_GB.UTF-8" };
    Computer::new()
        .with("LANG", locale)
        .with("TZ", "Europe/Oslo")
        .with("GTK_THEME", theme)
        .with("HTTPS_PROXY", "http://127.0.0.1:9")
}

/// Leads the window from the first start on, and stops for a `look` at each state.
pub(crate) async fn walk(computer: &Computer, page: &Page, words: &Words, mut look: impl AsyncFnMut(&str)) {
    first_start(computer, page, words, &mut look).await;
    settings(computer, page, words, &mut look).await;
    form(page, words, &mut look).await;
    results(page, words, &mut look).await;
    waiting(page, words, &mut look).await;
    history(page, words, &mut look).await;
}

async fn first_start(computer: &Computer, page: &Page, words: &Words, look: &mut impl AsyncFnMut(&str)) {
    page.wait_for_text(words.choose_language).await;
    look("first-language").await;
    page.button(words.language).await.click().await;
    page.wait_for_text(words.how_to_begin).await;
    look("first-way").await;
    page.button_beginning(words.connect).await.click().await;
    page.text_box(words.access_token).await.paste("a.token").await;
    look("first-connect").await;
    page.press(Key::Enter).await;
    page.button(words.keep_for_now).await;
    look("first-no-keychain").await;
    computer.turn(Keyring::Unlocked);
    page.button(words.save_token).await.click().await;
    page.wait_for_text(words.no_contact).await;
    look("first-no-contact").await;
    page.button(words.go_on).await.click().await;
    page.text_box(words.reservation).await;
    look("form-production").await;
}

async fn settings(computer: &Computer, page: &Page, words: &Words, look: &mut impl AsyncFnMut(&str)) {
    page.button(words.settings).await.click().await;
    page.button(words.forget_token).await.click().await;
    page.button(words.forget_it).await;
    look("question-forget").await;
    page.press(Key::Escape).await;
    look("settings-token").await;
    page.button(words.save_token).await.click().await;
    page.wait_for_text(words.enter_token).await;
    look("settings-problem").await;
    page.radio("Demo").await.point().await;
    page.wait_for_text(words.no_token_for_demo).await;
    look("settings-demo").await;
    page.button(words.check_now).await.click().await;
    page.wait_for_text(words.something_wrong).await;
    page.run(CHECK_UP, &[]).await;
    look("check-up-wrong").await;
    computer.turn(Keyring::Absent);
    page.radio(words.production).await.point().await;
    page.wait_for_text(words.no_keychain).await;
    look("settings-no-keychain").await;
    page.radio(words.practice).await.point().await;
    page.wait_for_text(words.no_token_in_practice).await;
    look("settings-practice").await;
    page.button(words.check_now).await.click().await;
    page.wait_for_text(words.nothing_wrong).await;
    page.run(CHECK_UP, &[]).await;
    look("check-up-practice").await;
    page.find("#licences summary").await.click().await;
    page.wait_for("document.querySelector('#licences-text').innerText.length > 2000").await;
    look("about-licences").await;
    page.button(words.close).await.click().await;
}

/// The list is longer than the window.
const CHECK_UP: &str = "document.querySelector('#checkup-status').scrollIntoView();";

async fn form(page: &Page, words: &Words, look: &mut impl AsyncFnMut(&str)) {
    page.run("scrollTo(0, 0)", &[]).await;
    look("form").await;
    page.press_in(page.text_box(words.reservation).await, Key::Enter).await;
    page.wait_for_text(words.problems).await;
    look("problems").await;
    page.check_box(words.email).await.click().await;
    page.choose_example(KARI).await;
    page.wait_for_text("+47 41 23 45 67 · ").await;
    page.run("scrollTo(0, 0)", &[]).await;
    look("form-filled").await;
    page.check_box(words.email).await.click().await;
    page.text_box(words.reservation).await.paste("BKG3633019929").await;
    page.text_box(words.phone_number).await.paste("22 86 44 00").await;
    page.wait_for_text("+47 22 86 44 00 · ").await;
    look("form-doubtful").await;
    page.press(Key::Enter).await;
    page.question(words.is_this_a_reservation).await;
    look("question-prefix").await;
    page.press(Key::Escape).await;
    page.text_box(words.reservation).await.paste(KARI).await;
    page.button_beginning(words.use_what_was_typed).await;
    page.wait_for(CARD).await;
    look("form-offer").await;
    page.choose_example(RESERVED).await;
    page.press_in(page.text_box(words.reservation).await, Key::Enter).await;
    page.question(words.already_reserved).await;
    look("question-reserved").await;
    page.press(Key::Escape).await;
}

/// It has been looked up, and the number read.
const CARD: &str = "document.querySelector('#card:not([hidden])') !== null
    && document.querySelector('#phone-number-reading').textContent !== ''";

async fn results(page: &Page, words: &Words, look: &mut impl AsyncFnMut(&str)) {
    let mut last = 0;
    for (reservation, name) in [(CANCELLED, "not-sent"), (REFUSED, "refused"), (BROKEN, "unknown"), (KARI, "sent")] {
        page.choose_example(reservation).await;
        page.wait_for(CARD).await;
        page.run("scrollTo(0, 0)", &[]).await;
        look(&format!("card-{name}")).await;
        page.press_in(page.text_box(words.reservation).await, Key::Enter).await;
        if name == "not-sent" {
            page.question(words.already_cancelled).await;
            look("question-cancelled").await;
        }
        last = page.insisted_result_after(last).await.attempt;
        look(name).await;
        if name == "unknown" {
            page.press_in(page.text_box(words.reservation).await, Key::Enter).await;
            page.question(words.last_may_have_arrived).await;
            look("question-unknown").await;
            page.button(words.dont_send).await.click().await;
        }
    }
    page.button(words.send_another).await.click().await;
    page.choose_example(SLOW).await;
    page.press(Key::Enter).await;
    page.wait_for_text(words.taking_longer).await;
    look("sending").await;
    // A window does not close while it sends.
    page.result_after(last).await;
}

async fn waiting(page: &Page, words: &Words, look: &mut impl AsyncFnMut(&str)) {
    page.button(words.waiting).await.click().await;
    page.wait_for("document.querySelector('#waiting').dataset.state === 'read'").await;
    look("waiting").await;
    page.text_box(words.search).await.paste("xyzxyz").await;
    page.wait_for("document.querySelectorAll('#waiting li').length === 0").await;
    look("waiting-none").await;
    page.button(words.desk).await.click().await;
}

async fn history(page: &Page, words: &Words, look: &mut impl AsyncFnMut(&str)) {
    page.button(words.history).await.click().await;
    page.wait_for("document.querySelector('#history-list li') !== null").await;
    look("history").await;
    page.button_beginning(&format!("{} {BROKEN}", words.find_out)).await.click().await;
    page.wait_for_text(words.it_was_sent).await;
    look("history-found-sent").await;
    page.button(words.export).await.click().await;
    page.wait_for_text(words.file_is_saved).await;
    look("history-exported").await;
    page.text_box(words.number_or_contact).await.paste("412 34 567").await;
    page.wait_for_text(words.nothing_found).await;
    look("history-nothing").await;
    page.button(words.delete_all).await.click().await;
    page.question(words.delete_history).await;
    look("question-delete").await;
    page.button(words.delete_it_all).await.click().await;
    page.wait_for_text(words.history_is_empty).await;
    look("history-empty").await;
    page.button(words.desk).await.click().await;
}

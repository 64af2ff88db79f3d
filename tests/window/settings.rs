//! Settings as the window opens them: what is in sight at once, in either language.

use serde_json::Value;

use super::{
    harness::{Computer, Keyring},
    words::{ENGLISH, NORWEGIAN, Words},
};

#[tokio::test]
async fn the_check_up_and_eight_controls_are_on_the_first_screen_in_english() {
    look_at_the_first_screen(&ENGLISH).await;
}

#[tokio::test]
async fn the_check_up_and_eight_controls_are_on_the_first_screen_in_norwegian() {
    look_at_the_first_screen(&NORWEGIAN).await;
}

/// Without a token there is most to say of it.
async fn look_at_the_first_screen(words: &Words) {
    let computer = Computer::new().keyring(Keyring::Unlocked).with("HTTPS_PROXY", "http://127.0.0.1:9");
    let computer = computer.chose(words.code, "demo");
    computer
        .open(&[], async |page| {
            page.resize(560, 760).await;
            page.button(words.settings).await.click().await;
            page.wait_for_text(words.no_token_for_demo).await;

            assert_eq!(page.names("radio").await, [words.practice, "Demo", words.production]);
            let feet = page.eval(FEET).await;
            let seen = |foot: &Value| foot.as_f64().is_some_and(|foot| foot <= 760.0);
            assert!(seen(&feet["checkup-begin"]), "{feet}");
            for name in ["practice", "production"] {
                assert_eq!(feet[format!("environment-{name}")], feet["environment-demo"], "no name breaks: {feet}");
            }
            let all = feet.as_object().expect("feet");
            assert!(all.values().filter(|foot| seen(foot)).count() >= 8, "{feet}");
        })
        .await;
}

/// How far down each control of Settings reaches, with the window where it opens.
const FEET: &str = "Object.fromEntries([...document.querySelectorAll('#settings :is(button, select, input)')]
    .filter((control) => control.checkVisibility())
    .map((control) => [control.id || control.textContent, control.getBoundingClientRect().bottom + scrollY]))";

//! Each state of the window, looked at: axe-core finds nothing, a picture is kept, and nothing scrolls sideways.

use std::{fs, path::Path, process::Command};

use serde_json::json;

use super::{
    harness::{Axe, Computer, Key, Page, printed},
    states,
    words::{ENGLISH, NORWEGIAN, Words},
};

#[tokio::test]
async fn every_state_in_english_and_light_is_accessible_and_pictured() {
    look_at_every_state(&ENGLISH, "light", "Adwaita").await;
}

#[tokio::test]
async fn every_state_in_english_and_dark_is_accessible_and_pictured() {
    look_at_every_state(&ENGLISH, "dark", "Adwaita:dark").await;
}

#[tokio::test]
async fn every_state_in_norwegian_and_light_is_accessible_and_pictured() {
    look_at_every_state(&NORWEGIAN, "light", "Adwaita").await;
}

#[tokio::test]
async fn every_state_in_norwegian_and_dark_is_accessible_and_pictured() {
    look_at_every_state(&NORWEGIAN, "dark", "Adwaita:dark").await;
}

#[tokio::test]
async fn nothing_scrolls_sideways_in_the_smallest_window_in_english() {
    everything_fits(&ENGLISH, async |page| page.resize(320, 400).await).await;
}

#[tokio::test]
async fn nothing_scrolls_sideways_in_the_smallest_window_in_norwegian() {
    everything_fits(&NORWEGIAN, async |page| page.resize(320, 400).await).await;
}

#[tokio::test]
async fn nothing_scrolls_sideways_with_text_twice_as_large() {
    const TWICE: &str = "parseFloat(getComputedStyle(document.documentElement).fontSize) === 32";
    everything_fits(&NORWEGIAN, async |page| {
        while !page.is(TWICE).await {
            page.press_with(Key::Control, '+').await;
        }
    })
    .await;
}

#[tokio::test]
async fn what_is_wrong_would_be_seen() {
    const SPOIL: &str = "const label = document.querySelector('#reservation-field label');
        label.removeAttribute('for');
        label.style.setProperty('color', '#ccc');
        label.style.setProperty('width', '2000px');";
    let axe = Axe::new();
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            axe.enter(page).await;
            assert_eq!(axe.violations(page).await, [""; 0]);
            assert_eq!(page.eval(OUTSIDE).await, json!([]));

            page.run(SPOIL, &[]).await;

            let found = axe.violations(page).await.join("\n");
            assert!(found.contains("color-contrast") && found.contains("label"), "{found}");
            assert_ne!(page.eval(OUTSIDE).await, json!([]));
        })
        .await;
}

async fn look_at_every_state(words: &Words, scheme: &str, theme: &str) {
    let axe = Axe::new();
    // Its own, so that no other window takes the focus: what has it is seen only in the window in front.
    let computer = states::computer(words, theme);
    let mut found = Vec::new();
    computer
        .open(&[], async |page| {
            page.take_keyboard(&computer);
            assert!(page.is(&format!("matchMedia('(prefers-color-scheme: {scheme})').matches")).await);
            axe.enter(page).await;
            states::walk(&computer, page, words, async |state| {
                page.settle().await;
                keep_picture(page, &format!("{}-{scheme}-{state}", words.code)).await;
                found.extend(axe.violations(page).await.into_iter().map(|violation| format!("{state}: {violation}")));
            })
            .await;
        })
        .await;
    assert!(found.is_empty(), "{} violations in {} and {scheme}:\n{}", found.len(), words.code, found.join("\n"));
}

/// For the README, for people, and to see that something was painted.
async fn keep_picture(page: &Page, name: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots");
    let picture = folder.join(format!("{name}.png"));
    let bytes = page.screenshot().await;
    fs::create_dir_all(&folder).and_then(|()| fs::write(&picture, bytes)).expect("a picture is saved");
    let seen = printed(Command::new("identify").args(["-format", "%w %h %k"]).arg(&picture));
    let numbers: Vec<u32> = seen.split(' ').map(|number| number.parse().expect("ImageMagick's identify")).collect();
    let [width, height, colours] = numbers[..] else { panic!("{seen}") };
    assert!(width >= 500 && height >= 500, "{name}: {width} by {height}");
    assert!(colours > 30, "{name} is blank: {colours} colours");
}

async fn everything_fits(words: &Words, prepare: impl AsyncFnOnce(&Page)) {
    let computer = states::computer(words, "Adwaita");
    let mut found = Vec::new();
    computer
        .open(&[], async |page| {
            prepare(page).await;
            states::walk(&computer, page, words, async |state| {
                page.settle().await;
                let outside = page.eval(OUTSIDE).await;
                found.extend(outside.as_array().expect("a list").iter().map(|part| format!("{state}: {part}")));
            })
            .await;
        })
        .await;
    assert!(found.is_empty(), "{} things do not fit in {}:\n{}", found.len(), words.code, found.join("\n"));
}

/// What scrolls sideways, and what sticks out of the window on the right.
const OUTSIDE: &str = "[
    ...[document.scrollingElement, ...document.querySelectorAll('dialog:modal, dialog:modal *')]
        .filter((box) => box.scrollWidth > box.clientWidth + 1
            && (box === document.scrollingElement || ['auto', 'scroll'].includes(getComputedStyle(box).overflowX)))
        .map((box) => `${box.tagName} ${box.id} is ${box.scrollWidth} wide in ${box.clientWidth}`),
    ...[...(document.querySelector('dialog:modal') ?? document.body).querySelectorAll('*')]
        .filter((part) => part.checkVisibility() && !part.closest('.visually-hidden, pre'))
        .filter((part) => part.getBoundingClientRect().right > innerWidth + 1)
        .map((part) => `${part.tagName} ${part.id} ${part.className} ends at ${part.getBoundingClientRect().right} of ${innerWidth}`),
]";

//! The whole story in one test, and what `./dev run` does where there is no display.

use std::{fs, path::Path};

use super::harness::{Computer, Key};

#[tokio::test]
async fn a_link_is_sent_again_in_practice_mode() {
    let computer = Computer::new();
    let (shown, picture) = computer
        .open(&["--lang", "en"], async |page| {
            page.wait_for_text("Try it in practice mode").await;
            page.press(Key::Enter).await;
            page.text_box("Reservation number or link").await.paste("RES3633019929").await;
            page.text_box("Phone number").await.paste("412 34 567").await;
            page.press(Key::Enter).await;
            (page.first_result().await, page.screenshot().await)
        })
        .await;

    assert_eq!((shown.outcome.as_str(), shown.title.as_str()), ("sent", "Payment link sent"));
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/screenshots/main-job.png");
    fs::create_dir_all(file.parent().expect("a folder")).expect("made");
    fs::write(&file, picture).expect("written");
    println!(
        "Practice, RES3633019929 to 412 34 567: {}\n{}\nThe picture: {}",
        shown.outcome,
        shown.text,
        file.display()
    );
}

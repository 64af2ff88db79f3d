//! The window where there is no X11, as on most Linux desktops by now.

use std::fs;

use super::harness::{Compositor, Computer, Display, Key};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn a_link_is_sent_with_the_keyboard_and_without_a_word_of_warning() {
    let display = Display::start();
    let compositor = Compositor::start(&display).await;
    // With this backend GTK opens no window on X11.
    let computer = Computer::new()
        .chose("en", "practice")
        .with("LANG", "C.UTF-8")
        .with("GDK_BACKEND", "wayland")
        .with("WAYLAND_DISPLAY", compositor.socket());
    computer
        .open(&[KARI], async |page| {
            page.wait_for_text("Kari Nordmann").await;
            page.wait_for_text("Norway · mobile · as on the reservation").await;
            display.hold_enter();
            let shown = page.first_result().await;
            display.release_enter();

            assert_eq!((shown.outcome.as_str(), shown.title.as_str()), ("sent", "Payment link sent"));
            page.press(Key::Tab).await;
            let said = fs::read_to_string(page.printed()).expect("read");
            assert_eq!(said.trim(), "");
        })
        .await;
}

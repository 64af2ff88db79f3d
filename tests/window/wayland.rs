//! The window where there is no X11, as on most Linux desktops by now.

use std::{fs, process::Command};

use super::harness::{Compositor, Computer, Display, Key, eventually, processes};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn a_link_is_sent_with_the_keyboard_and_without_a_word_of_warning() {
    let computer = Computer::new();
    let compositor = Compositor::start(computer.display()).await;
    // With this backend GTK opens no window on X11.
    let computer = computer
        .chose("en", "practice")
        .with("LANG", "C.UTF-8")
        .with("GDK_BACKEND", "wayland")
        .with("WAYLAND_DISPLAY", compositor.socket());
    computer
        .open(&[KARI], async |page| {
            page.wait_for_text("Kari Nordmann").await;
            page.wait_for_text("Norway · mobile · same as at Front Payment").await;
            computer.display().hold_enter();
            let shown = page.first_result().await;
            computer.display().release_enter();

            assert_eq!((shown.outcome.as_str(), shown.title.as_str()), ("sent", "Payment link sent"));
            page.press(Key::Tab).await;
            let said = fs::read_to_string(page.printed()).expect("read");
            assert_eq!(said.trim(), "");
        })
        .await;
}

/// As a user starts it: the processor draws it here too, and it is not blank.
#[tokio::test]
async fn a_window_that_nobody_drives_is_painted() {
    /// Of the button that sends in practice, in both schemes.
    const VIOLET: &str = "#4D3589";
    let computer = Computer::new();
    let compositor = Compositor::start(computer.display()).await;
    let computer =
        computer.chose("en", "practice").with("GDK_BACKEND", "wayland").with("WAYLAND_DISPLAY", compositor.socket());
    let mut app = computer.by_hand(&[]).spawn().expect("it starts");

    eventually("the button is painted", async || (pixels(computer.display(), VIOLET) > 2000).then_some(())).await;

    processes::assert_no_card_draws(app.id());
    app.kill().and_then(|()| app.wait()).expect("it ends");
}

/// Returns how many pixels of the display have this colour.
fn pixels(display: &Display, colour: &str) -> u32 {
    let script = "import -window root png:- | convert png:- -format %c histogram:info:-";
    let counted = Command::new("sh").env("DISPLAY", display.name()).args(["-c", script]).output().expect("sh runs");
    let counted = String::from_utf8_lossy(&counted.stdout).into_owned();
    let line = counted.lines().find(|line| line.contains(colour));
    line.and_then(|line| line.split(':').next()?.trim().parse().ok()).unwrap_or(0)
}

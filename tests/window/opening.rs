//! What the app is started with, by whom, and where its window was.

use std::{
    fs,
    io::Write,
    process::{Child, Command, Stdio},
};

use resend_reservation::practice::Service;

use super::harness::{Computer, Keyring, Page, eventually, printed, processes};

const KARI: &str = "RES3633019929";
const OLA: &str = "RES3633010202";

#[tokio::test]
async fn a_reservation_given_at_start_fills_the_form_and_sends_nothing() {
    let service = Service::start().await.expect("a service");
    let base = service.base_url().to_string();
    let computer = Computer::new().keyring(Keyring::Unlocked);
    computer.store("local", "a.token.of.the.test");
    computer
        .open(&["--local-api", &base, &format!("resend-reservation:{KARI}")], async |page| {
            page.wait_for(&format!("document.querySelector('#reservation').value === '{KARI}'")).await;
            page.button("Send payment link to +47 41 23 45 67").await;
            assert_eq!(service.posts(), 0);
        })
        .await;
}

#[tokio::test]
async fn a_second_start_hands_over_and_ends() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            start_again(&computer, &[KARI]).await;
            page.wait_for(&format!("document.querySelector('#reservation').value === '{KARI}'")).await;
            page.wait_for_text("Kari Nordmann").await;

            start_again(&computer, &[&format!("resend-reservation://{OLA}/")]).await;
            page.wait_for_text("Ola Hansen").await;

            page.fill_in(OLA, "412 34 568").await;
            start_again(&computer, &[KARI]).await;
            page.wait_for_text(&format!("A link was opened: {KARI}")).await;
            assert_eq!(page.text_box("Reservation number or link").await.value().await, OLA, "what was typed stays");
            page.button("Use it instead").await.click().await;
            page.wait_for_text("Kari Nordmann").await;
            assert!(page.result().await.is_none(), "nothing was sent");
        })
        .await;
}

#[tokio::test]
async fn a_start_with_a_folder_of_its_own_is_another_app() {
    let computer = Computer::new().chose("en", "practice");
    let folder = computer.place().join("of its own");
    computer
        .open(&[], async |page| {
            let mut other = start(&mut computer.by_hand(&["--data-dir", folder.to_str().expect("text"), KARI]));
            eventually("it has a journal or a window of its own", async || {
                folder.join("webview").exists().then_some(())
            })
            .await;
            assert!(other.try_wait().expect("asked").is_none(), "it goes on by itself");
            assert_eq!(page.text_box("Reservation number or link").await.value().await, "");
            other.kill().expect("ended");
            other.wait().expect("ended");
        })
        .await;
}

#[tokio::test]
async fn without_a_message_bus_it_opens_all_the_same() {
    let computer =
        Computer::new().chose("en", "practice").with("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere/at/all");
    computer
        .open(&[KARI], async |page| {
            page.wait_for_text("Kari Nordmann").await;
        })
        .await;
}

#[tokio::test]
async fn the_window_opens_where_it_was_and_never_off_screen() {
    let computer = Computer::new().chose("en", "practice");
    let file = computer.home().join(".config/no.resendreservation.desktop/window.json");
    computer
        .open(&[], async |page| {
            page.move_to(&computer, 210, 120);
            eventually("it is there", async || (page.place(&computer) == Some((210, 120))).then_some(())).await;
            page.ask_to_close(&computer);
            eventually("it is written down", async || file.exists().then_some(())).await;
        })
        .await;

    computer
        .open(&[], async |page| {
            eventually("it is back there", async || (page.place(&computer) == Some((210, 120))).then_some(())).await;
        })
        .await;

    let stored = fs::read_to_string(&file).expect("read");
    fs::write(&file, stored.replace("210", "52100").replace("120", "41200")).expect("written");
    computer
        .open(&[], async |page| {
            let on_screen = |(x, y): (i32, i32)| (0..1280).contains(&x) && (0..1024).contains(&y);
            eventually("it is on the screen", async || {
                page.place(&computer).filter(|place| on_screen(*place)).map(drop)
            })
            .await;
        })
        .await;
}

#[tokio::test]
async fn a_window_that_would_be_mostly_off_comes_wholly_onto_the_screen() {
    let folder = tempfile::tempdir().expect("a folder");
    let data = folder.path().join("data");
    fs::create_dir_all(&data).expect("made");
    fs::write(data.join("settings.json"), r#"{"language": "en", "environment": "practice"}"#).expect("written");
    for (stored, shown) in [
        (r#"{"x":1270,"y":1000,"width":560,"height":760,"maximized":false}"#, (720, 264)),
        (r#"{"x":10,"y":20,"width":9000,"height":8000,"maximized":false}"#, (0, 0)),
    ] {
        let computer = Computer::new();
        fs::write(data.join("window.json"), stored).expect("written");
        computer
            .open(&["--data-dir", data.to_str().expect("text")], async |page| {
                eventually("it is on the screen", async || (page.place(&computer) == Some(shown)).then_some(())).await;
                page.wait_for("innerWidth <= 1280 && innerHeight <= 1024").await;
            })
            .await;
    }
}

#[tokio::test]
async fn lines_that_are_pasted_on_the_command_line_are_not_glued_together() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[&format!("{KARI}\n41234567")], async |page| {
            page.wait_for_text("Kari Nordmann").await;
            let held = page.text_box("Reservation number or link").await.value().await;
            assert_eq!(held, format!("{KARI}↵41234567"));
        })
        .await;
}

#[tokio::test]
async fn it_starts_without_a_word_of_warning() {
    let computer = Computer::new().with("LANG", "C.UTF-8").chose("en", "practice");
    computer
        .open(&["--safe-graphics"], async |page| {
            page.text_box("Reservation number or link").await;
            let said = fs::read_to_string(page.printed()).expect("read");
            let warnings: Vec<&str> = said.lines().filter(|line| !line.trim().is_empty()).collect();
            assert!(warnings.is_empty(), "{warnings:?}");
        })
        .await;
}

/// As a user starts it: a driver of the graphics card cannot leave blank what the processor draws.
#[tokio::test]
async fn no_graphics_card_takes_part_in_drawing_a_window_that_nobody_drives() {
    let computer = Computer::new().chose("en", "practice");
    let mut app = start(&mut computer.by_hand(&[]));

    eventually("it is painted", async || {
        let found =
            computer.begin("xdotool").args(["search", "--onlyvisible", "--pid", &app.id().to_string()]).output();
        let window = String::from_utf8(found.ok()?.stdout).ok()?.lines().last()?.to_owned();
        let picture = computer.begin("import").args(["-window", &window, "png:-"]).output().ok()?.stdout;
        (colours(&picture)? > 30).then_some(())
    })
    .await;

    processes::assert_no_card_draws(app.id());
    app.kill().and_then(|()| app.wait()).expect("it ends");
}

/// Returns how many colours a picture has: a blank window has one.
fn colours(picture: &[u8]) -> Option<u32> {
    let mut identify = Command::new("identify")
        .args(["-format", "%k", "png:-"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    identify.stdin.take()?.write_all(picture).ok()?;
    String::from_utf8(identify.wait_with_output().ok()?.stdout).ok()?.trim().parse().ok()
}

/// On a screen that is not there: who hands over needs none, and must not start a toolkit only to end it.
async fn start_again(computer: &Computer, arguments: &[&str]) {
    let mut second = start(computer.by_hand(arguments).env("DISPLAY", ":4711"));
    let status = eventually("it ends", async || second.try_wait().expect("asked")).await;
    assert!(status.success(), "{status}");
}

fn start(command: &mut Command) -> Child {
    command.spawn().expect("it starts")
}

impl Page {
    fn move_to(&self, computer: &Computer, x: i32, y: i32) {
        let window = self.system_window(computer).expect("a window");
        printed(computer.begin("xdotool").args(["windowmove", "--sync", &window, &x.to_string(), &y.to_string()]));
    }

    fn place(&self, computer: &Computer) -> Option<(i32, i32)> {
        let window = self.system_window(computer)?;
        let said = printed(computer.begin("xdotool").args(["getwindowgeometry", "--shell", &window]));
        let value = |name: &str| said.lines().find_map(|line| line.strip_prefix(name)?.parse().ok());
        Some((value("X=")?, value("Y=")?))
    }
}

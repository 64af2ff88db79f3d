//! A start that cannot go on says so in a sentence, and one that can leaves nothing behind when it crashes.

use std::{
    fs,
    os::unix::process::ExitStatusExt,
    process::{Child, Command, Output, Stdio},
};

use super::harness::{Computer, Page, app, eventually};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn a_folder_that_cannot_be_made_is_named_and_the_start_ends() {
    let computer = Computer::new();
    let file = computer.place().join("a file");
    fs::write(&file, "where a folder should be").expect("written");
    for folder in [file.clone(), file.join("below it"), file.join("far").join("below it")] {
        let folder = folder.to_str().expect("a path in UTF-8");
        assert_told(&ended(&computer, &["--data-dir", folder]).await, folder);
    }
}

#[tokio::test]
async fn a_home_in_which_no_folder_can_be_made_is_told_by_the_name_of_the_folder() {
    for within in [".config", ".local/share"] {
        let computer = Computer::new();
        let place = computer.home().join(within);
        fs::remove_dir_all(&place).expect("it was there");
        fs::write(&place, "where a folder should be").expect("written");
        let folder = place.join("no.resendreservation.desktop");
        assert_told(&ended(&computer, &[]).await, folder.to_str().expect("a path in UTF-8"));
    }
}

#[tokio::test]
async fn a_screen_that_is_not_there_is_told() {
    let computer = Computer::new().with("DISPLAY", ":4711");
    assert_told(&ended(&computer, &[]).await, "there is no screen that it can reach");
}

#[tokio::test]
async fn where_only_the_web_views_folder_cannot_be_made_the_window_opens() {
    let temporary = tempfile::tempdir().expect("a folder");
    let computer = Computer::new().with("TMPDIR", temporary.path().to_str().expect("a path in UTF-8"));
    let data = computer.place().join("data");
    fs::create_dir(&data).expect("made");
    fs::write(data.join("webview"), "where a folder should be").expect("written");
    computer
        .open(&["--lang", "en", "--data-dir", data.to_str().expect("a path in UTF-8")], async |page| {
            page.wait_for_text("Try it in practice mode").await;
        })
        .await;
}

#[tokio::test]
async fn a_second_start_beside_a_copy_that_stands_still_opens_a_window_of_its_own() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |first| {
            signal("STOP", first.app());
            computer
                .open(&[KARI], async |second| {
                    second.wait_for_text("Kari Nordmann").await;
                })
                .await;
            signal("CONT", first.app());
            first.text_box("Reservation number or link").await;
        })
        .await;
}

#[tokio::test]
async fn no_process_of_the_window_leaves_a_core_dump() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            let app = page.app();
            let web_view = page.processes().into_iter().filter(|process| is_below(page, *process));
            for process in web_view.chain([app]) {
                assert_leaves_no_dump(process);
            }
        })
        .await;
}

#[tokio::test]
async fn the_command_that_takes_a_token_leaves_no_core_dump() {
    let computer = Computer::new();
    // As loosely as the system allows.
    let loose = "ulimit -c \"$(ulimit -H -c)\" && exec \"$0\" token set --environment demo";
    let mut command = computer.begin("sh");
    command.args(["-c", loose, app().to_str().expect("a path in UTF-8")]).current_dir(computer.place());
    let mut waiting = command.stdin(Stdio::piped()).spawn().expect("it starts");
    eventually("it is the app", async || name_of(waiting.id()).starts_with("resend-reserv").then_some(())).await;
    eventually("it waits for the token", async || dump_limit(waiting.id()).filter(|limit| is_too_short(limit))).await;

    signal("ABRT", waiting.id());
    let status = waiting.wait().expect("ended");

    assert_eq!(status.signal(), Some(6));
    assert!(!status.core_dumped(), "{status}");
}

async fn ended(computer: &Computer, arguments: &[&str]) -> Output {
    let mut command = computer.begin(app().to_str().expect("a path in UTF-8"));
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut started: Child = command.spawn().expect("it starts");
    eventually("it ends", async || started.try_wait().expect("asked")).await;
    started.wait_with_output().expect("what it printed")
}

fn assert_told(output: &Output, what: &str) {
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(1), "{}: {said}", output.status);
    assert!(said.contains("Resend Reservation could not open its window: ") && said.contains(what), "{said}");
    assert!(!said.contains("panic"), "{said}");
}

fn assert_leaves_no_dump(process: u32) {
    let limit = dump_limit(process).expect("it runs");
    assert!(is_too_short(&limit), "{}: {limit}", name_of(process));
}

/// Where dumps are piped to a program, zero is no limit, and one is.
fn is_too_short(limit: &str) -> bool {
    ["0", "1"].contains(&limit)
}

fn dump_limit(process: u32) -> Option<String> {
    let limits = fs::read_to_string(format!("/proc/{process}/limits")).ok()?;
    let line = limits.lines().find_map(|line| line.strip_prefix("Max core file size"))?;
    line.split_whitespace().next().map(str::to_owned)
}

fn name_of(process: u32) -> String {
    fs::read_to_string(format!("/proc/{process}/comm")).unwrap_or_default().trim().to_owned()
}

/// The web view's own, and not the driver's.
fn is_below(page: &Page, process: u32) -> bool {
    process != page.app() && name_of(process).starts_with("WebKit")
}

fn signal(name: &str, process: u32) {
    let sent = Command::new("kill").args([&format!("-{name}"), &process.to_string()]).status().expect("kill is there");
    assert!(sent.success());
}

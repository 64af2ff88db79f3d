//! The token on the command line: piped in, never typed as an argument, and seen by the desktop's own tool.

use std::{
    io::Write,
    process::{Output, Stdio},
};

use resend_reservation::practice::Service;

use super::harness::{Computer, Key, Keyring, app};

const TOKEN: &str = "a.token.of.the.administrator";

#[test]
fn a_token_from_a_pipe_is_in_the_keychain_for_the_desktops_own_tool_too() {
    let computer = Computer::new().keyring(Keyring::Unlocked);

    let saved = run(&computer, &["token", "set", "--environment", "production"], &format!("Bearer {TOKEN}\n"));

    assert_eq!(said(&saved), (Some(0), "The token for production is in the keychain.\n".to_owned(), String::new()));
    assert_eq!(computer.lookup("production").as_deref(), Some(TOKEN));
    let status = run(&computer, &["token", "status", "--environment", "production"], "");
    assert_eq!(said(&status).1, "A token for production is in the keychain.\n");
    let other = run(&computer, &["token", "status", "--environment", "demo"], "");
    assert_eq!(said(&other).1, "There is no token for demo in the keychain.\n");

    let forgotten = run(&computer, &["token", "forget", "--environment", "production"], "");
    assert_eq!(forgotten.status.code(), Some(0));
    assert_eq!(computer.lookup("production"), None);
}

#[tokio::test]
async fn a_token_that_was_piped_in_is_what_the_window_sends_with() {
    let service = Service::start().await.expect("a service");
    let computer = Computer::new().keyring(Keyring::Unlocked);
    assert!(run(&computer, &["token", "set", "--environment", "local"], TOKEN).status.success());
    computer
        .open_at(&service, async |page| {
            page.fill_in("RES3633019929", "412 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
        })
        .await;
}

#[test]
fn a_token_as_an_argument_is_refused_with_the_reason_and_not_repeated() {
    let computer = Computer::new().keyring(Keyring::Unlocked);
    for arguments in [
        &["token", "set", TOKEN][..],
        &["token", "set", "--environment", "production", TOKEN],
        &["token", "set", "--environment", "production", "--token", TOKEN],
        &["--token", TOKEN],
    ] {
        let refused = run(&computer, arguments, "");
        let (code, out, err) = said(&refused);
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.contains("A token is never given as an argument"), "{err}");
        assert!(!err.contains(TOKEN), "{err}");
    }
    for arguments in [&[TOKEN][..], &["set-token", TOKEN], &["--lang", TOKEN], &["policy", TOKEN]] {
        let (code, out, err) = said(&run(&computer, arguments, ""));
        assert_eq!((code, out.as_str()), (Some(2), ""), "{arguments:?}");
        assert!(err.starts_with("error: ") && !err.contains(TOKEN), "{err}");
    }
    assert_eq!(computer.lookup("production"), None);
}

#[test]
fn what_cannot_be_a_token_is_not_saved() {
    let computer = Computer::new().keyring(Keyring::Unlocked);
    let too_long = "a".repeat(3000);
    for (piped, why) in [
        ("", "there is no token in it"),
        ("two words", "without spaces"),
        (too_long.as_str(), "longer than a keychain can hold"),
    ] {
        let refused = run(&computer, &["token", "set", "--environment", "demo"], piped);
        let (code, _, err) = said(&refused);
        assert_eq!(code, Some(1), "{why}");
        assert!(err.starts_with("Nothing was saved") && err.contains(why), "{err}");
    }
    assert_eq!(computer.lookup("demo"), None);
}

#[test]
fn a_keychain_that_is_absent_or_locked_is_called_that() {
    let computer = Computer::new().keyring(Keyring::Absent);
    let (code, _, err) = said(&run(&computer, &["token", "set", "--environment", "production"], TOKEN));
    assert_eq!(code, Some(1));
    assert!(err.contains("No keychain answers on this computer"), "{err}");

    computer.turn(Keyring::Locked);
    let (code, _, err) = said(&run(&computer, &["token", "set", "--environment", "production"], TOKEN));
    assert_eq!(code, Some(1));
    assert!(err.contains("Unlock it, and run this again."), "{err}");
    assert!(!err.contains(TOKEN));
}

/// As on a server, or over SSH: there is no display.
fn run(computer: &Computer, arguments: &[&str], piped: &str) -> Output {
    let mut child = computer
        .begin(app().to_str().expect("a path"))
        .args(arguments)
        .env_remove("DISPLAY")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    // Whoever refuses at once does not wait for what is piped in.
    let _ = child.stdin.take().expect("piped").write_all(piped.as_bytes());
    child.wait_with_output().expect("it ends")
}

fn said(output: &Output) -> (Option<i32>, String, String) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    (output.status.code(), text(&output.stdout), text(&output.stderr))
}

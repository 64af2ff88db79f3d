//! The time in which a send can still be stopped: by a hand, by what covers it, and by a computer that slept.

use std::{process::Command, time::Duration};

use super::harness::{Computer, Key, Page, posts_of};

const KARI: &str = "RES3633019929";

#[tokio::test]
async fn a_send_can_be_stopped_while_its_time_runs() {
    let computer = desk_that_holds();
    computer
        .at_work(async |page, service| {
            page.fill_in_and_see(KARI, "412 34 567").await;
            let before = service.received().len();

            page.press(Key::Enter).await;
            page.wait_for_text("Sending in 5 seconds").await;
            page.press(Key::Escape).await;
            page.wait_for_text("Nothing was sent.").await;
            assert_eq!(service.received().len(), before, "nothing was on the wire");

            page.press_in(page.text_box("Phone number").await, Key::Enter).await;
            page.wait_for("/Sending in [123] second/.test(document.body.innerText)").await;
            assert_eq!(service.received().len(), before, "nor is it before the time has run out");
            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 1);
        })
        .await;
}

#[tokio::test]
async fn an_app_that_stood_still_during_the_countdown_sends_nothing_when_it_goes_on() {
    nothing_leaves_after_a_standstill(|page| vec![page.app()]).await;
}

#[tokio::test]
async fn a_computer_that_stood_still_during_the_countdown_sends_nothing_when_it_goes_on() {
    nothing_leaves_after_a_standstill(Page::processes).await;
}

async fn nothing_leaves_after_a_standstill(still: impl Fn(&Page) -> Vec<u32>) {
    desk_that_holds()
        .at_work(async |page, service| {
            page.fill_in_and_see(KARI, "412 34 567").await;

            page.press(Key::Enter).await;
            page.wait_for_text("Sending in").await;
            let processes = still(page);
            signal("STOP", &processes);
            // Longer than the countdown and what a busy computer may be late.
            tokio::time::sleep(Duration::from_secs(11)).await;
            signal("CONT", &processes);

            page.wait_for_text("Nothing was sent. The computer was asleep or busy").await;
            assert_eq!(service.posts(), 0);
            page.press_in(page.text_box("Phone number").await, Key::Enter).await;
            page.wait_for_text("Sending in").await;
            assert_eq!(page.first_result().await.outcome, "sent", "it is asked for once more, and waits once more");
            assert_eq!(posts_of(service, KARI), 1);
        })
        .await;
}

#[tokio::test]
async fn settings_that_are_opened_during_the_countdown_stop_the_send() {
    desk_that_holds()
        .with_setting("hold_seconds", 10)
        .at_work(async |page, service| {
            page.fill_in_and_see(KARI, "412 34 567").await;

            page.press(Key::Enter).await;
            page.wait_for_text("Sending in").await;
            page.button("Settings").await.click().await;
            page.region("Settings").await;
            page.wait_for("document.querySelector('#hold').hidden").await;
            page.button("Close").await.click().await;
            page.wait_for_text("Nothing was sent.").await;
            assert_eq!(service.posts(), 0);
        })
        .await;
}

fn desk_that_holds() -> Computer {
    Computer::new().chose("en", "practice").with_setting("hold_seconds", 5)
}

fn signal(name: &str, processes: &[u32]) {
    let processes = processes.iter().map(u32::to_string);
    let sent = Command::new("kill").arg(format!("-{name}")).args(processes).status().expect("kill is there");
    assert!(sent.success());
}

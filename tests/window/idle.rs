//! A window that nobody uses costs next to nothing.

use std::{fs, time::Duration};

use super::harness::{Computer, Page, within};

/// Wake-ups of all main threads. A caret that blinks makes them forty a second.
const MOST_A_SECOND: u64 = 2;

#[tokio::test]
async fn a_window_that_nobody_types_in_sleeps_with_the_focus_in_its_box() {
    const SECONDS: u64 = 5;
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.take_keyboard(&computer);
            assert!(page.text_box("Reservation number or link").await.has_focus().await);
            // Starting has an end.
            within(Duration::from_mins(1), "it sleeps", async || {
                let before = wake_ups(page);
                tokio::time::sleep(Duration::from_secs(SECONDS)).await;
                (wake_ups(page) - before <= MOST_A_SECOND * SECONDS).then_some(())
            })
            .await;
        })
        .await;
}

/// How often the kernel has woken the main threads of the app and its web view.
fn wake_ups(page: &Page) -> u64 {
    let of = |process: &u32| {
        let status = fs::read_to_string(format!("/proc/{process}/status")).ok()?;
        let line = status.lines().find(|line| line.starts_with("voluntary_ctxt_switches:"))?;
        line.split_whitespace().nth(1)?.parse::<u64>().ok()
    };
    page.processes().iter().filter_map(of).sum()
}

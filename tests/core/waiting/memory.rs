//! How much memory a list takes that is far longer than any front desk's.
#![cfg(target_os = "linux")]

use std::{
    env, fs,
    process::Command,
    sync::atomic::{AtomicU64, Ordering},
    time::Duration,
};

use resend_reservation::{domain::Zone, waiting::State};

use super::{Desk, HERE};
use crate::kit::{
    fortnight::Fortnight,
    own_process::{myself, only},
    scripted_service::ScriptedService,
};

const IS_READER: &str = "RESEND_TEST_READS_A_CROWD";
const DAYS: u32 = 14;
const MOST_KILOBYTES: u64 = 20 * 1024;

#[test]
fn five_thousand_open_links_out_of_twenty_thousand_events_take_at_most_twenty_megabytes() {
    // It is much work, and nobody waits for it: tests that measure times go first.
    let mut reader = Command::new("nice");
    reader.arg("-n10").arg(myself()).args(only("waiting::memory::the_process_that_reads")).env(IS_READER, "yes");

    let read = reader.output().expect("it runs");

    let told = String::from_utf8_lossy(&read.stdout);
    assert!(read.status.success(), "{told}\n{}", String::from_utf8_lossy(&read.stderr));
    assert!(told.contains("kB more with the list read"), "it was measured: {told}");
}

/// In the process of the other test this is the one that reads; by itself it does nothing.
#[tokio::test]
async fn the_process_that_reads() {
    if env::var_os(IS_READER).is_none() {
        return;
    }
    let fortnight = Fortnight::crowded();
    assert!(fortnight.events.len() >= 20_000 && fortnight.open.len() == 5000);
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    service.limit_nobody();
    drop(fortnight);
    let app = Desk::with_timeout(&service, Duration::from_secs(30)).await;
    // What any reading opens, and keeps.
    app.payments.read(HERE, 1, |_| ()).await.expect("a token").expect("a list");
    app.payments.forget();
    let (before, most) = (kilobytes(), AtomicU64::new(0));

    let note = |_| {
        most.fetch_max(kilobytes(), Ordering::Relaxed);
    };
    let list = app.payments.read(HERE, DAYS, note).await.expect("a token").expect("a list");

    assert_eq!((list.rows.len(), list.progress.state), (5000, State::Read), "{:?}", list.progress);
    let found = app.payments.find(HERE, "guest 4999").expect("a list");
    assert!(!found.is_empty() && found.len() < 10, "{}", found.len());
    let (after, most) = (kilobytes() - before, most.into_inner() - before);
    println!("{most} kB more at most, and {after} kB more with the list read");
    assert!(after.max(most) <= MOST_KILOBYTES, "{most} kB more at most, and {after} kB more with the list read");
}

/// Memory of this process that is in no file: its heap and its stacks.
fn kilobytes() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("/proc is there");
    let line = status.lines().find(|line| line.starts_with("RssAnon:")).expect("a line");
    line.split_whitespace().nth(1).expect("a number").parse().expect("a number")
}

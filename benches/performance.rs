//! Performance, measured side by side: the app beside a bare window of the same toolkit, a browser, curl, and the least
//! that a send could cost. `./dev bench` builds what is needed and runs it.
//!
//! Options: `--rounds N`, and `--only PART` for one part, which leaves `docs/performance.md` as it is.
#![cfg(target_os = "linux")]

#[path = "../tests/window/harness/mod.rs"]
#[allow(dead_code, unused_imports, reason = "shared with the tests of the window")]
mod harness;
#[path = "../tests/kit/mod.rs"]
#[allow(dead_code, reason = "shared with the tests of the core")]
mod kit;

mod performance {
    pub(crate) mod contestant;
    pub(crate) mod core_send;
    pub(crate) mod crowd;
    pub(crate) mod delaying_proxy;
    pub(crate) mod desk;
    pub(crate) mod distance;
    pub(crate) mod hand_over;
    pub(crate) mod idle;
    pub(crate) mod machine;
    pub(crate) mod page_server;
    pub(crate) mod process_tree;
    pub(crate) mod reading;
    pub(crate) mod sample;
    pub(crate) mod screen;
    pub(crate) mod size;
    pub(crate) mod start;
    pub(crate) mod table;
}

use std::{env, fs};

use kit::secret_service;
use performance::{
    contestant::Contestant, core_send, crowd, desk, distance, hand_over, idle, machine::Machine, page_server, reading,
    size, start, table::Table,
};

const PARTS: [&str; 8] = ["start", "idle", "hand-over", "desk", "distance", "core", "list", "size"];

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = env::args().collect();
    let option = |name: &str| {
        let place = arguments.iter().position(|argument| argument == name)?;
        arguments.get(place + 1)
    };
    let rounds = option("--rounds").map_or(9, |rounds| rounds.parse().expect("a number of rounds"));
    let only = option("--only");
    let (mut table, mut machine) = (Table::default(), Machine::describe());
    let page = page_server::start();
    let contestants = || [Contestant::app("production"), Contestant::bare_window(), Contestant::browser(&page)];
    for part in PARTS.into_iter().filter(|part| only.is_none_or(|only| only == part)) {
        machine.note_load();
        table.extend(match part {
            "start" => start::measure(&contestants(), rounds),
            "idle" => idle::measure(&contestants(), rounds),
            "hand-over" => hand_over::measure(rounds),
            "desk" => desk::measure(rounds).await,
            "distance" => distance::measure(rounds).await,
            "core" => core_send::measure(rounds).await,
            "list" => reading::measure().await.into_iter().chain(crowd::measure(rounds)).collect(),
            _ => size::measure(),
        });
    }
    machine.note_load();
    if only.is_none() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/performance.md");
        fs::write(path, table.document(&machine, rounds)).expect("written");
    }
}

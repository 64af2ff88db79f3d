//! What the log says of the list: how many, and of nobody who.

use resend_reservation::{domain::Zone, log::Log};

use super::{Desk, HERE};
use crate::{
    core::log::text,
    kit::{fortnight::Fortnight, scripted_service::ScriptedService},
};

/// Few enough to be read in a moment at the pace of what nobody waits for.
const DAYS: u32 = 2;

#[tokio::test]
async fn the_log_counts_those_of_the_list_and_those_that_are_settled_and_names_nobody() {
    let folder = tempfile::tempdir().expect("a folder");
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    let payments = Desk::at(&service).await.payments.with_log(Log::within(folder.path().to_owned()));

    let list = payments.read(HERE, DAYS, |_| ()).await.expect("a token").expect("a list");
    let settled = payments.read_settled(HERE, |_| ()).await.expect("a token").expect("a list");
    assert!(payments.find(HERE, "guest").is_some_and(|found| !found.is_empty()));

    let text = text(folder.path());
    let lines: Vec<&str> = text.lines().collect();
    let (found, waiting) = (list.progress.found, list.rows.len());
    let of_list = format!("list environment=local days=2 found={found} waiting={waiting} missing=0 unread=0 took=");
    let of_settled = format!("list-settled environment=local found={0} looked-at={0} took=", settled.found);
    assert_eq!(lines.len(), 2, "{text}");
    assert!(lines[0].contains(&of_list) && lines[1].contains(&of_settled), "{text}");
    for secret in ["guest", "example", "41234", "412 34", "b-", "res36"] {
        assert!(!text.to_lowercase().contains(secret), "{secret} in {text}");
    }
}

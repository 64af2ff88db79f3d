//! Those of the list's days that nobody has to pay any more: looked up on request, and then found.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use hyper::Method;
use resend_reservation::{
    domain::Zone,
    waiting::{Group, LastKind, Row, SettledProgress, State},
};

use super::{Desk, HERE, until};
use crate::kit::{fortnight::Fortnight, scripted_service::ScriptedService};

/// Few enough to be read in a moment at the pace of what nobody waits for.
const DAYS: u32 = 2;

#[tokio::test]
async fn those_that_are_settled_are_found_once_they_are_looked_up_and_after_those_that_are_open() {
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    let app = Desk::at(&service).await;
    let list = app.payments.read(HERE, DAYS, |_| ()).await.expect("a token").expect("a list");
    let found = |text: &str| -> Vec<Row> {
        app.payments.find(HERE, text).expect("a list").into_iter().map(|found| found.row).collect()
    };
    assert!(found("guest").iter().all(|row| row.group != Group::Settled || row.last.kind != LastKind::Settled));
    let told = Mutex::new(Vec::new());

    let read = app.payments.read_settled(HERE, |progress| told.lock().expect("no panic").push(progress)).await;

    let progress = read.expect("a token").expect("a list");
    assert_eq!((progress.state, progress.looked_at, progress.failure), (State::Read, progress.found, None));
    assert!(progress.found >= list.progress.settled && progress.found > 10, "{progress:?}");
    let told: Vec<SettledProgress> = told.into_inner().expect("no panic");
    assert!(told.is_sorted_by_key(|progress| progress.looked_at) && told.iter().all(|one| one.found == progress.found));
    let marked = app.payments.find(HERE, "gues").expect("a list");
    let is_told = marked.iter().all(|found| matches!(found.marks.as_slice(), [mark] if *mark == (0..4)));
    assert!(marked.len() == found("guest").len() && is_told, "and what was meant of each name is told");
    let all = found("guest");
    assert_eq!(all.len(), list.rows.len() + progress.found as usize);
    assert!(all.is_sorted_by_key(|row| row.group == Group::Settled), "open ones first");
    assert_eq!(all.iter().filter(|row| row.group != Group::Settled).count(), list.rows.len());
    let settled = all.last().expect("one");
    let address = settled.email_to.clone().expect("an address");
    assert!(settled.status.is_some() && settled.amount.is_some() && settled.customer.is_some());
    assert_eq!(found(address.as_str()), std::slice::from_ref(settled));
    assert!(service.asked().iter().all(|(method, _, _)| *method == Method::GET), "nothing is sent");
    assert!(service.most_in_a_minute() <= 144);
}

#[tokio::test]
async fn what_was_looked_up_stays_where_it_is_stopped_and_the_rest_is_looked_up_later() {
    let fortnight = Fortnight::new();
    let service = ScriptedService::start(&fortnight, &Zone::norway(), &[]).await;
    let app = Arc::new(Desk::at(&service).await);
    app.payments.read(HERE, DAYS, |_| ()).await.expect("a token").expect("a list");

    let (stopping, mut before) = (Arc::clone(&app), service.asked().len());
    let stopped = app.payments.read_settled(HERE, move |progress| {
        if progress.looked_at == progress.found - 5 {
            stopping.payments.stop_reading_settled();
        }
    });
    let stopped = stopped.await.expect("a token").expect("a list");
    assert_eq!(stopped.state, State::Partial);
    assert!(stopped.looked_at < stopped.found, "{stopped:?}");

    before = service.asked().len().max(before);
    let all = app.payments.read_settled(HERE, |_| ()).await.expect("a token").expect("a list");
    assert_eq!((all.state, all.looked_at), (State::Read, all.found));
    assert!(service.asked().len() - before <= 5 + 3, "nobody is looked up twice, but those that were on their way");
}

#[tokio::test]
async fn they_are_forgotten_with_the_list() {
    let fortnight = Fortnight::new();
    let service = Arc::new(ScriptedService::start(&fortnight, &Zone::norway(), &[]).await);
    let app = Arc::new(Desk::at(&service).await);
    assert_eq!(app.payments.read_settled(HERE, |_| ()).await.expect("a token"), None, "there is no list");
    app.payments.read(HERE, DAYS, |_| ()).await.expect("a token").expect("a list");
    // The service has nothing left for what nobody waits for.
    service.say_left(59);
    let before = service.asked().len();
    let reading = tokio::spawn({
        let app = Arc::clone(&app);
        async move { app.payments.read_settled(HERE, |_| ()).await.expect("a token") }
    });
    until(|| service.asked().len() > before).await;

    app.payments.forget();

    assert_eq!(tokio::time::timeout(Duration::from_secs(20), reading).await.expect("an end").expect("no panic"), None);
    assert!(app.payments.find(HERE, "guest").is_none());
}

//! Practice has the whole way: a fortnight of people who do not exist, and customers who open and pay.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use resend_reservation::{
    domain::{Environment, Outcome, Status},
    practice::{EXAMPLES, Service},
    waiting::{Group, Row, WaitingPayments},
};

use crate::kit::{
    app::{TestApp, draft, outcome},
    fortnight::before_midnight,
};

const HERE: Environment = Environment::Local;

#[tokio::test]
async fn a_fortnight_of_practice_has_forty_open_links_beside_the_examples() {
    before_midnight();
    let service = Arc::new(Service::start_with_fortnight().await.expect("a service"));

    let (rows, settled) = read(&service).await;

    let mut counts: BTreeMap<Group, usize> = BTreeMap::new();
    for row in &rows {
        *counts.entry(row.group).or_default() += 1;
    }
    let expected =
        [(Group::Expired, 7), (Group::Due, 6), (Group::Failed, 4), (Group::Opened, 12), (Group::Unopened, 11)];
    assert_eq!(counts, BTreeMap::from(expected));
    assert_eq!(settled, 260);
    assert!(rows.iter().all(|row| row.customer.is_some() && row.amount.is_some() && row.sms_to.is_some()));
    assert!(rows.iter().any(|row| row.customer.as_deref().is_some_and(|name| !name.is_ascii())));
    assert_eq!(service.posts(), 0);
}

#[tokio::test]
async fn the_people_of_practice_are_the_same_each_time() {
    let [one, other] = [Service::start_with_fortnight().await, Service::start_with_fortnight().await];
    let [one, other] = [one, other].map(|service| Arc::new(service.expect("a service")));
    let (one, other) = (read(&one).await.0, read(&other).await.0);

    let told = |rows: &[Row]| -> BTreeMap<String, Option<String>> {
        rows.iter().map(|row| (row.id.to_string(), row.customer.clone())).collect()
    };
    assert_eq!(told(&one), told(&other));
}

#[tokio::test]
async fn in_practice_a_link_that_is_sent_is_opened_and_then_the_amount_is_reserved() {
    let service = Arc::new(Service::start_with_fortnight().await.expect("a service"));
    let app = TestApp::beside(&service).await;
    let unopened = read(&service).await.0.into_iter().find(|row| row.group == Group::Unopened).expect("one");
    let id = unopened.id.to_string();

    assert_eq!(outcome(&app.send(&draft(&id), &[]).await), Outcome::Sent);
    assert_eq!(group(&service, &id).await, Some(Group::Unopened), "nobody has opened it yet");
    service.let_pass(Duration::from_secs(9));
    assert_eq!(group(&service, &id).await, Some(Group::Opened));
    assert_eq!(app.see(&id).await.details.status, Some(Status::NotPaid));
    service.let_pass(Duration::from_secs(17));
    assert_eq!(group(&service, &id).await, None, "nobody waits for it any more");
    assert_eq!(app.see(&id).await.details.status, Some(Status::Reserved));
}

async fn group(service: &Arc<Service>, id: &str) -> Option<Group> {
    read(service).await.0.iter().find(|row| row.id.as_str() == id).map(|row| row.group)
}

/// The rows of people who are no examples, and how many others are settled.
async fn read(service: &Arc<Service>) -> (Vec<Row>, usize) {
    let app = TestApp::beside(service).await;
    let payments = WaitingPayments::new(app.access, app.looker, app.journal);
    let list = payments.read(HERE, 14, |_| ()).await.expect("a token").expect("a list");
    let is_example = |row: &&Row| EXAMPLES.iter().any(|example| example.id == row.id.as_str());
    let rows: Vec<Row> = list.rows.iter().filter(|row| !is_example(row)).cloned().collect();
    (rows, list.progress.settled as usize)
}

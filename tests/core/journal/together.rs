//! Two copies of the app on one journal.

use std::{collections::HashMap, io::Read, time::Duration};

use resend_reservation::{
    domain::{Environment, ReservationId},
    journal::Database,
    practice::{InjectedFault, Service},
};
use rusqlite::Connection;

use super::sender;

#[tokio::test(flavor = "multi_thread")]
async fn a_thousand_sends_from_two_processes_are_all_written_down() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Service::start().await.expect("a service");
    let ids: Vec<String> = (0..500).map(|number| format!("RES{}", 3_633_500_000_u64 + number)).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();

    // Both send all of them, in the same order: they meet.
    let mut both = [0, 1].map(|_| sender::start(folder.path(), &service.base_url(), &ids));
    let mut said = String::new();
    for child in &mut both {
        let mut stdout = child.stdout.take().expect("piped");
        said += &tokio::task::spawn_blocking(move || {
            let mut text = String::new();
            stdout.read_to_string(&mut text).map(|_| text)
        })
        .await
        .expect("joined")
        .expect("read");
        assert!(child.wait().expect("it ends").success());
    }

    let journal = Database::open(folder.path(), Duration::MAX).expect("it opens again");
    let mut arrived: HashMap<String, usize> = HashMap::new();
    for received in service.received() {
        *arrived.entry(received.path.rsplit('/').next().unwrap_or_default().to_owned()).or_default() += 1;
    }
    for id in &ids {
        let done = said.lines().filter(|line| *line == format!("{id}: done")).count();
        let reservation = ReservationId::parse(id).expect("an id");
        let written = journal.sends_of(Environment::Local, &reservation).expect("read").len();
        assert_eq!((written, arrived.get(*id).copied().unwrap_or(0)), (done, done), "{id}");
        assert!(done >= 1, "{id} was sent by neither");
    }
    let sound: String = Connection::open(folder.path().join("journal.sqlite"))
        .and_then(|connection| connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)))
        .expect("checked");
    assert_eq!(sound, "ok");
}

#[tokio::test]
async fn another_copy_that_sends_the_same_reservation_is_told_that_it_is_busy() {
    let folder = tempfile::tempdir().expect("a folder");
    let service = Service::start().await.expect("a service");
    service.inject(InjectedFault::Slow(Duration::from_secs(20)));
    let mut first = sender::start(folder.path(), &service.base_url(), &["RES3633019929"]);
    while service.posts() == 0 {
        tokio::task::yield_now().await;
    }

    let output = tokio::task::spawn_blocking({
        let (folder, base) = (folder.path().to_owned(), service.base_url());
        move || sender::start(&folder, &base, &["RES3633019929"]).wait_with_output()
    });
    let output = output.await.expect("joined").expect("read");

    first.kill().expect("killed");
    first.wait().expect("ended");
    assert!(String::from_utf8_lossy(&output.stdout).contains("RES3633019929: busy"));
    assert_eq!(service.posts(), 1);
}

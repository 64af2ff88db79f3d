//! The power goes. What was synced is on the disk afterwards; of everything else the disk kept what it liked.

use std::{fs, path::Path, time::Duration};

use resend_reservation::{
    domain::{Environment, ReservationId},
    journal::{Database, SendState},
    practice::Service,
};

use super::{
    disk::LazyDisk,
    sender,
    trace::{self, Event},
};

const SENT: &str = "RES3633019929";
const CANCELLED: &str = "RES3633011400";
const LAST: &str = "RES3633010202";
/// What each of them comes to when nothing happens.
const COMES_TO: [(&str, SendState); 3] =
    [(SENT, SendState::Sent), (CANCELLED, SendState::NotSent), (LAST, SendState::Sent)];

#[tokio::test]
async fn what_has_left_is_on_the_disk_when_everything_else_is_lost() {
    let (folder, events) = watched().await;
    let mut disk = LazyDisk::default();
    for event in &events {
        disk.see(event);
        if let Event::Said(request) = event {
            let known = known_after(&disk, folder.path(), || false);

            let sent = COMES_TO.iter().position(|(id, _)| is_for(request, id)).expect("one of them");
            assert_eq!(known[sent], [SendState::Unknown], "{}: its intent was not on the disk", COMES_TO[sent].0);
        }
    }
    let posts = events.iter().filter(|event| matches!(event, Event::Said(_))).count();
    assert_eq!(posts, COMES_TO.len(), "all of them left");
}

#[tokio::test]
async fn whenever_the_power_goes_the_record_is_never_wrong() {
    let (folder, events) = watched().await;
    let (mut disk, mut left, mut coin) = (LazyDisk::default(), Vec::new(), Coin(1));
    let mut met = [0; 3];
    for (moment, event) in events.iter().enumerate() {
        disk.see(event);
        if let Event::Said(request) = event {
            left.push(request);
        }
        let kept = [known_after(&disk, folder.path(), || false), known_after(&disk, folder.path(), || coin.toss())];

        for known in kept {
            for ((id, outcome), known) in COMES_TO.iter().zip(known) {
                let has_left = left.iter().any(|request| is_for(request, id));
                let honest = match known.as_slice() {
                    [] => !has_left,
                    [SendState::Unknown] => true,
                    [known] => has_left && known == outcome,
                    _ => false,
                };
                assert!(honest, "moment {moment}: {id} is {known:?}, and left: {has_left}");
                met[known.first().map_or(0, |known| if *known == SendState::Unknown { 1 } else { 2 })] += 1;
            }
        }
    }
    assert!(met.iter().all(|times| *times > 0), "absent, unknown and known were not all met: {met:?}");
    let known = known_after(&disk, folder.path(), || false);
    assert_eq!(known, COMES_TO.map(|(_, outcome)| vec![outcome]), "when it has ended everything is known");
}

/// What it costs: each time takes as long as the rest of a send.
#[tokio::test]
async fn a_send_waits_for_the_disk_twice() {
    let (_folder, events) = watched().await;
    let sends: Vec<&[Event]> = events.split(|event| matches!(event, Event::Said(_))).collect();

    // From one request to the next: the outcome of the one, and the intent of the other.
    let between = &sends[1..sends.len() - 1];
    let synced = |events: &&[Event]| events.iter().filter(|event| matches!(event, Event::Synced(_))).count();
    assert_eq!(between.iter().map(synced).collect::<Vec<_>>(), [2; COMES_TO.len() - 1]);
}

/// A process that sends them all, and everything that it asked of the disk.
async fn watched() -> (tempfile::TempDir, Vec<Event>) {
    let (folder, place) = (tempfile::tempdir().expect("a folder"), tempfile::tempdir().expect("a place"));
    let (service, trace) = (Service::start().await.expect("a service"), place.path().join("trace"));
    let mut child = sender::start_under(
        trace::strace(&trace),
        folder.path(),
        &service.base_url(),
        &COMES_TO.map(|(reservation, _)| reservation),
    )
    .expect("strace starts: ./dev core installs it");
    let ended = tokio::task::spawn_blocking(move || child.wait()).await.expect("joined").expect("it ends");
    assert!(ended.success());
    let seen = fs::read_to_string(trace).expect("read");
    let events = trace::read(&seen, folder.path());
    (folder, events)
}

/// What the app knows of each when it is started again.
fn known_after(disk: &LazyDisk, folder: &Path, has_arrived: impl FnMut() -> bool) -> [Vec<SendState>; 3] {
    let found = tempfile::tempdir().expect("a folder");
    disk.after_power_loss(folder, found.path(), has_arrived);
    let journal = Database::open(found.path(), Duration::MAX).expect("it opens again");
    COMES_TO.map(|(reservation, _)| {
        let reservation = ReservationId::parse(reservation).expect("an id");
        journal.sends_of(Environment::Local, &reservation).expect("read")
    })
}

fn is_for(request: &str, reservation: &str) -> bool {
    request.split(' ').nth(1).is_some_and(|path| path.ends_with(reservation))
}

/// The same throws every time: what fails once can be looked at.
struct Coin(u64);

impl Coin {
    fn toss(&mut self) -> bool {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        self.0 >> 63 == 1
    }
}

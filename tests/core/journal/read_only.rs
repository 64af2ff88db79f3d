//! A journal that may be read, and not written.

use std::{path::Path, time::Duration};

use resend_reservation::{
    domain::{Environment, Outcome, ReservationId},
    failure::SendReason,
    journal::{Database, SendState},
    practice::Service,
    resend::Resender,
};

use super::{
    apart::{Disk, Fixed, apart, succeeds},
    sender::{self, outcome, refused},
};

const KARI: &str = "RES3633019929";
const SIRI: &str = "ODR1649249709";

#[test]
fn in_a_folder_that_cannot_be_written_nothing_is_sent() {
    apart("journal::read_only::in_a_folder_that_cannot_be_written_nothing_is_sent", async || {
        let (disk, service) = (Disk::mount(), Service::start().await.expect("a service"));
        let resender = sender::resender(disk.path(), service.base_url()).await;

        disk.allow("ro");
        assert_eq!(refused(&sender::send(&resender, KARI).await), SendReason::JournalNotWritten);
        assert_eq!(service.posts(), 0);

        disk.allow("rw");
        assert_eq!(outcome(&sender::send(&resender, KARI).await), Outcome::Sent);
    });
}

#[test]
fn a_journal_that_has_become_read_only_is_not_lost() {
    apart("journal::read_only::a_journal_that_has_become_read_only_is_not_lost", async || {
        let (disk, service) = (Disk::mount(), Service::start().await.expect("a service"));
        drop(with_one_send(&disk.path(), &service).await);

        disk.allow("ro");
        let resender = sender::resender(disk.path(), service.base_url()).await;
        assert_refused_and_remembered(&resender, &service, &disk.path(), || disk.allow("rw")).await;
    });
}

#[test]
fn a_file_that_cannot_be_written_is_not_lost() {
    apart("journal::read_only::a_file_that_cannot_be_written_is_not_lost", async || {
        for file in ["journal.sqlite", "runs"] {
            let (disk, service) = (Disk::mount(), Service::start().await.expect("a service"));
            drop(with_one_send(&disk.path(), &service).await);

            let fixed = Fixed::at(&disk.path().join(file));
            let resender = sender::resender(disk.path(), service.base_url()).await;
            assert_refused_and_remembered(&resender, &service, &disk.path(), || drop(fixed)).await;
        }
    });
}

#[tokio::test]
async fn a_journal_that_becomes_read_only_while_it_is_open_is_not_lost() {
    let (folder, service) = (tempfile::tempdir().expect("a folder"), Service::start().await.expect("a service"));
    let resender = with_one_send(folder.path(), &service).await;
    // Not the third of its files: that one is memory that copies of the app share, and made anew when need be.
    let files = ["journal.sqlite", "journal.sqlite-wal"].map(|name| folder.path().join(name));
    let allow = |how: &str| files.iter().all(|file| succeeds("chattr", [how.as_ref(), file.as_os_str()]));

    // The only way to take a right away from somebody who has the file open already.
    if !allow("+i") {
        println!("not tried: on this computer nobody may make a file immutable");
        allow("-i");
        return;
    }
    // Given back however this ends, or nobody could remove the folder.
    let allowed = Allowed(allow);
    assert_refused_and_remembered(&resender, &service, folder.path(), || drop(allowed)).await;
}

async fn with_one_send(folder: &Path, service: &Service) -> Resender {
    let resender = sender::resender(folder.to_owned(), service.base_url()).await;
    assert_eq!(outcome(&sender::send(&resender, KARI).await), Outcome::Sent);
    resender
}

async fn assert_refused_and_remembered(resender: &Resender, service: &Service, folder: &Path, allow: impl FnOnce()) {
    for _ in 0..2 {
        assert_eq!(refused(&sender::send(resender, SIRI).await), SendReason::JournalNotWritten);
    }
    assert_eq!(service.posts(), 1);

    allow();
    assert_eq!(outcome(&sender::send(resender, SIRI).await), Outcome::Sent);
    assert_eq!(service.posts(), 2);
    let journal = Database::open(folder, Duration::MAX).expect("it opens again");
    for reservation in [KARI, SIRI] {
        let reservation = ReservationId::parse(reservation).expect("an id");
        assert_eq!(journal.sends_of(Environment::Local, &reservation).expect("read"), [SendState::Sent]);
    }
    assert_eq!(journal.put_aside(), None, "it is sound");
}

struct Allowed<F: Fn(&str) -> bool>(F);

impl<F: Fn(&str) -> bool> Drop for Allowed<F> {
    fn drop(&mut self) {
        (self.0)("-i");
    }
}

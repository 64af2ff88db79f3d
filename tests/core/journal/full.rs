//! A disk that is full at the wrong moment.

use std::time::Duration;

use resend_reservation::{
    domain::{Environment, Outcome, ReservationId},
    failure::SendReason,
    journal::{Database, SendState},
    practice::{InjectedFault, Service},
    resend::{Reply, Warning},
};

use super::{
    apart::{Disk, apart},
    sender::{self, outcome, refused},
};

#[test]
fn what_does_not_fit_on_the_disk_is_not_sent() {
    apart("journal::full::what_does_not_fit_on_the_disk_is_not_sent", async || {
        let (disk, service) = (Disk::mount(), Service::start().await.expect("a service"));
        let resender = sender::resender(disk.path(), service.base_url()).await;
        assert_eq!(outcome(&sender::send(&resender, "RES3633019929").await), Outcome::Sent);

        disk.fill();
        for _ in 0..3 {
            assert_eq!(refused(&sender::send(&resender, "ODR1649249709").await), SendReason::JournalNotWritten);
        }
        assert_eq!(service.posts(), 1);

        disk.make_room();
        assert_eq!(outcome(&sender::send(&resender, "ODR1649249709").await), Outcome::Sent);
        drop(resender);
        for reservation in ["RES3633019929", "ODR1649249709"] {
            assert_eq!(known(&disk, reservation), [SendState::Sent]);
        }
    });
}

#[test]
fn a_journal_that_cannot_be_begun_is_begun_when_there_is_room() {
    apart("journal::full::a_journal_that_cannot_be_begun_is_begun_when_there_is_room", async || {
        let (disk, service) = (Disk::mount(), Service::start().await.expect("a service"));
        let resender = sender::resender(disk.path(), service.base_url()).await;

        disk.fill();
        assert_eq!(refused(&sender::send(&resender, "RES3633019929").await), SendReason::JournalNotWritten);
        assert_eq!(service.posts(), 0);

        disk.make_room();
        assert_eq!(outcome(&sender::send(&resender, "RES3633019929").await), Outcome::Sent);
    });
}

#[test]
fn an_outcome_that_does_not_fit_is_unknown_and_neither_absent_nor_wrong() {
    apart("journal::full::an_outcome_that_does_not_fit_is_unknown_and_neither_absent_nor_wrong", async || {
        let (disk, service) = (Disk::mount(), Service::start().await.expect("a service"));
        service.inject(InjectedFault::Slow(Duration::from_secs(1)));
        let resender = sender::resender(disk.path(), service.base_url()).await;
        let full_by_then = async {
            while service.posts() == 0 {
                tokio::task::yield_now().await;
            }
            disk.fill();
            assert_eq!(service.answered(), 0, "the answer is still to come");
        };

        let (reply, ()) = tokio::join!(sender::send(&resender, "RES3633019929"), full_by_then);

        assert_eq!(outcome(&reply), Outcome::Sent, "whoever waits is told what was answered");
        let again = sender::send(&resender, "RES3633019929").await;
        assert_eq!(asked(&again), Some(&Warning::EarlierUnknown), "{again:?}");
        drop(resender);
        disk.make_room();
        assert_eq!(known(&disk, "RES3633019929"), [SendState::Unknown]);
        assert_eq!(service.posts(), 1);
    });
}

fn known(disk: &Disk, reservation: &str) -> Vec<SendState> {
    let journal = Database::open(&disk.path(), Duration::MAX).expect("it opens again");
    assert_eq!(journal.put_aside(), None, "it is sound");
    journal.sends_of(Environment::Local, &ReservationId::parse(reservation).expect("an id")).expect("read")
}

fn asked(reply: &Reply) -> Option<&Warning> {
    match reply {
        Reply::Ask(oddity) => Some(oddity),
        _ => None,
    }
}

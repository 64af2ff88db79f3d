use super::Resender;
use crate::{
    domain::{Environment, EventKind, Moment, ReservationId, Status},
    look_up::{Looking, Seen, Unseen},
};

/// What became of a send whose outcome was unknown, as far as can be seen.
#[derive(Debug)]
pub enum Found {
    /// The service lists it: it left. It is not unknown any more.
    Sent(Option<Moment>),
    /// The service does not list it. It may yet do so: it stays unknown.
    NotListed(Option<Status>),
    /// The reservation can be seen, and its events cannot.
    NoEvents(Option<Status>),
    /// The service knows no such reservation.
    NotFound,
    Unseen(Unseen),
}

impl Resender {
    /// Reads what the service knows. Sends nothing to anybody.
    pub async fn find_out(&self, environment: Environment, reservation: &ReservationId) -> Found {
        match self.looker.look_up(environment, reservation.as_str()).await {
            Looking::Seen(seen) if !seen.unknown_but_listed.is_empty() => {
                for intent in &seen.unknown_but_listed {
                    // Where it cannot be written it is found again the next time.
                    let _ = self.records.found_sent(*intent).await;
                }
                self.guard.forget_unknown(environment, reservation);
                Found::Sent(last_sent_from_here(&seen))
            }
            Looking::Seen(seen) if seen.service_time.is_some() => Found::NotListed(seen.details.status),
            Looking::Seen(seen) => Found::NoEvents(seen.details.status),
            Looking::NotFound(_) | Looking::NoId => Found::NotFound,
            Looking::Unseen(_, reason) => Found::Unseen(reason),
        }
    }
}

fn last_sent_from_here(seen: &Seen) -> Option<Moment> {
    let from_here = seen.events.iter().find(|event| event.from_here && event.kind == EventKind::Resent);
    from_here.and_then(|event| event.when.clone())
}

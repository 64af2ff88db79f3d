use std::time::Duration;

use super::Resender;
use crate::{
    access::BackgroundConnection,
    connect::ReadFailure,
    domain::{Environment, Moment, Payable, ReservationId, Status},
    journal::{Channel, Intent, JournalError, SendState},
    look_up::{LookUpFailure, LookUpResult, Trace},
};

/// The resolution of one send whose outcome was unknown, as far as can be seen.
#[derive(Debug)]
pub enum Resolution {
    /// The service lists this very send: it left. It is not unknown any more.
    Sent(Moment),
    /// Nothing is to be sent any more, whatever became of it.
    Over(Status),
    /// Of its two channels the service lists this one.
    Half(Channel, Option<Status>),
    /// A link was sent at that time. Whether it was this one cannot be told, nor perhaps to whom it went.
    Nearby {
        when: Option<Moment>,
        to_whom: bool,
        status: Option<Status>,
    },
    /// The service lists another send at that time, and not this one.
    Another(Option<Status>),
    /// The service does not list it. It may yet do so: it stays unknown.
    NotListed(Option<Status>),
    /// The reservation can be seen, and its events cannot.
    NoEvents(Option<Status>),
    /// Nobody has written down that orders have events to read.
    Order(Option<Status>),
    /// The service knows no such reservation, now.
    NotFound,
    Unseen(LookUpFailure),
    /// The send is not in the journal any more, or the journal cannot be read.
    Forgotten(Option<JournalError>),
}

impl Resender {
    /// Resolves an unknown send, which is settled by its own event and by nothing else. Sends nothing to anybody. What
    /// was sent within the repeat window is looked for closely, for a send that may follow.
    pub async fn find_out(&self, environment: Environment, send: Intent, repeat_window: Duration) -> Resolution {
        let reservation = match self.journal.reservation_of(environment, send).await {
            Ok(Some(reservation)) => reservation,
            Ok(None) => return Resolution::Forgotten(None),
            Err(error) => return Resolution::Forgotten(Some(error)),
        };
        let status = match self.looker.look_up(environment, reservation.as_str(), repeat_window).await {
            LookUpResult::Seen(seen) => seen.details.status,
            LookUpResult::NotFound(_) | LookUpResult::NoId => return Resolution::NotFound,
            LookUpResult::Unseen(_, reason) => return Resolution::Unseen(reason),
        };
        let trace = match reservation.payable() {
            Payable::Order => None,
            Payable::Reservation => Some(self.looker.trace(environment, &reservation, send).await),
        };
        match (trace, status) {
            (Some(Trace::Listed(begun)), _) => {
                match self.journal.found_sent(environment, &reservation, send, begun).await {
                    // It was deleted meanwhile.
                    Ok(false) => return Resolution::Forgotten(None),
                    Ok(true) => self.forget_if_settled(environment, &reservation).await,
                    // It left all the same, and is found again the next time.
                    Err(_) => {}
                }
                Resolution::Sent(Moment::of(begun))
            }
            (Some(Trace::Forgotten), _) => Resolution::Forgotten(None),
            (_, Some(status)) if status.is_settled() => Resolution::Over(status),
            (Some(Trace::Half(by)), status) => Resolution::Half(by, status),
            (Some(Trace::Nearby { when, to_whom }), status) => Resolution::Nearby { when, to_whom, status },
            (Some(Trace::Another), status) => Resolution::Another(status),
            (Some(Trace::NotListed), status) => Resolution::NotListed(status),
            (Some(Trace::ReadFailure), status) => Resolution::NoEvents(status),
            (None, status) => Resolution::Order(status),
        }
    }

    /// Settles an unknown send where the service lists it by now, in reads that nobody waits for. It is sent once that
    /// is written down, and never before.
    pub(crate) async fn settle(
        &self,
        environment: Environment,
        reservation: &ReservationId,
        send: Intent,
        connection: &BackgroundConnection,
    ) -> Result<Option<Moment>, ReadFailure> {
        let trace = self.looker.trace_in_background(environment, reservation, send, connection).await?;
        let Trace::Listed(begun) = trace else { return Ok(None) };
        let is_sent = self.journal.found_sent(environment, reservation, send, begun).await.unwrap_or(false);
        if is_sent {
            self.forget_if_settled(environment, reservation).await;
        }
        Ok(is_sent.then(|| Moment::of(begun)))
    }

    /// Clears the reservation in the in-flight lock, once none of its sends is unknown: there may be more than one.
    async fn forget_if_settled(&self, environment: Environment, reservation: &ReservationId) {
        let past = self.journal.recent_sends(environment, reservation, u32::MAX).await;
        if past.is_ok_and(|past| past.iter().all(|send| send.state != SendState::Unknown)) {
            self.in_flight.forget_unknown(environment, reservation);
        }
    }
}

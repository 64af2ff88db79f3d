use std::{
    collections::HashMap,
    mem,
    time::{Duration, Instant},
};

use parking_lot::Mutex;

use crate::domain::{Environment, Outcome, Recipient, Resend, ReservationId};

/// The in-flight lock, which keeps one decision at one message, whatever the page does.
///
/// It looks at the reservation alone. Two sends of one reservation at the same moment share a channel more often than
/// not, and then somebody gets two messages.
#[derive(Debug, Default)]
pub(super) struct InFlight {
    known: Mutex<HashMap<Key, State>>,
}

/// The longest that a send takes, but where something hangs.
const LONGEST: Duration = Duration::from_secs(90);

type Key = (Environment, ReservationId);

#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct State {
    /// The time since which one is under way.
    since: Option<Instant>,
    /// The recipients who may have been reached, and have not been sent it again since.
    unknown: Vec<Recipient>,
}

/// The permit for one send. It ends when dropped; a send that was dropped underway is *unknown*.
#[derive(Debug)]
pub(super) struct Permit<'a> {
    in_flight: &'a InFlight,
    resend: Resend,
    since: Instant,
    end: Mutex<End>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    /// It has not left, or was clearly refused.
    Nothing,
    Sent,
    Unknown,
}

impl InFlight {
    /// Gives the permit for a send; none while another one of the reservation is under way.
    pub(super) fn permit(&self, resend: &Resend) -> Option<Permit<'_>> {
        let mut known = self.known.lock();
        let state = known.entry(key(resend)).or_default();
        if state.since.is_some() {
            return None;
        }
        let since = Instant::now();
        state.since = Some(since);
        Some(Permit { in_flight: self, resend: resend.clone(), since, end: Mutex::new(End::Nothing) })
    }

    /// Whether an earlier send of the reservation is unknown, and no later one has reached the same.
    pub(super) fn has_unknown(&self, resend: &Resend) -> bool {
        self.known.lock().get(&key(resend)).is_some_and(|state| !state.unknown.is_empty())
    }

    /// Forgets the unknown sends of a reservation: they are known by now.
    pub(super) fn forget_unknown(&self, environment: Environment, reservation: &ReservationId) {
        let mut known = self.known.lock();
        let key = (environment, reservation.clone());
        if let Some(state) = known.get_mut(&key) {
            state.unknown.clear();
            if state.since.is_none() {
                known.remove(&key);
            }
        }
    }

    /// Whether a send is under way. Not for ever: a disk that hangs must not keep a window open that somebody wants to
    /// close.
    pub(super) fn is_sending(&self, now: Instant) -> bool {
        let waits = |begun: Instant| now.saturating_duration_since(begun) < LONGEST;
        self.known.lock().values().filter_map(|state| state.since).any(waits)
    }
}

fn key(resend: &Resend) -> Key {
    (resend.environment, resend.reservation.clone())
}

impl Permit<'_> {
    pub(super) fn resend(&self) -> &Resend {
        &self.resend
    }

    pub(super) fn held_for(&self) -> Duration {
        self.since.elapsed()
    }

    /// Marks the send as in flight: from here until its outcome is recorded nobody knows.
    pub(super) fn mark_in_flight(&self) {
        *self.end.lock() = End::Unknown;
    }

    pub(super) fn record_outcome(&self, outcome: &Outcome) {
        *self.end.lock() = match outcome {
            Outcome::Sent => End::Sent,
            Outcome::NotSent(_) => End::Nothing,
            Outcome::Unknown(_) => End::Unknown,
        };
    }
}

impl State {
    /// Updates the state after a send, as the journal counts: *not sent* says nothing about an earlier send that is
    /// still unknown, and *sent* nothing about one to somebody else.
    fn after(&mut self, end: End, recipient: &Recipient) {
        self.since = None;
        match end {
            End::Nothing => {}
            End::Sent => {
                let unknown = mem::take(&mut self.unknown);
                self.unknown = unknown.iter().filter_map(|unknown| unknown.without(recipient)).collect();
            }
            End::Unknown => self.unknown.push(recipient.clone()),
        }
    }
}

impl Drop for Permit<'_> {
    fn drop(&mut self) {
        let end = *self.end.lock();
        let mut known = self.in_flight.known.lock();
        let key = key(&self.resend);
        if let Some(state) = known.get_mut(&key) {
            state.after(end, &self.resend.recipient);
            if state.unknown.is_empty() {
                known.remove(&key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{EmailAddress, NotSent, PhoneNumber, Region, Unknown};

    /// The reason why it was stopped.
    #[derive(Debug, PartialEq)]
    enum Stopped {
        Busy,
        EarlierUnknown,
    }

    fn kari() -> Resend {
        to("412 34 567")
    }

    fn to(number: &str) -> Resend {
        let number = PhoneNumber::parse(number, Region::default()).expect("a number");
        of(Recipient::new(Some(number), None))
    }

    fn by_email() -> Resend {
        of(Recipient::new(None, EmailAddress::parse("kari@example.com").ok()))
    }

    fn of(recipient: Option<Recipient>) -> Resend {
        let reservation = ReservationId::parse("RES3633019929").expect("an id");
        Resend { environment: Environment::Production, reservation, recipient: recipient.expect("a recipient") }
    }

    fn enter<'a>(in_flight: &'a InFlight, resend: &Resend, again: bool) -> Result<Permit<'a>, Stopped> {
        let permit = in_flight.permit(resend).ok_or(Stopped::Busy)?;
        if in_flight.has_unknown(resend) && !again { Err(Stopped::EarlierUnknown) } else { Ok(permit) }
    }

    fn send(in_flight: &InFlight, again: bool, outcome: &Outcome) -> Result<(), Stopped> {
        send_to(in_flight, &kari(), again, outcome)
    }

    fn send_to(in_flight: &InFlight, resend: &Resend, again: bool, outcome: &Outcome) -> Result<(), Stopped> {
        let permit = enter(in_flight, resend, again)?;
        permit.mark_in_flight();
        permit.record_outcome(outcome);
        Ok(())
    }

    #[test]
    fn a_second_send_is_stopped_while_the_first_runs() {
        let in_flight = InFlight::default();
        let first = enter(&in_flight, &kari(), false).expect("nothing runs yet");

        assert_eq!(enter(&in_flight, &kari(), true).err(), Some(Stopped::Busy));
        assert!(
            in_flight.permit(&Resend { environment: Environment::Demo, ..kari() }).is_some(),
            "another environment is another desk"
        );

        drop(first);
        assert!(enter(&in_flight, &kari(), false).is_ok());
    }

    #[test]
    fn an_unknown_send_asks_before_it_is_repeated() {
        let in_flight = InFlight::default();
        send(&in_flight, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");

        assert_eq!(send(&in_flight, false, &Outcome::Sent), Err(Stopped::EarlierUnknown));
        assert_eq!(send(&in_flight, true, &Outcome::Sent), Ok(()));
        assert_eq!(send(&in_flight, false, &Outcome::Sent), Ok(()), "the service's word has settled it");
    }

    #[test]
    fn a_later_send_to_somebody_else_does_not_settle_an_unknown_send() {
        for other in [to("412 34 599"), by_email()] {
            let in_flight = InFlight::default();
            send(&in_flight, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");
            send_to(&in_flight, &other, true, &Outcome::Sent).expect("again, to another");

            assert_eq!(send(&in_flight, false, &Outcome::Sent), Err(Stopped::EarlierUnknown), "{other:?}");
            assert_eq!(send(&in_flight, true, &Outcome::Sent), Ok(()));
            assert_eq!(send(&in_flight, false, &Outcome::Sent), Ok(()), "now the same has been sent it");
        }
    }

    #[test]
    fn of_two_channels_each_has_to_be_settled() {
        let in_flight = InFlight::default();
        let both = of(Recipient::new(kari().recipient.sms().cloned(), by_email().recipient.email().cloned()));
        send_to(&in_flight, &both, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");

        send_to(&in_flight, &by_email(), true, &Outcome::Sent).expect("one of them");
        assert_eq!(send(&in_flight, false, &Outcome::Sent), Err(Stopped::EarlierUnknown));
        send(&in_flight, true, &Outcome::Sent).expect("the other");
        assert_eq!(send(&in_flight, false, &Outcome::Sent), Ok(()));
    }

    #[test]
    fn a_later_refusal_does_not_settle_an_unknown_send() {
        let in_flight = InFlight::default();
        send(&in_flight, false, &Outcome::Unknown(Unknown::NoAnswer)).expect("the first");
        send(&in_flight, true, &Outcome::NotSent(NotSent::NoContact)).expect("again");

        assert_eq!(send(&in_flight, false, &Outcome::Sent), Err(Stopped::EarlierUnknown));
    }

    #[test]
    fn a_send_that_was_dropped_underway_is_unknown() {
        let in_flight = InFlight::default();
        let permit = enter(&in_flight, &kari(), false).expect("nothing runs yet");
        permit.mark_in_flight();
        drop(permit);

        assert_eq!(enter(&in_flight, &kari(), false).err(), Some(Stopped::EarlierUnknown));
    }

    #[test]
    fn a_send_that_never_began_to_leave_is_forgotten() {
        let in_flight = InFlight::default();
        drop(enter(&in_flight, &kari(), false).expect("nothing runs yet"));

        assert!(enter(&in_flight, &kari(), false).is_ok());
    }
}

use std::cmp::Reverse;

use super::{
    claims::{Claims, Owner},
    listing::TimedEvent,
};
use crate::{
    domain::{Addressee, Event, EventKind, Moment, Timestamp},
    journal::{Channel, SendRecord, SendState},
};

/// A link that another desk sent a moment ago, by the service's filter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SendElsewhere {
    pub to: Addressee,
    /// It was not later than this, by the service's clock.
    pub latest: Timestamp,
    /// When it was, where that is certain.
    pub at: Option<Timestamp>,
}

pub(super) struct MergedEvents {
    pub(super) events: Vec<Event>,
    pub(super) elsewhere: Vec<SendElsewhere>,
}

/// Merges the service's events and our own, newest first. A send from here that the service tells of too is one event:
/// ours, at our time.
pub(super) fn merged(
    from_service: &[TimedEvent],
    from_here: &[SendRecord],
    claims: &Claims<'_>,
    most: u32,
) -> MergedEvents {
    let owners = claims.owners();
    let mut ours: Vec<(&SendRecord, Channel)> = Vec::new();
    let mut elsewhere = Vec::new();
    let mut events: Vec<Event> = Vec::new();
    for (placed, owner) in from_service.iter().zip(&owners) {
        match owner {
            Owner::Ours(claim) => {
                ours.push((claim.send, claim.by));
                events.push(event(claim.send, claim.by, placed.event.kind.clone()));
            }
            Owner::PerhapsOurs => events.push(placed.event.clone()),
            Owner::Elsewhere => {
                elsewhere.extend(of_another_desk(placed));
                events.push(placed.event.clone());
            }
        }
    }
    let mut events = oldest_first(events);
    for send in from_here.iter().rev() {
        events
            .extend(send.channels().filter(|by| !ours.contains(&(send, *by))).filter_map(|by| event_of_row(send, by)));
    }
    // What came later in the list is newer where the minute is the same; what has no time is last.
    events.reverse();
    events.sort_by_key(|event| Reverse(at(event)));
    events.truncate(most.try_into().unwrap_or(usize::MAX));
    MergedEvents { events, elsewhere }
}

/// Orders events oldest first. In which order the service lists them is not written anywhere.
fn oldest_first(mut events: Vec<Event>) -> Vec<Event> {
    let mut times = events.iter().filter_map(at);
    if let (Some(first), Some(last)) = (times.next(), times.next_back())
        && first > last
    {
        events.reverse();
    }
    events
}

/// Makes the event of a row of the journal. What was not sent did not happen.
fn event_of_row(send: &SendRecord, by: Channel) -> Option<Event> {
    match send.state {
        SendState::Sent => Some(event(send, by, EventKind::Resent)),
        SendState::Unknown => Some(event(send, by, EventKind::Unknown)),
        // What is on its way has not happened yet.
        SendState::NotSent | SendState::UnderWay => None,
    }
}

fn event(send: &SendRecord, by: Channel, kind: EventKind) -> Event {
    let to = send.masked(by).map_or(Addressee::Unreadable, |masked| Addressee::Masked(masked.to_owned()));
    Event { kind, when: Some(Moment::of(send.at)), to, from_here: true }
}

fn of_another_desk(placed: &TimedEvent) -> Option<SendElsewhere> {
    let certain = placed.event.when.as_ref().and_then(Moment::certain_time);
    let latest = certain.or_else(|| placed.when.as_ref().map(|when| when.end))?;
    let is_sending = placed.event.kind.is_sending();
    is_sending.then(|| SendElsewhere { to: placed.event.to.clone(), latest, at: certain })
}

fn at(event: &Event) -> Option<Timestamp> {
    event.when.as_ref()?.at
}

#[cfg(test)]
mod tests {
    use super::{super::clock::Clock, *};
    use crate::{
        domain::{EmailAddress, PhoneNumber, Recipient, Region, Zone},
        journal::{ContactKey, Intent},
    };

    /// 14:05:42 on 22 November 2026, in Norway.
    const AFTERNOON: i64 = 1_795_352_742_000;

    #[test]
    fn a_send_from_here_that_the_service_tells_of_too_is_one_event() {
        let sms = "+4741234567";
        for (of_service, one) in [
            (event(EventKind::Resent, "22.11.2026 14:05", Some(sms)), true),
            (event(EventKind::Resent, "22.11.2026 14:07", Some(sms)), true),
            (event(EventKind::Resent, "22.11.2026 14:04", Some(sms)), true),
            (event(EventKind::Resent, "22.11.2026 14:05", Some("41234567")), true),
            (event(EventKind::Resent, "22.11.2026 14:05", None), true),
            (event(EventKind::Resent, "22.11.2026 14:08", Some(sms)), false),
            (event(EventKind::Resent, "22.11.2026 14:02", Some(sms)), false),
            (event(EventKind::Resent, "22.11.2026 14:05", Some("+46701234567")), false),
            (event(EventKind::Resent, "22.11.2026 14:05", Some("+4741234568")), false),
            (event(EventKind::Resent, "some day", Some(sms)), false),
            (event(EventKind::Sent, "22.11.2026 14:05", Some(sms)), true),
            (event(EventKind::Opened, "22.11.2026 14:05", None), false),
        ] {
            let events = merged(vec![of_service.clone()], &[send(SendState::Sent)], 20);

            assert_eq!(events.len(), if one { 1 } else { 2 }, "{of_service:?}");
            assert_eq!(events.iter().filter(|event| event.from_here).count(), 1);
        }
    }

    #[test]
    fn each_event_of_the_service_takes_one_send_of_ours() {
        let twice = vec![event(EventKind::Resent, "22.11.2026 14:05", Some("+4741234567")); 2];

        assert_eq!(merged(twice.clone(), &[send(SendState::Sent)], 20).len(), 2, "the other was a colleague's");
        assert_eq!(
            merged(
                twice,
                &[send(SendState::Sent), SendRecord { intent: Intent::numbered(2), ..send(SendState::Sent) }],
                20
            )
            .len(),
            2
        );
    }

    #[test]
    fn an_unknown_send_that_the_service_tells_of_has_happened() {
        let of_service = event(EventKind::Resent, "22.11.2026 14:06", Some("+4741234567"));
        let settled = merged(vec![of_service], &[send(SendState::Unknown)], 20);
        assert_eq!((&settled[0].kind, settled[0].from_here), (&EventKind::Resent, true));

        let alone = merged(Vec::new(), &[send(SendState::Unknown), send(SendState::NotSent)], 20);
        assert_eq!(alone.iter().map(|event| &event.kind).collect::<Vec<_>>(), [&EventKind::Unknown]);
    }

    #[test]
    fn both_channels_of_one_send_are_told_of() {
        let address = EmailAddress::parse("kari@example.com").expect("an address");
        let both = to(Some("412 34 567"), Some(&address), SendState::Sent);

        let events = merged(vec![event(EventKind::Resent, "22.11.2026 14:05", Some("Kari@example.com"))], &[both], 20);

        let mut to: Vec<_> = events.iter().filter_map(|event| event.to.masked()).collect();
        to.sort_unstable();
        assert_eq!(to, ["+47 … 567", "k…@example.com"]);
        assert!(events.iter().all(|event| event.from_here));
    }

    #[test]
    fn the_newest_is_first_in_whichever_order_the_service_lists() {
        let sent = event(EventKind::Sent, "20.11.2026 09:00", None);
        let opened = event(EventKind::Opened, "21.11.2026 10:30", None);
        let reserved = event(EventKind::AmountReserved, "21.11.2026 10:30", None);
        let timeless = event(EventKind::Expired, "some day", None);
        let expected = [&reserved, &opened, &sent, &timeless].map(Clone::clone);

        let up = vec![timeless.clone(), sent.clone(), opened.clone(), reserved.clone()];
        let down = vec![reserved, opened, sent, timeless];

        assert_eq!(merged(up, &[], 20), expected);
        assert_eq!(merged(down, &[], 20), expected);
    }

    #[test]
    fn the_list_is_short() {
        let many =
            (0..60).map(|minute| event(EventKind::Opened, &format!("22.11.2026 12:{minute:02}"), None)).collect();

        let events = merged(many, &[send(SendState::Sent)], 20);

        assert_eq!(events.len(), 20);
        assert!(events[0].from_here);
        assert_eq!(events[19].when.as_ref().map(|when| when.text.as_str()), Some("22.11.2026 12:41"));
    }

    /// With the zone known, as after the first event that was asked for narrowly.
    fn merged(from_service: Vec<Event>, from_here: &[SendRecord], most: u32) -> Vec<Event> {
        let clock = Clock { zone: Some(Zone::norway()), ..Clock::default() };
        let placed: Vec<TimedEvent> =
            from_service.into_iter().map(|event| TimedEvent::of(event, None, &clock)).collect();
        let key = key();
        super::merged(&placed, from_here, &Claims::new(&placed, from_here, &key, &clock), most).events
    }

    fn event(kind: EventKind, when: &str, to: Option<&str>) -> Event {
        let when = Moment::read(when, Some(&Zone::norway()));
        Event { kind, when, to: Addressee::read(to.unwrap_or_default()), from_here: false }
    }

    fn send(known: SendState) -> SendRecord {
        to(Some("412 34 567"), None, known)
    }

    fn to(number: Option<&str>, address: Option<&EmailAddress>, known: SendState) -> SendRecord {
        let number = number.and_then(|number| PhoneNumber::parse(number, Region::default()).ok());
        let recipient = Recipient::new(number, address.cloned()).expect("somebody");
        SendRecord::to(&recipient, &key(), Timestamp::from_millis(AFTERNOON), known)
    }

    fn key() -> ContactKey {
        ContactKey::from_bytes([7; 32])
    }
}

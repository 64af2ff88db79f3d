use std::cmp::Reverse;

use crate::{
    domain::{Event, EventKind, Moment},
    journal::{Intent, Known, PastSend},
};

/// The service writes minutes, by a clock of its own.
const SAME_TIME: u64 = 2 * 60 * 1000;

pub(super) struct Merged {
    pub(super) events: Vec<Event>,
    pub(super) unknown_but_listed: Vec<Intent>,
}

/// One list, newest first. A send from here that the service tells of too is one event: ours, at our time.
pub(super) fn merged(from_service: Vec<Event>, from_here: Vec<PastSend>, most: u32) -> Merged {
    let mut events = oldest_first(from_service);
    let mut unknown_but_listed = Vec::new();
    for send in from_here.into_iter().rev() {
        let (intent, known) = (send.intent, send.known);
        for ours in sends(send) {
            match events.iter_mut().filter(|event| is_same(event, &ours)).min_by_key(|event| apart(event, &ours)) {
                Some(event) => {
                    *event = Event { kind: event.kind.clone(), ..ours };
                    if known == Known::Unknown && !unknown_but_listed.contains(&intent) {
                        unknown_but_listed.push(intent);
                    }
                }
                None => events.push(ours),
            }
        }
    }
    // What came later in the list is newer where the minute is the same; what has no time is last.
    events.reverse();
    events.sort_by_key(|event| Reverse(at(event)));
    events.truncate(most.try_into().unwrap_or(usize::MAX));
    Merged { events, unknown_but_listed }
}

/// In which order the service lists them is not written anywhere.
fn oldest_first(mut events: Vec<Event>) -> Vec<Event> {
    let mut times = events.iter().filter_map(at);
    if let (Some(first), Some(last)) = (times.next(), times.next_back())
        && first > last
    {
        events.reverse();
    }
    events
}

/// What one row of the journal tells, one event for each channel. What was not sent did not happen.
fn sends(send: PastSend) -> Vec<Event> {
    let kind = match send.known {
        Known::Sent => EventKind::Resent,
        Known::Unknown => EventKind::Unknown,
        // What is on its way has not happened yet.
        Known::NotSent | Known::UnderWay => return Vec::new(),
    };
    let event = |to| Event { kind: kind.clone(), when: Some(Moment::of(send.at)), to: Some(to), from_here: true };
    [send.sms_to, send.email_to].into_iter().flatten().map(event).collect()
}

fn is_same(event: &Event, ours: &Event) -> bool {
    event.kind == EventKind::Resent
        && !event.from_here
        && apart(event, ours).is_some_and(|apart| apart <= SAME_TIME)
        // An event without a contact may be to anybody; at this time it is ours.
        && event.to.as_deref().is_none_or(|to| ours.to.as_deref().is_some_and(|ours| is_same_contact(to, ours)))
}

/// Of `+47 … 567` and `k…@example.com`: the ends are the same, and so are the beginnings where both are known.
fn is_same_contact(one: &str, other: &str) -> bool {
    let halves = |masked: &str| {
        let (start, end) = masked.split_once('…').unwrap_or(("", masked));
        (start.trim().to_lowercase(), end.trim().to_lowercase())
    };
    let ((start, end), (other_start, other_end)) = (halves(one), halves(other));
    end == other_end && (start == other_start || start.is_empty() || other_start.is_empty())
}

fn apart(event: &Event, ours: &Event) -> Option<u64> {
    Some(at(event)?.abs_diff(at(ours)?))
}

fn at(event: &Event) -> Option<i64> {
    event.when.as_ref()?.at
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, UNIX_EPOCH};

    use super::*;

    /// 14:05:42 on 22 November 2026, in Norway.
    const AFTERNOON: Duration = Duration::from_secs(1_795_352_742);

    #[test]
    fn a_send_from_here_that_the_service_tells_of_too_is_one_event() {
        let sms = "+47 … 567";
        for (of_service, one) in [
            (event(EventKind::Resent, "22.11.2026 14:05", Some(sms)), true),
            (event(EventKind::Resent, "22.11.2026 14:07", Some(sms)), true),
            (event(EventKind::Resent, "22.11.2026 14:04", Some(sms)), true),
            (event(EventKind::Resent, "22.11.2026 14:05", Some("… 567")), true),
            (event(EventKind::Resent, "22.11.2026 14:05", None), true),
            (event(EventKind::Resent, "22.11.2026 14:08", Some(sms)), false),
            (event(EventKind::Resent, "22.11.2026 14:03", Some(sms)), false),
            (event(EventKind::Resent, "22.11.2026 14:05", Some("+46 … 567")), false),
            (event(EventKind::Resent, "22.11.2026 14:05", Some("+47 … 568")), false),
            (event(EventKind::Resent, "some day", Some(sms)), false),
            (event(EventKind::Sent, "22.11.2026 14:05", Some(sms)), false),
        ] {
            let events = merged(vec![of_service.clone()], vec![send(Known::Sent)], 20);

            assert_eq!(events.len(), if one { 1 } else { 2 }, "{of_service:?}");
            assert_eq!(events.iter().filter(|event| event.from_here).count(), 1);
        }
    }

    #[test]
    fn each_event_of_the_service_takes_one_send_of_ours() {
        let twice = vec![event(EventKind::Resent, "22.11.2026 14:05", Some("+47 … 567")); 2];

        assert_eq!(merged(twice.clone(), vec![send(Known::Sent)], 20).len(), 2, "the other was a colleague's");
        assert_eq!(merged(twice, vec![send(Known::Sent), send(Known::Sent)], 20).len(), 2);
    }

    #[test]
    fn an_unknown_send_that_the_service_tells_of_has_happened() {
        let of_service = event(EventKind::Resent, "22.11.2026 14:06", Some("+47 … 567"));
        let settled = merged(vec![of_service], vec![send(Known::Unknown)], 20);
        assert_eq!((&settled[0].kind, settled[0].from_here), (&EventKind::Resent, true));

        let alone = merged(Vec::new(), vec![send(Known::Unknown), send(Known::NotSent)], 20);
        assert_eq!(alone.iter().map(|event| &event.kind).collect::<Vec<_>>(), [&EventKind::Unknown]);
    }

    #[test]
    fn both_channels_of_one_send_are_told_of() {
        let both = PastSend { email_to: Some("k…@example.com".to_owned()), ..send(Known::Sent) };

        let events = merged(vec![event(EventKind::Resent, "22.11.2026 14:05", Some("K…@example.com"))], vec![both], 20);

        let mut to: Vec<_> = events.iter().filter_map(|event| event.to.as_deref()).collect();
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

        assert_eq!(merged(up, Vec::new(), 20), expected);
        assert_eq!(merged(down, Vec::new(), 20), expected);
    }

    #[test]
    fn the_list_is_short() {
        let many =
            (0..60).map(|minute| event(EventKind::Opened, &format!("22.11.2026 12:{minute:02}"), None)).collect();

        let events = merged(many, vec![send(Known::Sent)], 20);

        assert_eq!(events.len(), 20);
        assert!(events[0].from_here);
        assert_eq!(events[19].when.as_ref().map(|when| when.text.as_str()), Some("22.11.2026 12:41"));
    }

    fn merged(from_service: Vec<Event>, from_here: Vec<PastSend>, most: u32) -> Vec<Event> {
        super::merged(from_service, from_here, most).events
    }

    fn event(kind: EventKind, when: &str, to: Option<&str>) -> Event {
        Event { kind, when: Some(Moment::read(when)), to: to.map(str::to_owned), from_here: false }
    }

    fn send(known: Known) -> PastSend {
        let intent = Intent::nowhere();
        PastSend { intent, sms_to: Some("+47 … 567".to_owned()), email_to: None, at: UNIX_EPOCH + AFTERNOON, known }
    }
}

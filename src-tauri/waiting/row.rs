use std::fmt;

use serde::Serialize;

use super::trails::{LastEvent, Step, Trail};
use crate::{
    connect::Details,
    domain::{EmailAddress, Moment, PhoneNumber, ReservationId, Status, Timestamp, Zone},
};

/// A row of the list: one link that somebody has still to pay by. `Debug` shows neither name nor contacts.
#[derive(Clone, PartialEq)]
pub struct Row {
    pub id: ReservationId,
    pub group: Group,
    pub customer: Option<String>,
    /// In kroner.
    pub amount: Option<f64>,
    pub status: Option<Status>,
    pub due: Option<Moment>,
    pub last: Last,
    pub sms_to: Option<PhoneNumber>,
    pub email_to: Option<EmailAddress>,
    pub references: Vec<String>,
}

/// The group of a row, the most urgent first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "WaitingGroup"))]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// The link has expired.
    Expired,
    /// It has to be paid today.
    Due,
    /// A payment failed since the link was last sent.
    Failed,
    Opened,
    Unopened,
    /// Nobody waits for it any more: only a search finds it.
    Settled,
}

/// The last thing that happened to a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "WaitingLast"))]
pub struct Last {
    pub kind: LastKind,
    pub when: Option<Moment>,
    /// The ways that the link was sent.
    pub by_sms: bool,
    pub by_email: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(rename = "WaitingLastKind"))]
#[serde(rename_all = "kebab-case")]
pub enum LastKind {
    Sent,
    Resent,
    Opened,
    Failed,
    Expired,
    /// Reserved, paid, cancelled, or whatever its status says.
    Settled,
}

impl Row {
    /// Makes the row of a reservation; None where nobody waits for its payment. What the details say counts more than
    /// what the events told.
    pub(super) fn of(
        id: &ReservationId,
        trail: &Trail,
        details: &Details,
        zone: Option<&Zone>,
        now: Timestamp,
    ) -> Option<Self> {
        let last = Last::of(trail.last.as_ref()?, zone)?;
        // No status says nothing against what the events tell.
        let is_open = !details.status.as_ref().is_some_and(Status::is_settled);
        is_open.then(|| Self::new(id, Group::of(trail, details, zone, now), last, details))
    }

    /// Makes the row of a reservation that nobody has to pay any more.
    pub(super) fn settled(id: &ReservationId, last: Last, details: &Details) -> Self {
        Self::new(id, Group::Settled, last, details)
    }

    fn new(id: &ReservationId, group: Group, last: Last, details: &Details) -> Self {
        Self {
            id: id.clone(),
            group,
            last,
            customer: details.customer.clone(),
            amount: details.amount,
            status: details.status.clone(),
            due: details.due.clone(),
            sms_to: details.sms_to.clone(),
            email_to: details.email_to.clone(),
            references: details.references.clone(),
        }
    }
}

impl Group {
    fn of(trail: &Trail, details: &Details, zone: Option<&Zone>, now: Timestamp) -> Self {
        let due = details.due.as_ref().and_then(|due| due.at);
        let is_past = |end: Option<Timestamp>| end.is_some_and(|end| end <= now);
        let has_expired = details.status == Some(Status::Expired)
            || details.due.as_ref().is_some_and(|due| is_past(due.latest_end(zone)))
            // A link that was sent again may have a new time to be paid by.
            || trail.has_expired && details.due.as_ref().is_none_or(|due| due.at.is_none() || is_past(due.end()));
        match () {
            () if has_expired => Self::Expired,
            () if due.is_some_and(|due| day_of(due) == day_of(now)) => Self::Due,
            () if trail.has_failed => Self::Failed,
            () if trail.was_opened => Self::Opened,
            () => Self::Unopened,
        }
    }
}

/// Returns the day in Norway, where the links are to be paid.
fn day_of(time: Timestamp) -> Option<String> {
    Zone::norway().written(time, "%Y-%m-%d")
}

impl Last {
    pub(super) fn settled(when: Option<Moment>) -> Self {
        Self { kind: LastKind::Settled, when, by_sms: false, by_email: false }
    }

    pub(super) fn of(event: &LastEvent, zone: Option<&Zone>) -> Option<Self> {
        let kind = match event.step {
            Step::Sent => LastKind::Sent,
            Step::Resent => LastKind::Resent,
            Step::Opened => LastKind::Opened,
            Step::Failed => LastKind::Failed,
            Step::Expired => LastKind::Expired,
            Step::Aside | Step::Settled => return None,
        };
        let when = event.when.clone().map(|when| when.in_known_zone(zone));
        Some(Self { kind, when, by_sms: event.by_sms, by_email: event.by_email })
    }
}

impl fmt::Debug for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Row").field("id", &self.id).field("group", &self.group).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// 14:05:42 on 22 November 2026, in Norway.
    const AFTERNOON: i64 = 1_795_352_742_000;

    #[test]
    fn the_most_urgent_group_is_the_one() {
        let (opened, failed, expired) = (opened(), failed(), expired());
        let sent = trail(Step::Sent);
        for (trail, status, due, group) in [
            (&sent, Status::NotPaid, None, Some(Group::Unopened)),
            (&sent, Status::NotPaid, Some("23:59, 26.11.2026"), Some(Group::Unopened)),
            (&opened, Status::NotPaid, Some("23:59, 26.11.2026"), Some(Group::Opened)),
            (&failed, Status::NotPaid, Some("23:59, 26.11.2026"), Some(Group::Failed)),
            (&failed, Status::NotPaid, Some("23:59, 22.11.2026"), Some(Group::Due)),
            (&sent, Status::NotPaid, Some("14:06, 22.11.2026"), Some(Group::Due)),
            (&sent, Status::NotPaid, Some("00:00, 23.11.2026"), Some(Group::Unopened)),
            // Nobody knows in which zone that is written.
            (&sent, Status::NotPaid, Some("14:05, 22.11.2026"), Some(Group::Due)),
            (&expired, Status::NotPaid, Some("14:05, 22.11.2026"), Some(Group::Expired)),
            (&opened, Status::NotPaid, Some("23:59, 21.11.2026"), Some(Group::Expired)),
            (&sent, Status::NotPaid, Some("2026-11-22T14:05:00+01:00"), Some(Group::Expired)),
            // A day without a time lasts until its end.
            (&sent, Status::NotPaid, Some("22.11.2026"), Some(Group::Due)),
            (&sent, Status::NotPaid, Some("20.11.2026"), Some(Group::Expired)),
            (&opened, Status::Expired, Some("23:59, 26.11.2026"), Some(Group::Expired)),
            (&expired, Status::NotPaid, None, Some(Group::Expired)),
            (&expired, Status::NotPaid, Some("some day"), Some(Group::Expired)),
            // It was given more time.
            (&expired, Status::NotPaid, Some("23:59, 26.11.2026"), Some(Group::Unopened)),
            (&sent, Status::Other("DRAFT".to_owned()), None, Some(Group::Unopened)),
            (&opened, Status::Reserved, None, None),
            (&opened, Status::Paid, None, None),
            (&expired, Status::Completed, None, None),
            (&expired, Status::Cancelled, None, None),
            (&sent, Status::Invoiced, None, None),
            (&sent, Status::Refunded, None, None),
            (&sent, Status::PartlyRefunded, None, None),
        ] {
            let due_at = due.and_then(|due| Moment::read(due, None));
            let details = Details { status: Some(status.clone()), due: due_at, ..Details::default() };
            let row = row(trail, &details, None);
            assert_eq!(row.map(|row| row.group), group, "{trail:?} {status:?} {due:?}");
        }
        assert_eq!(row(&sent, &Details::default(), None).map(|row| row.group), Some(Group::Unopened), "no status");
        assert_eq!(row(&Trail::default(), &Details::default(), None), None, "nothing tells of a link");
    }

    #[test]
    fn a_link_has_expired_in_the_known_zone_and_in_norways_or_not_at_all() {
        let (sent, norway) = (trail(Step::Sent), Zone::norway());
        for (zone, due, group) in [
            (&norway, "14:05, 22.11.2026", Group::Expired),
            (&norway, "14:06, 22.11.2026", Group::Due),
            // An hour is left, if it is written as the events are.
            (&Zone::fixed(0).expect("UTC"), "13:06, 22.11.2026", Group::Due),
            (&Zone::fixed(0).expect("UTC"), "13:05, 22.11.2026", Group::Expired),
            // Or as clocks in Norway show it.
            (&Zone::fixed(6 * 3600).expect("Dhaka"), "14:06, 22.11.2026", Group::Due),
        ] {
            let details = Details { due: Moment::read(due, None), ..Details::default() };
            assert_eq!(row(&sent, &details, Some(zone)).map(|row| row.group), Some(group), "{zone:?} {due}");
        }
    }

    #[test]
    fn the_time_of_the_last_event_is_read_in_the_zone_that_is_known() {
        let mut sent = trail(Step::Resent);
        if let Some(last) = &mut sent.last {
            last.when = Moment::read("22.11.2026 13:05", None);
            (last.by_sms, last.by_email) = (true, false);
        }

        let guessed = row(&sent, &Details::default(), None).expect("a row").last;
        let known = row(&sent, &Details::default(), Zone::fixed(0).as_ref()).expect("a row").last;

        assert_eq!((known.kind, known.by_sms, known.by_email), (LastKind::Resent, true, false));
        let at = |last: Last| last.when.and_then(|when| when.certain_time());
        assert_eq!(at(guessed), None);
        assert_eq!(at(known), Some(Timestamp::from_millis(AFTERNOON - 42_000)));
    }

    fn row(trail: &Trail, details: &Details, zone: Option<&Zone>) -> Option<Row> {
        let id = ReservationId::parse("RES3633019929").expect("an id");
        Row::of(&id, trail, details, zone, Timestamp::from_millis(AFTERNOON))
    }

    fn trail(step: Step) -> Trail {
        let last = LastEvent { step, when: None, by_sms: false, by_email: false };
        Trail { last: Some(last), ..Trail::default() }
    }

    fn opened() -> Trail {
        Trail { was_opened: true, ..trail(Step::Opened) }
    }

    fn failed() -> Trail {
        Trail { was_opened: true, has_failed: true, ..trail(Step::Failed) }
    }

    fn expired() -> Trail {
        Trail { has_expired: true, ..trail(Step::Expired) }
    }
}

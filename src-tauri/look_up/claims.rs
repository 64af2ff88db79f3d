//! Matches events of the service with sends of ours. Pure: the journal knows what left, and the service what happened.
//!
//! A send that is known to have left takes its event. One that is unknown is *proven* by an event of the very contact
//! at the very time, and only where that event can be no other send's of ours: where two could claim one, it proves
//! neither.

use std::{ops::Range, time::Duration};

use super::{
    clock::Clock,
    listing::{TimedEvent, overlap},
};
use crate::{
    domain::{EventKind, Likeness, Timestamp},
    journal::{Channel, ContactKey, SendRecord, SendState},
};

/// The most that the time of an event may be from that of its send: a send takes half a minute at most, and two clocks
/// differ.
pub(super) const LEEWAY: Duration = Duration::from_mins(2);

/// One channel of one send, whose event is looked for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Claim<'a> {
    pub(super) send: &'a SendRecord,
    pub(super) by: Channel,
}

/// The events of a reservation, and the sends that may have made them.
#[derive(Debug)]
pub(super) struct Claims<'a> {
    events: &'a [TimedEvent],
    all: Vec<Claim<'a>>,
    key: &'a ContactKey,
    clock: &'a Clock,
}

/// The sender behind an event: ours, perhaps ours, or another desk.
#[derive(Clone, Copy, Debug)]
pub(super) enum Owner<'a> {
    Ours(Claim<'a>),
    /// Of a send that is unknown, or of somebody else.
    PerhapsOurs,
    Elsewhere,
}

impl<'a> Claims<'a> {
    pub(super) fn new(
        events: &'a [TimedEvent],
        sends: &'a [SendRecord],
        key: &'a ContactKey,
        clock: &'a Clock,
    ) -> Self {
        let has_happened = |send: &&SendRecord| send.state != SendState::NotSent;
        let channels = |send: &'a SendRecord| send.channels().map(move |by| Claim { send, by });
        let all = sends.iter().filter(has_happened).flat_map(channels).collect();
        Self { events, all, key, clock }
    }

    /// Assigns an owner to each event.
    pub(super) fn owners(&self) -> Vec<Owner<'a>> {
        let mut owners = vec![Owner::Elsewhere; self.events.len()];
        // First what is certain, then what is left over.
        for wanted in [Likeness::Same, Likeness::Unclear] {
            for claim in self.all.iter().filter(|claim| claim.send.state == SendState::Sent) {
                if !has_one(&owners, *claim)
                    && let Some(at) = self.nearest(*claim, wanted, &owners)
                {
                    owners[at] = Owner::Ours(*claim);
                }
            }
        }
        for claim in self.all.iter().filter(|claim| claim.send.state != SendState::Sent) {
            let proof = if self.is_proven(*claim) { self.nearest(*claim, Likeness::Same, &owners) } else { None };
            if let Some(at) = proof {
                owners[at] = Owner::Ours(*claim);
                continue;
            }
            for (at, owner) in owners.iter_mut().enumerate() {
                if matches!(owner, Owner::Elsewhere) && self.may_be(*claim, at) {
                    *owner = Owner::PerhapsOurs;
                }
            }
        }
        owners
    }

    /// Whether the service lists this very send.
    pub(super) fn is_proven(&self, claim: Claim<'_>) -> bool {
        let proofs: Vec<usize> = (0..self.events.len()).filter(|&at| self.proves(at, claim)).collect();
        let others: Vec<Claim<'_>> =
            self.all.iter().copied().filter(|other| !(other.send == claim.send && other.by == claim.by)).collect();
        !proofs.is_empty() && !self.can_all_be_of(&proofs, &others)
    }

    /// Whether an event can prove a send. A link that is sent for the first time is none that was sent again.
    fn proves(&self, at: usize, claim: Claim<'_>) -> bool {
        let placed = &self.events[at];
        placed.event.kind == EventKind::Resent
            && placed.when.as_ref().is_some_and(|when| overlap(when, &self.time_of(claim)))
            && self.likeness(at, claim) == Likeness::Same
    }

    /// Whether each of these events can be of another of these sends: a bipartite matching.
    fn can_all_be_of(&self, events: &[usize], others: &[Claim<'_>]) -> bool {
        let mut taken = vec![None; others.len()];
        events.iter().all(|&event| self.gives(event, others, &mut taken, &mut vec![false; others.len()]))
    }

    /// Finds an augmenting path (Kuhn's algorithm): an event whose sends are all taken asks them to take another one.
    fn gives(&self, event: usize, others: &[Claim<'_>], taken: &mut [Option<usize>], asked: &mut [bool]) -> bool {
        for (at, other) in others.iter().enumerate() {
            if asked[at] || !self.may_be(*other, event) {
                continue;
            }
            asked[at] = true;
            if taken[at].is_none_or(|held| self.gives(held, others, taken, asked)) {
                taken[at] = Some(event);
                return true;
            }
        }
        false
    }

    /// Whether an event may be of a send: nothing speaks against it.
    fn may_be(&self, claim: Claim<'_>, at: usize) -> bool {
        let placed = &self.events[at];
        placed.event.kind.is_sending()
            && placed.when.as_ref().is_none_or(|when| overlap(when, &self.time_of(claim)))
            && (placed.when.is_some() || self.guessed_apart(claim, at).is_some_and(|apart| apart <= LEEWAY))
            && self.likeness(at, claim) != Likeness::Other
    }

    fn nearest(&self, claim: Claim<'_>, wanted: Likeness, owners: &[Owner<'_>]) -> Option<usize> {
        let free = |at: &usize| matches!(owners[*at], Owner::Elsewhere);
        let fits = |at: &usize| self.may_be(claim, *at) && self.likeness(*at, claim) == wanted;
        let apart = |at: &usize| (self.events[*at].event.kind != EventKind::Resent, self.guessed_apart(claim, *at));
        (0..self.events.len()).filter(free).filter(fits).min_by_key(apart)
    }

    fn likeness(&self, at: usize, claim: Claim<'_>) -> Likeness {
        claim.send.likeness(claim.by, &self.events[at].event.to, self.key)
    }

    /// Returns the time in which its event may have happened, by the service's clock.
    fn time_of(&self, claim: Claim<'_>) -> Range<Timestamp> {
        let at = self.clock.of_service(claim.send.at);
        at - LEEWAY..at + LEEWAY
    }

    /// Returns the distance by what is written, in a zone that may be guessed: enough to tell the nearer of two.
    fn guessed_apart(&self, claim: Claim<'_>, at: usize) -> Option<Duration> {
        let written = self.events[at].event.when.as_ref()?.at?;
        Some(self.clock.of_service(claim.send.at).apart(written))
    }
}

fn has_one(owners: &[Owner<'_>], claim: Claim<'_>) -> bool {
    owners.iter().any(|owner| matches!(owner, Owner::Ours(one) if one.send == claim.send && one.by == claim.by))
}

//! Traces one unknown send of ours in the service's events: whether it left is not known, and these may tell.

use tokio::time::{Instant, timeout_at};

use super::{
    Looker,
    claims::{Claim, Claims, LEEWAY, Owner},
    clock::Clock,
    listing::{Listing, Reads, TimedEvent},
    past,
};
use crate::{
    access::BackgroundConnection,
    connect::ReadFailure,
    domain::{Environment, Likeness, Moment, ReservationId, Timestamp},
    journal::{Channel, ContactKey, Intent, SendRecord},
};

/// The trace of one send in the service's events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Trace {
    /// The service lists this very send, by each of its channels: the one that was begun here at that time.
    Listed(Timestamp),
    /// It lists one of the two, and the other not.
    Half(Channel),
    /// A link was sent at that time, and nobody can tell whether it was this one. It may not be seen to whom it went.
    Nearby {
        when: Option<Moment>,
        to_whom: bool,
    },
    /// A link was sent at that time, to somebody else or for another send.
    Another,
    NotListed,
    /// The list could not be read, or not for that time.
    ReadFailure,
    /// It is not in the journal any more.
    Forgotten,
}

/// A send that is looked for, among those of its reservation.
struct SoughtSend {
    send: SendRecord,
    sends: Vec<SendRecord>,
    key: ContactKey,
}

/// The most sends of one reservation that are read: more than there will ever be.
const ALL: u32 = 1000;

impl Looker {
    /// Looks for one send among the service's events around its time, however long ago that is.
    pub(crate) async fn trace(&self, environment: Environment, id: &ReservationId, intent: Intent) -> Trace {
        let given_up = Instant::now() + self.timeouts;
        let Some(sought) = self.sought(environment, id, intent).await else { return Trace::Forgotten };
        let Ok(client) = self.client(environment, id, given_up).await else { return Trace::ReadFailure };
        match timeout_at(given_up, client.around(sought.send.at, LEEWAY)).await {
            Ok(Ok(Some(listing))) => sought.within(listing, &self.clocks.of(environment)),
            Ok(Ok(None) | Err(_)) | Err(_) => Trace::ReadFailure,
        }
    }

    /// Looks for one send in reads that nobody waits for.
    pub(crate) async fn trace_in_background(
        &self,
        environment: Environment,
        id: &ReservationId,
        intent: Intent,
        connection: &BackgroundConnection,
    ) -> Result<Trace, ReadFailure> {
        let Some(sought) = self.sought(environment, id, intent).await else { return Ok(Trace::Forgotten) };
        let client = self.client_over(Reads::InBackground(connection.clone()), environment, id);
        let listing = client.around(sought.send.at, LEEWAY).await?;
        Ok(listing.map_or(Trace::ReadFailure, |listing| sought.within(listing, &self.clocks.of(environment))))
    }

    async fn sought(&self, environment: Environment, id: &ReservationId, intent: Intent) -> Option<SoughtSend> {
        let (sends, key) = past(self.journal.clone(), environment, id.clone(), ALL).await?;
        let send = sends.iter().find(|send| send.intent == intent)?.clone();
        Some(SoughtSend { send, sends, key })
    }
}

impl SoughtSend {
    /// Finds its trace within what is listed around its time.
    fn within(&self, listing: Listing, clock: &Clock) -> Trace {
        let Self { send, sends, key } = self;
        let events = listing.placed(clock);
        let claims = Claims::new(&events, sends, key, clock);
        let chosen: Vec<Claim<'_>> = send.channels().map(|by| Claim { send, by }).collect();
        let listed: Vec<Claim<'_>> = chosen.iter().copied().filter(|claim| claims.is_proven(*claim)).collect();
        match (listed.as_slice(), chosen.len()) {
            ([_, ..], chosen) if listed.len() == chosen => Trace::Listed(send.at),
            ([half], _) => Trace::Half(half.by),
            _ => match beside(&events, &claims.owners(), &chosen, key) {
                // Without the service's time nobody knows whether the right time was asked about.
                Trace::NotListed | Trace::Another if !clock.is_set() => Trace::ReadFailure,
                other => other,
            },
        }
    }
}

/// Classifies what is listed though it is not proven to be this send. What another send of ours is known to have made
/// is that one's.
fn beside(events: &[TimedEvent], owners: &[Owner<'_>], chosen: &[Claim<'_>], key: &ContactKey) -> Trace {
    let is_sending = |placed: &&TimedEvent| placed.event.kind.is_sending();
    let of_nobody_known = || {
        let free = events.iter().zip(owners).filter(|(_, owner)| !matches!(owner, Owner::Ours(_)));
        free.map(|(placed, _)| placed).filter(is_sending)
    };
    let likeness = |placed: &TimedEvent| {
        let each = chosen.iter().map(|claim| claim.send.likeness(claim.by, &placed.event.to, key));
        let each: Vec<Likeness> = each.collect();
        match () {
            () if each.contains(&Likeness::Same) => Likeness::Same,
            () if each.is_empty() || each.contains(&Likeness::Unclear) => Likeness::Unclear,
            () => Likeness::Other,
        }
    };
    let found = |wanted| of_nobody_known().find(|placed| likeness(placed) == wanted);
    let when = |placed: &TimedEvent| placed.event.when.clone();
    if let Some(placed) = found(Likeness::Same) {
        return Trace::Nearby { when: when(placed), to_whom: true };
    }
    if let Some(placed) = found(Likeness::Unclear) {
        return Trace::Nearby { when: when(placed), to_whom: false };
    }
    if events.iter().any(|placed| is_sending(&placed)) { Trace::Another } else { Trace::NotListed }
}

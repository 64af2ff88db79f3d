use std::time::{Duration, Instant};

use secrecy::SecretString;
use tokio::time::{sleep_until, timeout};

use super::Connection;
use crate::{
    connect::{Client, Details, EventList, EventRange, ReadFailure, Share},
    domain::{NotSent, ReservationId, Timestamp, Unknown},
};

/// A connection for background reads, which nobody waits for: they keep to the service's rate limit, and give way to
/// whatever a person waits for.
#[derive(Clone, Debug)]
pub(crate) struct BackgroundConnection {
    connection: Connection,
    timeout: Duration,
    share: Share,
}

/// The longest pause that a read is put off for. What the service puts off for longer counts as refused.
const LONGEST_PAUSE: Duration = Duration::from_secs(65);

impl BackgroundConnection {
    pub(super) fn new(connection: Connection, timeout: Duration) -> Self {
        Self { connection, timeout, share: Share::OfLists }
    }

    /// For the watch of one link: few reads, each in time.
    #[must_use]
    pub(crate) fn for_watch(self) -> Self {
        Self { share: Share::Whole, ..self }
    }

    pub(crate) async fn details(&self, id: &ReservationId) -> Result<Option<Details>, ReadFailure> {
        self.read(|client, token| client.details(token, id)).await
    }

    /// Reads the events of this reservation in that time.
    pub(crate) async fn history(
        &self,
        id: &ReservationId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<EventList, ReadFailure> {
        self.read(|client, token| client.history(token, id, from, to)).await
    }

    /// Reads the events of all reservations in that time.
    pub(crate) async fn events(&self, from: Timestamp, to: Timestamp) -> Result<EventRange, ReadFailure> {
        self.read(|client, token| client.events(token, from, to)).await
    }

    /// Reads in its turn, and once more where it came too early.
    async fn read<'a, T, F>(&'a self, call: impl Fn(&'a Client, &'a SecretString) -> F) -> Result<T, ReadFailure>
    where
        F: Future<Output = Result<T, ReadFailure>>,
    {
        let client = self.connection.reading()?;
        let mut was_early = false;
        loop {
            self.take_turn(client).await?;
            let answer = timeout(self.timeout, call(client, &self.connection.token)).await;
            match answer.unwrap_or(Err(ReadFailure::Unclear(Unknown::NoAnswer))) {
                Err(ReadFailure::Refused(NotSent::RateLimited { .. })) if !was_early => was_early = true,
                answer => return answer,
            }
        }
    }

    async fn take_turn(&self, client: &Client) -> Result<(), ReadFailure> {
        loop {
            self.connection.precedence.give_way().await;
            let now = Instant::now();
            let Some(at) = client.rate_limit().lock().take(now, self.share) else { return Ok(()) };
            let pause = at.duration_since(now);
            if pause > LONGEST_PAUSE {
                return Err(ReadFailure::Refused(NotSent::RateLimited { retry_after: Some(pause) }));
            }
            sleep_until(at.into()).await;
        }
    }
}

//! An API conformance check: which of the facts that this client rests on hold at a real service, found by reads alone.
//!
//! The page of text that comes of it is made to be sent to strangers. Field names, words of closed lists, counts and
//! the shapes of texts get into it; no id, contact or name does, and no part of the token.

mod answer;
mod details;
mod events;
mod limits;
mod orders;
mod reader;
mod report;
mod shape;
mod zone;

use std::time::Duration;

use secrecy::SecretString;

use super::Client;
use crate::domain::{ReservationId, Timestamp};
pub use reader::MOST_READS;
use reader::Reader;
use report::Page;
pub use report::{Report, Verdict};

/// Runs the check: asks for everything once. `example` is a reservation of one's own, where the events name none.
pub async fn check(client: &Client, token: &SecretString, example: Option<&ReservationId>) -> Report {
    let now = Timestamp::now().as_seconds();
    let mut reader = Reader::new(client, token);
    let mut page = Page::default();

    let is_open = limits::access(&mut reader, &mut page, now).await;
    if is_open {
        let ids = events::check(&mut reader, &mut page, now).await;
        details::check(&mut reader, &mut page, example.map(ReservationId::as_str).or(ids.reservation.as_deref())).await;
        orders::check(&mut reader, &mut page, ids.order.as_deref()).await;
    }
    limits::check(&reader, &mut page);
    page.finish(reader.private_texts(), token)
}

/// Polls the events until a send is listed, at the most for this long. One read each time.
pub async fn listing(client: &Client, token: &SecretString, id: &ReservationId, limit: Duration) -> Report {
    let mut reader = Reader::new(client, token);
    let mut page = Page::default();
    events::listing(&mut reader, &mut page, id.as_str(), Timestamp::now().as_seconds(), limit).await;
    page.finish(reader.private_texts(), token)
}

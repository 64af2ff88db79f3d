//! A reservation as the page knows it.

use serde::Serialize;

use crate::domain::{Payable, ReservationId};

/// A reservation or an order: its id, and which of the two it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Reservation {
    pub id: String,
    /// It is an order's id.
    pub order: bool,
}

impl From<&ReservationId> for Reservation {
    fn from(id: &ReservationId) -> Self {
        Self { id: id.to_string(), order: id.payable() == Payable::Order }
    }
}

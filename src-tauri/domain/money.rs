use serde::Serialize;

use super::Moment;

/// The amounts of a reservation, in kroner: what is held, what was taken, what was given back. One that is nothing, or
/// that nobody told, is absent.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Money {
    /// Held on the customer's card, which is not paid.
    pub reserved: Option<f64>,
    pub reserved_at: Option<Moment>,
    /// Taken out of what was reserved.
    pub captured: Option<f64>,
    /// Taken from the card at once.
    pub charged: Option<f64>,
    /// Given back, of either.
    pub refunded: Option<f64>,
}

impl Money {
    /// Whether the customer has paid anything.
    pub fn has_come(&self) -> bool {
        self.captured.or(self.charged).is_some()
    }
}

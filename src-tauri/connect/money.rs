//! The `paymentDetails` of a reservation. Pure, and lenient: no field can take the others with it, and none is guessed.

use serde_json::Value;

use super::json_field::{amount, text};
use crate::domain::{Moment, Money};

/// Reads what the service tells of the money; a sum of which one part cannot be read is not known.
pub(super) fn money(payment_details: Option<&Value>) -> Money {
    let field = |name: &str| payment_details.and_then(|details| details.get(name));
    let reserved = something(field("reservedAmount"));
    let reserved_at = text(field("reservedAt")).and_then(|text| Moment::read(&text, None));
    Money {
        reserved_at: reserved_at.filter(|_| reserved.is_some()),
        reserved,
        captured: something(field("capturedAmount")),
        charged: something(field("chargedAmount")),
        refunded: refunded(field("amountRefunded")),
    }
}

/// Reads an amount that is more than nothing.
fn something(field: Option<&Value>) -> Option<f64> {
    amount(field).filter(|&kroner| kroner > 0.0)
}

fn refunded(field: Option<&Value>) -> Option<f64> {
    let parts = field?.as_object()?;
    let told = ["fromCaptured", "fromCharge"].into_iter().filter_map(|name| parts.get(name));
    let read: Option<Vec<f64>> = told.filter(|part| !part.is_null()).map(|part| amount(Some(part))).collect();
    read.map(|amounts| amounts.iter().sum()).filter(|&kroner: &f64| kroner > 0.0)
}

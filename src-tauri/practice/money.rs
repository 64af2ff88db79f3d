//! The money of a practice reservation, in the fields that the service documents for it.

use serde_json::{Value, json};

use crate::domain::{Moment, Timestamp};

/// Whom the customers of practice pay.
pub(super) const MERCHANT: &str = "Hotell Eksempel";

/// Makes `paymentDetails` that fit a status: held, taken out of what was held, taken from the card at once, given back.
pub(super) fn payment_details(status: &str, is_paid: bool, amount: f64, reserved_at: Option<Timestamp>) -> Value {
    let is_charged = status == "SENT" && is_paid;
    let is_reserved = matches!(status, "RESERVED" | "COMPLETED" | "REFUNDED");
    let is_captured = is_reserved && is_paid;
    let if_so = |so: bool| if so { amount } else { 0.0 };
    json!({
        "reservedAt": reserved_at.filter(|_| is_reserved).map(|at| Moment::of(at).text),
        "reservedAmount": if_so(is_reserved),
        "capturedAmount": if_so(is_captured),
        "chargedAmount": if_so(is_charged),
        "amountRefunded": { "fromCaptured": if_so(status == "REFUNDED"), "fromCharge": 0 },
    })
}

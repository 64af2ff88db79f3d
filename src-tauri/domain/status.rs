use serde::Serialize;

/// The payment status of a reservation, or of an order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    NotPaid,
    /// The amount is held on the customer's card and nothing is paid: it may be captured within weeks, or never.
    Reserved,
    Paid,
    Completed,
    Expired,
    Cancelled,
    Invoiced,
    Refunded,
    PartlyRefunded,
    /// The service's own word, which we do not know.
    Other(String),
}

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

impl Status {
    /// Whether nothing more is to be paid by the link: the customer has used it, or there is nothing to use it for. A
    /// status of the service's own says neither.
    pub fn is_settled(&self) -> bool {
        match self {
            Self::Reserved
            | Self::Paid
            | Self::Completed
            | Self::Cancelled
            | Self::Invoiced
            | Self::Refunded
            | Self::PartlyRefunded => true,
            Self::NotPaid | Self::Expired | Self::Other(_) => false,
        }
    }
}

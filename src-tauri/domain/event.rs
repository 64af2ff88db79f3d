use super::Moment;

/// Something that happened to a reservation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    pub kind: EventKind,
    pub when: Option<Moment>,
    /// Masked.
    pub to: Option<String>,
    /// It was sent from this computer.
    pub from_here: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EventKind {
    Sent,
    Resent,
    Opened,
    Expired,
    Cancelled,
    Completed,
    AmountReserved,
    /// The outcome of a send from here is unknown.
    Unknown,
    /// The service's own word for it.
    Other(String),
}

use super::{Environment, Recipient, ReservationId};

/// A payment link that is to be sent again: where, which one, and to whom.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Resend {
    pub environment: Environment,
    pub reservation: ReservationId,
    pub recipient: Recipient,
}

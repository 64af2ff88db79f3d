/// How far a reservation has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Status {
    NotPaid,
    /// The customer has paid: the amount is reserved.
    Paid,
    Completed,
    Expired,
    Cancelled,
    /// The service's own word, which we do not know.
    Other(String),
}

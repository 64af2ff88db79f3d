//! The view models that cross to the page in another shape than the core's; the rest crosses as it is, from where it
//! belongs. `ui/contract.d.ts` is made of all of it by a test, so a renamed field breaks the check, not the user.

mod card;
pub(crate) mod commands;
mod connection_test;
mod contact;
mod readings;
mod report;
mod resend;
mod reservation;
mod resolution;
mod startup;
#[cfg(test)]
mod typescript;
mod waiting;

pub use card::{Card, LookUp};
pub use connection_test::ConnectionTest;
pub use contact::Contact;
pub use readings::{EmailReading, PhoneReading, ReservationReading};
pub use report::{OutcomeKind, Report};
pub use resend::{Problem, ResendAnswer, ResendRequest};
pub use reservation::Reservation;
pub use resolution::Resolution;
pub use startup::{Country, PolicyFault, Startup};
pub use waiting::{FoundRow, SettledUpdate, WaitingRow, WaitingUpdate};

//! The domain: reservations, recipients, events and outcomes. Pure: parsing and meaning, no I/O.

mod addressee;
mod draft;
mod email_address;
mod environment;
mod event;
mod link_progress;
mod money;
mod outcome;
mod pasted;
mod phone_number;
mod recipient;
mod resend;
mod reservation_id;
mod status;
mod time;
mod zone;

pub use addressee::{Addressee, Likeness, WrittenNumber};
pub use draft::{Draft, DraftField, DraftProblem};
pub use email_address::{EmailAddress, EmailAddressError};
pub use environment::Environment;
pub use event::{Event, EventKind};
pub use link_progress::LinkProgress;
pub use money::Money;
pub use outcome::{NotSent, Outcome, Unknown};
pub(crate) use pasted::{is_invisible, on_one_line, percent_decoded};
pub use phone_number::{Line, PhoneNumber, PhoneNumberError, Region};
pub use recipient::Recipient;
pub use resend::Resend;
pub use reservation_id::{IdKind, Payable, ReservationId, ReservationIdError, environment_of_links};
pub use status::Status;
pub use time::{Moment, Timestamp};
pub use zone::{Zone, ZoneClues};

//! The Front Payment Connect client: the only place that knows the wire.

mod answer;
mod base_url;
mod client;
pub mod conformance;
mod details;
mod event_range;
mod events;
mod html_entities;
mod json_field;
mod leak;
mod money;
mod probe;
mod rate_limit;
mod redaction;

pub use answer::{Body, Meaning, ReadFailure, TokenCheck, meaning_of_resend, meaning_of_token_check};
pub use base_url::{BaseUrl, BaseUrlError};
pub use client::{Client, ClientError, Timeouts};
pub use details::{Details, meaning_of_details};
pub use event_range::{EventRange, ReservationEvent, meaning_of_event_range};
pub use events::{EventList, meaning_of_events};
pub use probe::{Clock, Reached, TlsFailure, Unreachable};
pub use rate_limit::{RateLimit, Share};

//! The Front Payment Connect client: the only place that knows the wire.

mod answer;
mod base_url;
mod client;
pub mod conformance;
mod details;
mod events;
mod html_entities;
mod json_field;
mod leak;
mod probe;
mod redaction;

pub use answer::{Body, Meaning, ReadFailure, TokenCheck, meaning_of_resend, meaning_of_token_check};
pub use base_url::{BaseUrl, BaseUrlError};
pub use client::{Client, ClientError, Timeouts};
pub use details::{Details, meaning_of_details};
pub use events::{EventList, meaning_of_events};
pub use probe::{Clock, Reached, TlsFailure, Unreachable};

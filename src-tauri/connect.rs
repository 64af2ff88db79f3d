//! The Front Payment Connect client: the only place that knows the wire.

mod answer;
mod base_url;
mod client;
pub mod conformance;
mod details;
mod history;
mod html_entities;
mod knock;
mod leak;
mod lenient;
mod redaction;

pub use answer::{Body, Meaning, TokenCheck, Unread, meaning_of_history, meaning_of_resend};
pub use base_url::{BaseUrl, BaseUrlError};
pub use client::{Client, ClientError, Patience, Told};
pub use details::{Details, meaning_of_details};
pub use history::{Listed, meaning_of_events};
pub use knock::{Answered, Clock, Closed, Distrust};

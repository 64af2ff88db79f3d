//! The Front Payment Connect client: the only place that knows the wire.

mod answer;
mod base_url;
mod client;

pub use answer::{Body, Meaning, TokenCheck, meaning_of_history, meaning_of_resend};
pub use base_url::{BaseUrl, BaseUrlError};
pub use client::{Client, ClientError, Patience};

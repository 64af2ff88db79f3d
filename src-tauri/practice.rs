//! A loopback service that answers as the real one does and sends nothing: practice mode, tests and
//! screenshots all talk to it over HTTP, so the client's code path is the same.

mod answers;
mod catalogue;
mod reads;
mod service;

pub use catalogue::{EXAMPLES, Example, Lesson};
pub use service::{Manner, Received, Service};

/// What the app sends as its token in practice mode; the service takes any.
pub const TOKEN: &str = "practice";

//! A loopback service that answers as the real one does and sends nothing: practice mode, tests and
//! screenshots all talk to it over HTTP, so the client's code path is the same.

mod answers;
mod catalogue;
mod reads;
mod service;

pub use catalogue::{EXAMPLES, Example, Lesson};
pub use reads::Times;
pub use service::Service;
#[cfg(feature = "test-doors")]
pub use service::{Manner, Received};

/// For who starts a service that takes any. Practice mode has one of its own, made up anew at each start.
pub const TOKEN: &str = "practice";

//! A mock server on loopback that answers as the real service does and sends nothing. Practice mode, tests and
//! screenshots all talk to it over HTTP, so the client's code path is the same.

mod answers;
mod catalogue;
mod fortnight;
mod money;
mod queries;
mod service;

pub use catalogue::{EXAMPLES, Example, Scenario};
pub use queries::Times;
pub use service::Service;
#[cfg(feature = "test-doors")]
pub use service::{InjectedFault, ReceivedRequest};

/// A token for a service that takes any. Practice mode has one of its own, made up anew at each start.
pub const TOKEN: &str = "practice";

//! Resend Reservation: sends a customer's payment link again. This is the map.
//!
//! Arrows point one way: `domain <- connect <- resend <- look_up <- desktop`; `keychain` and `settings` are leaves.

pub mod connect;
pub mod contract;
pub mod domain;
pub mod failure;
pub mod journal;
pub mod keychain;
pub mod look_up;
pub mod options;
pub mod origin;
pub mod platform;
pub mod practice;
pub mod resend;
pub mod settings;

#[cfg(feature = "desktop")]
pub mod desktop;

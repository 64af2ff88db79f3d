//! Resend Reservation: sends a customer's payment link again. This is the map.
//!
//! Arrows point one way: `domain <- connect, journal <- access <- look_up <- resend <- waiting <- desktop`;
//! `keychain`, `settings`, `log`, `private`, `clock` and `platform` are leaves; `policy` knows only `settings` and `domain`.

pub mod access;
pub mod checkup;
pub mod cli;
pub mod clock;
pub mod connect;
pub mod contract;
pub mod deep_link;
pub mod domain;
pub mod failure;
pub mod journal;
pub mod keychain;
pub mod log;
pub mod look_up;
pub mod origin;
pub mod platform;
pub mod policy;
pub mod practice;
pub mod private;
pub mod resend;
pub mod settings;
pub mod waiting;
pub mod window_state;

#[cfg(feature = "desktop")]
pub mod desktop;

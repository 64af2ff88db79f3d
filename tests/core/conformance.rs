//! The check of the real service's API: what it says of the practice service, and of three services that each differ
//! from the documentation in ways of their own.

#[path = "conformance/command.rs"]
mod command;
#[path = "conformance/documented.rs"]
mod documented;
#[path = "conformance/other_services.rs"]
mod other_services;
#[path = "conformance/scripted.rs"]
mod scripted;

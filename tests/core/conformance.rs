//! The check of the real service's API: what it says of the practice service, and of three services that each differ
//! from the documentation in ways of their own.

mod command;
mod documented;
mod other_services;
mod scripted;

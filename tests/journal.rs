//! What the journal keeps when everything ends at the wrong moment.

#[path = "journal/crash.rs"]
mod crash;
#[path = "journal/file.rs"]
mod file;
#[path = "journal/history.rs"]
mod history;
#[path = "journal/million.rs"]
mod million;
#[path = "journal/sender.rs"]
mod sender;
#[path = "journal/together.rs"]
mod together;

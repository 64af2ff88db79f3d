//! The Connect client: what answers mean, and what it does when there is none.

#[path = "connect/answers.rs"]
mod answers;
#[path = "connect/details.rs"]
mod details;
#[path = "connect/details_answers.rs"]
mod details_answers;
#[path = "connect/faults.rs"]
mod faults;
#[path = "connect/history.rs"]
mod history;
#[path = "connect/practice.rs"]
mod practice;
#[path = "connect/proxy.rs"]
mod proxy;
#[path = "connect/raw_server.rs"]
mod raw_server;
#[path = "connect/secrecy.rs"]
mod secrecy;

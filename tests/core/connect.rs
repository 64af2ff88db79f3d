//! The Connect client: what answers mean, and what it does when there is none.

mod answers;
mod details;
mod details_answers;
mod faults;
mod history;
mod money;
mod practice;
mod proxy;
mod secrecy;

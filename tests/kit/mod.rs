//! What the core's tests are written in. The window's share the Secret Service.

pub(crate) mod app;
pub(crate) mod fortnight;
pub(crate) mod million_sends;
pub(crate) mod own_process;
#[cfg(target_os = "linux")]
pub(crate) mod private_bus;
pub(crate) mod raw_server;
pub(crate) mod scripted_service;
#[cfg(target_os = "linux")]
pub(crate) mod secret_service;

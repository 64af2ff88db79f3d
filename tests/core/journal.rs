//! What the journal keeps when everything ends at the wrong moment.

mod ages;
#[cfg(target_os = "linux")]
mod apart;
mod book;
mod crash;
mod damaged;
#[cfg(target_os = "linux")]
mod disk;
mod file;
#[cfg(target_os = "linux")]
mod full;
mod history;
#[cfg(target_os = "linux")]
mod locks;
#[cfg(unix)]
mod lost;
mod million;
#[cfg(unix)]
mod permissions;
#[cfg(target_os = "linux")]
mod power;
mod privacy;
mod progress;
#[cfg(target_os = "linux")]
mod read_only;
#[cfg(unix)]
mod removed;
mod sender;
mod state;
mod together;
#[cfg(target_os = "linux")]
mod trace;

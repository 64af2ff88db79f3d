//! What the journal keeps when everything ends at the wrong moment.

#[path = "journal/ages.rs"]
mod ages;
#[cfg(target_os = "linux")]
#[path = "journal/apart.rs"]
mod apart;
#[path = "journal/book.rs"]
mod book;
#[path = "journal/crash.rs"]
mod crash;
#[path = "journal/damaged.rs"]
mod damaged;
#[cfg(target_os = "linux")]
#[path = "journal/disk.rs"]
mod disk;
#[path = "journal/file.rs"]
mod file;
#[cfg(target_os = "linux")]
#[path = "journal/full.rs"]
mod full;
#[path = "journal/history.rs"]
mod history;
#[cfg(target_os = "linux")]
#[path = "journal/locks.rs"]
mod locks;
#[cfg(unix)]
#[path = "journal/lost.rs"]
mod lost;
#[path = "journal/million.rs"]
mod million;
#[cfg(unix)]
#[path = "journal/permissions.rs"]
mod permissions;
#[cfg(target_os = "linux")]
#[path = "journal/power.rs"]
mod power;
#[path = "journal/privacy.rs"]
mod privacy;
#[cfg(target_os = "linux")]
#[path = "journal/read_only.rs"]
mod read_only;
#[cfg(unix)]
#[path = "journal/removed.rs"]
mod removed;
#[path = "journal/sender.rs"]
mod sender;
#[path = "journal/state.rs"]
mod state;
#[path = "journal/together.rs"]
mod together;
#[cfg(target_os = "linux")]
#[path = "journal/trace.rs"]
mod trace;

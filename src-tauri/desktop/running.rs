//! The copy of the app that runs already.
//!
//! `tauri-plugin-single-instance` asks for it too, but on Linux only when the toolkit has come up, and then ends the
//! process while the toolkit's threads still start: one start in some hundreds ended in a crash (tao's thread for input
//! devices, in a libXext that was being taken down). Who asks first needs no toolkit at all, and a link opens sooner.

use std::ffi::OsString;

/// Hands what this start was given to the copy that runs. Where there is none, or no message bus, this start is the one.
#[cfg(target_os = "linux")]
pub(super) fn takes(arguments: impl IntoIterator<Item = OsString>, identifier: &str) -> bool {
    // What the plugin listens to.
    let name = format!("{identifier}.SingleInstance");
    let path = format!("/{}", name.replace('.', "/").replace('-', "_"));
    let arguments: Vec<String> = arguments.into_iter().map(|text| text.to_string_lossy().into_owned()).collect();
    let folder = "";
    zbus::blocking::Connection::session()
        .and_then(|bus| {
            bus.call_method(Some(name), path, Some("org.SingleInstance.DBus"), "ExecuteCallback", &(arguments, folder))
        })
        .is_ok()
}

/// The plugin asks, and no such crash is known.
#[cfg(not(target_os = "linux"))]
pub(super) fn takes(_arguments: impl IntoIterator<Item = OsString>, _identifier: &str) -> bool {
    false
}

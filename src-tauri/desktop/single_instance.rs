//! Single instance: hands a start over to the copy of the app that runs already.
//!
//! `tauri-plugin-single-instance` asks for it too, but on Linux only when the toolkit has come up, and then ends the
//! process while the toolkit's threads still start: one start in some hundreds ended in a crash (tao's thread for input
//! devices, in a libXext that was being taken down). Who asks first needs no toolkit at all, and a link opens sooner.

use std::ffi::OsString;

/// The result of handing a start over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "elsewhere the plugin alone asks"))]
pub(super) enum HandOver {
    /// The copy that runs has it.
    Taken,
    /// No copy runs, or there is no message bus.
    Alone,
    /// One runs, and does not answer: it stands still.
    NotAnswered,
}

/// Hands what this start was given to the copy that runs.
#[cfg(target_os = "linux")]
pub(super) fn hand_over(arguments: impl IntoIterator<Item = OsString>, identifier: &str) -> HandOver {
    use std::{io::ErrorKind, time::Duration};
    use zbus::{Error, blocking::connection::Builder};

    /// The timeout of the call. A copy that is only busy has answered by then.
    const TIMEOUT: Duration = Duration::from_secs(5);

    // What the plugin listens to.
    let name = format!("{identifier}.SingleInstance");
    let path = format!("/{}", name.replace('.', "/").replace('-', "_"));
    let arguments: Vec<String> = arguments.into_iter().map(|text| text.to_string_lossy().into_owned()).collect();
    let folder = "";
    let answer = Builder::session().and_then(|bus| bus.method_timeout(TIMEOUT).build()).and_then(|bus| {
        bus.call_method(Some(name), path, Some("org.SingleInstance.DBus"), "ExecuteCallback", &(arguments, folder))
    });
    match answer {
        Ok(_) => HandOver::Taken,
        Err(Error::InputOutput(error)) if error.kind() == ErrorKind::TimedOut => HandOver::NotAnswered,
        Err(_) => HandOver::Alone,
    }
}

/// Hands nothing over: elsewhere the plugin asks, and no such crash is known.
#[cfg(not(target_os = "linux"))]
pub(super) fn hand_over(_arguments: impl IntoIterator<Item = OsString>, _identifier: &str) -> HandOver {
    HandOver::Alone
}

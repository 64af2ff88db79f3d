//! The operating system: which one this is, and the few of its calls that need care.

mod system;

use std::process::ExitCode;

pub use system::describe;

/// Chooses the renderers of `WebKitGTK`: the processor draws all of it. One form is there some 150 ms sooner, and with
/// some 60 MB less, than drawn by a graphics card that has to be set up for it, and no driver can leave the window
/// blank. Before 2.44 the first two switches leave compositing to the card, which `safe` turns off as well. This has to
/// be said before GTK starts, and somebody who has said something else knows better.
///
/// In a window that is driven by tests the card composes: without it `WebKitWebDriver` waits for ever for a picture of
/// a page in which nothing moves (2.50).
///
/// Call it while the process has one thread.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub fn prepare_graphics(safe: bool) {
    for (switch, needed) in [
        ("WEBKIT_SKIA_ENABLE_CPU_RENDERING", true),
        ("WEBKIT_DISABLE_DMABUF_RENDERER", safe || !is_driven_by_tests()),
        ("WEBKIT_DISABLE_COMPOSITING_MODE", safe),
    ] {
        if needed && std::env::var_os(switch).is_none() {
            // SAFETY: `main` calls this before it starts any thread, so nothing reads the environment meanwhile.
            unsafe { std::env::set_var(switch, "1") };
        }
    }
}

/// Returns whether tests drive the window, for the little that they cannot be done without. Whoever can set this
/// variable could do without it.
pub fn is_driven_by_tests() -> bool {
    cfg!(target_os = "linux") && std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

#[cfg(not(target_os = "linux"))]
pub fn prepare_graphics(_safe: bool) {}

/// Attaches to the console that the program was started from: on Windows it has none of its own to print to.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn attach_console() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: no pointer is handed over. Where there is no console to attach to it fails, and nothing has changed.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}

#[cfg(not(windows))]
pub fn attach_console() {}

/// Turns off core dumps. What a process that crashes leaves behind may hold the token, and so may what its web view
/// leaves: neither leaves anything. Call it before any token is read.
///
/// `PR_SET_DUMPABLE` would say it too, but then the system's portals cannot look at the process that asks them, and do
/// not answer it.
#[cfg(unix)]
pub fn leave_no_core_dump() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    // Linux hands a dump to a program, such as systemd-coredump or apport, whatever the limit is, but for this one. No
    // file of a dump is that short either.
    let shortest = u64::from(cfg!(target_os = "linux"));
    let limit = Some(getrlimit(Resource::Core).maximum.map_or(shortest, |hard| hard.min(shortest)));
    // Lowering a limit is nobody's to refuse.
    let _ = setrlimit(Resource::Core, Rlimit { current: limit, maximum: limit });
}

#[cfg(not(unix))]
pub fn leave_no_core_dump() {}

/// Ends the process that had a window, at once. The toolkit's threads are still at work, and what is taken down at an
/// exit, as by a return from `main`, may be taken down under them: now and then that ended in a crash.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub fn end(code: u8) -> ExitCode {
    // SAFETY: it ends the process, and runs nothing of it any more.
    unsafe { libc::_exit(code.into()) }
}

#[cfg(not(target_os = "linux"))]
pub fn end(code: u8) -> ExitCode {
    code.into()
}

/// Shows a message box, for somebody who started it with a click, and sees nothing of what is printed.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn show_in_a_box(text: &str) {
    use std::{io, os::windows::io::AsRawHandle, ptr::null_mut};
    use windows_sys::Win32::UI::WindowsAndMessaging::{MB_ICONERROR, MB_OK, MB_SETFOREGROUND, MessageBoxW};
    if !io::stderr().as_raw_handle().is_null() {
        return;
    }
    let wide = |text: &str| -> Vec<u16> { text.encode_utf16().chain([0]).collect() };
    let (text, title) = (wide(text), wide("Resend Reservation"));
    // SAFETY: both texts end with a zero and outlive the call; a box without an owner needs no window.
    unsafe { MessageBoxW(null_mut(), text.as_ptr(), title.as_ptr(), MB_OK | MB_ICONERROR | MB_SETFOREGROUND) };
}

#[cfg(not(windows))]
pub fn show_in_a_box(_text: &str) {}

/// Returns whether there is a screen to open a window on. GTK ends the process without a word where there is none.
pub fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

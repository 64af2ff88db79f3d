//! The few operating system calls that need care.

/// `WebKitGTK` shows a blank window with NVIDIA's driver unless its DMABUF renderer is off, and with some others unless
/// it draws without the graphics card: that is what `safe` is for. This has to be said before GTK starts, and somebody
/// who has said something else knows better.
///
/// Call it while the process has one thread.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub fn prepare_graphics(safe: bool) {
    let has_nvidia = std::path::Path::new("/proc/driver/nvidia/version").exists();
    for (switch, needed) in
        [("WEBKIT_DISABLE_DMABUF_RENDERER", safe || has_nvidia), ("WEBKIT_DISABLE_COMPOSITING_MODE", safe)]
    {
        if needed && std::env::var_os(switch).is_none() {
            // SAFETY: `main` calls this before it starts any thread, so nothing reads the environment meanwhile.
            unsafe { std::env::set_var(switch, "1") };
        }
    }
}

#[cfg(not(target_os = "linux"))]
pub fn prepare_graphics(_safe: bool) {}

/// On Windows the program belongs to no console: what it prints is seen only in the one that it was started from.
#[cfg(windows)]
#[allow(unsafe_code)]
pub fn attach_console() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: no pointer is handed over. Where there is no console to attach to it fails, and nothing has changed.
    unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}

#[cfg(not(windows))]
pub fn attach_console() {}

/// Whether there is a screen to open a window on. GTK ends the process without a word to the user where there is none.
pub fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

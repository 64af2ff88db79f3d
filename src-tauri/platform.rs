//! The few operating system calls that need care.

/// `WebKitGTK` shows a blank window with NVIDIA's driver unless its DMABUF renderer is off. This has to be said
/// before GTK starts, and somebody who has said something else knows better.
///
/// Call it first of all, while the process has one thread.
#[cfg(target_os = "linux")]
#[allow(unsafe_code)]
pub fn prepare_graphics() {
    const SWITCH: &str = "WEBKIT_DISABLE_DMABUF_RENDERER";
    let needed = std::path::Path::new("/proc/driver/nvidia/version").exists();
    if needed && std::env::var_os(SWITCH).is_none() {
        // SAFETY: `main` calls this before it starts any thread, so nothing reads the environment meanwhile.
        unsafe { std::env::set_var(SWITCH, "1") };
    }
}

#[cfg(not(target_os = "linux"))]
pub fn prepare_graphics() {}

/// Whether there is a screen to open a window on. GTK ends the process without a word to the user where there is none.
pub fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}

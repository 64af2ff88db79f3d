use std::{path::PathBuf, time::Duration};

use tauri::{
    AppHandle, Manager, PhysicalPosition, PhysicalSize, WebviewUrl, WebviewWindow, WebviewWindowBuilder, async_runtime,
    webview::NewWindowResponse, window::Monitor,
};

use super::StartError;
#[cfg(target_os = "linux")]
use super::web_view;
use crate::{
    origin, platform,
    window_state::{Screen, WindowState, WindowStateFile},
};

const LABEL: &str = "main";

/// Checks that the toolkit finds a screen. Left to itself, it ends the process where it does not.
#[cfg(target_os = "linux")]
pub(super) fn reach_screen() -> Result<(), StartError> {
    gtk::init().map_err(|_| StartError::NoScreen)
}

#[cfg(not(target_os = "linux"))]
#[allow(clippy::unnecessary_wraps, reason = "it is one function on every system")]
pub(super) fn reach_screen() -> Result<(), StartError> {
    Ok(())
}

/// Opens the window hidden; the page shows it when it has something to show.
pub(super) fn open(app: &AppHandle, storage: PathBuf, file: &WindowStateFile) -> tauri::Result<()> {
    #[cfg(target_os = "linux")]
    web_view::keep_caret_steady();
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Resend Reservation")
        .inner_size(560.0, 760.0)
        .min_inner_size(320.0, 400.0)
        .prevent_overflow()
        .center()
        .visible(false)
        // A form's history is personal data: the page stores nothing. `WebKitGTK` lets nobody drive a private window.
        .incognito(!platform::is_driven_by_tests())
        .general_autofill_enabled(false)
        .data_directory(storage)
        .on_navigation(origin::is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // The words are the page's, so the title is too.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .build()?;
    if let Some(state) = file.load() {
        // What does not work out leaves it in the middle.
        let _ = put(&window, state);
    }
    #[cfg(target_os = "linux")]
    web_view::settle(&window)?;
    async_runtime::spawn(show_in_the_end(window));
    Ok(())
}

/// Restores the window's place before it is shown, so that nobody sees it jump.
fn put(window: &WebviewWindow, state: WindowState) -> tauri::Result<()> {
    let screens: Vec<Screen> = window.available_monitors()?.iter().map(Screen::from).collect();
    if let Some(WindowState { x, y, width, height, maximized }) = state.on(&screens) {
        window.set_size(PhysicalSize::new(width, height))?;
        window.set_position(PhysicalPosition::new(x, y))?;
        if maximized {
            window.maximize()?;
        }
    }
    Ok(())
}

impl From<&Monitor> for Screen {
    fn from(monitor: &Monitor) -> Self {
        let area = monitor.work_area();
        Self { x: area.position.x, y: area.position.y, width: area.size.width, height: area.size.height }
    }
}

/// Saves the window state for the next start. Where the file cannot be written, that one opens where this one did.
pub(super) fn remember(app: &AppHandle, file: &WindowStateFile) {
    if let Some(state) = app.get_webview_window(LABEL).and_then(|window| state_of(&window, file).ok().flatten()) {
        let _ = file.save(state);
    }
}

/// Returns the window state; None for a window in the taskbar, which is nowhere. One that fills the screen keeps the
/// place that it goes back to.
fn state_of(window: &WebviewWindow, file: &WindowStateFile) -> tauri::Result<Option<WindowState>> {
    if window.is_minimized()? {
        return Ok(None);
    }
    let (PhysicalPosition { x, y }, PhysicalSize { width, height }) = (window.outer_position()?, window.inner_size()?);
    let now = WindowState { x, y, width, height, maximized: window.is_maximized()? };
    let before = file.load().filter(|_| now.maximized);
    Ok(Some(before.map_or(now, |before| WindowState { maximized: true, ..before })))
}

/// Brings the window to the front: somebody has started the app again, or clicked a link of ours.
pub(super) fn come_to_the_front(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    // A window that cannot be shown has gone already.
    let _ = window.unminimize().and_then(|()| show(&window));
}

pub(super) fn show(window: &WebviewWindow) -> tauri::Result<()> {
    window.show()?;
    window.set_focus()
}

/// Shows the window after a timeout: a page that never got ready is still better seen than not.
async fn show_in_the_end(window: WebviewWindow) {
    const LONG_ENOUGH: Duration = Duration::from_secs(8);
    tokio::time::sleep(LONG_ENOUGH).await;
    if !window.is_visible().unwrap_or(true) {
        // Nothing is left to try where this fails too.
        let _ = show(&window);
    }
}

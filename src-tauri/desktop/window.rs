use std::{
    env,
    path::{Path, PathBuf},
    time::Duration,
};

use tauri::{
    AppHandle, Manager, WebviewUrl, WebviewWindow, WebviewWindowBuilder, Wry, async_runtime, plugin::TauriPlugin,
    webview::NewWindowResponse,
};
use tauri_plugin_window_state::{StateFlags, WindowExt};

use crate::origin;

const LABEL: &str = "main";

/// Opens hidden; the page shows it when it has something to show.
pub(super) fn open(app: &AppHandle, storage: PathBuf) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App("index.html".into()))
        .title("Resend Reservation")
        .inner_size(560.0, 760.0)
        .min_inner_size(320.0, 400.0)
        .prevent_overflow()
        .center()
        .visible(false)
        // A form's history is personal data: the page stores nothing.
        .incognito(!is_driven_by_tests())
        .general_autofill_enabled(false)
        .data_directory(storage)
        .on_navigation(origin::is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        // The words are the page's, so the title is too.
        .on_document_title_changed(|window, title| drop(window.set_title(&title)))
        .build()?;
    // Where it was the last time. What cannot be read leaves it in the middle, as does a screen that is gone.
    let _ = window.restore_state(place_flags());
    if !is_on_a_screen(&window).unwrap_or(false) {
        let _ = window.center();
    }
    async_runtime::spawn(show_in_the_end(window));
    Ok(())
}

/// Remembers where the window was and how large. It opens hidden, so what is remembered is put in force by hand, before
/// it is shown.
pub(super) fn place(data: Option<&Path>) -> TauriPlugin<Wry> {
    const FILE: &str = "window.json";
    // The plugin puts what is relative under the system's folder.
    let file = data
        .map_or_else(|| PathBuf::from(FILE), |data| std::path::absolute(data).unwrap_or(data.to_owned()).join(FILE));
    tauri_plugin_window_state::Builder::new()
        .with_filename(file.to_string_lossy())
        .with_state_flags(place_flags())
        .skip_initial_state(LABEL)
        .build()
}

fn place_flags() -> StateFlags {
    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED
}

/// Its middle can be seen: one corner would be too little to get hold of.
fn is_on_a_screen(window: &WebviewWindow) -> tauri::Result<bool> {
    let (at, size) = (window.outer_position()?, window.outer_size()?);
    let middle = [i64::from(at.x) + i64::from(size.width) / 2, i64::from(at.y) + i64::from(size.height) / 2];
    Ok(window.available_monitors()?.iter().any(|monitor| {
        let (at, size) = (monitor.position(), monitor.size());
        let begin = [i64::from(at.x), i64::from(at.y)];
        let end = [begin[0] + i64::from(size.width), begin[1] + i64::from(size.height)];
        (0..2).all(|axis| (begin[axis]..end[axis]).contains(&middle[axis]))
    }))
}

/// Somebody has started the app again, or clicked a link of ours.
pub(super) fn come_to_the_front(app: &AppHandle) {
    let Some(window) = app.get_webview_window(LABEL) else { return };
    // A window that cannot be shown has gone already.
    let _ = window.unminimize().and_then(|()| show(&window));
}

pub(super) fn show(window: &WebviewWindow) -> tauri::Result<()> {
    window.show()?;
    window.set_focus()
}

/// `WebKitGTK` lets nobody drive a private window. Whoever can set this variable could do without it.
fn is_driven_by_tests() -> bool {
    cfg!(target_os = "linux") && env::var_os("TAURI_WEBVIEW_AUTOMATION").is_some()
}

/// A page that never got ready is still better seen than not.
async fn show_in_the_end(window: WebviewWindow) {
    const LONG_ENOUGH: Duration = Duration::from_secs(8);
    tokio::time::sleep(LONG_ENOUGH).await;
    if !window.is_visible().unwrap_or(true) {
        // Nothing is left to try where this fails too.
        let _ = show(&window);
    }
}

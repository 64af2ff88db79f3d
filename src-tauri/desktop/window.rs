use std::{env, path::PathBuf, time::Duration};

use tauri::{AppHandle, WebviewUrl, WebviewWindow, WebviewWindowBuilder, async_runtime, webview::NewWindowResponse};

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
    async_runtime::spawn(show_in_the_end(window));
    Ok(())
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

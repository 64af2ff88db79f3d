//! The settings of `WebKitGTK` for one small page of our own, in place of those for the whole web.

use tauri::WebviewWindow;
use webkit2gtk::{CacheModel, SettingsExt, WebContextExt, WebViewExt};

/// Applies them before the page is loaded.
pub(super) fn settle(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let view = webview.inner();
        if let Some(settings) = WebViewExt::settings(&view) {
            settings.set_enable_page_cache(false);
        }
        if let Some(context) = view.context() {
            context.set_cache_model(CacheModel::DocumentViewer);
        }
    })
}

/// Keeps the caret steady, by a blink that never ends. For each blink the web view draws some twenty frames, all day;
/// and where blinking is switched off, it draws without end or loses the caret (`WebKitGTK` 2.50).
pub(super) fn keep_caret_steady() {
    use gtk::prelude::GtkSettingsExt;
    if let Some(settings) = gtk::Settings::default() {
        settings.set_gtk_cursor_blink(true);
        settings.set_gtk_cursor_blink_time(i32::MAX);
    }
}

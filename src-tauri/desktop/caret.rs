//! The caret: it stops blinking a while after the last key or click, as it does in every text box of GTK's own. The web
//! view draws a whole frame for each blink, some forty times a second, all day.

use std::{cell::Cell, rc::Rc, time::Duration};

use gtk::{
    Settings,
    glib::{self, ControlFlow, Propagation, SourceId},
    prelude::{GtkSettingsExt, ObjectExt, WidgetExt},
};
use tauri::WebviewWindow;

/// Lets the caret rest when nobody types. Somebody who has chosen one that never blinks keeps it.
pub(super) fn rest_when_idle(window: &WebviewWindow) -> tauri::Result<()> {
    window.with_webview(|webview| {
        let view = webview.inner();
        let Some(settings) = Settings::default().filter(GtkSettingsExt::is_gtk_cursor_blink) else { return };
        let caret = Rc::new(Caret { settings, timer: Cell::default() });
        caret.blink();
        view.connect_key_press_event({
            let caret = Rc::clone(&caret);
            move |_, _| caret.blink()
        });
        view.connect_button_press_event({
            let caret = Rc::clone(&caret);
            move |_, _| caret.blink()
        });
        view.connect_focus_in_event(move |_, _| caret.blink());
    })
}

struct Caret {
    settings: Settings,
    timer: Cell<Option<SourceId>>,
}

impl Caret {
    fn blink(self: &Rc<Self>) -> Propagation {
        self.settings.set_gtk_cursor_blink(true);
        if let Some(timer) = self.timer.take() {
            timer.remove();
        }
        let caret = Rc::clone(self);
        let timer = glib::timeout_add_local(self.patience(), move || {
            caret.timer.take();
            caret.settings.set_gtk_cursor_blink(false);
            ControlFlow::Break
        });
        self.timer.set(Some(timer));
        Propagation::Proceed
    }

    /// For how long GTK's own carets blink.
    fn patience(&self) -> Duration {
        let seconds: i32 = self.settings.property("gtk-cursor-blink-timeout");
        Duration::from_secs(u64::from(seconds.unsigned_abs()))
    }
}

//! The window: the only module tree that names Tauri.

mod commands;
mod session;
mod window;

use tauri::{Manager, RunEvent, WindowEvent, generate_context, generate_handler};

use crate::{options::Options, policy};
use session::{Folders, Session};

/// Opens the window and returns when it is closed.
pub fn run(options: Options) -> Result<(), tauri::Error> {
    tauri::Builder::default()
        .setup(move |app| {
            let path = app.path();
            let folders = Folders {
                policy: policy::system_place(),
                config: path.app_config_dir()?,
                data: path.app_data_dir()?,
                logs: path.app_log_dir()?,
                // Not every system has one of each.
                downloads: path.download_dir().or_else(|_| path.document_dir()).or_else(|_| path.home_dir())?,
            };
            let session = Session::begin(options, folders);
            let storage = session.storage().unwrap_or(app.path().app_local_data_dir()?).join("webview");
            app.manage(session);
            window::open(app.handle(), storage)?;
            Ok(())
        })
        .invoke_handler(generate_handler![
            commands::start,
            commands::page_ready,
            commands::read_reservation,
            commands::read_phone_number,
            commands::look_up,
            commands::resend_reservation,
            commands::find_out,
            commands::open_journal,
            commands::search_history,
            commands::export_history,
            commands::delete_history,
            commands::save_settings,
            commands::token_state,
            commands::save_token,
            commands::forget_token,
            commands::test_connection,
            commands::check_up,
            commands::third_party_licences,
        ])
        .build(generate_context!())?
        .run(|app, event| {
            // While a send is under way the window stays: its result is about to be shown.
            if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = &event
                && app.state::<Session>().resender().is_sending()
            {
                api.prevent_close();
            }
            if matches!(event, RunEvent::Exit) {
                app.state::<Session>().end();
            }
        });
    Ok(())
}

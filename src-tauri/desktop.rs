//! The window: the only module tree that names Tauri.

mod commands;
mod session;
mod window;

use tauri::{Manager, RunEvent, WindowEvent, generate_context, generate_handler};

use crate::options::Options;
use session::Session;

/// Opens the window and returns when it is closed.
pub fn run(options: Options) -> Result<(), tauri::Error> {
    tauri::Builder::default()
        .setup(move |app| {
            let session = Session::begin(options, &app.path().app_config_dir()?, &app.path().app_data_dir()?);
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
            commands::save_settings,
            commands::token_state,
            commands::save_token,
            commands::forget_token,
            commands::test_connection,
            commands::third_party_licences,
        ])
        .build(generate_context!())?
        .run(|app, event| {
            // While a send is under way the window stays: its result is about to be shown.
            if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = event
                && app.state::<Session>().resender().is_sending()
            {
                api.prevent_close();
            }
        });
    Ok(())
}

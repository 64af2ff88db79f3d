//! The window: the only module tree that names Tauri.

mod commands;
mod openings;
mod running;
mod session;
mod window;

use std::{env, ffi::OsString};

use tauri::{AppHandle, Manager, RunEvent, WindowEvent, generate_context, generate_handler};

use crate::{journal::moving, options::Options, policy, private, window_place::PlaceFile};
use openings::Openings;
use session::{Folders, Session};

/// Opens the window and returns when it is closed, or at once where it is open already.
pub fn run(options: Options) -> Result<(), tauri::Error> {
    let context = generate_context!();
    let mut builder = tauri::Builder::default();
    // Whoever chose a folder or a service for this start wants this start, and no other.
    if options.data_dir.is_none() && options.local_api.is_none() {
        if running::takes(env::args_os(), &context.config().identifier) {
            return Ok(());
        }
        builder = builder.plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
            hand_over(app, arguments);
        }));
    }
    let openings = Openings::default();
    if let Some(text) = options.opened_with.clone() {
        openings.hand(text);
    }
    builder
        // There before anything else: a link may come before the window does.
        .manage(openings)
        .setup(move |app| {
            let path = app.path();
            let folders = Folders {
                policy: policy::system_place(),
                config: path.app_config_dir()?,
                // What was sent belongs to this computer: on Windows the other folder of this kind follows the user.
                data: moving::folder(path.app_local_data_dir()?, &path.app_data_dir()?),
                logs: path.app_log_dir()?,
                // Not every system has one of each.
                downloads: path.download_dir().or_else(|_| path.document_dir()).or_else(|_| path.home_dir())?,
            };
            let places = PlaceFile::within(options.data_dir.as_deref().unwrap_or(&folders.config));
            let session = Session::begin(options, folders);
            let storage = session.storage().unwrap_or(app.path().app_local_data_dir()?).join("webview");
            // Where it cannot be made, the web view says so.
            let _ = private::make_folder(&storage);
            app.manage(session);
            window::open(app.handle(), storage, &places)?;
            app.manage(places);
            Ok(())
        })
        .invoke_handler(generate_handler![
            commands::start,
            commands::page_ready,
            commands::listen_for_openings,
            commands::read_reservation,
            commands::read_phone_number,
            commands::read_email_address,
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
        .build(context)?
        .run(|app, event| {
            if let RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } = &event {
                // While a send is under way the window stays: its result is about to be shown.
                if app.state::<Session>().resender().is_sending() {
                    api.prevent_close();
                }
                window::remember(app, &app.state::<PlaceFile>());
            }
            if matches!(event, RunEvent::Exit) {
                // On macOS an app is quit with its window open.
                window::remember(app, &app.state::<PlaceFile>());
                app.state::<Session>().end();
            }
            #[cfg(target_os = "macos")]
            if let RunEvent::Opened { urls } = event {
                for url in urls {
                    hand_over(app, [String::new(), "--".to_owned(), url.into()]);
                }
            }
        });
    Ok(())
}

/// Another start, or a click on a link of ours: this window comes to the front, with what that one was to open.
fn hand_over(app: &AppHandle, arguments: impl IntoIterator<Item = String>) {
    if let Ok(Options { opened_with: Some(text), .. }) = Options::read(arguments.into_iter().map(OsString::from)) {
        app.state::<Openings>().hand(text);
    }
    window::come_to_the_front(app);
}

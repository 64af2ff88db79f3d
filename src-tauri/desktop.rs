//! The window: the only module tree that names Tauri.

mod commands;
mod folders;
mod openings;
mod running;
mod session;
mod window;

use std::{
    env,
    ffi::OsString,
    io,
    path::PathBuf,
    sync::{Arc, OnceLock},
    thread,
    time::Duration,
};

use tauri::{App, AppHandle, Manager, RunEvent, WindowEvent, generate_context};
use thiserror::Error;

use crate::{options::Options, window_place::PlaceFile};
use folders::Folders;
use openings::Openings;
use running::Running;
use session::Session;

/// Opens the window and returns when it is closed, or at once where it is open already.
pub fn run(options: Options) -> Result<(), StartError> {
    let context = generate_context!();
    let mut builder = tauri::Builder::default();
    // Whoever chose a folder or a service for this start wants this start, and no other.
    if options.data_dir.is_none() && options.local_api.is_none() {
        match running::hand_over(env::args_os(), &context.config().identifier) {
            Running::Took => return Ok(()),
            Running::Nobody => {
                builder = builder.plugin(tauri_plugin_single_instance::init(|app, arguments, _| {
                    hand_over(app, arguments);
                }));
            }
            // Two windows on one journal know of each other's sends. The plugin would wait for it for ever.
            Running::Silent => {}
        }
    }
    // Before there is a toolkit to take down again.
    options.data_dir.as_deref().map_or(Ok(()), folders::make)?;
    window::reach_screen()?;
    let failed = Arc::new(OnceLock::new());
    let openings = Openings::default();
    if let Some(text) = options.opened_with.clone() {
        openings.hand(text);
    }
    builder
        // There before anything else: a link may come before the window does.
        .manage(openings)
        .setup({
            let failed = Arc::clone(&failed);
            move |app| {
                // An error that is returned from here ends the process with a panic, and nobody reads why.
                if let Err(error) = begin(app, &options) {
                    let _ = failed.set(error);
                    app.handle().exit(1);
                }
                Ok(())
            }
        })
        .invoke_handler(commands::handler())
        .build(context)
        .map_err(StartError::Window)?
        .run_return(follow);
    Arc::into_inner(failed).and_then(OnceLock::into_inner).map_or(Ok(()), Err)
}

/// Why there is no window.
#[derive(Debug, Error)]
pub enum StartError {
    #[error("the folder {} cannot be made or used ({source})", folder.display())]
    Folder { folder: PathBuf, source: io::Error },
    #[error("the system names no folder for this user ({0}). Name one with --data-dir")]
    NoHome(#[source] tauri::Error),
    #[error("there is no screen that it can reach")]
    NoScreen,
    #[error("{0}")]
    Window(#[source] tauri::Error),
}

fn begin(app: &App, options: &Options) -> Result<(), StartError> {
    let folders = Folders::new(app, options.data_dir.as_deref())?;
    folders.make()?;
    if options.data_dir.is_none() {
        folders.tighten();
    }
    let (places, storage) = (PlaceFile::within(&folders.config), folders.storage()?);
    app.manage(Session::begin(options, folders));
    window::open(app.handle(), storage, &places).map_err(StartError::Window)?;
    app.manage(places);
    Ok(())
}

/// What happens to the window, from its start to its end.
fn follow(app: &AppHandle, event: RunEvent) {
    // Neither is there where the start failed.
    let (session, places) = (app.try_state::<Session>(), app.try_state::<PlaceFile>());
    let is_sending = || session.as_ref().is_some_and(|session| session.resender().is_sending());
    match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            // While a send is under way the window stays: its result is about to be shown.
            if is_sending() {
                api.prevent_close();
            }
            places.inspect(|places| window::remember(app, places));
        }
        RunEvent::ExitRequested { api, .. } if is_sending() => api.prevent_exit(),
        RunEvent::Exit => {
            // A Mac ends an app without asking it, with its window open: then at least what was begun is ended first.
            while is_sending() {
                thread::sleep(Duration::from_millis(50));
            }
            places.inspect(|places| window::remember(app, places));
            session.inspect(|session| session.end());
        }
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for url in urls {
                hand_over(app, [String::new(), "--".to_owned(), url.into()]);
            }
        }
        _ => {}
    }
}

/// Another start, or a click on a link of ours: this window comes to the front, with what that one was to open.
fn hand_over(app: &AppHandle, arguments: impl IntoIterator<Item = String>) {
    if let Ok(Options { opened_with: Some(text), .. }) = Options::read(arguments.into_iter().map(OsString::from)) {
        app.state::<Openings>().hand(text);
    }
    window::come_to_the_front(app);
}

//! The window: the only module tree that names Tauri.

mod commands;
mod deep_links;
mod folders;
mod session;
mod single_instance;
#[cfg(target_os = "linux")]
mod web_view;
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

use tauri::{App, AppHandle, Builder, Manager, RunEvent, WindowEvent, Wry, generate_context};
use thiserror::Error;

use crate::{cli::Options, contract::Country, window_state::WindowStateFile};
use deep_links::DeepLinks;
use folders::Folders;
use session::Session;
use single_instance::HandOver;

/// Opens the window and returns when it is closed, or at once where it is open already.
pub fn run(options: Options) -> Result<(), StartError> {
    let context = generate_context!();
    let Some(builder) = builder(&options, &context.config().identifier) else { return Ok(()) };
    // Before there is a toolkit to take down again.
    options.data_dir.as_deref().map_or(Ok(()), folders::make)?;
    window::reach_screen()?;
    let failed = Arc::new(OnceLock::new());
    let deep_links = DeepLinks::default();
    if let Some(text) = options.open_request.clone() {
        deep_links.hand(text);
    }
    builder
        // There before anything else: a link may come before the window does.
        .manage(deep_links)
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

/// Makes Tauri's builder; None where a copy that runs already has taken over what this start was to do.
fn builder(options: &Options, identifier: &str) -> Option<Builder<Wry>> {
    let builder = Builder::default();
    // Whoever chose a folder or a service for this start wants this start, and no other.
    if options.data_dir.is_some() || options.local_api.is_some() {
        return Some(builder);
    }
    match single_instance::hand_over(env::args_os(), identifier) {
        HandOver::Taken => None,
        HandOver::Alone => {
            Some(builder.plugin(tauri_plugin_single_instance::init(|app, arguments, _| hand_over(app, arguments))))
        }
        // Two windows on one journal know of each other's sends. The plugin would wait for it for ever.
        HandOver::NotAnswered => Some(builder),
    }
}

/// A start error: why there is no window.
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
    // The metadata of phone numbers is unpacked while the web view starts: the page asks for the countries first of all.
    thread::spawn(Country::all);
    let (window_state, storage) = (WindowStateFile::within(&folders.config), folders.storage()?);
    app.manage(Session::begin(options, folders));
    window::open(app.handle(), storage, &window_state).map_err(StartError::Window)?;
    app.manage(window_state);
    Ok(())
}

/// Handles Tauri's run events, from the window's start to its end.
fn follow(app: &AppHandle, event: RunEvent) {
    // Neither is there where the start failed.
    let (session, window_state) = (app.try_state::<Session>(), app.try_state::<WindowStateFile>());
    let is_sending = || session.as_ref().is_some_and(|session| session.resender.is_sending());
    match event {
        RunEvent::WindowEvent { event: WindowEvent::CloseRequested { api, .. }, .. } => {
            // While a send is under way the window stays: its result is about to be shown.
            if is_sending() {
                api.prevent_close();
            }
            window_state.inspect(|window_state| window::remember(app, window_state));
        }
        RunEvent::ExitRequested { api, .. } if is_sending() => api.prevent_exit(),
        RunEvent::Exit => {
            // A Mac ends an app without asking it, with its window open: then at least what was begun is ended first.
            while is_sending() {
                thread::sleep(Duration::from_millis(50));
            }
            window_state.inspect(|window_state| window::remember(app, window_state));
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

/// Handles another start, or a click on a link of ours: this window comes to the front, with what that one was to open.
fn hand_over(app: &AppHandle, arguments: impl IntoIterator<Item = String>) {
    if let Ok(Options { open_request: Some(text), .. }) = Options::read(arguments.into_iter().map(OsString::from)) {
        app.state::<DeepLinks>().hand(text);
    }
    window::come_to_the_front(app);
}

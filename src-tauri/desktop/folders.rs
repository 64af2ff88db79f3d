//! The folders that a start needs, made before the window is: what cannot be made is said by its name.

use std::path::{Path, PathBuf};

use tauri::{Manager, Runtime};

use super::StartError;
use crate::{journal::moving, policy, private};

/// The system's folders for this app, the one for what a person asks it to write, and where the policy lies.
pub(super) struct Folders {
    pub(super) policy: PathBuf,
    pub(super) config: PathBuf,
    pub(super) data: PathBuf,
    pub(super) logs: PathBuf,
    pub(super) downloads: PathBuf,
    /// The web view's own storage.
    pub(super) webview: PathBuf,
}

impl Folders {
    /// Resolves the folders; all are in the given one, where somebody said which.
    pub(super) fn new<R: Runtime>(app: &impl Manager<R>, given: Option<&Path>) -> Result<Self, StartError> {
        let path = app.path();
        // Where one is given, it does not matter that the system knows none.
        let or = |system: tauri::Result<PathBuf>| match given {
            Some(given) => Ok(given.to_owned()),
            None => system.map_err(StartError::NoHome),
        };
        // What was sent belongs to this computer: on Windows the other folder of this kind follows the user.
        let local = or(path.app_local_data_dir())?;
        let data = match (given, path.app_data_dir()) {
            (None, Ok(roaming)) => moving::folder(local.clone(), &roaming),
            (Some(_), _) | (None, Err(_)) => local.clone(),
        };
        Ok(Self {
            policy: policy::system_place(),
            config: or(path.app_config_dir())?,
            logs: given
                .map_or_else(|| path.app_log_dir(), |given| Ok(given.join("logs")))
                .map_err(StartError::NoHome)?,
            webview: local.join("webview"),
            // Not every system has one of each.
            downloads: (path.download_dir().or_else(|_| path.document_dir()).or_else(|_| path.home_dir()))
                .unwrap_or_else(|_| data.clone()),
            data,
        })
    }

    /// Makes the folders that it cannot go without. A log that cannot be written is none.
    pub(super) fn make(&self) -> Result<(), StartError> {
        make(&self.config)?;
        make(&self.data)
    }

    /// Tightens permissions that an earlier version left open. A folder that a person chose is that person's.
    pub(super) fn tighten(&self) {
        for folder in [&self.config, &self.data, &self.logs] {
            private::tighten(folder);
        }
    }

    /// Returns the web view's folder, or a temporary one where it cannot be made: nothing in it is needed again.
    pub(super) fn storage(&self) -> Result<PathBuf, StartError> {
        make(&self.webview).map(|()| self.webview.clone()).or_else(|error| {
            let made = tempfile::Builder::new().prefix("resend-reservation-").tempdir();
            made.map(tempfile::TempDir::keep).map_err(|_| error)
        })
    }
}

pub(super) fn make(folder: &Path) -> Result<(), StartError> {
    private::make_folder(folder).map_err(|source| StartError::Folder { folder: folder.to_owned(), source })
}

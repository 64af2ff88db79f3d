use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
};

use tempfile::TempDir;

use super::{Display, eventually};
use crate::secret_service::end;

/// A Wayland compositor of its own, which shows what it has on a display, and takes the keys that are typed there.
pub(crate) struct Compositor {
    process: Child,
    socket: PathBuf,
    _place: TempDir,
}

impl Compositor {
    pub(crate) async fn start(display: &Display) -> Self {
        let place = tempfile::tempdir().expect("a place");
        let process = Command::new("weston")
            .args(["--backend=x11-backend.so", "--no-config", "--idle-time=0", "--width=1280", "--height=1024"])
            .args(["--socket", "wayland"])
            .env("XDG_RUNTIME_DIR", place.path())
            .env("DISPLAY", display.name())
            .env_remove("WAYLAND_DISPLAY")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .expect("weston runs");
        let socket = place.path().join("wayland");
        let compositor = Self { process, socket, _place: place };
        eventually("the compositor listens", async || compositor.socket.exists().then_some(())).await;
        compositor
    }

    pub(crate) fn socket(&self) -> &str {
        self.socket.to_str().expect("a plain path")
    }
}

impl Drop for Compositor {
    fn drop(&mut self) {
        end(&mut self.process);
    }
}

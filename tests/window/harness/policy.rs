//! A policy in the system's place, for one window only: neither the computer nor another test's window sees it.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use super::Computer;

impl Computer {
    /// As if an administrator had put this policy on the computer before the next start.
    pub(crate) fn governed_by(self, policy: &str) -> Self {
        self.put_policy(policy);
        self
    }

    pub(crate) fn put_policy(&self, policy: &str) {
        if !self.etc().is_dir() {
            let copied = Command::new("cp").args(["-a", "/etc"]).arg(self.etc()).status().expect("cp runs");
            assert!(copied.success(), "a copy of /etc");
        }
        let folder = self.etc().join("resend-reservation");
        fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join("policy.toml"), policy)).expect("written");
    }

    fn etc(&self) -> PathBuf {
        self.place().join("etc")
    }

    /// The driver, and with it the app. Where there is a policy they live in a mount namespace of their own, in which
    /// `/etc` is the copy that it lies in.
    pub(super) fn begin_driver(&self) -> Command {
        const DRIVER: &str = "WebKitWebDriver";
        if !self.etc().is_dir() {
            return self.begin(DRIVER);
        }
        let mut command = self.begin("unshare");
        if !is_root() {
            command.arg("--map-root-user");
        }
        command
            .args(["--mount", "--propagation", "private", "--", "sh", "-c"])
            .args([r#"mount --bind "$1" /etc && shift && exec "$@""#, "sh"])
            .arg(self.etc())
            .arg(DRIVER);
        command
    }
}

fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    fs::metadata(Path::new("/proc/self")).is_ok_and(|me| me.uid() == 0)
}

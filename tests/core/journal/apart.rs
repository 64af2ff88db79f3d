//! A process of its own that may mount things: nothing of it is left on the computer, however it ends.

use std::{
    env,
    ffi::OsStr,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    process::Command,
};

use tempfile::TempDir;

use crate::kit::own_process::{myself, only};

const INSIDE: &str = "RESEND_TEST_APART";
/// As root, and as anybody where that is permitted.
const WAYS: [&[&str]; 2] = [&["--mount"], &["--user", "--map-root-user", "--mount"]];

/// Runs this test, which is the one of this name, in such a process.
pub(crate) fn apart(name: &str, test: impl AsyncFnOnce()) {
    if env::var_os(INSIDE).is_some() {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        return runtime.block_on(test());
    }
    let Some(way) = WAYS.into_iter().find(|way| succeeds("unshare", way.iter().chain(&["true"]))) else {
        println!("{name} was not tried: on this computer nobody may mount anything");
        return;
    };
    let output = Command::new("unshare")
        .args(way)
        .arg(myself())
        .args(only(name))
        .env(INSIDE, "yes")
        .output()
        .expect("it starts");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success() && said.contains("1 passed"), "{said}");
}

/// One megabyte.
pub(crate) struct Disk {
    folder: TempDir,
}

impl Disk {
    pub(crate) fn mount() -> Self {
        let disk = Self { folder: tempfile::tempdir().expect("a folder") };
        must("mount", [OsStr::new("-t"), "tmpfs".as_ref(), "-osize=1m".as_ref(), "tmpfs".as_ref(), disk.as_ref()]);
        disk
    }

    /// To the last byte.
    pub(crate) fn fill(&self) {
        let mut file = File::create(self.filling()).expect("made");
        while file.write_all(&[0xAB; 1024]).is_ok() {}
    }

    pub(crate) fn make_room(&self) {
        fs::remove_file(self.filling()).expect("removed");
    }

    pub(crate) fn allow(&self, what: &str) {
        must("mount", [OsStr::new("-o"), format!("remount,{what}").as_ref(), self.as_ref()]);
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().to_owned()
    }

    fn filling(&self) -> PathBuf {
        self.folder.path().join("filling")
    }
}

impl AsRef<OsStr> for Disk {
    fn as_ref(&self) -> &OsStr {
        self.folder.path().as_os_str()
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        succeeds("umount", ["--lazy".as_ref(), self.as_ref()]);
    }
}

/// This one file cannot be written, whoever asks.
pub(crate) struct Fixed(PathBuf);

impl Fixed {
    pub(crate) fn at(file: &Path) -> Self {
        must("mount", [OsStr::new("--bind"), file.as_ref(), file.as_ref()]);
        let fixed = Self(file.to_owned());
        must("mount", [OsStr::new("-o"), "remount,bind,ro".as_ref(), file.as_ref()]);
        fixed
    }
}

impl Drop for Fixed {
    fn drop(&mut self) {
        succeeds("umount", [&self.0]);
    }
}

fn must(program: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) {
    assert!(succeeds(program, arguments), "{program}");
}

pub(crate) fn succeeds(program: &str, arguments: impl IntoIterator<Item = impl AsRef<OsStr>>) -> bool {
    Command::new(program).args(arguments).status().is_ok_and(|status| status.success())
}

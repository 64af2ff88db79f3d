//! The size of the program beside a bare window's, and of the package where it was made.

use std::{fs, path::Path};

use super::{
    sample::Sample,
    table::{Goal, Row},
};

pub(crate) fn measure() -> Vec<Row> {
    let release = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/release");
    let bare = size(&release.join("bare-window")).map(|size| ("bare window", size));
    let program = size(&release.join("resend-reservation")).map(|ours| row("program", ours, bare, 8.0));
    let packages = fs::read_dir(release.join("bundle/deb")).into_iter().flatten().flatten();
    let package = packages.map(|entry| entry.path()).find(|path| path.extension().is_some_and(|end| end == "deb"));
    let package = package.and_then(|path| size(&path)).map(|ours| row("package (.deb)", ours, None, 4.0));
    program.into_iter().chain(package).collect()
}

/// In megabytes.
fn size(path: &Path) -> Option<Sample> {
    let bytes = u32::try_from(fs::metadata(path).ok()?.len()).ok()?;
    Some(Sample::from_iter([f64::from(bytes) / 1e6]))
}

fn row(what: &'static str, ours: Sample, beside: Option<(&'static str, Sample)>, most: f64) -> Row {
    Row { what, unit: "MB", ours, beside, goal: Goal::Value(most) }
}

use std::{
    fs::{self, Metadata},
    io::{self, ErrorKind},
    path::Path,
};

use super::{Fault, Policy, PolicyError, Reason, fault::line_of, parse};

/// The most bytes of a policy file: more than every setting with a page of comments on each.
const LONGEST: u64 = 64 * 1024;

/// Reads a policy file; None where there is none.
pub fn read(file: &Path) -> Result<Option<Policy>, PolicyError> {
    let wrong = |fault| PolicyError { file: file.to_owned(), faults: vec![fault], support: None };
    let Some(bytes) = bytes(file).map_err(|reason| wrong(Fault::of_file(reason)))? else { return Ok(None) };
    let text = str::from_utf8(&bytes).map_err(|error| {
        let line = line_of(&bytes, error.valid_up_to());
        wrong(Fault { line: Some(line), key: None, reason: Reason::NotText })
    })?;
    parse(file, text).map(Some)
}

fn bytes(file: &Path) -> Result<Option<Vec<u8>>, Reason> {
    let found = match fs::metadata(file) {
        Ok(found) => found,
        // A link to nowhere was put there by somebody who meant something by it.
        Err(error) if error.kind() == ErrorKind::NotFound && fs::symlink_metadata(file).is_err() => return Ok(None),
        Err(error) => return Err(unreadable(&error)),
    };
    // Asked before it is opened: opening a pipe would wait for ever.
    if !found.is_file() {
        return Err(Reason::NotAFile);
    }
    if found.len() > LONGEST {
        return Err(Reason::TooLong);
    }
    guarded(file, &found)?;
    fs::read(file).map(Some).map_err(|error| unreadable(&error))
}

fn unreadable(error: &io::Error) -> Reason {
    Reason::Unreadable { why: error.kind() }
}

/// Checks the permissions of a policy file. Whoever may write the file decides; and whoever may write in its folder can
/// put another one there. So can who may write in the folder of a link to it, or of a link on the way.
#[cfg(unix)]
fn guarded(file: &Path, found: &Metadata) -> Result<(), Reason> {
    use std::os::unix::fs::PermissionsExt;
    /// The sticky bit: in such a folder nobody can touch what is not theirs, as in `/tmp`.
    const STICKY: u32 = 0o1000;
    /// The most symbolic links to follow: more than an operating system does.
    const MOST_LINKS: usize = 64;
    if is_open_to_others(found) {
        return Err(Reason::WritableByOthers);
    }
    let mut file = file.to_owned();
    for _ in 0..MOST_LINKS {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let place = fs::metadata(folder).map_err(|error| unreadable(&error))?;
        if is_open_to_others(&place) && place.permissions().mode() & STICKY == 0 {
            return Err(Reason::FolderWritableByOthers);
        }
        let Ok(target) = fs::read_link(&file) else { break };
        file = folder.join(target);
    }
    Ok(())
}

/// Returns whether others may write. The group of root is root's own: all others have members.
#[cfg(unix)]
fn is_open_to_others(found: &Metadata) -> bool {
    use std::os::unix::fs::MetadataExt;
    const BY_GROUP: u32 = 0o020;
    const BY_ALL: u32 = 0o002;
    const ROOT: u32 = 0;
    found.mode() & BY_ALL != 0 || (found.mode() & BY_GROUP != 0 && found.gid() != ROOT)
}

/// Checks nothing: Windows keeps this in access control lists (ACLs); see SECURITY.md.
#[cfg(not(unix))]
#[allow(clippy::unnecessary_wraps, reason = "it is one function on every system")]
fn guarded(_: &Path, _: &Metadata) -> Result<(), Reason> {
    Ok(())
}

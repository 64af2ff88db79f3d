use std::{
    fs::{self, Metadata},
    io::{self, ErrorKind},
    path::Path,
};
#[cfg(unix)]
use std::{
    os::unix::fs::{MetadataExt, PermissionsExt},
    path::{self, Component, PathBuf},
};

#[cfg(unix)]
use rustix::io::Errno;

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

/// Checks the permissions of a policy file. Whoever may write the file decides; and whoever may write in a folder on the
/// way to it can put another one in its place. The way leads through its own folder and those above, and through those
/// of what each link leads to.
#[cfg(unix)]
fn guarded(file: &Path, found: &Metadata) -> Result<(), Reason> {
    /// The most symbolic links to follow: more than an operating system does.
    const MOST_LINKS: usize = 64;
    if is_open_to_others(found) {
        return Err(Reason::WritableByOthers);
    }
    let mut ahead = path::absolute(file).map_err(|error| unreadable(&error))?;
    // As far as it has been gone, with no link in it: so `..` is the folder above.
    let mut at = PathBuf::new();
    let mut links = 0;
    loop {
        let mut parts = ahead.components();
        let Some(part) = parts.next() else { return Ok(()) };
        let rest = parts.as_path().to_owned();
        match part {
            Component::Normal(name) => {
                closed_to_others(&at)?;
                let next = at.join(name);
                if next.is_symlink() {
                    links += 1;
                    if links > MOST_LINKS {
                        return Err(unreadable(&Errno::LOOP.into()));
                    }
                    ahead = fs::read_link(&next).map_err(|error| unreadable(&error))?.join(rest);
                    continue;
                }
                at = next;
            }
            Component::ParentDir => _ = at.pop(),
            Component::RootDir | Component::Prefix(_) => at.push(part),
            Component::CurDir => {}
        }
        ahead = rest;
    }
}

/// Checks that others can put nothing in the place of what lies in this folder.
#[cfg(unix)]
fn closed_to_others(folder: &Path) -> Result<(), Reason> {
    /// The sticky bit: in such a folder nobody can touch what is not theirs, as in `/tmp`.
    const STICKY: u32 = 0o1000;
    let found = fs::metadata(folder).map_err(|error| unreadable(&error))?;
    if is_open_to_others(&found) && found.permissions().mode() & STICKY == 0 {
        return Err(Reason::FolderWritableByOthers { folder: folder.to_owned() });
    }
    Ok(())
}

/// Returns whether others may write. The group of root is root's own: all others have members.
#[cfg(unix)]
fn is_open_to_others(found: &Metadata) -> bool {
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

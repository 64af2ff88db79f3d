//! Folders and files that only the logged-in user can read, whatever the permissions of what lies around them.
//! Windows keeps a user's own folders so by itself.

use std::{
    fs::{DirBuilder, OpenOptions},
    io::{self, ErrorKind},
    path::Path,
};

/// Makes the folder, with those above it that are missing. One that is there already stays as somebody made it.
pub fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Makes the file, empty, where there is none.
pub fn make_file(file: &Path) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        Ok(_) | Err(_) => Ok(()),
    }
}

/// Tightens the permissions of a file or folder of ours, as an earlier version left it. Where that is not allowed, and
/// where there is none, nothing is changed.
pub fn tighten(path: &Path) {
    #[cfg(unix)]
    {
        use std::{
            fs::{Permissions, set_permissions},
            os::unix::fs::PermissionsExt,
        };
        if let Ok(found) = path.symlink_metadata()
            && !found.is_symlink()
            && found.permissions().mode() & 0o077 != 0
        {
            let _ = set_permissions(path, Permissions::from_mode(found.permissions().mode() & 0o700));
        }
    }
    #[cfg(not(unix))]
    let _ = path;
}

#[cfg(all(test, unix))]
mod tests {
    use std::{
        fs::{self, Permissions},
        os::unix::fs::PermissionsExt,
    };

    use super::*;

    #[test]
    fn what_is_made_is_the_users_alone_and_what_was_there_stays_as_it_was() {
        let theirs = tempfile::tempdir().expect("a folder");
        fs::set_permissions(theirs.path(), Permissions::from_mode(0o755)).expect("allowed");
        let folder = theirs.path().join("made/at/need");

        make_folder(&folder).expect("made");
        make_folder(&folder).expect("there");
        make_file(&folder.join("file")).expect("made");
        make_file(&folder.join("file")).expect("there");

        let ours = ["made", "made/at", "made/at/need", "made/at/need/file"];
        assert_eq!(ours.map(|path| mode(&theirs.path().join(path))), [0o700, 0o700, 0o700, 0o600]);
        assert_eq!(mode(theirs.path()), 0o755);
    }

    #[test]
    fn what_an_earlier_version_left_open_is_closed() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("file");
        fs::write(&file, "").expect("written");
        for (path, before, after) in [(folder.path(), 0o755, 0o700), (&file, 0o644, 0o600), (&file, 0o440, 0o400)] {
            fs::set_permissions(path, Permissions::from_mode(before)).expect("allowed");

            tighten(path);

            assert_eq!(mode(path), after);
        }
        let elsewhere = folder.path().join("link");
        std::os::unix::fs::symlink("/", &elsewhere).expect("linked");
        tighten(&elsewhere);
        tighten(&folder.path().join("nowhere"));
        assert_eq!(mode(Path::new("/")) & 0o055, 0o055, "where a link leads is not ours");
    }

    fn mode(path: &Path) -> u32 {
        path.metadata().expect("there").permissions().mode() & 0o777
    }
}

//! Who can read what lies on the disk: the logged-in user, also where the folders around it are open to all.

use std::{
    fs::{self, Permissions},
    os::unix::fs::PermissionsExt,
    path::{Path, PathBuf},
    time::Duration,
};

use resend_reservation::{
    domain::Outcome,
    journal::{
        Database, Journal, Search,
        export::{ExportedFile, export},
    },
    log::{Area, Log},
    practice::Service,
    settings::{PartialSettings, SettingsFile},
};

use super::{
    book::{HERE, words},
    sender::{self, outcome},
};

#[tokio::test]
async fn nobody_else_can_read_what_the_app_writes() {
    for is_theirs in [false, true] {
        let around = tempfile::tempdir().expect("a folder");
        fs::set_permissions(around.path(), Permissions::from_mode(0o755)).expect("allowed");
        let folder = around.path().join("data");
        if is_theirs {
            // As with `--data-dir`: a folder that somebody made, open to others.
            fs::create_dir(&folder).expect("made");
            fs::set_permissions(&folder, Permissions::from_mode(0o755)).expect("allowed");
        }
        let service = Service::start().await.expect("a service");
        let resender = sender::resender(folder.clone(), service.base_url()).await;

        assert_eq!(outcome(&sender::send(&resender, "RES3633019929").await), Outcome::Sent);
        SettingsFile::within(&folder).save(&PartialSettings::default()).expect("saved");
        Log::within(folder.join("logs")).failed(Area::Journal, &std::io::Error::other("a line"));

        let open: Vec<_> = readable_by_others(&folder);
        let empty = |path: &&PathBuf| path.is_file() && fs::metadata(path).expect("there").len() == 0;
        let told: Vec<_> = open.iter().filter(|path| !empty(path)).collect();
        let expected: Vec<&PathBuf> = if is_theirs { vec![&folder] } else { Vec::new() };
        assert_eq!(told, expected, "only the folder that somebody else made, and what says nothing");
        for name in ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm", "settings.json"] {
            assert_eq!(mode(&folder.join(name)), 0o600, "{name}");
        }
        assert_eq!([mode(&folder.join("runs")), mode(&folder.join("logs"))], [0o700; 2]);
    }
}

#[tokio::test]
async fn what_an_earlier_version_left_open_is_closed_when_it_is_opened() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Database::open(folder.path(), Duration::MAX).expect("made"));
    let file = folder.path().join("journal.sqlite");
    fs::set_permissions(&file, Permissions::from_mode(0o644)).expect("allowed");

    let journal = Database::open(folder.path(), Duration::MAX).expect("opened");

    assert_eq!((mode(&file), mode(&folder.path().join("journal.sqlite-wal"))), (0o600, 0o600));
    drop(journal);
    fs::write(&file, [7; 8192]).expect("damaged");
    let journal = Database::open(folder.path(), Duration::MAX).expect("a new one");
    assert_eq!((mode(&file), mode(journal.put_aside().expect("put aside"))), (0o600, 0o600));
}

#[tokio::test]
async fn an_exported_file_is_the_users_too() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::within(folder.path().to_owned());

    let ExportedFile { path: file, .. } =
        export(&journal, HERE, Search::default(), &words(), folder.path()).await.expect("written");

    assert_eq!(mode(file.as_ref()), 0o600);
}

/// The folder itself too.
fn readable_by_others(path: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    if mode(path) & 0o077 != 0 {
        found.push(path.to_owned());
    }
    if path.is_dir() && mode(path) & 0o077 != 0 {
        // Into a closed folder nobody else looks.
        found.extend(fs::read_dir(path).expect("read").flatten().flat_map(|entry| readable_by_others(&entry.path())));
    }
    found
}

fn mode(path: &Path) -> u32 {
    path.symlink_metadata().expect("there").permissions().mode() & 0o777
}

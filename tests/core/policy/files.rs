//! The file as a whole, and `policy check`.

use std::{
    fs,
    io::ErrorKind,
    os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink},
    path::{Path, PathBuf},
};

use resend_reservation::policy::{Managed, Policy, Reason, check::Command, read};
use tempfile::TempDir;

struct Place {
    folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let place = Self { folder: tempfile::tempdir().expect("a folder") };
        Self::give(place.folder.path());
        place
    }

    /// To a group that has members: that of root, who may run the tests, is root's own.
    fn give(path: &Path) {
        const USERS: u32 = 100;
        if is_root() {
            chown(path, None, Some(USERS)).expect("given");
        }
    }

    fn with(text: impl AsRef<[u8]>) -> Self {
        let place = Self::new();
        fs::write(place.file(), text).expect("written");
        Self::give(&place.file());
        place
    }

    fn file(&self) -> PathBuf {
        self.folder.path().join("policy.toml")
    }

    fn reason(&self) -> Reason {
        let wrong = read(&self.file()).expect_err("wrong");
        assert_eq!(wrong.file, self.file());
        let [fault] = &wrong.faults[..] else { panic!("{wrong}") };
        fault.reason.clone()
    }

    fn check(&self) -> (String, bool) {
        let answer = Command::Check { file: Some(self.file()) }.run();
        (answer.text.replace(&self.file().display().to_string(), "FILE"), answer.is_well)
    }
}

#[test]
fn without_a_file_nothing_is_decided() {
    let place = Place::new();

    assert_eq!(read(&place.file()), Ok(None));
    let managed = Managed::read(&place.file());
    assert_eq!((managed.policy, managed.wrong), (Policy::default(), None));
}

#[test]
fn a_folder_or_a_pipe_in_its_place_is_no_file() {
    let place = Place::new();
    fs::create_dir(place.file()).expect("made");
    assert_eq!(place.reason(), Reason::NotAFile);

    fs::remove_dir(place.file()).expect("removed");
    let made = std::process::Command::new("mkfifo").arg(place.file()).status().expect("mkfifo runs");
    assert!(made.success());
    assert_eq!(place.reason(), Reason::NotAFile, "and nobody waits for what comes through it");
}

#[test]
fn what_cannot_be_reached_is_not_taken_for_nothing() {
    let place = Place::new();
    std::os::unix::fs::symlink("nowhere", place.file()).expect("a link");
    assert_eq!(place.reason(), Reason::Unreadable { why: ErrorKind::NotFound });

    let in_the_way = Place::with("a file where the folder should be");
    let wrong = read(&in_the_way.file().join("policy.toml")).expect_err("wrong");
    assert_eq!(wrong.faults[0].reason, Reason::Unreadable { why: ErrorKind::NotADirectory });
}

#[test]
fn text_in_another_encoding_is_told_with_its_line() {
    let place = Place::with(b"[fixed]\nsupport = \"Vakta p\xe5 IT\"\n");

    assert_eq!(place.reason(), Reason::NotText);
    assert_eq!(place.check(), ("FILE:2: it is not text in UTF-8".into(), false));
}

#[test]
fn a_file_that_others_may_write_is_refused() {
    let place = Place::with("[fixed]\nkeep_days = 7");

    for mode in [0o646, 0o664, 0o666, 0o620] {
        allow(&place.file(), mode);
        assert_eq!(place.reason(), Reason::WritableByOthers, "{mode:o}");
    }
    assert_eq!(place.check(), ("FILE: people other than its owner can change it: chmod go-w".into(), false));

    allow(&place.file(), 0o644);
    for mode in [0o777, 0o775, 0o770] {
        allow(place.folder.path(), mode);
        assert_eq!(place.reason(), open_to_others(place.folder.path()), "{mode:o}");
    }
    let folder = place.folder.path().display();
    let told = format!("FILE: people other than its owner can put another file in its place: chmod go-w {folder}");
    assert_eq!(place.check(), (told, false));

    // As in /tmp, where everybody writes and nobody touches what is not theirs.
    allow(place.folder.path(), 0o1777);
    assert!(read(&place.file()).expect("in order").is_some());
}

#[test]
fn what_the_group_of_root_may_write_is_roots() {
    if !is_root() {
        return;
    }
    let place = Place::with("[fixed]\nkeep_days = 7");
    chown(place.file(), None, Some(0)).expect("given");
    chown(place.folder.path(), None, Some(0)).expect("given");

    allow(&place.file(), 0o664);
    allow(place.folder.path(), 0o775);

    assert!(read(&place.file()).expect("in order").is_some());
}

#[test]
fn a_link_is_no_better_guarded_than_what_it_leads_to() {
    let (place, middle, end) = (Place::new(), Place::new(), Place::with("[fixed]\nkeep_days = 7"));
    symlink(middle.file(), place.file()).expect("a link");
    symlink(end.file(), middle.file()).expect("a link");
    assert!(read(&place.file()).expect("in order").is_some());

    for folder in [&place, &middle, &end].map(|place| place.folder.path()) {
        allow(folder, 0o775);
        assert_eq!(place.reason(), open_to_others(folder));
        allow(folder, 0o755);
    }
    allow(&end.file(), 0o664);
    assert_eq!(place.reason(), Reason::WritableByOthers);
}

#[test]
fn neither_is_a_folder_that_is_a_link() {
    let (place, end) = (Place::new(), Place::new());
    let (around, policies) = (end.folder.path().join("cfg"), end.folder.path().join("cfg/policies"));
    fs::create_dir_all(&policies).expect("made");
    fs::write(policies.join("policy.toml"), "[fixed]\nkeep_days = 7").expect("written");
    let file = place.folder.path().join("linked/policy.toml");
    // Each leads to the same, by another way.
    let direct = policies.clone();
    let back_and_forth = policies.join("../../cfg/./policies");
    symlink(&policies, end.folder.path().join("link")).expect("a link");
    let over_another = end.folder.path().join("link");
    for target in [direct, back_and_forth, over_another] {
        let link = place.folder.path().join("linked");
        symlink(&target, &link).expect("a link");
        assert!(read(&file).expect("in order").is_some(), "{}", target.display());

        for folder in [place.folder.path(), end.folder.path(), &around, &policies] {
            Place::give(folder);
            allow(folder, 0o775);
            let wrong = read(&file).expect_err("wrong");
            assert_eq!(wrong.faults[0].reason, open_to_others(folder), "{}", target.display());
            allow(folder, 0o755);
        }
        fs::remove_file(&link).expect("removed");
    }
}

#[test]
fn a_folder_above_is_as_good_as_its_own() {
    let place = Place::new();
    let folder = place.folder.path().join("own");
    fs::create_dir(&folder).expect("made");
    fs::write(folder.join("policy.toml"), "[fixed]\nkeep_days = 7").expect("written");
    assert!(read(&folder.join("policy.toml")).expect("in order").is_some());

    allow(place.folder.path(), 0o775);

    let wrong = read(&folder.join("policy.toml")).expect_err("wrong");
    assert_eq!(wrong.faults[0].reason, open_to_others(place.folder.path()));
}

#[test]
fn links_that_lead_in_a_circle_are_refused() {
    let (one, other) = (Place::new(), Place::new());
    symlink(other.file(), one.file()).expect("a link");
    symlink(one.file(), other.file()).expect("a link");
    assert!(matches!(one.reason(), Reason::Unreadable { .. }), "{}", one.reason());

    let linked = one.folder.path().join("linked");
    symlink("linked", &linked).expect("a link");
    let wrong = read(&linked.join("policy.toml")).expect_err("wrong");
    assert!(matches!(wrong.faults[0].reason, Reason::Unreadable { .. }), "{wrong}");
}

fn open_to_others(folder: &Path) -> Reason {
    Reason::FolderWritableByOthers { folder: folder.to_owned() }
}

fn allow(path: &Path, mode: u32) {
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("allowed");
}

fn is_root() -> bool {
    tempfile::tempdir().expect("a folder").path().metadata().expect("looked at").uid() == 0
}

#[test]
fn a_file_that_never_ends_is_not_read() {
    assert_eq!(Place::with("#".repeat(64 * 1024 + 1)).reason(), Reason::TooLong);
}

#[test]
fn a_wrong_policy_decides_nothing_and_allows_nothing() {
    let place = Place::with("[fixed]\nenvironment = \"demo\"\nhistory = true\nsupport = \"IT\"\nkeep_days = 0");

    let Managed { policy, wrong } = Managed::read(&place.file());

    let (history, export, waiting_list) = (false, false, false);
    let closed = Policy { history, export, waiting_list, support: Some("IT".into()), ..Policy::default() };
    assert_eq!(policy, closed);
    assert_eq!(wrong.expect("wrong").faults.len(), 1);
}

#[test]
fn the_check_says_that_it_is_in_order_or_every_line_that_is_not() {
    assert_eq!(Place::with("[default]\nlanguage = \"nb\"").check(), ("FILE is in order".into(), true));
    assert_eq!(Place::new().check(), ("FILE: there is no such file".into(), false));
    let told = "FILE:2: fixed.enviroment: there is no setting with this name (did you mean environment?)\n\
                FILE:3: fixed.keep_days: it must be from 1 to 3650";
    assert_eq!(Place::with("[fixed]\nenviroment = \"demo\"\nkeep_days = 0").check(), (told.into(), false));
}

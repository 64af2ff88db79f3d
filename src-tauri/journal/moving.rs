//! The journal's folder, and the move to it from an earlier one. On Windows an earlier version kept it in the roaming
//! folder, which follows a user from computer to computer: the last to log out would win, and with redirected folders
//! the file would lie on a share.

use std::{
    fs::{self, File},
    io,
    path::{Path, PathBuf},
};

use super::{JournalError, process_lock, schema};
use crate::private;

const FILE: &str = "journal.sqlite";

/// Returns the folder to open it in: this computer's own, into which an earlier one is taken along. Where that one is
/// in use or cannot be moved, it stays where it is until the next start.
pub fn folder(local: PathBuf, roaming: &Path) -> PathBuf {
    if local == roaming || !roaming.join(FILE).exists() || local.join(FILE).exists() {
        return local;
    }
    if take_along(roaming, &local).is_ok() { local } else { roaming.to_owned() }
}

fn take_along(from: &Path, to: &Path) -> Result<(), JournalError> {
    let source = from.join(FILE);
    // Nobody opens it meanwhile, in either place.
    private::make_folder(to).map_err(JournalError::Folder)?;
    let _turns = (schema::open_lock(&source)?, schema::open_lock(&to.join(FILE))?);
    if process_lock::is_any_alive(from) {
        return Err(JournalError::StillRead);
    }
    if to.join(FILE).exists() {
        return Ok(());
    }
    // Copied, not moved: the two may be on different disks, and at every moment one of them is whole. The file itself comes
    // last, as it is what tells that all of it is there.
    for left in ["-wal", "-shm"] {
        // Of a try that was cut off.
        let _ = fs::remove_file(schema::with_suffix(&to.join(FILE), left));
    }
    for name in [schema::with_suffix(&source, "-wal"), source.clone()] {
        if name.exists() {
            copy(&name, to).map_err(JournalError::Folder)?;
        }
    }
    // What cannot be removed is not read again: there is a newer one from now on.
    for name in [source.clone(), schema::with_suffix(&source, "-wal"), schema::with_suffix(&source, "-shm")] {
        let _ = fs::remove_file(name);
    }
    Ok(())
}

/// Copies a file, which gets its own name only when it has reached the disk.
fn copy(file: &Path, to: &Path) -> io::Result<()> {
    let mut copied = tempfile::NamedTempFile::new_in(to)?;
    io::copy(&mut File::open(file)?, &mut copied)?;
    copied.as_file().sync_all()?;
    copied.persist(to.join(file.file_name().unwrap_or_default()))?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::{
        domain::{Environment, Outcome, PhoneNumber, Recipient, Region, Resend, ReservationId},
        journal::{ContactKey, Database, SendState},
    };

    const HERE: Environment = Environment::Production;

    struct Computer {
        folder: tempfile::TempDir,
    }

    #[test]
    fn one_folder_for_both_is_used_as_it_is() {
        let computer = Computer::new();
        computer.journal_in("local", "RES3633019929");
        let local = computer.at("local");

        assert_eq!(folder(local.clone(), &local), local);
        assert_eq!(Computer::sends_in(&local, "RES3633019929"), [SendState::Sent]);
    }

    #[test]
    fn a_journal_in_the_roaming_folder_is_taken_along_with_its_latest_changes() {
        for is_cut_off in [false, true] {
            let computer = Computer::new();
            computer.journal_in("roaming", "RES3633019929");
            if is_cut_off {
                // As a power cut leaves it: the last send is only in the file of the latest changes.
                let open = computer.journal("roaming");
                Computer::send(&open, "RES3633010000");
                open.leave_as_it_is();
                drop(open);
                assert!(computer.at("roaming").join("journal.sqlite-wal").exists());
            }

            let chosen = folder(computer.at("local"), &computer.at("roaming"));

            assert_eq!(chosen, computer.at("local"));
            assert_eq!(Computer::sends_in(&chosen, "RES3633019929"), [SendState::Sent]);
            assert_eq!(Computer::sends_in(&chosen, "RES3633010000").len(), usize::from(is_cut_off));
            let left = ["journal.sqlite", "journal.sqlite-wal", "journal.sqlite-shm"];
            assert!(left.iter().all(|name| !computer.at("roaming").join(name).exists()), "nothing is left to read");
            assert_eq!(folder(computer.at("local"), &computer.at("roaming")), chosen, "and only once");
        }
    }

    #[test]
    fn it_is_never_put_over_one_that_is_there() {
        let computer = Computer::new();
        computer.journal_in("roaming", "RES3633010000");
        computer.journal_in("local", "RES3633019929");

        let chosen = folder(computer.at("local"), &computer.at("roaming"));

        assert_eq!(chosen, computer.at("local"));
        assert_eq!(Computer::sends_in(&chosen, "RES3633019929"), [SendState::Sent]);
        assert_eq!(
            Computer::sends_in(&computer.at("roaming"), "RES3633010000"),
            [SendState::Sent],
            "the other is left alone"
        );
    }

    #[test]
    fn one_that_is_open_stays_where_it_is_until_nobody_has_it_open() {
        let computer = Computer::new();
        let open = computer.journal("roaming");
        Computer::send(&open, "RES3633019929");

        assert_eq!(folder(computer.at("local"), &computer.at("roaming")), computer.at("roaming"));
        assert!(open.is_in_place() && !computer.at("local").join("journal.sqlite").exists());

        drop(open);
        assert_eq!(folder(computer.at("local"), &computer.at("roaming")), computer.at("local"));
        assert_eq!(Computer::sends_in(&computer.at("local"), "RES3633019929"), [SendState::Sent]);
    }

    #[test]
    fn what_a_try_that_was_cut_off_left_is_not_mixed_in() {
        let computer = Computer::new();
        computer.journal_in("roaming", "RES3633019929");
        fs::create_dir_all(computer.at("local")).expect("made");
        fs::write(computer.at("local").join("journal.sqlite-wal"), [7; 4096]).expect("written");

        let chosen = folder(computer.at("local"), &computer.at("roaming"));

        assert_eq!(Computer::sends_in(&chosen, "RES3633019929"), [SendState::Sent]);
    }

    #[test]
    fn where_it_cannot_be_moved_it_is_used_where_it_is() {
        let computer = Computer::new();
        computer.journal_in("roaming", "RES3633019929");
        fs::write(computer.at("local"), "a file where a folder should be").expect("written");

        assert_eq!(folder(computer.at("local"), &computer.at("roaming")), computer.at("roaming"));
        assert_eq!(Computer::sends_in(&computer.at("roaming"), "RES3633019929"), [SendState::Sent]);
    }

    impl Computer {
        fn new() -> Self {
            Self { folder: tempfile::tempdir().expect("a folder") }
        }

        fn at(&self, name: &str) -> PathBuf {
            self.folder.path().join(name)
        }

        fn journal(&self, name: &str) -> Database {
            Database::open(&self.at(name), Duration::MAX).expect("opened")
        }

        fn journal_in(&self, name: &str, reservation: &str) {
            Self::send(&self.journal(name), reservation);
        }

        fn send(journal: &Database, reservation: &str) {
            let number = PhoneNumber::parse("412 34 567", Region::default()).ok();
            let recipient = Recipient::new(number, None).expect("a recipient");
            let reservation = ReservationId::parse(reservation).expect("an id");
            let resend = Resend { environment: HERE, reservation, recipient };
            let begun = journal.begin(&resend, &ContactKey::from_bytes([7; 32]), false, Duration::ZERO);
            let intent = begun.expect("written").expect("nothing in the way");
            journal.finish(intent, &Outcome::Sent, Some(202)).expect("settled");
        }

        fn sends_in(folder: &Path, reservation: &str) -> Vec<SendState> {
            let journal = Database::open(folder, Duration::MAX).expect("opened");
            assert_eq!(journal.put_aside(), None, "it is sound");
            journal.sends_of(HERE, &ReservationId::parse(reservation).expect("an id")).expect("read")
        }
    }
}

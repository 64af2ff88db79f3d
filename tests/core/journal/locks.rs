//! A home folder on a share that lets nobody lock a file: told in words of its own, and at once.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::Command,
    time::{Duration, Instant},
};

use resend_reservation::{failure::SendReason, journal::Database};

use crate::kit::own_process::{myself, only};

const FOLDER: &str = "RESEND_TEST_WITHOUT_LOCKS";

/// As a share answers that knows no locks of this kind. `SQLite` takes the one for being busy; the other is the app's own.
const SHARE: &str = r#"
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

static int without(const char *kind) {
  const char *kinds = getenv("WITHOUT");
  return kinds && strstr(kinds, kind);
}

#define FCNTL(name)                                                            \
  int name(int fd, int command, ...) {                                         \
    va_list arguments;                                                         \
    va_start(arguments, command);                                              \
    void *argument = va_arg(arguments, void *);                                \
    va_end(arguments);                                                         \
    if (without("fcntl") && (command == F_SETLK || command == F_SETLKW)) {     \
      errno = atoi(getenv("ERRNO"));                                           \
      return -1;                                                               \
    }                                                                          \
    return ((int (*)(int, int, void *))dlsym(RTLD_NEXT, #name))(fd, command, argument); \
  }
FCNTL(fcntl)
FCNTL(fcntl64)

int flock(int fd, int operation) {
  if (without("flock")) {
    errno = atoi(getenv("ERRNO"));
    return -1;
  }
  return ((int (*)(int, int))dlsym(RTLD_NEXT, "flock"))(fd, operation);
}
"#;

const ENOLCK: i32 = 37;
const EOPNOTSUPP: i32 = 95;
const EINVAL: i32 = 22;

#[test]
fn where_no_file_can_be_locked_that_is_said_and_soon() {
    let tools = tempfile::tempdir().expect("a folder");
    let share = built(tools.path());
    for (without, error) in [
        ("fcntl", ENOLCK),
        ("fcntl", EOPNOTSUPP),
        ("fcntl", EINVAL),
        ("flock", ENOLCK),
        ("flock", EOPNOTSUPP),
        ("fcntl flock", ENOLCK),
    ] {
        for is_new in [true, false] {
            let folder = tempfile::tempdir().expect("a folder");
            if !is_new {
                drop(Database::open(folder.path(), Duration::MAX).expect("made"));
            }
            let begun = Instant::now();

            let said = open_on(&share, folder.path(), without, error);

            let case = format!("{without}, {error}, {is_new}: {said}");
            assert!(said.contains("opened: JournalNoLocks"), "{case}");
            assert!(begun.elapsed() < Duration::from_secs(8), "{case} after {:?}", begun.elapsed());
            assert!(Database::open(folder.path(), Duration::MAX).expect("with locks").put_aside().is_none(), "{case}");
        }
    }
    assert!(open_on(&share, tools.path(), "", 0).contains("opened: well"), "the share lets the rest through");
}

#[test]
fn a_journal_that_another_program_holds_for_long_is_not_called_one_without_locks() {
    let folder = tempfile::tempdir().expect("a folder");
    drop(Database::open(folder.path(), Duration::MAX).expect("made"));
    let held = rusqlite::Connection::open(folder.path().join("journal.sqlite")).expect("open");
    held.execute_batch("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE").expect("held");

    let refused = Database::open(folder.path(), Duration::MAX).expect_err("it is held");

    assert_eq!(SendReason::from(&refused), SendReason::JournalNotWritten);
}

fn built(folder: &Path) -> PathBuf {
    let (source, library) = (folder.join("share.c"), folder.join("share.so"));
    fs::write(&source, SHARE).expect("written");
    let built =
        Command::new("cc").args(["-shared", "-fPIC", "-o"]).args([&library, &source]).status().expect("a compiler");
    assert!(built.success());
    library
}

fn open_on(share: &Path, folder: &Path, without: &str, error: i32) -> String {
    let output = Command::new(myself())
        .args(only("journal::locks::the_process_that_opens_a_journal"))
        .env(FOLDER, folder)
        .env("LD_PRELOAD", share)
        .env("WITHOUT", without)
        .env("ERRNO", error.to_string())
        .output()
        .expect("it starts");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Does nothing unless it was started by the function above.
#[test]
fn the_process_that_opens_a_journal() {
    let Some(folder) = env::var_os(FOLDER) else { return };
    match Database::open(Path::new(&folder), Duration::MAX) {
        Ok(_) => println!("\nopened: well"),
        Err(error) => println!("\nopened: {:?}", SendReason::from(&error)),
    }
}

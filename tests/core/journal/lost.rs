//! A journal that was lost is told of by whichever door is passed first, and by no other.

use std::{fs, path::Path};

use resend_reservation::{
    domain::Environment,
    journal::{
        Journal, JournalError, JournalLoss, Search,
        export::{ExportError, export},
    },
};

use super::{
    book::{Book, HERE, words},
    damaged::overwrite_under_an_open_connection,
};

const DOORS: [&str; 3] = ["history", "file", "delete"];

#[tokio::test]
async fn whichever_door_is_passed_first_tells_and_the_others_go_on() {
    for (loss, lose) in
        [(JournalLoss::Removed, remove as fn(&Path)), (JournalLoss::Damaged, overwrite_under_an_open_connection)]
    {
        for first in DOORS {
            let book = Book::with(&[("RES3633019929", "sent")]);
            let folder = book.folder;
            drop(book.journal);
            let journal = Journal::within(folder.path().to_owned());
            journal.open().await.expect("opened");
            lose(folder.path());

            let told = pass(first, &journal, HERE, folder.path()).await.expect_err("it is lost");

            assert!(matches!(&told, JournalError::Lost(told) if *told == loss), "{first}: {told:?}");
            for door in DOORS {
                pass(door, &journal, HERE, folder.path()).await.expect("it was told");
            }
        }
    }
}

#[tokio::test]
async fn in_practice_nobody_is_told_and_the_news_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::within(folder.path().to_owned());
    journal.open().await.expect("opened");
    remove(folder.path());

    for door in DOORS {
        pass(door, &journal, Environment::Practice, folder.path()).await.expect("practice goes on");
    }

    let told = pass("history", &journal, HERE, folder.path()).await;
    assert!(matches!(told, Err(JournalError::Lost(JournalLoss::Removed))), "{told:?}");
}

#[tokio::test]
async fn a_check_up_says_so_too_and_leaves_it_to_be_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let journal = Journal::within(folder.path().to_owned());
    assert_eq!(journal.probe_write().await.expect("written"), None);
    remove(folder.path());

    assert_eq!(journal.probe_write().await.expect("written"), Some(JournalLoss::Removed));

    let told = pass("history", &journal, HERE, folder.path()).await;
    assert!(matches!(told, Err(JournalError::Lost(JournalLoss::Removed))), "{told:?}");
    assert_eq!(journal.probe_write().await.expect("written"), None);
}

async fn pass(door: &str, journal: &Journal, environment: Environment, folder: &Path) -> Result<(), JournalError> {
    match door {
        "history" => journal.search(environment, Search::default(), 50).await.map(drop),
        "delete" => journal.forget_all(environment).await.map(drop),
        "file" => match export(journal, environment, Search::default(), &words(), &folder.join("downloads")).await {
            Ok(_) => Ok(()),
            Err(ExportError::Journal(error)) => Err(error),
            Err(error) => panic!("{error:?}"),
        },
        _ => unreachable!("{door}"),
    }
}

fn remove(folder: &Path) {
    fs::remove_file(folder.join("journal.sqlite")).expect("removed");
}

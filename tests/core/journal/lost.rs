//! A journal that was lost is told of by whichever door is passed first, and by no other.

use std::{fs, path::Path};

use resend_reservation::{
    domain::Environment,
    export::{ExportError, export},
    journal::Search,
    records::{Loss, Records, RecordsError},
};

use super::{
    book::{Book, HERE, words},
    damaged::overwrite_under_an_open_connection,
};

const DOORS: [&str; 3] = ["history", "file", "delete"];

#[tokio::test]
async fn whichever_door_is_passed_first_tells_and_the_others_go_on() {
    for (loss, lose) in [(Loss::Removed, remove as fn(&Path)), (Loss::Damaged, overwrite_under_an_open_connection)] {
        for first in DOORS {
            let book = Book::with(&[("RES3633019929", "sent")]);
            let folder = book.folder;
            drop(book.journal);
            let records = Records::within(folder.path().to_owned());
            records.open().await.expect("opened");
            lose(folder.path());

            let told = pass(first, &records, HERE, folder.path()).await.expect_err("it is lost");

            assert!(matches!(&told, RecordsError::Lost(told) if *told == loss), "{first}: {told:?}");
            for door in DOORS {
                pass(door, &records, HERE, folder.path()).await.expect("it was told");
            }
        }
    }
}

#[tokio::test]
async fn in_practice_nobody_is_told_and_the_news_is_kept() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = Records::within(folder.path().to_owned());
    records.open().await.expect("opened");
    remove(folder.path());

    for door in DOORS {
        pass(door, &records, Environment::Practice, folder.path()).await.expect("practice goes on");
    }

    let told = pass("history", &records, HERE, folder.path()).await;
    assert!(matches!(told, Err(RecordsError::Lost(Loss::Removed))), "{told:?}");
}

#[tokio::test]
async fn a_check_up_says_so_too_and_leaves_it_to_be_told() {
    let folder = tempfile::tempdir().expect("a folder");
    let records = Records::within(folder.path().to_owned());
    assert_eq!(records.try_writing().await.expect("written"), None);
    remove(folder.path());

    assert_eq!(records.try_writing().await.expect("written"), Some(Loss::Removed));

    let told = pass("history", &records, HERE, folder.path()).await;
    assert!(matches!(told, Err(RecordsError::Lost(Loss::Removed))), "{told:?}");
    assert_eq!(records.try_writing().await.expect("written"), None);
}

async fn pass(door: &str, records: &Records, environment: Environment, folder: &Path) -> Result<(), RecordsError> {
    match door {
        "history" => records.search(environment, Search::default(), 50).await.map(drop),
        "delete" => records.forget_all(environment).await.map(drop),
        "file" => match export(records, environment, Search::default(), &words(), &folder.join("downloads")).await {
            Ok(_) => Ok(()),
            Err(ExportError::Records(error)) => Err(error),
            Err(error) => panic!("{error:?}"),
        },
        _ => unreachable!("{door}"),
    }
}

fn remove(folder: &Path) {
    fs::remove_file(folder.join("journal.sqlite")).expect("removed");
}

//! No number and no address in full is in any file of the data folder, whatever was done and however it ended.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Duration,
};

use resend_reservation::{
    domain::{Draft, Environment, Region},
    journal::{
        Database, Search,
        export::{Words, export},
    },
    practice::{EXAMPLES, InjectedFault, Scenario, Service},
    resend::{Request, Resender, Safeguards, WarningKind},
};

use super::sender;

const HERE: Environment = Environment::Local;
const KARI: &str = "RES3633019929";
/// As they are typed, and what is left of any writing of them without what stands between.
const NUMBERS: [&str; 3] = ["412 34 567", "+47 41-23-45-67", "0047 41234567"];
const ADDRESSES: [&str; 2] = ["kari.privat@example.com", "Kari.Privat@Example.com"];
/// And the customer's own, which the look-up shows.
const NEVER: [&str; 3] = ["41234567", "kariprivat", "nordmann"];

/// Whatever is asked has been answered.
const ANY_QUESTION: [WarningKind; 18] = [
    WarningKind::UnfamiliarPrefix,
    WarningKind::OtherEnvironment,
    WarningKind::NotFound,
    WarningKind::AlreadyCancelled,
    WarningKind::AlreadyCompleted,
    WarningKind::AlreadyPaid,
    WarningKind::AlreadyReserved,
    WarningKind::AlreadyInvoiced,
    WarningKind::AlreadyRefunded,
    WarningKind::AlreadyPartlyRefunded,
    WarningKind::Expired,
    WarningKind::EarlierUnknown,
    WarningKind::SentRecently,
    WarningKind::TypedForAnother,
    WarningKind::AlmostStored,
    WarningKind::LandLine,
    WarningKind::CompanyNumber,
    WarningKind::LookAlikeDomain,
];

#[tokio::test]
async fn no_contact_in_full_is_in_any_file() {
    let (folder, service) = (tempfile::tempdir().expect("a folder"), Service::start().await.expect("a service"));
    let folder = folder.path();
    let (resender, journal, looker) = sender::parts(folder.to_owned(), service.base_url()).await;

    looker.look_up(HERE, KARI, Duration::from_mins(10)).await;
    for fault in [InjectedFault::None, InjectedFault::CutAfterReading, InjectedFault::CutBeforeReading] {
        service.inject(fault);
        for example in EXAMPLES.iter().filter(|example| example.scenario != Scenario::SentSlowly) {
            for (number, address) in NUMBERS.iter().zip(ADDRESSES.iter().cycle()) {
                send(&resender, example.id, number, address).await;
            }
        }
    }
    assert_private(folder);
    assert!(everything(folder).contains("567") && everything(folder).contains(KARI), "there is something to find");

    export(&journal, HERE, Search::default(), &words(), &folder.join("exported")).await.expect("exported");
    journal.search(HERE, Search { text: Some("412 34 567".to_owned()), ..Search::default() }, 50).await.expect("read");
    assert_private(folder);

    // As a kill leaves it: what is in the file beside it stays there.
    let left = tempfile::tempdir().expect("a folder");
    for name in ["journal.sqlite", "journal.sqlite-wal"] {
        fs::copy(folder.join(name), left.path().join(name)).expect("copied");
    }
    assert_private(left.path());
    fs::write(left.path().join("journal.sqlite"), vec![0xAB; 50_000]).expect("written");
    fs::write(left.path().join("journal.sqlite-wal"), []).expect("written");
    assert!(Database::open(left.path(), Duration::MAX).expect("opened").put_aside().is_some());
    assert_private(left.path());

    fs::remove_dir_all(folder.join("exported")).expect("removed");
    assert!(journal.forget_all(HERE).await.expect("deleted") > 0);
    assert_private(folder);
    drop((resender, journal, looker));
    assert_private(folder);
    assert!(!everything(folder).contains(KARI), "what was deleted is not in the file either");
}

async fn send(resender: &Resender, reservation: &str, phone_number: &str, email_address: &str) {
    let draft = Draft { reservation, sms: true, email: true, phone_number, email_address, typed_for: None };
    let request = Request {
        environment: HERE,
        default_country: Region::default(),
        draft,
        confirmed: &ANY_QUESTION,
        held: false,
        safeguards: Safeguards::default(),
    };
    resender.resend(request).await;
}

fn assert_private(folder: &Path) {
    for file in files(folder) {
        let content = letters_and_digits(&file);
        for never in NEVER {
            assert!(!content.to_lowercase().contains(never), "{never} is in {}", file.display());
        }
    }
}

fn everything(folder: &Path) -> String {
    files(folder).iter().map(|file| letters_and_digits(file)).collect()
}

/// In any writing, and in any width of letters.
fn letters_and_digits(file: &Path) -> String {
    let bytes = fs::read(file).expect("read");
    bytes.into_iter().filter(u8::is_ascii_alphanumeric).map(char::from).collect()
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

fn words() -> Words {
    let word = |text: &str| text.to_owned();
    Words {
        time: word("Time"),
        reservation: word("Reservation"),
        sms: word("SMS"),
        email: word("Mail"),
        outcome: word("Outcome"),
        answer: word("Answer"),
        sent: word("Sent"),
        not_sent: word("Not sent"),
        unknown: word("Unknown"),
        under_way: word("On its way"),
    }
}

//! The package `keyring` as any other program uses it, in another process: one entry, whoever writes it.

use std::{env, process::Command};

use keyring::Entry;
use resend_reservation::keychain::{Keep, Keychain, SERVICE};

use super::{HERE, loaded, token};
use crate::kit::own_process::{myself, only};
use crate::kit::private_bus::{State, on_a_private_bus};

/// What the other process is to do, in its environment.
const TASK: &str = "RESEND_TEST_PLAIN_KEYRING";

#[test]
fn plain_keyring_in_another_process_reads_what_the_app_wrote_and_the_other_way_round() {
    if let Ok(task) = env::var(TASK) {
        return do_plainly(&task);
    }
    let test =
        "keychain::plain_keyring::plain_keyring_in_another_process_reads_what_the_app_wrote_and_the_other_way_round";
    on_a_private_bus(State::Unlocked, test, async |service| {
        let keychain = Keychain::of_system();
        keychain.save(HERE, token("written.by.the.app"), Keep::InKeychain).await.expect("saved");
        assert_eq!(in_another_process(test, "read"), "written.by.the.app");

        in_another_process(test, "write");
        assert_eq!(loaded(&keychain).await.as_deref(), Some("written.by.plain.keyring"));
        assert_eq!(service.secrets("production"), ["written.by.plain.keyring"], "one entry");

        in_another_process(test, "delete");
        assert_eq!(loaded(&keychain).await, None);

        in_another_process(test, "write");
        keychain.save(HERE, token("written.by.the.app"), Keep::InKeychain).await.expect("saved");
        assert_eq!(in_another_process(test, "read"), "written.by.the.app");
        assert_eq!(service.secrets("production"), ["written.by.the.app"], "one entry");
    });
}

/// What it printed between two bars.
fn in_another_process(test: &str, task: &str) -> String {
    let myself = myself();
    let output = Command::new(myself).args(only(test)).env(TASK, task).output().expect("it runs");
    let printed = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{printed}{}", String::from_utf8_lossy(&output.stderr));
    printed.split('|').nth(1).expect("it printed an answer").to_owned()
}

/// `expect` fails where clippy does not refuse what is below: it shows that `clippy.toml` holds these out of the app.
#[expect(clippy::disallowed_methods, reason = "another program may use the package as it comes")]
fn do_plainly(task: &str) {
    let entry = Entry::new(SERVICE, HERE.name()).expect("an entry");
    assert!(has_a_store());
    let answer = match task {
        "read" => entry.get_password().expect("a token"),
        "write" => entry.set_password("written.by.plain.keyring").map(|()| String::new()).expect("written"),
        "delete" => entry.delete_credential().map(|()| String::new()).expect("deleted"),
        other => panic!("{other} is no task"),
    };
    println!("|{answer}|");
}

#[expect(clippy::disallowed_methods, reason = "another program may use the package as it comes")]
fn has_a_store() -> bool {
    Entry::store_status().is_ok()
}

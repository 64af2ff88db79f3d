//! Another program has filed something under our name: it is said, ours is used, and nothing is blocked.

use resend_reservation::{
    cli::{Command, Options},
    domain::Environment,
    keychain::{Keep, Keychain, KeychainError, TokenState},
};

use super::{HERE, loaded, token};
use crate::kit::private_bus::{SecretService, State, on_a_private_bus};

/// What other programs note beside our two attributes, or where they file it.
const OTHERS: [(&[&str], &[&str]); 3] = [
    (&["--label", "Other"], &["application", "another program"]),
    (&["--label", "Resend Reservation (production)"], &["target", "default", "xdg:creator", "somebody"]),
    (&["--label", "Password for 'production'", "--collection", "session"], &[]),
];

#[test]
fn with_two_matching_items_ours_is_used_and_it_is_said() {
    on_a_private_bus(
        State::Unlocked,
        "keychain::several::with_two_matching_items_ours_is_used_and_it_is_said",
        async |service| {
            let keychain = Keychain::of_system();
            keychain.save(HERE, token("ours"), Keep::InKeychain).await.expect("saved");
            for (options, attributes) in OTHERS {
                service.store_beside("production", "theirs", options, attributes);

                for keychain in [&keychain, &Keychain::of_system()] {
                    assert_eq!(loaded(keychain).await.as_deref(), Some("ours"), "{attributes:?}");
                    let quietly = keychain.load_quietly(HERE).await.expect("an answer");
                    assert!(quietly.is_some(), "{attributes:?}");
                    assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::OneOfSeveral);
                }
            }
            assert_eq!(service.secrets("production"), ["ours", "theirs", "theirs", "theirs"], "a look changes nothing");
            let said = run(&keychain, "status", "").await.expect("an answer");
            assert!(said.contains("another program"), "{said}");
        },
    );
}

#[test]
fn what_is_saved_is_the_only_one_from_then_on() {
    let test = "keychain::several::what_is_saved_is_the_only_one_from_then_on";
    on_a_private_bus(State::Unlocked, test, async |service| {
        let keychain = Keychain::of_system();
        for (options, attributes) in OTHERS {
            keychain.save(HERE, token("ours"), Keep::InKeychain).await.expect("saved");
            service.store_beside("production", "theirs", options, attributes);

            let state = keychain.save(HERE, token("newer"), Keep::InKeychain).await.expect("saved");

            assert_eq!(state, TokenState::InKeychain, "{attributes:?}");
            assert_eq!(service.secrets("production"), ["newer"], "{attributes:?}");
            assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::InKeychain);
        }
        service.store_beside("production", "theirs", &["--label", "Other"], &["application", "another program"]);
        run(&keychain, "set", "newest").await.expect("saved");
        assert_eq!(service.secrets("production"), ["newest"]);
    });
}

#[test]
fn what_is_forgotten_leaves_nothing_under_the_name() {
    on_a_private_bus(
        State::Unlocked,
        "keychain::several::what_is_forgotten_leaves_nothing_under_the_name",
        async |service: SecretService| {
            let keychain = Keychain::of_system();
            let both = async || {
                keychain.save(HERE, token("ours"), Keep::InKeychain).await.expect("saved");
                service.store_beside(
                    "production",
                    "theirs",
                    &["--label", "Other"],
                    &["application", "another program"],
                );
            };

            both().await;
            keychain.forget(HERE).await.expect("forgotten");
            assert!(service.secrets("production").is_empty());
            assert_eq!(keychain.state(HERE).await.expect("an answer"), TokenState::Absent);

            both().await;
            run(&keychain, "forget", "").await.expect("forgotten");
            assert!(service.secrets("production").is_empty());
        },
    );
}

#[test]
fn of_two_that_are_not_clearly_ours_none_is_guessed_and_saving_settles_it() {
    let test = "keychain::several::of_two_that_are_not_clearly_ours_none_is_guessed_and_saving_settles_it";
    on_a_private_bus(State::Unlocked, test, async |service| {
        let keychain = Keychain::of_system();
        let file = |name: &str, secret: &str| {
            service.store_beside("production", secret, &["--label", name], &["application", name]);
        };
        file("one", "same");
        file("two", "same");
        assert_eq!(loaded(&keychain).await.as_deref(), Some("same"), "there is nothing to guess");

        file("two", "different");
        let refused = keychain.load(HERE).await;
        assert!(matches!(refused, Err(KeychainError::Several(_))), "{refused:?}");
        let said = run(&keychain, "status", "").await.expect_err("no guess");
        assert!(said.contains("Save the token again"), "{said}");
        assert_eq!(service.secrets("production"), ["different", "same"], "a look changes nothing");

        keychain.save(HERE, token("newer"), Keep::InKeychain).await.expect("saved");
        assert_eq!(loaded(&keychain).await.as_deref(), Some("newer"));
        assert_eq!(service.secrets("production"), ["newer"]);
    });
}

#[test]
fn the_journals_key_stays_the_same_beside_another_item() {
    on_a_private_bus(
        State::Unlocked,
        "keychain::several::the_journals_key_stays_the_same_beside_another_item",
        async |service| {
            let key = async || {
                let keychain = Keychain::of_system();
                keychain.journal_key(Environment::Production).await.expect("a keychain").expect("a key")
            };
            let made = key().await;
            for (options, attributes) in OTHERS {
                service.store_beside("journal", "no key at all", options, attributes);
                assert_eq!(key().await, made, "{attributes:?}");
            }
        },
    );
}

#[test]
fn a_key_is_made_once_where_two_other_items_have_its_name() {
    on_a_private_bus(
        State::Unlocked,
        "keychain::several::a_key_is_made_once_where_two_other_items_have_its_name",
        async |service| {
            for name in ["one", "two"] {
                service.store_beside("journal", name, &["--label", name], &["application", name]);
            }
            let key = async || {
                let keychain = Keychain::of_system();
                keychain.journal_key(Environment::Production).await.expect("a keychain").expect("a key")
            };
            assert_eq!(key().await, key().await);
        },
    );
}

async fn run(keychain: &Keychain, what: &str, input: &str) -> Result<String, String> {
    let arguments = ["resend-reservation", "token", what, "--environment", "production"];
    let Some(Command::Token(command)) = Options::read(arguments.map(Into::into)).expect("options").command else {
        panic!("{what} is no command");
    };
    command.run(keychain, Some(input.as_bytes())).await
}

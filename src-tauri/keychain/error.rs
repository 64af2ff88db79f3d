use std::{error::Error as StdError, time::Duration};

use thiserror::Error;

/// A keychain error. Each has words of its own and something to do.
#[derive(Debug, Error)]
pub enum KeychainError {
    #[error("there is nothing under this name")]
    NoEntry,
    #[error("no keychain answers on this computer")]
    Absent(#[source] keyring::Error),
    /// KDE's wallet is there in name and does not offer itself to other programs.
    #[error("KWallet does not answer as a keychain")]
    KWallet(#[source] keyring::Error),
    #[error("the keychain is locked")]
    Locked(#[source] keyring::Error),
    /// The keychain asked to be unlocked, and somebody closed its window.
    #[error("the keychain's question was dismissed")]
    PromptCancelled(#[source] keyring::Error),
    #[error("there is no default collection to save in")]
    NoCollection(#[source] keyring::Error),
    #[error("the keychain did not answer in time")]
    NoAnswer,
    /// None of them is clearly the one that this app made, and they say different things.
    #[error("several entries in the keychain have the name of this token")]
    Several(#[source] keyring::Error),
    /// What lies under the name is no token. Its bytes are a secret all the same and stay out of the error.
    #[error("what the keychain holds cannot be used as a token")]
    Unusable,
    #[error("the keychain failed")]
    Failed(#[source] Box<dyn StdError + Send + Sync>),
}

impl KeychainError {
    pub(super) fn from_opening(error: keyring::Error) -> Self {
        if runs_on_kde() { Self::KWallet(error) } else { Self::Absent(error) }
    }

    /// Classifies an error of a use. `waited` tells a question that a person dismissed from one that could not be asked
    /// at all: the Secret Service reports both alike.
    pub(super) fn from_use(error: keyring::Error, waited: Duration) -> Self {
        use keyring::Error;
        const FASTEST_HAND: Duration = Duration::from_millis(400);

        match trouble(&error) {
            Some(Trouble::Locked) => return Self::Locked(error),
            Some(Trouble::Prompt) if waited < FASTEST_HAND => return Self::Locked(error),
            Some(Trouble::Prompt) => return Self::PromptCancelled(error),
            Some(Trouble::NoCollection) => return Self::NoCollection(error),
            Some(Trouble::Absent) => return Self::from_opening(error),
            None => {}
        }
        match error {
            Error::NoEntry => Self::NoEntry,
            Error::NoStorageAccess(_) => Self::Locked(error),
            Error::Ambiguous(_) => Self::Several(error),
            Error::BadEncoding(_) | Error::BadDataFormat(..) => Self::Unusable,
            other => Self::Failed(Box::new(other)),
        }
    }

    /// Returns whether a person is needed: asking again would put the same question to the same person.
    pub(super) fn wants_a_person(&self) -> bool {
        match self {
            Self::Locked(_) | Self::PromptCancelled(_) | Self::NoAnswer => true,
            Self::NoEntry
            | Self::Absent(_)
            | Self::KWallet(_)
            | Self::NoCollection(_)
            | Self::Several(_)
            | Self::Unusable
            | Self::Failed(_) => false,
        }
    }
}

#[cfg_attr(not(target_os = "linux"), allow(dead_code))]
enum Trouble {
    Locked,
    Prompt,
    NoCollection,
    Absent,
}

#[cfg(target_os = "linux")]
fn trouble(error: &keyring::Error) -> Option<Trouble> {
    use secret_service::Error as Service;

    let (keyring::Error::NoStorageAccess(source) | keyring::Error::PlatformFailure(source)) = error else {
        return None;
    };
    match source.downcast_ref::<Service>()? {
        Service::Locked => Some(Trouble::Locked),
        Service::Prompt | Service::PromptDisconnected => Some(Trouble::Prompt),
        Service::NoResult => Some(Trouble::NoCollection),
        Service::Unavailable => Some(Trouble::Absent),
        _ => None,
    }
}

#[cfg(not(target_os = "linux"))]
fn trouble(_: &keyring::Error) -> Option<Trouble> {
    None
}

fn runs_on_kde() -> bool {
    cfg!(target_os = "linux")
        && std::env::var("XDG_CURRENT_DESKTOP").is_ok_and(|desktops| desktops.split(':').any(|name| name == "KDE"))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_question_that_is_closed_faster_than_by_a_hand_was_never_asked() {
        let after = |milliseconds| {
            let prompt = keyring::Error::NoStorageAccess(Box::new(secret_service::Error::Prompt));
            KeychainError::from_use(prompt, Duration::from_millis(milliseconds))
        };
        assert!(matches!(after(399), KeychainError::Locked(_)));
        assert!(matches!(after(400), KeychainError::PromptCancelled(_)));
    }
}

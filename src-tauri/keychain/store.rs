//! The credential store of each operating system, and how a token lies in it.

use std::{collections::HashMap, sync::Arc};

use keyring::{Entry, Error, Result};
use keyring_core::CredentialStore;
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::{SERVICE, cancellation::Cancellation, encoding, several::Several};

pub(super) const SERVICE_ATTRIBUTE: &str = "service";
pub(super) const USER_ATTRIBUTE: &str = "username";

#[cfg(target_os = "linux")]
pub(super) fn open() -> Result<Arc<CredentialStore>> {
    Ok(zbus_secret_service_keyring_store::Store::new()?)
}

#[cfg(target_os = "macos")]
pub(super) fn open() -> Result<Arc<CredentialStore>> {
    Ok(apple_native_keyring_store::keychain::Store::new()?)
}

#[cfg(windows)]
pub(super) fn open() -> Result<Arc<CredentialStore>> {
    Ok(windows_native_keyring_store::Store::new()?)
}

/// Returns our entry in a store that is open. `keyring::Entry::new` would look for a store once, and for good: here
/// what is wrapped comes from the session of this use.
pub(super) fn entry(store: &CredentialStore, user: &str) -> Result<Entry> {
    let label = label(user);
    let modifiers = if cfg!(target_os = "linux") {
        // The name under which the desktop's own password program lists it.
        Some(HashMap::from([("label", label.as_str())]))
    } else if cfg!(windows) {
        // Left to itself, a token follows its user to every computer of a domain.
        Some(HashMap::from([("persistence", "Local")]))
    } else {
        None
    };
    Ok(Entry { inner: store.build(SERVICE, user, modifiers.as_ref())? })
}

pub(super) fn label(user: &str) -> String {
    format!("Resend Reservation ({user})")
}

/// A token as it lies in the keychain.
pub(super) struct StoredSecret {
    pub(super) secret: SecretString,
    /// No other item lies under its name.
    pub(super) is_alone: bool,
}

/// Writes a token as bytes, and returns whether other items lie under the same name. A password would be stored as
/// UTF-16 on Windows, and half of its room lost. What is done when nobody waits for it any more is undone.
pub(super) fn write(entry: &Entry, user: &'static str, token: &str, cancellation: &Cancellation) -> Result<bool> {
    let several;
    let (target, before) = match entry.get_secret() {
        Ok(secret) => (entry, Some(Zeroizing::new(secret))),
        Err(Error::NoEntry) => (entry, None),
        Err(Error::Ambiguous(found)) => {
            several = Several::new(user, found);
            let target = several.target()?;
            (target, Some(Zeroizing::new(target.get_secret()?)))
        }
        Err(error) => return Err(error),
    };
    if cancellation.is_cancelled() {
        return Ok(false);
    }
    target.set_secret(token.as_bytes())?;
    if !cancellation.complete() {
        match before {
            Some(before) => target.set_secret(&before)?,
            None => target.delete_credential()?,
        }
    }
    Ok(!std::ptr::eq(target, entry))
}

/// Deletes all items under this name but the one with this token.
pub(super) fn keep_only(entry: &Entry, user: &'static str, token: &str) -> Result<()> {
    match entry.get_secret().map(Zeroizing::new) {
        Err(Error::Ambiguous(found)) => Several::new(user, found).keep(token.as_bytes()),
        Ok(_) => Ok(()),
        Err(error) => Err(error),
    }
}

/// Deletes all items under this name, whoever has filed them: the next look would take one for the token.
pub(super) fn delete(entry: &Entry, user: &'static str, cancellation: &Cancellation) -> Result<()> {
    // Looked for first, which may ask a person.
    let found = entry.get_secret().map(Zeroizing::new);
    if cancellation.is_cancelled() {
        return Ok(());
    }
    match found {
        Ok(_) => entry.delete_credential(),
        Err(Error::Ambiguous(found)) => Several::new(user, found).delete(),
        Err(error) => Err(error),
    }
}

pub(super) fn read(entry: &Entry, user: &'static str) -> Result<StoredSecret> {
    let (bytes, is_alone) = match entry.get_secret() {
        Ok(bytes) => (Zeroizing::new(bytes), true),
        Err(Error::Ambiguous(found)) => (Several::new(user, found).secret()?, false),
        Err(error) => return Err(error),
    };
    Ok(StoredSecret { secret: decode(&bytes), is_alone })
}

/// Decodes a stored token. Windows' own tools store a password as UTF-16, and others the file that they were given.
fn decode(bytes: &[u8]) -> SecretString {
    match encoding::decode(bytes) {
        Ok(text) => SecretString::from(text.as_str()),
        // No token; the mark that stands for what is unreadable makes the check for that refuse it.
        Err(_) => SecretString::from("\u{fffd}"),
    }
}

#[cfg(test)]
mod tests {
    use secrecy::ExposeSecret;

    use super::*;

    #[test]
    fn a_token_is_read_as_the_app_and_as_windows_tools_store_it() {
        for (stored, read) in [
            (b"abc123".as_slice(), "abc123"),
            (b"a\0b\0c\0", "abc"),
            (b"a\0", "a"),
            (b"\xff\xfea\0b\0", "ab"),
            (b"", ""),
            (b"\xfd\xfe\xfd", "\u{fffd}"),
        ] {
            assert_eq!(decode(stored).expose_secret(), read);
        }
    }
}

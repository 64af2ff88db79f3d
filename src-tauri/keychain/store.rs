//! The store of each operating system, and how a token lies in it.

use std::{collections::HashMap, sync::Arc};

use keyring_core::{CredentialStore, Entry, Error, Result};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::SERVICE;

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

pub(super) fn entry(store: &CredentialStore, user: &str) -> Result<Entry> {
    let label = format!("Resend Reservation ({user})");
    let modifiers = if cfg!(target_os = "linux") {
        // The name under which the desktop's own password program lists it.
        Some(HashMap::from([("label", label.as_str())]))
    } else if cfg!(windows) {
        // Left to itself, a token follows its user to every computer of a domain.
        Some(HashMap::from([("persistence", "Local")]))
    } else {
        None
    };
    store.build(SERVICE, user, modifiers.as_ref())
}

/// As bytes: a password would be stored as UTF-16 on Windows, and half of its room lost.
pub(super) fn write(entry: &Entry, token: &str) -> Result<()> {
    entry.set_secret(token.as_bytes())
}

pub(super) fn read(entry: &Entry) -> Result<SecretString> {
    let bytes = Zeroizing::new(entry.get_secret()?);
    Ok(SecretString::from(decode(&bytes)))
}

/// What another copy of the app has made in the meantime counts: the entry is read again after it was written.
pub(super) fn read_or_make_key(entry: &Entry) -> Result<[u8; 32]> {
    if let Some(key) = key(entry)? {
        return Ok(key);
    }
    let mut new = Zeroizing::new([0; 32]);
    getrandom::fill(new.as_mut_slice()).map_err(|error| Error::PlatformFailure(Box::new(error)))?;
    entry.set_secret(new.as_slice())?;
    Ok(key(entry)?.unwrap_or(*new))
}

/// None where there is none, or something that is no key.
fn key(entry: &Entry) -> Result<Option<[u8; 32]>> {
    match entry.get_secret().map(Zeroizing::new) {
        Ok(bytes) => Ok(bytes.as_slice().try_into().ok()),
        Err(Error::NoEntry) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Windows' own tools store a password as UTF-16. A token is ASCII, so every second byte of that is zero.
fn decode(bytes: &[u8]) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if rest.is_empty() && !pairs.is_empty() && pairs.iter().all(|pair| pair[1] == 0) {
        return pairs.iter().map(|pair| char::from(pair[0])).collect();
    }
    // Anything that is not UTF-8 is no token; the mark that replaces it makes the check for that refuse it.
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_read_as_the_app_and_as_windows_tools_store_it() {
        assert_eq!(decode(b"abc123"), "abc123");
        assert_eq!(decode(b"a\0b\0c\0"), "abc");
        assert_eq!(decode(b""), "");
        assert_eq!(decode(b"\xff\xfe\xfd"), "\u{fffd}\u{fffd}\u{fffd}");
    }
}

//! The store of each operating system, and how a token lies in it.

use std::{collections::HashMap, sync::Arc};

use keyring_core::{CredentialStore, Entry, Result};
use secrecy::SecretString;
use zeroize::Zeroizing;

use super::SERVICE;
use crate::domain::Environment;

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

pub(super) fn entry(store: &CredentialStore, environment: Environment) -> Result<Entry> {
    let label = format!("Resend Reservation ({environment})");
    // The name under which the desktop's own password program lists it. Only that store knows labels.
    let modifiers = HashMap::from([("label", label.as_str())]);
    store.build(SERVICE, environment.name(), cfg!(target_os = "linux").then_some(&modifiers))
}

/// As bytes: a password would be stored as UTF-16 on Windows, and half of its room lost.
pub(super) fn write(entry: &Entry, token: &str) -> Result<()> {
    entry.set_secret(token.as_bytes())
}

pub(super) fn read(entry: &Entry) -> Result<SecretString> {
    let bytes = Zeroizing::new(entry.get_secret()?);
    Ok(SecretString::from(decode(&bytes)))
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

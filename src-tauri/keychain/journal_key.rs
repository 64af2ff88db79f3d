//! The key under which the journal keeps contacts, as it lies in the keychain.

use keyring::{Entry, Error, Result};
use zeroize::Zeroizing;

use super::several::Several;

pub(super) type Key = [u8; 32];

/// Reads the key, or makes one. It is read again after it was written: what another copy of the app has made counts.
pub(super) fn read_or_make(entry: &Entry, user: &'static str) -> Result<Key> {
    let target = match entry.get_secret().map(Zeroizing::new) {
        Ok(bytes) => match bytes.as_slice().try_into() {
            Ok(key) => return Ok(key),
            Err(_) => None,
        },
        Err(Error::NoEntry) => None,
        Err(Error::Ambiguous(found)) => {
            let several = Several::new(user, found);
            if let Some(key) = of_several(&several)? {
                return Ok(key);
            }
            Some(several)
        }
        Err(error) => return Err(error),
    };
    let target = target.as_ref().map(Several::target).transpose()?.unwrap_or(entry);
    let mut new = Zeroizing::new([0; 32]);
    getrandom::fill(new.as_mut_slice()).map_err(|error| Error::PlatformFailure(Box::new(error)))?;
    target.set_secret(new.as_slice())?;
    let written = Zeroizing::new(target.get_secret()?);
    Ok(written.as_slice().try_into().unwrap_or(*new))
}

/// Picks one key of several: ours, or else the same each time. Which it is matters to nobody, but that it stays does.
fn of_several(several: &Several) -> Result<Option<Key>> {
    if let Some(ours) = several.ours()?
        && let Ok(key) = Zeroizing::new(ours.get_secret()?).as_slice().try_into()
    {
        return Ok(Some(key));
    }
    Ok(several.secrets()?.iter().filter_map(|bytes| bytes.as_slice().try_into().ok()).min())
}

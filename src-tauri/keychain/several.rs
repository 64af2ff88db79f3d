//! Ambiguous credentials: several items lie under one name of ours, because another program has filed one there too.
//! The Secret Service allows that, as items may have more attributes than the two that we look for.

use keyring::{Entry, Error, Result};
use zeroize::Zeroizing;

use super::store::{SERVICE_ATTRIBUTE, USER_ATTRIBUTE, label};

type Secret = Zeroizing<Vec<u8>>;

/// The items that were found under one name. Never empty.
pub(super) struct Several {
    user: &'static str,
    items: Vec<Entry>,
}

impl Several {
    pub(super) fn new(user: &'static str, found: Vec<keyring_core::Entry>) -> Self {
        Self { user, items: found.into_iter().map(|inner| Entry { inner }).collect() }
    }

    /// Returns the secret that counts: of the item that is ours, or what all of them say alike.
    pub(super) fn secret(self) -> Result<Secret> {
        if let Some(ours) = self.ours()? {
            return secret(ours);
        }
        let mut secrets = self.secrets()?.into_iter();
        match secrets.next() {
            Some(first) if secrets.all(|other| other == first) => Ok(first),
            Some(_) | None => Err(self.unclear()),
        }
    }

    pub(super) fn secrets(&self) -> Result<Vec<Secret>> {
        self.items.iter().map(secret).collect()
    }

    /// Returns the item to save to: ours, so that another program's item stays as it is for as long as possible.
    pub(super) fn target(&self) -> Result<&Entry> {
        match self.ours()?.or(self.items.first()) {
            Some(target) => Ok(target),
            None => Err(Error::NoEntry),
        }
    }

    /// Deletes all items but one that holds this secret.
    pub(super) fn keep(&self, saved: &[u8]) -> Result<()> {
        let target = self.target()?;
        let holds = |item: &Entry| secret(item).is_ok_and(|found| found.as_slice() == saved);
        let Some(kept) = Some(target).filter(|item| holds(item)).or_else(|| self.items.iter().find(|item| holds(item)))
        else {
            return Ok(());
        };
        self.items.iter().filter(|item| !std::ptr::eq(*item, kept)).try_for_each(Entry::delete_credential)
    }

    pub(super) fn delete(&self) -> Result<()> {
        self.items.iter().try_for_each(Entry::delete_credential)
    }

    /// Returns our item: the one without attributes of somebody else's, and of several the one with our label. None
    /// where several are alike, or none is.
    pub(super) fn ours(&self) -> Result<Option<&Entry>> {
        let label = label(self.user);
        let mut items = Vec::new();
        for item in &self.items {
            items.push((item, likeness(item, &label)?));
        }
        let Some(most) = items.iter().map(|(_, likeness)| *likeness).max().filter(|most| *most > Likeness::None) else {
            return Ok(None);
        };
        let mut likest = items.into_iter().filter(|(_, likeness)| *likeness == most).map(|(item, _)| item);
        Ok(likest.next().filter(|_| likest.next().is_none()))
    }

    fn unclear(self) -> Error {
        Error::Ambiguous(self.items.into_iter().map(|item| item.inner).collect())
    }
}

fn secret(item: &Entry) -> Result<Secret> {
    item.get_secret().map(Zeroizing::new)
}

/// The likeness of an item to what this app files, least first.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Likeness {
    None,
    Label,
    /// No attribute but ours and what a keychain notes of itself, such as `xdg:schema`, which gnome-keyring adds to
    /// some items and not to others.
    Attributes {
        label: bool,
    },
}

fn likeness(item: &Entry, label: &str) -> Result<Likeness> {
    let attributes = item.inner.get_attributes()?;
    let is_ours = |name: &String| matches!(name.as_str(), SERVICE_ATTRIBUTE | USER_ATTRIBUTE) || name.contains(':');
    let label = label_of(item).is_some_and(|found| found == label);
    Ok(match (attributes.keys().all(is_ours), label) {
        (true, label) => Likeness::Attributes { label },
        (false, true) => Likeness::Label,
        (false, false) => Likeness::None,
    })
}

#[cfg(target_os = "linux")]
fn label_of(item: &Entry) -> Option<String> {
    let item: &zbus_secret_service_keyring_store::cred::Wrapper = item.inner.as_any().downcast_ref()?;
    item.get_label().ok()
}

/// Returns no label: nowhere else can two items have one name.
#[cfg(not(target_os = "linux"))]
fn label_of(_: &Entry) -> Option<String> {
    None
}

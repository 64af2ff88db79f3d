use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use rusqlite::Row;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::domain::{EmailAddress, PhoneNumber, Recipient};

/// The key of the hashes (HMAC) that are kept of contacts: enough to tell that two are the same, and nothing to read.
///
/// A phone number has few enough digits to try them all, so a hash without a key would hide nothing.
#[derive(Clone)]
pub struct ContactKey(Zeroizing<[u8; 32]>);

/// A recipient as the journal keeps it: hashed and masked.
#[derive(Clone, Debug)]
pub(super) struct Contacts {
    /// The name of the key that the hashes were made with; absent in rows that an older version wrote.
    pub(super) key: Option<Vec<u8>>,
    pub(super) sms: Option<Contact>,
    pub(super) email: Option<Contact>,
}

/// One contact of a recipient: compared by its hash, shown by its mask.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contact {
    pub(super) hash: Vec<u8>,
    pub(super) masked: String,
}

impl ContactKey {
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// Makes a new key at random. Without the old, earlier contacts are not recognised; nothing else is lost.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    /// Makes a stand-in where no key can be had: nothing is recognised by it.
    pub(crate) fn of_nothing() -> Self {
        Self::random().unwrap_or_else(|_| Self::from_bytes([0; 32]))
    }

    pub(super) fn contacts_of(&self, recipient: &Recipient) -> Contacts {
        let sms = |number: &PhoneNumber| Contact { hash: self.of_phone_number(number), masked: number.masked() };
        let email = |address: &EmailAddress| Contact { hash: self.of_email_address(address), masked: address.masked() };
        Contacts { key: Some(self.name()), sms: recipient.sms().map(sms), email: recipient.email().map(email) }
    }

    pub(super) fn of_phone_number(&self, number: &PhoneNumber) -> Vec<u8> {
        self.hash("sms", &format!("{}{}", number.country_code(), number.national_number()))
    }

    /// Hashes an e-mail address. Domains are the same in any case; what stands before the @ is, to nearly every
    /// service.
    pub(super) fn of_email_address(&self, address: &EmailAddress) -> Vec<u8> {
        self.hash("email", &address.as_str().to_lowercase())
    }

    /// Returns the key's fingerprint, which tells it from another key, and nothing of either.
    fn name(&self) -> Vec<u8> {
        let mut name = self.hash("key", "");
        name.truncate(8);
        name
    }

    fn hash(&self, channel: &str, contact: &str) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("a key of any length will do");
        mac.update(channel.as_bytes());
        mac.update(b":");
        mac.update(contact.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

impl Contacts {
    /// Reads five columns of a row: the key, then hash and mask by each channel.
    pub(super) fn read(row: &Row<'_>, first: usize) -> rusqlite::Result<Self> {
        let contact = |at: usize| -> rusqlite::Result<Option<Contact>> {
            let (hash, masked): (Option<Vec<u8>>, Option<String>) = (row.get(at)?, row.get(at + 1)?);
            Ok(hash.map(|hash| Contact { hash, masked: masked.unwrap_or_default() }))
        };
        Ok(Self { key: row.get(first)?, sms: contact(first + 1)?, email: contact(first + 3)? })
    }

    /// Whether any contact is kept. An older version kept none, and an unknown send loses its own when it is old.
    pub(super) fn are_known(&self) -> bool {
        self.sms.is_some() || self.email.is_some()
    }

    pub(super) fn each_is(&self, is_so: impl Fn(&Contact) -> bool) -> bool {
        [&self.sms, &self.email].into_iter().flatten().all(is_so)
    }

    /// Whether one of them is this contact, for certain: two hashes are the same only for one channel, one contact and
    /// one key.
    pub(super) fn hold(&self, contact: &Contact) -> bool {
        [&self.sms, &self.email].into_iter().flatten().any(|own| own.hash == contact.hash)
    }

    /// Whether they may have a contact in common: one with the same hash or, by different keys, the same mask. That may
    /// be a false alarm, and costs one question.
    pub(super) fn may_meet(&self, other: &Self) -> bool {
        let one_key = self.key.is_some() && self.key == other.key;
        [(&self.sms, &other.sms), (&self.email, &other.email)].into_iter().any(|pair| match pair {
            (Some(own), Some(other)) => {
                own.hash == other.hash || (!one_key && own.masked.eq_ignore_ascii_case(&other.masked))
            }
            _ => false,
        })
    }
}

impl fmt::Debug for ContactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContactKey")
    }
}

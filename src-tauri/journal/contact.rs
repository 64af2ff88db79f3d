use std::fmt;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::domain::{EmailAddress, PhoneNumber, Recipient};

/// The key under which contacts are kept: enough to tell that two are the same, and nothing to read.
///
/// A phone number has few enough digits to try them all, so a hash without a key would hide nothing.
#[derive(Clone)]
pub struct ContactKey(Zeroizing<[u8; 32]>);

/// A recipient as the journal knows one; absent for a channel that was not chosen.
pub(super) struct Hashes {
    pub(super) sms: Option<Vec<u8>>,
    pub(super) email: Option<Vec<u8>>,
}

impl ContactKey {
    pub fn from_bytes(bytes: [u8; 32]) -> Self {
        Self(Zeroizing::new(bytes))
    }

    /// A new one. Without the old, earlier contacts are not recognised; nothing else is lost.
    pub fn random() -> Result<Self, getrandom::Error> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(bytes.as_mut_slice())?;
        Ok(Self(bytes))
    }

    pub(super) fn hashes_of(&self, recipient: &Recipient) -> Hashes {
        Hashes {
            sms: recipient.sms().map(|number| self.of_phone_number(number)),
            email: recipient.email().map(|address| self.of_email_address(address)),
        }
    }

    fn of_phone_number(&self, number: &PhoneNumber) -> Vec<u8> {
        self.hash("sms", &format!("{}{}", number.country_code(), number.national_number()))
    }

    /// Domains are the same in any case; what stands before the @ is, to nearly every service.
    fn of_email_address(&self, address: &EmailAddress) -> Vec<u8> {
        self.hash("email", &address.as_str().to_lowercase())
    }

    fn hash(&self, channel: &str, contact: &str) -> Vec<u8> {
        let mut mac = Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("a key of any length will do");
        mac.update(channel.as_bytes());
        mac.update(b":");
        mac.update(contact.as_bytes());
        mac.finalize().into_bytes().to_vec()
    }
}

impl fmt::Debug for ContactKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ContactKey")
    }
}

//! Compares the contact of an event of the service with that of a send. Both are in memory at that moment, and only
//! there: what is kept of the one is a hash, and the other is hashed to be compared with it.

use serde::Serialize;

use super::{ContactKey, SendRecord};
use crate::domain::{Addressee, Likeness, PhoneNumber, WrittenNumber};
#[cfg(test)]
use {
    super::{Intent, SendState},
    crate::domain::{EmailAddress, Recipient, Timestamp},
};

/// A channel by which a link goes out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    Sms,
    Email,
}

impl SendRecord {
    /// Returns the channels that were chosen, as far as that is kept.
    pub fn channels(&self) -> impl Iterator<Item = Channel> {
        let sms = self.sms_to.is_some() || self.sms_hash.is_some();
        let email = self.email_to.is_some() || self.email_hash.is_some();
        [(Channel::Sms, sms), (Channel::Email, email)].into_iter().filter_map(|(by, chosen)| chosen.then_some(by))
    }

    /// Returns the masked contact of a channel, as far as it is kept.
    pub fn masked(&self, by: Channel) -> Option<&str> {
        match by {
            Channel::Sms => self.sms_to.as_deref(),
            Channel::Email => self.email_to.as_deref(),
        }
    }

    /// Whether somebody who is named in an event is whom this send went to by this channel. What looks the same and is
    /// not may have been kept under another key.
    pub fn likeness(&self, by: Channel, to: &Addressee, key: &ContactKey) -> Likeness {
        let (hash, masked) = match by {
            Channel::Sms => (&self.sms_hash, self.sms_to.as_deref()),
            Channel::Email => (&self.email_hash, self.email_to.as_deref()),
        };
        let Some(hash) = hash else { return Likeness::Unclear };
        let readings: Vec<(Vec<u8>, String)> = match (by, to) {
            (_, Addressee::Nobody | Addressee::Masked(_) | Addressee::Unreadable) => return Likeness::Unclear,
            (Channel::Sms, Addressee::Address(_)) | (Channel::Email, Addressee::Number(_)) => return Likeness::Other,
            (Channel::Email, Addressee::Address(address)) => vec![(key.of_email_address(address), address.masked())],
            (Channel::Sms, Addressee::Number(number)) => {
                readings(number, masked).iter().map(|one| (key.of_phone_number(one), one.masked())).collect()
            }
        };
        let is_like = |shown: &str| masked.is_none_or(|masked| masked.eq_ignore_ascii_case(shown));
        if readings.iter().any(|(reading, _)| reading == hash) {
            Likeness::Same
        } else if readings.is_empty() || readings.iter().any(|(_, shown)| is_like(shown)) {
            Likeness::Unclear
        } else {
            Likeness::Other
        }
    }
}

/// Returns the numbers that a written one may be; one without a country code may be of the country that the send went
/// to.
fn readings(number: &WrittenNumber, masked: Option<&str>) -> Vec<PhoneNumber> {
    let country = masked.and_then(|masked| masked.split_whitespace().next());
    number.readings().iter().cloned().chain(country.and_then(|country| number.within(country))).collect()
}

#[cfg(test)]
impl SendRecord {
    pub(crate) fn to(recipient: &Recipient, key: &ContactKey, at: Timestamp, state: SendState) -> Self {
        Self {
            intent: Intent::numbered(1),
            sms_to: recipient.sms().map(PhoneNumber::masked),
            email_to: recipient.email().map(EmailAddress::masked),
            sms_hash: recipient.sms().map(|number| key.of_phone_number(number)),
            email_hash: recipient.email().map(|address| key.of_email_address(address)),
            at,
            state,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Region;

    #[test]
    fn the_whole_contact_is_compared_and_not_its_mask() {
        let key = ContactKey::from_bytes([7; 32]);
        for (written, expected) in [
            ("+4741234567", Likeness::Same),
            ("41234567", Likeness::Same),
            ("4741234567", Likeness::Same),
            ("+4799999567", Likeness::Unclear),
            ("+4741234599", Likeness::Other),
            ("+46701234567", Likeness::Other),
            ("kari@example.com", Likeness::Other),
            ("+47 *** ** 567", Likeness::Unclear),
            ("", Likeness::Unclear),
        ] {
            let to = Addressee::read(written);
            assert_eq!(send("+47 412 34 567", &key).likeness(Channel::Sms, &to, &key), expected, "{written}");
        }
        let danish = send("+45 32 12 34 56", &key);
        assert_eq!(danish.likeness(Channel::Sms, &Addressee::read("32123456"), &key), Likeness::Same);
        assert_eq!(danish.likeness(Channel::Email, &Addressee::read("Kari@Example.com"), &key), Likeness::Same);
        assert_eq!(danish.likeness(Channel::Email, &Addressee::read("ola@example.com"), &key), Likeness::Other);
    }

    #[test]
    fn under_another_key_nothing_is_the_same_and_what_looks_like_it_is_unclear() {
        let (kept, now) = (ContactKey::from_bytes([7; 32]), ContactKey::from_bytes([8; 32]));
        let of_old = send("+47 412 34 567", &kept);

        assert_eq!(of_old.likeness(Channel::Sms, &Addressee::read("+4741234567"), &now), Likeness::Unclear);
        assert_eq!(of_old.likeness(Channel::Sms, &Addressee::read("+4741234599"), &now), Likeness::Other);
        let blank = SendRecord { sms_hash: None, sms_to: None, ..of_old };
        assert_eq!(blank.likeness(Channel::Sms, &Addressee::read("+4741234567"), &kept), Likeness::Unclear);
    }

    fn send(number: &str, key: &ContactKey) -> SendRecord {
        let number = PhoneNumber::parse(number, Region::default()).ok();
        let address = EmailAddress::parse("kari@example.com").ok();
        SendRecord::to(
            &Recipient::new(number, address).expect("somebody"),
            key,
            Timestamp::from_millis(0),
            SendState::Unknown,
        )
    }
}

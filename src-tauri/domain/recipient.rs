use super::{EmailAddress, PhoneNumber};

/// The recipient of a link: a phone number, an e-mail address or both. `Debug` shows it masked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recipient(Channels);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Channels {
    Sms(PhoneNumber),
    Email(EmailAddress),
    Both(PhoneNumber, EmailAddress),
}

impl Recipient {
    /// Makes a recipient; `None` when there is no way to reach them.
    pub fn new(sms: Option<PhoneNumber>, email: Option<EmailAddress>) -> Option<Self> {
        let channels = match (sms, email) {
            (Some(number), Some(address)) => Channels::Both(number, address),
            (Some(number), None) => Channels::Sms(number),
            (None, Some(address)) => Channels::Email(address),
            (None, None) => return None,
        };
        Some(Self(channels))
    }

    pub fn sms(&self) -> Option<&PhoneNumber> {
        match &self.0 {
            Channels::Sms(number) | Channels::Both(number, _) => Some(number),
            Channels::Email(_) => None,
        }
    }

    pub fn email(&self) -> Option<&EmailAddress> {
        match &self.0 {
            Channels::Email(address) | Channels::Both(_, address) => Some(address),
            Channels::Sms(_) => None,
        }
    }

    /// Returns the contacts that are left once the other has been reached: `None` when that was everybody.
    pub fn without(&self, other: &Self) -> Option<Self> {
        let number = |number: &PhoneNumber| (number.country_code(), number.national_number());
        let address = |address: &EmailAddress| address.as_str().to_lowercase();
        let sms = self.sms().filter(|own| other.sms().map(number) != Some(number(own)));
        let email = self.email().filter(|own| other.email().map(address) != Some(address(own)));
        Self::new(sms.cloned(), email.cloned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Region;

    #[test]
    fn nobody_is_no_recipient() {
        assert_eq!(Recipient::new(None, None), None);
    }

    #[test]
    fn each_channel_is_given_back_as_it_came() {
        let number = || PhoneNumber::parse("41234567", Region::default()).ok();
        let address = || EmailAddress::parse("kari@example.com").ok();
        for (sms, email) in [(number(), None), (None, address()), (number(), address())] {
            let recipient = Recipient::new(sms.clone(), email.clone());
            assert_eq!(recipient.as_ref().and_then(Recipient::sms), sms.as_ref());
            assert_eq!(recipient.as_ref().and_then(Recipient::email), email.as_ref());
        }
    }

    #[test]
    fn whoever_was_reached_is_left_out() {
        let number = |text| PhoneNumber::parse(text, Region::default()).ok();
        let address = |text| EmailAddress::parse(text).ok();
        let both = Recipient::new(number("41234567"), address("kari@example.com")).expect("somebody");
        let by_sms = Recipient::new(number("+47 412 34 567"), None).expect("somebody");
        let by_email = Recipient::new(None, address("Kari@Example.com")).expect("somebody");
        let another = Recipient::new(number("41234599"), address("ola@example.com")).expect("somebody");

        assert_eq!(both.without(&both), None);
        assert_eq!(both.without(&by_sms), Recipient::new(None, address("kari@example.com")));
        assert_eq!(both.without(&by_sms).and_then(|left| left.without(&by_email)), None);
        assert_eq!(by_sms.without(&by_email), Some(by_sms));
        assert_eq!(both.without(&another), Some(both));
    }
}

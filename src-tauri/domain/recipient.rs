use super::{EmailAddress, PhoneNumber};

/// Who the link goes to: at least one way to reach them, always. `Debug` shows it masked.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Recipient(Channels);

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Channels {
    Sms(PhoneNumber),
    Email(EmailAddress),
    Both(PhoneNumber, EmailAddress),
}

impl Recipient {
    /// `None` when there is no way to reach them.
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
}

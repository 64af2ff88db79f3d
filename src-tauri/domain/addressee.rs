use std::fmt;

use serde::{Serialize, Serializer};

use super::{EmailAddress, PhoneNumber, Recipient, Region};

/// The addressee whom an event of the service names, as far as can be read. What cannot be read is not absent, and
/// neither of the two is somebody else. `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq)]
pub enum Addressee {
    Nobody,
    Number(WrittenNumber),
    Address(EmailAddress),
    /// No more than this is known, here or there.
    Masked(String),
    /// Something is written that is no one contact.
    Unreadable,
}

/// A phone number in digits, with its country code or without: which of the two is not always said.
#[derive(Clone, PartialEq, Eq)]
pub struct WrittenNumber {
    digits: String,
    is_international: bool,
    readings: Vec<PhoneNumber>,
}

/// The result of comparing two contacts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Likeness {
    Same,
    Other,
    /// Nobody can tell.
    Unclear,
}

impl Addressee {
    /// Reads one contact. A text with several is for whoever parts it.
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        if text.is_empty() {
            return Self::Nobody;
        }
        if text.contains('@') {
            let address = if is_masked(text) { None } else { EmailAddress::parse(text).ok() };
            return address.map_or(Self::Unreadable, Self::Address);
        }
        WrittenNumber::read(text).map_or(Self::Unreadable, Self::Number)
    }

    /// Returns it masked: as much as may be shown.
    pub fn masked(&self) -> Option<String> {
        match self {
            Self::Nobody | Self::Unreadable => None,
            Self::Number(number) => number.masked(),
            Self::Address(address) => Some(address.masked()),
            Self::Masked(shown) => Some(shown.clone()),
        }
    }

    /// Whether a link to this recipient reaches whom the event names, by one of its channels.
    pub fn likeness(&self, recipient: &Recipient) -> Likeness {
        match self {
            Self::Nobody | Self::Masked(_) | Self::Unreadable => Likeness::Unclear,
            Self::Number(number) => recipient.sms().map_or(Likeness::Other, |sms| number.likeness(sms)),
            Self::Address(address) => match recipient.email() {
                Some(email) if is_same_address(address, email) => Likeness::Same,
                Some(_) | None => Likeness::Other,
            },
        }
    }
}

impl WrittenNumber {
    /// The fewest digits of a number: what is shorter may be the end of one.
    const FEWEST_DIGITS: usize = 6;

    fn read(text: &str) -> Option<Self> {
        let text = text.strip_prefix("tel:").unwrap_or(text).trim();
        let is_number = |c: char| c.is_ascii_digit() || c.is_whitespace() || matches!(c, '+' | '-' | '(' | ')' | '.');
        let digits: String = text.chars().filter(char::is_ascii_digit).collect();
        if !text.chars().all(is_number) || digits.len() < Self::FEWEST_DIGITS {
            return None;
        }
        let digits_abroad = digits.strip_prefix("00").map(str::to_owned);
        let is_international = text.starts_with('+') || digits_abroad.is_some();
        let digits = digits_abroad.unwrap_or(digits);
        let at_home = PhoneNumber::parse(&digits, Region::default()).ok().filter(|_| !is_international);
        let abroad = PhoneNumber::parse(&format!("+{digits}"), Region::default()).ok();
        let mut readings: Vec<PhoneNumber> = at_home.into_iter().chain(abroad).collect();
        readings.dedup();
        Some(Self { digits, is_international, readings })
    }

    /// Returns the numbers that it may be.
    pub fn readings(&self) -> &[PhoneNumber] {
        &self.readings
    }

    /// Reads it within this country (such as `+45`), where it does not say itself which one it means.
    pub fn within(&self, country_code: &str) -> Option<PhoneNumber> {
        let digits = self.digits.trim_start_matches('0');
        let number = PhoneNumber::parse(&format!("{country_code}{digits}"), Region::default()).ok();
        number.filter(|number| !self.is_international && self.likeness(number) == Likeness::Same)
    }

    pub fn likeness(&self, number: &PhoneNumber) -> Likeness {
        let (country, national) = (number.country_code(), number.national_number());
        let whole = format!("{}{national}", country.trim_start_matches('+'));
        let at_home = [national.as_str(), national.trim_start_matches('0')];
        let is_at_home =
            at_home.contains(&self.digits.as_str()) || at_home.contains(&self.digits.trim_start_matches('0'));
        match () {
            () if self.readings.contains(number) || self.digits == whole => Likeness::Same,
            () if !self.is_international && is_at_home => Likeness::Same,
            // What is no number at all may be a part of one.
            () if self.readings.is_empty() => Likeness::Unclear,
            () => Likeness::Other,
        }
    }

    fn masked(&self) -> Option<String> {
        if let Some(number) = self.readings.first() {
            return Some(number.masked());
        }
        let end = self.digits.len().checked_sub(3)?;
        Some(format!("… {}", &self.digits[end..]))
    }
}

/// Whether two addresses are the same. The local part is the same in any case to nearly every service.
fn is_same_address(one: &EmailAddress, other: &EmailAddress) -> bool {
    one.as_str().to_lowercase() == other.as_str().to_lowercase()
}

/// Whether signs or runs of them stand for letters: `k***@example.com` is a valid address too.
fn is_masked(address: &str) -> bool {
    let address = address.to_lowercase();
    address.contains(['*', '•', '·', '●', '…', '#']) || ["xxx", "___", "---"].iter().any(|run| address.contains(run))
}

/// Serialises it masked: as much as may be shown.
impl Serialize for Addressee {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        self.masked().serialize(to)
    }
}

impl fmt::Debug for Addressee {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Nobody => f.write_str("Nobody"),
            Self::Number(_) | Self::Address(_) | Self::Masked(_) => {
                write!(f, "Addressee({})", self.masked().unwrap_or_default())
            }
            Self::Unreadable => f.write_str("Unreadable"),
        }
    }
}

impl fmt::Debug for WrittenNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WrittenNumber({})", self.masked().unwrap_or_default())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_whole_contact_is_compared_however_it_is_written() {
        for (written, number, expected) in [
            ("+4741234567", "+47 412 34 567", Likeness::Same),
            (" +47 412 34 567", "+47 412 34 567", Likeness::Same),
            ("004741234567", "+47 412 34 567", Likeness::Same),
            ("4741234567", "+47 412 34 567", Likeness::Same),
            ("41234567", "+47 412 34 567", Likeness::Same),
            ("tel:+4741234567", "+47 412 34 567", Likeness::Same),
            ("46701234567", "+46 70 123 45 67", Likeness::Same),
            ("701234567", "+46 70 123 45 67", Likeness::Same),
            ("0701234567", "+46 70 123 45 67", Likeness::Same),
            ("32123456", "+45 32 12 34 56", Likeness::Same),
            ("+4741234599", "+47 412 34 567", Likeness::Other),
            ("+4799934567", "+47 412 34 567", Likeness::Other),
            ("+4641234567", "+47 412 34 567", Likeness::Other),
            ("234567", "+47 412 34 567", Likeness::Unclear),
            ("12345", "+47 412 34 567", Likeness::Unclear),
            ("+47 *** 34 567", "+47 412 34 567", Likeness::Unclear),
            ("+47 xxx 34 567", "+47 412 34 567", Likeness::Unclear),
            ("… 567", "+47 412 34 567", Likeness::Unclear),
            ("41234567 41234568", "+47 412 34 567", Likeness::Unclear),
            ("kari@example.com", "+47 412 34 567", Likeness::Other),
            ("", "+47 412 34 567", Likeness::Unclear),
        ] {
            let sms = PhoneNumber::parse(number, Region::default()).expect("a number");
            let recipient = Recipient::new(Some(sms), None).expect("somebody");
            assert_eq!(Addressee::read(written).likeness(&recipient), expected, "{written} and {number}");
        }
    }

    #[test]
    fn an_address_is_the_same_in_any_case_and_a_masked_one_is_nobodys() {
        let email = EmailAddress::parse("kari@example.com").expect("an address");
        let recipient = Recipient::new(None, Some(email)).expect("somebody");
        for (written, expected) in [
            (" Kari@Example.com", Likeness::Same),
            ("kjetil@example.com", Likeness::Other),
            ("k***@example.com", Likeness::Unclear),
            ("k…@example.com", Likeness::Unclear),
            ("kxxx@example.com", Likeness::Unclear),
            ("kari@intranet", Likeness::Unclear),
            ("+4741234567", Likeness::Other),
        ] {
            assert_eq!(Addressee::read(written).likeness(&recipient), expected, "{written}");
        }
    }

    #[test]
    fn nothing_that_is_printed_or_shown_holds_a_contact() {
        for written in ["+4741234567", "41234567", "kari@example.com", "999123456", "0701234567"] {
            let addressee = Addressee::read(written);
            let shown = format!("{addressee:?} {:?}", addressee.masked());
            assert!(!shown.contains(written) && !shown.contains("234 56") && !shown.contains("kari@"), "{shown}");
        }
    }
}

//! Phone numbers of the whole world, read as their country reads them.

mod region;
mod shape;
mod typed;

use std::fmt;

use rlibphonenumber::{
    NumberLengthType, PHONE_NUMBER_UTIL, ParseError, PhoneNumberFormat, PhoneNumberType, ValidationError,
};
use serde::Serialize;

pub use region::Region;

/// A phone number that exists by its country's rules, or could ([`Line::Unfamiliar`]). Whether anybody has it cannot be
/// seen from here. `Debug` shows it masked.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct PhoneNumber(rlibphonenumber::PhoneNumber);

/// The kind of line that the number belongs to, as far as the number tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Line {
    Mobile,
    LandLine,
    /// Countries such as Denmark and the USA do not tell the two apart.
    MobileOrLandLine,
    /// Company numbers such as 02800, free and paid numbers, voice over IP.
    Other,
    /// As long as a number of its country, and it looks like one, but none that we know begins so: it may be a new
    /// range, or a slip.
    Unfamiliar,
}

/// An error when parsing a phone number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhoneNumberError {
    #[error("nothing was given")]
    Missing,
    #[error("the number has letters in it")]
    HasLetters,
    /// Too few digits, or an area code is missing.
    #[error("the number is too short")]
    TooShort,
    /// Too many digits for its country, or two numbers.
    #[error("the number is too long")]
    TooLong,
    #[error("no country has this country code")]
    NoSuchCountry,
    /// There is more in the box, in another cell or line.
    #[error("there is more than one value")]
    Several,
    /// It is a number with its country code, only the `+` is missing.
    #[error("there is no + before the country code")]
    PlusMissing,
    /// The length is right and the number is not, or there is a sign that belongs in no number.
    #[error("the country has no such number")]
    NoSuchNumber,
}

impl PhoneNumber {
    /// Parses a phone number. Without a country code the number is one of the default country.
    pub fn parse(input: &str, default_country: Region) -> Result<Self, PhoneNumberError> {
        let typed = typed::read(input)?;
        let without_last = typed.without_last.map(|digits| Self::read(&digits, default_country));
        match without_last {
            Some(Ok(shorter)) if shorter.is_known() => Err(PhoneNumberError::Several),
            _ => Self::read(&typed.digits, default_country),
        }
    }

    fn read(digits: &str, default_country: Region) -> Result<Self, PhoneNumberError> {
        let number = Self::of(digits, default_country);
        if digits.starts_with('+') {
            return number;
        }
        let abroad = Self::of(&format!("+{digits}"), default_country).ok().filter(Self::is_known);
        let is_abroad = match number.as_ref().map(Self::line) {
            Ok(Line::Mobile | Line::MobileOrLandLine) | Err(PhoneNumberError::TooShort) => false,
            // A land line with as many digits as a country code and a mobile number is hardly meant.
            Ok(Line::LandLine | Line::Other) => {
                digits.len() >= LONG && abroad.is_some_and(|abroad| abroad.line() == Line::Mobile)
            }
            Ok(Line::Unfamiliar) | Err(_) => abroad.is_some(),
        };
        if is_abroad { Err(PhoneNumberError::PlusMissing) } else { number }
    }

    fn of(digits: &str, default_country: Region) -> Result<Self, PhoneNumberError> {
        let number = PHONE_NUMBER_UTIL
            .parse(digits, Some(default_country.to_library()))
            .map(shape::as_dialled_now)
            .map_err(|error| unreadable(&error))?;
        if number.is_valid() || shape::is_right(&number) { Ok(Self(number)) } else { Err(not_valid(&number)) }
    }

    fn is_known(&self) -> bool {
        self.line() != Line::Unfamiliar
    }

    /// Returns the country code, such as `+47`.
    pub fn country_code(&self) -> String {
        format!("+{}", self.0.country_code)
    }

    /// Returns the number within its country. A zero that belongs to it, as in Italy, is kept.
    pub fn national_number(&self) -> String {
        self.0.get_national_significant_number()
    }

    /// Returns it in the international format, such as `+47 41 23 45 67`.
    pub fn international(&self) -> String {
        self.0.format_as(PhoneNumberFormat::International).into_owned()
    }

    /// Returns it masked, such as `+47 … 567`: enough to recognise, too little to call.
    pub fn masked(&self) -> String {
        let national = self.national_number();
        // A company number can have five digits; at least half of any number stays hidden.
        let shown = 3.min(national.len() / 2);
        let end = national.split_at(national.len() - shown).1;
        format!("{} … {end}", self.country_code())
    }

    /// Returns its region; `None` for numbers that belong to no one country, such as +800.
    pub fn region(&self) -> Option<Region> {
        self.0.get_region_code().and_then(Region::from_library)
    }

    pub fn line(&self) -> Line {
        match self.0.get_type() {
            PhoneNumberType::Mobile => Line::Mobile,
            PhoneNumberType::FixedLine => Line::LandLine,
            PhoneNumberType::FixedLineOrMobile => Line::MobileOrLandLine,
            PhoneNumberType::TollFree
            | PhoneNumberType::PremiumRate
            | PhoneNumberType::SharedCost
            | PhoneNumberType::VoIP
            | PhoneNumberType::PersonalNumber
            | PhoneNumberType::Pager
            | PhoneNumberType::UAN
            | PhoneNumberType::VoiceMail => Line::Other,
            PhoneNumberType::Unknown => Line::Unfamiliar,
        }
    }
}

impl fmt::Debug for PhoneNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PhoneNumber({})", self.masked())
    }
}

/// The length of a country code and a mobile number.
const LONG: usize = 11;

fn unreadable(error: &ParseError) -> PhoneNumberError {
    match error {
        ParseError::InvalidCountryCode => PhoneNumberError::NoSuchCountry,
        // Only digits get this far, and at most two dozen: what is no number has too few of them.
        ParseError::NotANumber(_) | ParseError::TooShortAfterIdd | ParseError::TooShortNsn => {
            PhoneNumberError::TooShort
        }
        ParseError::TooLongNsn => PhoneNumberError::TooLong,
    }
}

fn not_valid(number: &rlibphonenumber::PhoneNumber) -> PhoneNumberError {
    match number.is_possible_with_reason() {
        Ok(NumberLengthType::IsPossible) => PhoneNumberError::NoSuchNumber,
        // `InvalidLength` is between two lengths that exist: in Norway seven digits, between five and eight.
        Ok(NumberLengthType::IsPossibleLocalOnly) | Err(ValidationError::TooShort | ValidationError::InvalidLength) => {
            PhoneNumberError::TooShort
        }
        Err(ValidationError::TooLong) => PhoneNumberError::TooLong,
        Err(ValidationError::InvalidCountryCode) => PhoneNumberError::NoSuchCountry,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn norwegian(input: &str) -> Result<String, PhoneNumberError> {
        PhoneNumber::parse(input, Region::default()).map(|number| number.international())
    }

    #[test]
    fn a_norwegian_number_may_begin_with_the_digits_of_the_country_code() {
        assert_eq!(norwegian("47 12 34 56").as_deref(), Ok("+47 47 12 34 56"));
        assert_eq!(norwegian("4747123456").as_deref(), Ok("+47 47 12 34 56"));
    }

    #[test]
    fn a_phone_number_with_letters_is_refused() {
        assert_eq!(norwegian("+47 91a34567"), Err(PhoneNumberError::HasLetters));
    }

    #[test]
    fn debug_shows_the_last_three_digits_only() {
        let number = PhoneNumber::parse("+47 412 34 567", Region::default());
        assert_eq!(format!("{number:?}"), "Ok(PhoneNumber(+47 … 567))");
    }
}

//! The form of a country's phone numbers, whichever ranges are in use: new ones open faster than any list is brought up
//! to date.

use rlibphonenumber::{NumberLengthType, PHONE_NUMBER_UTIL, PhoneNumber};

/// Whether a number is as long as its country's, and one of them but for two of the digits that name its range.
/// `+1 123 …` is not: there, no number begins with 1.
pub(super) fn is_right(number: &PhoneNumber) -> bool {
    let national = number.get_national_significant_number();
    let is_long_enough = matches!(number.is_possible_with_reason(), Ok(NumberLengthType::IsPossible));
    // Italy writes a zero before land lines only. `+39 0347 …` is a mobile number with a zero too many.
    let has_zero_too_many = national.strip_prefix('0').is_some_and(|rest| of(number.country_code, rest).is_some());
    is_long_enough
        && !has_zero_too_many
        && RANGES.into_iter().any(|at| is_one_but_for(number.country_code, &national, at))
}

/// The positions of the digits that name a range, after the first.
const RANGES: [usize; 2] = [1, 2];

fn is_one_but_for(country_code: i32, national: &str, at: usize) -> bool {
    let (Some(before), Some(after)) = (national.get(..at), national.get(at + 2..)) else {
        return false;
    };
    (0..100).any(|range| of(country_code, &format!("{before}{range:02}{after}")).is_some())
}

/// Returns the number where it is a known one.
fn of(country_code: i32, national: &str) -> Option<PhoneNumber> {
    PHONE_NUMBER_UTIL
        .parse(format!("+{country_code}{national}"), None)
        .ok()
        .filter(|number| number.is_valid() && number.get_national_significant_number() == national)
}

/// Drops the `1` that Mexico took before mobile numbers from abroad until 2019. Many address books still write it.
pub(super) fn as_dialled_now(number: PhoneNumber) -> PhoneNumber {
    const MEXICO: i32 = 52;
    let national = number.get_national_significant_number();
    let short = national.strip_prefix('1').filter(|short| number.country_code == MEXICO && short.len() == 10);
    short.and_then(|short| of(MEXICO, short)).unwrap_or(number)
}

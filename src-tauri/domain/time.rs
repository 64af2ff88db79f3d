use std::{
    ops::{Add, Sub},
    time::{Duration, SystemTime, UNIX_EPOCH},
};

use jiff::civil::{Date, DateTime, Time};
use serde::{Deserialize, Deserializer, Serialize};

use super::Zone;

/// An instant from 1970 to 9999, in milliseconds since 1970: as it is compared, written down and handed to the page.
/// What lies outside of that is the first one, or the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(as = "i64"))]
pub struct Timestamp(i64);

/// A date and time as somebody wrote it, and what it means where that could be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Moment {
    pub at: Option<Timestamp>,
    /// As it was written.
    pub text: String,
    /// Its zone is known: from the text itself, or from the service's filter. Otherwise `at` is what a clock in Norway
    /// would have shown, and a guess: nothing may be decided by it.
    pub certain: bool,
}

impl Timestamp {
    const LAST: i64 = 253_402_300_799_999;

    pub fn now() -> Self {
        Self::from_millis(SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, millis))
    }

    pub fn from_millis(milliseconds: i64) -> Self {
        Self(milliseconds.clamp(0, Self::LAST))
    }

    pub(super) fn exactly(time: jiff::Timestamp) -> Option<Self> {
        let exact = Self::from_millis(time.as_millisecond());
        (exact.0 == time.as_millisecond()).then_some(exact)
    }

    pub fn as_millis(self) -> i64 {
        self.0
    }

    /// Returns whole seconds since 1970.
    pub fn as_seconds(self) -> i64 {
        self.0 / 1000
    }

    /// Returns the instant so many milliseconds later, or earlier where they are less than nothing.
    #[must_use]
    pub fn shifted(self, milliseconds: i64) -> Self {
        Self::from_millis(self.0.saturating_add(milliseconds))
    }

    /// Returns the milliseconds since the other, less than nothing where that is the later one.
    pub fn since(self, other: Self) -> i64 {
        self.0 - other.0
    }

    /// Returns the time between the two, whichever is the later one.
    pub fn apart(self, other: Self) -> Duration {
        Duration::from_millis(self.0.abs_diff(other.0))
    }
}

fn millis(duration: Duration) -> i64 {
    duration.as_millis().try_into().unwrap_or(i64::MAX)
}

impl Add<Duration> for Timestamp {
    type Output = Self;

    fn add(self, later: Duration) -> Self {
        self.shifted(millis(later))
    }
}

impl Sub<Duration> for Timestamp {
    type Output = Self;

    fn sub(self, earlier: Duration) -> Self {
        self.shifted(-millis(earlier))
    }
}

impl<'de> Deserialize<'de> for Timestamp {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        i64::deserialize(from).map(Self::from_millis)
    }
}

impl Moment {
    /// Parses `22.11.2026`, `22.11.2026 14:05` and `14:05, 22.11.2026`; ISO 8601 too, in its own zone if it names one.
    /// Whatever cannot be read is kept as it was written; the zero dates of databases are no dates.
    pub fn read(text: &str, zone: Option<&Zone>) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || is_zero_date(text) {
            return None;
        }
        // The service is Norwegian: as long as nobody knows, that is the guess.
        let (norway, given) = (Zone::norway(), zone);
        let (at, certain) = match written(text) {
            Some(ParsedTime::Instant(at)) => (Some(at), true),
            Some(ParsedTime::Local(time)) => (given.unwrap_or(&norway).timestamp(time), given.is_some()),
            None => (None, false),
        };
        Some(Self { at, text: text.to_owned(), certain: certain && at.is_some() })
    }

    /// Formats a time as the service writes it, in Norway's time.
    pub fn of(time: Timestamp) -> Self {
        let text = Zone::norway().written(time, "%d.%m.%Y %H:%M").unwrap_or_default();
        Self { at: Some(time), text, certain: true }
    }

    /// Reads it anew, now that the zone is known.
    #[must_use]
    pub fn in_zone(self, zone: &Zone) -> Self {
        if self.certain { self } else { Self::read(&self.text, Some(zone)).unwrap_or(self) }
    }

    /// Reads it once more in the zone, where that is known.
    #[must_use]
    pub fn in_known_zone(self, zone: Option<&Zone>) -> Self {
        match zone {
            Some(zone) => self.in_zone(zone),
            None => self,
        }
    }

    /// Returns the last instant of what is written: of a day without a time its end.
    pub fn end(&self) -> Option<Timestamp> {
        const DAY: Duration = Duration::from_hours(24);
        let is_day = !self.text.contains(':');
        self.at.map(|at| if is_day { at + DAY } else { at })
    }

    /// Returns the last instant that may be meant: where nobody knows its zone, that of whoever comes to it last.
    pub fn latest_end(&self, zone: Option<&Zone>) -> Option<Timestamp> {
        let last_of_all = Zone::fixed(-12 * 3600);
        let elsewhere = self.clone().in_known_zone(zone.or(last_of_all.as_ref()));
        self.end().max(elsewhere.end())
    }

    /// Returns the instant; none where it could not be read, or only by guessing its zone.
    pub fn certain_time(&self) -> Option<Timestamp> {
        self.at.filter(|_| self.certain)
    }
}

/// A parsed text, as far as it says by itself what it means.
#[derive(Clone, Copy, Debug)]
pub(super) enum ParsedTime {
    /// It names its zone.
    Instant(Timestamp),
    /// Where the clock stood, somewhere.
    Local(DateTime),
}

pub(super) fn written(text: &str) -> Option<ParsedTime> {
    let instant = text.parse().ok().and_then(Timestamp::exactly).map(ParsedTime::Instant);
    instant.or_else(|| text.parse().ok().or_else(|| day_first(text)).map(ParsedTime::Local))
}

/// Whether it is how databases and their libraries write "never": `0000-00-00 00:00:00`, `00:00, 30.11.-0001`, the
/// first day of 1970. No payment was ever due, and nothing happened, before there were payment links.
fn is_zero_date(text: &str) -> bool {
    const FIRST_YEAR: i32 = 1971;
    // `22.11.26` is no date of ours, and none that says "never" either.
    const WHOLE: usize = 4;
    let parts = || text.split(|c: char| c.is_whitespace() || matches!(c, ',' | 'T')).filter(|part| !part.is_empty());
    let year = |part: &str| {
        let (sign, digits) = part.strip_prefix('-').map_or((1, part), |digits| (-1, digits));
        let year_first = digits.split('-').collect::<Vec<_>>();
        let day_first = part.split('.').collect::<Vec<_>>();
        match (year_first.as_slice(), day_first.as_slice()) {
            ([year, _, _], _) if year.len() >= WHOLE => year.parse::<i32>().ok().map(|year| sign * year),
            (_, [_, _, year]) if year.len() >= WHOLE => year.parse().ok(),
            _ => None,
        }
    };
    parts().find_map(year).is_some_and(|year| year < FIRST_YEAR)
}

/// Parses a date, and perhaps a time, in either order.
fn day_first(text: &str) -> Option<DateTime> {
    let (mut found_date, mut found_time) = (None, None);
    for part in text.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty()) {
        if found_date.is_none() && part.contains('.') {
            found_date = Some(date(part)?);
        } else if found_time.is_none() && part.contains(':') {
            found_time = Some(time(part)?);
        } else {
            return None;
        }
    }
    Some(DateTime::from_parts(found_date?, found_time.unwrap_or(Time::midnight())))
}

fn date(text: &str) -> Option<Date> {
    let parts: Vec<&str> = text.split('.').collect();
    let [day, month, year] = parts.as_slice() else { return None };
    let year = year.parse().ok().filter(|year| (1970..=9999).contains(year))?;
    Date::new(year, month.parse().ok()?, day.parse().ok()?).ok()
}

fn time(text: &str) -> Option<Time> {
    let parts: Vec<&str> = text.split(':').collect();
    let (hour, minute, second) = match parts.as_slice() {
        [hour, minute] => (hour, minute, 0),
        [hour, minute, second] => (hour, minute, second.parse().ok()?),
        _ => return None,
    };
    Time::new(hour.parse().ok()?, minute.parse().ok()?, second, 0).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn utc(text: &str, zone: Option<&Zone>) -> Option<String> {
        let at = Moment::read(text, zone)?.at?;
        Some(jiff::Timestamp::from_millisecond(at.as_millis()).expect("in range").to_string())
    }

    #[test]
    fn times_are_taken_for_norwegian_ones_as_long_as_nobody_knows() {
        for (text, expected) in [
            ("22.11.2026 14:05", "2026-11-22T13:05:00Z"),
            ("14:05, 22.11.2026", "2026-11-22T13:05:00Z"),
            (" 14:05,22.11.2026 ", "2026-11-22T13:05:00Z"),
            ("22.07.2026 14:05", "2026-07-22T12:05:00Z"),
            ("2.7.2026 9:05", "2026-07-02T07:05:00Z"),
            ("22.11.2026 14:05:59", "2026-11-22T13:05:59Z"),
            ("22.11.2026", "2026-11-21T23:00:00Z"),
            ("2026-11-22 14:05:00", "2026-11-22T13:05:00Z"),
            ("2026-11-22", "2026-11-21T23:00:00Z"),
            ("2026-11-22T14:05:00Z", "2026-11-22T14:05:00Z"),
            ("2026-11-22T14:05:00+02:00", "2026-11-22T12:05:00Z"),
            // The clock skips this hour, and has the other one twice: somewhere beside it is near enough.
            ("29.03.2026 02:30", "2026-03-29T01:30:00Z"),
            ("25.10.2026 02:30", "2026-10-25T00:30:00Z"),
        ] {
            assert_eq!(utc(text, None).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_kept_as_it_was_written() {
        for text in [
            "soon",
            "14:05",
            "31.02.2026",
            "22.13.2026",
            "22.11.26",
            "22.11",
            "25:00, 22.11.2026",
            "22.11.2026 14.05",
            "22.11.2026 14:05 15:05",
            "22.11.2026 kl 14:05",
            "١.١.2026",
            "99999999999.1.1",
            "..",
            ":",
            "22.11.2026 :",
        ] {
            let kept = Moment { at: None, text: text.to_owned(), certain: false };
            assert_eq!(Moment::read(text, None), Some(kept), "{text}");
        }
    }

    #[test]
    fn a_time_of_ours_is_written_as_the_service_writes() {
        let time = Timestamp::from_millis(1_795_352_742_042);
        let expected = Moment { at: Some(time), text: "22.11.2026 14:05".to_owned(), certain: true };
        assert_eq!(Moment::of(time), expected);
    }

    #[test]
    fn a_time_is_certain_where_its_zone_is_known() {
        let utc_zone = Zone::fixed(0).expect("a zone");
        for (text, zone, certain) in [
            ("22.11.2026 14:05", None, false),
            ("2026-11-22 14:05:00", None, false),
            ("22.11.2026 14:05", Some(&utc_zone), true),
            ("2026-11-22T14:05:00+02:00", None, true),
            ("2026-11-22T14:05:00Z", Some(&utc_zone), true),
            ("some day", Some(&utc_zone), false),
        ] {
            let moment = Moment::read(text, zone).expect("a time");
            assert_eq!((moment.certain, moment.certain_time().is_some()), (certain, certain), "{text}");
        }
        let guess = Moment::read("22.11.2026 14:05", None).expect("a time");
        assert_eq!(guess.in_zone(&utc_zone).at, Some(Timestamp(1_795_356_300_000)), "an hour later than in Norway");
    }

    #[test]
    fn a_zero_date_is_no_date() {
        for text in [
            "",
            " ",
            "00:00, 30.11.-0001",
            "30.11.-0001 00:00",
            "0000-00-00 00:00:00",
            "0000-00-00",
            "00.00.0000",
            "00:00, 00.00.0000",
            "00.00.0000 00:00",
            "-0001-11-30T00:00:00+00:00",
            "-0001-11-30 00:00:00",
            "0001-01-01T00:00:00Z",
            "01.01.0001",
            "1970-01-01T00:00:00.000000Z",
            "01:00, 01.01.1970",
            "1.1.1969",
        ] {
            assert_eq!(Moment::read(text, None), None, "{text}");
        }
    }

    #[test]
    fn no_time_of_the_calendar_makes_it_panic() {
        for text in ["0001-01-01T00:00:00Z", "9999-12-30T22:00:00Z", "31.12.9999 23:59", "-9999-01-02T00:00:00Z"] {
            let _ = Moment::read(text, None).and_then(|moment| moment.certain_time());
        }
        let (first, last) = (Timestamp::from_millis(i64::MIN), Timestamp::from_millis(i64::MAX));
        let _ = [first, last].map(Moment::of);
        assert_eq!([last - Duration::MAX, last.shifted(i64::MIN)], [first; 2]);
        assert_eq!([first + Duration::MAX, first.shifted(i64::MAX)], [last; 2]);
    }
}

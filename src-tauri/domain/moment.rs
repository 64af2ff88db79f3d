use std::time::{Duration, SystemTime, UNIX_EPOCH};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
};

use super::Zone;

/// A date and time as somebody wrote it, and what it means where that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub at: Option<i64>,
    pub text: String,
    /// The zone is known: from the text itself, or from the service's filter. Without it `at` is a guess, and nothing
    /// may be decided by it.
    pub certain: bool,
}

impl Moment {
    /// `22.11.2026`, `22.11.2026 14:05` and `14:05, 22.11.2026`; ISO 8601 too, in its own zone if it names one. Whatever
    /// cannot be read is kept as it was written; the zero dates of databases are no dates.
    pub fn read(text: &str, zone: Option<&Zone>) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() || is_zero_date(text) {
            return None;
        }
        // The service is Norwegian: as long as nobody knows, that is the guess.
        let (norway, given) = (Zone::norway(), zone);
        let (at, certain) = match written(text) {
            Some(Written::Instant(at)) => (Some(at), true),
            Some(Written::Local(time)) => (given.unwrap_or(&norway).timestamp(time), given.is_some()),
            None => (None, false),
        };
        let at = at.map(Timestamp::as_millisecond).filter(|&at| at >= 0);
        Some(Self { at, text: text.to_owned(), certain: certain && at.is_some() })
    }

    /// Written as the service writes, in Norway's time.
    pub fn of(time: SystemTime) -> Self {
        let at = time.duration_since(UNIX_EPOCH).ok().and_then(|since| i64::try_from(since.as_millis()).ok());
        let text = Zone::norway().written(time, "%d.%m.%Y %H:%M").unwrap_or_default();
        Self { at, text, certain: at.is_some() }
    }

    /// Read anew, now that the zone is known.
    #[must_use]
    pub fn in_zone(self, zone: &Zone) -> Self {
        if self.certain { self } else { Self::read(&self.text, Some(zone)).unwrap_or(self) }
    }

    /// None where it could not be read, or only by guessing its zone.
    pub fn certain_time(&self) -> Option<SystemTime> {
        let at = self.at.filter(|_| self.certain)?;
        UNIX_EPOCH.checked_add(Duration::from_millis(at.try_into().ok()?))
    }
}

/// What a text says by itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum Written {
    /// It names its zone.
    Instant(Timestamp),
    /// Where the clock stood, somewhere.
    Local(DateTime),
}

pub(super) fn written(text: &str) -> Option<Written> {
    let instant = text.parse().ok().map(Written::Instant);
    instant.or_else(|| text.parse().ok().or_else(|| day_first(text)).map(Written::Local))
}

/// How databases and their libraries write "never": `0000-00-00 00:00:00`, `00:00, 30.11.-0001`, the first day of 1970.
/// No payment was ever due, and nothing happened, before there were payment links.
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

/// A date, and perhaps a time, in either order.
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
    use std::time::Duration;

    use super::*;

    fn utc(text: &str, zone: Option<&Zone>) -> Option<String> {
        let at = Moment::read(text, zone)?.at?;
        Some(Timestamp::from_millisecond(at).expect("in range").to_string())
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
        let time = UNIX_EPOCH + Duration::from_millis(1_795_352_742_042);
        let expected = Moment { at: Some(1_795_352_742_042), text: "22.11.2026 14:05".to_owned(), certain: true };
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
        assert_eq!(guess.in_zone(&utc_zone).at, Some(1_795_356_300_000), "an hour later than in Norway");
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
        let far = Moment { at: Some(i64::MAX), text: String::new(), certain: true };
        let _ = far.certain_time();
        assert_eq!(Moment { at: Some(i64::MIN), ..far }.certain_time(), None);
    }
}

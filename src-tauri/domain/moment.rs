use std::time::{SystemTime, UNIX_EPOCH};

use jiff::{
    Timestamp,
    civil::{Date, DateTime, Time},
    tz::{self, TimeZone},
};

/// The service is Norwegian and does not say which zone it means. The rules are compiled in, as Windows has none.
static NORWAY: TimeZone = tz::get!("Europe/Oslo");

/// A time as somebody wrote it, and what it means where that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Moment {
    /// Milliseconds since 1970.
    pub at: Option<i64>,
    pub text: String,
}

impl Moment {
    /// `22.11.2026`, `22.11.2026 14:05` and `14:05, 22.11.2026`, in Norwegian time; ISO 8601 too, in its own zone if it
    /// names one. Whatever cannot be read is kept as it was written.
    pub fn read(text: &str) -> Self {
        let text = text.trim();
        Self { at: timestamp(text).map(Timestamp::as_millisecond).filter(|&at| at >= 0), text: text.to_owned() }
    }

    /// Written as the service writes.
    pub fn of(time: SystemTime) -> Self {
        let at = time.duration_since(UNIX_EPOCH).ok().and_then(|since| i64::try_from(since.as_millis()).ok());
        let written =
            Timestamp::try_from(time).map(|at| at.to_zoned(NORWAY.clone()).strftime("%d.%m.%Y %H:%M").to_string());
        Self { at, text: written.unwrap_or_default() }
    }
}

fn timestamp(text: &str) -> Option<Timestamp> {
    let in_norway = |time: DateTime| time.to_zoned(NORWAY.clone()).ok().map(|zoned| zoned.timestamp());
    text.parse().ok().or_else(|| text.parse().ok().and_then(in_norway)).or_else(|| day_first(text).and_then(in_norway))
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

    fn utc(text: &str) -> Option<String> {
        let at = Moment::read(text).at?;
        Some(Timestamp::from_millisecond(at).expect("in range").to_string())
    }

    #[test]
    fn times_are_norwegian_unless_they_say_otherwise() {
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
            assert_eq!(utc(text).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn what_is_no_time_is_kept_as_it_was_written() {
        for text in [
            "",
            "soon",
            "14:05",
            "31.02.2026",
            "22.13.2026",
            "22.11.26",
            "22.11",
            "25:00, 22.11.2026",
            "22.11.2026 14.05",
            "22.11.2026 14:05 15:05",
            "1.1.1969",
            "22.11.2026 kl 14:05",
            "١.١.2026",
            "99999999999.1.1",
            "..",
            ":",
            "22.11.2026 :",
        ] {
            assert_eq!(Moment::read(text), Moment { at: None, text: text.to_owned() }, "{text}");
        }
    }

    #[test]
    fn a_time_of_ours_is_written_as_the_service_writes() {
        let time = UNIX_EPOCH + Duration::from_millis(1_795_352_742_042);
        assert_eq!(Moment::of(time), Moment { at: Some(1_795_352_742_042), text: "22.11.2026 14:05".to_owned() });
    }
}

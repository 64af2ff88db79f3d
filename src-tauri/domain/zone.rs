use std::ops::Range;

use jiff::{
    civil::DateTime,
    tz::{self, Offset, TimeZone},
};

use super::{
    Timestamp,
    time::{ParsedTime, written},
};

/// The zone of Norway, compiled in, as Windows has no time zone database.
static NORWAY: TimeZone = tz::get!("Europe/Oslo");

/// The time zone that a service writes its times in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Zone(TimeZone);

/// The offsets that there are, in minutes: whole hours from `WEST` to `EAST`, and these.
const HOUR: i32 = 60;
const WEST: i32 = -12;
const EAST: i32 = 14;
const ODD: [i32; 13] = [-570, -210, -150, 210, 270, 330, 345, 390, 525, 570, 630, 765, 825];

impl Zone {
    pub fn norway() -> Self {
        Self(NORWAY.clone())
    }

    /// Makes a zone with a fixed offset: so many seconds ahead of UTC.
    pub fn fixed(seconds: i32) -> Option<Self> {
        Offset::from_seconds(seconds).ok().map(|offset| Self(TimeZone::fixed(offset)))
    }

    /// Infers the zone in which all of these times lie within this window. None where there is no such zone, and where
    /// there are several: a window longer than some thirteen minutes tells nothing.
    pub fn told_by<'a>(times: impl IntoIterator<Item = &'a str>, window: &Range<Timestamp>) -> Option<Self> {
        let mut clues = ZoneClues::default();
        clues.add(times, window);
        clues.zone()
    }

    /// Returns the instant of a local time. Where clocks skip an hour, or have one twice, one beside it is near enough.
    pub(super) fn timestamp(&self, time: DateTime) -> Option<Timestamp> {
        Timestamp::exactly(time.to_zoned(self.0.clone()).ok()?.timestamp())
    }

    /// Formats a time in this zone; for the practice service and for tests any zone will do.
    pub fn written(&self, time: Timestamp, format: &str) -> Option<String> {
        let at = jiff::Timestamp::from_millisecond(time.as_millis()).ok()?;
        Some(at.to_zoned(self.0.clone()).strftime(format).to_string())
    }
}

/// The clues to a zone: the offsets that fit every time that was seen, each within the window that it was listed for.
/// Many long windows together tell as much as a narrow one.
#[derive(Clone, Debug)]
pub struct ZoneClues {
    /// Offsets in seconds.
    fitting: Vec<i32>,
    /// Norway's fits too, in which clocks are changed twice a year.
    is_norway: bool,
    has_times: bool,
}

impl Default for ZoneClues {
    fn default() -> Self {
        let minutes = (WEST..=EAST).map(|hours| hours * HOUR).chain(ODD);
        Self { fitting: minutes.map(|minutes| minutes * 60).collect(), is_norway: true, has_times: false }
    }
}

impl ZoneClues {
    pub fn add<'a>(&mut self, times: impl IntoIterator<Item = &'a str>, window: &Range<Timestamp>) {
        for text in times {
            let Some(ParsedTime::Local(time)) = written(text.trim()) else { continue };
            self.has_times = true;
            self.fitting.retain(|&seconds| Zone::fixed(seconds).is_some_and(|zone| lies_within(time, &zone, window)));
            self.is_norway &= lies_within(time, &Zone::norway(), window);
        }
    }

    pub fn zone(&self) -> Option<Zone> {
        let norway = Zone::norway();
        match self.fitting.as_slice() {
            _ if !self.has_times => None,
            // On both sides of a change of the clocks.
            [] => self.is_norway.then_some(norway),
            // An offset tells of its own half of the year only. That of Norway is most likely Norway's.
            [3600 | 7200] if self.is_norway => Some(norway),
            [seconds] => Zone::fixed(*seconds),
            _ => None,
        }
    }
}

impl From<TimeZone> for Zone {
    fn from(zone: TimeZone) -> Self {
        Self(zone)
    }
}

/// Whether a time may lie within the window. What is written in minutes happened somewhere within that minute.
fn lies_within(time: DateTime, zone: &Zone, window: &Range<Timestamp>) -> bool {
    const REST_OF_A_MINUTE: i64 = 59;
    let Some(at) = zone.timestamp(time) else { return false };
    let at = at.as_seconds();
    let last = if time.second() == 0 { at.saturating_add(REST_OF_A_MINUTE) } else { at };
    at <= window.end.as_seconds() && last >= window.start.as_seconds()
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;

    /// 14:05:42 on 22 November 2026, in Norway.
    const AFTERNOON: i64 = 1_795_352_742_000;
    const MINUTE: Duration = Duration::from_mins(1);
    const DAY: Duration = Duration::from_hours(24);

    #[test]
    fn one_event_of_a_narrow_window_tells_the_zone() {
        for hours_and_minutes in [(0, 0), (1, 0), (6, 0), (5, 45), (-5, 0), (-3, -30), (14, 0), (-12, 0)] {
            let seconds = hours_and_minutes.0 * 3600 + hours_and_minutes.1 * 60;
            let zone = Zone::fixed(seconds).expect("a zone");
            let text = zone.written(at(0), "%d.%m.%Y %H:%M").expect("a time");

            let told = Zone::told_by([text.as_str()], &(before(12)..at(0))).expect("one zone");

            let moment = crate::domain::Moment::read(&text, Some(&told)).expect("a time");
            assert_eq!(moment.at, Some(Timestamp::from_millis(1_795_352_700_000)), "{text}");
            assert!(moment.certain);
        }
    }

    #[test]
    fn norways_offset_is_norway_in_summer_too() {
        let told = Zone::told_by(["22.11.2026 14:05"], &(before(12)..at(0)));

        assert_eq!(told, Some(Zone::norway()));
    }

    #[test]
    fn what_fits_no_zone_or_several_tells_nothing() {
        let narrow = before(12)..at(0);
        for (times, window) in [
            (&["22.11.2026 14:05"][..], before(62)..at(0)),
            (&["22.11.2026 14:12"], narrow.clone()),
            (&["12.11.2026 14:05"], narrow.clone()),
            (&["22.11.2026 14:05", "22.11.2026 13:05"], narrow.clone()),
            (&["2026-11-22T14:05:00+01:00"], narrow.clone()),
            (&["some day"], narrow.clone()),
            (&[], narrow),
        ] {
            assert_eq!(Zone::told_by(times.iter().copied(), &window), None, "{times:?}");
        }
    }

    #[test]
    fn many_days_together_tell_the_zone_that_none_of_them_tells_alone() {
        for zone in [Zone::norway(), utc(0), utc(6), utc(-5)] {
            let mut clues = ZoneClues::default();
            for day in 0..14 {
                let end = Timestamp::from_millis(AFTERNOON) - day * DAY;
                let (early, late) = (end - DAY + day * MINUTE, end - (13 - day) * MINUTE);
                let times = [early, late].map(|at| zone.written(at, "%d.%m.%Y %H:%M").expect("a time"));
                let window = end - DAY..end;
                assert_eq!(Zone::told_by([times[0].as_str()], &window), None);
                clues.add(times.iter().map(String::as_str), &window);
            }
            assert_eq!(clues.zone(), Some(zone));
        }
    }

    #[test]
    fn a_change_of_the_clocks_tells_of_norway() {
        let mut clues = ZoneClues::default();
        // The night to 25 October 2026, and the one before it.
        for (text, from) in [("24.10.2026 12:30", 1_792_836_000), ("25.10.2026 12:30", 1_792_926_000)] {
            let from = Timestamp::from_millis(from * 1000);
            clues.add([text], &(from..from + 61 * MINUTE));
        }
        assert_eq!(clues.zone(), Some(Zone::norway()));
    }

    #[test]
    fn an_offset_of_norways_is_norways_on_the_other_side_of_a_change_too() {
        let mut clues = ZoneClues::default();
        // At noon of some summer day, and in ten minutes of winter.
        for (text, from, minutes) in
            [("20.10.2026 12:00", 1_792_454_400, 24 * 60), ("27.10.2026 12:05", 1_793_098_800, 10)]
        {
            let from = Timestamp::from_millis(from * 1000);
            clues.add([text], &(from..from + minutes * MINUTE));
        }
        assert_eq!(clues.zone(), Some(Zone::norway()));
    }

    #[test]
    fn an_offset_that_no_country_has_fits_no_zone() {
        let odd = Zone::fixed(5 * 3600 + 17 * 60).expect("a zone");
        let text = odd.written(at(0), "%d.%m.%Y %H:%M").expect("a time");

        assert_eq!(Zone::told_by([text.as_str()], &(before(5)..at(1))), None);
    }

    fn utc(hours: i32) -> Zone {
        Zone::fixed(hours * 3600).expect("a zone")
    }

    fn at(minutes: u32) -> Timestamp {
        Timestamp::from_millis(AFTERNOON) + minutes * MINUTE
    }

    fn before(minutes: u32) -> Timestamp {
        Timestamp::from_millis(AFTERNOON) - minutes * MINUTE
    }
}

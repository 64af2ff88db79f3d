//! Detection of the zone of the service's times. Its filter is its clock: it selects by seconds since 1970, so the
//! window in which an event is listed tells when that was, and what is written beside it by how much that is off.

use jiff::{
    Timestamp,
    civil::DateTime,
    tz::{self, TimeZone},
};
use serde_json::{Map, Value};

use super::{
    events::rows,
    reader::{Read, Reader},
    report::{Page, Verdict},
    shape::shape,
};

static OSLO: TimeZone = tz::get!("Europe/Oslo");

const FILTER: &str = "the filter selects by seconds since 1970";
const ZONE: &str = "the zone of datetime";
/// The narrowest window, as the service writes minutes.
const NARROW: i64 = 60;
/// The step between zones, which lie whole quarters of an hour apart.
const QUARTER: i64 = 15 * 60;

/// Checks the zone by binary search: halves the time in which the event is listed, down to a minute.
pub(super) async fn check(
    reader: &mut Reader<'_>,
    page: &mut Page,
    (mut from, mut to): (i64, i64),
    event: &Map<String, Value>,
) {
    while to - from > NARROW {
        let middle = from + (to - from) / 2;
        match is_listed(reader, event, middle, to).await {
            Some(true) => from = middle,
            Some(false) => to = middle,
            None => return page.not_seen(ZONE, "reading stopped"),
        }
    }
    // What was not in the later half was only taken to be in the earlier one.
    match is_listed(reader, event, from - 1, to + 1).await {
        Some(true) => {
            page.judge(FILTER, true, "one event was followed down to a minute");
            tell(page, event, (from, to));
        }
        Some(false) => page.judge(FILTER, false, "an event of a day is in neither half of it"),
        None => page.not_seen(FILTER, "reading stopped"),
    }
}

/// Tells the zone by what is written beside an event that happened between these two times.
pub(super) fn tell(page: &mut Page, event: &Map<String, Value>, (from, to): (i64, i64)) {
    let Some(written) = event.get("datetime").and_then(Value::as_str).map(str::trim) else {
        return page.not_seen(ZONE, "the event has no datetime that is a text");
    };
    if let Ok(at) = written.parse::<Timestamp>() {
        let is_right = (from - NARROW..=to + NARROW).contains(&at.as_second());
        return page.judge(ZONE, is_right, format_args!("written with the time: {}", shape(written)));
    }
    let Some(as_if_utc) = civil(written).and_then(|time| time.to_zoned(TimeZone::UTC).ok()) else {
        return page.judge(ZONE, false, format_args!("could not be read: {}", shape(written)));
    };
    // The rest is the minute that was cut off, and the width of the window.
    let apart = as_if_utc.timestamp().as_second() - from;
    let quarters = (apart + QUARTER / 2).div_euclid(QUARTER);
    page.add(ZONE, Verdict::Found, name(quarters * 15, from));
}

fn civil(text: &str) -> Option<DateTime> {
    DateTime::strptime("%d.%m.%Y %H:%M", text)
        .or_else(|_| DateTime::strptime("%d.%m.%Y %H:%M:%S", text))
        .or_else(|_| text.parse())
        .ok()
}

fn name(minutes: i64, at: i64) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    let offset = format!("UTC{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60);
    let oslo = Timestamp::from_second(at).map(|at| i64::from(OSLO.to_offset(at).seconds()) / 60);
    match oslo {
        Ok(oslo) if oslo == minutes => format!("{offset}, as in Europe/Oslo at that time"),
        _ if minutes == 0 => format!("{offset}, and not as in Europe/Oslo"),
        _ => format!("{offset}, neither UTC nor Europe/Oslo"),
    }
}

async fn is_listed(reader: &mut Reader<'_>, event: &Map<String, Value>, from: i64, to: i64) -> Option<bool> {
    let answer = reader.read(Read::Events(from, to)).await?;
    Some(rows(&answer).contains(&event))
}

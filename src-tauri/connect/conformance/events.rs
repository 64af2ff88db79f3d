use std::time::Duration;

use serde_json::{Map, Value};
use tokio::time::{Instant, sleep};

use super::{
    answer::Answer,
    reader::{Read, Reader},
    report::{Page, Verdict},
    shape::{code_word, counted, field_name, kind, shape},
    zone,
};
use crate::connect::json_field::is_id;

/// Ids that were seen, to read more of. They are never told.
#[derive(Debug, Default)]
pub(super) struct Ids {
    pub(super) reservation: Option<String>,
    pub(super) order: Option<String>,
}

type Fields = Map<String, Value>;

const DAY: i64 = 24 * 60 * 60;
const DAYS: i64 = 14;
const ENVELOPE: [&str; 7] = ["status_code", "status_message", "message", "is_data", "data", "is_error", "errors"];
const FIELDS: [&str; 9] =
    ["uuid", "title", "datetime", "sentTo", "actionBy", "note", "paymentMethod", "isRefundable", "amount"];
const SLUGS: [&str; 21] = [
    "payment-link-sent-to-customer",
    "payment-link-opened",
    "amount-reserved",
    "amount-captured-from-reservation",
    "amount-charged-from-card",
    "refund-sent-from-captured",
    "refund-sent-from-charged",
    "reservation-completed",
    "refund-sent",
    "order-created",
    "order-sent",
    "order-resent",
    "payment-link-expired",
    "order-expired",
    "order-cancelled",
    "reservation-cancelled",
    "payment-failed",
    "payment-successful",
    "partial-refunded",
    "refund-rejected",
    "customer-information-updated",
];

pub(super) async fn check(reader: &mut Reader<'_>, page: &mut Page, now: i64) -> Ids {
    page.heading("Events of a time range");
    let mut ids = Ids::default();
    let mut newest_day = None;
    for day in 0..DAYS {
        let (from, to) = (now - (day + 1) * DAY, now - day * DAY);
        let Some(answer) = reader.read(Read::Events(from, to)).await else { break };
        if day == 0 {
            page.judge(
                "a day is a list, or a 404 in the envelope",
                is_list(&answer) || is_none(&answer),
                answer.summary(),
            );
        }
        if !rows(&answer).is_empty() {
            newest_day = Some((from, to, answer));
            break;
        }
    }
    match &newest_day {
        Some((from, to, answer)) => {
            let events = rows(answer);
            of_list(page, answer, &events);
            ids.reservation = first_id(&events, "RES");
            ids.order = first_id(&events, "ODR");
            zone::check(reader, page, (*from, *to), events[0]).await;
        }
        None => page.not_seen("fields, times and zone of events", "there was no event in 14 days, or reading stopped"),
    }
    of_ranges(reader, page, now).await;
    ids
}

/// Checks the filter by times that are long, empty, missing or wrong.
async fn of_ranges(reader: &mut Reader<'_>, page: &mut Page, now: i64) {
    let fact = "a time without events is 200 with [], or a 404 in the envelope";
    match reader.read(Read::Events(now + 30 * DAY, now + 30 * DAY + 3600)).await {
        Some(answer) => {
            page.judge(fact, (is_list(&answer) && rows(&answer).is_empty()) || is_none(&answer), answer.summary());
        }
        None => page.not_seen(fact, "not read"),
    }
    for (fact, read) in [
        ("14 days in one answer", Read::Events(now - DAYS * DAY, now)),
        ("31 days in one answer", Read::Events(now - 31 * DAY, now)),
        ("times left out", Read::LatestEvents),
        ("a range that ends before it begins", Read::Events(now, now - 3600)),
        ("a range that is no times", Read::MalformedEvents),
    ] {
        match reader.read(read).await {
            Some(answer) => {
                let told = format!("{}; {} events, {} bytes", answer.summary(), rows(&answer).len(), answer.length);
                page.add(fact, Verdict::Found, told);
            }
            None => page.not_seen(fact, "not read"),
        }
    }
}

fn of_list(page: &mut Page, answer: &Answer, events: &[&Fields]) {
    let message = answer.says("reservationretrievedsuccessfully");
    page.judge("the message is reservationRetrievedSuccessfully", message, answer.summary());
    let list = answer.data().is_some_and(Value::is_array);
    page.judge("data is a list", list, format_args!("{}, {} events", kind(answer.data()), events.len()));
    let beside = answer.fields().into_iter().flat_map(Map::keys).filter(|name| !ENVELOPE.contains(&name.as_str()));
    let beside: Vec<String> = beside.map(|name| field_name(name)).collect();
    page.judge("nothing beside the envelope, so no paging", beside.is_empty(), counted(beside.iter().cloned()));
    compare_fields(page, "an event has exactly the documented fields", &FIELDS, events);

    let texts = |name: &str| -> Vec<String> {
        events.iter().filter_map(|fields| fields.get(name)?.as_str()).map(str::to_owned).collect()
    };
    let slugs: Vec<String> = events.iter().filter_map(|fields| title(fields)).map(str::to_owned).collect();
    let all_known = slugs.iter().all(|slug| SLUGS.contains(&slug.as_str()));
    page.judge(
        "titles are known slugs",
        all_known && !slugs.is_empty(),
        counted(slugs.iter().map(|slug| code_word(slug))),
    );
    let times: Vec<String> = texts("datetime").iter().map(|time| shape(time)).collect();
    let all_alike = !times.is_empty() && times.iter().all(|time| time == "99.99.9999 99:99");
    page.judge("datetime is DD.MM.YYYY HH:mm", all_alike, counted(times));
    let sent_to = || events.iter().map(|fields| fields.get("sentTo"));
    let is_plain = sent_to().all(|value| matches!(value, Some(Value::Null | Value::String(_))));
    page.judge("sentTo is a text or null", is_plain, counted(sent_to().map(contact_kind)));
    let ids = texts("uuid");
    page.judge("ids are letters and digits", ids.iter().all(|id| is_id(id)), counted(ids.iter().map(|id| id_kind(id))));
}

/// Polls until a send is listed, and tells how.
pub(super) async fn listing(reader: &mut Reader<'_>, page: &mut Page, id: &str, sent: i64, limit: Duration) {
    const EVERY: Duration = Duration::from_secs(10);
    page.heading("How the send is listed");
    let begun = Instant::now();
    loop {
        // The future as well: the service's clock may be ahead.
        let answer = reader.read(Read::Events(sent - 60, sent + 600)).await;
        let all = answer.as_ref().map(rows).unwrap_or_default();
        let listed: Vec<&Fields> = all.into_iter().filter(|fields| is_of(fields, id)).collect();
        if !listed.is_empty() {
            let titles = counted(listed.iter().filter_map(|fields| Some(code_word(title(fields)?))));
            page.add("its events", Verdict::Found, format_args!("{titles}, within {} s", begun.elapsed().as_secs()));
            page.add(
                "its sentTo",
                Verdict::Found,
                counted(listed.iter().map(|fields| contact_kind(fields.get("sentTo")))),
            );
            return zone::tell(page, listed[0], (sent - 60, sent + 60 + seconds_since(begun)));
        }
        if answer.is_none() || begun.elapsed() + EVERY > limit {
            return page.not_seen("its events", "not listed in that time");
        }
        sleep(EVERY).await;
    }
}

fn seconds_since(begun: Instant) -> i64 {
    begun.elapsed().as_secs().try_into().unwrap_or_default()
}

/// Compares fields: which are not there in any object, and which are there and not expected.
pub(super) fn compare_fields(page: &mut Page, fact: &'static str, expected: &[&str], objects: &[&Fields]) {
    let has = |name: &str| objects.iter().any(|fields| fields.contains_key(name));
    let missing: Vec<&str> = expected.iter().copied().filter(|name| !has(name)).collect();
    let mut more: Vec<String> = objects
        .iter()
        .flat_map(|fields| fields.keys())
        .filter(|name| !expected.contains(&name.as_str()))
        .map(|name| field_name(name))
        .collect();
    more.sort_unstable();
    more.dedup();
    let list = |names: &[&str]| if names.is_empty() { "none".to_owned() } else { names.join(", ") };
    let more: Vec<&str> = more.iter().map(String::as_str).collect();
    let saw = format!("missing: {}; more: {}", list(&missing), list(&more));
    page.judge(fact, missing.is_empty() && more.is_empty(), saw);
}

/// Returns the objects of a list, or of an object that stands for one.
pub(super) fn rows(answer: &Answer) -> Vec<&Fields> {
    match answer.data() {
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_object).collect(),
        Some(Value::Object(all)) => all.values().filter_map(Value::as_object).collect(),
        Some(Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) | None => Vec::new(),
    }
}

pub(super) fn is_list(answer: &Answer) -> bool {
    answer.status == 200 && answer.has_envelope() && answer.data().is_some_and(Value::is_array)
}

pub(super) fn is_none(answer: &Answer) -> bool {
    answer.status == 404 && answer.has_envelope()
}

fn title(fields: &Fields) -> Option<&str> {
    fields.get("slug").or_else(|| fields.get("title")).and_then(Value::as_str)
}

fn is_of(fields: &Fields, id: &str) -> bool {
    fields.get("uuid").and_then(Value::as_str).is_some_and(|uuid| uuid.eq_ignore_ascii_case(id))
}

fn first_id(events: &[&Fields], prefix: &str) -> Option<String> {
    let mut ids = events.iter().filter_map(|fields| fields.get("uuid")?.as_str());
    ids.find(|id| id.starts_with(prefix) && is_id(id)).map(str::to_owned)
}

/// Describes an id: its prefix, and how many digits follow.
fn id_kind(id: &str) -> String {
    if !is_id(id) {
        return format!("[{}]", shape(id));
    }
    let digits = id.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    format!("{} and {} digits", &id[..id.len() - digits.len()], digits.len())
}

fn contact_kind(value: Option<&Value>) -> String {
    let Some(Value::String(text)) = value else { return kind(value).to_owned() };
    let what = match text.trim() {
        "" => "blank",
        several if several.contains([',', ';']) => "several in one text",
        masked if masked.contains(['*', '…']) => "masked",
        address if address.contains('@') => "address",
        number if number.starts_with('+') => "number with +",
        number if number.bytes().all(|byte| byte.is_ascii_digit() || byte == b' ') => "number without +",
        _ => "another text",
    };
    if text.starts_with(' ') { format!("{what} after a space") } else { what.to_owned() }
}

use reqwest::header::HeaderMap;
use secrecy::SecretString;

use super::{
    events::{is_list, is_none},
    reader::{Read, Reader},
    report::{Page, Verdict},
    shape::counted,
};
use crate::{connect::client::service_time, domain::Timestamp};

/// Checks whether the service is there and takes the token.
pub(super) async fn access(reader: &mut Reader<'_>, page: &mut Page, now: i64) -> bool {
    page.heading("Access");
    let last_minute = Read::Events(now - 60, now);
    let Some(refused) = reader.read_with(last_minute, &SecretString::from("not-a-token-of-anybody")).await else {
        page.not_seen("the service answers", reader.stopped().map_or("not read", |stop| stop.summary()));
        return false;
    };
    page.judge("a wrong token gets 401", refused.status == 401, refused.summary());
    let Some(answer) = reader.read(last_minute).await else {
        page.not_seen("the token works", reader.stopped().map_or("not read", |stop| stop.summary()));
        return false;
    };
    let is_open = is_list(&answer) || is_none(&answer);
    page.judge("the token works", is_open, answer.summary());
    if let Some(apart) = clock(&answer.headers) {
        page.add("its clock, by its Date, against ours", Verdict::Found, format_args!("{apart:+} s"));
    }
    if let Some(answer) = reader.read_without_accept(last_minute).await {
        page.add("without an Accept header", Verdict::Found, answer.summary());
    }
    // An envelope that is written otherwise is a finding, and no reason to stop.
    is_open || (200..300).contains(&answer.status) || answer.status == 404
}

pub(super) fn check(reader: &Reader<'_>, page: &mut Page) {
    page.heading("Limits and headers");
    let limit =
        reader.first_headers().and_then(|headers| headers.get("x-ratelimit-limit")?.to_str().ok()?.parse::<u32>().ok());
    match limit {
        Some(limit) => page.judge("x-ratelimit-limit is 240", limit == 240, limit),
        None => page.judge("x-ratelimit-limit is 240", false, "no such header"),
    }
    match reader.remaining() {
        [] => page.judge("x-ratelimit-remaining counts down", false, "no such header"),
        left => {
            let restarts = left.windows(2).filter(|pair| pair[1] > pair[0]).count();
            let saw = format!("{} first, {} last, {restarts} times up again", left[0], left[left.len() - 1]);
            page.judge("x-ratelimit-remaining counts down", left.len() < 2 || left[0] != left[left.len() - 1], saw);
        }
    }
    let names = reader.first_headers().into_iter().flat_map(HeaderMap::keys).map(|name| name.as_str().to_owned());
    page.add("headers", Verdict::Found, counted_once(names));
    let why = reader.stopped().map_or_else(|| "to the end".to_owned(), |stop| format!("stopped: {}", stop.summary()));
    page.add("reads", Verdict::Found, format_args!("{}, {why}", reader.made()));
}

fn counted_once(names: impl Iterator<Item = String>) -> String {
    let mut names: Vec<String> = names.filter(|name| !name.bytes().any(|byte| byte.is_ascii_digit())).collect();
    names.sort_unstable();
    names.dedup();
    if names.is_empty() { counted([]) } else { names.join(", ") }
}

fn clock(headers: &HeaderMap) -> Option<i64> {
    Some(service_time(headers)?.as_seconds() - Timestamp::now().as_seconds())
}

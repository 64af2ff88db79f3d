//! The client-side rate limiter of reads that nobody waits for. Pure: headers and the time in, "not before" out.

use std::{
    collections::VecDeque,
    time::{Duration, Instant},
};

use reqwest::{
    StatusCode,
    header::{HeaderMap, RETRY_AFTER},
};

use super::client::service_time;

/// The rate limit of a service, as its answers tell it, and what background reads have used of it. A look-up and a send
/// are never held back by it: it is there so that the service does not refuse them.
#[derive(Debug)]
pub struct RateLimit {
    /// The requests that the service takes in a `WINDOW`.
    limit: usize,
    /// When the background reads of the last `WINDOW` left, oldest first.
    spent: VecDeque<Instant>,
    /// There were few requests left, and until then there may be no more of them.
    low_until: Option<Instant>,
    /// The service said to come back then.
    retry_at: Option<Instant>,
}

/// The window of the limiter: not documented, and a minute where such headers are used.
const WINDOW: Duration = Duration::from_mins(1);
/// The limit that was seen in its answers.
const SEEN_LIMIT: usize = 240;
/// The share that background reads use at most, in hundredths.
const SHARE: usize = 60;
/// The part of that share that only the watch of one link uses: it is not late because a long list is read.
const FOR_WATCHES: usize = 6;
/// The requests that are left to people, where the limit is not so small that a quarter of it is less.
const RESERVE: usize = 60;
/// No service means more than a day by `Retry-After`.
const LONGEST: Duration = Duration::from_hours(24);

/// What a background read may use of their share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Share {
    /// All but a part, which is left to a watch.
    OfLists,
    Whole,
}

impl Default for RateLimit {
    fn default() -> Self {
        Self { limit: SEEN_LIMIT, spent: VecDeque::new(), low_until: None, retry_at: None }
    }
}

impl RateLimit {
    /// Learns from an answer, to whichever request.
    pub fn learn(&mut self, status: StatusCode, headers: &HeaderMap, now: Instant) {
        if let Some(limit) = number(headers, "x-ratelimit-limit").filter(|limit| *limit > 0) {
            self.limit = limit;
        }
        match number(headers, "x-ratelimit-remaining") {
            Some(left) if left < RESERVE.min(self.limit / 4) => self.low_until = Some(now + WINDOW),
            Some(_) => self.low_until = None,
            None => {}
        }
        let pause = match status {
            StatusCode::TOO_MANY_REQUESTS => Some(retry_after(headers).unwrap_or(WINDOW)),
            StatusCode::SERVICE_UNAVAILABLE => retry_after(headers),
            _ => None,
        };
        self.retry_at = self.retry_at.max(pause.map(|pause| now + pause));
    }

    /// Returns when the next background read may leave, where that is not now.
    fn not_before(&self, now: Instant, share: Share) -> Option<Instant> {
        let whole = (self.limit * SHARE / 100).max(1);
        let most = match share {
            Share::Whole => whole,
            Share::OfLists => whole - whole / FOR_WATCHES,
        };
        let full = self.spent.iter().rev().nth(most - 1).map(|oldest| *oldest + WINDOW);
        [full, self.low_until, self.retry_at].into_iter().flatten().filter(|at| *at > now).max()
    }

    /// Lets a background read leave now, or returns when it may.
    pub fn take(&mut self, now: Instant, share: Share) -> Option<Instant> {
        let at = self.not_before(now, share);
        if at.is_none() {
            self.spend(now);
        }
        at
    }

    fn spend(&mut self, now: Instant) {
        while self.spent.front().is_some_and(|oldest| *oldest + WINDOW <= now) {
            self.spent.pop_front();
        }
        self.spent.push_back(now);
    }
}

fn number(headers: &HeaderMap, name: &str) -> Option<usize> {
    headers.get(name)?.to_str().ok()?.trim().parse().ok()
}

/// Reads `Retry-After`, in seconds or as a date by the service's own clock.
fn retry_after(headers: &HeaderMap) -> Option<Duration> {
    let written = headers.get(RETRY_AFTER)?.to_str().ok()?.trim();
    let pause = if let Ok(seconds) = written.parse() {
        Duration::from_secs(seconds)
    } else {
        let until = jiff::fmt::rfc2822::parse(written).ok()?.timestamp().as_millisecond();
        let pause = until.saturating_sub(service_time(headers)?.as_millis());
        Duration::from_millis(pause.try_into().ok()?)
    };
    (pause <= LONGEST).then_some(pause)
}

#[cfg(test)]
mod tests {
    use reqwest::header::{HeaderName, HeaderValue};

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn a_part_of_the_share_is_left_to_the_watch_of_one_link() {
        let (mut limit, now) = (RateLimit::default(), Instant::now());
        let mut left = |share| (0..1000).take_while(|_| limit.take(now, share).is_none()).count();

        assert_eq!((left(Share::OfLists), left(Share::Whole), left(Share::OfLists)), (120, 24, 0));
    }

    #[test]
    fn background_reads_use_three_fifths_of_the_limit_in_any_minute() {
        let (mut limit, begun) = (RateLimit::default(), Instant::now());
        let mut now = begun;
        let mut left: Vec<Instant> = Vec::new();
        while left.len() < 1000 {
            if let Some(at) = limit.take(now, Share::Whole) {
                now = at;
                assert_eq!(limit.take(now, Share::Whole), None);
            }
            left.push(now);
            now += Duration::from_millis(90);
        }
        for (at, from) in left.iter().enumerate() {
            let in_a_minute = left[at..].iter().take_while(|time| **time < *from + WINDOW).count();
            assert!(in_a_minute <= 144, "{in_a_minute} from read {at} on");
        }
        assert_eq!(
            left[143],
            begun + 143 * Duration::from_millis(90),
            "and what is left of the share is not waited for"
        );
    }

    #[test]
    fn what_is_left_to_people_is_not_used() {
        for (limit, left, waits) in [
            ("240", "240", false),
            ("240", "60", false),
            ("240", "59", true),
            ("240", "0", true),
            ("40", "11", false),
            ("40", "9", true),
            ("0", "59", true),
            ("many", "60", false),
            ("240", "none", false),
        ] {
            let (mut rate, now) = (RateLimit::default(), Instant::now());
            rate.learn(StatusCode::OK, &headers(&[("x-ratelimit-limit", limit), ("x-ratelimit-remaining", left)]), now);
            assert_eq!(rate.not_before(now, Share::Whole), waits.then_some(now + WINDOW), "{left} of {limit}");
            assert_eq!(rate.not_before(now + WINDOW, Share::Whole), None, "{left} of {limit}, a minute later");
        }
    }

    #[test]
    fn an_answer_with_more_left_ends_the_pause() {
        let (mut rate, now) = (RateLimit::default(), Instant::now());
        rate.learn(StatusCode::OK, &headers(&[("x-ratelimit-remaining", "3")]), now);
        rate.learn(StatusCode::OK, &headers(&[]), now + SECOND);
        assert_eq!(rate.not_before(now + SECOND, Share::Whole), Some(now + WINDOW));

        rate.learn(StatusCode::OK, &headers(&[("x-ratelimit-remaining", "239")]), now + 2 * SECOND);

        assert_eq!(rate.not_before(now + 2 * SECOND, Share::Whole), None);
    }

    #[test]
    fn the_service_is_asked_again_when_it_said_so() {
        let date = ("date", "Sun, 22 Nov 2026 13:05:42 GMT");
        for (status, written, seconds) in [
            (429, &[("retry-after", "7")][..], Some(7)),
            (429, &[("retry-after", " 30 ")], Some(30)),
            (429, &[("retry-after", "Sun, 22 Nov 2026 13:06:12 GMT"), date], Some(30)),
            (429, &[("retry-after", "Sun, 22 Nov 2026 13:06:12 GMT")], Some(60)),
            (429, &[("retry-after", "Sun, 22 Nov 2026 13:05:12 GMT"), date], Some(60)),
            (429, &[("retry-after", "soon")], Some(60)),
            (429, &[("retry-after", "999999999")], Some(60)),
            (429, &[], Some(60)),
            (503, &[("retry-after", "120")], Some(120)),
            (503, &[], None),
            (500, &[("retry-after", "120")], None),
            (200, &[], None),
        ] {
            let (mut rate, now) = (RateLimit::default(), Instant::now());
            rate.learn(StatusCode::from_u16(status).expect("a status"), &headers(written), now);
            assert_eq!(
                rate.not_before(now, Share::Whole),
                seconds.map(|seconds| now + seconds * SECOND),
                "{status} {written:?}"
            );
        }
    }

    #[test]
    fn a_shorter_pause_does_not_end_a_longer_one() {
        let (mut rate, now) = (RateLimit::default(), Instant::now());
        for seconds in ["50", "2"] {
            rate.learn(StatusCode::TOO_MANY_REQUESTS, &headers(&[("retry-after", seconds)]), now);
        }
        assert_eq!(rate.not_before(now, Share::Whole), Some(now + 50 * SECOND));
    }

    fn headers(written: &[(&'static str, &str)]) -> HeaderMap {
        let header = |(name, value): &(&'static str, &str)| {
            (HeaderName::from_static(name), HeaderValue::from_str(value).expect("a value"))
        };
        written.iter().map(header).collect()
    }
}

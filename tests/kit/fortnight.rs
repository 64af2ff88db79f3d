//! Fourteen days of events of many reservations, some of them open. It knows which, and why.

use std::{collections::BTreeMap, time::Duration};

use resend_reservation::{
    domain::{Timestamp, Zone},
    waiting::Group,
};
use serde_json::{Value, json};

#[derive(Clone, Debug)]
pub(crate) struct Fortnight {
    /// Oldest first.
    pub(crate) events: Vec<Happened>,
    pub(crate) open: BTreeMap<String, Group>,
    pub(crate) now: Timestamp,
    details: BTreeMap<String, Value>,
}

#[derive(Clone, Debug)]
pub(crate) struct Happened {
    pub(crate) id: String,
    pub(crate) title: &'static str,
    pub(crate) at: Timestamp,
    pub(crate) sent_to: Value,
}

const DAYS: u32 = 14;
const SENT: &str = "payment-link-sent-to-customer";
const OPENED: &str = "payment-link-opened";

/// What happened to an open one, what it is now, when it is due (in hours from now), and so where it belongs.
const STORIES_OF_OPEN: [(&[&str], &str, i64, Group); 10] = [
    (&[SENT], "SENT", 96, Group::Unopened),
    (&[SENT, "order-resent"], "sent", 96, Group::Unopened),
    (&[SENT, OPENED], "SENT", 96, Group::Opened),
    (&[SENT, "customer-information-updated", "order-resent", OPENED], "SENT", 96, Group::Opened),
    (&[SENT, OPENED, "payment-failed"], "SENT", 96, Group::Failed),
    (&["order-sent", OPENED, "payment-failed", OPENED], "Sent", 96, Group::Failed),
    (&[SENT, OPENED, "payment-failed"], "SENT", 0, Group::Due),
    (&[SENT], "SENT", 0, Group::Due),
    (&[SENT, OPENED, "payment-link-expired"], "EXPIRED", -30, Group::Expired),
    (&[SENT], "SENT", -30, Group::Expired),
];

/// What happened to one that nobody waits for, and what it is now. Of the last ones only the details can tell.
const STORIES_OF_SETTLED: [(&[&str], &str, bool); 10] = [
    (&[SENT, OPENED, "amount-reserved"], "RESERVED", false),
    (&[SENT, OPENED, "amount-reserved"], "RESERVED", true),
    (&[SENT, OPENED, "amount-reserved", "reservation-completed"], "COMPLETED", true),
    (&[SENT, OPENED, "payment-failed", OPENED, "amount-charged-from-card"], "SENT", true),
    (&[SENT, "reservation-cancelled"], "CANCELLED", false),
    (&["order-sent", OPENED, "payment-successful"], "PAID", true),
    (&[SENT, "order-converted-to-invoice"], "INVOICED", false),
    (&[SENT, OPENED, "amount-reserved", "refund-sent-from-captured"], "REFUNDED", true),
    (&[SENT, OPENED, "amount-reserved", OPENED], "RESERVED", false),
    (&[SENT, "order-resent"], "CANCELLED", false),
];

impl Fortnight {
    /// Three hundred reservations, forty of them open, and sixty events a day.
    pub(crate) fn new() -> Self {
        Self::of(300, 40, 14 * 60)
    }

    /// Far more than a front desk has: five thousand open reservations, and twenty thousand events.
    pub(crate) fn crowded() -> Self {
        Self::of(7_500, 5_000, 20_000)
    }

    fn of(reservations: u32, open: u32, events: usize) -> Self {
        let now = before_midnight();
        let mut fortnight = Self { events: Vec::new(), open: BTreeMap::new(), now, details: BTreeMap::new() };
        let mut chance = Chance(20_261_122);
        for number in 0..reservations {
            // Open ones and settled ones are mixed.
            let id = format!("RES36{:08}", 11_000_000 + number * 7919 % 100_000);
            if number < open {
                let story = STORIES_OF_OPEN[number as usize % STORIES_OF_OPEN.len()];
                fortnight.add_open(id, number, story, &mut chance);
            } else {
                // Of each ten, only what is seldom is seldom.
                let at = if number % 30 == 0 { 8 + number as usize / 30 % 2 } else { number as usize % 8 };
                fortnight.add_settled(&id, number, STORIES_OF_SETTLED[at], &mut chance);
            }
        }
        let captures = 0..events.saturating_sub(fortnight.events.len());
        for number in captures {
            let at = now - chance.below(Duration::from_hours(u64::from(DAYS) * 24 - 1));
            let id = format!("CAP37{number:08}");
            fortnight.events.push(Happened { id, title: "amount-captured-from-reservation", at, sent_to: Value::Null });
        }
        fortnight.events.sort_by_key(|event| event.at);
        assert!(fortnight.events.len() >= events, "{}", fortnight.events.len());
        fortnight
    }

    fn add_open(&mut self, id: String, number: u32, story: (&[&'static str], &str, i64, Group), chance: &mut Chance) {
        let (titles, status, due_in, group) = story;
        let due = if due_in == 0 { self.end_of_today() } else { self.now.shifted(due_in * 3_600_000) };
        self.happen(&id, number, titles, chance);
        self.details.insert(id.clone(), details(&id, number, status, false, due));
        self.open.insert(id, group);
    }

    fn add_settled(&mut self, id: &str, number: u32, story: (&[&'static str], &str, bool), chance: &mut Chance) {
        let (titles, status, is_paid) = story;
        self.happen(id, number, titles, chance);
        let due = self.now + Duration::from_hours(96);
        self.details.insert(id.to_owned(), details(id, number, status, is_paid, due));
    }

    fn happen(&mut self, id: &str, number: u32, titles: &[&'static str], chance: &mut Chance) {
        let first = Duration::from_hours(u64::from(DAYS) * 24 - 8);
        let mut ago = chance.below(first) + Duration::from_hours(7);
        for title in titles {
            let is_sending = [SENT, "order-sent", "order-resent"].contains(title);
            let sent_to = if is_sending { json!(format!(" +47412{:05}", 34_000 + number)) } else { Value::Null };
            self.events.push(Happened { id: id.to_owned(), title, at: self.now - ago, sent_to });
            ago -= Duration::from_mins(1) + chance.below(Duration::from_hours(1));
        }
    }

    pub(crate) fn details(&self, id: &str) -> Option<Value> {
        self.details.get(id).cloned()
    }

    /// Just before midnight in Norway.
    fn end_of_today(&self) -> Timestamp {
        let day = |at: Timestamp| Zone::norway().written(at, "%d");
        let later = (0..24 * 60).map(|minutes| self.now + Duration::from_mins(minutes));
        later.take_while(|at| day(*at) == day(self.now)).last().expect("now is today")
    }
}

/// The present, once a link that is due today still is so for a while: in the last minutes of a day in Norway, after it.
pub(crate) fn before_midnight() -> Timestamp {
    loop {
        let now = Timestamp::now();
        if Zone::norway().written(now, "%H:%M").expect("a time").as_str() < "23:58" {
            return now;
        }
        std::thread::sleep(Duration::from_secs(1));
    }
}

fn details(id: &str, number: u32, status: &str, is_paid: bool, due: Timestamp) -> Value {
    json!({
        "reservationUuid": id,
        "status": status,
        "isPaid": is_paid,
        "grandTotal": 500 + number,
        "paymentLinkDueDate": Zone::norway().written(due, "%H:%M, %d.%m.%Y"),
        "sendOrderBy": { "sms": true, "email": false },
        "customerDetails": {
            "countryCode": "+47",
            "msisdn": format!("412{:05}", 34_000 + number),
            "email": format!("guest{number}@example.com"),
            "name": format!("Guest {number}"),
        },
        "referenceNumber": format!("B-{number}"),
        "customerReference": null,
    })
}

/// The same fortnight each time.
struct Chance(u64);

impl Chance {
    fn below(&mut self, most: Duration) -> Duration {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        Duration::from_secs((self.0 >> 33) % most.as_secs())
    }
}

use serde::Serialize;

/// A reservation, or an order, that the practice service knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
pub struct Example {
    pub id: &'static str,
    pub customer: &'static str,
    /// In kroner.
    pub amount: u32,
    /// A contact that belongs to this example.
    pub phone_number: &'static str,
    pub email_address: &'static str,
    pub scenario: Scenario,
}

/// A scenario: what an example teaches. The page has a few words for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Scenario {
    Sent,
    OrderSent,
    SentSlowly,
    AlreadyCancelled,
    AlreadyCompleted,
    AlreadyPaid,
    /// The amount is held, and nothing is paid: the app asks first, and the service sends.
    AmountReserved,
    NotFound,
    Refused,
    TokenRefused,
    RateLimited,
    Redirected,
    ServiceFailed,
    ServiceUnavailable,
    ConnectionBroken,
    UnclearAnswer,
}

/// The reservations and orders of practice mode. Their ids end in their HTTP status, where that tells the story.
pub const EXAMPLES: &[Example] = &[
    example("RES3633019929", "Kari Nordmann", 1250, "412 34 567", "kari@example.com", Scenario::Sent),
    example("RES3633010202", "Ola Hansen", 890, "412 34 568", "ola@example.com", Scenario::SentSlowly),
    example("RES3633011400", "Ingrid Berg", 2400, "412 34 569", "ingrid@example.com", Scenario::AlreadyCancelled),
    example("RES3633012400", "Per Johansen", 640, "412 34 570", "per@example.com", Scenario::AlreadyCompleted),
    example("RES3633013400", "Anne Lie", 1795, "412 34 571", "anne@example.com", Scenario::AlreadyPaid),
    example("RES3633011202", "Liv Strand", 1350, "412 34 582", "liv@example.com", Scenario::AmountReserved),
    example("RES3633010404", "Lars Dahl", 500, "412 34 572", "lars@example.com", Scenario::NotFound),
    example("RES3633010417", "Sofie Moen", 320, "412 34 573", "sofie@example.com", Scenario::Refused),
    example("RES3633010401", "Jonas Vik", 1100, "412 34 574", "jonas@example.com", Scenario::TokenRefused),
    example("RES3633010429", "Emma Haugen", 760, "412 34 575", "emma@example.com", Scenario::RateLimited),
    example("RES3633010302", "Nils Aas", 980, "412 34 576", "nils@example.com", Scenario::Redirected),
    example("RES3633010510", "Marte Lund", 4300, "412 34 577", "marte@example.com", Scenario::ServiceFailed),
    example("RES3633010503", "Erik Sunde", 1500, "412 34 578", "erik@example.com", Scenario::ServiceUnavailable),
    example("RES3633010000", "Hanne Bakke", 2150, "412 34 579", "hanne@example.com", Scenario::ConnectionBroken),
    example("RES3633010200", "Tor Fjeld", 410, "412 34 580", "tor@example.com", Scenario::UnclearAnswer),
    example("ODR1649249709", "Siri Holm", 1990, "412 34 581", "siri@example.com", Scenario::OrderSent),
];

const fn example(
    id: &'static str,
    customer: &'static str,
    amount: u32,
    phone_number: &'static str,
    email_address: &'static str,
    scenario: Scenario,
) -> Example {
    Example { id, customer, amount, phone_number, email_address, scenario }
}

impl Example {
    pub(super) fn find(id: &str) -> Option<&'static Self> {
        EXAMPLES.iter().find(|example| example.id == id)
    }
}

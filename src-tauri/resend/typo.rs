//! Typo detection: slips of the finger, where what was meant was right beside it.

use strsim::osa_distance;

/// Whether two texts differ by one substitution or one transposition.
pub(super) fn is_one_slip_away(typed: &str, stored: &str) -> bool {
    if typed.len() != stored.len() {
        return false;
    }
    let pairs = || typed.bytes().zip(stored.bytes());
    let differing: Vec<(u8, u8)> = pairs().filter(|(typed, stored)| typed != stored).collect();
    match differing.as_slice() {
        [_] => true,
        [(a, b), (c, d)] => a == d && b == c,
        _ => false,
    }
}

/// The mail domains of many people in the Nordic countries.
const WELL_KNOWN: [&str; 14] = [
    "gmail.com",
    "hotmail.com",
    "hotmail.no",
    "hotmail.se",
    "hotmail.dk",
    "outlook.com",
    "icloud.com",
    "yahoo.com",
    "yahoo.no",
    "online.no",
    "broadpark.no",
    "protonmail.com",
    "telenor.no",
    "googlemail.com",
];

/// Real providers whose names are one letter away from a well-known one.
const REAL_NEIGHBOURS: [&str; 6] = ["mail.com", "ymail.com", "email.com", "fmail.com", "hotmail.de", "gmail.de"];

/// Returns the well-known domain that this one is one slip away from.
pub(super) fn likely_domain(typed: &str) -> Option<&'static str> {
    if WELL_KNOWN.contains(&typed) || REAL_NEIGHBOURS.contains(&typed) {
        return None;
    }
    let near = WELL_KNOWN.into_iter().find(|known| osa_distance(typed, known) == 1);
    // There is no other: whatever stands after the dot was meant to be `com`.
    near.or_else(|| typed.strip_prefix("gmail.").map(|_| "gmail.com"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_digit_or_two_that_changed_places_are_a_slip() {
        for (typed, slip) in [
            ("41234568", true),
            ("91234567", true),
            ("41234576", true),
            ("14234567", true),
            ("41274563", true),
            ("41234567", false),
            ("41234589", false),
            ("41235678", false),
            ("4123456", false),
            ("412345670", false),
        ] {
            assert_eq!(is_one_slip_away(typed, "41234567"), slip, "{typed}");
        }
    }

    #[test]
    fn a_domain_one_slip_away_from_a_well_known_one_is_noticed() {
        for (typed, likely) in [
            ("gmial.com", Some("gmail.com")),
            ("gmai.com", Some("gmail.com")),
            ("gmaill.com", Some("gmail.com")),
            ("gmail.con", Some("gmail.com")),
            ("gmail.co", Some("gmail.com")),
            ("gmail.no", Some("gmail.com")),
            ("hotmial.com", Some("hotmail.com")),
            ("hotmail.ni", Some("hotmail.no")),
            ("outlok.com", Some("outlook.com")),
            ("iclould.com", Some("icloud.com")),
            ("onlin.no", Some("online.no")),
            ("gmail.com", None),
            ("mail.com", None),
            ("hotmail.no", None),
            ("hotmail.fr", None),
            ("example.com", None),
            ("hotell.no", None),
            ("live.no", None),
        ] {
            assert_eq!(likely_domain(typed), likely, "{typed}");
        }
    }
}

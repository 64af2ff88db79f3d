use super::Expected;

pub(super) const OUTCOMES: &[Expected] = &[
    Expected {
        reservation: "RES3633019929",
        outcome: "sent",
        title: "Payment link sent",
        says: &[
            "In Production, Front Payment would now send an SMS to +47 41 23 45 67.",
            "Tell the customer that it usually arrives within a few minutes.",
            "This is practice. It looks like the real thing, but nobody got a message.",
        ],
    },
    Expected {
        reservation: "RES3633010202",
        outcome: "sent",
        title: "Payment link sent",
        says: &["In Production, Front Payment would now send an SMS to +47 41 23 45 68."],
    },
    Expected {
        reservation: "RES3633011400",
        outcome: "not-sent",
        title: "Order already cancelled",
        says: &[
            "Nothing was sent. It has no payment link any more.",
            "Make a new reservation if the customer still wants it.",
        ],
    },
    Expected {
        reservation: "RES3633012400",
        outcome: "not-sent",
        title: "Order already completed",
        says: &["Nothing was sent.", "Tell the customer that there is nothing more to pay with this link."],
    },
    Expected {
        reservation: "RES3633013400",
        outcome: "not-sent",
        title: "Order already paid",
        says: &["Nothing was sent, and nothing is left to pay.", "Tell the customer that the payment is registered."],
    },
    Expected {
        reservation: "RES3633011202",
        outcome: "sent",
        title: "Payment link sent",
        says: &["In Production, Front Payment would now send an SMS to +47 41 23 45 82."],
    },
    Expected {
        reservation: "RES3633010404",
        outcome: "not-sent",
        title: "No such reservation",
        says: &[
            "The practice service does not know RES3633010404. Nothing was sent.",
            "Choose one from the list of practice reservations.",
        ],
    },
    Expected {
        reservation: "RES3633010417",
        outcome: "not-sent",
        title: "Front Payment refused the details",
        says: &[
            "Nothing was sent.",
            "Check who it goes to, then send again.",
            "Front Payment's own words:",
            "The customer details.msisdn must be a valid phone number.",
        ],
    },
    Expected {
        reservation: "RES3633010401",
        outcome: "not-sent",
        title: "The access token was refused",
        says: &["Nothing was sent. The token may be mistyped, replaced, or for another environment."],
    },
    Expected {
        reservation: "RES3633010429",
        outcome: "not-sent",
        title: "Too many attempts right now",
        says: &["Nothing was sent.", "Try again after "],
    },
    Expected {
        reservation: "RES3633010302",
        outcome: "not-sent",
        title: "The network may need a log-in",
        says: &["Nothing was sent. The network sent the app to a different page"],
    },
    Expected {
        reservation: "RES3633010510",
        outcome: "unknown",
        title: "It may have been sent",
        says: &["The customer may have got a message.", "Ask the customer before you send again."],
    },
    Expected {
        reservation: "RES3633010503",
        outcome: "unknown",
        title: "It may have been sent",
        says: &["The customer may have got a message.", "Ask the customer first. If nothing came, try again after "],
    },
    Expected {
        reservation: "RES3633010000",
        outcome: "unknown",
        title: "It may have been sent",
        says: &[
            "The connection broke before the answer came. The customer may have got a message.",
            "Ask the customer before you send again.",
        ],
    },
    Expected {
        reservation: "RES3633010200",
        outcome: "unknown",
        title: "It may have been sent",
        says: &[
            "The answer says neither yes nor no. The customer may have got a message.",
            "Ask the customer before you send again.",
        ],
    },
    Expected {
        reservation: "ODR1649249709",
        outcome: "sent",
        title: "Payment link sent",
        says: &["In Production, Front Payment would now send an SMS to +47 41 23 45 81."],
    },
];

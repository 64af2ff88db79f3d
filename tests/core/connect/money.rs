//! The money of a reservation: what the service tells of it and nothing else, and reserved is not paid.

use resend_reservation::{connect::Details, domain::Money};
use serde_json::{Value, json};

use super::details::{envelope, read, whole};

#[test]
fn each_amount_is_read_and_one_that_is_nothing_is_absent() {
    let all = json!({
        "reservedAt": "20.11.2026 10:14", "reservedAmount": 1250, "capturedAmount": "400.50", "chargedAmount": 75,
        "amountRefunded": { "fromCaptured": 100, "fromCharge": 25.5 },
    });
    assert_eq!(summary(&money(&all)), "1250 20.11.2026 10:14|400.5|75|125.5");

    for nothing in [json!(null), json!(0), json!("0.00"), json!(0.0)] {
        let none = json!({
            "reservedAt": null, "reservedAmount": nothing, "capturedAmount": nothing, "chargedAmount": nothing,
            "amountRefunded": { "fromCaptured": nothing, "fromCharge": nothing },
        });
        assert_eq!(money(&none), Money::default(), "{nothing}");
    }
}

#[test]
fn what_is_not_told_is_not_guessed() {
    for (told, expected) in [
        (json!({}), "|||"),
        (json!(null), "|||"),
        (json!([]), "|||"),
        (json!("1250"), "|||"),
        (json!({ "reservedAmount": 1250 }), "1250|||"),
        (json!({ "reservedAmount": 1250, "reservedAt": "0000-00-00 00:00:00" }), "1250|||"),
        (json!({ "reservedAmount": 1250, "reservedAt": "last week" }), "1250 last week|||"),
        // A time without an amount is a time of nothing.
        (json!({ "reservedAt": "20.11.2026 10:14" }), "|||"),
        (json!({ "reservedAmount": "1 250,00", "capturedAmount": 400 }), "|400||"),
        (json!({ "reservedAmount": -1250, "chargedAmount": true }), "|||"),
        (json!({ "amountRefunded": 100 }), "|||"),
        (json!({ "amountRefunded": { "fromCaptured": 100 } }), "|||100"),
        (json!({ "amountRefunded": { "fromCaptured": null, "fromCharge": 30 } }), "|||30"),
        // Half a sum would be told as the whole of it.
        (json!({ "amountRefunded": { "fromCaptured": 100, "fromCharge": "some" } }), "|||"),
        (json!({ "amountRefunded": { "fromCaptured": [], "fromCharge": 30 } }), "|||"),
    ] {
        assert_eq!(summary(&money(&told)), expected, "{told}");
    }
}

#[test]
fn money_that_cannot_be_read_takes_nothing_with_it() {
    let expected = details(&whole());
    for broken in [json!(null), json!(7), json!("x"), json!([[]]), json!({ "reservedAt": {}, "amountRefunded": [1] })] {
        let mut data = whole();
        data["paymentDetails"] = broken.clone();
        data["organizationDetails"] = broken.clone();
        assert_eq!(details(&data), expected, "{broken}");
    }
}

#[test]
fn whom_the_customer_pays_is_told_by_the_name_of_the_organization() {
    for (organization, merchant) in [
        (json!({ "name": "Hotell Eksempel" }), Some("Hotell Eksempel")),
        (json!({ "name": "  Hotell\nEksempel " }), Some("Hotell Eksempel")),
        (json!({ "name": "S\u{e6}ter &amp; Sj\u{f8} AS" }), Some("Sæter & Sjø AS")),
        (json!({ "name": "" }), None),
        (json!({ "name": 7 }), None),
        (json!({}), None),
        (json!("Hotell Eksempel"), None),
    ] {
        let mut data = whole();
        data["organizationDetails"] = organization.clone();
        assert_eq!(details(&data).merchant.as_deref(), merchant, "{organization}");
    }
}

fn money(told: &Value) -> Money {
    let mut data = whole();
    data["paymentDetails"] = told.clone();
    details(&data).money
}

fn details(data: &Value) -> Details {
    read(200, envelope(data).as_bytes()).expect("readable").expect("found")
}

fn summary(money: &Money) -> String {
    let kroner = |amount: Option<f64>| amount.map(|amount| amount.to_string()).unwrap_or_default();
    let reserved_at = money.reserved_at.as_ref().map(|at| format!(" {}", at.text)).unwrap_or_default();
    let [reserved, captured, charged, refunded] =
        [money.reserved, money.captured, money.charged, money.refunded].map(kroner);
    format!("{reserved}{reserved_at}|{captured}|{charged}|{refunded}")
}

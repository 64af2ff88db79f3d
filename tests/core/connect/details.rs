//! Details in every shape: a field that is broken is a field that is missing, and never takes the others with it.

use proptest::prelude::*;
use reqwest::{StatusCode, header::HeaderMap};
use resend_reservation::{
    connect::{Body, Details, ReadFailure, meaning_of_details},
    domain::{ReservationId, Status, Timestamp},
};
use serde_json::{Value, json};

const ID: &str = "RES3633019929";

#[test]
fn everything_that_is_there_is_read() {
    let details = found(&envelope(&whole()));

    assert_eq!(
        summary(&details),
        "Kari Nordmann|1250|NotPaid|22.11.2026 in time|+47 41 23 45 67|kari@example.com|true|false"
    );
    let printed = format!("{details:?}");
    assert!(!printed.contains("Kari") && !printed.contains("567") && !printed.contains("kari"), "{printed}");
}

/// The rest of the card stays as it is.
#[test]
fn one_broken_field_is_one_missing_field() {
    let fields = [
        ("/customerDetails/name", "|1250|NotPaid|22.11.2026 in time|+47 41 23 45 67|kari@example.com|true|false"),
        ("/grandTotal", "Kari Nordmann||NotPaid|22.11.2026 in time|+47 41 23 45 67|kari@example.com|true|false"),
        ("/status", "Kari Nordmann|1250||22.11.2026 in time|+47 41 23 45 67|kari@example.com|true|false"),
        ("/paymentLinkDueDate", "Kari Nordmann|1250|NotPaid||+47 41 23 45 67|kari@example.com|true|false"),
        ("/customerDetails/msisdn", "Kari Nordmann|1250|NotPaid|22.11.2026 in time||kari@example.com|false|true"),
        ("/customerDetails/countryCode", "Kari Nordmann|1250|NotPaid|22.11.2026 in time||kari@example.com|false|true"),
        ("/customerDetails/email", "Kari Nordmann|1250|NotPaid|22.11.2026 in time|+47 41 23 45 67||true|false"),
        ("/customerDetails", "|1250|NotPaid|22.11.2026 in time|||false|false"),
        ("/sendOrderBy", "Kari Nordmann|1250|NotPaid|22.11.2026 in time|+47 41 23 45 67|kari@example.com|true|false"),
        ("/isPaid", "Kari Nordmann|1250|NotPaid|22.11.2026 in time|+47 41 23 45 67|kari@example.com|true|false"),
    ];
    let broken =
        [json!(null), json!([]), json!({}), json!(""), json!("  \n"), json!(false), json!([["x"]]), json!({"a": {}})];
    for (field, expected) in fields {
        for value in &broken {
            let mut data = whole();
            *data.pointer_mut(field).expect(field) = value.clone();
            assert_eq!(summary(&found(&envelope(&data))), expected, "{field} = {value}");
        }
        let mut data = whole();
        let (parent, name) = field.rsplit_once('/').expect("a pointer");
        data.pointer_mut(parent).and_then(Value::as_object_mut).expect(parent).remove(name);
        assert_eq!(summary(&found(&envelope(&data))), expected, "without {field}");
    }
}

#[test]
fn an_amount_is_a_plain_number_or_nothing() {
    for (value, amount) in [
        (json!(1250), Some(1250.0)),
        (json!(1250.5), Some(1250.5)),
        (json!("1250.00"), Some(1250.0)),
        (json!(" 1250 "), Some(1250.0)),
        (json!(0), Some(0.0)),
        (json!(-5), None),
        (json!("1 250,00"), None),
        (json!("1.250,00"), None),
        (json!("1,250.00"), None),
        (json!("kr 1250"), None),
        (json!("1e9"), None),
        (json!("inf"), None),
        (json!("NaN"), None),
        (json!(".5"), None),
        (json!("5."), None),
        (json!("+5"), None),
    ] {
        let mut data = whole();
        data["grandTotal"] = value.clone();
        assert_eq!(found(&envelope(&data)).amount, amount, "{value}");
    }
}

#[test]
fn a_contact_is_certain_or_not_there() {
    let kari = Some("+47 41 23 45 67");
    for (country, msisdn, number) in [
        (json!("+47"), json!("41234567"), kari),
        (json!("47"), json!("41234567"), kari),
        (json!(47), json!(41_234_567), kari),
        (json!("0047"), json!("412 34 567"), kari),
        (json!(" +47 "), json!("412-34-567"), kari),
        (json!("+47"), json!("4741234567"), kari),
        (json!("+47"), json!("+4741234567"), kari),
        (json!(null), json!("+47 412 34 567"), kari),
        (json!("+46"), json!("70 123 45 67"), Some("+46 70 123 45 67")),
        (json!("+46"), json!("070 123 45 67"), Some("+46 70 123 45 67")),
        // The country code in both fields, where either reading is a number somewhere.
        (json!("+49"), json!("4915123456789"), Some("+49 1512 3456789")),
        (json!("49"), json!(4_915_123_456_789_u64), Some("+49 1512 3456789")),
        (json!("+49"), json!("49 1512 3456789"), Some("+49 1512 3456789")),
        (json!("+49"), json!("004915123456789"), Some("+49 1512 3456789")),
        (json!("+49"), json!("015123456789"), Some("+49 1512 3456789")),
        (json!("+49"), json!("4930901820"), None),
        (json!("+43"), json!("436641234567"), Some("+43 664 1234567")),
        (json!("+358"), json!("358401234567"), Some("+358 40 1234567")),
        (json!("+52"), json!("5215512345678"), Some("+52 55 1234 5678")),
        (json!("+47"), json!("47123456"), Some("+47 47 12 34 56")),
        (json!("+47"), json!("4747123456"), Some("+47 47 12 34 56")),
        (json!("+47"), json!("4915123456789"), None),
        (json!(null), json!("41234567"), None),
        (json!(""), json!("41234567"), None),
        (json!("NO"), json!("41234567"), None),
        (json!("+"), json!("41234567"), None),
        (json!("+47"), json!("412345"), None),
        (json!("+47"), json!("41a34567"), None),
        (json!("+47"), json!(41_234_567.5), None),
        (json!("+47"), json!("41234567.0"), None),
        (json!("+47"), json!(-41_234_567), None),
        (json!("+47"), json!(["41234567"]), None),
        (json!(true), json!(true), None),
        (json!("+999"), json!("41234567"), None),
    ] {
        let mut data = whole();
        data["customerDetails"]["countryCode"] = country.clone();
        data["customerDetails"]["msisdn"] = msisdn.clone();
        let read = found(&envelope(&data)).sms_to.map(|number| number.international());
        assert_eq!(read.as_deref(), number, "{country} {msisdn}");
    }
    for broken in ["kari", "kari@example", "kari@example.com, ola@example.com", "Kari <kari@example.com>"] {
        let mut data = whole();
        data["customerDetails"]["email"] = json!(broken);
        assert_eq!(found(&envelope(&data)).email_to, None, "{broken}");
    }
}

#[test]
fn a_status_is_known_or_shown_as_it_comes() {
    let other = |word: &str| Some(Status::Other(word.to_owned()));
    for (word, is_paid, status) in [
        (json!("SENT"), json!(false), Some(Status::NotPaid)),
        (json!("sent"), json!(null), Some(Status::NotPaid)),
        (json!("SENT"), json!(true), Some(Status::Paid)),
        (json!("Sent"), json!("1"), Some(Status::Paid)),
        (json!("SENT"), json!(1), Some(Status::Paid)),
        (json!("SENT"), json!("no"), Some(Status::NotPaid)),
        (json!("Reserved"), json!(true), Some(Status::Paid)),
        (json!("RESERVED"), json!(false), Some(Status::Reserved)),
        (json!("reserved"), json!(null), Some(Status::Reserved)),
        (json!("RESERVED"), json!("no"), Some(Status::Reserved)),
        (json!("PAID"), json!(false), Some(Status::Paid)),
        (json!("Paid"), json!(true), Some(Status::Paid)),
        (json!("INVOICED"), json!(false), Some(Status::Invoiced)),
        (json!("REFUNDED"), json!(true), Some(Status::Refunded)),
        (json!("PARTIAL REFUNDED"), json!(true), Some(Status::PartlyRefunded)),
        (json!("partial_refunded"), json!(false), Some(Status::PartlyRefunded)),
        (json!("Partially-Refunded"), json!(false), Some(Status::PartlyRefunded)),
        (json!("completed"), json!(true), Some(Status::Completed)),
        (json!("EXPIRED"), json!(false), Some(Status::Expired)),
        (json!("Cancelled"), json!(false), Some(Status::Cancelled)),
        (json!("CANCELED"), json!(true), Some(Status::Cancelled)),
        (json!(" On hold\n"), json!(false), other("On hold")),
        (json!("Fjell &amp; Fjord"), json!(false), other("Fjell & Fjord")),
        (json!(null), json!(true), Some(Status::Paid)),
        (json!(7), json!(false), None),
    ] {
        let mut data = whole();
        data["status"] = word.clone();
        data["isPaid"] = is_paid.clone();
        assert_eq!(found(&envelope(&data)).status, status, "{word} {is_paid}");
    }
}

#[test]
fn a_name_that_was_escaped_for_a_page_is_read_as_a_name() {
    for (written, name) in [
        ("O&#039;Brien &amp; Sønner", "O'Brien & Sønner"),
        ("&quot;Fjord&quot; S&oslash;nner &amp;amp; Co", "\"Fjord\" Sønner & Co"),
        ("Kari&nbsp;Nordmann&#8203;", "Kari Nordmann"),
        ("AT&T; R&D", "AT&T; R&D"),
    ] {
        let mut data = whole();
        data["customerDetails"]["name"] = json!(written);
        assert_eq!(found(&envelope(&data)).customer.as_deref(), Some(name), "{written}");
    }
}

#[test]
fn the_form_begins_with_channels_that_have_a_contact() {
    for (sms, email, number, address, channels) in [
        (json!(true), json!(false), true, true, (true, false)),
        (json!(false), json!(true), true, true, (false, true)),
        (json!(true), json!(true), true, true, (true, true)),
        (json!("true"), json!(1), true, true, (true, true)),
        (json!(true), json!(true), false, true, (false, true)),
        (json!(true), json!(false), false, true, (false, true)),
        (json!(false), json!(false), true, true, (true, false)),
        (json!(false), json!(false), false, true, (false, true)),
        (json!(true), json!(true), false, false, (false, false)),
    ] {
        let mut data = whole();
        data["sendOrderBy"] = json!({ "sms": sms, "email": email });
        if !number {
            data["customerDetails"]["msisdn"] = json!(null);
        }
        if !address {
            data["customerDetails"]["email"] = json!(null);
        }
        let details = found(&envelope(&data));
        assert_eq!((details.by_sms, details.by_email), channels, "{sms} {email} {number} {address}");
    }
}

#[test]
fn a_time_is_read_or_kept_as_it_was_written() {
    for (written, at) in [
        ("23:59, 22.11.2026", Some(1_795_388_340_000)),
        ("22.11.2026 23:59", Some(1_795_388_340_000)),
        ("22.11.2026", Some(1_795_302_000_000)),
        ("2026-11-22T22:59:00Z", Some(1_795_388_340_000)),
        ("in a week", None),
    ] {
        let mut data = whole();
        data["paymentLinkDueDate"] = json!(written);
        let due = found(&envelope(&data)).due.expect("a due date");
        assert_eq!((due.at, due.text.as_str()), (at.map(Timestamp::from_millis), written));
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in any::<Vec<u8>>(), status in 100..=599_u16) {
        let _ = read(status, &bytes);
    }

    #[test]
    fn no_values_make_it_panic(values in proptest::collection::vec(value(), 12)) {
        let mut data = whole();
        let [a, b, c, d, e, f, g, h, i, j, k, l]: [Value; 12] = values.try_into().expect("twelve");
        for (field, value) in [
            ("/status", a), ("/isPaid", b), ("/grandTotal", c), ("/paymentLinkDueDate", d), ("/sendOrderBy/sms", e),
            ("/sendOrderBy/email", f), ("/customerDetails/countryCode", g), ("/customerDetails/msisdn", h),
            ("/customerDetails/email", i), ("/customerDetails/name", j),
        ] {
            *data.pointer_mut(field).expect(field) = value;
        }
        let _ = read(200, envelope(&data).as_bytes());
        data["customerDetails"] = k;
        data["sendOrderBy"] = l;
        let _ = read(200, envelope(&data).as_bytes());
    }
}

/// Near enough to what is meant to get past the first look.
fn value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<String>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<bool>().prop_map(Value::from),
        "[+]?[0-9 ().-]{0,20}".prop_map(Value::from),
        "[0-9]{1,2}[.:,][0-9]{1,2}[.:, ]{1,2}[0-9]{1,5}[.: ]?[0-9:]{0,5}".prop_map(Value::from),
        Just(Value::Null),
        Just(json!([])),
        Just(json!({ "sms": "x" })),
    ]
}

pub(crate) fn read(status: u16, body: &[u8]) -> Result<Option<Details>, ReadFailure> {
    let status = StatusCode::from_u16(status).expect("a status");
    meaning_of_details(&id(), status, &HeaderMap::new(), Body::Whole(body))
}

fn found(body: &str) -> Details {
    read(200, body.as_bytes()).expect("readable").expect("found")
}

pub(crate) fn id() -> ReservationId {
    ReservationId::parse(ID).expect("an id")
}

pub(crate) fn whole() -> Value {
    json!({
        "reservationUuid": ID,
        "status": "SENT",
        "isPaid": false,
        "grandTotal": 1250,
        "reservationDate": "20.11.2026",
        "paymentLinkDueDate": "22.11.2026 in time",
        "sendOrderBy": { "sms": true, "email": false },
        "customerDetails": {
            "countryCode": "+47",
            "msisdn": "41234567",
            "email": "kari@example.com",
            "name": "Kari Nordmann",
        },
    })
}

pub(crate) fn envelope(data: &Value) -> String {
    json!({
        "status_code": 200,
        "status_message": "OK",
        "message": "reservationRetrievedSuccessfully",
        "is_data": true,
        "data": data,
    })
    .to_string()
}

fn summary(details: &Details) -> String {
    [
        details.customer.clone(),
        details.amount.map(|amount| amount.to_string()),
        details.status.as_ref().map(|status| format!("{status:?}")),
        details.due.as_ref().map(|due| due.text.clone()),
        details.sms_to.as_ref().map(resend_reservation::domain::PhoneNumber::international),
        details.email_to.as_ref().map(|address| address.as_str().to_owned()),
        Some(details.by_sms.to_string()),
        Some(details.by_email.to_string()),
    ]
    .map(Option::unwrap_or_default)
    .join("|")
}

use serde_json::{Map, Value};

use super::{
    events::{compare_fields, is_none},
    reader::{Read, Reader},
    report::{Page, Verdict},
    shape::{code_word, field_name, kind, shape},
};

const FIELDS: [&str; 18] = [
    "reservationUuid",
    "status",
    "isPaid",
    "productList",
    "grandTotal",
    "reservationDate",
    "paymentLinkDueDate",
    "sendOrderBy",
    "customerDetails",
    "referenceNumber",
    "customerReference",
    "customerNotes",
    "chargeValidity",
    "termsAndCondition",
    "paymentDetails",
    "paymentHistory",
    "organizationDetails",
    "translationKey",
];
const CUSTOMER: [&str; 5] = ["countryCode", "msisdn", "email", "name", "address"];
const STATES: [&str; 9] =
    ["SENT", "RESERVED", "COMPLETED", "EXPIRED", "CANCELLED", "PAID", "INVOICED", "REFUNDED", "PARTIAL REFUNDED"];
/// The id of nobody's reservation: the largest that fits 32 bits, as all ids do that were seen.
const NOBODYS: &str = "RES4294967295";

pub(super) async fn check(reader: &mut Reader<'_>, page: &mut Page, id: Option<&str>) {
    page.heading("Details of a reservation");
    let fact = "an unknown number is a 404 orderNotFound in the envelope";
    match reader.read(Read::Reservation(NOBODYS)).await {
        Some(answer) => page.judge(fact, is_none(&answer) && answer.says("ordernotfound"), answer.summary()),
        None => page.not_seen(fact, "not read"),
    }
    let Some(id) = id else {
        return page.not_seen("its fields", "no reservation is known: give one of your own with --reservation");
    };
    let Some(answer) = reader.read(Read::Reservation(id)).await else { return page.not_seen("its fields", "not read") };
    let is_told = answer.status == 200 && answer.says("reservationretrievedsuccessfully");
    page.judge("it is 200 reservationRetrievedSuccessfully", is_told, answer.summary());
    let Some(data) = answer.data().and_then(Value::as_object) else {
        return page.judge("data is an object", false, kind(answer.data()));
    };
    let said = data.get("reservationUuid").and_then(Value::as_str);
    page.judge("it is the one that was asked for", said == Some(id), kind(data.get("reservationUuid")));
    compare_fields(page, "it has exactly the documented fields", &FIELDS, &[data]);
    of_fields(page, data);
    money(page, data);
}

fn of_fields(page: &mut Page, data: &Map<String, Value>) {
    state(page, data);
    let texts = [("reservationDate", "99.99.9999"), ("paymentLinkDueDate", "99:99, 99.99.9999")];
    for ((name, expected), fact) in
        texts.into_iter().zip(["reservationDate is DD.MM.YYYY", "paymentLinkDueDate is HH:mm, DD.MM.YYYY"])
    {
        let saw = data.get(name).and_then(Value::as_str).map_or_else(|| kind(data.get(name)).to_owned(), shape);
        page.judge(fact, saw == expected, saw);
    }
    page.judge("isPaid is true or false", data.get("isPaid").is_some_and(Value::is_boolean), kind(data.get("isPaid")));
    page.judge(
        "grandTotal is a number",
        data.get("grandTotal").is_some_and(Value::is_number),
        kind(data.get("grandTotal")),
    );
    match data.get("customerDetails").and_then(Value::as_object) {
        Some(customer) => {
            compare_fields(page, "customerDetails has exactly the documented fields", &CUSTOMER, &[customer]);
            let kinds =
                ["countryCode", "msisdn", "email"].map(|name| format!("{name}: {}", of_text(customer.get(name))));
            page.add("how its contacts are written", Verdict::Found, kinds.join(", "));
        }
        None => {
            page.judge("customerDetails has exactly the documented fields", false, kind(data.get("customerDetails")));
        }
    }
    let by = data.get("sendOrderBy").and_then(Value::as_object);
    let flags = by.is_some_and(|by| ["sms", "email"].iter().all(|name| by.get(*name).is_some_and(Value::is_boolean)));
    page.judge("sendOrderBy has sms and email, true or false", flags, kind(data.get("sendOrderBy")));
    let of_money: Vec<String> = data
        .keys()
        .filter(|name| {
            name.to_lowercase().contains("currency") || (name.contains("Link") && *name != "paymentLinkDueDate")
        })
        .map(|name| field_name(name))
        .collect();
    page.judge(
        "no currency and no payment link",
        of_money.is_empty(),
        if of_money.is_empty() { "none".to_owned() } else { of_money.join(", ") },
    );
}

/// Describes the amounts, and how their time is written, which nothing documents.
fn money(page: &mut Page, data: &Map<String, Value>) {
    let fact = "how paymentDetails are written";
    match data.get("paymentDetails").and_then(Value::as_object) {
        Some(told) => {
            let kinds: Vec<_> =
                told.iter().map(|(name, value)| format!("{}: {}", field_name(name), of_text(Some(value)))).collect();
            page.add(fact, Verdict::Found, kinds.join(", "));
        }
        None => page.not_seen(fact, kind(data.get("paymentDetails"))),
    }
    let name = data.get("organizationDetails").and_then(|organization| organization.get("name"));
    page.add("organizationDetails.name", Verdict::Found, kind(name));
}

pub(super) fn state(page: &mut Page, data: &Map<String, Value>) {
    let word = data.get("status").and_then(Value::as_str);
    let is_known = word.is_some_and(|word| STATES.contains(&word.to_uppercase().as_str()));
    let saw = match word {
        Some(word) if is_known => word.to_owned(),
        Some(word) => code_word(word),
        None => kind(data.get("status")).to_owned(),
    };
    page.judge("its status is a known word", is_known, saw);
}

/// Describes a contact: a plus and how many digits show whether the country code stands in both fields.
fn of_text(value: Option<&Value>) -> String {
    match value {
        Some(Value::String(text)) if text.contains('@') => "an address".to_owned(),
        Some(Value::String(text)) if text.is_empty() => "empty".to_owned(),
        Some(Value::String(text)) => shape(text),
        other => kind(other).to_owned(),
    }
}

//! The details of one reservation, as the service has them. Pure, and lenient: no field can take the others with it.

use std::fmt;

use reqwest::{StatusCode, header::HeaderMap};
use serde_json::{Map, Value};

use super::{
    Body, ReadFailure,
    answer::{
        envelope::{Envelope, data},
        unread,
    },
    json_field::{amount, flag, text, text_or_number},
    money::money,
};
use crate::domain::{EmailAddress, Line, Moment, Money, PhoneNumber, Region, ReservationId, Status};

/// The details of one reservation. `Debug` shows neither name nor contacts.
#[derive(Clone, Default, PartialEq)]
pub struct Details {
    pub customer: Option<String>,
    /// In kroner.
    pub amount: Option<f64>,
    pub status: Option<Status>,
    pub due: Option<Moment>,
    pub sms_to: Option<PhoneNumber>,
    pub email_to: Option<EmailAddress>,
    /// The channels that the link was sent by at first, as far as there is a contact for them.
    pub by_sms: bool,
    pub by_email: bool,
    pub money: Money,
    /// The name of the one that is paid: it stands in the message beside Front Payment's.
    pub merchant: Option<String>,
    /// What a caller may quote: the merchant's number for it, and the customer's.
    pub references: Vec<String>,
}

/// Parses the answer to `GET …/details/{id}`; None where the service knows no such reservation.
pub fn meaning_of_details(
    id: &ReservationId,
    status: StatusCode,
    headers: &HeaderMap,
    body: Body<'_>,
) -> Result<Option<Details>, ReadFailure> {
    match status.as_u16() {
        200 => match data(body).as_ref().and_then(|data| details(data, id)) {
            Some(details) => Ok(Some(details)),
            None => Err(unread(status, headers, body)),
        },
        404 if Envelope::read(body).is_some() => Ok(None),
        _ => Err(unread(status, headers, body)),
    }
}

/// Reads the details; None where there is nothing, or another reservation: its contact must not get into the form.
fn details(data: &Value, id: &ReservationId) -> Option<Details> {
    let fields = match data {
        Value::Object(fields) => fields,
        Value::Array(several) => match several.as_slice() {
            [Value::Object(fields)] => fields,
            _ => return None,
        },
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => return None,
    };
    let said = fields.get("reservationUuid").or_else(|| fields.get("orderUuid"));
    let is_another = text(said).is_some_and(|found| !found.eq_ignore_ascii_case(id.as_str()));
    let details = Details::read(fields);
    (!is_another && details != Details::default()).then_some(details)
}

impl Details {
    fn read(fields: &Map<String, Value>) -> Self {
        let customer = fields.get("customerDetails").and_then(Value::as_object);
        let of_customer = |name: &str| customer.and_then(|customer| customer.get(name));
        let sms_to = phone_number(of_customer("countryCode"), of_customer("msisdn"));
        let email_to = text(of_customer("email")).and_then(|address| EmailAddress::parse(&address).ok());
        let (by_sms, by_email) = channels(fields.get("sendOrderBy"), sms_to.is_some(), email_to.is_some());
        Self {
            customer: text(of_customer("name")),
            amount: amount(fields.get("grandTotal"))
                .or_else(|| amount(fields.get("orderSummary").and_then(|summary| summary.get("grandTotal")))),
            status: standing(text(fields.get("status")), flag(fields.get("isPaid"))),
            due: text(fields.get("paymentLinkDueDate")).and_then(|text| Moment::read(&text, None)),
            sms_to,
            email_to,
            by_sms,
            by_email,
            money: money(fields.get("paymentDetails")),
            merchant: text(fields.get("organizationDetails").and_then(|organization| organization.get("name"))),
            references: ["referenceNumber", "customerReference"]
                .into_iter()
                .filter_map(|name| text_or_number(fields.get(name)))
                .collect(),
        }
    }
}

/// Returns the channels of the first send, SMS and email; where none is said that has a contact, one that has.
fn channels(send_order_by: Option<&Value>, has_sms: bool, has_email: bool) -> (bool, bool) {
    let said = |channel: &str| flag(send_order_by.and_then(|by| by.get(channel)));
    match (said("sms") && has_sms, said("email") && has_email) {
        (false, false) => (has_sms, has_email && !has_sms),
        said => said,
    }
}

pub(super) fn standing(word: Option<String>, is_paid: bool) -> Option<Status> {
    let Some(word) = word else { return is_paid.then_some(Status::Paid) };
    Some(match folded(&word).as_str() {
        "SENT" | "RESERVED" if is_paid => Status::Paid,
        "SENT" => Status::NotPaid,
        "RESERVED" => Status::Reserved,
        "PAID" => Status::Paid,
        "COMPLETED" => Status::Completed,
        "EXPIRED" => Status::Expired,
        "CANCELLED" | "CANCELED" => Status::Cancelled,
        "INVOICED" => Status::Invoiced,
        "REFUNDED" => Status::Refunded,
        "PARTIALREFUNDED" | "PARTIALLYREFUNDED" => Status::PartlyRefunded,
        _ => Status::Other(word),
    })
}

/// Folds a status word: `Partial Refunded` and `PARTIAL_REFUNDED` are one.
fn folded(word: &str) -> String {
    word.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// Parses the phone number where it is certainly one: a country that is not said is not guessed.
fn phone_number(country_code: Option<&Value>, msisdn: Option<&Value>) -> Option<PhoneNumber> {
    let number = text_or_number(msisdn).filter(|number| number.chars().all(belongs_in_a_number))?;
    let parse = |number: &str| PhoneNumber::parse(number, Region::default()).ok();
    if number.starts_with('+') {
        return parse(&number);
    }
    if let Some(abroad) = number.strip_prefix("00") {
        return parse(&format!("+{abroad}"));
    }
    let country = text_or_number(country_code)?;
    let country = country.trim_start_matches(['+', '0']);
    if country.is_empty() || !country.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let with_code = number.starts_with(country).then(|| parse(&format!("+{number}"))).flatten();
    match (parse(&format!("+{country}{number}")), with_code) {
        (Some(one), Some(other)) if one != other => likelier(one, other),
        (one, other) => one.or(other),
    }
}

/// Chooses, of two numbers that the same digits can be, the one that a message can reach; None where nobody can tell.
/// The country code may be in both fields or in one.
fn likelier(one: PhoneNumber, other: PhoneNumber) -> Option<PhoneNumber> {
    match (one.line(), other.line()) {
        (Line::Mobile, Line::Mobile) => None,
        (Line::Mobile, _) => Some(one),
        (_, Line::Mobile) => Some(other),
        _ => None,
    }
}

fn belongs_in_a_number(c: char) -> bool {
    c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')')
}

impl fmt::Debug for Details {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Details").field("status", &self.status).finish_non_exhaustive()
    }
}

use serde_json::Value;

use super::{
    details::state,
    events::{compare_fields, is_list, is_none, rows},
    reader::{Read, Reader},
    report::{Page, Verdict},
    shape::{code_word, counted, kind},
};

const FIELDS: [&str; 5] = ["orderUuid", "status", "paymentLinkDueDate", "customerDetails", "orderSummary"];

pub(super) async fn check(reader: &mut Reader<'_>, page: &mut Page, seen: Option<&str>) {
    page.heading("Orders");
    let mut listed = None;
    let fact = "their states are a list, or a 404 in the envelope";
    match reader.read(Read::Orders).await {
        Some(answer) => {
            page.judge(fact, is_list(&answer) || is_none(&answer), answer.summary());
            let orders = rows(&answer);
            if let Some(first) = orders.first() {
                compare_fields(page, "each has uuid and status alone", &["uuid", "status"], &orders);
                let words = orders.iter().filter_map(|fields| Some(code_word(fields.get("status")?.as_str()?)));
                page.add("states of those that are SENT", Verdict::Found, counted(words));
                listed = first.get("uuid").and_then(Value::as_str).map(str::to_owned);
            }
        }
        None => page.not_seen(fact, "not read"),
    }
    let Some(id) = seen.map(str::to_owned).or(listed).filter(|id| id.bytes().all(|byte| byte.is_ascii_alphanumeric()))
    else {
        return page.not_seen("details of an order", "no order is known");
    };
    let Some(answer) = reader.read(Read::Order(&id)).await else {
        return page.not_seen("details of an order", "not read");
    };
    let is_told = answer.status == 200 && answer.says("orderretrievedsuccessfully");
    page.judge("details are 200 orderRetrievedSuccessfully", is_told, answer.summary());
    if let Some(data) = answer.data().and_then(Value::as_object) {
        compare_fields(page, "an order has exactly these fields", &FIELDS, &[data]);
        state(page, data);
        page.add("its paymentLink", Verdict::Found, kind(data.get("paymentLink")));
    }
}

//! One customer at the desk, in the real window: from the paste until the card is there, and from Enter until the
//! result is. The page's own clock tells both, from the event until what follows from it stands in the page.

use resend_reservation::practice::Service;
use serde_json::json;

use super::{
    sample::Sample,
    table::{Goal, Row},
};
use crate::harness::{Computer, Key, Keyring, Page};

/// By the practice service's own catalogue.
const RESERVATION: &str = "RES3633019929";
const CUSTOMER: &str = "Kari Nordmann";

/// What the page notes of a customer: when the event came, and when what follows from it stood there.
const WATCH: &str = "const [customer] = arguments;
    window.times = {};
    const note = (name) => { window.times[name] ??= performance.now(); };
    new MutationObserver(() => {
        if (window.times.pasted && !window.times.card && document.body.textContent.includes(customer)) note('card');
        if (window.times.pressed && !window.times.result && document.querySelector('[data-outcome=sent]')) note('result');
    }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
    addEventListener('input', (event) => { if (event.target.id === 'reservation') note('pasted'); }, true);
    addEventListener('keydown', (event) => { if (event.key === 'Enter') note('pressed'); }, true);";

pub(crate) struct Times {
    pub(crate) look: Sample,
    pub(crate) send: Sample,
}

pub(crate) async fn measure(rounds: usize) -> Vec<Row> {
    let service = Service::start().await.expect("a service");
    let computer = computer("practice");
    computer.store("local", "a.token.of.the.test");
    let times = computer.open_at(&service, async |page| serve_customers(page, rounds).await).await;
    vec![
        row("paste to card, loopback", times.look, None, Goal::Value(20.0)),
        row("Enter to result, loopback", times.send, None, Goal::Value(15.0)),
    ]
}

/// Where the same is sent to the same again and again, and nothing is asked.
pub(crate) fn computer(environment: &str) -> Computer {
    Computer::new().keyring(Keyring::Unlocked).chose("en", environment).with_setting("repeat_minutes", 0)
}

pub(crate) async fn serve_customers(page: &Page, rounds: usize) -> Times {
    page.run(WATCH, &[json!(CUSTOMER)]).await;
    let (mut look, mut send) = (Sample::default(), Sample::default());
    // The first one is not measured: nothing has been opened yet.
    for round in 0..=rounds {
        page.run("window.times = {};", &[]).await;
        page.text_box("Reservation number or link").await.paste(RESERVATION).await;
        page.wait_for("times.card !== undefined").await;
        page.settle().await;
        page.press_in(page.text_box("Reservation number or link").await, Key::Enter).await;
        page.wait_for("times.result !== undefined").await;
        if round > 0 {
            look.push(took(page, "times.card - times.pasted").await);
            send.push(took(page, "times.result - times.pressed").await);
        }
        page.button("Next customer").await.click().await;
    }
    Times { look, send }
}

async fn took(page: &Page, expression: &str) -> f64 {
    page.eval(expression).await.as_f64().expect("milliseconds")
}

pub(crate) fn row(what: &'static str, ours: Sample, beside: Option<(&'static str, Sample)>, goal: Goal) -> Row {
    Row { what, unit: "ms", ours, beside, goal }
}

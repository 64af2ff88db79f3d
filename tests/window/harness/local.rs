//! A window at a service of the test's own.

use std::time::Duration;

use resend_reservation::practice::{EXAMPLES, Example, InjectedFault, Service};
use serde_json::{Value, json};

use super::{Computer, Page, Shown};

/// What such a window sends when a test does not care which.
pub(crate) const TOKEN: &str = "a.token.of.the.test";

impl Computer {
    pub(crate) async fn open_at<T>(&self, service: &Service, body: impl AsyncFnOnce(&Page) -> T) -> T {
        self.open(&["--local-api", &service.base_url().to_string()], body).await
    }

    /// With a token, at a service of its own, and with the keyboard.
    pub(crate) async fn at_work<T>(&self, body: impl AsyncFnOnce(&Page, &Service) -> T) -> T {
        let service = Service::start().await.expect("a service");
        self.open_at(&service, async |page| {
            page.has_token().await;
            page.take_keyboard(self);
            body(page, &service).await
        })
        .await
    }
}

impl Page {
    /// Without a keychain, for tests of something else.
    pub(crate) async fn has_token(&self) {
        let saved = self.invoke("save_token", json!({ "token": TOKEN, "keep": "until-the-app-closes" })).await;
        assert_eq!(saved, Ok(json!("until-the-app-closes")));
    }

    /// In English, by SMS. The reservation first: what is typed for the one before goes with it.
    pub(crate) async fn fill_in(&self, reservation: &str, phone_number: &str) {
        self.text_box("Reservation number or link").await.paste(reservation).await;
        self.text_box("Phone number").await.paste(phone_number).await;
    }

    /// By SMS to the stored number: nothing is odd, whether it has been looked up by then or not.
    pub(crate) async fn fill_in_as_stored(&self, reservation: &str) {
        self.fill_in(reservation, example(reservation).phone_number).await;
    }

    /// And waits until it has been looked up.
    pub(crate) async fn fill_in_and_see(&self, reservation: &str, phone_number: &str) {
        self.fill_in(reservation, phone_number).await;
        self.wait_for_text(example(reservation).customer).await;
    }
}

impl Page {
    pub(crate) async fn assert_sent_once(&self, service: &Service, reservation: &str, shown: &Shown) {
        self.assert_arrived(service, reservation, 1).await;
        let now = self.result().await.expect("the result stays");
        assert_eq!(now.attempt, shown.attempt, "it is still the first send's");
    }

    /// A send that is made past the page afterwards arrives after everything that was on its way.
    pub(crate) async fn assert_arrived(&self, service: &Service, reservation: &str, times: usize) {
        const LATER: &str = "RES3633010404";
        let before = posts_of(service, LATER);
        let answer = self.invoke("resend_reservation", request(LATER, "412 34 599")).await.expect("an answer");
        assert_eq!(answer["kind"], json!("done"), "{answer}");
        assert_eq!(posts_of(service, LATER), before + 1);
        assert_eq!(posts_of(service, reservation), times, "{reservation}");
    }

    /// For the next send, whose result has to come after the attempt that is returned.
    pub(crate) async fn make_room(&self, shown: &Shown) -> u64 {
        if shown.outcome == "sent" {
            self.button("Next customer").await.click().await;
        }
        shown.attempt
    }
}

/// Long enough for a few keys on a busy computer, and far from the end of a look-up's timeout.
pub(crate) fn answer_slowly(service: &Service) {
    service.inject(InjectedFault::Slow(Duration::from_secs(4)));
}

/// What the practice service knows of it.
fn example(reservation: &str) -> &'static Example {
    EXAMPLES.iter().find(|example| example.id == reservation).expect("a practice reservation")
}

/// What the page would ask of Rust to send by SMS.
pub(crate) fn request(reservation: &str, phone_number: &str) -> Value {
    json!({ "request": {
        "reservation": reservation,
        "sms": true,
        "email": false,
        "phone_number": phone_number,
        "email_address": "",
        "answered": [],
        "held": false,
    } })
}

/// How many sends of one reservation have arrived.
pub(crate) fn posts_of(service: &Service, reservation: &str) -> usize {
    let sends = service.received().into_iter().filter(|received| received.method == "POST");
    sends.filter(|received| received.path.ends_with(reservation)).count()
}

/// The bodies of all sends, oldest first.
pub(crate) fn bodies(service: &Service) -> Vec<Value> {
    let sends = service.received().into_iter().filter(|received| received.method == "POST");
    sends.map(|received| serde_json::from_str(&received.body).expect("JSON")).collect()
}

//! The hand: how many keys a customer costs, with the keyboard alone, in the real window. A chord is one.

use std::cell::Cell;

use resend_reservation::practice::{InjectedFault, Service};
use serde_json::json;

use super::harness::{Computer, Key, Page, Shown, bodies, posts_of};

const KARI: &str = "RES3633019929";
const OLA: &str = "RES3633010202";
const CANCELLED: &str = "RES3633011400";

#[tokio::test]
async fn a_stored_contact_costs_two() {
    at_the_desk(async |hand, service| {
        hand.copy(KARI).await;
        hand.send_what_is_copied("Kari Nordmann").await;
        assert_eq!(hand.page.first_result().await.outcome, "sent");
        assert_eq!((hand.presses(), posts_of(service, KARI)), (2, 1));
    })
    .await;
}

#[tokio::test]
async fn the_next_customer_after_sent_costs_two() {
    at_the_desk(async |hand, service| {
        let sent = hand.first(OLA, "sent").await;
        hand.next(service, &sent).await;
    })
    .await;
}

#[tokio::test]
async fn the_next_customer_after_cancelled_costs_two() {
    at_the_desk(async |hand, service| {
        let cancelled = hand.first(CANCELLED, "not-sent").await;
        hand.next(service, &cancelled).await;
    })
    .await;
}

#[tokio::test]
async fn the_next_customer_after_unknown_costs_two() {
    at_the_desk(async |hand, service| {
        service.inject(InjectedFault::CutAfterReading);
        let unknown = hand.first(OLA, "unknown").await;
        service.inject(InjectedFault::None);
        hand.next(service, &unknown).await;
    })
    .await;
}

#[tokio::test]
async fn a_new_number_costs_thirteen_with_its_eight_digits() {
    at_the_desk(async |hand, service| {
        hand.copy(KARI).await;
        hand.paste_and_see("Kari Nordmann").await;
        while hand.page.focused().await.name().await != "Phone number" {
            hand.press(Key::Tab).await;
            assert!(hand.presses() < 13, "the number is out of reach");
        }
        for digit in "90010203".chars() {
            hand.strike(digit).await;
        }
        hand.press(Key::Enter).await;
        assert_eq!(hand.page.insisted_result_after(0).await.outcome, "sent");
        assert!(hand.presses() <= 13, "{}", hand.presses());
        assert_eq!(bodies(service), [json!({ "countryCode": "+47", "msisdn": "90010203", "email": null })]);
    })
    .await;
}

#[tokio::test]
async fn a_click_takes_over_the_number_that_was_filled_in() {
    at_the_desk(async |hand, _| {
        hand.copy(KARI).await;
        hand.paste_and_see("Kari Nordmann").await;
        let phone = hand.page.text_box("Phone number").await;
        phone.click().await;
        hand.strike('9').await;
        assert_eq!(phone.value().await, "9");
        phone.click().await;
        hand.strike('0').await;
        assert_eq!(phone.value().await.len(), 2, "the second click only placed the caret");
    })
    .await;
}

#[tokio::test]
async fn control_and_n_begins_with_an_empty_form_and_sends_nothing() {
    at_the_desk(async |hand, service| {
        hand.first(CANCELLED, "not-sent").await;
        hand.chord("ctrl+n");
        hand.page.wait_for("document.querySelector('#reservation').value === ''").await;
        assert_eq!(hand.page.focused().await.name().await, "Reservation number or link");
        assert!(hand.page.result().await.is_none());
        assert_eq!(service.posts(), 1);
    })
    .await;
}

/// The clipboard is the display's own, and the keys come from the operating system.
async fn at_the_desk(body: impl AsyncFnOnce(&Hand<'_>, &Service)) {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            let hand = Hand { page, computer: &computer, presses: Cell::new(0) };
            body(&hand, service).await;
        })
        .await;
}

struct Hand<'a> {
    page: &'a Page,
    computer: &'a Computer,
    presses: Cell<usize>,
}

impl Hand<'_> {
    fn presses(&self) -> usize {
        self.presses.get()
    }

    async fn press(&self, key: Key) {
        self.strike(char::from(key)).await;
    }

    async fn strike(&self, key: char) {
        self.presses.set(self.presses() + 1);
        self.page.strike([key]).await;
    }

    /// As if it had been copied in another program. It leaves the window as it was, and counts as nothing.
    async fn copy(&self, text: &str) {
        const SELECT: &str = "const [text] = arguments;
            const before = document.activeElement;
            const box = document.createElement('textarea');
            document.body.append(box);
            box.value = text;
            box.select();
            window.__BEFORE__ = () => { box.remove(); before.focus({ preventScroll: true }); };";
        self.page.run(SELECT, &[json!(text)]).await;
        self.chord("ctrl+c");
        self.page.wait_for("document.hasFocus()").await;
        self.page.settle().await;
        self.page.run("window.__BEFORE__()", &[]).await;
        self.presses.set(0);
    }

    fn chord(&self, keys: &str) {
        self.presses.set(self.presses() + 1);
        self.computer.display().chord(keys);
    }

    async fn paste_and_see(&self, customer: &str) {
        self.chord("ctrl+v");
        self.page.wait_for_text(customer).await;
    }

    async fn send_what_is_copied(&self, customer: &str) {
        self.paste_and_see(customer).await;
        self.press(Key::Enter).await;
    }

    /// A customer before the one that is counted.
    async fn first(&self, reservation: &str, outcome: &str) -> Shown {
        self.page.fill_in_as_stored(reservation).await;
        self.page.press(Key::Enter).await;
        let shown = self.page.insisted_result_after(0).await;
        assert_eq!(shown.outcome, outcome);
        shown
    }

    async fn next(&self, service: &Service, last: &Shown) {
        self.copy(KARI).await;
        self.send_what_is_copied("Kari Nordmann").await;
        assert_eq!(self.page.result_after(last.attempt).await.outcome, "sent");
        assert_eq!((self.presses(), posts_of(service, KARI)), (2, 1));
        let kari = json!({ "countryCode": "+47", "msisdn": "41234567", "email": null });
        assert_eq!(bodies(service).last(), Some(&kari), "and nothing of the one before");
    }
}

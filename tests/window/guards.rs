//! What is odd about a send is asked in words, with the safe answer in focus; and what is not odd is not asked.

use resend_reservation::practice::InjectedFault;

use super::harness::{Computer, Key, Page, posts_of};

const KARI: &str = "RES3633019929";

struct Odd {
    reservation: &'static str,
    phone: &'static str,
    email: &'static str,
    title: &'static str,
    says: &'static str,
    go: &'static str,
}

const ODD: &[Odd] = &[
    Odd {
        reservation: "RES3633011400",
        phone: "412 34 569",
        email: "",
        title: "It is already cancelled",
        says: "Make a new reservation",
        go: "Send it anyway",
    },
    Odd {
        reservation: "RES3633012400",
        phone: "412 34 570",
        email: "",
        title: "It is already completed",
        says: "Tell the customer that there is nothing more to pay with this link.",
        go: "Send it anyway",
    },
    Odd {
        reservation: "RES3633013400",
        phone: "412 34 571",
        email: "",
        title: "It is already paid",
        says: "Tell them that the payment is registered.",
        go: "Send it anyway",
    },
    Odd {
        reservation: "RES3633011202",
        phone: "412 34 582",
        email: "",
        title: "The amount is reserved already",
        says: "Front Payment has the amount as reserved, not as paid.",
        go: "Send it anyway",
    },
    Odd {
        reservation: "RES3633010404",
        phone: "412 34 572",
        email: "",
        title: "Is the number right?",
        says: "Front Payment does not know RES3633010404 in the local test.",
        go: "Send it anyway",
    },
    Odd {
        reservation: KARI,
        phone: "412 34 576",
        email: "",
        title: "Is the phone number right?",
        says: "You typed +47 41 23 45 76. Front Payment has +47 41 23 45 67",
        go: "Send to +47 41 23 45 76",
    },
    Odd {
        reservation: KARI,
        phone: "22 86 44 00",
        email: "",
        title: "This is a landline",
        says: "+47 22 86 44 00 is a landline. Landlines usually can't receive SMS.",
        go: "Send it anyway",
    },
    Odd {
        reservation: KARI,
        phone: "02800",
        email: "",
        title: "This is not a mobile number",
        says: "These usually can't receive SMS",
        go: "Send it anyway",
    },
    Odd {
        reservation: KARI,
        phone: "",
        email: "kari@gmial.com",
        title: "Did you mean gmail.com?",
        says: "somebody else may get the link",
        go: "Send to gmial.com",
    },
];

#[tokio::test]
async fn each_odd_send_is_asked_about_and_leaves_only_when_a_person_says_so() {
    Computer::new()
        .at_work(async |page, service| {
            let mut last = 0;
            for odd in ODD {
                let before = posts_of(service, odd.reservation);
                fill(page, odd).await;

                page.press(Key::Enter).await;
                let question = page.question(odd.title).await;
                assert!(question.text().await.contains(odd.says), "{}", question.text().await);
                let focused = page.focused().await.name().await;
                assert_ne!(focused, odd.go, "the safe answer has the focus");
                page.press(Key::Escape).await;
                page.wait_for_text("Nothing was sent.").await;
                assert_eq!(posts_of(service, odd.reservation), before, "{}", odd.title);

                page.press_in(page.text_box("Reservation number or link").await, Key::Enter).await;
                page.question(odd.title).await;
                page.button(odd.go).await.click().await;
                let shown = page.result_after(last).await;
                assert_eq!(posts_of(service, odd.reservation), before + 1, "{}", odd.title);
                last = page.make_room(&shown).await;
            }
        })
        .await;
}

#[tokio::test]
async fn the_same_to_the_same_a_moment_later_is_asked_about_and_to_another_is_not() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            let shown = page.first_result().await;
            let last = page.make_room(&shown).await;

            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            let question = page.question("The link was sent before").await;
            assert!(question.text().await.contains("from this computer: today"), "{}", question.text().await);
            page.button("Don't send").await.click().await;
            assert_eq!(posts_of(service, KARI), 1);

            page.text_box("Phone number").await.paste("933 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.result_after(last).await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 2);
        })
        .await;
}

#[tokio::test]
async fn a_link_that_has_run_out_is_warned_of_and_not_held_back() {
    const EXPIRED: &str = r#"{"status_code":200,"message":"reservationRetrievedSuccessfully","data":{"reservationUuid":"RES3633019929","status":"EXPIRED"}}"#;
    Computer::new()
        .at_work(async |page, service| {
            service.inject(InjectedFault::Details(200, EXPIRED));
            page.fill_in(KARI, "412 34 567").await;
            page.wait_for("document.querySelector('.reservation-card-status')?.dataset.status === 'expired'").await;

            page.press(Key::Enter).await;
            page.question("The link has expired").await;
            page.button("Try to send it").await.click().await;

            assert_eq!(page.first_result().await.outcome, "sent");
        })
        .await;
}

#[tokio::test]
async fn a_link_of_the_other_environment_is_asked_about() {
    let nobody = "http://127.0.0.1:9";
    let computer = Computer::new().chose("nb", "demo").with("HTTPS_PROXY", nobody).with("ALL_PROXY", nobody);
    computer
        .open(&[], async |page| {
            page.has_token().await;
            let link = "https://go.frontpayment.no/reservations/details/RES3633019929";
            page.text_box("Reservasjonsnummer eller lenke").await.paste(link).await;
            page.text_box("Mobilnummer").await.paste("412 34 567").await;
            page.press(Key::Enter).await;

            let question = page.question("Denne lenken hører til Produksjon").await;
            assert!(question.text().await.contains("Du er i Demo"), "{}", question.text().await);
            assert_eq!(page.focused().await.name().await, "Ikke send");
            page.press(Key::Enter).await;
            page.wait_for_text("Ingenting ble sendt.").await;
            assert!(page.result().await.is_none());
        })
        .await;
}

async fn fill(page: &Page, odd: &Odd) {
    page.text_box("Reservation number or link").await.paste(odd.reservation).await;
    page.wait_for(
        "document.querySelector('#card:not([hidden]), #reservation-warning:not(:empty)') !== null \
         && document.querySelector('#card-note').innerText === ''",
    )
    .await;
    for (box_name, wanted) in [("SMS", !odd.phone.is_empty()), ("Email", !odd.email.is_empty())] {
        let tick = page.check_box(box_name).await;
        if tick.is_ticked().await != wanted {
            tick.click().await;
        }
    }
    if odd.phone.is_empty() {
        page.text_box("Email address").await.paste(odd.email).await;
    } else {
        page.text_box("Phone number").await.paste(odd.phone).await;
    }
}

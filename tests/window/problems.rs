//! Something typed that has to be mended first: one thing at its field alone, several at once in a summary as well.

use serde_json::json;

use super::harness::{Computer, Key, Page};

#[tokio::test]
async fn a_wrong_number_is_told_once_at_its_field_and_kept_as_typed() {
    const WORDS: &str = "There are letters in the phone number. Check what was typed.";
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in("RES3633019929", "+47 91a34567").await;
            page.press(Key::Enter).await;

            page.wait_for_text(WORDS).await;
            assert!(!page.text().await.contains("There is a problem"), "there is nothing to sum up");
            assert_eq!(page.text().await.matches(WORDS).count(), 1);
            let phone_number = page.text_box("Phone number").await;
            assert!(phone_number.has_focus().await, "it is mended there");
            assert_eq!(phone_number.value().await, "+47 91a34567");
            assert_eq!(phone_number.attribute("aria-invalid").await.as_deref(), Some("true"));
            assert!(phone_number.description().await.starts_with(WORDS));
            assert!(page.result().await.is_none());

            phone_number.paste("412 34 567").await;
            page.press(Key::Enter).await;
            assert_eq!(page.first_result().await.outcome, "sent");
            assert!(!page.text().await.contains(WORDS));
            assert_eq!(service.posts(), 1);
        })
        .await;
}

#[tokio::test]
async fn everything_that_is_wrong_is_told_at_once() {
    Computer::new()
        .at_work(async |page, service| {
            page.press(Key::Enter).await;
            assert_problems(page, &["Enter a reservation number or link", "Enter a phone number"]).await;

            page.check_box("Email").await.click().await;
            page.text_box("Email address").await.paste("kari.example.com").await;
            page.press(Key::Enter).await;
            let three = [
                "Enter a reservation number or link",
                "Enter a phone number",
                "The email address has no @. It should look like name@example.com.",
            ];
            assert_problems(page, &three).await;
            assert_eq!(page.text_box("Email address").await.value().await, "kari.example.com");

            page.check_box("SMS").await.click().await;
            page.check_box("Email").await.click().await;
            page.text_box("Reservation number or link").await.focus().await;
            page.press(Key::Enter).await;
            let none_chosen = ["Enter a reservation number or link", "Choose SMS, email or both"];
            assert_problems(page, &none_chosen).await;
            assert_eq!(page.names("textbox").await, ["Reservation number or link"], "no channel, no field");
            page.link("Choose SMS, email or both").await.click().await;
            assert!(page.check_box("SMS").await.has_focus().await);
            assert_eq!(service.received().len(), 0);
        })
        .await;
}

#[tokio::test]
async fn a_number_of_another_kind_is_called_what_it_is() {
    Computer::new()
        .at_work(async |page, service| {
            page.text_box("Phone number").await.paste("412 34 567").await;
            for (pasted, said) in [
                ("CAP1649249709", "This is the number of a capture."),
                ("CSRT3633019929", "This is a customer number."),
                ("SUB3633019929", "This is a subscription number."),
                ("Tlf 412 34 567", "There is no reservation number in this text."),
                ("RES3633019929 RES3633011400", "There is more than one number here."),
                ("https://example.com/x7Kq", "This link does not show the reservation number."),
            ] {
                page.text_box("Reservation number or link").await.paste(pasted).await;
                page.press(Key::Enter).await;
                page.wait_for(&format!("document.querySelector('#reservation-problem').innerText.includes('{said}')"))
                    .await;
                let reservation = page.text_box("Reservation number or link").await;
                assert_eq!(reservation.value().await, pasted);
                assert!(reservation.description().await.starts_with(said), "{pasted}");
            }
            assert_eq!(service.posts(), 0, "reading who has not paid sends nothing");
        })
        .await;
}

/// The summary has the focus, and each of its lines stands beside its field in the same words.
async fn assert_problems(page: &Page, expected: &[&str]) {
    const LISTED: &str = "[...document.querySelectorAll('#problems-list li')].map((line) => line.innerText)";
    page.wait_for(&format!("JSON.stringify({LISTED}) === JSON.stringify({})", json!(expected))).await;
    assert_eq!(page.focused().await.name().await, "There is a problem");
    let beside =
        page.eval("[...document.querySelectorAll('form .problem')].map((line) => line.innerText).filter(Boolean)");
    assert_eq!(beside.await, json!(expected));
}

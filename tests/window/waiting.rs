//! Who has still to pay, in the real window: read when it is opened, and one press from the filled form.

use serde_json::json;

use super::harness::{Computer, Key, Page};

#[tokio::test]
async fn the_list_is_read_when_it_is_opened_and_a_row_fills_in_the_form() {
    let computer = Computer::new().chose("en", "practice").on_its_own_display();
    computer
        .open(&[], async |page| {
            page.take_keyboard(&computer);
            assert_eq!(rows(page).await, 0, "nothing is read before somebody asks");

            page.press_with(Key::Control, '2').await;
            assert_eq!(page.focused().await.name().await, "Waiting for payment");
            page.wait_for("document.querySelector('#waiting').dataset.state === 'read'").await;
            assert!(rows(page).await >= 30, "{} rows of a practice fortnight", rows(page).await);
            page.wait_for_text(" are waiting · ").await;

            let (reservation, customer) = first_row(page).await;
            page.find("#waiting li button").await.focus().await;
            page.press(Key::Enter).await;
            page.wait_for(&format!("document.querySelector('#reservation').value === '{reservation}'")).await;
            page.wait_for_text(&customer).await;
            page.button_beginning("Send payment link to ").await;
            assert!(page.text_box("Reservation number or link").await.has_focus().await);
            assert!(page.result().await.is_none(), "nothing is sent by a row");
        })
        .await;
}

#[tokio::test]
async fn a_policy_may_put_the_list_away() {
    let computer = Computer::new().chose("en", "practice").governed_by("[fixed]\nwaiting_list = false\n");
    computer
        .open(&[], async |page| {
            page.button("History").await;
            assert!(!page.names("button").await.contains(&"Waiting for payment".to_owned()));
            let refused = page.invoke("read_waiting_list", json!({ "channel": null })).await;
            assert!(refused.is_err(), "{refused:?}");
        })
        .await;
}

async fn rows(page: &Page) -> u64 {
    page.eval("document.querySelectorAll('#waiting [data-reservation]').length").await.as_u64().expect("a number")
}

async fn first_row(page: &Page) -> (String, String) {
    let reservation = page.string("document.querySelector('#waiting li').dataset.reservation").await;
    (reservation, page.string("document.querySelector('#waiting li bdi').textContent").await)
}

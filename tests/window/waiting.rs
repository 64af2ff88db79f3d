//! Who has still to pay, in the real window: read when it is opened, and one press from the filled form.

use std::time::Duration;

use resend_reservation::domain::Zone;
use serde_json::json;

use super::harness::{Computer, Key, Page, processes, within};
use crate::{fortnight::Fortnight, scripted_service::ScriptedService};

const ROWS: &str = "document.querySelectorAll('#waiting [data-reservation]').length";

#[tokio::test]
async fn the_list_is_read_when_it_is_opened_and_a_row_fills_in_the_form() {
    let computer = Computer::new().chose("en", "practice");
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

/// A window that is brought to the front comes under the mouse, and the list with it: nobody has a hand on that.
#[tokio::test]
async fn a_mouse_that_merely_lies_on_the_list_keeps_nobody_off_it() {
    with_the_mouse_on_the_list(async |page, _| {
        find_the_settled(page).await;
        page.wait_for("document.querySelectorAll('#waiting li[data-group=settled]').length > 20").await;
        assert!(!page.is("document.querySelector('#waiting-more').checkVisibility()").await);
    })
    .await;
}

#[tokio::test]
async fn under_a_mouse_that_is_moved_the_list_stands_still() {
    with_the_mouse_on_the_list(async |page, computer| {
        page.run("onpointermove = () => { window.isMoved = true; };", &[]).await;
        computer.display().move_mouse(4, 4);
        page.wait_for("window.isMoved === true").await;

        let before = rows(page).await;
        find_the_settled(page).await;
        page.wait_for("document.querySelector('#waiting-more').checkVisibility()").await;
        assert_eq!(rows(page).await, before);

        page.find("#waiting-more").await.click().await;
        page.wait_for(&format!("{ROWS} > {before}")).await;
    })
    .await;
}

async fn with_the_mouse_on_the_list(body: impl AsyncFnOnce(&Page, &Computer)) {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.button("Waiting for payment").await.click().await;
            page.wait_for("document.querySelector('#waiting').dataset.state === 'read'").await;
            page.text_box("Search").await.paste("example").await;
            page.button_beginning("Search ").await;
            page.come_under_the_mouse(&computer);
            page.wait_for("document.querySelector('#waiting-groups').matches(':hover')").await;
            body(page, &computer).await;
        })
        .await;
}

async fn find_the_settled(page: &Page) {
    page.press_in(page.button_beginning("Search ").await, Key::Enter).await;
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
    page.eval(ROWS).await.as_u64().expect("a number")
}

async fn first_row(page: &Page) -> (String, String) {
    let reservation = page.string("document.querySelector('#waiting li').dataset.reservation").await;
    (reservation, page.string("document.querySelector('#waiting li bdi').textContent").await)
}

#[tokio::test(flavor = "multi_thread")]
async fn the_list_of_a_usual_fortnight_takes_at_most_twenty_megabytes() {
    assert_takes(&Fortnight::new(), 20.0).await;
}

/// No front desk has so many: at the service's limit it takes half an hour to read them.
#[tokio::test(flavor = "multi_thread")]
async fn a_list_of_five_thousand_takes_a_few_kilobytes_for_each() {
    assert_takes(&Fortnight::crowded(), 80.0).await;
}

/// More than the desk alone, once it stands still.
async fn assert_takes(fortnight: &Fortnight, most: f64) {
    let service = ScriptedService::start(fortnight, &Zone::norway(), &[]).await;
    service.limit_nobody();
    let open = fortnight.open.len();
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&["--local-api", &service.base.to_string()], async |page| {
            page.has_token().await;
            let idle = resting_memory(page).await;
            page.button("Waiting for payment").await.click().await;
            let is_read = "document.querySelector('#waiting').dataset.state === 'read'";
            within(Duration::from_mins(3), is_read, async || page.is(is_read).await.then_some(())).await;
            page.wait_for_text(&format!("{} are waiting", in_groups(open))).await;

            let more = resting_memory(page).await - idle;

            assert!(more <= most, "{open} on the list take {more:.1} MB more than {idle:.1}");
            assert!(rows(page).await <= 150, "{} rows are drawn", rows(page).await);
        })
        .await;
}

/// What is let go of is given back some time later.
async fn resting_memory(page: &Page) -> f64 {
    let mut seen = Vec::new();
    within(Duration::from_mins(2), "its memory rests", async || {
        tokio::time::sleep(Duration::from_secs(1)).await;
        seen.push(processes::memory(&page.processes()));
        let rested: &[f64] = seen.rchunks(8).next()?;
        let (least, most) = (rested.iter().copied().reduce(f64::min)?, rested.iter().copied().reduce(f64::max)?);
        (rested.len() == 8 && most - least < 1.0).then_some(most)
    })
    .await
}

/// As the window writes it.
fn in_groups(count: usize) -> String {
    if count < 1000 { count.to_string() } else { format!("{},{:03}", count / 1000, count % 1000) }
}

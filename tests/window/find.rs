//! From a caller's name to *opened*, with nothing but the keyboard, in the real window.

use serde_json::{Value, json};

use super::harness::{Computer, Key, Page};

#[tokio::test]
async fn with_the_keyboard_alone_a_name_leads_to_opened() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.take_keyboard(&computer);
            assert!(page.text_box("Reservation number or link").await.has_focus().await);

            // A letter is missing, and the list has not been read yet.
            page.type_in("nordman kari").await;
            offered(page, 1).await;
            assert_eq!(active(page).await, Value::Null, "nobody is chosen by itself");
            page.press(Key::Enter).await;
            page.wait_for_text("Nothing was sent. Choose a reservation").await;

            choose(page, "RES3633019929").await;
            assert!(page.result().await.is_none(), "nothing is sent by a choice");
            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(sent(page).await, ["RES3633019929"]);
            page.wait_for("document.querySelector('#result').dataset.seen === 'opened'").await;
        })
        .await;
}

#[tokio::test]
async fn of_two_customers_of_one_name_the_one_that_was_chosen_gets_the_link() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            page.take_keyboard(&computer);
            page.press_with(Key::Control, '2').await;
            page.wait_for("document.querySelector('#waiting').dataset.state === 'read'").await;
            let (name, chosen) = namesakes(page).await;
            page.press_with(Key::Control, '1').await;

            page.type_in(&name).await;
            offered(page, 2).await;
            choose(page, &chosen).await;
            page.press(Key::Enter).await;

            assert_eq!(page.first_result().await.outcome, "sent");
            assert_eq!(sent(page).await, [chosen]);
        })
        .await;
}

async fn offered(page: &Page, least: usize) {
    page.wait_for(&format!("document.querySelectorAll('#found-list [role=option]').length >= {least}")).await;
}

async fn active(page: &Page) -> Value {
    page.eval("document.querySelector('#found-list [aria-selected=true]')?.dataset.reservation ?? null").await
}

/// Goes down the list to a reservation, and fills it in.
async fn choose(page: &Page, reservation: &str) {
    let count = page.eval("document.querySelectorAll('#found-list [role=option]').length").await;
    for _ in 0..count.as_u64().expect("a number") {
        page.press(Key::Down).await;
        if active(page).await == json!(reservation) {
            break;
        }
    }
    assert_eq!(active(page).await, json!(reservation));
    page.press(Key::Enter).await;
    page.wait_for(&format!("document.querySelector('#reservation').value === '{reservation}'")).await;
    page.button_beginning("Send payment link to ").await;
    assert!(page.text_box("Reservation number or link").await.has_focus().await);
}

/// A part of a name that several on the list have, and the last of them whose link is open.
async fn namesakes(page: &Page) -> (String, String) {
    const SHARED: &str = "(() => {
        const rows = [...document.querySelectorAll('#waiting li')].map((row) => ({ ...row.dataset, words: row.querySelector('bdi').textContent.split(' ') }));
        const open = rows.filter(({ group }) => group === 'opened' || group === 'unopened');
        const names = open.flatMap(({ words }) => words).filter((word) => /^[A-Za-z]{4,}$/.test(word));
        const name = names.find((word, at) => names.indexOf(word) !== at);
        return [name, open.filter(({ words }) => words.includes(name)).at(-1)?.reservation];
    })()";
    let shared = page.eval(SHARED).await;
    let text = |at: usize| shared[at].as_str().expect("two of one name").to_owned();
    (text(0), text(1))
}

/// The reservations of all sends, as the history has them.
async fn sent(page: &Page) -> Vec<String> {
    let search = json!({ "text": null, "outcome": null, "from": null, "until": null, "older_than": null });
    let found =
        page.invoke("search_history", json!({ "environment": "practice", "search": search })).await.expect("a page");
    let entries = found["entries"].as_array().expect("entries");
    entries.iter().map(|entry| entry["reservation"].as_str().expect("an id").to_owned()).collect()
}

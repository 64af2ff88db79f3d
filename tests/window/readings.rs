//! Our reading of what was typed: beside the box, never instead of what stands in it.

use serde_json::json;

use super::harness::{Computer, Key, Page};

#[tokio::test]
async fn a_phone_number_is_read_as_it_is_typed() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            for (typed, international, reading) in [
                ("41234567", "+47 41 23 45 67", "+47 41 23 45 67 · Norway · mobile"),
                ("0047 412 34 567", "+47 41 23 45 67", "+47 41 23 45 67 · Norway · mobile"),
                ("+46 70 174 06 05", "+46 70 174 06 05", "Sweden · mobile"),
                (
                    "22 86 44 00",
                    "+47 22 86 44 00",
                    "+47 22 86 44 00 · Norway · landline. Landlines usually can't receive SMS.",
                ),
                (
                    "815 00 000",
                    "+47 815 00 000",
                    "+47 815 00 000 · Norway · company or service number. Numbers like this usually can't receive SMS.",
                ),
            ] {
                reads(page, typed, international, reading).await;
            }
            page.text_box("Phone number").await.paste("412").await;
            page.wait_for("document.querySelector('#phone-number-reading').innerText === ''").await;
            page.button("Send payment link").await;
        })
        .await;
}

#[tokio::test]
async fn a_phone_number_is_read_in_norwegian() {
    let computer = Computer::new().chose("nb", "practice");
    computer
        .open(&[], async |page| {
            page.text_box("Mobilnummer").await.paste("412 34 567").await;
            page.wait_for_text("+47 41 23 45 67 · Norge · mobil").await;
            page.text_box("Mobilnummer").await.paste("22 86 44 00").await;
            page.wait_for_text("+47 22 86 44 00 · Norge · fasttelefon. Fasttelefoner kan som regel ikke ta imot SMS.")
                .await;
        })
        .await;
}

#[tokio::test]
async fn another_country_in_settings_reads_the_same_digits_anew() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            let typed = "070 174 06 05";
            page.text_box("Phone number").await.paste(typed).await;
            page.button("Settings").await.click().await;
            page.list("Country for numbers without a country code").await.choose("Sweden (+46)").await;
            page.button("Close").await.click().await;
            page.wait_for_text("+46 70 174 06 05 · Sweden · mobile").await;

            assert_eq!(page.text_box("Phone number").await.value().await, typed);
            page.button("Send payment link to +46 70 174 06 05").await;
        })
        .await;
    computer
        .open(&[], async |page| {
            reads(page, "070 174 06 05", "+46 70 174 06 05", "+46 70 174 06 05 · Sweden · mobile").await;
        })
        .await;
}

#[tokio::test]
async fn the_reservation_in_a_text_is_shown() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            let pasted = "Kari Nordmann, res 3633019929, arrives Friday";
            page.text_box("Reservation number or link").await.paste(pasted).await;
            page.wait_for_text("Reservation RES3633019929").await;
            assert_eq!(page.text_box("Reservation number or link").await.value().await, pasted);
        })
        .await;
}

/// Through the system's clipboard, as from a sheet.
#[tokio::test]
async fn the_next_row_of_a_sheet_joins_nothing_that_is_pasted() {
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            for (name, copied, held, read) in [
                ("Reservation number or link", "RES347888404\n2", "RES347888404↵2", "Reservation RES347888404"),
                ("Reservation number or link", "ODR347888404\t2\n", "ODR347888404\t2", "Order ODR347888404"),
                ("Phone number", "+358401234567\n2", "+358401234567↵2", "There is more than one number here."),
                ("Phone number", "+358401234567\n", "+358401234567", "+358 40 1234567 · Finland · mobile"),
            ] {
                copy(page, copied).await;
                page.run(
                    "const box = document.querySelector(arguments[0]); box.value = ''; box.focus();",
                    &[json!(match name {
                        "Phone number" => "#phone-number",
                        _ => "#reservation",
                    })],
                )
                .await;
                page.press_with(Key::Control, 'v').await;
                page.wait_for_text(read).await;
                assert_eq!(page.text_box(name).await.value().await, held);
            }
        })
        .await;
}

async fn copy(page: &Page, text: &str) {
    page.run(
        "const area = document.createElement('textarea'); document.body.append(area); \
         area.value = arguments[0]; area.focus(); area.select();",
        &[json!(text)],
    )
    .await;
    page.press_with(Key::Control, 'c').await;
    page.run("document.querySelector('body > textarea').remove();", &[]).await;
}

async fn reads(page: &Page, typed: &str, international: &str, reading: &str) {
    let phone_number = page.text_box("Phone number").await;
    phone_number.paste(typed).await;
    page.wait_for_text(reading).await;
    assert_eq!(phone_number.value().await, typed, "what was typed stays");
    assert!(phone_number.description().await.contains(reading), "a screen reader reads it with the box");
    page.button(&format!("Send payment link to {international}")).await;
}

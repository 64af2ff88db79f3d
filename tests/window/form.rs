//! The form: by keyboard alone, by either channel or both.

use serde_json::json;

use super::harness::{Computer, Key, Page, bodies, posts_of};

#[tokio::test]
async fn the_keyboard_alone_leads_from_the_start_to_the_result_and_back() {
    let computer = Computer::new();
    computer
        .at_work(async |page, service| {
            assert_eq!(page.focused().await.name().await, "Reservation number or link");
            assert_focus_is_seen(page).await;
            page.focused().await.paste("https://demo.frontpayment.no/reservations/details/RES3633019929").await;
            for name in ["SMS", "Email", "Phone number"] {
                page.press(Key::Tab).await;
                assert_eq!(page.focused().await.name().await, name);
                assert_focus_is_seen(page).await;
            }
            page.type_in("41234567").await;
            page.press(Key::Enter).await;

            let shown = page.first_result().await;
            assert_eq!((shown.title.as_str(), shown.is_heard), ("Payment link sent", true));
            page.press_times(Key::Enter, 3).await;
            page.press(Key::Tab).await;
            assert_eq!(page.focused().await.name().await, "Next customer", "Enter on what was said did nothing");
            assert_focus_is_seen(page).await;
            page.press(Key::Enter).await;
            assert_eq!(page.focused().await.name().await, "Reservation number or link");
            assert_eq!(page.focused().await.value().await, "");
            assert_eq!(posts_of(service, "RES3633019929"), 1);
        })
        .await;
}

#[tokio::test]
async fn both_channels_go_in_one_request() {
    Computer::new()
        .at_work(async |page, service| {
            page.check_box("Email").await.click().await;
            page.text_box("Email address").await.paste("kari@example.com").await;
            page.fill_in("RES3633019929", "+46 70 174 06 05").await;
            let button = page.button("Send payment link to +46 70 174 06 05 and kari@example.com").await;
            button.click().await;

            let shown = page.first_result().await;
            let meaning = "sends an SMS to +46 70 174 06 05 and an email to kari@example.com.";
            assert!(shown.said.contains(meaning), "{shown:?}");
            assert!(shown.said.contains("may be in the spam folder"), "{shown:?}");
            let body = json!({ "countryCode": "+46", "msisdn": "701740605", "email": "kari@example.com" });
            assert_eq!(bodies(service), [body]);
        })
        .await;
}

#[tokio::test]
async fn email_alone_sends_no_number_even_if_one_was_typed() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in("RES3633019929", "412 34 567").await;
            page.check_box("SMS").await.click().await;
            page.check_box("Email").await.click().await;
            page.text_box("Email address").await.paste("kari@example.com").await;
            page.press(Key::Enter).await;

            let shown = page.first_result().await;
            assert!(shown.said.contains("sends an email to kari@example.com."), "{shown:?}");
            assert!(!shown.said.contains("SMS"), "{shown:?}");
            let body = json!({ "countryCode": null, "msisdn": null, "email": "kari@example.com" });
            assert_eq!(bodies(service), [body]);
        })
        .await;
}

#[tokio::test]
async fn an_unfamiliar_prefix_is_asked_about_first() {
    Computer::new()
        .at_work(async |page, service| {
            page.fill_in("BKG3633019929", "412 34 567").await;
            page.wait_for_text("BKG3633019929 does not begin with RES, as reservation numbers usually do").await;
            page.press(Key::Enter).await;

            page.question("Is this a reservation number?").await;
            assert_eq!(page.focused().await.name().await, "Don't send");
            page.press(Key::Escape).await;
            page.wait_for_text("Nothing was sent.").await;
            assert_eq!(service.posts(), 0);

            page.press(Key::Enter).await;
            page.button("Send it anyway").await.click().await;
            let shown = page.first_result().await;
            assert_eq!(shown.title, "No such reservation");
            assert!(shown.said.contains("Check the number."), "{shown:?}");
            assert_eq!(posts_of(service, "BKG3633019929"), 1);
        })
        .await;
}

#[tokio::test]
async fn several_lines_pasted_are_kept_apart() {
    Computer::new()
        .chose("en", "practice")
        .open(&[], async |page| {
            const PASTE: &str = "const data = new DataTransfer();
                data.setData('text/plain', 'RES3633019929\\nKari Nordmann\\n412 34 567');
                const box = document.activeElement;
                box.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
                return box.value;";
            let pasted = page.run(PASTE, &[]).await;
            assert_eq!(pasted, json!("RES3633019929↵Kari Nordmann↵412 34 567"));
            page.wait_for_text("Reservation RES3633019929").await;
        })
        .await;
}

#[tokio::test]
async fn control_and_plus_makes_everything_larger() {
    const SIZE: &str = "document.querySelector('#reservation-field label').getBoundingClientRect().height / innerWidth";
    let computer = Computer::new().chose("en", "practice");
    computer
        .open(&[], async |page| {
            let before = page.eval(SIZE).await;
            page.press_with(Key::Control, '+').await;
            page.press_with(Key::Control, '+').await;
            page.wait_for(&format!("{SIZE} > {before} * 1.15")).await;
            page.press_with(Key::Control, '-').await;
            page.press_with(Key::Control, '-').await;
            page.wait_for(&format!("Math.abs({SIZE} - {before}) < 0.005")).await;
        })
        .await;
}

/// Whoever looks at the window sees where the keyboard is: around the control, or around what it lies in.
async fn assert_focus_is_seen(page: &Page) {
    const SEEN: &str = "[document.activeElement, document.activeElement.closest('label')].some((part) => {
        const style = part ? getComputedStyle(part) : null;
        return style && style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    })";
    page.wait_for(SEEN).await;
}

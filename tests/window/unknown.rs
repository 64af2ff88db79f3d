//! Nobody knows whether it was sent: then only a person sends it again.

use resend_reservation::practice::{InjectedFault, Service};

use super::harness::{Computer, Key, Page};

const SENT: &str = "RES3633019929";

#[tokio::test]
async fn after_an_unknown_send_only_a_person_sends_again() {
    Computer::new()
        .at_work(async |page, service| {
            service.inject(InjectedFault::CutAfterReading);
            page.fill_in(SENT, "412 34 567").await;
            page.press(Key::Enter).await;
            let unknown = page.first_result().await;
            assert_eq!(unknown.outcome, "unknown");
            assert!(unknown.said.contains("The connection broke before the answer came."), "{unknown:?}");
            assert_eq!(service.posts(), 1);
            service.inject(InjectedFault::None);

            asks(page).await;
            page.press(Key::Escape).await;
            not_sent(page, service, 1).await;

            asks(page).await;
            page.press(Key::Enter).await;
            not_sent(page, service, 1).await;

            asks(page).await;
            page.button("Don't send").await.click().await;
            not_sent(page, service, 1).await;

            asks(page).await;
            page.press(Key::Tab).await;
            assert_eq!(page.focused().await.name().await, "Send again anyway");
            page.press(Key::Enter).await;
            let shown = page.result_after(unknown.attempt).await;
            assert_eq!(shown.outcome, "sent");
            page.assert_arrived(service, SENT, 2).await;
        })
        .await;
}

async fn asks(page: &Page) {
    page.text_box("Phone number").await.focus().await;
    page.press(Key::Enter).await;
    page.question("The last one may have arrived").await;
    assert_eq!(page.focused().await.name().await, "Don't send", "the safe answer has the focus");
}

async fn not_sent(page: &Page, service: &Service, posts: usize) {
    page.wait_for_text("Nothing was sent.").await;
    assert!(page.focused().await.name().await.starts_with("Send payment link"), "back where it was asked");
    assert_eq!(page.text_box("Phone number").await.value().await, "412 34 567");
    page.assert_arrived(service, SENT, posts).await;
}

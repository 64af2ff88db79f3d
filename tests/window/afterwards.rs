//! After a send: what became of it, what to say to the customer, and what to show in a dispute.

use resend_reservation::practice::{InjectedFault, Service};

use super::harness::{Computer, Key, posts_of};

const KARI: &str = "RES3633019929";
/// Its link is sent, and the answer lost.
const LOST: &str = "RES3633010000";

#[tokio::test]
async fn an_unknown_send_that_the_service_lists_is_found_out_to_be_sent() {
    let service = Service::start().await.expect("a service");
    Computer::new()
        .open_at(&service, async |page| {
            page.has_token().await;
            page.fill_in(LOST, "412 34 579").await;
            page.press(Key::Enter).await;
            let unknown = page.first_result().await;
            assert_eq!(unknown.outcome, "unknown");

            page.check_unless_settled().await;

            page.wait_for("document.querySelector('#result').dataset.outcome === 'sent'").await;
            let found = page.result().await.expect("a result");
            assert_eq!((found.title.as_str(), found.role.as_str()), ("It was sent", "status"));
            assert_eq!(found.attempt, unknown.attempt, "finding out is no send");
            assert!(found.said.contains("Front Payment lists it as sent today"), "{found:?}");
            assert_eq!(posts_of(&service, LOST), 1);
        })
        .await;
}

#[tokio::test]
async fn an_unknown_send_that_is_not_listed_is_sent_again_only_behind_a_question() {
    Computer::new()
        .at_work(async |page, service| {
            service.inject(InjectedFault::CutAfterReading);
            page.fill_in(KARI, "412 34 567").await;
            page.press(Key::Enter).await;
            let unknown = page.first_result().await;
            service.inject(InjectedFault::None);

            page.button("Check whether it was sent").await.click().await;
            page.wait_for_text("Not registered as sent yet").await;
            page.wait_for_text("Front Payment says: not paid.").await;
            assert_eq!(posts_of(service, KARI), 1);

            page.button("Send again anyway").await.click().await;
            page.question("The last one may have arrived").await;
            page.button("Send again anyway").await.click().await;
            assert_eq!(page.result_after(unknown.attempt).await.outcome, "sent");
            assert_eq!(posts_of(service, KARI), 2);
        })
        .await;
}

#[tokio::test]
async fn there_is_a_sentence_for_the_customer_and_a_proof_without_a_whole_number() {
    Computer::new()
        .at_work(async |page, _| {
            page.fill_in(KARI, "+46 70 174 06 05").await;
            page.press(Key::Enter).await;
            page.first_result().await;

            page.wait_for_text("Det skickas till numret som slutar på 605").await;
            page.list("Language for the customer").await.choose("Polski").await;
            page.wait_for_text("Za chwilę przyjdzie SMS od Front Payment").await;
            page.button("Copy the text").await.click().await;
            assert!(pasted(page).await.starts_with("Za chwilę przyjdzie SMS"));

            page.button("Next customer").await.click().await;
            page.fill_in(KARI, "933 34 567").await;
            page.press(Key::Enter).await;
            page.wait_for_text("Du får nå en SMS fra Front Payment").await;
            page.button("Copy proof").await.click().await;
            page.wait_for_text("Copied").await;
            let proof = pasted(page).await;
            for part in ["Payment link sent", "Local test", KARI, "+47 … 567", "Front Payment accepted it (HTTP 202)"]
            {
                assert!(proof.contains(part), "{part} is missing: {proof}");
            }
            assert!(!proof.replace(' ', "").contains("93334567"), "{proof}");
        })
        .await;
}

/// What the clipboard holds, as somebody would see it who pastes it.
async fn pasted(page: &super::harness::Page) -> String {
    const PLACE: &str = "const box = document.createElement('textarea');
        box.id = 'pasted';
        document.querySelector('#pasted')?.remove();
        document.body.append(box);
        box.focus();";
    page.wait_for_text("Copied").await;
    page.run(PLACE, &[]).await;
    page.press_with(Key::Control, 'v').await;
    page.wait_for("document.querySelector('#pasted').value !== ''").await;
    page.string("document.querySelector('#pasted').value").await
}

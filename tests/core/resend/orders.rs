//! An order's link is sent as a reservation's is, and over its own endpoints.

use resend_reservation::domain::Outcome;

use crate::kit::app::{TestApp, draft, outcome};

const ORDER: &str = "ODR1649249709";

#[tokio::test]
async fn an_orders_link_goes_over_the_endpoint_of_orders() {
    let app = TestApp::open().await;

    let resending = app.send(&draft("https://go.frontpayment.no/order/details/ODR1649249709"), &[]).await;

    assert_eq!(outcome(&resending), Outcome::Sent);
    let paths: Vec<String> = app.service.received().into_iter().map(|received| received.path).collect();
    assert_eq!(paths, ["/api/v1/connect/orders/resend/ODR1649249709"]);
}

#[tokio::test]
async fn an_order_can_be_looked_at() {
    let app = TestApp::open().await;
    app.send(&draft(ORDER), &[]).await;

    let seen = app.see(ORDER).await;

    assert_eq!(seen.details.customer.as_deref(), Some("Siri Holm"));
    assert_eq!(seen.details.amount, Some(1990.0));
    assert_eq!(seen.events.len(), 1, "of orders, only what was sent from here is known");
    assert!(seen.events[0].from_here);
    let paths: Vec<String> = app.service.received().into_iter().map(|received| received.path).collect();
    assert_eq!(paths[1..], ["/api/v1/connect/orders/details/ODR1649249709"]);
}

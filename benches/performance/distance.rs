//! The same desk with a round trip of 50 ms to the service, over TLS, beside a curl that does the same POST cold.

use std::process::{Command, Stdio};

use resend_reservation::practice::Service;

use super::{
    delaying_proxy::{DelayingProxy, ROUND_TRIP},
    desk,
    sample::Sample,
    table::{Goal, Row},
};

const POST: &str = "https://demo-api.frontpayment.no/api/v1/connect/reservations/resend/RES3633019929";
const BODY: &str = r#"{"countryCode":"+47","msisdn":"41234567","email":null}"#;

pub(crate) async fn measure(rounds: usize) -> Vec<Row> {
    let service = Service::start().await.expect("a service");
    let proxy = DelayingProxy::start(&service).await;
    let computer = desk::computer("demo")
        .with("HTTPS_PROXY", &proxy.address())
        .with("SSL_CERT_FILE", proxy.authority().to_str().expect("a path in UTF-8"));
    computer.store("demo", "a.token.of.the.test");
    let times = computer.open(&[], async |page| desk::serve_customers(page, rounds).await).await;
    let curl: Sample = (0..rounds).map(|_| post_cold(&proxy)).collect();
    let round_trip = || times.send.like(ROUND_TRIP.as_secs_f64() * 1e3);
    vec![
        desk::row("Enter to result, 50 ms away", times.send.clone(), Some(("curl, cold", curl)), Goal::Ratio(0.4)),
        desk::row(
            "Enter to result, 50 ms away",
            times.send.clone(),
            Some(("round trip", round_trip())),
            Goal::Value(65.0),
        ),
        desk::row("paste to card, 50 ms away", times.look.clone(), Some(("round trip", round_trip())), Goal::None),
    ]
}

/// Returns curl's own time in milliseconds, from its start to the whole answer: its process is not counted.
fn post_cold(proxy: &DelayingProxy) -> f64 {
    let output = Command::new("curl")
        .args(["--silent", "--fail", "--http1.1", "--proxy", &proxy.address(), "--cacert"])
        .arg(proxy.authority())
        .args(["--header", "Authorization: Bearer a.token.of.the.test", "--header", "Content-Type: application/json"])
        .args(["--data", BODY, "--output", "/dev/null", "--write-out", "%{time_total}", POST])
        .stderr(Stdio::inherit())
        .output()
        .expect("curl runs");
    assert!(output.status.success(), "curl sends");
    String::from_utf8_lossy(&output.stdout).trim().parse::<f64>().expect("seconds") * 1e3
}

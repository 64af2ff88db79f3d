//! A send and a look-up by the core alone, without its window, beside the least that they could be: two appends that
//! reach the disk and one POST; two reads at the same time.

use std::{
    fs::{File, OpenOptions},
    io::Write,
    path::Path,
    time::{Duration, Instant},
};

use resend_reservation::{domain::Outcome, resend::Safeguards};

use super::{
    sample::Sample,
    start::milliseconds,
    table::{Goal, Row},
};
use crate::kit::app::{KARI, TestApp, draft, outcome};

pub(crate) async fn measure(rounds: usize) -> Vec<Row> {
    let [mut sends, mut posts, mut looks, mut reads] = <[Sample; 4]>::default();
    for _ in 0..rounds {
        let app = TestApp { safeguards: unguarded(), ..TestApp::open().await };
        let bare = Bare::new(&app);
        // Fast, and noisy on a busy disk: more rounds than of a window. Not for long at one desk: each event of a
        // reservation is compared with each send of it, and none has had its link dozens of times.
        for round in 0..=5 {
            let send = timed(async || assert_eq!(outcome(&app.send(&draft(KARI), &[]).await), Outcome::Sent)).await;
            let post = timed(async || bare.send().await).await;
            let look = timed(async || drop(app.see(KARI).await)).await;
            let read = timed(async || bare.look().await).await;
            // The first one opens the journal.
            if round > 0 {
                sends.push(send);
                posts.push(post);
                looks.push(look);
                reads.push(read);
            }
        }
    }
    let row = |what, ours, beside, goal| Row { what, unit: "ms", ours, beside: Some(beside), goal };
    vec![
        row("a send by the core", sends, ("two fsynced appends and a POST", posts), Goal::Ratio(1.25)),
        row("a look-up by the core", looks, ("two reads at one time", reads), Goal::None),
    ]
}

/// The same goes to the same again and again.
pub(super) fn unguarded() -> Safeguards {
    Safeguards { repeat_window: Duration::ZERO, undo_window: Duration::ZERO }
}

pub(super) async fn timed(work: impl AsyncFnOnce()) -> f64 {
    let begun = Instant::now();
    work().await;
    milliseconds(begun.elapsed())
}

/// What a send and a look-up cannot do without.
struct Bare {
    file: File,
    http: reqwest::Client,
    base: String,
}

impl Bare {
    fn new(app: &TestApp) -> Self {
        let path: &Path = app.folder.path();
        let file = OpenOptions::new().append(true).create(true).open(path.join("bare")).expect("a file");
        // A new connection for each POST, as the app has.
        let http = reqwest::Client::builder().no_proxy().pool_max_idle_per_host(0).build().expect("a client");
        Self { file, http, base: app.service.base_url().to_string() }
    }

    async fn send(&self) {
        self.append();
        let body = r#"{"countryCode":"+47","msisdn":"41234567","email":null}"#;
        let url = format!("{}/connect/reservations/resend/{KARI}", self.base);
        let request = self.http.post(url).bearer_auth("a.token").header("content-type", "application/json").body(body);
        assert!(request.send().await.expect("an answer").bytes().await.is_ok());
        self.append();
    }

    async fn look(&self) {
        let read = async |path: &str| {
            let request = self.http.get(format!("{}/connect/reservations/{path}", self.base)).bearer_auth("a.token");
            request.send().await.expect("an answer").bytes().await.expect("a body");
        };
        let details = format!("details/{KARI}");
        tokio::join!(read(&details), read("history/1700000000/1700000600"));
    }

    fn append(&self) {
        (&self.file).write_all(&[b'x'; 200]).and_then(|()| self.file.sync_data()).expect("on disk");
    }
}

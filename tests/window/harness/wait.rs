use std::time::{Duration, Instant};

/// Looks again and again until there is something to see.
pub(crate) async fn eventually<T>(what: &str, look: impl AsyncFnMut() -> Option<T>) -> T {
    within(Duration::from_secs(20), what, look).await
}

pub(crate) async fn within<T>(timeouts: Duration, what: &str, mut look: impl AsyncFnMut() -> Option<T>) -> T {
    const PAUSE: Duration = Duration::from_millis(20);
    let begun = Instant::now();
    loop {
        if let Some(seen) = look().await {
            return seen;
        }
        assert!(begun.elapsed() < timeouts, "waited {timeouts:?} for this: {what}");
        tokio::time::sleep(PAUSE).await;
    }
}

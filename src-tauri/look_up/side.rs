use tokio::{
    task::JoinHandle,
    time::{Instant, timeout_at},
};

/// A background task that is aborted on drop: it ends with whoever wanted it.
#[derive(Debug)]
pub(super) struct Side<T>(JoinHandle<T>);

impl<T: Send + 'static> Side<T> {
    pub(super) fn begin(work: impl Future<Output = T> + Send + 'static) -> Self {
        Self(tokio::spawn(work))
    }

    /// Waits for the result until this moment. None where it was not done in time.
    pub(super) async fn until(mut self, end: Instant) -> Option<T> {
        timeout_at(end, &mut self.0).await.ok()?.ok()
    }
}

impl<T> Drop for Side<T> {
    fn drop(&mut self) {
        self.0.abort();
    }
}

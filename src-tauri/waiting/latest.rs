use tokio::sync::watch;

/// A cancellation token for work that only the newest of goes on with: another begin cancels it.
#[derive(Debug)]
pub(super) struct Latest(watch::Sender<u64>);

/// The turn of one such work.
#[derive(Debug)]
pub(super) struct Turn {
    number: u64,
    newest: watch::Receiver<u64>,
}

impl Default for Latest {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Latest {
    /// Begins, and ends whatever was begun before.
    pub(super) fn begin(&self) -> Turn {
        let mut number = 0;
        self.0.send_modify(|newest| {
            *newest += 1;
            number = *newest;
        });
        Turn { number, newest: self.0.subscribe() }
    }

    /// Goes along with what was begun last, and ends with it.
    pub(super) fn follow(&self) -> Turn {
        let newest = self.0.subscribe();
        let number = *newest.borrow();
        Turn { number, newest }
    }

    pub(super) fn end(&self) {
        self.begin();
    }
}

impl Turn {
    /// Waits until something else was begun, or this was ended.
    pub(super) async fn over(&mut self) {
        let number = self.number;
        // Whoever could begin is gone.
        let _ = self.newest.wait_for(|newest| *newest != number).await;
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::time::timeout;

    use super::*;

    const SOON: Duration = Duration::from_millis(20);

    #[tokio::test]
    async fn the_newest_goes_on_and_all_others_end() {
        let latest = Latest::default();
        // As two callers at one moment: both have begun before either waits.
        let (mut first, mut second) = (latest.begin(), latest.begin());
        let mut along = latest.follow();

        assert!(timeout(SOON, first.over()).await.is_ok());
        assert!(timeout(SOON, second.over()).await.is_err() && timeout(SOON, along.over()).await.is_err());
        latest.end();
        assert!(timeout(SOON, second.over()).await.is_ok() && timeout(SOON, along.over()).await.is_ok());
    }
}

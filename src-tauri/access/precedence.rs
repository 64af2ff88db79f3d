use tokio::sync::watch;

/// The precedence of what a person waits for over what is read in the background: the latter stands still as long as
/// there is any of the former. Nothing that goes first ever waits.
#[derive(Clone, Debug)]
pub(super) struct Precedence(watch::Sender<usize>);

/// A call that goes first, for as long as this is held.
#[derive(Debug)]
pub(super) struct First(watch::Sender<usize>);

impl Default for Precedence {
    fn default() -> Self {
        Self(watch::Sender::new(0))
    }
}

impl Precedence {
    pub(super) fn go_first(&self) -> First {
        self.0.send_modify(|calls| *calls += 1);
        First(self.0.clone())
    }

    /// Waits until nobody goes first.
    pub(super) async fn give_way(&self) {
        // It cannot be closed: this is one of its senders.
        let _ = self.0.subscribe().wait_for(|calls| *calls == 0).await;
    }
}

impl Drop for First {
    fn drop(&mut self) {
        self.0.send_modify(|calls| *calls -= 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn what_is_in_the_background_waits_until_the_last_one_has_gone() {
        let precedence = Precedence::default();
        precedence.give_way().await;
        let (one, other) = (precedence.go_first(), precedence.clone().go_first());
        let waiting = tokio::spawn({
            let precedence = precedence.clone();
            async move { precedence.give_way().await }
        });

        drop(one);
        tokio::task::yield_now().await;
        assert!(!waiting.is_finished());

        drop(other);
        waiting.await.expect("no panic");
    }
}

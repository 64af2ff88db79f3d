use std::time::Duration;

use serde::Deserialize;

use super::{Page, within};

/// What the region named Result shows.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Shown {
    pub(crate) outcome: String,
    pub(crate) attempt: u64,
    pub(crate) title: String,
    /// Everything in the region.
    pub(crate) text: String,
    /// What is inside the live region, and that region's role.
    pub(crate) said: String,
    pub(crate) role: String,
    /// What has the focus is described by title and all.
    pub(crate) is_heard: bool,
}

const LONGEST_SEND: Duration = Duration::from_mins(1);

impl Page {
    /// None while there is no result.
    pub(crate) async fn result(&self) -> Option<Shown> {
        const LOOK: &str = "const region = document.querySelector('[data-outcome]');
            if (region === null) return null;
            const heading = region.querySelector('h2');
            const described = (document.activeElement.getAttribute('aria-describedby') ?? '').split(' ');
            const heard = described.map((id) => document.getElementById(id)?.textContent ?? '').join(' ');
            const live = [...region.querySelectorAll('[role=status], [role=alert]')].filter((part) => part.innerText !== '');
            if (live.length !== 1) throw new Error(`${live.length} live regions have text`);
            return {
                outcome: region.dataset.outcome,
                attempt: Number(region.dataset.attempt),
                title: heading.innerText,
                text: region.innerText,
                said: live[0].innerText,
                role: live[0].getAttribute('role'),
                is_heard: region.contains(document.activeElement) && heard.startsWith(heading.textContent),
            };";
        serde_json::from_value(self.run(LOOK, &[]).await).expect("a result or none")
    }

    /// Presses "Check whether it was sent", unless the watch was quicker and there is nothing left to check.
    pub(crate) async fn check_unless_settled(&self) {
        const CHECK: &str = "const buttons = [...document.querySelectorAll('#result-actions button')];
            const check = buttons.find((button) => button.textContent === 'Check whether it was sent');
            if (check) check.click();
            return check !== undefined || document.querySelector('#result').dataset.outcome === 'sent';";
        assert_eq!(self.run(CHECK, &[]).await, serde_json::json!(true), "there is a button, or no need for it");
    }

    /// The result of the send that came after `attempt`. An old result is emptied when a send starts, and a new one
    /// has a new number.
    pub(crate) async fn result_after(&self, attempt: u64) -> Shown {
        within(LONGEST_SEND, "a result", async || self.result().await.filter(|shown| shown.attempt > attempt)).await
    }

    /// The same for somebody who goes on whatever is asked: whether a question comes depends on what was looked up by
    /// then.
    pub(crate) async fn insisted_result_after(&self, attempt: u64) -> Shown {
        const GO_ON: &str = "document.querySelector('#question[open] #question-go')?.click();";
        within(LONGEST_SEND, "a result", async || {
            self.run(GO_ON, &[]).await;
            self.result().await.filter(|shown| shown.attempt > attempt)
        })
        .await
    }

    pub(crate) async fn first_result(&self) -> Shown {
        self.result_after(0).await
    }
}

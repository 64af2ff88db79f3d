use parking_lot::Mutex;
use tauri::ipc::Channel;

/// The open requests of this window, such as a deep link: the last one is kept until the page listens.
#[derive(Default)]
pub(super) struct DeepLinks(Mutex<State>);

#[derive(Default)]
struct State {
    page: Option<Channel<String>>,
    /// The last one: who asks for another has gone on from the one before.
    waiting: Option<String>,
}

impl DeepLinks {
    pub(super) fn hand(&self, text: String) {
        let mut state = self.0.lock();
        state.waiting = Some(text);
        state.deliver();
    }

    pub(super) fn listen(&self, page: Channel<String>) {
        let mut state = self.0.lock();
        state.page = Some(page);
        state.deliver();
    }
}

impl State {
    fn deliver(&mut self) {
        if let Some(page) = &self.page
            && let Some(text) = self.waiting.take()
            && page.send(text.clone()).is_err()
        {
            self.waiting = Some(text);
        }
    }
}

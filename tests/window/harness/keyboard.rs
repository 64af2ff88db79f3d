use std::time::Duration;

use fantoccini::{
    actions::{InputSource, KeyAction, KeyActions},
    key::Key,
};

use super::{Control, Page};

impl Page {
    /// Presses and releases one key, wherever the focus is.
    pub(crate) async fn press(&self, key: Key) {
        self.strike([char::from(key)]).await;
    }

    pub(crate) async fn press_in(&self, control: Control, key: Key) {
        control.focus().await;
        self.press(key).await;
    }

    pub(crate) async fn press_times(&self, key: Key, times: usize) {
        self.strike(std::iter::repeat_n(char::from(key), times)).await;
    }

    /// One key after the other, with a person's hand: nothing between them but the key going up.
    pub(crate) async fn strike(&self, keys: impl IntoIterator<Item = char>) {
        let struck = keys.into_iter().flat_map(|value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        let actions = struck.fold(KeyActions::new("keyboard".into()), KeyActions::then);
        self.client().perform_actions(actions).await.expect("the keys are pressed");
    }

    pub(crate) async fn type_in(&self, text: &str) {
        self.strike(text.chars()).await;
    }

    /// Presses `key` while `modifier` is held down.
    pub(crate) async fn press_with(&self, modifier: Key, key: char) {
        let (modifier, pause) = (char::from(modifier), Duration::from_millis(20));
        let actions = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: modifier })
            .then(KeyAction::Down { value: key })
            .then(KeyAction::Pause { duration: pause })
            .then(KeyAction::Up { value: key })
            .then(KeyAction::Up { value: modifier });
        self.client().perform_actions(actions).await.expect("the keys are pressed");
    }
}

//! A credential store in memory, with one secret and a person who is asked before it is read or written. A question of
//! the real one is answered only where somebody types a password.

use std::{
    any::Any,
    collections::HashMap,
    sync::{
        Arc, Condvar, Mutex,
        atomic::{AtomicUsize, Ordering},
    },
    time::Duration,
};

use keyring_core::{
    Credential, CredentialStore, Entry, Error, Result,
    api::{CredentialApi, CredentialStoreApi},
};
use resend_reservation::keychain::Keychain;

/// Before what it asks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Reading,
    Writing,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Store(Arc<Parts>);

#[derive(Debug, Default)]
struct Parts {
    secret: Mutex<Option<Vec<u8>>>,
    question: Mutex<Question>,
    changed: Condvar,
    opened: AtomicUsize,
    questions: AtomicUsize,
}

#[derive(Debug, Default, PartialEq, Eq)]
enum Question {
    #[default]
    None,
    Before(Step),
    Asked,
}

impl Store {
    pub(crate) fn keychain(&self, timeouts: Duration) -> Keychain {
        let store = self.clone();
        let open = move || {
            store.0.opened.fetch_add(1, Ordering::SeqCst);
            Ok(Arc::new(store.clone()) as Arc<CredentialStore>)
        };
        Keychain::new(open, timeouts)
    }

    pub(crate) fn ask_before(&self, step: Step) {
        *self.0.question.lock().expect("no panic") = Question::Before(step);
    }

    pub(crate) fn answer(&self) {
        *self.0.question.lock().expect("no panic") = Question::None;
        self.0.changed.notify_all();
    }

    /// Nobody hears an answer, and the next one is not asked.
    pub(crate) fn lose_the_question(&self) {
        *self.0.question.lock().expect("no panic") = Question::None;
    }

    /// Returns when somebody is being asked.
    pub(crate) async fn asks(&self) {
        while *self.0.question.lock().expect("no panic") != Question::Asked {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    /// Returns when no use of it is under way any more: each holds a share of it.
    pub(crate) async fn is_left_alone(&self) {
        // One here, and one in the keychain's way to open it.
        while Arc::strong_count(&self.0) > 2 {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    fn before(&self, step: Step) {
        let mut question = self.0.question.lock().expect("no panic");
        if *question != Question::Before(step) {
            return;
        }
        *question = Question::Asked;
        self.0.questions.fetch_add(1, Ordering::SeqCst);
        drop(self.0.changed.wait_while(question, |question| *question == Question::Asked).expect("no panic"));
    }

    pub(crate) fn set(&self, secret: Option<&str>) {
        *self.0.secret.lock().expect("no panic") = secret.map(|text| text.as_bytes().to_vec());
    }

    pub(crate) fn get(&self) -> Option<String> {
        let secret = self.0.secret.lock().expect("no panic").clone();
        secret.map(|bytes| String::from_utf8(bytes).expect("text"))
    }

    pub(crate) fn opened(&self) -> usize {
        self.0.opened.load(Ordering::SeqCst)
    }

    pub(crate) fn questions(&self) -> usize {
        self.0.questions.load(Ordering::SeqCst)
    }
}

impl CredentialStoreApi for Store {
    fn vendor(&self) -> String {
        "a test".to_owned()
    }

    fn id(&self) -> String {
        "in memory".to_owned()
    }

    fn build(&self, _: &str, _: &str, _: Option<&HashMap<&str, &str>>) -> Result<Entry> {
        Ok(Entry::new_with_credential(Arc::new(self.clone())))
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

impl CredentialApi for Store {
    fn set_secret(&self, secret: &[u8]) -> Result<()> {
        self.before(Step::Writing);
        *self.0.secret.lock().expect("no panic") = Some(secret.to_vec());
        Ok(())
    }

    fn get_secret(&self) -> Result<Vec<u8>> {
        self.before(Step::Reading);
        self.0.secret.lock().expect("no panic").clone().ok_or(Error::NoEntry)
    }

    fn delete_credential(&self) -> Result<()> {
        self.0.secret.lock().expect("no panic").take().map(drop).ok_or(Error::NoEntry)
    }

    fn get_credential(&self) -> Result<Option<Arc<Credential>>> {
        Ok(None)
    }

    fn get_specifiers(&self) -> Option<(String, String)> {
        None
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

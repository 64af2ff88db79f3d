use std::{
    panic::{self, PanicHookInfo},
    path::Path,
};

use super::{Entry, Log};

impl Log {
    /// Installs a panic hook that logs where a panic was, and what it said if those words stand in the source.
    ///
    /// What is put together at that moment, as by `expect` on an error, may hold what somebody typed. It is not written
    /// down, and in a release build it is not printed either: what a desktop program prints ends in the system's log.
    pub fn catch_panics(&self) {
        let log = self.clone();
        let before = panic::take_hook();
        panic::set_hook(Box::new(move |panic| {
            let at = place(panic);
            let entry =
                Entry::Panicked { at: &at, fixed_words: panic.payload().downcast_ref::<&'static str>().copied() };
            log.write(&entry);
            if cfg!(debug_assertions) {
                before(panic);
            } else {
                eprintln!("{entry}");
            }
        }));
    }
}

/// Returns the location of a panic. The end of the path is enough; its beginning belongs to whoever built the app.
fn place(panic: &PanicHookInfo<'_>) -> String {
    let Some(location) = panic.location() else { return "an unknown place".to_owned() };
    let parts: Vec<_> = Path::new(location.file()).iter().map(|part| part.to_string_lossy()).collect();
    let end = &parts[parts.len().saturating_sub(3)..];
    format!("{}:{}:{}", end.join("/"), location.line(), location.column())
}

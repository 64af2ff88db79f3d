use std::{fs, path::Path, thread};

use super::Page;

impl Page {
    /// Keeps what a person would want to see of a window in which a test failed.
    pub(super) async fn report_failure(&self) {
        let test = thread::current().name().unwrap_or("unknown").replace("::", "-");
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/window-failures");
        let picture = folder.join(format!("{test}.png"));
        match self.client().screenshot().await {
            Ok(bytes) => {
                fs::create_dir_all(&folder).and_then(|()| fs::write(&picture, bytes)).expect("a picture is saved");
                eprintln!("── {test} failed; the window is in {}", picture.display());
            }
            Err(error) => eprintln!("── {test} failed; its window cannot be seen: {error}"),
        }
        match self.client().execute("return document.body.innerText", Vec::new()).await {
            Ok(words) => eprintln!("── it said:\n{}", words.as_str().unwrap_or_default()),
            Err(error) => eprintln!("── it cannot be read: {error}"),
        }
        eprintln!("── printed:\n{}", fs::read_to_string(self.printed()).unwrap_or_default());
    }
}

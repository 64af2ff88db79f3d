use std::path::{Path, PathBuf};

use fantoccini::{Client, Locator};
use serde_json::{Value, json};

use super::{Computer, Control, driver::Driver, eventually, processes};

/// What the page says with each call that acts on an environment.
const HERE: &str = "const [command, payloads, done] = arguments;
    const here = async (payloads) => {
        const { settings: { environment } } = await window.__TAURI__.core.invoke('start');
        return payloads.map((payload) =>
            payload.request ? { ...payload, request: { environment, ...payload.request } } : { environment, ...payload });
    };
    ";

/// One open window.
pub(crate) struct Page {
    client: Client,
    driver: Driver,
    printed: PathBuf,
}

impl Page {
    pub(super) async fn open(computer: &Computer, arguments: &[&str], printed: PathBuf) -> Self {
        let (driver, client) = Driver::open(computer, arguments, &printed).await;
        let page = Self { client, driver, printed };
        page.wait_for("document.querySelector('#desk:not([hidden]), #first-start:not([hidden])') !== null").await;
        // A window that is not shown yet has next to no width, and everything in it lies elsewhere than later.
        page.wait_for("innerWidth >= 320").await;
        page
    }

    pub(super) async fn close(self) {
        let family = self.driver.family();
        // What is left of it ends with the driver.
        let _ = tokio::time::timeout(std::time::Duration::from_secs(5), self.client.close()).await;
        drop(self.driver);
        eventually("the app has ended", async || {
            (!family.iter().any(|process| processes::is_running(*process))).then_some(())
        })
        .await;
    }

    pub(super) fn client(&self) -> &Client {
        &self.client
    }

    /// The app and the processes of its web view.
    pub(crate) fn processes(&self) -> Vec<u32> {
        self.driver.family()
    }

    /// The app alone.
    pub(crate) fn app(&self) -> u32 {
        let name = |process: &u32| processes::name(*process).unwrap_or_default();
        let app = self.processes().into_iter().find(|process| name(process).starts_with("resend-reserv"));
        app.expect("the app runs")
    }

    /// What the app and its driver print.
    pub(crate) fn printed(&self) -> &Path {
        &self.printed
    }

    /// Runs the body of a function in the page; `arguments` are its arguments.
    pub(crate) async fn run(&self, body: &str, arguments: &[Value]) -> Value {
        let done = self.client.execute(body, arguments.to_vec()).await;
        done.unwrap_or_else(|error| panic!("{error}, in the page, of: {body}"))
    }

    /// Runs the body of a function whose last argument is called with what came of it.
    pub(crate) async fn run_async(&self, body: &str) -> Value {
        self.client.execute_async(body, Vec::new()).await.expect("an answer")
    }

    /// The value of an expression in the page.
    pub(crate) async fn eval(&self, expression: &str) -> Value {
        self.run(&format!("return {expression};"), &[]).await
    }

    pub(crate) async fn is(&self, expression: &str) -> bool {
        self.eval(expression).await.as_bool().unwrap_or_else(|| panic!("neither true nor false: {expression}"))
    }

    pub(crate) async fn string(&self, expression: &str) -> String {
        self.eval(expression).await.as_str().unwrap_or_else(|| panic!("not a string: {expression}")).to_owned()
    }

    /// Everything that can be read in the window.
    pub(crate) async fn text(&self) -> String {
        self.string("document.body.innerText").await
    }

    /// Calls a command past the page, in the environment in use where the payload names none. Fails with what the
    /// promise was rejected with.
    pub(crate) async fn invoke(&self, command: &str, payload: Value) -> Result<Value, Value> {
        const CALL: &str = "here(payloads)
            .then(([payload]) => window.__TAURI__.core.invoke(command, payload))
            .then((found) => done({ found: found ?? null }), (refused) => done({ refused: refused?.message ?? refused }));";
        let call = format!("{HERE}{CALL}");
        let answer = self.client.execute_async(&call, vec![json!(command), json!([payload])]).await.expect("an answer");
        match answer.get("refused") {
            Some(refused) => Err(refused.clone()),
            None => Ok(answer["found"].clone()),
        }
    }

    /// Calls a command with each of the payloads at the same moment, past the page.
    pub(crate) async fn invoke_together(&self, command: &str, payloads: &[Value]) -> Vec<Value> {
        const CALLS: &str = "here(payloads)
            .then((all) => Promise.all(all.map((payload) => window.__TAURI__.core.invoke(command, payload)))).then(done);";
        let calls = format!("{HERE}{CALLS}");
        let answers = self.client.execute_async(&calls, vec![json!(command), json!(payloads)]).await.expect("answers");
        answers.as_array().expect("a list").clone()
    }

    pub(crate) async fn find(&self, selector: &str) -> Control {
        let found = self.client.find(Locator::Css(selector)).await;
        Control::new(found.unwrap_or_else(|error| panic!("{error}: {selector}")))
    }

    /// What a key would go to.
    pub(crate) async fn focused(&self) -> Control {
        Control::new(self.client.active_element().await.expect("something has the focus"))
    }

    pub(crate) async fn wait_for(&self, expression: &str) {
        eventually(expression, async || self.is(expression).await.then_some(())).await;
    }

    /// Until the words can be read somewhere in the window.
    pub(crate) async fn wait_for_text(&self, words: &str) {
        eventually(words, async || self.text().await.contains(words).then_some(())).await;
    }

    pub(crate) async fn resize(&self, width: u32, height: u32) {
        self.client.set_window_size(width, height).await.expect("another size");
        self.wait_for(&format!("innerWidth === {width} && innerHeight <= {height}")).await;
    }

    pub(crate) async fn windows(&self) -> usize {
        self.client.windows().await.expect("an answer").len()
    }

    /// Until what the page says now is also what is painted.
    pub(crate) async fn settle(&self) {
        const SETTLED: &str = "const done = arguments[0];
            const paint = () => new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
            const still = () => Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
            paint().then(still).then(paint).then(() => done(null));
            setTimeout(done, 5000, null);";
        self.run_async(SETTLED).await;
    }

    pub(crate) async fn screenshot(&self) -> Vec<u8> {
        self.client.screenshot().await.expect("a screenshot")
    }
}

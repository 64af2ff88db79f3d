use std::time::{Duration, Instant};

use fantoccini::{
    actions::{InputSource, MOUSE_BUTTON_LEFT, MouseActions, PointerAction},
    elements::Element,
    error::CmdError,
    wd::WebDriverCompatibleCommand,
};
use reqwest::{Method, Url};

/// Something on the page that a person uses.
#[derive(Clone, Debug)]
pub(crate) struct Control {
    element: Element,
}

impl Control {
    pub(super) fn new(element: Element) -> Self {
        Self { element }
    }

    pub(crate) async fn role(&self) -> String {
        self.computed("computedrole").await.expect("a role")
    }

    pub(crate) async fn name(&self) -> String {
        self.computed("computedlabel").await.expect("a name")
    }

    pub(super) async fn computed(&self, what: &'static str) -> Result<String, CmdError> {
        let client = self.element.clone().client();
        let answer = client.issue_cmd(Computed { element: self.element.element_id().to_string(), what }).await?;
        Ok(answer.as_str().unwrap_or_default().trim().to_owned())
    }

    /// With the pointer. An element that something else covers is not clicked.
    pub(crate) async fn click(&self) {
        self.once_it_is_still(async || {
            self.watch().await?;
            self.element.click().await?;
            Ok(self.is_missed().await)
        })
        .await;
    }

    /// With the pointer on its middle, whatever lies on top there: a whole card may be the radio button's.
    pub(crate) async fn point(&self) {
        self.once_it_is_still(async || self.point_and_click(1).await.map(|()| false)).await;
    }

    pub(crate) async fn double_click(&self) {
        self.once_it_is_still(async || {
            self.watch().await?;
            self.point_and_click(2).await?;
            Ok(self.is_missed().await)
        })
        .await;
    }

    async fn point_and_click(&self, times: usize) -> Result<(), CmdError> {
        const LEFT: u64 = MOUSE_BUTTON_LEFT;
        let aim = PointerAction::MoveToElement { element: self.element.clone(), duration: None, x: 0.0, y: 0.0 };
        let click = || [PointerAction::Down { button: LEFT }, PointerAction::Up { button: LEFT }];
        let clicks = std::iter::repeat_with(click).take(times).flatten();
        let actions = clicks.fold(MouseActions::new("mouse".into()).then(aim), MouseActions::then);
        self.element.clone().client().perform_actions(actions).await
    }

    async fn watch(&self) -> Result<(), CmdError> {
        const WATCH: &str = "const [element] = arguments;
            delete element.dataset.clicked;
            element.addEventListener('click', () => { element.dataset.clicked = ''; }, { capture: true, once: true });";
        self.run(WATCH).await.map(drop)
    }

    /// A card that comes in above moves it after the driver has aimed, and a person clicks again. Where the click has
    /// closed the window, nobody answers.
    async fn is_missed(&self) -> bool {
        const IS_MISSED: &str = "return arguments[0].isConnected && arguments[0].dataset.clicked === undefined;";
        self.run(IS_MISSED).await.is_ok_and(|missed| missed == true)
    }

    /// The web view scrolls a little after the focus has moved, and what was aimed at is elsewhere then. The driver
    /// notices before it clicks.
    async fn once_it_is_still(&self, is_missed: impl AsyncFn() -> Result<bool, CmdError>) {
        let mut trouble = None;
        let begun = Instant::now();
        while begun.elapsed() < Duration::from_secs(30) {
            self.come_into_view().await;
            match is_missed().await {
                Ok(true) => {}
                Ok(false) => return,
                Err(error) => trouble = Some(error),
            }
        }
        panic!("it cannot be clicked: {trouble:?}");
    }

    /// And is painted there: the driver aims before its own scrolling ends. A busy computer may put painting off.
    async fn come_into_view(&self) {
        const INTO_VIEW: &str = "const [element, done] = arguments;
            element.scrollIntoView({ block: 'center', behavior: 'instant' });
            requestAnimationFrame(() => requestAnimationFrame(() => done(null)));
            setTimeout(done, 500, null);";
        let element = serde_json::to_value(&self.element).expect("a reference");
        self.element.clone().client().execute_async(INTO_VIEW, vec![element]).await.expect("it is in view");
    }

    pub(crate) async fn focus(&self) {
        self.ask("arguments[0].focus()").await;
    }

    /// As pasted with the mouse: the whole text at once, in place of what was there.
    pub(crate) async fn paste(&self, text: &str) {
        const PASTE: &str = "const [box, text] = arguments;
            box.focus();
            box.value = text;
            box.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));";
        self.ask_with(PASTE, text).await;
    }

    pub(crate) async fn choose(&self, option: &str) {
        self.element.select_by_label(option).await.expect("it can be chosen");
    }

    pub(crate) async fn value(&self) -> String {
        self.ask("return arguments[0].value").await.as_str().expect("a value").to_owned()
    }

    pub(crate) async fn text(&self) -> String {
        self.ask("return arguments[0].innerText").await.as_str().expect("text").trim().to_owned()
    }

    pub(crate) async fn is_ticked(&self) -> bool {
        self.ask("return arguments[0].checked").await == true
    }

    pub(crate) async fn has_focus(&self) -> bool {
        self.ask("return document.activeElement === arguments[0]").await == true
    }

    /// What a screen reader reads out after the name.
    pub(crate) async fn description(&self) -> String {
        const DESCRIPTION: &str = "return (arguments[0].getAttribute('aria-describedby') ?? '').split(' ')
            .map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();";
        self.ask(DESCRIPTION).await.as_str().expect("text").to_owned()
    }

    pub(crate) async fn attribute(&self, name: &str) -> Option<String> {
        self.element.attr(name).await.expect("an answer")
    }

    pub(crate) async fn has_role_and_text(&self, role: &str, text: &str) -> bool {
        self.role().await == role && self.text().await == text
    }

    async fn ask(&self, body: &str) -> serde_json::Value {
        self.ask_with(body, "").await
    }

    async fn ask_with(&self, body: &str, text: &str) -> serde_json::Value {
        self.run_with(body, text).await.expect("an answer")
    }

    async fn run(&self, body: &str) -> Result<serde_json::Value, CmdError> {
        self.run_with(body, "").await
    }

    async fn run_with(&self, body: &str, text: &str) -> Result<serde_json::Value, CmdError> {
        let element = serde_json::to_value(&self.element).expect("a reference");
        self.element.clone().client().execute(body, vec![element, text.into()]).await
    }
}

/// A command of the `WebDriver` standard that the library does not know.
#[derive(Debug)]
struct Computed {
    element: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, <Url as std::str::FromStr>::Err> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.element, self.what))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::GET, None)
    }
}

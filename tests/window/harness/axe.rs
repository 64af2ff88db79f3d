use std::{fs, path::Path};

use serde::Deserialize;

use super::Page;

/// Deque's axe-core, run inside the real window.
pub(crate) struct Axe {
    source: String,
}

#[derive(Deserialize)]
struct Violation {
    id: String,
    help: String,
    tags: Vec<String>,
    /// Each as a selector and what is wrong there.
    nodes: Vec<String>,
}

impl Axe {
    pub(crate) fn new() -> Self {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("node_modules/axe-core/axe.min.js");
        let source = fs::read_to_string(&path).unwrap_or_else(|_| panic!("no {}: run npm ci", path.display()));
        Self { source }
    }

    pub(crate) async fn enter(&self, page: &Page) {
        page.run(&self.source, &[]).await;
        page.wait_for("typeof window.axe === 'object'").await;
    }

    /// Everything against WCAG 2.2 AA. What is only good practice is printed.
    pub(crate) async fn violations(&self, page: &Page) -> Vec<String> {
        // What lies under the head is a matter of scrolling, and of a test of its own.
        const RUN: &str = "const done = arguments[0];
            const head = document.querySelector('.head').style;
            head.setProperty('position', 'static');
            const values = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
            window.axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] }).then(
                ({ violations, passes }) => {
                head.removeProperty('position');
                done({ passed: passes.length, violations: violations.map(({ id, help, tags, nodes }) => ({
                    id, help, tags, nodes: nodes.map(({ target, failureSummary }) => `${target.join(' ')}: ${failureSummary}`),
                })) }); },
                (error) => done({ error: String(error) }));";
        let found = page.run_async(RUN).await;
        assert!(found["passed"].as_u64().is_some_and(|passed| passed > 5), "axe has looked: {found}");
        let violations: Vec<Violation> = serde_json::from_value(found["violations"].clone()).expect("violations");
        let (wcag, practice): (Vec<_>, Vec<_>) =
            violations.into_iter().partition(|violation| violation.tags.iter().any(|tag| tag.starts_with("wcag")));
        for advice in practice {
            eprintln!("good practice, {}", advice.told());
        }
        wcag.iter().map(Violation::told).collect()
    }
}

impl Violation {
    fn told(&self) -> String {
        format!("{} ({}): {}", self.id, self.help, self.nodes.join("; "))
    }
}

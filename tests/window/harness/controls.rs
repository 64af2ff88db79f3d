//! Controls as a screen reader names them: by role and accessible name, among what is visible and not behind a dialog.

use fantoccini::elements::{Element, ElementRef};

use super::{Control, Page, wait};

impl Page {
    pub(crate) async fn button(&self, name: &str) -> Control {
        self.control("button", name, |label| label == name).await
    }

    pub(crate) async fn button_beginning(&self, name: &str) -> Control {
        self.control("button", name, |label| label.starts_with(name)).await
    }

    /// One of the practice reservations.
    pub(crate) async fn choose_example(&self, reservation: &str) {
        self.control("button", reservation, |label| label.contains(reservation)).await.click().await;
        self.wait_for(&format!("document.querySelector('#reservation').value === '{reservation}'")).await;
    }

    pub(crate) async fn text_box(&self, name: &str) -> Control {
        self.control("textbox", name, |label| label == name).await
    }

    pub(crate) async fn check_box(&self, name: &str) -> Control {
        self.control("checkbox", name, |label| label == name).await
    }

    pub(crate) async fn radio(&self, name: &str) -> Control {
        self.control("radio", name, |label| label == name).await
    }

    pub(crate) async fn link(&self, name: &str) -> Control {
        self.control("link", name, |label| label == name).await
    }

    pub(crate) async fn list(&self, name: &str) -> Control {
        self.control("combobox", name, |label| label == name).await
    }

    /// A place of the window, or a part of one.
    pub(crate) async fn region(&self, name: &str) -> Control {
        self.control("region", name, |label| label == name).await
    }

    pub(crate) async fn question(&self, name: &str) -> Control {
        self.control("alertdialog", name, |label| label == name).await
    }

    async fn control(&self, role: &str, name: &str, is_it: impl Fn(&str) -> bool) -> Control {
        let what = format!("a {role} named {name}");
        wait::eventually(&what, async || {
            let mut found = self.controls(role, &is_it).await;
            assert!(found.len() < 2, "there is more than one: {what}");
            found.pop().map(|(_, control)| control)
        })
        .await
    }

    /// The accessible names of everything in this role, in the order of the page.
    pub(crate) async fn names(&self, role: &str) -> Vec<String> {
        self.controls(role, &|_| true).await.into_iter().map(|(name, _)| name).collect()
    }

    async fn controls(&self, role: &str, is_it: &impl Fn(&str) -> bool) -> Vec<(String, Control)> {
        let mut found = Vec::new();
        for control in self.in_reach(candidates(role)).await {
            // An element that the page has replaced meanwhile is none.
            if let Ok(name) = control.computed("computedlabel").await
                && is_it(&name)
                && control.computed("computedrole").await.is_ok_and(|computed| is_role(&computed, role))
            {
                found.push((name, control));
            }
        }
        found
    }

    async fn in_reach(&self, selector: &str) -> Vec<Control> {
        const IN_REACH: &str = "const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
            return [...document.querySelectorAll(arguments[0])]
                .filter((element) => element.checkVisibility() && (!modal || modal.contains(element)));";
        let found = self.run(IN_REACH, &[selector.into()]).await;
        let references = found.as_array().expect("a list").iter().filter_map(|element| {
            let (_, reference) = element.as_object()?.iter().next()?;
            Some(ElementRef::from(reference.as_str()?.to_owned()))
        });
        references.map(|id| Control::new(Element::from_element_id(self.client().clone(), id))).collect()
    }
}

/// `WebKitGTK` calls a list that drops down a button.
fn is_role(computed: &str, role: &str) -> bool {
    computed == role || (role == "combobox" && computed == "button") || (role == "textbox" && computed == "combobox")
}

/// Where to look for a role. That it really is in that role is what the browser computes.
fn candidates(role: &str) -> &'static str {
    match role {
        "button" => "button, summary",
        "textbox" => "input:not([type=checkbox], [type=radio])",
        "checkbox" => "input[type=checkbox]",
        "radio" => "input[type=radio]",
        "link" => "a",
        "combobox" => "select",
        "region" => "section, [role=region]",
        "alertdialog" => "dialog",
        "heading" => "h1, h2, h3",
        "status" | "alert" => "[role=status], [role=alert]",
        _ => panic!("nobody has said where to look for a {role}"),
    }
}

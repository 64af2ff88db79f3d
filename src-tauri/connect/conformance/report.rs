use std::fmt;

use secrecy::{ExposeSecret, SecretString};

use super::shape::PrivateTexts;

/// The report of a conformance check: a page of text, and how the facts stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    pub text: String,
    pub facts: Vec<(&'static str, Verdict)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    Holds,
    Differs,
    /// It could not be seen here: nothing to read, or the reading was stopped.
    NotSeen,
    /// Nothing is documented: this only tells how it is.
    Found,
}

/// A report in the making: facts under headings.
#[derive(Debug, Default)]
pub(super) struct Page {
    lines: String,
    facts: Vec<(&'static str, Verdict)>,
}

impl Page {
    pub(super) fn heading(&mut self, text: &str) {
        self.lines.extend(["\n", text, "\n"]);
    }

    pub(super) fn add(&mut self, fact: &'static str, verdict: Verdict, saw: impl fmt::Display) {
        let line = format!("  {verdict:<8} {fact}: {saw}\n");
        self.lines.push_str(&line);
        self.facts.push((fact, verdict));
    }

    /// Adds a fact: where the answer is as it should be, it holds; else it differs.
    pub(super) fn judge(&mut self, fact: &'static str, holds: bool, saw: impl fmt::Display) {
        self.add(fact, if holds { Verdict::Holds } else { Verdict::Differs }, saw);
    }

    pub(super) fn not_seen(&mut self, fact: &'static str, why: &str) {
        self.add(fact, Verdict::NotSeen, why);
    }

    /// Redacts the page as a last wall: whatever could be somebody's goes once more, although nothing puts it in.
    pub(super) fn finish(self, private: &PrivateTexts, token: &SecretString) -> Report {
        let text = private.blanked(&self.lines.replace(token.expose_secret(), "…"));
        Report { text, facts: self.facts }
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Holds => "holds",
            Self::Differs => "DIFFERS",
            Self::NotSeen => "not seen",
            Self::Found => "found",
        })
    }
}

//! The table of results, as it is printed and as `docs/performance.md` has it.

use std::fmt::{self, Write};

use super::{machine::Machine, sample::Sample};

/// One comparison: the app's measurements, and those that were taken beside them.
pub(crate) struct Row {
    pub(crate) what: &'static str,
    pub(crate) unit: &'static str,
    pub(crate) ours: Sample,
    pub(crate) beside: Option<(&'static str, Sample)>,
    pub(crate) goal: Goal,
}

#[derive(Clone, Copy)]
pub(crate) enum Goal {
    Ratio(f64),
    Value(f64),
    /// So much more than what is beside it.
    More(f64),
    None,
}

#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

impl Table {
    /// Adds rows, and prints each as it comes.
    pub(crate) fn extend(&mut self, rows: impl IntoIterator<Item = Row>) {
        for row in rows {
            println!("{row}");
            self.rows.push(row);
        }
    }

    pub(crate) fn document(&self, machine: &Machine, rounds: usize) -> String {
        let mut text = String::from(HEAD);
        for row in &self.rows {
            let _ = writeln!(text, "{row}");
        }
        let _ = write!(text, "\n## The machine\n\n{machine}Rounds: {rounds} or more.\n");
        text
    }
}

impl fmt::Display for Row {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { what, unit, ours, beside, goal } = self;
        let (name, theirs, ratio) = match beside {
            Some((name, theirs)) => (*name, format!("{theirs} {unit}"), ours.against(theirs).to_string()),
            None => ("", String::new(), String::new()),
        };
        write!(f, "| {what} | {ours} {unit} | {name} | {theirs} | {ratio} | {} |", self.judged(*goal))
    }
}

impl Row {
    fn judged(&self, goal: Goal) -> String {
        let (measured, most, unit) = match (goal, &self.beside) {
            (Goal::More(most), Some((_, theirs))) => {
                (self.ours.median() - theirs.median(), most, format!(" {} more", self.unit))
            }
            (Goal::Ratio(most), Some((_, theirs))) => (self.ours.against(theirs).median(), most, String::new()),
            (Goal::Value(most), _) => (self.ours.median(), most, format!(" {}", self.unit)),
            (Goal::Ratio(_) | Goal::More(_), None) | (Goal::None, _) => return String::new(),
        };
        let mark = if measured <= most { "reached" } else { "**missed**" };
        format!("at most {most}{unit}: {mark}")
    }
}

const HEAD: &str = "# Performance

Made by `./dev bench`. What stands in one row was measured side by side, in turns, in one run: medians, with the
quartiles in parentheses; a ratio is the median of the rounds' ratios. How each is measured is said where it is
(`benches/`).

| what | the app | beside it | | ratio | goal |
|---|---|---|---|---|---|
";

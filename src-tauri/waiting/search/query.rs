//! The query as somebody types it: words, and numbers that may be written in groups.

use super::{
    Match,
    folded::{compact, joined, plain_words, words},
};

/// A search query, split into its terms.
#[derive(Debug)]
pub(super) struct Query {
    terms: Vec<Term>,
    /// All of it as one reference.
    pub(super) compact: String,
}

/// One term of a query; each has to match.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Term {
    Word {
        /// Folded as names are.
        word: String,
        /// In small letters, as addresses and references are compared.
        as_written: String,
    },
    /// A phone number, an amount or a reference: which of them, the digits do not say.
    Number { digits: String, written: String },
}

/// An amount that is asked for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Kroner {
    amount: f64,
    /// Its øre were not given.
    is_whole: bool,
}

impl Query {
    pub(super) fn of(text: &str) -> Self {
        let text: String = text.chars().filter(|&c| !crate::domain::is_invisible(c)).collect();
        let text = text.trim().to_lowercase();
        let text = text.strip_prefix("tel:").unwrap_or(&text);
        let mut terms = Vec::new();
        let mut number: Vec<&str> = Vec::new();
        let tokens = text.split(char::is_whitespace).filter(|token| !token.is_empty() && !is_currency(token));
        for token in tokens {
            if is_numeric(token) {
                number.push(token);
                continue;
            }
            terms.extend(in_digits(&std::mem::take(&mut number)));
            terms.extend(in_letters(token));
        }
        terms.extend(in_digits(&number));
        // A single letter or digit says too little by itself.
        let says_enough = |term: &Term| match term {
            Term::Word { as_written, .. } => as_written.chars().count() > 1,
            Term::Number { digits, .. } => digits.len() > 1,
        };
        if !terms.iter().any(says_enough) {
            terms.clear();
        }
        Self { terms, compact: compact(text) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    pub(super) fn terms(&self) -> impl Iterator<Item = &Term> {
        self.terms.iter()
    }
}

impl Term {
    /// Its letters, folded as names are.
    pub(super) fn word(&self) -> Option<&str> {
        match self {
            Self::Word { word, .. } => Some(word),
            Self::Number { .. } => None,
        }
    }
}

fn is_currency(token: &str) -> bool {
    ["kr", "kr.", "nok", ",-", "kroner"].contains(&token)
}

/// Whether it is of digits and of what stands between them, in a number or in an amount.
fn is_numeric(token: &str) -> bool {
    let token = token.strip_prefix("kr").unwrap_or(token);
    token.chars().any(|c| c.is_ascii_digit())
        && token.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | '(' | ')' | '-' | '.' | ',' | '/' | '–'))
}

fn in_digits(tokens: &[&str]) -> Option<Term> {
    let written = tokens.join(" ");
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    (!digits.is_empty()).then_some(Term::Number { digits, written })
}

/// Splits a token at what divides names, but for an address and for what has digits in it.
fn in_letters(token: &str) -> Vec<Term> {
    let term = |word: String, as_written: &str| Term::Word { word, as_written: as_written.to_owned() };
    if token.contains('@') || token.chars().any(|c| c.is_ascii_digit()) {
        return vec![term(words(token).concat(), token)];
    }
    plain_words(token).iter().map(|part| term(joined(part), part)).collect()
}

/// Reads an amount in whichever way it is written: `1250`, `1 250,50`, `1.250,00`, `1,250.00`, `kr 1250,-`.
pub(super) fn kroner(written: &str) -> Option<Kroner> {
    let text: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    let text = text.trim_start_matches("kr").trim_end_matches(['-', '–']).trim_end_matches([',', '.']);
    if !text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | ',')) {
        return None;
    }
    let last = text.rfind(['.', ',']);
    // A separator with two digits after it, or one, is that of the øre; with three it groups.
    let (whole, ore) = match last.map(|at| (&text[..at], &text[at + 1..])) {
        Some((whole, ore)) if matches!(ore.len(), 1 | 2) => (whole, Some(ore)),
        _ => (text, None),
    };
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let amount = format!("{digits}.{}", ore.unwrap_or("0")).parse().ok()?;
    Some(Kroner { amount, is_whole: ore.is_none() })
}

impl Kroner {
    pub(super) fn matches(self, amount: f64) -> Option<Match> {
        const HALF_AN_ORE: f64 = 0.005;
        match () {
            () if (amount - self.amount).abs() < HALF_AN_ORE => Some(Match::Whole),
            () if self.is_whole && (amount.trunc() - self.amount).abs() < HALF_AN_ORE => Some(Match::Beginning),
            () => None,
        }
    }
}

//! Fuzzy search of reservations by whatever a caller says: name, phone number, e-mail address, amount or reference.
//! Pure.

mod folded;
mod marks;
mod query;

use std::ops::Range;

use super::Row;
use folded::{compact, is_one_slip, words};
use query::{Query, Term, kroner};

/// The search index of a list: its texts folded once, so that each key that is pressed costs little.
#[derive(Debug, Default)]
pub struct SearchIndex(Vec<Indexed>);

/// What a search has found.
#[derive(Debug)]
pub(super) struct Found {
    /// Places in the list: the best first, then as they are listed.
    pub(super) places: Vec<usize>,
    query: Query,
    may_slip: bool,
}

/// A row that a search has found. `Debug` shows neither name nor contacts.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundRow {
    pub row: Row,
    /// The parts of the customer's name that were meant, in UTF-16 code units.
    pub marks: Vec<Range<usize>>,
}

/// What one row can be found by. `Debug` shows nothing of it.
struct Indexed {
    name: Vec<String>,
    /// The address as it is written, and its parts.
    email: Vec<String>,
    /// Without what stands between letters and digits.
    references: Vec<String>,
    id: String,
    /// Digits, without the country code and with it.
    phone: Option<[String; 2]>,
    amount: Option<f64>,
}

/// How well a term matches, the best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Match {
    Whole,
    Beginning,
    /// The end of a number, say, or one inside of a reference.
    Part,
    /// One letter is wrong, missing, too much, or has changed places with the next.
    Slip,
}

/// The fewest letters of a word that may hold a slip: of shorter ones too many are a letter away.
const FEWEST_FOR_SLIP: usize = 4;
/// The fewest letters of a reference that mean one.
const FEWEST_LETTERS: usize = 4;
/// The fewest letters and digits of a reservation's number.
const FEWEST_OF_ID: usize = 6;
/// The fewest digits that a number is found by which are only a part of it.
const FEWEST_DIGITS: usize = 4;

impl SearchIndex {
    pub fn new<'a>(rows: impl IntoIterator<Item = &'a Row>) -> Self {
        Self(rows.into_iter().map(Indexed::of).collect())
    }

    /// Adds a row at the end.
    pub fn push(&mut self, row: &Row) {
        self.0.push(Indexed::of(row));
    }

    /// Finds the rows that a text can mean, by their places in the list: the best first, then as they are listed. A slip
    /// is looked for only where nothing is found without one.
    pub fn find(&self, text: &str) -> Vec<usize> {
        self.search(text).places
    }

    pub(super) fn search(&self, text: &str) -> Found {
        let query = Query::of(text);
        let without = self.rated(&query, false);
        let may_slip = without.is_empty();
        let places = if may_slip { self.rated(&query, true) } else { without };
        Found { places, query, may_slip }
    }

    fn rated(&self, query: &Query, may_slip: bool) -> Vec<usize> {
        if query.is_empty() {
            return Vec::new();
        }
        let rated = self.0.iter().enumerate().filter_map(|(at, row)| Some((row.rate(query, may_slip)?, at)));
        let mut found: Vec<_> = rated.collect();
        found.sort_unstable();
        found.into_iter().map(|(_, at)| at).collect()
    }
}

impl Found {
    pub(super) fn row(&self, row: &Row) -> FoundRow {
        let marks = row.customer.as_deref().map(|name| marks::marks(name, &self.query, self.may_slip));
        FoundRow { row: row.clone(), marks: marks.unwrap_or_default() }
    }
}

impl Indexed {
    fn of(row: &Row) -> Self {
        let phone = row.sms_to.as_ref().map(|number| {
            let (country, national) = (number.country_code(), number.national_number());
            let international = format!("{}{national}", country.trim_start_matches('+'));
            [national, international]
        });
        let email = row.email_to.as_ref().map(|address| {
            let address = address.as_str().to_lowercase();
            let parts = words(&address);
            [address].into_iter().chain(parts).collect()
        });
        let references = row.references.iter().map(|reference| compact(reference));
        Self {
            name: row.customer.as_deref().map(words).unwrap_or_default(),
            email: email.unwrap_or_default(),
            references: references.collect(),
            id: compact(row.id.as_str()),
            phone,
            amount: row.amount,
        }
    }

    /// Rates how well a query matches, the worst of its terms first; None where one does not. All of it may be one
    /// reference too.
    fn rate(&self, query: &Query, may_slip: bool) -> Option<Vec<Match>> {
        let as_one = self.references.iter().filter_map(|one| part(one, &query.compact, FEWEST_LETTERS)).min();
        let of_terms = query.terms().map(|term| self.best(term, may_slip)).collect::<Option<Vec<_>>>();
        let of_terms = of_terms.map(|mut rating| {
            rating.sort_unstable_by(|one, other| other.cmp(one));
            rating
        });
        as_one.map(|best| vec![best]).into_iter().chain(of_terms).min()
    }

    fn best(&self, term: &Term, may_slip: bool) -> Option<Match> {
        match term {
            Term::Word { word, as_written } => self.word(word, as_written, may_slip),
            Term::Number { digits, written } => self.number(digits, written),
        }
    }

    fn word(&self, word: &str, as_written: &str, may_slip: bool) -> Option<Match> {
        let compact = compact(as_written);
        let of_references = self.references(&compact, FEWEST_LETTERS);
        let of_address = self.email.iter().filter_map(|part| beginning(part, as_written));
        let of_name = self.name.iter().filter_map(|name| beginning(name, word));
        let best = of_name.chain(of_address).chain(of_references).min();
        let has_slip = || {
            let all = || self.name.iter().chain(&self.email);
            word.chars().count() >= FEWEST_FOR_SLIP && all().any(|other| is_one_slip(word, other))
        };
        best.or_else(|| (may_slip && has_slip()).then_some(Match::Slip))
    }

    fn number(&self, digits: &str, written: &str) -> Option<Match> {
        let amount = kroner(written).zip(self.amount).and_then(|(asked, amount)| asked.matches(amount));
        let of_references = self.references(digits, FEWEST_DIGITS);
        amount.into_iter().chain(self.phone(digits)).chain(of_references).min()
    }

    /// Matches what callers quote, and the number of the reservation, of which more is wanted: many begin alike.
    fn references(&self, asked: &str, fewest: usize) -> Option<Match> {
        let of_references = self.references.iter().filter_map(|reference| part(reference, asked, fewest));
        of_references.chain(part(&self.id, asked, FEWEST_OF_ID)).min()
    }

    fn phone(&self, digits: &str) -> Option<Match> {
        let [national, international] = self.phone.as_ref()?;
        let digits = digits.trim_start_matches('0');
        match () {
            () if digits == national || digits == international => Some(Match::Whole),
            () if digits.len() < FEWEST_DIGITS => None,
            () if national.starts_with(digits) || international.starts_with(digits) => Some(Match::Beginning),
            () => national.ends_with(digits).then_some(Match::Part),
        }
    }
}

fn beginning(whole: &str, part: &str) -> Option<Match> {
    if part.is_empty() || !whole.starts_with(part) {
        return None;
    }
    Some(if whole.len() == part.len() { Match::Whole } else { Match::Beginning })
}

/// A part of a reference counts, if it is not too short to mean anything.
fn part(whole: &str, part: &str, fewest: usize) -> Option<Match> {
    match () {
        () if whole == part => Some(Match::Whole),
        () if part.len() < fewest => None,
        () if whole.starts_with(part) => Some(Match::Beginning),
        () => whole.contains(part).then_some(Match::Part),
    }
}

impl std::fmt::Debug for Indexed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Indexed")
    }
}

//! Finds the reservation's id in whatever was pasted: the id alone, a link, a line from a booking system.

mod cut_off;
mod links;
mod words;

use std::fmt;

use super::{Environment, pasted};

/// The id of a reservation, such as `RES3633019929`: letters and digits, in capitals, without spaces. It names no
/// person. An order's, such as `ODR1649249709`, counts as one: an order carries a payment link too, and it is sent
/// again in the same way.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ReservationId(String);

/// A thing that carries a payment link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Payable {
    Reservation,
    Order,
}

/// A kind of id that the service gives to things without a payment link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IdKind {
    Subscription,
    Customer,
    Capture,
    Charge,
    Terminal,
    Organisation,
}

/// An error when parsing a reservation's id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReservationIdError {
    #[error("nothing was given")]
    Missing,
    #[error("there is no id in the text")]
    NoId,
    /// A link, perhaps the short one from a message: only the service knows which reservation it is.
    #[error("there is no id in the link")]
    ShortLink,
    #[error("there is more than one reservation in the text")]
    Several,
    /// A line's end or an ellipsis cuts the number: whatever is missing, the rest may be another's.
    #[error("the id is cut off")]
    CutOff,
    #[error("the id is that of another thing ({0:?})")]
    IsOther(IdKind),
}

impl ReservationId {
    /// Parses the reservation's id in a text. A text that is nothing but an id may have any prefix and any number of
    /// digits; so may the last part of a link. Inside other text only the known prefixes count. Where a reservation
    /// stands beside ids of other kinds, the reservation is meant; then the order.
    pub fn parse(text: &str) -> Result<Self, ReservationIdError> {
        let text = cut_off::joined(pasted::as_seen(text));
        let text = text.trim();
        if text.is_empty() {
            return Err(ReservationIdError::Missing);
        }
        if let Some(found) = whole(unwrapped(text)) {
            return found.into_reservation();
        }
        let in_words: Vec<Found> = words::ids(text).into_iter().map(Found::from).collect();
        let in_links: Vec<Found> = links::last_parts(text).filter_map(|part| last_part(&part)).collect();
        choose(&in_words, &in_links, links::is_in(text))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn payable(&self) -> Payable {
        match self.prefix() {
            Prefix::Order => Payable::Order,
            Prefix::Reservation | Prefix::Unfamiliar | Prefix::Other(_) => Payable::Reservation,
        }
    }

    /// Whether its prefix is one that we do not know: it may be a reservation, but a person has to say so.
    pub fn is_unfamiliar(&self) -> bool {
        self.prefix() == Prefix::Unfamiliar
    }

    /// Whether it has fewer digits than any id that was seen: it may not be typed to its end, and be somebody else's
    /// until then.
    pub fn is_short(&self) -> bool {
        self.0.bytes().filter(u8::is_ascii_digit).count() < cut_off::FEWEST_SEEN
    }

    fn prefix(&self) -> Prefix {
        let letters = self.0.trim_end_matches(|c: char| c.is_ascii_digit());
        Prefix::known(letters).map_or(Prefix::Unfamiliar, |(_, prefix)| prefix)
    }
}

impl fmt::Display for ReservationId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Returns the environment that the portal's links in the text belong to. None where there are none, or of both.
pub fn environment_of_links(text: &str) -> Option<Environment> {
    let text = pasted::as_seen(text);
    let mut environments = links::hosts(&text).filter_map(|host| {
        PORTALS.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(host)).map(|(_, environment)| environment)
    });
    let first = environments.next()?;
    environments.all(|other| other == first).then_some(first)
}

const PORTALS: [(&str, Environment); 2] =
    [("demo.frontpayment.no", Environment::Demo), ("go.frontpayment.no", Environment::Production)];

fn choose(in_words: &[Found], in_links: &[Found], has_link: bool) -> Result<ReservationId, ReservationIdError> {
    let all = || in_words.iter().chain(in_links);
    for prefix in [Prefix::Reservation, Prefix::Order, Prefix::Unfamiliar] {
        let mut ids = all().filter(|found| found.prefix == prefix && !found.is_cut_off);
        let first = ids.next();
        if first.is_some_and(|first| ids.any(|other| other.id != first.id)) {
            return Err(ReservationIdError::Several);
        }
        let mut cut_off = all().filter(|found| found.prefix == prefix && found.is_cut_off);
        if cut_off.any(|found| !first.is_some_and(|first| found.is_beginning_of(first))) {
            return Err(ReservationIdError::CutOff);
        }
        if let Some(first) = first {
            return Ok(ReservationId(first.id.clone()));
        }
    }
    match all().next() {
        Some(first) => first.clone().into_reservation(),
        None if has_link => Err(ReservationIdError::ShortLink),
        None => Err(ReservationIdError::NoId),
    }
}

/// Reads the text as one id and nothing else, with its inner spaces dropped.
fn whole(text: &str) -> Option<Found> {
    let digits_at = text.find(|c: char| c.is_ascii_digit())?;
    let (front, number) = text.split_at(digits_at);
    let letters: String = front.split(' ').collect();
    // `RES-363…` and `res 363…` can only be one thing. "Tlf 953…" can be another.
    let known = Prefix::known(letters.trim_end_matches(['-', '\u{2011}', ':', '#', '.', '_']));
    let (name, prefix) = known
        .map(|(name, prefix)| (name.to_owned(), prefix))
        .or_else(|| is_unfamiliar(front).then(|| (front.to_owned(), Prefix::Unfamiliar)))?;
    let digits: String = number.split(' ').collect();
    (is_number(&digits) && (digits == number || is_one_when_spaced(number, digits.len())))
        .then(|| Found::new(prefix, &name, &digits))
}

/// Whether spaced digits are one id: as long as those seen, and in groups as people make them, or digit by digit.
fn is_one_when_spaced(number: &str, count: usize) -> bool {
    let groups: Vec<usize> = number.split(' ').map(str::len).filter(|size| *size > 0).collect();
    (cut_off::FEWEST_SEEN..=cut_off::MOST_SEEN).contains(&count)
        && (words::is_one_id(&groups) || groups.iter().all(|size| *size == 1))
}

/// Reads the id in a link's last part. A short link's code can look like an id, so one with a prefix that we don't know
/// needs six digits, unless it stands where the portal puts ids.
fn last_part(part: &links::LastPart<'_>) -> Option<Found> {
    let digits_at = part.text.find(|c: char| c.is_ascii_digit())?;
    let (front, number) = part.text.split_at(digits_at);
    let known = Prefix::known(front);
    let (digits, tail) = number.split_at(number.find(|c: char| !c.is_ascii_digit()).unwrap_or(number.len()));
    let may_be = known.is_some() || (is_unfamiliar(front) && (part.is_details || digits.len() >= 6));
    let prefix = known.map_or(Prefix::Unfamiliar, |(_, prefix)| prefix);
    let found = (may_be && is_number(digits)).then(|| Found::new(prefix, front, digits))?;
    let after = if tail.is_empty() { part.after } else { tail };
    if cut_off::is_cut_off(digits.len(), after, true) {
        return Some(Found { is_cut_off: true, ..found });
    }
    // What ends a sentence, or a link inside a filter's.
    tail.trim_end_matches(['.', ':', '!', '_']).is_empty().then_some(found)
}

/// Whether it may be an unfamiliar prefix: two to six letters. Not `ORDRES`: that is a word run together with a prefix,
/// and nobody can tell which of the two was meant.
fn is_unfamiliar(text: &str) -> bool {
    (2..=6).contains(&text.len())
        && text.bytes().all(|b| b.is_ascii_alphabetic())
        && (1..text.len()).all(|at| Prefix::known(&text[at..]).is_none())
}

fn is_number(text: &str) -> bool {
    (1..=20).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit())
}

/// Strips the quotation marks or brackets that came along.
fn unwrapped(text: &str) -> &str {
    text.trim_matches(|c: char| c == ' ' || "\"'`«»“”„‘’()[]<>".contains(c))
}

#[derive(Clone)]
struct Found {
    prefix: Prefix,
    id: String,
    is_cut_off: bool,
}

impl Found {
    fn new(prefix: Prefix, name: &str, digits: &str) -> Self {
        let id = format!("{}{digits}", name.to_ascii_uppercase());
        Self { prefix, id, is_cut_off: false }
    }

    /// Whether the other is the same id, whole.
    fn is_beginning_of(&self, whole: &Self) -> bool {
        whole.id.len() > self.id.len() && whole.id.starts_with(&self.id)
    }

    fn into_reservation(self) -> Result<ReservationId, ReservationIdError> {
        match self.prefix {
            Prefix::Reservation | Prefix::Order | Prefix::Unfamiliar => Ok(ReservationId(self.id)),
            Prefix::Other(kind) => Err(ReservationIdError::IsOther(kind)),
        }
    }
}

impl From<words::Word> for Found {
    fn from(word: words::Word) -> Self {
        Self { is_cut_off: word.is_cut_off, ..Self::new(word.prefix, word.name, &word.digits) }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Prefix {
    Reservation,
    Order,
    Other(IdKind),
    Unfamiliar,
}

impl Prefix {
    const KNOWN: [(&str, Self); 8] = [
        ("RES", Self::Reservation),
        ("ODR", Self::Order),
        ("SUB", Self::Other(IdKind::Subscription)),
        ("CSRT", Self::Other(IdKind::Customer)),
        ("CAP", Self::Other(IdKind::Capture)),
        ("CHA", Self::Other(IdKind::Charge)),
        ("TRML", Self::Other(IdKind::Terminal)),
        ("ORG", Self::Other(IdKind::Organisation)),
    ];

    fn known(letters: &str) -> Option<(&'static str, Self)> {
        Self::KNOWN.into_iter().find(|(name, _)| name.eq_ignore_ascii_case(letters))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_read_in_any_case_and_with_spaces() {
        let id = ReservationId::parse(" res 3633 019 929 ").map(|id| id.to_string());
        assert_eq!(id.as_deref(), Ok("RES3633019929"));
    }

    #[test]
    fn a_phone_number_with_a_word_before_it_is_no_id() {
        assert_eq!(ReservationId::parse("Tlf 95321987"), Err(ReservationIdError::NoId));
    }

    #[test]
    fn only_a_prefix_that_nobody_knows_is_unfamiliar() {
        let is_unfamiliar = |text| ReservationId::parse(text).map(|id| id.is_unfamiliar());
        assert_eq!(is_unfamiliar("RES3633019929"), Ok(false));
        assert_eq!(is_unfamiliar("ODR1649249709"), Ok(false));
        assert_eq!(is_unfamiliar("RESX3633019929"), Ok(true));
    }

    #[test]
    fn a_link_of_the_portal_tells_its_environment() {
        for (text, environment) in [
            ("https://demo.frontpayment.no/reservations/details/RES3633019929", Some(Environment::Demo)),
            ("go.frontpayment.no/reservations/details/RES3633019929?x=1", Some(Environment::Production)),
            ("See HTTPS://GO.FrontPayment.no/order/details/ODR1649249709, sent today", Some(Environment::Production)),
            ("https://filter.example/?url=https%3A%2F%2Fdemo.frontpayment.no%2Fx%2FRES1", Some(Environment::Demo)),
            ("https://demo.frontpayment.no:443/RES3633019929", Some(Environment::Demo)),
            ("https://demo.frontpayment.no/a https://go.frontpayment.no/b", None),
            ("https://demo.example.com/reservations/details/RES3633019929", None),
            ("https://go.frontpayment.no.example.com/RES3633019929", None),
            ("RES3633019929", None),
            ("", None),
        ] {
            assert_eq!(environment_of_links(text), environment, "{text}");
        }
    }
}

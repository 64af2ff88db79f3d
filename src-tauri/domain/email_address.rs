//! One plain e-mail address, as it is typed into a form: no names, comments, quotes or bare IP addresses.
//! Letters outside ASCII are welcome on both sides (`bjørn@blåbær.no`), since such addresses exist;
//! whether one can be reached, the service has to say. Nothing is changed but what cannot be seen, and letters of
//! another width or in several parts: what is read is shown beside what was typed.

mod look_alike;
mod written;

use std::fmt;

use email_address::Options;
use unicode_normalization::char::is_combining_mark;
use unicode_security::mixed_script::AugmentedScriptSet;

/// A valid e-mail address. `Debug` shows it masked, and there is no `Display`: the whole of it must be asked for.
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct EmailAddress(String);

/// An error when parsing an e-mail address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmailAddressError {
    #[error("nothing was given")]
    Missing,
    #[error("there is no @")]
    WithoutAt,
    #[error("there is more than one address")]
    Several,
    /// The local part, before the @, or the address as a whole.
    #[error("this is not how an address is written")]
    Malformed,
    /// The domain, after the @.
    #[error("the part after @ is not a domain")]
    Domain,
}

impl EmailAddress {
    pub fn parse(input: &str) -> Result<Self, EmailAddressError> {
        let text = written::plain(input)?;
        let text = text.as_str();
        if text.is_empty() {
            return Err(EmailAddressError::Missing);
        }
        let Some((local, domain)) = text.split_once('@') else {
            return Err(EmailAddressError::WithoutAt);
        };
        if domain.contains('@') {
            return Err(if is_list(text) { EmailAddressError::Several } else { EmailAddressError::Malformed });
        }
        if text.contains(belongs_in_no_address) {
            return Err(EmailAddressError::Malformed);
        }
        if !email_address::EmailAddress::is_valid_local_part(local) {
            return Err(EmailAddressError::Malformed);
        }
        if !is_domain(domain) {
            return Err(EmailAddressError::Domain);
        }
        // A mark that belongs to no letter here: `kari` with a stroke through it is another's name.
        if local.contains(is_loose_mark) {
            return Err(EmailAddressError::Malformed);
        }
        // The library has the last word: lengths, and whatever it knows that we have not thought of. It knows no marks.
        let options = Options::default().with_required_tld().without_domain_literal().without_display_text();
        let letters: String = text.chars().filter(|&c| !is_combining_mark(c)).collect();
        email_address::EmailAddress::parse_with_options(&letters, options)
            .ok()
            .filter(|_| text.len() <= LONGEST)
            .map(|_| Self(text.to_owned()))
            .ok_or(EmailAddressError::Malformed)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether some of its letters look like others: it may be another address than a person reads.
    pub fn has_look_alike_letters(&self) -> bool {
        self.0.split_once('@').is_some_and(|(local, domain)| look_alike::is_in(local, domain))
    }

    /// Returns the domain in small letters: no two differ by their case alone.
    pub fn domain(&self) -> String {
        self.0.split_once('@').map_or_else(String::new, |(_, domain)| domain.to_lowercase())
    }

    /// Returns it masked, such as `k…@example.com`.
    pub fn masked(&self) -> String {
        let (local, domain) = self.0.split_once('@').unwrap_or_default();
        let first: String = local.chars().take(1).collect();
        format!("{first}…@{domain}")
    }
}

impl fmt::Debug for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "EmailAddress({})", self.masked())
    }
}

/// The longest address, in octets, as mail servers count (RFC 3696, erratum 1690).
const LONGEST: usize = 254;
const LONGEST_DOMAIN: usize = 253;
const LONGEST_LABEL: usize = 63;

/// Whether there is more than one whole address, however they are parted.
fn is_list(text: &str) -> bool {
    text.split(|c: char| c.is_whitespace() || ",;/|".contains(c)).filter(|part| part.contains('@')).count() > 1
}

/// Whether a sign belongs in no address: spaces, names in brackets, quotation marks, comments, `²`. Brackets of an IP
/// address are the domain's fault.
fn belongs_in_no_address(c: char) -> bool {
    c.is_whitespace() || c.is_control() || "<>()\"\\,;".contains(c) || written::is_unusual(c)
}

/// Whether it is a combining mark that every script uses. Those of Hindi or Thai are letters of their own.
fn is_loose_mark(c: char) -> bool {
    is_combining_mark(c) && AugmentedScriptSet::for_char(c).is_all()
}

fn is_domain(text: &str) -> bool {
    let labels: Vec<&str> = text.split('.').collect();
    let [_, .., top] = labels.as_slice() else {
        return false;
    };
    text.len() <= LONGEST_DOMAIN && labels.iter().all(|label| is_label(label)) && is_top_level(top)
}

fn is_label(text: &str) -> bool {
    (1..=LONGEST_LABEL).contains(&text.len())
        && !text.starts_with('-')
        && !text.ends_with('-')
        && !text.starts_with(is_combining_mark)
        && text.chars().all(|c| c.is_alphanumeric() || c == '-' || (is_combining_mark(c) && !is_loose_mark(c)))
}

/// Whether a label can be a top-level domain: letters, two at least, or `xn--…`, which stands for ones outside ASCII.
fn is_top_level(label: &str) -> bool {
    let is_encoded = label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"));
    is_encoded || (label.chars().count() > 1 && label.chars().all(|c| c.is_alphabetic() || is_combining_mark(c)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_kept_as_typed() {
        let address = EmailAddress::parse("  Kari.Nordmann@Example.com ");
        assert_eq!(address.as_ref().map(EmailAddress::as_str), Ok("Kari.Nordmann@Example.com"));
    }

    #[test]
    fn an_address_is_shown_by_its_first_letter_and_its_domain() {
        let address = EmailAddress::parse("kari@example.com");
        assert_eq!(format!("{address:?}"), "Ok(EmailAddress(k…@example.com))");
    }

    #[test]
    fn two_addresses_are_too_many() {
        assert_eq!(EmailAddress::parse("kari@example.com; ola@example.com"), Err(EmailAddressError::Several));
    }
}

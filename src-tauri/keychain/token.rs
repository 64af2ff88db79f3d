use secrecy::{ExposeSecret, SecretString};
use thiserror::Error;

use crate::domain::is_invisible;

/// An access token that can be sent in a header and kept in every keychain. Its `Debug` shows nothing.
#[derive(Clone, Debug)]
pub struct Token(SecretString);

#[derive(Clone, Copy, Debug, PartialEq, Eq, Error)]
pub enum TokenError {
    #[error("there is no token in it")]
    Empty,
    #[error("a token is one run of letters, digits and signs, without spaces or control characters")]
    Malformed,
    #[error("the token is longer than a keychain can hold")]
    TooLong,
}

/// The most bytes of a token: what a Windows credential holds.
const LONGEST: usize = 2560;

impl Token {
    /// Parses a pasted token. What people paste along comes off: white space, quotes, `Authorization:` and `Bearer`.
    pub fn parse(pasted: &SecretString) -> Result<Self, TokenError> {
        let bare = bare(pasted.expose_secret());
        if bare.is_empty() {
            return Err(TokenError::Empty);
        }
        if bare.len() > LONGEST {
            return Err(TokenError::TooLong);
        }
        // What HTTP allows in a credential is visible ASCII; a space would be two things pasted together.
        if !bare.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Err(TokenError::Malformed);
        }
        Ok(Self(SecretString::from(bare)))
    }

    pub fn as_secret(&self) -> &SecretString {
        &self.0
    }
}

fn bare(pasted: &str) -> &str {
    let mut rest = pasted;
    loop {
        let before = rest.len();
        rest = rest.trim_matches(is_wrapping);
        for prefix in ["authorization:", "bearer:", "bearer"] {
            rest = without_prefix(rest, prefix);
        }
        if rest.len() == before {
            return rest;
        }
    }
}

fn is_wrapping(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '“' | '”' | '„' | '‘' | '’' | '«' | '»') || is_invisible(c)
}

/// Strips a prefix that is a whole word: a token may itself begin with these letters.
fn without_prefix<'a>(text: &'a str, prefix: &str) -> &'a str {
    let Some((head, tail)) = text.split_at_checked(prefix.len()) else { return text };
    let ends_word = prefix.ends_with(':') || tail.is_empty() || tail.starts_with(is_wrapping);
    if head.eq_ignore_ascii_case(prefix) && ends_word { tail } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(pasted: &str) -> Result<String, TokenError> {
        Token::parse(&SecretString::from(pasted)).map(|token| token.0.expose_secret().to_owned())
    }

    #[test]
    fn what_people_paste_along_is_taken_off() {
        for pasted in [
            "abc.DEF-123",
            "  abc.DEF-123\r\n",
            "Bearer abc.DEF-123",
            "bearer   abc.DEF-123",
            "Authorization: Bearer abc.DEF-123",
            "\"abc.DEF-123\"",
            "\"Bearer abc.DEF-123\"",
            "Bearer 'abc.DEF-123'",
            "“abc.DEF-123”",
            "\u{feff}abc.DEF-123\u{200b}",
            "\tBearer\u{a0}abc.DEF-123\n",
        ] {
            assert_eq!(parse(pasted).as_deref(), Ok("abc.DEF-123"), "{pasted:?}");
        }
    }

    #[test]
    fn a_token_that_begins_like_the_word_bearer_is_kept_whole() {
        assert_eq!(parse("bearerABC").as_deref(), Ok("bearerABC"));
        assert_eq!(parse("12|abc=").as_deref(), Ok("12|abc="));
    }

    #[test]
    fn nothing_is_refused_as_empty() {
        for pasted in ["", "  \n", "\"\"", "Bearer", "Bearer \"\"", "Authorization: Bearer"] {
            assert_eq!(parse(pasted), Err(TokenError::Empty), "{pasted:?}");
        }
    }

    #[test]
    fn what_no_header_can_carry_is_refused() {
        for pasted in ["abc def", "abc\ndef", "abc\u{0}def", "abc\u{7f}def", "abcødef", "abc\u{200b}def"] {
            assert_eq!(parse(pasted), Err(TokenError::Malformed), "{pasted:?}");
        }
    }

    #[test]
    fn the_longest_token_is_what_windows_holds() {
        assert!(parse(&"a".repeat(LONGEST)).is_ok());
        assert_eq!(parse(&"a".repeat(LONGEST + 1)), Err(TokenError::TooLong));
    }

    #[test]
    fn debug_output_shows_nothing_of_the_token() {
        let token = Token::parse(&SecretString::from("abc.DEF-123")).expect("a token");
        assert!(!format!("{token:?}").contains("abc"));
    }
}

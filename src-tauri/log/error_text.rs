//! Redaction of errors: what they say of themselves, without what could be somebody's.
//!
//! Our own errors have fixed words. Those of libraries may quote: a path with the user's name in it, a value out of a
//! file, what a panic said. None is known to quote a contact or a token; what looks like one is left out all the same.

use std::{env, error::Error as StdError, iter, sync::LazyLock};

use tokio::task::JoinError;

/// Returns an error and what caused it, in one line.
pub fn chain(error: &(dyn StdError + 'static)) -> String {
    let causes: Vec<_> = iter::successors(Some(error), |&error| error.source()).map(words).collect();
    causes.join(": ")
}

fn words(error: &(dyn StdError + 'static)) -> String {
    if let Some(error) = error.downcast_ref::<serde_json::Error>() {
        // Its own words quote what the file holds.
        return format!("{:?} at line {}, column {}", error.classify(), error.line(), error.column());
    }
    if let Some(error) = error.downcast_ref::<JoinError>() {
        return if error.is_panic() { "it panicked".to_owned() } else { "it was cancelled".to_owned() };
    }
    if let Some(error) = error.downcast_ref::<keyring::Error>() {
        return of_keychain(error).to_owned();
    }
    scrubbed(&error.to_string())
}

/// Names a keychain error. What lies behind it is a cause of its own, but for what is or may quote a secret.
fn of_keychain(error: &keyring::Error) -> &'static str {
    use keyring::Error;
    match error {
        Error::PlatformFailure(_) => "the platform failed",
        Error::NoStorageAccess(_) => "no access to the store",
        Error::NoEntry => "no such entry",
        Error::BadEncoding(_) => "the secret is not text",
        Error::BadDataFormat(..) => "the secret is malformed",
        Error::BadStoreFormat(_) => "the store is malformed",
        Error::TooLong(..) => "a value is too long",
        Error::Invalid(..) => "a value cannot be used",
        Error::Ambiguous(_) => "several entries match",
        Error::NoDefaultStore => "there is no store",
        Error::NotSupportedByStore(_) => "the store does not support it",
        _ => "another failure",
    }
}

/// Redacts a text to one line: the home folder is `~`, and addresses, numbers and what could be a key are left out.
pub(super) fn scrubbed(text: &str) -> String {
    const LONGEST: usize = 300;
    static HOME: LazyLock<Option<String>> = LazyLock::new(|| {
        let home = env::home_dir()?.to_string_lossy().trim_end_matches(['/', '\\']).to_owned();
        (home.len() > 1).then_some(home)
    });
    let text = HOME.as_ref().map_or_else(|| text.to_owned(), |home| text.replace(home, "~"));
    let one_line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let words: Vec<_> = one_line.split(' ').map(without_what_is_secret).collect();
    without_long_numbers(&words.join(" ")).chars().take(LONGEST).collect()
}

fn without_what_is_secret(word: &str) -> &str {
    let looks_like_a_key = |part: &str| {
        part.len() >= 16 && part.contains(|c: char| c.is_ascii_digit()) && part.contains(|c: char| c.is_alphabetic())
    };
    let parts = word.split(|c: char| !c.is_alphanumeric() && !matches!(c, '_' | '-'));
    if word.contains('@') || parts.into_iter().any(looks_like_a_key) { "…" } else { word }
}

/// Redacts phone numbers: seven digits or more, however they are spaced.
fn without_long_numbers(text: &str) -> String {
    const FEWEST: usize = 7;
    let mut kept = String::new();
    let mut number = String::new();
    for c in text.chars().chain(['\n']) {
        let goes_on = c.is_ascii_digit() || (!number.is_empty() && matches!(c, ' ' | '-' | '.' | '(' | ')' | '\u{a0}'));
        if goes_on {
            number.push(c);
            continue;
        }
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if digits < FEWEST {
            kept.push_str(&number);
        } else {
            kept.push('…');
        }
        number.clear();
        kept.push(c);
    }
    kept.pop();
    kept
}

#[cfg(test)]
mod tests {
    use std::{io, path::Path};

    use super::*;

    #[test]
    fn what_could_be_somebodys_is_left_out() {
        for secret in [
            "kari@example.com",
            "<kari.nordmann@example.com>,",
            "+47 412 34 567",
            "41234567",
            "0047-412-34-567",
            "(+47) 412.34.567",
            "RES3633019929",
            "12|Xk29fkPqLm3nBv7cZa1sDf5g",
            "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abc",
        ] {
            let text = scrubbed(&format!("it said {secret} and stopped"));
            assert!(text.starts_with("it said ") && text.ends_with("stopped") && text.contains('…'), "{text}");
            assert!(!text.contains("kari") && !text.contains("41234567") && !text.contains("412"), "{text}");
            assert!(!text.contains("3633") && !text.contains("Xk29") && !text.contains("eyJ"), "{text}");
        }
    }

    #[test]
    fn what_helps_is_kept() {
        for text in [
            "Permission denied (os error 13)",
            "The name org.freedesktop.secrets was not provided by any .service files",
            "database disk image is malformed",
            "no such table: sends in line 12",
        ] {
            assert_eq!(scrubbed(text), text);
        }
    }

    #[test]
    fn the_home_folder_is_not_told() {
        let home = env::home_dir().expect("a home");
        let path = home.join("a folder").join("journal.sqlite");
        let told = Path::new("~").join("a folder").join("journal.sqlite");
        assert_eq!(scrubbed(&format!("at {}", path.display())), format!("at {}", told.display()));
    }

    #[test]
    fn a_text_of_several_lines_cannot_forge_a_line() {
        assert_eq!(scrubbed("first\r\n2026-11-25T10:00:00Z INFO end").lines().count(), 1);
        assert!(scrubbed(&"long ".repeat(500)).len() <= 300);
    }

    #[test]
    fn a_json_error_does_not_quote_the_file() {
        let error = serde_json::from_str::<Vec<u8>>(r#"["kari"]"#).expect_err("no number");
        assert!(error.to_string().contains("kari"), "it would quote: {error}");
        assert_eq!(chain(&error), "Data at line 1, column 7");
    }

    #[test]
    fn every_cause_is_told() {
        #[derive(Debug, thiserror::Error)]
        #[error("it could not be read")]
        struct ReadFailure(#[source] io::Error);

        let error = ReadFailure(io::Error::from_raw_os_error(13));

        assert!(chain(&error).starts_with("it could not be read: "), "{}", chain(&error));
        assert!(chain(&error).contains("os error 13"), "{}", chain(&error));
    }
}

//! Leak detection: whether an answer quotes the access token or a part of it, in whichever way it was written down.

use std::collections::HashSet;

use secrecy::{ExposeSecret, SecretString};
use zeroize::Zeroizing;

mod decoding;

/// The length of a quotation: so many characters in a row are no accident. Of a shorter token it is all of them.
const RUN: usize = 12;

/// The substrings of a token that count as a quotation of it. They are found in any case, with or without what stands
/// between its letters and digits; white space and what cannot be seen never counts.
pub(super) struct TokenRuns {
    graphic: Runs,
    /// None where a token has too few letters and digits to be known by them.
    alphanumeric: Option<Runs>,
}

impl TokenRuns {
    pub(super) fn of(token: &SecretString) -> Self {
        let graphic = Zeroizing::new(folded(token.expose_secret().as_bytes(), u8::is_ascii_graphic));
        let alphanumeric = Zeroizing::new(folded(&graphic, u8::is_ascii_alphanumeric));
        Self { graphic: Runs::of(&graphic), alphanumeric: (alphanumeric.len() >= RUN).then(|| Runs::of(&alphanumeric)) }
    }

    /// Returns whether a text quotes the token: as it stands, decoded layer by layer, or out of base64.
    pub(super) fn are_in(&self, text: &[u8]) -> bool {
        let decoded = decoding::decoded(text);
        let plainest = decoded.last().map_or(text, Vec::as_slice);
        self.stand_in(text)
            || decoded.iter().any(|reading| self.stand_in(reading))
            || [text, plainest].into_iter().flat_map(decoding::out_of_base64).any(|reading| self.stand_in(&reading))
    }

    fn stand_in(&self, text: &[u8]) -> bool {
        self.graphic.are_in(&folded(text, u8::is_ascii_graphic))
            || self.alphanumeric.as_ref().is_some_and(|runs| runs.are_in(&folded(text, u8::is_ascii_alphanumeric)))
    }
}

fn folded(text: &[u8], counts: impl Fn(&u8) -> bool) -> Vec<u8> {
    text.iter().filter(|byte| counts(byte)).map(u8::to_ascii_lowercase).collect()
}

/// An index of a text's substrings of one length, and of their pieces. A long answer is looked at in strides, and
/// closely only where a piece was met.
struct Runs {
    length: usize,
    whole: HashSet<Box<[u8]>>,
    pieces: HashSet<Box<[u8]>>,
}

const PIECE: usize = 4;

impl Runs {
    fn of(text: &[u8]) -> Self {
        let length = RUN.min(text.len());
        let all = |length: usize| text.windows(length.max(1)).map(Box::from).collect();
        Self { length, whole: all(length), pieces: all(PIECE.min(length)) }
    }

    /// Searches a text for any of the runs. Every run holds a piece that begins where a stride ends.
    fn are_in(&self, text: &[u8]) -> bool {
        let piece = PIECE.min(self.length);
        let stride = self.length - piece + 1;
        (0..text.len().saturating_sub(piece.max(1) - 1))
            .step_by(stride)
            .filter(|&at| self.pieces.contains(&text[at..at + piece]))
            .any(|at| {
                let near = &text[(at + piece).saturating_sub(self.length)..text.len().min(at + self.length)];
                near.windows(self.length.max(1)).any(|run| self.whole.contains(run))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "12|Xk29tLq8VwZ0bN-5rJ.eY7uQ_4mHs";

    fn is_found(token: &str, text: &str) -> bool {
        TokenRuns::of(&SecretString::from(token)).are_in(text.as_bytes())
    }

    #[test]
    fn every_run_of_twelve_is_found_and_none_of_eleven() {
        let letters: Vec<char> = TOKEN.chars().collect();
        for at in 0..=letters.len() - RUN {
            let twelve: String = letters[at..at + RUN].iter().collect();
            for before in 0..RUN {
                assert!(is_found(TOKEN, &format!("{}{twelve}~", "~".repeat(before))), "{twelve} after {before}");
            }
            let eleven: String = letters[at..at + RUN - 1].iter().collect();
            assert!(!is_found(TOKEN, &format!("{eleven}~{eleven}")), "{eleven}");
        }
    }

    #[test]
    fn a_short_token_is_found_whole() {
        for token in ["a", "abc", "practice", "Elevenchars"] {
            assert!(is_found(token, &format!("<{token}>")), "{token}");
            assert!(!is_found(token, &token[1..]), "{token}");
            assert!(!is_found(token, ""), "{token}");
        }
    }

    #[test]
    fn it_is_found_however_it_was_written() {
        for text in [
            "Bearer 12%7CXk29tLq8VwZ0bN-5rJ.eY7uQ_4mHs",
            "12%257cXk29tLq8Vw",
            "12|XK29TLQ8VWZ0BN",
            r"12\u007CXk29tLq8V",
            r"12\u007cXk29\u0074Lq8V",
            r"12\x7cXk29tLq8V",
            r"12\\u007cXk29tLq8V",
            "12&#124;Xk29tLq8V",
            "12&#x7C;Xk29tLq8V",
            "12&#124Xk29tLq8V",
            "12&amp;#124;Xk29tLq8V",
            "12&vert;Xk29tLq8V",
            "12=7CXk29t=\r\nLq8V",
            "12 | Xk29 tLq8 Vw",
            "12|Xk\n29t\r\nLq8Vw",
            r"12|Xk\n29t\r\nLq8Vw",
            "12|Xk29\u{200b}tLq8\u{a0}VwZ0",
            "12|Xk29<wbr>tLq8<br/>VwZ0",
            r#"["12|Xk29t","Lq8VwZ0b"]"#,
            "Xk29.tLq8.VwZ0",
            // base64 of the whole, of "Bearer …", of "user:…" and of a middle, by either alphabet, wrapped, escaped
            "MTJ8WGsyOXRMcThWd1owYk4tNXJKLmVZN3VRXzRtSHM=",
            "QmVhcmVyIDEyfFhrMjl0THE4VndaMGJOLTVySi5lWTd1UV80bUhz",
            "Basic dXNlcjoxMnxYazI5dExxOFZ3WjBiTi01cko=",
            "OXRMcThWd1owYk4t",
            "MTJ8WGsy\r\nOXRMcThW\r\nd1owYk4t",
            r"MTJ8WGsyOXRMcThWd1ow\r\nYk4tNXJK",
            r"MTJ8WGsyOXRMcThWd1owYk4tNXJKLmVZ\/N3VRXzRtSHM",
            "MTJ8WGsyOXRMcThWd1owYk4tNXJK%3D%3D",
        ] {
            assert!(is_found(TOKEN, text), "{text}");
        }
    }

    #[test]
    fn what_quotes_nothing_is_left_alone() {
        for text in [
            r#"{"status_code":200,"message":"reservationRetrievedSuccessfully","data":{"reservationUuid":"RES3633019929"}}"#,
            "The customer details.email must be a valid email address.",
            "12|Xk29tLq",
            "&#;&#x;&;%%%\\u\\x=&#99999999999;",
            "",
        ] {
            assert!(!is_found(TOKEN, text), "{text}");
        }
    }
}

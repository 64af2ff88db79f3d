//! The languages of the window: their codes, and the names that people and operating systems have for them.

use serde::{Deserialize, Serialize};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Language {
    En,
    Nb,
}

impl Language {
    pub const ALL: [Self; 2] = [Self::En, Self::Nb];

    /// Returns the ISO 639-1 code, as in files, on the command line and for the page.
    pub const fn code(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Nb => "nb",
        }
    }

    /// Lists the codes of all languages as a sentence has them: `en and nb`.
    pub fn listed(before_the_last: &str) -> String {
        let [others @ .., last] = Self::ALL.map(Self::code);
        format!("{} {before_the_last} {last}", others.join(", "))
    }

    /// Parses what operating systems and people write: `nb`, `no`, `nn-NO`, `nb_NO.UTF-8`, `en-GB`.
    pub fn parse(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.', '@']).next().unwrap_or_default().to_ascii_lowercase();
        match primary.as_str() {
            "no" | "nn" => Some(Self::Nb),
            code => Self::ALL.into_iter().find(|language| language.code() == code),
        }
    }

    /// Returns the language of the operating system, or English.
    pub fn of_system() -> Self {
        sys_locale::get_locales().find_map(|tag| Self::parse(&tag)).unwrap_or(Self::En)
    }
}

#[cfg(test)]
mod tests {
    use ts_rs::{Config, TS};

    use super::*;

    #[test]
    fn languages_are_known_by_every_name_in_use() {
        for (tag, language) in [
            ("nb", Some(Language::Nb)),
            ("no", Some(Language::Nb)),
            ("nn", Some(Language::Nb)),
            ("nb-NO", Some(Language::Nb)),
            ("NB_no.UTF-8", Some(Language::Nb)),
            ("en", Some(Language::En)),
            ("en-GB", Some(Language::En)),
            ("sv-SE", None),
            ("nbx", None),
            ("", None),
        ] {
            assert_eq!(Language::parse(tag), language, "{tag}");
        }
    }

    #[test]
    fn no_language_is_left_out_of_what_is_said_of_them() {
        let known = Language::ALL.map(|language| format!("\"{}\"", language.code())).join(" | ");
        assert_eq!(known, Language::inline(&Config::default()));
        assert_eq!(Language::listed("and"), "en and nb");
    }
}

use std::path::PathBuf;

use clap::{Parser, Subcommand};

use crate::{connect::BaseUrl, policy, settings::Language};

/// What the app was started with.
#[derive(Clone, Debug, Default, Parser)]
#[command(name = "resend-reservation", version, about = "Send a customer's payment link again")]
pub struct Options {
    /// Language of the window: en or nb (no and nn are taken as nb)
    #[arg(long, value_name = "CODE", value_parser = language)]
    pub lang: Option<Language>,

    /// Folder for settings, the journal, the log and the window's own storage, instead of the system's places
    #[arg(long, value_name = "DIR")]
    pub data_dir: Option<PathBuf>,

    /// Talk to a service on this computer instead of Front Payment, for testing. The whole base, such as
    /// `http://127.0.0.1:8080/api/v1`; loopback addresses in numbers only
    #[arg(long, value_name = "URL", value_parser = BaseUrl::loopback)]
    pub local_api: Option<BaseUrl>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What it can do without a window.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Managed settings, for administrators
    #[command(subcommand)]
    Policy(policy::check::Command),
}

fn language(tag: &str) -> Result<Language, &'static str> {
    Language::parse(tag).ok_or("known languages are en and nb")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(arguments: &[&str]) -> Result<Options, clap::Error> {
        Options::try_parse_from([&["resend-reservation"], arguments].concat())
    }

    #[test]
    fn norwegian_is_known_by_all_its_names() {
        for tag in ["nb", "no", "nn", "nb-NO", "nb_NO.UTF-8"] {
            assert_eq!(parse(&["--lang", tag]).expect(tag).lang, Some(Language::Nb));
        }
        assert!(parse(&["--lang", "tlh"]).is_err());
    }

    #[test]
    fn the_local_service_must_be_on_this_computer() {
        assert!(parse(&["--local-api", "http://127.0.0.1:8080/api/v1"]).is_ok());
        assert!(parse(&["--local-api", "http://localhost:8080/api/v1"]).is_err());
        assert!(parse(&["--local-api", "https://example.com/api/v1"]).is_err());
    }

    #[test]
    fn nothing_is_needed() {
        assert!(parse(&[]).is_ok());
    }
}

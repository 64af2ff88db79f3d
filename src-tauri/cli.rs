//! The command line: the options of a start, and the commands that need no window.

pub mod api;
pub mod token;
mod usage_error;

use std::{
    ffi::OsString,
    path::{self, PathBuf},
};

use clap::{
    Parser, Subcommand,
    builder::{PathBufValueParser, TypedValueParser},
};

pub use usage_error::UsageError;

use crate::{connect::BaseUrl, deep_link, policy, settings::Language};

/// What the app was started with.
#[derive(Clone, Debug, Default, Parser)]
#[command(
    name = "resend-reservation",
    version,
    about = "Send a customer's payment link again",
    args_conflicts_with_subcommands = true
)]
pub struct Options {
    #[arg(long, value_name = "CODE", value_parser = language, help = language_help())]
    pub lang: Option<Language>,

    /// Folder for settings, the journal (the history file), the log and the window's own storage, instead of the
    /// system's places
    #[arg(long, value_name = "DIR", value_parser = PathBufValueParser::new().try_map(path::absolute::<PathBuf>))]
    pub data_dir: Option<PathBuf>,

    /// Talk to a service on this computer instead of Front Payment, for testing. The whole base, such as
    /// `http://127.0.0.1:8080/api/v1`; loopback addresses in numbers only
    #[arg(long, value_name = "URL", value_parser = BaseUrl::loopback)]
    pub local_api: Option<BaseUrl>,

    /// If the window stays blank, on Linux with a web view before 2.44: leave the graphics card nothing to do
    #[arg(long)]
    pub safe_graphics: bool,

    /// A reservation number, or a link or text with one in it: fills in the form, and sends nothing
    #[arg(value_name = "RESERVATION", value_parser = deep_link::read)]
    pub open_request: Option<String>,

    #[command(subcommand)]
    pub command: Option<Command>,
}

/// What it can do without a window.
#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Managed settings, for administrators
    #[command(subcommand)]
    Policy(policy::check::Command),
    /// The access token in the keychain, read from standard input
    #[command(subcommand)]
    Token(token::Command),
    /// How the real service behaves, for whoever develops this app
    #[command(subcommand, hide = true)]
    Api(api::Command),
}

impl Options {
    pub fn read(arguments: impl IntoIterator<Item = OsString>) -> Result<Self, UsageError> {
        let arguments: Vec<OsString> = arguments.into_iter().collect();
        Self::try_parse_from(&arguments).map_err(|error| UsageError::new(error, &arguments))
    }
}

fn language_help() -> String {
    format!("Language of the window: {} (no and nn are taken as nb)", Language::listed("or"))
}

fn language(tag: &str) -> Result<Language, String> {
    Language::parse(tag).ok_or_else(|| format!("known languages are {}", Language::listed("and")))
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

    /// What is written in it must not move when something changes the folder that the process works in.
    #[test]
    fn a_folder_is_where_it_was_named() {
        let data_dir = |folder| parse(&["--data-dir", folder]).expect("taken").data_dir;
        let here = std::env::current_dir().expect("a folder");
        assert_eq!(data_dir("desk/one"), Some(here.join("desk/one")));
        assert_eq!(data_dir("."), Some(here.clone()));
        let absolute = here.join("desk");
        assert_eq!(data_dir(absolute.to_str().expect("text")), Some(absolute.clone()));
        assert!(parse(&["--data-dir", ""]).is_err());
    }

    #[test]
    fn a_reservation_to_open_with_is_no_command() {
        let open_request = |arguments: &[&str]| parse(arguments).map(|options| options.open_request);
        assert_eq!(open_request(&["RES3633019929"]).expect("taken").as_deref(), Some("RES3633019929"));
        assert_eq!(
            open_request(&["--lang", "nb", "resend-reservation:RES3633019929"]).expect("taken").as_deref(),
            Some("RES3633019929")
        );
        let link = open_request(&["--", "resend-reservation:RES3633019929 --lang nb"])
            .expect("taken as Windows hands a link over");
        assert_eq!(link.as_deref(), Some("RES3633019929 --lang nb"));
        assert!(open_request(&["tokn"]).is_err());
        assert!(open_request(&["RES3633019929", "RES3633019930"]).is_err());
    }

    #[test]
    fn nothing_is_needed() {
        assert!(parse(&[]).is_ok());
    }
}

//! The command as it is typed: what it reads, what it asks, and that a send is one and is meant.

use std::sync::Arc;

use clap::Parser;
use resend_reservation::{
    cli::{Command, Options},
    connect::BaseUrl,
    domain::Environment,
    keychain::{Keep, Keychain, Token},
    practice::Service,
};

const TOKEN: &str = "a.token.of.mine";

#[tokio::test]
async fn it_reads_with_the_token_of_the_keychain_and_sends_nothing() {
    let desk = Desk::new().await;

    let (page, asides) = desk.run(&[], "").await.expect("done");

    assert!(page.starts_with("Connect API of local, as version "), "{page}");
    assert!(page.contains("holds    the token works"), "{page}");
    assert_eq!((asides.as_str(), desk.service.posts()), ("", 0));
}

#[tokio::test]
async fn a_send_is_asked_for_once_more_and_is_one() {
    for (answer, posts) in [("", 0), ("\n", 0), ("y\n", 0), ("no send\n", 0), ("send\n", 1), ("send\nsend\n", 1)] {
        let desk = Desk::new().await;

        let (page, asides) =
            desk.run(&["--reservation", "RES3633019929", "--send-to", "+47 412 34 567"], answer).await.expect("done");

        assert!(asides.contains("will be sent to +47 41 23 45 67, once"), "{asides}");
        assert_eq!(desk.service.posts(), posts, "{answer:?}");
        assert_eq!(page.contains("One send"), posts == 1, "{page}");
        assert!(!page.contains("41 23 45 67") && !page.contains("3633019929") && !page.contains(TOKEN), "{page}");
    }
}

#[tokio::test]
async fn how_the_send_is_listed_is_told() {
    let desk = Desk::new().await;

    let (page, _) =
        desk.run(&["--reservation", "RES3633019929", "--send-to", "+47 412 34 567"], "send\n").await.expect("done");

    assert!(page.contains("its answer: 202, read as sent"), "{page}");
    assert!(page.contains("its events: order-resent (1)"), "{page}");
}

#[tokio::test]
async fn nothing_is_ever_sent_in_production() {
    let arguments = ["--reservation", "RES3633019929", "--send-to", "+47 412 34 567"];
    let Some(Command::Api(command)) = parse(Environment::Production, None, &arguments) else {
        panic!("an api command")
    };

    let refused =
        command.run(Arc::new(absent_keychain()), &mut Vec::new(), &mut Vec::new(), &mut "send\n".as_bytes()).await;

    assert!(refused.expect_err("refused").starts_with("Nothing was sent or read"));
}

#[tokio::test]
async fn without_a_token_it_says_how_to_save_one() {
    let Some(Command::Api(command)) = parse(Environment::Demo, None, &[]) else { panic!("an api command") };

    let refused = command.run(Arc::new(absent_keychain()), &mut Vec::new(), &mut Vec::new(), &mut "".as_bytes()).await;

    assert!(refused.expect_err("refused").starts_with("Nothing was read: "));
}

#[test]
fn a_number_is_only_taken_whole_and_with_a_reservation() {
    for arguments in [
        &["--send-to", "+47 412 34 567"][..],
        &["--reservation", "RES3633019929", "--send-to", "412 34 567"],
        &["--reservation", "nothing", "--send-to", "+47 412 34 567"],
    ] {
        let all = [&["resend-reservation", "api", "check", "--environment", "demo"], arguments].concat();
        assert!(Options::try_parse_from(all).is_err(), "{arguments:?}");
    }
}

#[test]
fn it_is_not_in_the_help() {
    let help = <Options as clap::CommandFactory>::command().render_long_help().to_string();
    let commands: Vec<&str> =
        help.lines().filter_map(|line| line.strip_prefix("  ")?.split_whitespace().next()).collect();
    assert!(commands.contains(&"token") && !commands.contains(&"api"), "{help}");
}

fn absent_keychain() -> Keychain {
    Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), std::time::Duration::from_secs(1))
}

struct Desk {
    service: Service,
    keychain: Arc<Keychain>,
}

impl Desk {
    async fn new() -> Self {
        let keychain = absent_keychain();
        let token = Token::parse(&TOKEN.into()).expect("a token");
        keychain.save(Environment::Local, token, Keep::UntilTheAppCloses).await.expect("kept");
        Self { service: Service::start().await.expect("a service"), keychain: Arc::new(keychain) }
    }

    /// The page and what was said beside it.
    async fn run(&self, arguments: &[&str], answers: &str) -> Result<(String, String), String> {
        let base = self.service.base_url();
        let Some(Command::Api(command)) = parse(Environment::Local, Some(&base), arguments) else {
            panic!("an api command")
        };
        let (mut page, mut asides) = (Vec::new(), Vec::new());
        command.run(Arc::clone(&self.keychain), &mut page, &mut asides, &mut answers.as_bytes()).await?;
        let text = |bytes| String::from_utf8(bytes).expect("text");
        Ok((text(page), text(asides)))
    }
}

fn parse(environment: Environment, base: Option<&BaseUrl>, arguments: &[&str]) -> Option<Command> {
    let base = base.map(ToString::to_string);
    let local = base.iter().flat_map(|base| ["--local-api", base.as_str()]);
    let start = ["resend-reservation", "api", "check", "--environment", environment.name()];
    let all = start.into_iter().chain(local).chain(arguments.iter().copied());
    Options::try_parse_from(all).expect("understood").command
}

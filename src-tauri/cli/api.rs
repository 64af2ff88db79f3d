//! The command `resend-reservation api check`, by which whoever has a token tells us how the real service behaves. It
//! reads, and prints one page without anything that could be somebody's. It is not for staff, and not in the help.

use std::{
    io::{BufRead, Write},
    sync::Arc,
    time::Duration,
};

use clap::{Args, Subcommand};
use secrecy::SecretString;

use crate::{
    access::{Access, NoAccess, Prompt},
    connect::{BaseUrl, Client, Timeouts, conformance},
    domain::{EmailAddress, Environment, Outcome, PhoneNumber, Recipient, Region, ReservationId},
    keychain::Keychain,
};

#[derive(Clone, Debug, Subcommand)]
pub enum Command {
    /// Ask the service, by reads alone, which of the documented facts hold
    Check(Check),
}

#[derive(Args, Clone, Debug)]
pub struct Check {
    /// demo, production, practice or local; the token is the one in the keychain
    #[arg(long, value_name = "NAME", value_parser = environment)]
    environment: Environment,

    /// With the environment local: the service on this computer
    #[arg(long, value_name = "URL", value_parser = BaseUrl::loopback, required_if_eq("environment", "local"))]
    local_api: Option<BaseUrl>,

    /// A reservation of your own, to read its details
    #[arg(long, value_name = "NUMBER", value_parser = reservation)]
    reservation: Option<ReservationId>,

    /// Your own phone number with its country code: one link of that reservation is sent to it, after a question
    #[arg(long, value_name = "PHONE", value_parser = phone_number, requires = "reservation")]
    send_to: Option<PhoneNumber>,

    /// Your own email address, in the same way
    #[arg(long, value_name = "ADDRESS", value_parser = address, requires = "reservation")]
    send_to_email: Option<EmailAddress>,
}

/// The longest wait for a send to be listed in the events.
const LISTED_WITHIN: Duration = Duration::from_mins(2);

fn environment(name: &str) -> Result<Environment, &'static str> {
    Environment::ALL
        .into_iter()
        .find(|environment| environment.name() == name)
        .ok_or("known environments are demo, production, practice and local")
}

fn reservation(text: &str) -> Result<ReservationId, &'static str> {
    ReservationId::parse(text).map_err(|_| "this is no reservation number")
}

fn phone_number(text: &str) -> Result<PhoneNumber, &'static str> {
    let number = text.trim().starts_with('+').then(|| PhoneNumber::parse(text, Region::default()).ok()).flatten();
    number.ok_or("write the number with + and its country code")
}

fn address(text: &str) -> Result<EmailAddress, &'static str> {
    EmailAddress::parse(text).map_err(|_| "this is no email address")
}

impl Command {
    /// Runs the command. The page of text goes to `page`, questions to `asides`, and their answers come from `answers`.
    pub async fn run(
        self,
        keychain: Arc<Keychain>,
        page: &mut impl Write,
        asides: &mut impl Write,
        answers: &mut impl BufRead,
    ) -> Result<(), String> {
        let Self::Check(Check { environment, local_api, reservation, send_to, send_to_email }) = self;
        let recipient = Recipient::new(send_to, send_to_email);
        if recipient.is_some() && environment == Environment::Production {
            return Err("Nothing was sent or read: a send is tried in demo, and never in production.".to_owned());
        }
        let access = Access::new(keychain, local_api, Timeouts::default());
        let token = access.token(environment, Prompt::MayAsk).await.map_err(|reason| unread(&reason, environment))?;
        let client = access.client(environment).await.map_err(|error| format!("Nothing was read: {error}."))?;

        let report = conformance::check(&client, &token, reservation.as_ref()).await;
        let title = format!("Connect API of {environment}, as version {} sees it", env!("CARGO_PKG_VERSION"));
        write!(page, "{title}\n{}", report.text).map_err(|error| error.to_string())?;
        match (&reservation, recipient) {
            (Some(id), Some(recipient)) => send_once(&client, &token, id, &recipient, page, asides, answers).await,
            (_, _) => Ok(()),
        }
    }
}

fn unread(reason: &NoAccess, environment: Environment) -> String {
    match reason {
        NoAccess::NoToken => format!(
            "Nothing was read: there is no token for {environment}. \
             Save one with token set --environment {environment}."
        ),
        NoAccess::Keychain(error) => format!("Nothing was read: {error}."),
    }
}

/// Sends once, by one POST, after one more question. Whoever does not type the word has said no.
async fn send_once(
    client: &Client,
    token: &SecretString,
    id: &ReservationId,
    recipient: &Recipient,
    page: &mut impl Write,
    asides: &mut impl Write,
    answers: &mut impl BufRead,
) -> Result<(), String> {
    let told = |error: std::io::Error| error.to_string();
    let to: Vec<String> =
        [recipient.sms().map(PhoneNumber::international), recipient.email().map(|address| address.as_str().to_owned())]
            .into_iter()
            .flatten()
            .collect();
    write!(
        asides,
        "\nThe payment link of {id} will be sent to {}, once. It is not in the app's history.\n\
         Type send and press Enter. Anything else ends here: ",
        to.join(" and ")
    )
    .map_err(told)?;
    asides.flush().map_err(told)?;
    let mut answer = String::new();
    answers.read_line(&mut answer).map_err(told)?;
    if answer.trim() != "send" {
        return writeln!(asides, "\nNothing was sent.").map_err(told);
    }
    let meaning = client.resend(token, id, recipient).await;
    let outcome = match meaning.outcome {
        Outcome::Sent => "sent".to_owned(),
        Outcome::NotSent(reason) => format!("not sent ({reason:?})"),
        Outcome::Unknown(reason) => format!("unknown ({reason:?})"),
    };
    let status = meaning.status.map_or_else(|| "no answer".to_owned(), |status| status.as_u16().to_string());
    let sentences = meaning.sentences.len();
    writeln!(page, "\nOne send\n  found    its answer: {status}, read as {outcome}, {sentences} sentences")
        .map_err(told)?;
    let report = conformance::listing(client, token, id, LISTED_WITHIN).await;
    write!(page, "{}", report.text).map_err(told)
}

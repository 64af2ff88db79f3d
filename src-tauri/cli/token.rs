//! The command `resend-reservation token`, for whoever sets a computer up. The token comes on standard input and never
//! as an argument: arguments can be seen by everybody on the computer, and stay in the shell's history.

use std::io::Read;

use clap::{Args, Subcommand};
use secrecy::SecretString;
use zeroize::Zeroizing;

use crate::{
    domain::Environment,
    keychain::{Keep, Keychain, KeychainError, Token, TokenState, encoding},
};

#[derive(Clone, Copy, Debug, Subcommand)]
pub enum Command {
    /// Save the token that comes on standard input
    Set(Whose),
    /// Say whether a token is there, and never which
    Status(Whose),
    /// Take the token out of the keychain
    Forget(Whose),
}

#[derive(Args, Clone, Copy, Debug)]
pub struct Whose {
    /// production, demo or local
    #[arg(long, value_name = "NAME", value_parser = environment)]
    environment: Environment,
}

/// The usage text, where the arguments are not understood. Nothing of them is repeated: a token may be among them.
pub const USAGE: &str = "\
A token is never given as an argument, since arguments can be seen by others. It is read from standard input:

  resend-reservation token set --environment production < file-with-the-token
  resend-reservation token status --environment production
  resend-reservation token forget --environment production

The environment is production, demo or local.";

const FROM_A_TERMINAL: &str = "\
Nothing was saved. The token is read from standard input, so that it is not seen on the screen. For example:

  resend-reservation token set --environment production < file-with-the-token";

fn environment(name: &str) -> Result<Environment, &'static str> {
    [Environment::Production, Environment::Demo, Environment::Local]
        .into_iter()
        .find(|environment| environment.name() == name)
        .ok_or("known environments are production, demo and local")
}

impl Command {
    /// Runs the command, and returns its message. `input` is nothing where somebody would have to type it.
    pub async fn run(self, keychain: &Keychain, input: Option<impl Read>) -> Result<String, String> {
        match self {
            Self::Set(Whose { environment }) => set(keychain, environment, input).await,
            Self::Status(Whose { environment }) => {
                let state = keychain.state(environment).await.map_err(|error| refusal(&error))?;
                Ok(match state {
                    TokenState::Absent => format!("There is no token for {environment} in the keychain."),
                    TokenState::InKeychain | TokenState::UntilTheAppCloses => {
                        format!("A token for {environment} is in the keychain.")
                    }
                    TokenState::OneOfSeveral => format!(
                        "A token for {environment} is in the keychain, and another program has filed something under the \
                         same name. The app uses its own. \"token set\" leaves only the one that it saves, and \"token \
                         forget\" none."
                    ),
                })
            }
            Self::Forget(Whose { environment }) => {
                keychain.forget(environment).await.map_err(|error| refusal(&error))?;
                Ok(format!("No token for {environment} is in the keychain any more."))
            }
        }
    }
}

async fn set(keychain: &Keychain, environment: Environment, input: Option<impl Read>) -> Result<String, String> {
    let token = read(input.ok_or(FROM_A_TERMINAL)?)?;
    keychain
        .save(environment, token, Keep::InKeychain)
        .await
        .map_err(|error| format!("Nothing was saved. {}", refusal(&error)))?;
    Ok(format!("The token for {environment} is in the keychain."))
}

fn read(input: impl Read) -> Result<Token, String> {
    /// The most bytes that are read: longer than what a keychain can hold.
    const MOST: u64 = 8 * 1024;
    let mut bytes = Zeroizing::new(Vec::with_capacity(MOST.try_into().unwrap_or_default()));
    input
        .take(MOST)
        .read_to_end(&mut bytes)
        .map_err(|_| "Nothing was saved: standard input could not be read.".to_owned())?;
    let text =
        encoding::decode(&bytes).map_err(|error| format!("Nothing was saved. Standard input is not text: {error}."))?;
    Token::parse(&SecretString::from(text.as_str())).map_err(|error| format!("Nothing was saved: {error}."))
}

fn refusal(error: &KeychainError) -> String {
    let what_to_do = match error {
        KeychainError::Absent(_) => {
            "Start one (on Linux GNOME Keyring or KWallet) in the session of the user whose token it is."
        }
        KeychainError::KWallet(_) => "Turn it on in System Settings, for the Secret Service interface too.",
        KeychainError::Locked(_) | KeychainError::PromptCancelled(_) => "Unlock it, and run this again.",
        KeychainError::NoCollection(_) => "Make a keyring in \"Passwords and Keys\" and let it be the default.",
        KeychainError::NoAnswer => "It may be asking in a window of its own.",
        KeychainError::NoEntry | KeychainError::Unusable | KeychainError::Several(_) => "Save the token again.",
        KeychainError::Failed(_) => "Log out of the computer and in again.",
    };
    let error = error.to_string();
    let (first, rest) = error.split_at(error.chars().next().map_or(0, char::len_utf8));
    format!("{}{rest}. {what_to_do}", first.to_uppercase())
}

use std::time::Duration;

use tokio::time::timeout;

use super::{Finding, Found};
use crate::{
    domain::Environment,
    keychain::{Keychain, KeychainError, Token, TokenState},
};

/// The token of this environment and where it is kept, if there is one.
pub(super) type TokenReading = Result<Option<(Token, TokenState)>, KeychainError>;

pub(super) async fn look(keychain: &Keychain, environment: Environment, limit: Duration) -> TokenReading {
    timeout(limit, keychain.look(environment)).await.unwrap_or(Err(KeychainError::NoAnswer))
}

pub(super) fn found(environment: Environment, looked: &TokenReading) -> Found {
    let in_practice = environment == Environment::Practice;
    let finding = match looked {
        Ok(_) if in_practice => Finding::KeychainAnswers,
        Err(_) if in_practice => Finding::KeychainNotNeeded,
        Ok(Some((_, TokenState::UntilTheAppCloses))) => Finding::TokenForNow,
        Ok(Some((_, TokenState::OneOfSeveral))) => Finding::TokenOneOfSeveral,
        Ok(Some((_, TokenState::InKeychain | TokenState::Absent))) => Finding::TokenInKeychain,
        Ok(None) => Finding::TokenMissing,
        Err(error) => return Found::Wrong { code: error.into() },
    };
    finding.into()
}

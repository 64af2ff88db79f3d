//! Access to the service of an environment: its address, its client and its token.

mod background;
mod precedence;

use std::{collections::HashMap, io, sync::Arc, time::Duration};

use parking_lot::Mutex;
use secrecy::SecretString;
use thiserror::Error;
use tokio::sync::Mutex as AsyncMutex;

use crate::{
    connect::{BaseUrl, Client, ClientError, Details, EventList, Meaning, ReadFailure, Timeouts, TokenCheck},
    domain::{Environment, NotSent, Outcome, Recipient, ReservationId, Timestamp},
    keychain::{Keychain, KeychainError, Token},
    log::{Area, Log},
    practice,
};
pub(crate) use background::BackgroundConnection;
use precedence::Precedence;

/// The access to the service of each environment. Hosts are fixed in code, but for `--local-api`.
#[derive(Debug)]
pub struct Access {
    keychain: Arc<Keychain>,
    local: Option<BaseUrl>,
    timeouts: Timeouts,
    /// Started when first needed, and ended when practice is left.
    practice: AsyncMutex<Option<practice::Service>>,
    /// One client an environment, kept for its open connections until it was in vain.
    clients: Mutex<HashMap<Environment, Client>>,
    precedence: Precedence,
    log: Log,
}

/// The client of an environment, with its token. A client that could not be made answers as one that reached nobody.
#[derive(Clone, Debug)]
pub(crate) struct Connection {
    client: Result<Client, NotSent>,
    token: SecretString,
    /// What is called by it goes before whatever is read in the background.
    precedence: Precedence,
}

/// The prompt policy: whether a locked keychain may ask a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Prompt {
    /// A person has asked for something.
    MayAsk,
    /// The app does it of itself.
    Quiet,
}

/// The reason why there is no token to go with.
#[derive(Debug, Error)]
pub enum NoAccess {
    #[error("there is no token")]
    NoToken,
    #[error(transparent)]
    Keychain(#[from] KeychainError),
}

/// The reason why there is no client.
#[derive(Debug, Error)]
pub(crate) enum ServiceError {
    #[error(transparent)]
    Client(#[from] ClientError),
    #[error("the practice service could not start")]
    Practice(#[source] io::Error),
    #[error("no local address was given")]
    NoLocal,
}

impl Access {
    pub fn new(keychain: impl Into<Arc<Keychain>>, local: Option<BaseUrl>, timeouts: Timeouts) -> Self {
        let (practice, clients, precedence, log) = Default::default();
        Self { keychain: keychain.into(), local, timeouts, practice, clients, precedence, log }
    }

    #[must_use]
    pub fn with_log(self, log: Log) -> Self {
        Self { log, ..self }
    }

    pub fn keychain(&self) -> &Keychain {
        &self.keychain
    }

    /// Opens the connection: the client with the token. Nothing is called yet.
    pub(crate) async fn open(&self, environment: Environment, prompt: Prompt) -> Result<Connection, NoAccess> {
        let token = self.token(environment, prompt).await?;
        Ok(self.open_with(environment, token).await)
    }

    /// Opens the connection with a token that is at hand.
    pub(crate) async fn open_with(&self, environment: Environment, token: SecretString) -> Connection {
        let client = self.client(environment).await.map_err(|error| NotSent::from(&error));
        Connection { client, token, precedence: self.precedence.clone() }
    }

    /// Opens a connection for reads that nobody waits for, one by one, though somebody may have asked for what they
    /// bring.
    pub(crate) async fn open_in_background(
        &self,
        environment: Environment,
        prompt: Prompt,
        timeout: Duration,
    ) -> Result<BackgroundConnection, NoAccess> {
        Ok(BackgroundConnection::new(self.open(environment, prompt).await?, timeout))
    }

    /// Tells a working token from a refused one and from no network. Sends nothing to anybody.
    pub async fn check_token(&self, environment: Environment) -> Result<TokenCheck, NoAccess> {
        match self.open(environment, Prompt::MayAsk).await {
            Ok(connection) => Ok(connection.check_token().await),
            Err(reason) => {
                reason.log(&self.log);
                Err(reason)
            }
        }
    }

    pub(crate) async fn token(&self, environment: Environment, prompt: Prompt) -> Result<SecretString, NoAccess> {
        if environment == Environment::Practice {
            // Where it could not start, the client says so.
            return Ok(self.practice().await.map(|(_, token)| token).unwrap_or_default());
        }
        let token = match prompt {
            Prompt::MayAsk => self.keychain.load(environment).await?,
            Prompt::Quiet => self.keychain.load_quietly(environment).await?,
        };
        token.as_ref().map(Token::as_secret).cloned().ok_or(NoAccess::NoToken)
    }

    /// Returns the client, made when first needed. A failure is not kept: the next call tries anew.
    pub(crate) async fn client(&self, environment: Environment) -> Result<Client, ServiceError> {
        if let Some(client) = self.kept(environment) {
            return Ok(client);
        }
        let client = self.made(environment).await.inspect_err(|error| self.log.failed(Area::Connection, error))?;
        // Where another call was faster, its connections are open already.
        Ok(self.kept(environment).unwrap_or_else(|| {
            self.clients.lock().insert(environment, client.clone());
            client
        }))
    }

    /// Stops the practice service: nobody answers on this computer any more.
    pub async fn leave_practice(&self) {
        self.clients.lock().remove(&Environment::Practice);
        drop(self.practice.lock().await.take());
    }

    fn kept(&self, environment: Environment) -> Option<Client> {
        self.clients.lock().get(&environment).filter(|client| !client.is_stale()).cloned()
    }

    async fn made(&self, environment: Environment) -> Result<Client, ServiceError> {
        let client = Client::new(self.base_url(environment).await?, self.timeouts)?;
        Ok(client.after(self.clients.lock().get(&environment)))
    }

    async fn base_url(&self, environment: Environment) -> Result<BaseUrl, ServiceError> {
        match environment {
            Environment::Practice => Ok(self.practice().await?.0),
            Environment::Demo => Ok(BaseUrl::demo()),
            Environment::Production => Ok(BaseUrl::production()),
            Environment::Local => self.local.clone().ok_or(ServiceError::NoLocal),
        }
    }

    async fn practice(&self) -> Result<(BaseUrl, SecretString), ServiceError> {
        let mut running = self.practice.lock().await;
        let service = match running.take() {
            Some(service) => service,
            None => practice::Service::start_private().await.map_err(ServiceError::Practice)?,
        };
        let service = running.insert(service);
        Ok((service.base_url(), service.token()))
    }
}

impl Connection {
    pub(crate) async fn resend(&self, id: &ReservationId, recipient: &Recipient) -> Meaning {
        let _first = self.precedence.go_first();
        match &self.client {
            Ok(client) => client.resend(&self.token, id, recipient).await,
            Err(reason) => Meaning { outcome: Outcome::NotSent(*reason), sentences: Vec::new(), status: None },
        }
    }

    pub(crate) async fn check_token(&self) -> TokenCheck {
        let _first = self.precedence.go_first();
        self.reading()?.check_token(&self.token).await
    }

    pub(crate) async fn details(&self, id: &ReservationId) -> Result<Option<Details>, ReadFailure> {
        let _first = self.precedence.go_first();
        self.reading()?.details(&self.token, id).await
    }

    pub(crate) async fn history(
        &self,
        id: &ReservationId,
        from: Timestamp,
        to: Timestamp,
    ) -> Result<EventList, ReadFailure> {
        let _first = self.precedence.go_first();
        self.reading()?.history(&self.token, id, from, to).await
    }

    fn reading(&self) -> Result<&Client, ReadFailure> {
        self.client.as_ref().map_err(|reason| ReadFailure::Refused(*reason))
    }
}

impl NoAccess {
    /// Logs the failure; nothing where there is no token, as that is none.
    pub(crate) fn log(&self, log: &Log) {
        match self {
            Self::NoToken => {}
            Self::Keychain(error) => log.failed(Area::Keychain, error),
        }
    }
}

impl From<&ServiceError> for NotSent {
    fn from(error: &ServiceError) -> Self {
        match error {
            ServiceError::Client(ClientError::NoCertificates(_)) => Self::NoCertificates,
            ServiceError::Client(ClientError::SetUp(_)) | ServiceError::Practice(_) | ServiceError::NoLocal => {
                Self::NotStarted
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::domain::Unknown;

    fn access(local: Option<BaseUrl>) -> Access {
        let keychain = Keychain::new(|| Err(keyring_core::Error::NoDefaultStore), Duration::from_secs(1));
        Access::new(keychain, local, Timeouts::default())
    }

    async fn practice_token(access: &Access) -> SecretString {
        access.token(Environment::Practice, Prompt::Quiet).await.expect("one")
    }

    #[tokio::test]
    async fn practice_knows_its_own_token_and_no_other() {
        let (here, there) = (access(None), access(None));
        let (mine, theirs) = (practice_token(&here).await, practice_token(&there).await);
        let client = here.client(Environment::Practice).await.expect("a client");

        assert_eq!(client.check_token(&mine).await, Ok(()));
        assert_eq!(client.check_token(&theirs).await, Err(ReadFailure::Refused(NotSent::TokenRefused)));
        assert_eq!(client.check_token(&"practice".into()).await, Err(ReadFailure::Refused(NotSent::TokenRefused)));
    }

    #[tokio::test]
    async fn who_leaves_practice_leaves_nobody_answering_and_may_come_back() {
        let access = access(None);
        let token = practice_token(&access).await;
        let client = access.client(Environment::Practice).await.expect("a client");
        assert_eq!(client.check_token(&token).await, Ok(()));

        access.leave_practice().await;

        let closed =
            [Err(ReadFailure::Refused(NotSent::NoContact)), Err(ReadFailure::Unclear(Unknown::ConnectionBroken))];
        let left = client.check_token(&token).await;
        assert!(closed.contains(&left), "{left:?}");
        let token = practice_token(&access).await;
        let client = access.client(Environment::Practice).await.expect("a client");
        assert_eq!(client.check_token(&token).await, Ok(()));
    }

    #[tokio::test]
    async fn a_client_is_kept_until_it_was_in_vain() {
        // Held, so that nobody else is given its port, and deaf.
        let nobody = socket2::Socket::new(socket2::Domain::IPV4, socket2::Type::STREAM, None).expect("a socket");
        nobody.bind(&std::net::SocketAddr::from(([127, 0, 0, 1], 0)).into()).expect("a port");
        let address = nobody.local_addr().expect("an address").as_socket().expect("of IP");
        let base = BaseUrl::loopback(&format!("http://{address}/api/v1")).expect("a base");
        let access = access(Some(base));
        let client = access.client(Environment::Local).await.expect("a client");
        assert!(access.kept(Environment::Local).is_some());

        assert_eq!(
            client.check_token(&"a-token-for-tests".into()).await,
            Err(ReadFailure::Refused(NotSent::NoContact))
        );

        assert!(access.kept(Environment::Local).is_none());
        assert!(!access.client(Environment::Local).await.expect("a client").is_stale());
    }
}

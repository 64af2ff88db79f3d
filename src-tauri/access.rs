use std::{
    collections::HashMap,
    io,
    sync::{Mutex, MutexGuard, PoisonError},
};

use secrecy::SecretString;
use thiserror::Error;
use tokio::sync::Mutex as AsyncMutex;

use crate::{
    connect::{BaseUrl, Client, ClientError, Patience},
    domain::{Environment, NotSent},
    log::{Area, Log},
    practice,
};

/// Which service answers for which environment. Hosts are fixed in code, but for `--local-api`.
#[derive(Debug)]
pub struct Services {
    local: Option<BaseUrl>,
    patience: Patience,
    /// Started when first needed, and ended when practice is left.
    practice: AsyncMutex<Option<practice::Service>>,
    /// One client an environment, kept for its open connections until it was in vain.
    clients: Mutex<HashMap<Environment, Client>>,
    log: Log,
}

#[derive(Debug, Error)]
pub(crate) enum ServiceError {
    #[error(transparent)]
    Client(#[from] ClientError),
    #[error("the practice service could not start")]
    Practice(#[source] io::Error),
    #[error("no local address was given")]
    NoLocal,
}

impl Services {
    pub fn new(local: Option<BaseUrl>, patience: Patience) -> Self {
        Self { local, patience, practice: AsyncMutex::default(), clients: Mutex::default(), log: Log::default() }
    }

    #[must_use]
    pub fn with_log(self, log: Log) -> Self {
        Self { log, ..self }
    }

    /// A failure is not kept: the next call tries anew.
    pub(crate) async fn client(&self, environment: Environment) -> Result<Client, ServiceError> {
        if let Some(client) = self.kept(environment) {
            return Ok(client);
        }
        let client = self.made(environment).await.inspect_err(|error| self.log.failed(Area::Connection, error))?;
        // Where another call was faster, its connections are open already.
        Ok(self.kept(environment).unwrap_or_else(|| {
            self.clients().insert(environment, client.clone());
            client
        }))
    }

    /// What practice mode sends as its token.
    pub(crate) async fn practice_token(&self) -> Result<SecretString, ServiceError> {
        Ok(self.practice().await?.1)
    }

    /// Nobody answers on this computer any more.
    pub async fn leave_practice(&self) {
        self.clients().remove(&Environment::Practice);
        drop(self.practice.lock().await.take());
    }

    fn kept(&self, environment: Environment) -> Option<Client> {
        self.clients().get(&environment).filter(|client| !client.is_stale()).cloned()
    }

    async fn made(&self, environment: Environment) -> Result<Client, ServiceError> {
        Ok(Client::new(self.base_url(environment).await?, self.patience)?)
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

    fn clients(&self) -> MutexGuard<'_, HashMap<Environment, Client>> {
        self.clients.lock().unwrap_or_else(PoisonError::into_inner)
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
    use super::*;
    use crate::{connect::TokenCheck, domain::Unknown};

    fn services() -> Services {
        Services::new(None, Patience::default())
    }

    #[tokio::test]
    async fn practice_knows_its_own_token_and_no_other() {
        let (services, others) = (services(), services());
        let (mine, theirs) =
            (services.practice_token().await.expect("one"), others.practice_token().await.expect("one"));
        let client = services.client(Environment::Practice).await.expect("a client");

        assert_eq!(client.check_token(&mine).await, TokenCheck::Works);
        assert_eq!(client.check_token(&theirs).await, TokenCheck::Fails(NotSent::TokenRefused));
        assert_eq!(client.check_token(&"practice".into()).await, TokenCheck::Fails(NotSent::TokenRefused));
    }

    #[tokio::test]
    async fn who_leaves_practice_leaves_nobody_answering_and_may_come_back() {
        let services = services();
        let token = services.practice_token().await.expect("a token");
        let client = services.client(Environment::Practice).await.expect("a client");
        assert_eq!(client.check_token(&token).await, TokenCheck::Works);

        services.leave_practice().await;

        let closed = [TokenCheck::Fails(NotSent::NoContact), TokenCheck::Unclear(Unknown::ConnectionBroken)];
        let left = client.check_token(&token).await;
        assert!(closed.contains(&left), "{left:?}");
        let token = services.practice_token().await.expect("a token");
        let client = services.client(Environment::Practice).await.expect("a client");
        assert_eq!(client.check_token(&token).await, TokenCheck::Works);
    }

    #[tokio::test]
    async fn a_client_is_kept_until_it_was_in_vain() {
        let nobody = std::net::TcpListener::bind("127.0.0.1:0").expect("a port").local_addr().expect("an address");
        let base = BaseUrl::loopback(&format!("http://{nobody}/api/v1")).expect("a base");
        let services = Services::new(Some(base), Patience::default());
        let client = services.client(Environment::Local).await.expect("a client");
        assert!(services.kept(Environment::Local).is_some());

        assert_eq!(client.check_token(&"a-token-for-tests".into()).await, TokenCheck::Fails(NotSent::NoContact));

        assert!(services.kept(Environment::Local).is_none());
        assert!(!services.client(Environment::Local).await.expect("a client").is_stale());
    }
}

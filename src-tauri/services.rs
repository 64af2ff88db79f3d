use std::{
    collections::HashMap,
    io,
    sync::{Mutex, PoisonError},
};

use thiserror::Error;
use tokio::sync::OnceCell;

use crate::{
    connect::{BaseUrl, Client, ClientError, Patience},
    domain::Environment,
    practice,
};

/// Which service answers for which environment. Hosts are fixed in code, but for `--local-api`.
#[derive(Debug)]
pub struct Services {
    local: Option<BaseUrl>,
    patience: Patience,
    practice: OnceCell<practice::Service>,
    /// One client an environment, kept for its open connections.
    clients: Mutex<HashMap<Environment, Client>>,
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
        Self { local, patience, practice: OnceCell::new(), clients: Mutex::default() }
    }

    pub(crate) async fn client(&self, environment: Environment) -> Result<Client, ServiceError> {
        if let Some(client) = self.clients.lock().unwrap_or_else(PoisonError::into_inner).get(&environment) {
            return Ok(client.clone());
        }
        // A failure is not kept: the next call tries anew.
        let client = Client::new(self.base_url(environment).await?, self.patience)?;
        let mut clients = self.clients.lock().unwrap_or_else(PoisonError::into_inner);
        Ok(clients.entry(environment).or_insert(client).clone())
    }

    async fn base_url(&self, environment: Environment) -> Result<BaseUrl, ServiceError> {
        match environment {
            Environment::Practice => Ok(self.practice().await?.base_url()),
            Environment::Demo => Ok(BaseUrl::demo()),
            Environment::Production => Ok(BaseUrl::production()),
            Environment::Local => self.local.clone().ok_or(ServiceError::NoLocal),
        }
    }

    /// Started when first needed.
    async fn practice(&self) -> Result<&practice::Service, ServiceError> {
        self.practice.get_or_try_init(practice::Service::start).await.map_err(ServiceError::Practice)
    }
}

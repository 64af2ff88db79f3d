use std::fmt;

use serde::{Deserialize, Serialize};

/// The service that a send goes to. Each has a token of its own in the keychain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum Environment {
    /// The loopback service inside the app: nothing is sent to anybody.
    Practice,
    Demo,
    Production,
    /// A loopback address given at start with `--local-api`.
    Local,
}

impl Environment {
    pub const ALL: [Self; 4] = [Self::Practice, Self::Demo, Self::Production, Self::Local];

    /// Returns the name that the keychain entry and the settings file know it by.
    pub fn name(self) -> &'static str {
        match self {
            Self::Practice => "practice",
            Self::Demo => "demo",
            Self::Production => "production",
            Self::Local => "local",
        }
    }
}

impl fmt::Display for Environment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

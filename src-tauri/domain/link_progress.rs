use serde::Serialize;

/// The progress of a payment link after it was sent: how far its customer has come with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS))]
#[serde(rename_all = "kebab-case")]
pub enum LinkProgress {
    Opened,
    Reserved,
    Paid,
}

impl LinkProgress {
    const ALL: [Self; 3] = [Self::Opened, Self::Reserved, Self::Paid];

    /// Returns the word that is stored for it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Opened => "opened",
            Self::Reserved => "reserved",
            Self::Paid => "paid",
        }
    }

    /// Parses a stored word; None for one that is not known.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.name() == name)
    }

    /// Returns what comes before it.
    pub fn earlier(self) -> impl Iterator<Item = Self> {
        Self::ALL.into_iter().take_while(move |&progress| progress < self)
    }
}

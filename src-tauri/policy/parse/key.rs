use crate::settings::Setting;

/// A key of a policy: everything that one can decide.
#[derive(Clone, Copy)]
pub(super) enum Key {
    Setting(Setting),
    History,
    Export,
    WaitingList,
    Support,
}

const ALL: [Key; 11] = [
    Key::Setting(Setting::Environment),
    Key::Setting(Setting::Language),
    Key::Setting(Setting::DefaultCountry),
    Key::Setting(Setting::KeepDays),
    Key::Setting(Setting::RepeatMinutes),
    Key::Setting(Setting::HoldSeconds),
    Key::Setting(Setting::WaitingDays),
    Key::History,
    Key::Export,
    Key::WaitingList,
    Key::Support,
];

impl Key {
    pub(super) fn all() -> impl Iterator<Item = Self> {
        ALL.into_iter()
    }

    pub(super) fn named(name: &str) -> Option<Self> {
        Self::all().find(|key| key.name() == name)
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Setting(Setting::Environment) => "environment",
            Self::Setting(Setting::Language) => "language",
            Self::Setting(Setting::DefaultCountry) => "default_country",
            Self::Setting(Setting::KeepDays) => "keep_days",
            Self::Setting(Setting::RepeatMinutes) => "repeat_minutes",
            Self::Setting(Setting::HoldSeconds) => "hold_seconds",
            Self::Setting(Setting::WaitingDays) => "waiting_days",
            Self::History => "history",
            Self::Export => "export",
            Self::WaitingList => "waiting_list",
            Self::Support => "support",
        }
    }

    /// Returns whether it is none of the user's settings, so that there is nothing that a default could give way to.
    pub(super) fn is_only_fixed(self) -> bool {
        match self {
            Self::Setting(_) => false,
            Self::History | Self::Export | Self::WaitingList | Self::Support => true,
        }
    }
}

/// Suggests what somebody probably meant: a slip of the pen, or a part of the name.
pub(super) fn nearest<'a>(written: &str, names: impl IntoIterator<Item = &'a str>) -> Option<String> {
    let written = written.to_ascii_lowercase().replace('-', "_");
    let is_part = |name: &str| written.len() > 2 && (name.starts_with(&written) || name.ends_with(&written));
    let distance = |name: &str| if is_part(name) { 1 } else { strsim::damerau_levenshtein(&written, name) };
    let (distance, name) =
        names.into_iter().map(|name| (distance(name), name)).min_by_key(|(distance, _)| *distance)?;
    (distance <= 2).then(|| name.to_owned())
}

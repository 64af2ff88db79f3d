//! Parser of a policy: from its text to what it decides, or to everything that is wrong with it.

mod key;

use std::{ops::Range, path::Path};

use toml::{
    Spanned,
    de::{DeString, DeTable, DeValue},
};

use super::{Fault, Policy, PolicyError, Reason, ValueType, fault::line_of};
use crate::{
    domain::{Environment, Region},
    settings::{HOLD_SECONDS, KEEP_DAYS, Language, PartialSettings, REPEAT_MINUTES, Setting, WAITING_DAYS},
};
use key::{Key, nearest};

const TABLES: [&str; 2] = ["fixed", "default"];
const ENVIRONMENTS: [Environment; 3] = [Environment::Practice, Environment::Demo, Environment::Production];
const LONGEST_SUPPORT: u32 = 200;

/// Parses a policy. `file` is what the faults are told to be in.
pub fn parse(file: &Path, text: &str) -> Result<Policy, PolicyError> {
    // Some editors on Windows begin a text with a mark that nobody sees.
    let mut reading = Reading::of(text.trim_start_matches('\u{feff}'));
    reading.read();
    let Reading { policy, mut faults, .. } = reading;
    if faults.is_empty() {
        return Ok(policy);
    }
    faults.sort_by_key(|fault| fault.line);
    Err(PolicyError { file: file.to_owned(), faults, support: policy.support })
}

struct Reading<'a> {
    text: &'a str,
    policy: Policy,
    faults: Vec<Fault>,
}

/// A table with its name.
type Named<'a, 'i> = (&'a str, &'a DeTable<'i>);

impl<'a> Reading<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, policy: Policy::default(), faults: Vec::new() }
    }

    fn read(&mut self) {
        let (document, errors) = DeTable::parse_recoverable(self.text);
        let mut tables = [None, None];
        for (name, value) in document.get_ref() {
            match TABLES.iter().position(|table| table == name.get_ref()) {
                Some(at) => match value.get_ref() {
                    DeValue::Table(table) => tables[at] = Some((TABLES[at], table)),
                    _ => self.fault(&name.span(), TABLES[at], Reason::WrongType { wanted: ValueType::Table }),
                },
                None => self.stray(name),
            }
        }
        for table in tables.into_iter().flatten() {
            self.table(table);
        }
        if let [Some((_, fixed)), Some((_, default))] = tables {
            self.decided_twice(fixed, default);
        }
        // One slip of the pen brings several complaints; the first is the one to mend, and what else seems wrong may come of it.
        if let Some(error) = errors.first() {
            self.faults.clear();
            self.misspelt(error);
        }
    }

    fn misspelt(&mut self, error: &toml::de::Error) {
        let at = error.span().unwrap_or_default();
        let reason = match error.message() {
            "duplicate key" => Reason::Repeated,
            detail => Reason::NotToml { detail: detail.lines().collect::<Vec<_>>().join(", ") },
        };
        let key = self.key_on_line(at.start);
        self.faults.push(Fault { line: Some(self.line(at.start)), key, reason });
    }

    /// Reports a top-level name that is no table of ours.
    fn stray(&mut self, name: &Spanned<DeString<'_>>) {
        let reason = if Key::named(name.get_ref()).is_some() {
            Reason::OutsideTable
        } else {
            let names = TABLES.into_iter().chain(Key::all().map(Key::name));
            Reason::UnknownName { meant: nearest(name.get_ref(), names) }
        };
        self.fault(&name.span(), name.get_ref(), reason);
    }

    fn table(&mut self, (table, entries): Named<'_, '_>) {
        for (name, value) in entries {
            let full = format!("{table}.{}", name.get_ref());
            let Some(key) = Key::named(name.get_ref()) else {
                let meant = nearest(name.get_ref(), Key::all().map(Key::name));
                self.fault(&name.span(), &full, Reason::UnknownName { meant });
                continue;
            };
            let is_fixed = table == "fixed";
            if !is_fixed && key.is_only_fixed() {
                self.fault(&name.span(), &full, Reason::OnlyFixed);
            } else if let Err(reason) = self.entry(is_fixed, key, value.get_ref()) {
                self.fault(&value.span(), &full, reason);
            }
        }
    }

    fn entry(&mut self, is_fixed: bool, key: Key, value: &DeValue<'_>) -> Result<(), Reason> {
        let Policy { fixed, default, history, export, waiting_list, support } = &mut self.policy;
        let choices = if is_fixed { fixed } else { default };
        match key {
            Key::Setting(setting) => choose(choices, setting, value)?,
            Key::History => *history = true_or_false(value)?,
            Key::Export => *export = true_or_false(value)?,
            Key::WaitingList => *waiting_list = true_or_false(value)?,
            Key::Support => *support = Some(line(value)?),
        }
        Ok(())
    }

    /// Reports what is both fixed and a default. The later of the two is the one that is told.
    fn decided_twice(&mut self, fixed: &DeTable<'_>, default: &DeTable<'_>) {
        for (name, _) in fixed {
            let Some((other, _)) = default.get_key_value(name) else { continue };
            if Key::named(name.get_ref()).is_none_or(Key::is_only_fixed) {
                continue;
            }
            let (table, at) =
                if other.span().start > name.span().start { ("default", other.span()) } else { ("fixed", name.span()) };
            self.fault(&at, &format!("{table}.{}", name.get_ref()), Reason::FixedAndDefault);
        }
    }

    fn fault(&mut self, at: &Range<usize>, key: &str, reason: Reason) {
        self.faults.push(Fault { line: Some(self.line(at.start)), key: Some(key.to_owned()), reason });
    }

    fn line(&self, at: usize) -> usize {
        line_of(self.text.as_bytes(), at)
    }

    /// Returns the key on a line that the parser stumbles over: what stands before the `=`.
    fn key_on_line(&self, at: usize) -> Option<String> {
        let line = self.text.lines().nth(self.line(at) - 1)?;
        let key = line.split('=').next().unwrap_or_default().trim();
        Some(key.to_owned()).filter(|key| !key.is_empty())
    }
}

fn choose(choices: &mut PartialSettings, setting: Setting, value: &DeValue<'_>) -> Result<(), Reason> {
    match setting {
        Setting::Language => choices.language = Some(language(value)?),
        Setting::Environment => choices.environment = Some(environment(value)?),
        Setting::DefaultCountry => choices.default_country = Some(country(value)?),
        Setting::RepeatMinutes => choices.repeat_minutes = Some(number(value, REPEAT_MINUTES)?),
        Setting::HoldSeconds => choices.hold_seconds = Some(number(value, HOLD_SECONDS)?),
        Setting::KeepDays => choices.keep_days = Some(number(value, KEEP_DAYS)?),
        Setting::WaitingDays => choices.waiting_days = Some(number(value, WAITING_DAYS)?),
    }
    Ok(())
}

fn language(value: &DeValue<'_>) -> Result<Language, Reason> {
    Language::parse(text(value)?).ok_or(Reason::UnknownLanguage)
}

fn environment(value: &DeValue<'_>) -> Result<Environment, Reason> {
    let name = text(value)?;
    let found = ENVIRONMENTS.into_iter().find(|environment| environment.name() == name);
    found.ok_or_else(|| Reason::UnknownEnvironment { meant: nearest(name, ENVIRONMENTS.map(Environment::name)) })
}

fn country(value: &DeValue<'_>) -> Result<String, Reason> {
    Region::parse(text(value)?).map(|region| region.as_str().to_owned()).ok_or(Reason::UnknownCountry)
}

fn line(value: &DeValue<'_>) -> Result<String, Reason> {
    let text = text(value)?.trim();
    let fits = (1..=LONGEST_SUPPORT as usize).contains(&text.chars().count());
    let is_plain = !text.chars().any(char::is_control);
    if fits && is_plain { Ok(text.to_owned()) } else { Err(Reason::NotALine { most: LONGEST_SUPPORT }) }
}

fn text<'a>(value: &'a DeValue<'_>) -> Result<&'a str, Reason> {
    value.as_str().ok_or(Reason::WrongType { wanted: ValueType::Text })
}

fn true_or_false(value: &DeValue<'_>) -> Result<bool, Reason> {
    value.as_bool().ok_or(Reason::WrongType { wanted: ValueType::TrueOrFalse })
}

fn number(value: &DeValue<'_>, range: std::ops::RangeInclusive<u32>) -> Result<u32, Reason> {
    let integer = value.as_integer().ok_or(Reason::WrongType { wanted: ValueType::WholeNumber })?;
    let (least, most) = range.clone().into_inner();
    let number = u32::from_str_radix(integer.as_str(), integer.radix()).ok();
    number.filter(|number| range.contains(number)).ok_or(Reason::OutOfRange { least, most })
}

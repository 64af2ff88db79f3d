//! Generates the TypeScript types in `ui/contract.d.ts`. After a change to the contract:
//! `UPDATE_CONTRACT=1 cargo test --no-default-features contract`

use std::{env, fs, path::Path};

use ts_rs::{Config, TS};

use super::{
    Card, ConnectionTest, Contact, Country, EmailReading, FoundRow, LookUp, OutcomeKind, PhoneReading, PolicyFault,
    Problem, Report, ResendAnswer, ResendRequest, Reservation, ReservationReading, Resolution, SettledUpdate, Startup,
    WaitingRow, WaitingUpdate,
};
use crate::{
    checkup::{self, Finding, Found, State, Subject},
    domain::{DraftField, Environment, Event, EventKind, Line, LinkProgress, Moment, Money, Status, Timestamp},
    failure::{CheckCode, Code, ProblemCode, SendReason},
    journal::{
        self, Entry, Page, ProgressRecord, Search, SendState,
        export::{ExportedFile, Words},
    },
    keychain::{Keep, TokenState},
    policy::{Permissions, Reason, ValueType},
    practice::{Example, Scenario},
    resend::{Warning, WarningKind},
    settings::{Language, Setting, Settings},
    waiting::{self, Group, Last, LastKind, Seen, Sighting, Span},
};

macro_rules! declarations {
    ($($type:ty),* $(,)?) => { [$(declaration::<$type>()),*] };
}

#[test]
fn the_pages_types_are_those_of_rust() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ui/contract.d.ts");
    let made = contract();
    if env::var_os("UPDATE_CONTRACT").is_some() {
        fs::write(&path, &made).expect("written");
    }
    let found = fs::read_to_string(&path).expect("ui/contract.d.ts is there");
    assert!(found == made, "ui/contract.d.ts is out of date: run this test again with UPDATE_CONTRACT=1");
}

fn contract() -> String {
    let declarations = declarations! {
        Startup, Settings, Setting, Permissions, PolicyFault, Reason, ValueType, Language, Environment, Country, Example,
        Scenario, Reservation, ReservationReading, PhoneReading, Line, EmailReading, ResendRequest, WarningKind, Warning,
        ResendAnswer, Problem, DraftField, Report, LookUp, Card, Status, Moment, Money, Timestamp, Event, EventKind,
        Resolution, journal::Channel, SendState, Search, Page, Entry, Words, ExportedFile, OutcomeKind, Contact, TokenState,
        Keep, ConnectionTest, checkup::Report, checkup::Line, Subject, State, Found, Finding, ProblemCode, CheckCode, SendReason,
        Code, WaitingUpdate, waiting::State, Span, WaitingRow, FoundRow, Group, Last, LastKind, SettledUpdate, Sighting, Seen,
        LinkProgress, ProgressRecord
    };
    format!(
        "// Made from src-tauri/contract.rs by its test. Do not edit.\n\n{}\n{}",
        commands::all(),
        declarations.join("\n")
    )
}

fn declaration<T: TS>() -> String {
    format!("export {}\n", T::decl(&config()))
}

fn config() -> Config {
    Config::new().with_large_int("number")
}

mod commands {
    use std::marker::PhantomData;

    use super::*;
    use crate::contract::commands::commands;

    /// The channel of Tauri, as the page sees it.
    #[derive(TS)]
    #[ts(rename = "object", concrete(T = String))]
    struct Channel<T: TS>(PhantomData<T>);

    macro_rules! signatures {
        ($($name:ident($($argument:ident: $type:ty),*) -> $answer:ty;)*) => {
            [$(signature(stringify!($name), &[$((stringify!($argument), name::<$type>())),*], &name::<$answer>())),*]
        };
    }

    /// Returns the signatures of all commands: what each takes, and what it gives.
    pub(super) fn all() -> String {
        format!(
            "/** What each command takes, and what it gives. */\nexport interface Commands {{\n{}}}\n",
            commands!(signatures).concat()
        )
    }

    fn signature(name: &str, arguments: &[(&str, String)], answer: &str) -> String {
        let arguments: Vec<_> = arguments.iter().map(|(name, type_name)| format!("{name}: {type_name}")).collect();
        let args =
            if arguments.is_empty() { "Record<string, never>" } else { &format!("{{ {} }}", arguments.join(", ")) };
        format!("  {name}: {{ args: {args}, answer: {answer} }};\n")
    }

    fn name<T: TS + ?Sized>() -> String {
        T::name(&config())
    }
}

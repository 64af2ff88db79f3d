//! `ui/contract.d.ts` is made here. After a change to the contract:
//! `UPDATE_CONTRACT=1 cargo test --no-default-features contract`

use std::{env, fs, path::Path};

use ts_rs::{Config, TS};

use super::{
    Allowed, Card, Channel, CheckLine, CheckUp, ConnectionTest, Contact, Country, EmailReading, Event, EventKind,
    ExportWords, Exported, Field, FoundOut, HistoryEntry, HistoryPage, HistorySearch, LineKind, LookUp, Moment, Odd,
    OutcomeKind, PhoneReading, PolicyFault, Problem, Report, ResendAnswer, ResendRequest, ReservationReading, Startup,
    Status,
};
use crate::{
    checkup::{Finding, Found, State, Subject},
    domain::Environment,
    failure::Code,
    journal::SendState,
    keychain::{Keep, TokenState},
    policy::{Reason, Wanted},
    practice::{Example, Lesson},
    resend::Question,
    settings::{Language, Setting, Settings},
};

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
    let declarations = [
        declaration::<Startup>(),
        declaration::<Settings>(),
        declaration::<Setting>(),
        declaration::<Allowed>(),
        declaration::<PolicyFault>(),
        declaration::<Reason>(),
        declaration::<Wanted>(),
        declaration::<Language>(),
        declaration::<Environment>(),
        declaration::<Country>(),
        declaration::<Example>(),
        declaration::<Lesson>(),
        declaration::<ReservationReading>(),
        declaration::<PhoneReading>(),
        declaration::<LineKind>(),
        declaration::<EmailReading>(),
        declaration::<ResendRequest>(),
        declaration::<Question>(),
        declaration::<Odd>(),
        declaration::<ResendAnswer>(),
        declaration::<Problem>(),
        declaration::<Field>(),
        declaration::<Report>(),
        declaration::<LookUp>(),
        declaration::<Card>(),
        declaration::<Status>(),
        declaration::<Moment>(),
        declaration::<Event>(),
        declaration::<EventKind>(),
        declaration::<FoundOut>(),
        declaration::<Channel>(),
        declaration::<SendState>(),
        declaration::<HistorySearch>(),
        declaration::<HistoryPage>(),
        declaration::<HistoryEntry>(),
        declaration::<ExportWords>(),
        declaration::<Exported>(),
        declaration::<OutcomeKind>(),
        declaration::<Contact>(),
        declaration::<TokenState>(),
        declaration::<Keep>(),
        declaration::<ConnectionTest>(),
        declaration::<CheckUp>(),
        declaration::<CheckLine>(),
        declaration::<Subject>(),
        declaration::<State>(),
        declaration::<Found>(),
        declaration::<Finding>(),
        declaration::<Code>(),
    ];
    format!("// Made from src-tauri/contract.rs by its test. Do not edit.\n\n{}", declarations.join("\n"))
}

fn declaration<T: TS>() -> String {
    format!("export {}\n", T::decl(&Config::new()))
}

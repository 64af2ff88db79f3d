//! Every command that the page can call, declared once: its name, its arguments and its answer.
//!
//! A command does what the function of its name in `desktop/commands.rs` does. A rejection is always a `Code`.

/// Hands the list to a macro that makes something of it, with the types that are in sight there.
macro_rules! commands {
    ($make:ident) => {
        $make! {
            start() -> Startup;
            page_ready() -> ();
            listen_for_openings(channel: Channel<String>) -> ();
            read_reservation(text: String) -> ReservationReading;
            read_phone_number(text: String) -> PhoneReading;
            read_email_address(text: String) -> EmailReading;
            look_up(environment: Environment, text: String) -> LookUp;
            resend_reservation(request: ResendRequest) -> ResendAnswer;
            find_out(environment: Environment, send: i64) -> Resolution;
            read_waiting_list(environment: Environment, channel: Channel<WaitingUpdate>) -> Option<WaitingUpdate>;
            use_waiting_list(environment: Environment) -> bool;
            find_waiting(environment: Environment, text: String) -> Option<Vec<FoundRow>>;
            read_settled(environment: Environment, channel: Channel<SettledUpdate>) -> Option<SettledUpdate>;
            stop_reading_settled() -> ();
            forget_waiting_list() -> ();
            watch_link(environment: Environment, reservation: String, since: Timestamp, send: Option<i64>, unknown: bool, channel: Channel<Sighting>) -> Option<Timestamp>;
            stop_watching() -> ();
            open_journal() -> ();
            search_history(environment: Environment, search: journal::Search) -> journal::Page;
            export_history(environment: Environment, search: journal::Search, words: journal::export::Words) -> journal::export::ExportedFile;
            delete_history(environment: Environment) -> ();
            save_settings(settings: Settings) -> Startup;
            token_state(environment: Environment) -> TokenState;
            save_token(environment: Environment, token: String, keep: Keep) -> TokenState;
            forget_token(environment: Environment) -> TokenState;
            test_connection(environment: Environment) -> ConnectionTest;
            check_up(environment: Environment) -> checkup::Report;
            third_party_licences() -> &'static str;
        }
    };
}

/// The names alone, for the build script and the test.
#[cfg_attr(not(test), allow(dead_code, reason = "the program itself has no use for them"))]
pub(crate) const NAMES: &[&str] = {
    macro_rules! names {
        ($($name:ident($($arguments:tt)*) -> $answer:ty;)*) => { &[$(stringify!($name)),*] };
    }
    commands!(names)
};

#[allow(unused_imports, reason = "the build script wants the names alone, and the core makes nothing of the list")]
pub(crate) use commands;

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::NAMES;

    /// Tauri refuses what is not allowed, and allows what is there no more.
    #[test]
    fn the_page_is_allowed_these_commands_and_nothing_else() {
        let config: Value = serde_json::from_str(include_str!("../../tauri.conf.json")).expect("JSON");
        let allowed = &config["app"]["security"]["capabilities"][0]["permissions"];
        let commands: Vec<_> = NAMES.iter().map(|name| format!("allow-{}", name.replace('_', "-"))).collect();
        assert_eq!(*allowed, Value::from(commands), "the permissions in tauri.conf.json, and the list of commands");
    }

    /// The compiler says so too, where the window is built.
    #[test]
    fn each_command_does_something() {
        let functions = include_str!("../desktop/commands.rs");
        let missing = |name: &&&str| !functions.contains(&format!("async fn {name}("));
        assert_eq!(
            NAMES.iter().filter(missing).collect::<Vec<_>>(),
            [&""; 0],
            "desktop/commands.rs has no function for them"
        );
    }
}

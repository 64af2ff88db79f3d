//! Right and wrong policies. Each wrong one names the file, the line, the key and the reason.

use resend_reservation::{
    domain::Environment,
    policy::{Policy, Reason, ValueType},
    settings::{Language, PartialSettings},
};

use super::{faults, read, right};

const EXAMPLE: &str = include_str!("../../../docs/policy.example.toml");

#[test]
fn the_example_in_the_docs_decides_what_it_says() {
    let expected = Policy {
        fixed: PartialSettings {
            environment: Some(Environment::Production),
            keep_days: Some(14),
            ..PartialSettings::default()
        },
        default: PartialSettings {
            language: Some(Language::Nb),
            default_country: Some("NO".into()),
            repeat_minutes: Some(30),
            hold_seconds: Some(5),
            waiting_days: Some(14),
            ..PartialSettings::default()
        },
        history: true,
        export: false,
        waiting_list: true,
        support: Some("IT desk, it@example.com".into()),
    };

    assert_eq!(right(EXAMPLE), expected);
}

#[test]
fn a_right_policy_decides_what_it_says_and_nothing_else() {
    let fixed = |fixed| Policy { fixed, ..Policy::default() };
    let default = |default| Policy { default, ..Policy::default() };
    let nothing = PartialSettings::default();
    for (text, policy) in [
        ("", Policy::default()),
        ("# nothing but a remark\n", Policy::default()),
        ("[fixed]\n[default]\n", Policy::default()),
        ("\u{feff}[fixed]\nkeep_days = 7", fixed(PartialSettings { keep_days: Some(7), ..nothing.clone() })),
        ("[fixed]\r\nkeep_days = 7\r\n", fixed(PartialSettings { keep_days: Some(7), ..nothing.clone() })),
        ("fixed.keep_days = 1", fixed(PartialSettings { keep_days: Some(1), ..nothing.clone() })),
        ("fixed = { keep_days = 3650 }", fixed(PartialSettings { keep_days: Some(3650), ..nothing.clone() })),
        ("[fixed]\nkeep_days = 1_000", fixed(PartialSettings { keep_days: Some(1000), ..nothing.clone() })),
        ("[fixed]\nkeep_days = 0x1f", fixed(PartialSettings { keep_days: Some(31), ..nothing.clone() })),
        (
            "[fixed]\nenvironment = 'demo'",
            fixed(PartialSettings { environment: Some(Environment::Demo), ..nothing.clone() }),
        ),
        (
            "[default]\nenvironment = \"practice\"",
            default(PartialSettings { environment: Some(Environment::Practice), ..nothing.clone() }),
        ),
        (
            "[default]\nlanguage = \"nb-NO\"",
            default(PartialSettings { language: Some(Language::Nb), ..nothing.clone() }),
        ),
        ("[fixed]\nlanguage = \"en\"", fixed(PartialSettings { language: Some(Language::En), ..nothing.clone() })),
        (
            "[fixed]\ndefault_country = \"se\"",
            fixed(PartialSettings { default_country: Some("SE".into()), ..nothing.clone() }),
        ),
        ("[default]\nrepeat_minutes = 0", default(PartialSettings { repeat_minutes: Some(0), ..nothing.clone() })),
        (
            "[default]\nrepeat_minutes = 1440",
            default(PartialSettings { repeat_minutes: Some(1440), ..nothing.clone() }),
        ),
        ("[fixed]\nhold_seconds = 60", fixed(PartialSettings { hold_seconds: Some(60), ..nothing.clone() })),
        ("[fixed]\nhistory = false", Policy { history: false, ..Policy::default() }),
        ("[fixed]\nwaiting_list = false", Policy { waiting_list: false, ..Policy::default() }),
        ("[default]\nwaiting_days = 31", default(PartialSettings { waiting_days: Some(31), ..nothing.clone() })),
        ("[fixed]\nexport = false # said so", Policy { export: false, ..Policy::default() }),
        (
            "[fixed]\nsupport = \"  Vakta på IT, +47 412 34 567 \"",
            Policy { support: Some("Vakta på IT, +47 412 34 567".into()), ..Policy::default() },
        ),
    ] {
        assert_eq!(right(text), policy, "{text}");
    }
}

#[test]
fn a_wrong_policy_names_the_line_the_key_and_the_reason() {
    let meant = |meant: &str| Reason::UnknownName { meant: Some(meant.into()) };
    let unknown = || Reason::UnknownName { meant: None };
    let wants = |wanted| Reason::WrongType { wanted };
    let range = |least, most| Reason::OutOfRange { least, most };
    let no_environment = |meant: Option<&str>| Reason::UnknownEnvironment { meant: meant.map(str::to_owned) };
    let no_line = || Reason::NotALine { most: 200 };
    let long = format!("[fixed]\nsupport = \"{}\"", "x".repeat(201));
    for (text, line, key, reason) in [
        // Names
        ("[fixed]\nenviroment = \"demo\"", 2, "fixed.enviroment", meant("environment")),
        ("[fixed]\n\n\nkeep-days = 7", 4, "fixed.keep-days", meant("keep_days")),
        ("[default]\nKEEP_DAYS = 7", 2, "default.KEEP_DAYS", meant("keep_days")),
        ("[default]\ncountry = \"NO\"", 2, "default.country", meant("default_country")),
        ("[default]\nlang = \"nb\"", 2, "default.lang", meant("language")),
        ("[default]\ncolour = \"blue\"", 2, "default.colour", unknown()),
        ("[fixed]\ntoken = \"a.token\"", 2, "fixed.token", unknown()),
        ("[defaults]\nlanguage = \"nb\"", 1, "defaults", meant("default")),
        ("[settings]\nlanguage = \"nb\"", 1, "settings", unknown()),
        ("# at the top\nlanguage = \"nb\"", 2, "language", Reason::OutsideTable),
        ("support = \"IT\"\n[fixed]\nlanguage = \"nb\"", 1, "support", Reason::OutsideTable),
        ("[default]\nhistory = false", 2, "default.history", Reason::OnlyFixed),
        ("[default]\nlanguage = \"nb\"\nexport = false", 3, "default.export", Reason::OnlyFixed),
        ("[default]\nwaiting_list = true", 2, "default.waiting_list", Reason::OnlyFixed),
        ("[fixed]\nwaiting_days = 32", 2, "fixed.waiting_days", range(1, 31)),
        ("[fixed]\nwaiting = false", 2, "fixed.waiting", meant("waiting_days")),
        ("[default]\nsupport = \"IT\"", 2, "default.support", Reason::OnlyFixed),
        ("[fixed]\nlanguage = \"nb\"\n[default]\nlanguage = \"en\"", 4, "default.language", Reason::FixedAndDefault),
        ("[default]\nkeep_days = 7\n\n[fixed]\nkeep_days = 7", 5, "fixed.keep_days", Reason::FixedAndDefault),
        // Types
        ("fixed = true", 1, "fixed", wants(ValueType::Table)),
        ("[[fixed]]\nkeep_days = 7", 1, "fixed", wants(ValueType::Table)),
        ("[fixed]\nlanguage = 1", 2, "fixed.language", wants(ValueType::Text)),
        ("[fixed]\nenvironment = [\"demo\"]", 2, "fixed.environment", wants(ValueType::Text)),
        ("[fixed]\nenvironment.name = \"demo\"", 2, "fixed.environment", wants(ValueType::Text)),
        ("[fixed]\nkeep_days = \"14\"", 2, "fixed.keep_days", wants(ValueType::WholeNumber)),
        ("[default]\nrepeat_minutes = 1.5", 2, "default.repeat_minutes", wants(ValueType::WholeNumber)),
        ("[fixed]\nhistory = \"no\"", 2, "fixed.history", wants(ValueType::TrueOrFalse)),
        ("[fixed]\nexport = 0", 2, "fixed.export", wants(ValueType::TrueOrFalse)),
        ("[fixed]\nsupport = 1979-05-27", 2, "fixed.support", wants(ValueType::Text)),
        // Values
        ("[fixed]\nkeep_days = 0", 2, "fixed.keep_days", range(1, 3650)),
        ("[fixed]\nkeep_days = 3651", 2, "fixed.keep_days", range(1, 3650)),
        ("[fixed]\nkeep_days = -1", 2, "fixed.keep_days", range(1, 3650)),
        ("[fixed]\nkeep_days = 99999999999999999999", 2, "fixed.keep_days", range(1, 3650)),
        ("[default]\nrepeat_minutes = 1441", 2, "default.repeat_minutes", range(0, 1440)),
        ("[default]\nhold_seconds = 61", 2, "default.hold_seconds", range(0, 60)),
        ("[fixed]\nenvironment = \"prod\"", 2, "fixed.environment", no_environment(Some("production"))),
        ("[fixed]\nenvironment = \"Demo\"", 2, "fixed.environment", no_environment(Some("demo"))),
        ("[fixed]\nenvironment = \"local\"", 2, "fixed.environment", no_environment(None)),
        ("[fixed]\nenvironment = \"\"", 2, "fixed.environment", no_environment(None)),
        ("[default]\nlanguage = \"sv\"", 2, "default.language", Reason::UnknownLanguage),
        ("[default]\ndefault_country = \"Norge\"", 2, "default.default_country", Reason::UnknownCountry),
        ("[default]\ndefault_country = \"XX\"", 2, "default.default_country", Reason::UnknownCountry),
        ("[fixed]\nsupport = \" \"", 2, "fixed.support", no_line()),
        ("[fixed]\nsupport = \"\"\"one\ntwo\"\"\"", 2, "fixed.support", no_line()),
        (long.as_str(), 2, "fixed.support", no_line()),
        // How it is written
        ("[fixed]\nkeep_days = 7\nkeep_days = 8", 3, "keep_days", Reason::Repeated),
    ] {
        let wrong = read(text).expect_err(text);
        let [fault] = &wrong.faults[..] else { panic!("{text}: {:?}", wrong.faults) };
        assert_eq!((fault.line, fault.key.as_deref()), (Some(line), Some(key)), "{text}");
        assert_eq!(fault.reason, reason, "{text}");
        assert_eq!(wrong.to_string(), format!("policy.toml:{line}: {key}: {reason}"));
    }
}

#[test]
fn what_is_not_toml_names_the_line_and_what_stands_there() {
    for (text, line, key) in [
        ("[fixed]\nlanguage = nb", 2, "language"),
        ("[fixed]\nkeep_days = ", 2, "keep_days"),
        ("[fixed]\nkeep_days 7", 2, "keep_days 7"),
        ("[fixed]\nkeep_days = 14 days", 2, "keep_days"),
        ("[fixed]\nkeep_days: 7", 2, "keep_days: 7"),
        ("[fixed]\n\nsupport = \"IT", 3, "support"),
        ("[fixed\nkeep_days = 7", 1, "[fixed"),
        ("[fixed]\nhistory = no", 2, "history"),
        ("[fixed]\nhistory = False", 2, "history"),
        ("{ \"language\": \"nb\" }", 1, "{ \"language\": \"nb\" }"),
    ] {
        let found = faults(text);
        let [fault] = &found[..] else { panic!("one slip is one fault: {text}: {found:?}") };
        assert_eq!((fault.line, fault.key.as_deref()), (Some(line), Some(key)), "{text}: {fault:?}");
        assert!(matches!(fault.reason, Reason::NotToml { .. }), "{text}: {fault:?}");
    }
}

#[test]
fn everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    let text = "language = \"nb\"\n[default]\nhistory = true\nkeep_days = 0\n[fixed]\nsuport = \"IT\"\nkeep_days = 7";

    let lines: Vec<_> = faults(text).iter().map(|fault| fault.line).collect();

    assert_eq!(lines, [Some(1), Some(3), Some(4), Some(6), Some(7)]);
}

#[test]
fn whom_to_ask_is_known_although_something_else_is_wrong() {
    let wrong = read("[fixed]\nsupport = \"IT desk\"\nkeep_days = 0").expect_err("wrong");

    assert_eq!(wrong.support.as_deref(), Some("IT desk"));
}

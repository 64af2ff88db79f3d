//! What counts: fixed over given over chosen over default.

use std::time::Duration;

use resend_reservation::{
    domain::Environment,
    policy::{EffectiveSettings, FixedByPolicy, Managed, Permissions},
    settings::{Language, PartialSettings, Setting, Settings},
};

use super::{read, right};

const DAY: Duration = Duration::from_hours(24);

fn managed(policy: &str) -> Managed {
    Managed { policy: right(policy), wrong: None }
}

/// On a computer that speaks English.
fn desk(policy: &str, chosen: PartialSettings) -> EffectiveSettings {
    EffectiveSettings::new(managed(policy), chosen, None, false, Language::En)
}

fn choices(language: Language, environment: Environment) -> PartialSettings {
    PartialSettings { language: Some(language), environment: Some(environment), ..PartialSettings::default() }
}

#[test]
fn without_a_policy_what_was_chosen_counts_and_the_rest_is_as_ever() {
    let effective = desk("", choices(Language::Nb, Environment::Demo));

    let settings = effective.settings();

    let rest = Settings::before_choice(Language::Nb);
    assert_eq!(settings, Settings { environment: Environment::Demo, ..rest });
    assert_eq!(effective.fixed(), []);
    assert_eq!(effective.allowed(), Permissions { history: true, export: true, waiting_list: true });
    assert_eq!(effective.support(), None);
}

#[test]
fn a_default_counts_until_somebody_chooses_otherwise() {
    let policy = "[default]\nkeep_days = 90\ndefault_country = \"SE\"";
    let before = desk(policy, choices(Language::En, Environment::Demo));
    assert_eq!((before.settings().keep_days, before.keep()), (90, 90 * DAY));

    let after = before.after(&Settings { keep_days: 7, ..before.settings() }).expect("chosen");

    assert_eq!((after.settings().keep_days, after.keep()), (7, 7 * DAY));
    assert_eq!(after.settings().default_country, "SE");
    assert_eq!(after.chosen().default_country, None, "nobody chose it, so another default will count");
}

#[test]
fn choosing_what_counts_already_is_no_choice() {
    let policy = "[default]\nrepeat_minutes = 30";
    let before = desk(policy, choices(Language::En, Environment::Demo));

    let after = before.after(&before.settings()).expect("nothing changed");

    assert_eq!(after.chosen(), before.chosen());
}

#[test]
fn what_is_fixed_counts_over_everything_and_cannot_be_changed() {
    let policy = "[fixed]\nenvironment = \"demo\"\nlanguage = \"nb\"\nhold_seconds = 5";
    let chosen = PartialSettings { hold_seconds: Some(0), ..choices(Language::En, Environment::Production) };
    let effective = EffectiveSettings::new(managed(policy), chosen, Some(Language::En), false, Language::En);

    let settings = effective.settings();

    assert_eq!((settings.environment, settings.language), (Environment::Demo, Language::Nb), "--lang or not");
    assert_eq!(settings.hold(), Duration::from_secs(5));
    assert_eq!(effective.fixed(), [Setting::Language, Setting::Environment, Setting::HoldSeconds]);
    for (wanted, setting) in [
        (Settings { environment: Environment::Production, ..settings.clone() }, Setting::Environment),
        (Settings { language: Language::En, ..settings.clone() }, Setting::Language),
        (Settings { hold_seconds: 0, ..settings.clone() }, Setting::HoldSeconds),
    ] {
        assert_eq!(effective.after(&wanted).expect_err("fixed"), FixedByPolicy(setting));
    }
    let after = effective.after(&Settings { keep_days: 7, ..settings }).expect("the rest can be chosen");
    assert_eq!(after.settings().keep_days, 7);
    assert_eq!(after.chosen().environment, Some(Environment::Production), "it counts again without the policy");
}

#[test]
fn the_first_start_asks_only_what_nobody_has_decided() {
    let asks = |effective: &EffectiveSettings| (!effective.knows_language(), !effective.knows_environment());
    for (policy, asked) in [
        ("", (true, true)),
        ("[fixed]\nlanguage = \"nb\"", (false, true)),
        ("[default]\nenvironment = \"production\"", (true, false)),
        ("[fixed]\nenvironment = \"production\"\n[default]\nlanguage = \"nb\"", (false, false)),
    ] {
        let effective = desk(policy, PartialSettings::default());
        assert_eq!(asks(&effective), asked, "{policy}");
        assert_eq!(effective.is_first_start(), asked != (false, false), "{policy}");
    }
}

#[test]
fn an_answer_at_the_first_start_is_a_choice_even_where_nothing_changes_by_it() {
    let before = desk("[default]\nkeep_days = 90", PartialSettings::default());

    let after = before.after(&before.settings()).expect("answered");

    assert_eq!(*after.chosen(), choices(Language::En, Environment::Practice));
    assert!(!after.is_first_start());
}

#[test]
fn what_the_policy_decided_is_not_written_down_as_the_users_choice() {
    let before = desk("[default]\nlanguage = \"nb\"", PartialSettings::default());
    let wanted = Settings { environment: Environment::Production, ..before.settings() };

    let after = before.after(&wanted).expect("answered");

    assert_eq!((after.chosen().language, after.chosen().environment), (None, Some(Environment::Production)));
}

#[test]
fn a_language_for_one_start_is_not_chosen_for_good() {
    let chosen = choices(Language::En, Environment::Practice);
    let before = EffectiveSettings::new(managed(""), chosen, Some(Language::Nb), false, Language::En);
    assert_eq!(before.settings().language, Language::Nb);

    let after = before.after(&Settings { environment: Environment::Demo, ..before.settings() }).expect("chosen");
    assert_eq!((after.settings().language, after.chosen().language), (Language::Nb, Some(Language::En)));

    let back = after.after(&Settings { language: Language::En, ..after.settings() }).expect("chosen");
    assert_eq!(back.settings().language, Language::En);
}

#[test]
fn a_local_test_stays_local_and_everything_else_is_as_decided() {
    let policy = "[fixed]\nenvironment = \"production\"\nlanguage = \"nb\"\nexport = false";
    let effective = EffectiveSettings::new(managed(policy), PartialSettings::default(), None, true, Language::En);

    assert_eq!((effective.settings().environment, effective.settings().language), (Environment::Local, Language::Nb));
    assert_eq!(effective.fixed(), [Setting::Language]);
    assert_eq!(effective.allowed(), Permissions { history: true, export: false, waiting_list: true });
    assert!(!effective.is_first_start());
    let after = effective.after(&Settings { environment: Environment::Demo, ..effective.settings() }).expect("ignored");
    assert_eq!((after.settings().environment, after.chosen()), (Environment::Local, &PartialSettings::default()));
}

#[test]
fn local_is_never_a_choice_that_lasts() {
    let effective = desk("", choices(Language::En, Environment::Local));
    assert_eq!(effective.settings().environment, Environment::Practice);

    let after =
        effective.after(&Settings { environment: Environment::Local, ..effective.settings() }).expect("ignored");

    assert_ne!(after.chosen().environment, Some(Environment::Local));
}

#[test]
fn without_history_there_is_nothing_to_export() {
    let effective = desk("[fixed]\nhistory = false\nexport = true", PartialSettings::default());

    assert_eq!(effective.allowed(), Permissions { history: false, export: false, waiting_list: true });
}

#[test]
fn under_a_wrong_policy_nothing_is_removed_for_its_age() {
    let wrong = read("[fixed]\nkeep_days = 0").expect_err("wrong");
    let managed = Managed { wrong: Some(wrong), ..managed("") };
    let chosen = PartialSettings { keep_days: Some(1), ..PartialSettings::default() };

    let effective = EffectiveSettings::new(managed, chosen, None, false, Language::En);

    assert_eq!(effective.keep(), 3650 * DAY);
    assert!(effective.wrong().is_some());
}

use resend_reservation::domain::{
    Draft, DraftField, DraftProblem, EmailAddress, EmailAddressError, Environment, PhoneNumber, PhoneNumberError,
    Region, Resend, ReservationIdError,
};

const HERE: Environment = Environment::Production;

const GOOD: Draft<'_> = Draft {
    reservation: "RES3633019929",
    sms: true,
    email: true,
    phone_number: "412 34 567",
    email_address: "kari@example.com",
    typed_for: None,
};

const EMPTY: Draft<'_> = Draft { reservation: "", phone_number: "", email_address: "", ..GOOD };

#[test]
fn a_good_draft_becomes_a_reservation_and_a_recipient() {
    let Resend { environment, reservation, recipient } = GOOD.check(HERE, Region::default()).expect("nothing is wrong");

    assert_eq!((environment, reservation.as_str()), (HERE, "RES3633019929"));
    let number = recipient.sms().map(PhoneNumber::national_number);
    assert_eq!(number.as_deref(), Some("41234567"));
    let address = recipient.email().map(EmailAddress::as_str);
    assert_eq!(address, Some("kari@example.com"));
}

#[test]
fn everything_wrong_is_told_at_once_in_the_order_of_the_form() {
    assert_eq!(
        problems(EMPTY),
        [
            DraftProblem::Reservation(ReservationIdError::Missing),
            DraftProblem::PhoneNumber(PhoneNumberError::Missing),
            DraftProblem::EmailAddress(EmailAddressError::Missing),
        ]
    );
}

#[test]
fn a_draft_without_a_channel_says_so_and_looks_at_no_contact() {
    let draft = Draft { sms: false, email: false, ..EMPTY };
    assert_eq!(
        problems(draft),
        [DraftProblem::Reservation(ReservationIdError::Missing), DraftProblem::ChannelMissing,]
    );
}

#[test]
fn a_field_whose_channel_is_not_chosen_is_ignored() {
    let by_email = Draft { sms: false, phone_number: "91a", ..GOOD };
    let Resend { recipient, .. } = by_email.check(HERE, Region::default()).expect("the phone is not looked at");
    assert_eq!(recipient.sms(), None);

    let by_sms = Draft { email: false, email_address: "kari", ..GOOD };
    let Resend { recipient, .. } = by_sms.check(HERE, Region::default()).expect("the e-mail is not looked at");
    assert_eq!(recipient.email(), None);
}

#[test]
fn one_bad_contact_stops_the_send_to_the_other() {
    let draft = Draft { email_address: "kari@example", ..GOOD };
    assert_eq!(problems(draft), [DraftProblem::EmailAddress(EmailAddressError::Domain)]);
}

#[test]
fn a_number_without_a_country_code_belongs_to_the_default_country() {
    let sweden = Region::parse("SE").expect("Sweden is a country");
    let draft = Draft { phone_number: "070-174 06 05", ..GOOD };
    let Resend { recipient, .. } = draft.check(HERE, sweden).expect("a Swedish number");
    let code = recipient.sms().map(PhoneNumber::country_code);
    assert_eq!(code.as_deref(), Some("+46"));
}

#[test]
fn every_problem_belongs_to_its_field() {
    let fields: Vec<DraftField> = problems(EMPTY).iter().map(DraftProblem::field).collect();
    assert_eq!(fields, [DraftField::Reservation, DraftField::PhoneNumber, DraftField::EmailAddress]);
    assert_eq!(DraftProblem::ChannelMissing.field(), DraftField::Channels);
}

#[test]
fn debug_names_no_contact() {
    let recipient = GOOD.check(HERE, Region::default()).map(|resend| resend.recipient);
    for shown in [format!("{GOOD:?}"), format!("{recipient:?}")] {
        assert!(!shown.contains("412"), "{shown}");
        assert!(!shown.contains("kari"), "{shown}");
    }
}

fn problems(draft: Draft<'_>) -> Vec<DraftProblem> {
    draft.check(HERE, Region::default()).expect_err("something is wrong")
}

//! Every guard: a case that warns, and a near case that does not. Each is judged by a preflight, which gives all warnings.

use std::time::Duration;

use resend_reservation::{
    connect::Details,
    domain::{Addressee, Draft, EmailAddress, Environment, PhoneNumber, Region, ReservationId, Status, Timestamp},
    look_up::{RecentLookUp, SendElsewhere, Snapshot},
    resend::{Resender, Warning, WarningKind},
};

use crate::kit::app::TestApp;

const MINUTE: Duration = Duration::from_mins(1);

struct Case {
    what: &'static str,
    environment: Environment,
    pasted: &'static str,
    phone: &'static str,
    email: &'static str,
    typed_for: Option<&'static str>,
    sight: Option<RecentLookUp>,
    repeat_window: Duration,
}

/// A send with nothing odd about it: the stored contact of an open reservation.
fn plain(what: &'static str) -> Case {
    Case {
        what,
        environment: Environment::Production,
        pasted: "RES3633019929",
        phone: "412 34 567",
        email: "",
        typed_for: None,
        sight: Some(sight(Some(Status::NotPaid), &[])),
        repeat_window: 10 * MINUTE,
    }
}

#[tokio::test]
async fn nothing_odd_no_question() {
    let app = TestApp::open().await;
    let cases = [
        plain("the stored number of an open reservation"),
        Case { sight: None, ..plain("nothing was seen of it") },
        Case { sight: Some(sight(None, &[])), ..plain("it has no status") },
        Case { sight: Some(sight(Some(Status::Other("PENDING".into())), &[])), ..plain("a status that we don't know") },
        Case { pasted: "ODR1649249709", ..plain("an order") },
        Case { pasted: "https://go.frontpayment.no/reservations/details/RES3633019929", ..plain("a link of ours") },
        Case {
            environment: Environment::Demo,
            pasted: "https://demo.frontpayment.no/reservations/details/RES3633019929",
            ..plain("a link of demo in demo")
        },
        Case {
            environment: Environment::Local,
            pasted: "https://demo.frontpayment.no/reservations/details/RES3633019929",
            ..plain("under a local test no link is compared")
        },
        Case {
            environment: Environment::Practice,
            pasted: "https://go.frontpayment.no/reservations/details/RES3633019929",
            ..plain("nor in practice")
        },
        Case { pasted: "https://demo.example.com/details/RES3633019929", ..plain("a link of somebody else") },
        Case {
            pasted: "https://go.frontpayment.no/x/RES3633019929 https://demo.frontpayment.no/",
            ..plain("links of both")
        },
        Case { typed_for: Some("RES3633019929"), ..plain("a contact typed for it") },
        Case {
            typed_for: Some("RES3633019929"),
            pasted: "ref. res 3633019929, Kari",
            ..plain("typed for it, and written otherwise")
        },
        plain("a number with two other digits, not swapped").with_phone("933 34 567"),
        Case { phone: "+46 70 123 45 67", ..plain("a number of another country") },
        Case { phone: "+45 32 12 34 56", ..plain("a country that does not tell mobiles from land lines") },
        Case { phone: "", email: "kari@example.com", ..plain("the stored address") },
        Case { phone: "", email: "kari@gmail.com", ..plain("a well-known domain") },
        Case { phone: "", email: "kari@mail.com", ..plain("a real domain that looks like another") },
        Case { phone: "", email: "kari@ｇｍａｉｌ.com", ..plain("wide letters are the usual ones") },
        Case { phone: "", email: "иван@почта.рф", ..plain("an address wholly in another alphabet") },
        Case { phone: "", email: "kari@hotell-fjord.no", ..plain("a domain of one's own") },
        sent_before("an SMS twelve minutes and more ago", 13 * MINUTE, "+4741234567"),
        sent_before("an SMS to another number", MINUTE, "+4741234568"),
        sent_before("an SMS to a number that ends alike", MINUTE, "+4799934567"),
        sent_before("an SMS to a number of another country", MINUTE, "+46701234567"),
        sent_before("an e-mail, and this is an SMS", MINUTE, "kari@example.com"),
        sent_before("to nobody knows whom, and long ago", 13 * MINUTE, ""),
        Case { repeat_window: Duration::ZERO, ..sent_before("never asked, when so chosen", MINUTE, "+4741234567") },
        Case { repeat_window: Duration::ZERO, ..sent_before("nor of nobody knows whom", MINUTE, "") },
    ];
    for case in cases {
        assert_eq!(case.kinds(&app.resender).await, [], "{}", case.what);
    }
}

#[tokio::test]
async fn each_odd_thing_is_one_question() {
    use WarningKind::{
        AlmostStored, AlreadyCancelled, AlreadyCompleted, AlreadyInvoiced, AlreadyPaid, AlreadyPartlyRefunded,
        AlreadyRefunded, AlreadyReserved, CompanyNumber, Expired, LandLine, LookAlikeDomain, LookAlikeLetters,
        NotFound, OtherEnvironment, SentElsewhere, SentToSomebody, TypedForAnother, UnfamiliarPrefix, UnfamiliarRange,
    };
    const REWRITTEN: &str = "https://urldefense.proofpoint.com/v2/url?u=https-3A__demo.frontpayment.no_reservations_details_RES3633019929&d=x";
    let app = TestApp::open().await;
    let status = |what, status| Case { sight: Some(sight(Some(status), &[])), ..plain(what) };
    let cases = [
        (UnfamiliarPrefix, Case { pasted: "XYZ123456789", ..plain("a prefix that nobody knows") }),
        (NotFound, Case { sight: Some(RecentLookUp::NotFound), ..plain("the service knows no such reservation") }),
        (AlreadyCancelled, status("cancelled", Status::Cancelled)),
        (AlreadyCompleted, status("completed", Status::Completed)),
        (AlreadyPaid, status("paid", Status::Paid)),
        (AlreadyReserved, status("reserved, not paid", Status::Reserved)),
        (AlreadyInvoiced, status("invoiced", Status::Invoiced)),
        (AlreadyRefunded, status("refunded", Status::Refunded)),
        (AlreadyPartlyRefunded, status("partly refunded", Status::PartlyRefunded)),
        (Expired, status("expired", Status::Expired)),
        (
            OtherEnvironment,
            Case { pasted: "https://demo.frontpayment.no/reservations/details/RES3633019929", ..plain("a demo link") },
        ),
        (
            OtherEnvironment,
            Case {
                environment: Environment::Demo,
                pasted: "see go.frontpayment.no/order/details/ODR1649249709",
                ..plain("a link of production, in demo")
            },
        ),
        (TypedForAnother, Case { typed_for: Some("RES3633010202"), ..plain("a contact typed for another") }),
        (
            TypedForAnother,
            Case { typed_for: Some("RES363301992"), ..plain("for one whose number this one begins with") },
        ),
        (
            TypedForAnother,
            Case {
                phone: "",
                email: "kari@example.com",
                typed_for: Some("RES36330199290"),
                ..plain("an address, for one that begins with this number")
            },
        ),
        (AlmostStored, plain("the last digit is another").with_phone("412 34 568")),
        (AlmostStored, plain("the first digit is another").with_phone("912 34 567")),
        (AlmostStored, plain("two digits have changed places").with_phone("412 43 567")),
        (AlmostStored, plain("two digits far apart have changed places").with_phone("472 34 561")),
        (AlmostStored, plain("with its country code").with_phone("+47 41234565")),
        (LandLine, plain("a land line").with_phone("22 86 44 00")),
        (LandLine, plain("a land line in Sweden").with_phone("+46 8 508 290 00")),
        (CompanyNumber, plain("a company's five digits").with_phone("02800")),
        (CompanyNumber, plain("a shared-cost number").with_phone("815 00 000")),
        (CompanyNumber, plain("a free number").with_phone("800 33 000")),
        (UnfamiliarRange, plain("a range that is not in use yet").with_phone("49 12 34 56")),
        (UnfamiliarRange, plain("one of North America").with_phone("+1 (565) 234-5678")),
        (LookAlikeLetters, Case { phone: "", email: "kari@ex\u{430}mple.com", ..plain("a Cyrillic letter") }),
        (LookAlikeLetters, Case { phone: "", email: "k\u{430}ri@example.com", ..plain("one in the name") }),
        (OtherEnvironment, Case { pasted: REWRITTEN, ..plain("a demo link that a mail filter rewrote") }),
        (LookAlikeDomain, Case { phone: "", email: "kari@gmial.com", ..plain("two letters changed places") }),
        (LookAlikeDomain, Case { phone: "", email: "kari@GMAIL.CON", ..plain("a wrong ending") }),
        (LookAlikeDomain, Case { phone: "", email: "kari@hotmai.com", ..plain("a letter is missing") }),
        (LookAlikeDomain, Case { email: "kari@outlok.com", ..plain("with a right number beside it") }),
        (SentElsewhere, sent_before("an SMS just now", Duration::ZERO, "+4741234567")),
        (SentElsewhere, sent_before("nine minutes ago", 9 * MINUTE, " 41234567")),
        (
            SentElsewhere,
            Case {
                repeat_window: 60 * MINUTE,
                ..sent_before("within the hour, when so chosen", 45 * MINUTE, "+4741234567")
            },
        ),
        (
            SentElsewhere,
            Case {
                phone: "",
                email: "Kari@example.com",
                ..sent_before("by e-mail, in any case", MINUTE, "kari@example.com")
            },
        ),
        (SentElsewhere, at_an_unknown_time("by the filter alone", "+4741234567")),
        (SentToSomebody, sent_before("nobody is named", MINUTE, "")),
        (SentToSomebody, sent_before("the number is masked", MINUTE, "+47 *** ** 567")),
        (SentToSomebody, sent_before("so it is, and ends otherwise", MINUTE, "… 999")),
        (SentToSomebody, sent_before("the address is masked", MINUTE, "k***@example.com")),
        (SentToSomebody, sent_before("two numbers in one", MINUTE, "41234567 41234568")),
        (SentToSomebody, sent_before("a name", MINUTE, "Kari Nordmann")),
        (SentToSomebody, at_an_unknown_time("neither when nor to whom", "")),
    ];
    for (kind, case) in cases {
        assert_eq!(case.kinds(&app.resender).await, [kind], "{}", case.what);
    }
}

#[tokio::test]
async fn all_of_them_are_given_in_the_order_in_which_they_are_asked() {
    use WarningKind::{
        AlmostStored, AlreadyPaid, LandLine, LookAlikeDomain, LookAlikeLetters, NotFound, OtherEnvironment,
        SentElsewhere, TypedForAnother, UnfamiliarPrefix,
    };
    const OF_DEMO: &str = "https://demo.frontpayment.no/reservations/details/RES3633019929";
    let app = TestApp::open().await;
    let just_now = SendElsewhere { to: Addressee::read("+4741234567"), latest: service_time(), at: None };
    let paid = Some(sight(Some(Status::Paid), &[just_now]));
    let cases: [(&[WarningKind], Case); 5] = [
        (
            &[LookAlikeLetters, LookAlikeDomain],
            Case { phone: "", email: "kari@gm\u{430}il.com", ..plain("in a well-known domain") },
        ),
        (
            &[UnfamiliarPrefix, NotFound, TypedForAnother, LandLine],
            Case {
                pasted: "XYZ123456789",
                phone: "22 86 44 00",
                typed_for: Some("RES3633019929"),
                sight: Some(RecentLookUp::NotFound),
                ..plain("of a reservation that nobody knows")
            },
        ),
        (
            &[OtherEnvironment, AlreadyPaid, TypedForAnother, SentElsewhere],
            Case { pasted: OF_DEMO, typed_for: Some("RES3633010202"), sight: paid, ..plain("of one that is paid") },
        ),
        (
            &[AlmostStored, LookAlikeDomain],
            Case { phone: "412 34 568", email: "kari@gmial.com", ..plain("of both contacts") },
        ),
        (
            &[LandLine, LookAlikeLetters, LookAlikeDomain],
            Case { phone: "22 86 44 00", email: "kari@gm\u{430}il.com", ..plain("of both, in other ways") },
        ),
    ];
    for (kinds, case) in cases {
        assert_eq!(case.kinds(&app.resender).await, kinds, "{}", case.what);
    }
}

#[tokio::test]
async fn an_answer_covers_its_own_question_and_what_is_the_same_in_other_words() {
    use WarningKind::{AlreadyPaid, EarlierUnknown, LandLine, NotFound, SentElsewhere, SentRecently, UnfamiliarPrefix};
    let unfamiliar = || Case { pasted: "XYZ123456789", sight: Some(RecentLookUp::NotFound), ..plain("unfamiliar") };
    let paid_and_land_line = || Case {
        sight: Some(sight(Some(Status::Paid), &[])),
        ..plain("paid, and to a land line").with_phone("22 86 44 00")
    };
    let recent = || sent_before("a minute ago", MINUTE, "+4741234567");
    let app = TestApp::open().await;
    for (case, confirmed, asked) in [
        (unfamiliar(), &[][..], Some(UnfamiliarPrefix)),
        (unfamiliar(), &[UnfamiliarPrefix][..], None),
        (unfamiliar(), &[NotFound][..], Some(UnfamiliarPrefix)),
        (paid_and_land_line(), &[][..], Some(AlreadyPaid)),
        (paid_and_land_line(), &[AlreadyPaid][..], Some(LandLine)),
        (paid_and_land_line(), &[LandLine][..], Some(AlreadyPaid)),
        (paid_and_land_line(), &[AlreadyPaid, LandLine][..], None),
        (recent(), &[AlreadyPaid][..], Some(SentElsewhere)),
        (recent(), &[EarlierUnknown][..], Some(SentElsewhere)),
        (recent(), &[SentRecently][..], Some(SentElsewhere)),
        (recent(), &[EarlierUnknown, SentElsewhere][..], None),
    ] {
        let warnings = case.warnings(&app.resender).await;
        let first = warnings.iter().find(|warning| !warning.is_confirmed(confirmed));
        assert_eq!(first.map(Warning::kind), asked, "{} with {confirmed:?}", case.what);
    }
}

impl Case {
    fn with_phone(self, phone: &'static str) -> Self {
        Self { phone, ..self }
    }

    async fn warnings(&self, resender: &Resender) -> Vec<Warning> {
        let draft = Draft {
            reservation: self.pasted,
            sms: !self.phone.is_empty(),
            email: !self.email.is_empty(),
            phone_number: self.phone,
            email_address: self.email,
            typed_for: self.typed_for,
        };
        let resend = draft
            .check(self.environment, Region::default())
            .unwrap_or_else(|problems| panic!("{}: {problems:?}", self.what));
        let looked_up = self.sight.clone().map(|sight| (sight, Duration::from_secs(5)));
        let warnings = resender.preflight(&resend, &draft, looked_up.as_ref(), self.repeat_window).await;
        warnings.expect("the journal can be read")
    }

    async fn kinds(&self, resender: &Resender) -> Vec<WarningKind> {
        self.warnings(resender).await.iter().map(Warning::kind).collect()
    }
}

/// By another desk.
fn sent_before(what: &'static str, ago: Duration, to: &str) -> Case {
    let at = service_time() - ago;
    elsewhere(what, SendElsewhere { to: Addressee::read(to), latest: at, at: Some(at) })
}

/// The filter lists it, and what is written beside it cannot be read.
fn at_an_unknown_time(what: &'static str, to: &str) -> Case {
    elsewhere(what, SendElsewhere { to: Addressee::read(to), latest: service_time(), at: None })
}

fn elsewhere(what: &'static str, link: SendElsewhere) -> Case {
    Case { sight: Some(sight(Some(Status::NotPaid), &[link])), ..plain(what) }
}

fn sight(status: Option<Status>, elsewhere: &[SendElsewhere]) -> RecentLookUp {
    let details = Details {
        customer: Some("Kari Nordmann".to_owned()),
        status,
        sms_to: PhoneNumber::parse("412 34 567", Region::default()).ok(),
        email_to: EmailAddress::parse("kari@example.com").ok(),
        ..Details::default()
    };
    RecentLookUp::Seen(Box::new(Snapshot {
        id: ReservationId::parse("RES3633019929").expect("an id"),
        details,
        events: Vec::new(),
        elsewhere: elsewhere.to_vec(),
        service_time: service_time(),
    }))
}

/// Noon of 22 November 2026 in Norway: whatever this computer's clock says, the service's is what counts.
fn service_time() -> Timestamp {
    Timestamp::from_millis(0) + Duration::from_hours(498_707)
}

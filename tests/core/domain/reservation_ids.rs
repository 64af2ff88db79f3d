use resend_reservation::domain::{
    IdKind::{self, *},
    ReservationId,
    ReservationIdError::{self, CutOff, IsOther, Missing, NoId, Several, ShortLink},
};

type Row = (&'static str, Result<&'static str, ReservationIdError>);

const RES: Result<&str, ReservationIdError> = Ok("RES3633019929");
const ORDER: Result<&str, ReservationIdError> = Ok("ODR1649249709");

const THE_ID_ALONE: &[Row] = &[
    ("RES3633019929", RES),
    ("res3633019929", RES),
    ("ReS3633019929", RES),
    ("  RES3633019929\r\n", RES),
    ("res 3633 019 929", RES),
    ("RES 36 33 01 99 29", RES),
    ("RES363301 9929", RES),
    ("r e s 3 6 3 3 0 1 9 9 2 9", RES),
    ("RES\u{A0}3633\u{A0}019\u{A0}929", RES),
    ("RES\u{2009}3633\u{202F}019929", RES),
    ("RES\u{200B}3633\u{AD}019929", RES),
    ("\u{202A}RES3633019929\u{202C}", RES),
    ("\u{2066}RES3633019929\u{2069}\u{FEFF}", RES),
    ("RES-3633019929", RES),
    ("RES\u{2011}3633019929", RES),
    ("RES - 3633019929", RES),
    ("RES-3633-019-929", RES),
    ("RES_3633019929", RES),
    ("RES.3633019929", RES),
    ("RES: 3633019929", RES),
    ("RES#3633019929", RES),
    ("#RES3633019929", RES),
    ("\"RES3633019929\"", RES),
    ("«RES3633019929»", RES),
    ("(RES3633019929).", RES),
    ("<RES3633019929>", RES),
    ("ＲＥＳ３６３３０１９９２９", RES),
    ("RES347888404", Ok("RES347888404")),
    ("RES1", Ok("RES1")),
    ("RES 2", Ok("RES2")),
    ("RES0000000001", Ok("RES0000000001")),
    ("RES12345678901234567890", Ok("RES12345678901234567890")),
];

const OTHER_PREFIXES: &[Row] = &[
    ("ABC123456789", Ok("ABC123456789")),
    ("abc123 456 789", Ok("ABC123456789")),
    ("AB1", Ok("AB1")),
    ("ABCDEF12345678901234567890", Ok("ABCDEF12345678901234567890")),
    ("(XYZ987654321)", Ok("XYZ987654321")),
    ("RESX3633019929", Ok("RESX3633019929")),
    ("https://portal.example/reservations/details/XYZ9", Ok("XYZ9")),
    ("https://portal.example/r/XYZ987654", Ok("XYZ987654")),
    ("https://portal.example/#/reservations/details/XYZ98", Ok("XYZ98")),
    ("A123456789", Err(NoId)),
    ("ABCDEFG123456789", Err(NoId)),
    ("ABC-123456789", Err(NoId)),
    ("ABC 123456789", Err(NoId)),
    ("ABC", Err(NoId)),
    ("ÆØÅ123456789", Err(NoId)),
    ("See ABC123456789 for more", Err(NoId)),
];

const LINKS: &[Row] = &[
    ("https://go.portal.example/reservations/details/RES3633019929", RES),
    ("https://demo.portal.example/reservations/details/RES3633019929/", RES),
    ("https://go.portal.example/reservations-view/details/res3633019929", RES),
    ("https://go.portal.example/reservations/details/RES3633019929?tab=log&x=1", RES),
    ("https://go.portal.example/reservations/details/RES3633019929#top", RES),
    ("https://go.portal.example/#/reservations/details/RES3633019929", RES),
    ("https://go.portal.example/#!/reservations/details/RES3633019929?a=b", RES),
    ("https://go.portal.example/reservations/details/RES3633019929/edit", RES),
    ("https://go.portal.example/?reservation=RES3633019929", RES),
    ("https://go.portal.example/reservations%2Fdetails%2FRES3633019929", RES),
    (
        "https://filter.example/?url=https%3A%2F%2Fgo.portal.example%2Freservations%2Fdetails%2FRES3633019929&data=05",
        RES,
    ),
    ("https://filter.example/?u=https%253A%252F%252Fgo.portal.example%252FRES3633019929", RES),
    ("go.portal.example/reservations/details/RES3633019929", RES),
    ("www.portal.example/reservations/details/RES3633019929", RES),
    ("Link: <https://go.portal.example/reservations/details/RES3633019929>.", RES),
    ("[her](https://go.portal.example/reservations/details/RES3633019929)", RES),
    ("https://go.portal.example/order/details/ODR1649249709", ORDER),
    ("https://go.portal.example/create-order/details/ODR347888404/", Ok("ODR347888404")),
    ("https://go.portal.example/customers/details/CSRT123456789", Err(IsOther(Customer))),
    ("https://pay.example/s/aB3dE9", Err(ShortLink)),
    ("https://pay.example/ab12", Err(ShortLink)),
    ("https://pay.example", Err(ShortLink)),
    ("www.pay.example", Err(ShortLink)),
    ("pay.example/x7Yz", Err(ShortLink)),
    ("Betal her: https://pay.example/x7Yz innen 24 t", Err(ShortLink)),
    ("https://pay.example/123e4567-e89b-12d3-a456-426614174000", Err(ShortLink)),
    ("https://go.portal.example/reservations/details/", Err(ShortLink)),
];

/// What stood in two cells or rows, or is two numbers in any other way.
const ROWS: &[Row] = &[
    ("RES347888404\n2", Ok("RES347888404")),
    ("RES347888404\r\n2\r\n", Ok("RES347888404")),
    ("RES347888404\r2", Ok("RES347888404")),
    ("RES347888404\t2", Ok("RES347888404")),
    ("RES347888404\u{B}2", Ok("RES347888404")),
    ("RES347888404\u{C}2", Ok("RES347888404")),
    ("RES347888404\u{85}2", Ok("RES347888404")),
    ("RES347888404\u{2028}2", Ok("RES347888404")),
    ("RES347888404\u{2029}2", Ok("RES347888404")),
    ("RES347888404\u{1F}2", Ok("RES347888404")),
    ("RES347888404↵2", Ok("RES347888404")),
    ("RES347888404%0A2", Ok("RES347888404")),
    ("RES347888404\t2\nRES347888404\t3", Ok("RES347888404")),
    ("2\tRES347888404", Ok("RES347888404")),
    ("RES\t347888404", Err(NoId)),
    ("RES347888404↵RES347888405", Err(Several)),
    ("ODR347888404 2", Ok("ODR347888404")),
    ("RES347888404 2", Ok("RES347888404")),
    ("RES 347 888 404 2", Err(CutOff)),
    ("RES 3633 019 92 9", Err(CutOff)),
    ("RES363301992 9", Ok("RES363301992")),
    ("RES347888404-2", Ok("RES347888404")),
    ("RES 2 41234567", Err(NoId)),
    ("RES 12 41234567", Err(NoId)),
    ("RES 2 412 34 567", Err(NoId)),
    ("RES 12 412 34 567", Err(NoId)),
    ("RES 2 22 86 44 00", Err(NoId)),
    ("ODR 1 912 34 567", Err(NoId)),
    ("abc 2 41234567", Err(NoId)),
    ("ABC2 41234567", Err(NoId)),
    ("Rom RES 2, 41234567", Err(NoId)),
];

/// What is not the whole id, and what a mail broke and can be put together again.
const CUT_OFF: &[Row] = &[
    ("https://go.portal.example/reservations/details/RES363301992=\n9", RES),
    ("https://go.portal.example/reservations/details/RES363301992=\r\n9", RES),
    ("https://go.portal.example/reservations/details/RES363301992=↵9", RES),
    ("https://go.portal.example/reserva=\ntions/details/RES36330=\n19929", RES),
    ("<a href=3D\"https://go.portal.example/details/RES36330=\n19929\">", RES),
    ("RES363301992=\n9", RES),
    ("?reservation=3DRES3633019929", RES),
    ("> https://go.portal.example/reservations/details/RES36330\n> 19929", RES),
    ("> Hei\n> Se https://go.portal.example/details/RES36330\r\n> 19929\r\n> Kari", RES),
    (">> RES3633\n>> 019929", RES),
    ("https://go.portal.example/reservations/details/RES36330\n19929", Err(CutOff)),
    ("> https://go.portal.example/reservations/details/RES36330\n19929", Err(CutOff)),
    ("> https://go.portal.example/reservations/details/RES363301992\n> 9", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES363301992↵9", Err(CutOff)),
    ("https://go.portal.example/reservations/details/XYZ98\n7654", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES363301…", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES363301...", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES363301%E2%80%A6", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES36330[...]", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES363301&hellip;", Err(CutOff)),
    ("https://go.portal.example/reservations/details/RES363301992=", Err(CutOff)),
    ("https://go.portal.example/reservations/details/XYZ987654...", Err(CutOff)),
    ("RES363301…", Err(CutOff)),
    ("RES36330...", Err(CutOff)),
    ("RES363301992…", Err(CutOff)),
    ("RES363301 …", Err(CutOff)),
    ("res 3633 019 …", Err(CutOff)),
    ("RES363301=E2=80=A6", Err(CutOff)),
    ("Hei, gjelder RES363301… Mvh Kari", Err(CutOff)),
    ("RES36330\n19929", Err(CutOff)),
    ("RES36330-\n19929", Err(CutOff)),
    ("RES36330*****", Err(CutOff)),
    ("RES363301. . .", Err(CutOff)),
    ("RES363301####", Err(CutOff)),
    ("| https://go.portal.example/details/RES36330\n| 19929", Err(CutOff)),
    ("https://go.portal.example/details/RES36330\n    19929", Err(CutOff)),
    ("https://go.portal.example/details/RES36330\t19929", Err(CutOff)),
    ("https://go.portal.example/details/RES36330 19929", RES),
    ("https://go.portal.example/details/RES36330\r\n\r\n19929", Err(CutOff)),
    ("RES363301992\u{301}9", Err(NoId)),
    ("𝐑𝐄𝐒𝟑𝟔𝟑𝟑𝟎𝟏𝟗𝟗𝟐𝟗", RES),
    ("RES363301… RES3633019929", RES),
    ("RES363301… RES3688019929", Err(CutOff)),
    ("RES3633019929...", RES),
    ("RES3633019929…", RES),
    ("**RES3633019929**", RES),
    ("https://go.portal.example/reservations/details/RES3633019929\n2 gjester", RES),
    ("https://go.portal.example/reservations/details/RES363301992\n2 gjester", Ok("RES363301992")),
];

const OTHER_TEXT: &[Row] = &[
    ("Reservasjon RES3633019929 for Kari Nordmann", RES),
    ("Hei! Lenken til res3633019929 kom aldri frem.", RES),
    ("12.06.2025\tRES3633019929\tKari Nordmann\t41234567\tkr 1250", RES),
    ("RES3633019929\t2\t95321987", RES),
    ("RES3633019929 41234567", RES),
    ("RES3633019929 2 gjester", RES),
    ("RES3633019929-1", RES),
    ("RES 3633 019 929, 412 34 567", RES),
    ("RES 3633 019 929 412 34 567", RES),
    ("Room 12 RES 3633 019 929 kl 15", RES),
    ("kvittering_RES3633019929_2.pdf", RES),
    ("{\"uuid\":\"RES3633019929\"}", RES),
    ("Ref:RES3633019929;", RES),
    ("RES3633019929, RES3633019929 og res 3633019929", RES),
    ("20 % rabatt, RES3633019929", RES),
    ("customer CSRT123456789, reservation RES3633019929", RES),
    ("ODR1649249709 / RES3633019929", RES),
    ("Tlf 95321987 kr 1250 RES3633019929", RES),
    ("Min RES123456 takk", Ok("RES123456")),
    ("RES3633019929 og RES3633019930", Err(Several)),
    ("RES3633019929\nRES363301992", Err(Several)),
    ("RES3633019929 https://go.portal.example/reservations/details/RES1111111111", Err(Several)),
    ("Ordre ODR1649249709, takk", ORDER),
    ("ODR347888404 og CSRT123456789", Ok("ODR347888404")),
    ("ODR1649249709 og ODR347888404", Err(Several)),
    ("Org 987 654 321", Err(IsOther(Organisation))),
    ("ODR1649249709", ORDER),
    ("odr 1649 249 709", ORDER),
    ("SUB123456789", Err(IsOther(Subscription))),
    ("CSRT123456789", Err(IsOther(Customer))),
    ("CAP123456789", Err(IsOther(Capture))),
    ("CHA123456789", Err(IsOther(Charge))),
    ("TRML123456789", Err(IsOther(Terminal))),
    ("ORG123456789", Err(IsOther(Organisation))),
];

const NO_ID: &[Row] = &[
    ("", Err(Missing)),
    ("   \t\r\n", Err(Missing)),
    ("\u{200B}\u{FEFF}\u{A0}", Err(Missing)),
    ("%20", Err(Missing)),
    ("Tlf 95321987", Err(NoId)),
    ("Tlf. 953 21 987", Err(NoId)),
    ("kr 1250", Err(NoId)),
    ("kr 1 250,-", Err(NoId)),
    ("ORDRES123456789", Err(NoId)),
    ("RES3633019929A", Err(NoId)),
    ("ÅRES3633019929", Err(NoId)),
    ("RES3633019929å", Err(NoId)),
    ("RES", Err(NoId)),
    ("RES nr", Err(NoId)),
    ("RES123456789012345678901", Err(NoId)),
    ("RES +47 412 34 567", Err(NoId)),
    ("See RES 2 and CAP 10", Err(NoId)),
    ("Res. 123456 hos oss", Err(NoId)),
    ("RES12345 til Kari", Err(NoId)),
    ("Ring om RES363301 9929", Err(NoId)),
    ("RES\n3633019929", Err(NoId)),
    ("RES3633\t019929", Err(NoId)),
    ("3633019929", Err(NoId)),
    ("95321987", Err(NoId)),
    ("+47 953 21 987", Err(NoId)),
    ("123e4567-e89b-12d3-a456-426614174000", Err(NoId)),
    ("Kari Nordmann", Err(NoId)),
    ("kari@example.com", Err(NoId)),
    ("12.06.2025 kl 18:30", Err(NoId)),
    ("RE$3633019929", Err(NoId)),
    ("🎉", Err(NoId)),
];

#[test]
fn an_id_alone_is_read_however_it_is_spaced_and_marked() {
    check(THE_ID_ALONE);
}

#[test]
fn an_unfamiliar_prefix_counts_only_alone_or_at_the_end_of_a_link() {
    check(OTHER_PREFIXES);
}

#[test]
fn a_link_gives_its_id_or_says_that_it_has_none() {
    check(LINKS);
}

#[test]
fn rows_and_cells_of_a_sheet_stay_apart() {
    check(ROWS);
}

#[test]
fn an_id_that_is_cut_off_is_never_taken_as_whole() {
    check(CUT_OFF);
}

#[test]
fn ids_in_other_text_are_found_as_whole_words() {
    check(OTHER_TEXT);
}

#[test]
fn what_is_no_id_is_not_taken_for_one() {
    check(NO_ID);
}

#[test]
fn only_prefixes_that_we_do_not_know_are_unfamiliar() {
    for (number, (text, expected)) in OTHER_PREFIXES.iter().enumerate() {
        let is_unfamiliar = ReservationId::parse(text).map(|id| id.is_unfamiliar());
        assert_eq!(is_unfamiliar, expected.map(|_| true), "row {number}: {text:?}");
    }
    for (number, (text, expected)) in THE_ID_ALONE.iter().chain(OTHER_TEXT).enumerate() {
        let is_unfamiliar = ReservationId::parse(text).map(|id| id.is_unfamiliar());
        assert_eq!(is_unfamiliar, expected.map(|_| false), "row {number}: {text:?}");
    }
}

#[test]
fn a_reservation_wins_over_every_other_kind() {
    const KINDS: [(&str, IdKind); 6] = [
        ("SUB", Subscription),
        ("CSRT", Customer),
        ("CAP", Capture),
        ("CHA", Charge),
        ("TRML", Terminal),
        ("ORG", Organisation),
    ];
    for (prefix, kind) in KINDS {
        let alone = format!("see {prefix}123456789");
        assert_eq!(ReservationId::parse(&alone), Err(IsOther(kind)), "{alone}");
        let beside = format!("{alone} and RES3633019929");
        let id = ReservationId::parse(&beside).map(|id| id.to_string());
        assert_eq!(id.as_deref(), RES.as_ref().copied(), "{beside}");
    }
}

#[test]
fn a_huge_paste_is_read_quickly() {
    const HUGE: usize = 100_000;
    let started = std::time::Instant::now();
    for part in [
        "a",
        "1",
        " ",
        "%",
        "%25",
        "%2525",
        "RES",
        "RES1 ",
        "RES 12-34 ",
        "://",
        "a.bc/",
        "www.",
        "//",
        "?",
        "å",
        "\u{200B}",
        "RES36330199 ",
        "res 3 ",
    ] {
        let text = part.repeat(HUGE / part.len());
        let _ = ReservationId::parse(&text);
        let _ = ReservationId::parse(&format!("{text} RES3633019929"));
        let _ = ReservationId::parse(&format!("RES3633019929 {text}"));
    }
    let each = started.elapsed() / (18 * 3);
    assert!(each.as_millis() < 500, "{each:?} for one paste");
}

fn check(rows: &[Row]) {
    for (number, (text, expected)) in rows.iter().enumerate() {
        let id = ReservationId::parse(text);
        let id = id.as_ref().map(ReservationId::as_str).map_err(|error| *error);
        assert_eq!(id, *expected, "row {number}: {text:?}");
    }
}

#[test]
fn an_id_with_fewer_digits_than_any_that_was_seen_may_not_be_typed_to_its_end() {
    for (text, is_short) in [
        ("RES36330199", true),
        ("res 363301992", false),
        ("RES3633019929", false),
        ("ODR1", true),
        ("Kari, RES12345678", true),
    ] {
        assert_eq!(ReservationId::parse(text).map(|id| id.is_short()), Ok(is_short), "{text}");
    }
}

use proptest::prelude::*;
use resend_reservation::domain::{Draft, EmailAddress, Environment, PhoneNumber, Region, ReservationId};
use rlibphonenumber::{PHONE_NUMBER_UTIL, PhoneNumberType};

proptest! {
    #[test]
    fn no_text_makes_anything_panic(text in any::<String>()) {
        read_as_everything(&text);
    }

    #[test]
    fn no_mixture_of_plausible_pieces_makes_anything_panic(text in mixture()) {
        read_as_everything(&text);
    }

    #[test]
    fn an_id_found_in_any_mixture_reads_as_itself(text in mixture()) {
        if let Ok(id) = ReservationId::parse(&text) {
            prop_assert_eq!(ReservationId::parse(id.as_str()), Ok(id.clone()), "{}", text);
        }
    }

    #[test]
    fn every_id_of_the_shape_reads_as_itself(
        id in "[A-Z]{2,6}[0-9]{1,20}".prop_filter("reservations only", |id| {
            const OTHERS: [&str; 7] = ["ODR", "SUB", "CSRT", "CAP", "CHA", "TRML", "ORG"];
            let letters = id.trim_end_matches(|c: char| c.is_ascii_digit());
            !OTHERS.iter().any(|other| letters.ends_with(other))
                && (letters == "RES" || !letters.ends_with("RES"))
        }),
    ) {
        let read = ReservationId::parse(&id).map(|id| id.to_string());
        prop_assert_eq!(read, Ok(id));
    }

    #[test]
    fn a_reservation_is_found_in_any_case_between_any_words(
        digits in "[1-9][0-9]{8,9}",
        before in "([a-zæøå]{1,8} ){0,4}",
        after in "( [a-zæøå]{1,8}){0,4}",
        lower in any::<bool>(),
    ) {
        let id = format!("RES{digits}");
        let written = if lower { id.to_lowercase() } else { id.clone() };
        let read = ReservationId::parse(&format!("{before}{written}{after}"));
        prop_assert_eq!(read.map(|id| id.to_string()), Ok(id));
    }

    #[test]
    fn a_number_reads_as_itself_from_what_we_show_and_from_what_we_send(
        number in number(),
        country in region(),
    ) {
        let shown = PhoneNumber::parse(&number.international(), country);
        prop_assert_eq!(shown.as_ref(), Ok(&number));
        let sent = format!("{}{}", number.country_code(), number.national_number());
        prop_assert_eq!(PhoneNumber::parse(&sent, country), Ok(number));
    }

    #[test]
    fn a_letter_anywhere_in_a_number_is_refused(
        number in number(),
        // Those that cannot be seen are not there.
        letter in "[\\p{Alphabetic}--\u{115F}\u{1160}\u{3164}\u{FFA0}\u{17B4}\u{17B5}]",
        at in any::<prop::sample::Index>(),
    ) {
        let mut typed = number.international();
        typed.insert_str(at.index(typed.len()), &letter);
        prop_assert!(PhoneNumber::parse(&typed, Region::default()).is_err(), "{}", typed);
    }

    #[test]
    fn what_stands_in_another_cell_or_line_never_joins_a_number(
        number in number(),
        border in border(),
        more in "[0-9]{1,4}",
    ) {
        let typed = format!("{}{border}{more}", number.international());
        prop_assert!(PhoneNumber::parse(&typed, Region::default()).is_err(), "{:?}", typed);
        let alone = format!("{border}{}{border}", number.international());
        prop_assert_eq!(PhoneNumber::parse(&alone, Region::default()), Ok(number));
    }

    #[test]
    fn what_stands_in_another_cell_or_line_never_joins_an_id(
        digits in "[1-9][0-9]{8,9}",
        border in border(),
        more in "[0-9]{1,4}( [a-z]{1,4})?",
    ) {
        let id = format!("RES{digits}");
        for typed in [format!("{id}{border}{more}"), format!("https://portal.example/details/{id}{border}{more}")] {
            let read = ReservationId::parse(&typed);
            prop_assert!(read.is_err() || read.is_ok_and(|read| read.as_str() == id), "{:?}", typed);
        }
    }

    #[test]
    fn what_stands_in_another_cell_or_line_never_joins_an_address(
        address in address(),
        border in border(),
        more in "[a-z0-9.@]{1,8}",
    ) {
        let typed = format!("{address}{border}{more}");
        prop_assert!(EmailAddress::parse(&typed).is_err(), "{:?}", typed);
    }

    #[test]
    fn an_address_that_is_read_reads_as_itself(text in "[\\PC\\p{Cf}]{1,12}@[\\PC\\p{Cf}]{1,12}\\.example") {
        if let Ok(address) = EmailAddress::parse(&text) {
            prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address.clone()), "{}", text);
            let _ = address.has_look_alike_letters();
        }
    }

    #[test]
    fn an_address_reads_as_itself(address in address()) {
        let read = EmailAddress::parse(&address);
        prop_assert_eq!(read.as_ref().map(EmailAddress::as_str), Ok(address.as_str()));
    }

    #[test]
    fn masked_and_debug_never_hold_the_whole_number(number in number()) {
        let national = number.national_number();
        for shown in [number.masked(), format!("{number:?}")] {
            let digits: String = shown.chars().filter(char::is_ascii_digit).collect();
            prop_assert!(!digits.contains(&national), "{}", shown);
            prop_assert!(shown.contains('…'), "{}", shown);
        }
    }

    #[test]
    fn masked_and_debug_never_hold_the_whole_address(address in address()) {
        let read = EmailAddress::parse(&address).expect("a good address");
        for shown in [read.masked(), format!("{read:?}")] {
            prop_assert!(!shown.contains(&address), "{}", shown);
        }
    }
}

#[test]
fn every_example_number_in_the_world_reads_as_itself() {
    for number in examples() {
        for country in ["NO", "US", "DE", "IT", "BR"].into_iter().filter_map(Region::parse) {
            let read = PhoneNumber::parse(&number.international(), country);
            assert_eq!(read.as_ref(), Ok(&number), "{country:?} {}", number.international());
        }
    }
}

fn read_as_everything(text: &str) {
    let draft =
        Draft { reservation: text, sms: true, email: true, phone_number: text, email_address: text, typed_for: None };
    for country in ["NO", "US", "GB", "IT", "AR", "RU"].into_iter().filter_map(Region::parse) {
        let _ = draft.check(Environment::Production, country);
        if let Ok(number) = PhoneNumber::parse(text, country) {
            let _ = (number.international(), number.masked(), number.region(), number.line());
        }
    }
    let _ = format!("{:?} {:?}", ReservationId::parse(text), EmailAddress::parse(text));
    let _ = Region::parse(text);
}

/// Pieces of what staff paste, in any order.
fn mixture() -> impl Strategy<Value = String> {
    const PIECES: [&str; 48] = [
        "RES",
        "res",
        "ODR",
        "CSRT",
        "ORG",
        "ABC",
        "Tlf",
        "kr",
        "ext",
        "3633019929",
        "363301992",
        "3633",
        "019",
        "929",
        "12",
        "7",
        "0",
        "00",
        "+",
        "47",
        "+47",
        "0047",
        "41234567",
        "(0)",
        " ",
        "  ",
        "\u{A0}",
        "\u{200B}",
        "\u{202A}",
        "\n",
        "\t",
        "-",
        ".",
        "/",
        "#",
        "?",
        "&",
        "=",
        "%20",
        "%2F",
        "%",
        "https://",
        "portal.example",
        "details/",
        "tel:",
        "mailto:",
        "@",
        "å",
    ];
    prop::collection::vec(prop::sample::select(&PIECES[..]), 0..16).prop_map(|pieces| pieces.concat())
}

/// A valid number of any country, with some of its last digits changed.
fn number() -> impl Strategy<Value = PhoneNumber> {
    let examples = examples();
    (prop::sample::select(examples), "[0-9]{3}").prop_map(|(example, end)| {
        let whole = format!("{}{}", example.country_code(), example.national_number());
        let changed = format!("{}{end}", &whole[..whole.len() - end.len()]);
        PhoneNumber::parse(&changed, Region::default()).unwrap_or(example)
    })
}

/// The library's made-up number for each kind of line in each region.
fn examples() -> Vec<PhoneNumber> {
    const KINDS: [PhoneNumberType; 6] = [
        PhoneNumberType::FixedLine,
        PhoneNumberType::Mobile,
        PhoneNumberType::TollFree,
        PhoneNumberType::UAN,
        PhoneNumberType::VoIP,
        PhoneNumberType::PersonalNumber,
    ];
    let regions = Region::all();
    let examples: Vec<PhoneNumber> = regions
        .iter()
        .filter_map(|region| rlibphonenumber::Region::from_code(region.as_str()).ok())
        .flat_map(|region| KINDS.map(|kind| (region, kind)))
        .filter_map(|(region, kind)| PHONE_NUMBER_UTIL.get_example_number_for_type_and_region(region, kind).ok())
        .filter_map(|example| PhoneNumber::parse(&example.to_string(), Region::default()).ok())
        .collect();
    assert!(examples.len() > 600, "{}", examples.len());
    examples
}

/// What parts two cells or two lines, in one program or another.
fn border() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &["\t", "\n", "\r", "\r\n", "\u{B}", "\u{C}", "\u{85}", "\u{2028}", "\u{2029}", "↵", " \n "][..],
    )
}

fn region() -> impl Strategy<Value = Region> {
    prop::sample::select(Region::all())
}

fn address() -> impl Strategy<Value = String> {
    let local = "[a-zA-Z0-9æøå_+'-]{1,12}(\\.[a-z0-9]{1,8}){0,2}";
    let domain = "[a-z0-9ø]([a-z0-9-]{0,8}[a-z0-9])?\\.example";
    (local, domain).prop_map(|(local, domain)| format!("{local}@{domain}"))
}

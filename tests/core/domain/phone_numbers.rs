use resend_reservation::domain::{
    Line::{self, LandLine, Mobile, MobileOrLandLine, Other, Unfamiliar},
    PhoneNumber,
    PhoneNumberError::{
        self, HasLetters, Missing, NoSuchCountry, NoSuchNumber, PlusMissing, Several, TooLong, TooShort,
    },
    Region,
};

/// Typed where Norway is the default; read as country code and national number.
const NORWEGIAN: &[(&str, &str, &str, Line)] = &[
    ("41234567", "+47", "41234567", Mobile),
    ("412 34 567", "+47", "41234567", Mobile),
    ("41 23 45 67", "+47", "41234567", Mobile),
    ("+4741234567", "+47", "41234567", Mobile),
    ("+47 412 34 567", "+47", "41234567", Mobile),
    ("0047 41234567", "+47", "41234567", Mobile),
    ("00 47 412 34 567", "+47", "41234567", Mobile),
    ("4741234567", "+47", "41234567", Mobile),
    ("47 412 34 567", "+47", "41234567", Mobile),
    ("(+47) 412-34-567", "+47", "41234567", Mobile),
    ("+(47) 41234567", "+47", "41234567", Mobile),
    ("+ 47 41234567", "+47", "41234567", Mobile),
    ("(412) 34567", "+47", "41234567", Mobile),
    ("412.34.567", "+47", "41234567", Mobile),
    ("412-34-567", "+47", "41234567", Mobile),
    ("412–34–567", "+47", "41234567", Mobile),
    ("412/34/567", "+47", "41234567", Mobile),
    ("  412 34 567\r\n", "+47", "41234567", Mobile),
    ("+47\u{A0}412\u{A0}34\u{A0}567", "+47", "41234567", Mobile),
    ("+47\u{202F}412\u{2009}34\u{2009}567", "+47", "41234567", Mobile),
    ("\u{202A}+47 412 34 567\u{202C}", "+47", "41234567", Mobile),
    ("\u{2066}+4741234567\u{2069}", "+47", "41234567", Mobile),
    ("\u{200E}412\u{200B}34567\u{FEFF}", "+47", "41234567", Mobile),
    ("tel:+4741234567", "+47", "41234567", Mobile),
    ("TEL: 412 34 567", "+47", "41234567", Mobile),
    ("tel:+47%20412%2034%20567", "+47", "41234567", Mobile),
    ("tel:%2B4741234567", "+47", "41234567", Mobile),
    ("41234𝟓67", "+47", "41234567", Mobile),
    ("4123\u{3164}4567\u{E0061}", "+47", "41234567", Mobile),
    ("tel://+4741234567", "+47", "41234567", Mobile),
    ("＋４７４１２３４５６７", "+47", "41234567", Mobile),
    ("４１２３４５６７", "+47", "41234567", Mobile),
    ("47 12 34 56", "+47", "47123456", Mobile),
    ("47123456", "+47", "47123456", Mobile),
    ("+47 47 12 34 56", "+47", "47123456", Mobile),
    ("4747123456", "+47", "47123456", Mobile),
    ("004747123456", "+47", "47123456", Mobile),
    ("47 91 23 45", "+47", "47912345", Mobile),
    ("912 34 567", "+47", "91234567", Mobile),
    ("22 86 44 00", "+47", "22864400", LandLine),
    ("+47 22 86 44 00", "+47", "22864400", LandLine),
    ("79 02 12 34", "+47", "79021234", LandLine),
    ("02800", "+47", "02800", Other),
    ("+47 02800", "+47", "02800", Other),
    ("815 00 000", "+47", "81500000", Other),
    ("800 12 345", "+47", "80012345", Other),
    ("85 12 34 56", "+47", "85123456", Other),
    ("+47 49 12 34 56", "+47", "49123456", Unfamiliar),
    ("49 12 34 56", "+47", "49123456", Unfamiliar),
    ("59 12 34 56", "+47", "59123456", Unfamiliar),
];

const FOREIGN: &[(&str, &str, &str, Line)] = &[
    // Sweden
    ("+46 70 174 06 05", "+46", "701740605", Mobile),
    ("+46 (0)70-174 06 05", "+46", "701740605", Mobile),
    ("+46 070 174 06 05", "+46", "701740605", Mobile),
    ("0046 70 174 06 05", "+46", "701740605", Mobile),
    ("+46 8 465 004 24", "+46", "846500424", LandLine),
    // Denmark tells no mobile from a land line
    ("+45 20 12 34 56", "+45", "20123456", MobileOrLandLine),
    ("0045 20123456", "+45", "20123456", MobileOrLandLine),
    // Finland and Åland
    ("+358 40 1234567", "+358", "401234567", Mobile),
    ("+358 (0)40 123 4567", "+358", "401234567", Mobile),
    ("+358 9 1234567", "+358", "91234567", LandLine),
    ("+358 18 12345", "+358", "1812345", LandLine),
    // Iceland, the Faroes, Greenland
    ("+354 611 1234", "+354", "6111234", Mobile),
    ("+298 21 12 34", "+298", "211234", Mobile),
    ("+299 22 12 34", "+299", "221234", Mobile),
    // Germany
    ("+49 1521 2345678", "+49", "15212345678", Mobile),
    ("+49 30 23125 000", "+49", "3023125000", LandLine),
    ("+49 30/23125-000", "+49", "3023125000", LandLine),
    ("+49 (0) 30 / 23125 000", "+49", "3023125000", LandLine),
    // Poland
    ("+48 512 345 678", "+48", "512345678", Mobile),
    // Britain
    ("+44 7400 123456", "+44", "7400123456", Mobile),
    ("+44 7700 900123", "+44", "7700900123", Unfamiliar),
    ("+44 07400 123456", "+44", "7400123456", Mobile),
    ("+44 (0)20 7183 8750", "+44", "2071838750", LandLine),
    ("+44 20 7946 0018", "+44", "2079460018", LandLine),
    ("0044 20 7946 0018", "+44", "2079460018", LandLine),
    // Italy, where the zero belongs to the number
    ("+39 06 1234 5678", "+39", "0612345678", LandLine),
    ("+39 (0)6 1234 5678", "+39", "0612345678", LandLine),
    ("+39 347 123 4567", "+39", "3471234567", Mobile),
    // France
    ("+33 6 12 34 56 78", "+33", "612345678", Mobile),
    ("+33 (0)6 12 34 56 78", "+33", "612345678", Mobile),
    ("+33 1 23 45 67 89", "+33", "123456789", LandLine),
    // Spain
    ("+34 612 345 678", "+34", "612345678", Mobile),
    ("+34 810 12 34 56", "+34", "810123456", LandLine),
    // North America, with one digit for a code
    ("+1 202 555 0123", "+1", "2025550123", MobileOrLandLine),
    ("+1 (201) 555-0123", "+1", "2015550123", MobileOrLandLine),
    ("001 201 555 0123", "+1", "2015550123", MobileOrLandLine),
    ("+1 (565) 234-5678", "+1", "5652345678", Unfamiliar),
    ("+1 876 210 1234", "+1", "8762101234", Mobile),
    // Mexico, with the 1 that WhatsApp writes
    ("+52 1 55 1234 5678", "+52", "5512345678", MobileOrLandLine),
    ("+52 55 1234 5678", "+52", "5512345678", MobileOrLandLine),
    ("0052 1 33 1234 5678", "+52", "3312345678", MobileOrLandLine),
    ("tel:+5215512345678", "+52", "5512345678", MobileOrLandLine),
    // Argentina, with its 9
    ("+54 9 11 2345-6789", "+54", "91123456789", Mobile),
    // The Baltic countries
    ("+370 612 34567", "+370", "61234567", Mobile),
    ("+371 21 234 567", "+371", "21234567", Mobile),
    ("+372 5123 4567", "+372", "51234567", Mobile),
    // Farther off
    ("+380 50 123 4567", "+380", "501234567", Mobile),
    ("+880 1712 345678", "+880", "1712345678", Mobile),
    ("+880 01712-345678", "+880", "1712345678", Mobile),
    ("+91 81234 56789", "+91", "8123456789", Mobile),
    ("+252 61 234 5678", "+252", "612345678", Mobile),
    ("+225 01 23 45 6789", "+225", "0123456789", Mobile),
    ("+55 11 96123-4567", "+55", "11961234567", Mobile),
    ("+31 6 12345678", "+31", "612345678", Mobile),
    ("+41 78 123 45 67", "+41", "781234567", Mobile),
    // No country at all
    ("+800 1234 5678", "+800", "12345678", Other),
];

/// Typed where another country is the default.
const AT_HOME_ELSEWHERE: &[(&str, &str, &str, &str)] = &[
    ("SE", "070-174 06 05", "+46", "701740605"),
    ("SE", "08-465 004 24", "+46", "846500424"),
    ("SE", "+47 412 34 567", "+47", "41234567"),
    ("DK", "20 12 34 56", "+45", "20123456"),
    ("DK", "4520123456", "+45", "20123456"),
    ("FI", "040 1234567", "+358", "401234567"),
    ("IS", "611 1234", "+354", "6111234"),
    ("DE", "030/23125000", "+49", "3023125000"),
    ("DE", "01521 2345678", "+49", "15212345678"),
    ("PL", "512 345 678", "+48", "512345678"),
    ("GB", "020 7946 0018", "+44", "2079460018"),
    ("GB", "07400 123456", "+44", "7400123456"),
    ("IT", "06 1234 5678", "+39", "0612345678"),
    ("IT", "0039 347 1234567", "+39", "3471234567"),
    ("FR", "06 12 34 56 78", "+33", "612345678"),
    ("ES", "612 34 56 78", "+34", "612345678"),
    ("US", "(202) 555-0123", "+1", "2025550123"),
    ("US", "1-202-555-0123", "+1", "2025550123"),
    ("US", "011 47 412 34 567", "+47", "41234567"),
    ("MX", "1 55 1234 5678", "+52", "5512345678"),
    ("MX", "521 55 1234 5678", "+52", "5512345678"),
    ("LT", "8 612 34567", "+370", "61234567"),
    ("UA", "050 123 4567", "+380", "501234567"),
    ("BD", "01712-345678", "+880", "1712345678"),
    ("GL", "22 12 34", "+299", "221234"),
];

/// Typed where Norway is the default.
const WRONG: &[(&str, PhoneNumberError)] = &[
    ("", Missing),
    (" \t\u{A0}\u{200B}", Missing),
    ("tel:", Missing),
    ("+47 91a34567", HasLetters),
    ("+47 953 a21 987", HasLetters),
    ("4l234567", HasLetters),
    ("412 34 56O", HasLetters),
    ("Tlf 41234567", HasLetters),
    ("41234567 (privat)", HasLetters),
    ("41234567 ext 12", HasLetters),
    ("41234567x12", HasLetters),
    ("tel:+4741234567;ext=12", HasLetters),
    ("41234567 eller 95321987", HasLetters),
    ("0800 FLOWERS", HasLetters),
    ("kari@example.com", HasLetters),
    ("RES3633019929", HasLetters),
    ("å1234567", HasLetters),
    ("4123456７ａ", HasLetters),
    ("ⅣⅠ234567", HasLetters),
    ("+", TooShort),
    ("-", TooShort),
    ("+47", TooShort),
    ("1", TooShort),
    ("47", TooShort),
    ("112", TooShort),
    ("1881", TooShort),
    ("116117", TooShort),
    ("412 34 56", TooShort),
    ("+47 412 34 56", TooShort),
    ("0047 412 34 56", TooShort),
    ("+46 70 174", TooShort),
    ("+1 202 555 012", TooShort),
    ("412 34 5678", TooLong),
    ("+47 412 34 5678", TooLong),
    ("4123456789", TooLong),
    ("+47 (0) 412 34 567", TooLong),
    ("41234567 95321987", TooLong),
    ("41234567 / 95321987", TooLong),
    ("41234567/95321987", TooLong),
    ("41234567, 95321987", TooLong),
    ("41234567;95321987", TooLong),
    ("41234567\n95321987", Several),
    ("41234567\t95321987", Several),
    ("+358401234567\n2", Several),
    ("+358401234567\t2", Several),
    ("+358401234567↵2", Several),
    ("+358401234567\u{B}2", Several),
    ("+358401234567\u{85}2", Several),
    ("+358401234567\u{2028}2", Several),
    ("+358401234567 2", Several),
    ("+358 40 1234567   12", Several),
    ("+49 1512 3456789\r\n2", Several),
    ("2\t41234567", Several),
    ("+4741234567+4795321987", TooLong),
    ("+299 221234 / 321234", TooLong),
    ("4520123456", PlusMissing),
    ("46701740605", PlusMissing),
    ("4915123456789", PlusMissing),
    ("49 1512 3456789", PlusMissing),
    ("358 40 1234567", PlusMissing),
    ("5215512345678", PlusMissing),
    ("12345678901234567890123456", TooLong),
    ("+999 12345678", NoSuchCountry),
    ("+210 12345678", NoSuchCountry),
    ("+0047 41234567", NoSuchCountry),
    ("+047 41234567", NoSuchCountry),
    ("00999 12345678", NoSuchCountry),
    ("+47 12345678", NoSuchNumber),
    ("04123456", NoSuchNumber),
    ("+45 12 34 56 78", NoSuchNumber),
    ("+1 123 456 7890", NoSuchNumber),
    ("+39 0347 123 4567", NoSuchNumber),
    ("++4741234567", NoSuchNumber),
    ("47+41234567", NoSuchNumber),
    ("4123+4567", NoSuchNumber),
    ("41234567#12", NoSuchNumber),
    ("41234567,12", NoSuchNumber),
    ("41234567;12", NoSuchNumber),
    ("*41234567", NoSuchNumber),
    ("*31#41234567", NoSuchNumber),
    ("41234567*", NoSuchNumber),
    ("22864400/01", TooLong),
    ("41 23 45 67/68", TooLong),
    ("'41234567", NoSuchNumber),
    ("=41234567", NoSuchNumber),
    ("41234567?", NoSuchNumber),
    ("412_34_567", NoSuchNumber),
    ("412~34567", NoSuchNumber),
    ("%2B4741234567", HasLetters),
    ("4123456²", NoSuchNumber),
    ("٤١٢٣٤٥٦٧", NoSuchNumber),
    ("🎉", NoSuchNumber),
];

#[test]
fn a_norwegian_number_is_read_however_it_is_written() {
    check(NORWEGIAN);
}

#[test]
fn a_foreign_number_is_read_by_the_rules_of_its_country() {
    check(FOREIGN);
}

#[test]
fn a_number_without_a_country_code_belongs_to_the_default_country() {
    for (row, (country, typed, code, national)) in AT_HOME_ELSEWHERE.iter().enumerate() {
        let country = Region::parse(country).expect(country);
        let number = PhoneNumber::parse(typed, country);
        let read = number.map(|number| (number.country_code(), number.national_number()));
        let expected = Ok(((*code).to_owned(), (*national).to_owned()));
        assert_eq!(read, expected, "row {row}: {typed:?}");
    }
}

#[test]
fn a_wrong_number_is_refused_with_the_most_helpful_reason() {
    for (row, (typed, expected)) in WRONG.iter().enumerate() {
        let error = PhoneNumber::parse(typed, Region::default()).err();
        assert_eq!(error, Some(*expected), "row {row}: {typed:?}");
    }
}

#[test]
fn a_number_is_shown_readable_and_masked() {
    for (typed, international, masked) in [
        ("41234567", "+47 41 23 45 67", "+47 … 567"),
        ("02800", "+47 02800", "+47 … 00"),
        ("+1 202 555 0123", "+1 202-555-0123", "+1 … 123"),
        ("+39 06 1234 5678", "+39 06 1234 5678", "+39 … 678"),
        ("+358 40 1234567", "+358 40 1234567", "+358 … 567"),
    ] {
        let number = PhoneNumber::parse(typed, Region::default()).expect(typed);
        assert_eq!(number.international(), international);
        assert_eq!(number.masked(), masked);
        assert_eq!(format!("{number:?}"), format!("PhoneNumber({masked})"));
    }
}

#[test]
fn a_number_tells_its_region_where_it_has_one() {
    for (typed, region) in [
        ("41234567", Some("NO")),
        ("79 02 12 34", Some("SJ")),
        ("+46 70 174 06 05", Some("SE")),
        ("+1 202 555 0123", Some("US")),
        ("+1 876 210 1234", Some("JM")),
        ("+44 7624 324567", Some("IM")),
        ("+358 18 12345", Some("AX")),
        ("+800 1234 5678", None),
    ] {
        let number = PhoneNumber::parse(typed, Region::default()).expect(typed);
        assert_eq!(number.region(), region.and_then(Region::parse), "{typed}");
    }
}

#[test]
fn the_regions_are_sorted_and_each_has_a_calling_code() {
    let all = Region::all();
    assert!(all.len() > 240, "{}", all.len());
    assert!(all.is_sorted());
    for region in all {
        assert_eq!(Region::parse(region.as_str()), Some(region));
        let code = region.calling_code();
        assert!((2..=4).contains(&code.len()) && code != "+0", "{region:?} {code}");
    }
    let code = |text| Region::parse(text).map(|region| region.calling_code());
    assert_eq!(code("fi").as_deref(), Some("+358"));
    assert_eq!(code("US").as_deref(), Some("+1"));
    assert_eq!(code("001"), None);
}

fn check(rows: &[(&str, &str, &str, Line)]) {
    for (row, (typed, code, national, line)) in rows.iter().enumerate() {
        let number = PhoneNumber::parse(typed, Region::default());
        let read = number.map(|n| (n.country_code(), n.national_number(), n.line()));
        let expected = Ok(((*code).to_owned(), (*national).to_owned(), *line));
        assert_eq!(read, expected, "row {row}: {typed:?}");
    }
}

//! What a caller may say, and whom it means.

use std::time::Instant;

use resend_reservation::{
    domain::{EmailAddress, PhoneNumber, Region, ReservationId},
    waiting::{Group, Last, LastKind, Row, SearchIndex},
};

/// Name, phone number, address, amount and reference of each.
const PEOPLE: [(&str, &str, &str, f64, &str); 15] = [
    ("Kari Nordmann", "+47 412 34 567", "kari.nordmann@example.com", 1250.0, "B-20017"),
    ("Kari Nordmann", "+47 412 34 899", "kn@example.com", 2400.5, "B-20018"),
    ("Åse Ødegård", "+47 912 34 501", "aase@example.com", 890.0, "SÆR 77"),
    ("Bjørn Sæther", "+47 912 34 502", "bjorn.saether@example.com", 1795.0, "2026/4411"),
    ("Jürgen Müller", "+49 1512 3456789", "mueller@example.com", 12_500.0, "M1"),
    ("Łukasz Kowalski", "+48 512 345 678", "lukasz@example.com", 640.0, ""),
    ("Zoë O'Brien", "+44 7400 123456", "zoe@example.com", 4300.0, "OB-9"),
    ("Ola Hansen", "+47 412 34 568", "ola@example.com", 1500.0, ""),
    ("Ola Jansen", "+47 412 34 569", "jansen@example.com", 1350.0, ""),
    ("محمد الأمين", "+47 412 34 570", "m.a@example.com", 980.0, ""),
    ("דָּנָה כֹּהֵן", "+47 412 34 571", "dana@example.com", 1100.0, ""),
    ("Anne-Marie Lie", "+47 412 34 572", "anne.marie@example.com", 320.0, ""),
    ("Nguyễn Thị Hòa", "+47 412 34 573", "hoa@example.com", 760.0, ""),
    ("Paal Moen", "+1 201 555 0123", "paal@example.com", 99.9, ""),
    ("Hotell Fjordgløtt AS", "+47 412 34 575", "post@example.com", 41_234.0, "PO 412345"),
];

#[test]
fn whoever_is_meant_is_offered_and_nobody_else() {
    let index = SearchIndex::new(&people());
    for (text, meant) in NAMES.iter().chain(NUMBERS).chain(OTHERS).chain(NOBODY) {
        let mut found = index.find(text);
        found.sort_unstable();
        assert_eq!(found, *meant, "{text:?}");
    }
    assert!(NAMES.len() + NUMBERS.len() + OTHERS.len() + NOBODY.len() >= 60);
}

type Query = (&'static str, &'static [usize]);

const NAMES: &[Query] = &[
    ("Kari Nordmann", &[0, 1]),
    ("kari nordmann", &[0, 1]),
    ("NORDMANN KARI", &[0, 1]),
    ("nordmann, kari", &[0, 1]),
    ("nordman kari", &[0, 1]),
    ("nordmannn", &[0, 1]),
    ("nrodmann", &[0, 1]),
    ("mordmann", &[0, 1]),
    ("nord", &[0, 1]),
    ("kari n", &[0, 1]),
    ("  kari  ", &[0, 1]),
    ("karl nordmann", &[0, 1]),
    ("kary nordman", &[0, 1]),
    ("Åse", &[2]),
    ("ase", &[2]),
    ("aase", &[2]),
    ("ødegård", &[2]),
    ("odegard", &[2]),
    ("oedegaard", &[2]),
    ("ÖDEGÅRD", &[2]),
    ("odegaard ase", &[2]),
    ("A\u{30a}se", &[2]),
    ("sæther", &[3]),
    ("saether", &[3]),
    ("sather", &[3]),
    ("bjorn s", &[3]),
    ("muller", &[4]),
    ("mueller", &[4]),
    ("Juergen Müller", &[4]),
    ("lukasz", &[5]),
    ("zoe obrien", &[6]),
    ("o'brien", &[6]),
    ("hansen", &[7]),
    ("jansen", &[8]),
    ("محمد", &[9]),
    ("\u{200f}الأمين\u{200e}", &[9]),
    ("דנה", &[10]),
    ("anne marie", &[11]),
    ("nguyen hoa", &[12]),
    ("pål moen", &[13]),
];

const NUMBERS: &[Query] = &[
    ("+47 412 34 567", &[0]),
    ("004741234567", &[0]),
    ("4741234567", &[0]),
    ("41234567", &[0]),
    ("412 34 567", &[0]),
    ("41 23 45 67", &[0]),
    ("(+47) 412-34-567", &[0]),
    ("412.34.567", &[0]),
    ("tel:+4741234567", &[0]),
    ("412\u{a0}34\u{a0}567", &[0]),
    ("\u{202a}+47 412 34 567\u{202c}", &[0]),
    ("34 567", &[0]),
    ("4899", &[1]),
    ("07400 123456", &[6]),
    ("+49 1512 3456789", &[4]),
    ("201-555-0123", &[13]),
    ("1250", &[0]),
    ("1 250", &[0]),
    ("1250,00", &[0]),
    ("1.250,00", &[0]),
    ("kr 1250,-", &[0]),
    ("2400,50", &[1]),
    ("2400", &[1]),
    ("2,400.50", &[1]),
    ("NOK 12 500", &[4]),
    ("99,90", &[13]),
    ("320", &[11]),
];

const OTHERS: &[Query] = &[
    ("kari.nordmann@example.com", &[0]),
    ("KARI.NORDMANN@example", &[0]),
    ("kn@example.com", &[1]),
    ("B-20017", &[0]),
    ("b20017", &[0]),
    ("b 20018", &[1]),
    ("20018", &[1]),
    ("2026/4411", &[3]),
    ("4411", &[3]),
    ("sær 77", &[2]),
    ("m1", &[4]),
    ("kari 1250", &[0]),
    ("nordmann 412 34 899", &[1]),
    ("kari 2400,50", &[1]),
    ("fjordgløtt", &[14]),
];

const NOBODY: &[Query] = &[
    ("", &[]),
    (" ", &[]),
    ("k", &[]),
    ("4", &[]),
    ("qqqq", &[]),
    ("kari hansen", &[]),
    ("nordmann 1350", &[]),
    ("carl nordman", &[]),
    ("1251", &[]),
    ("1250,50", &[]),
    ("412 34 000", &[]),
    ("+46 412 34 567", &[]),
    ("kari@elsewhere.example", &[]),
    ("B-99999", &[]),
    ("🙂", &[]),
];

#[test]
fn what_was_meant_most_likely_comes_first() {
    let index = SearchIndex::new(&people());
    for (text, first) in [("ola", 7), ("kari nordmann", 0), ("41234", 14), ("moen", 13)] {
        assert_eq!(index.find(text).first(), Some(&first), "{text}");
    }
    assert!(index.find("41234").len() > 5, "and whoever's number begins with it");
}

#[test]
fn a_slip_is_offered_only_where_nobody_is_called_so() {
    let index = SearchIndex::new(&people());
    assert_eq!(index.find("hansen"), [7], "and not Jansen");
    assert_eq!(index.find("ransen"), [7, 8], "it may be either");
}

#[test]
fn five_thousand_are_searched_between_two_keys() {
    let rows: Vec<Row> = people().into_iter().cycle().take(5000).collect();
    let index = SearchIndex::new(&rows);
    for text in ["nordman", "412 34 567", "qqqqqqqq", "kari 1250"] {
        // The best of a few: the computer may have other work as well.
        let once = |_| {
            let begun = Instant::now();
            let _ = index.find(text);
            begun.elapsed()
        };
        let took = (0..10).map(once).min().expect("some");
        // As it is shipped it takes a small part of that.
        assert!(took.as_millis() < if cfg!(debug_assertions) { 500 } else { 5 }, "{text}: {took:?}");
    }
}

fn people() -> Vec<Row> {
    PEOPLE.iter().enumerate().map(|(at, person)| row(at, *person)).collect()
}

fn row(at: usize, (name, phone, email, amount, reference): (&str, &str, &str, f64, &str)) -> Row {
    Row {
        id: ReservationId::parse(&format!("RES77{at:08}")).expect("an id"),
        group: Group::Opened,
        customer: Some(name.to_owned()),
        amount: Some(amount),
        status: None,
        due: None,
        last: Last { kind: LastKind::Opened, when: None, by_sms: false, by_email: false },
        sms_to: Some(PhoneNumber::parse(phone, Region::default()).expect(phone)),
        email_to: Some(EmailAddress::parse(email).expect(email)),
        references: [reference].iter().filter(|text| !text.is_empty()).map(|text| (*text).to_owned()).collect(),
    }
}

use resend_reservation::domain::{
    EmailAddress,
    EmailAddressError::{self, Domain, Malformed, Missing, Several, WithoutAt},
};

/// What is typed, and what it is read as.
const GOOD: &[(&str, &str)] = &[
    ("kari@example.com", "kari@example.com"),
    ("Kari.Nordmann@Example.COM", "Kari.Nordmann@Example.COM"),
    ("  kari@example.com\r\n", "kari@example.com"),
    ("\u{A0}kari@example.com\u{A0}", "kari@example.com"),
    ("\u{200B}kari@example.com\u{FEFF}", "kari@example.com"),
    ("\u{202A}kari@example.com\u{202C}", "kari@example.com"),
    ("kari@exam\u{AD}ple.com", "kari@example.com"),
    ("mailto:kari@example.com", "kari@example.com"),
    ("MailTo: kari@example.com", "kari@example.com"),
    ("kari+hotell@example.com", "kari+hotell@example.com"),
    ("kari_nordmann@example.com", "kari_nordmann@example.com"),
    ("kari-nordmann@example.com", "kari-nordmann@example.com"),
    ("_kari_@example.com", "_kari_@example.com"),
    ("o'brien@example.ie", "o'brien@example.ie"),
    ("k@example.com", "k@example.com"),
    ("12345@example.com", "12345@example.com"),
    ("kari@mail.sub.example.co.uk", "kari@mail.sub.example.co.uk"),
    ("kari@ex-ample.com", "kari@ex-ample.com"),
    ("kari@123.example.com", "kari@123.example.com"),
    ("kari@3com.example", "kari@3com.example"),
    ("kari@example.travel", "kari@example.travel"),
    ("kari@xn--blbr-roah.example", "kari@xn--blbr-roah.example"),
    ("kari@example.xn--p1ai", "kari@example.xn--p1ai"),
    ("kari@blåbær.example", "kari@blåbær.example"),
    ("bjørn@example.com", "bjørn@example.com"),
    ("bjørn@blåbær.no", "bjørn@blåbær.no"),
    ("用户@例え.テスト", "用户@例え.テスト"),
    ("!#$%&*/=?^`{|}~@example.com", "!#$%&*/=?^`{|}~@example.com"),
    ("formula=1@example.com", "formula=1@example.com"),
];

const WRONG: &[(&str, EmailAddressError)] = &[
    ("", Missing),
    (" \t\u{A0}\u{200B}", Missing),
    ("mailto:", Missing),
    ("kari", WithoutAt),
    ("kari example.com", WithoutAt),
    ("kari(at)example.com", WithoutAt),
    ("kari.example.com", WithoutAt),
    ("kari%40example.com", WithoutAt),
    ("41234567", WithoutAt),
    ("kari@example.com, ola@example.com", Several),
    ("kari@example.com;ola@example.com", Several),
    ("kari@example.com ola@example.com", Several),
    ("kari@example.com/ola@example.com", Several),
    ("kari@example.com\nola@example.com", Several),
    ("Kari <kari@example.com>, Ola <ola@example.com>", Several),
    ("kari@example.com og ola@example.org", Several),
    ("kari@@example.com", Malformed),
    ("kari@nordmann@example.com", Malformed),
    ("\"kari@home\"@example.com", Malformed),
    ("Kari <kari@example.com>", Malformed),
    ("Kari Nordmann <kari@example.com>", Malformed),
    ("<kari@example.com>", Malformed),
    ("kari@example.com (Kari)", Malformed),
    ("(Kari)kari@example.com", Malformed),
    ("\"kari\"@example.com", Malformed),
    ("\"kari nordmann\"@example.com", Malformed),
    ("kari nordmann@example.com", Malformed),
    ("kari @example.com", Malformed),
    ("kari@ example.com", Malformed),
    ("kari@exam ple.com", Malformed),
    ("kari@example.com;", Malformed),
    ("kari@example.com,", Malformed),
    ("kari,ola@example.com", Malformed),
    ("@example.com", Malformed),
    ("@", Malformed),
    (".kari@example.com", Malformed),
    ("kari.@example.com", Malformed),
    ("kari..nordmann@example.com", Malformed),
    ("kari\\n@example.com", Malformed),
    ("ka\u{0}ri@example.com", Malformed),
    ("kari\r\nBcc:ola@example.com", Malformed),
    ("kari:ola@example.com", Malformed),
    ("🎉@example.com", Malformed),
    ("kari@", Domain),
    ("kari@example", Domain),
    ("kari@localhost", Domain),
    ("kari@example.", Domain),
    ("kari@example.com.", Domain),
    ("kari@.example.com", Domain),
    ("kari@example..com", Domain),
    ("kari@-example.com", Domain),
    ("kari@example-.com", Domain),
    ("kari@_example.com", Domain),
    ("kari@example_.com", Domain),
    ("kari@ex_ample.com", Domain),
    ("kari@ex!ample.com", Domain),
    ("kari@example.com?subject=hei", Domain),
    ("kari@example.com/", Domain),
    ("kari@[127.0.0.1]", Domain),
    ("kari@[IPv6:::1]", Domain),
    ("kari@127.0.0.1", Domain),
    ("kari@1.2.3.4", Domain),
    ("kari@example.123", Domain),
    ("kari@example.c0m", Domain),
    ("kari@example.c", Domain),
    ("kari@🎉.example", Domain),
];

#[test]
fn good_addresses_are_kept_as_typed() {
    for (number, (input, expected)) in GOOD.iter().enumerate() {
        let address = EmailAddress::parse(input);
        let address = address.as_ref().map(EmailAddress::as_str);
        assert_eq!(address, Ok(*expected), "row {number}: {input:?}");
    }
}

#[test]
fn wrong_addresses_are_refused_with_the_reason() {
    for (number, (input, expected)) in WRONG.iter().enumerate() {
        let error = EmailAddress::parse(input).err();
        assert_eq!(error, Some(*expected), "row {number}: {input:?}");
    }
}

#[test]
fn an_address_is_no_longer_than_mail_servers_take() {
    let label = "d".repeat(63);
    let local = "k".repeat(64);
    for (address, expected) in [
        (format!("{local}@example.com"), None),
        (format!("{local}k@example.com"), Some(Malformed)),
        (format!("k@{label}.com"), None),
        (format!("k@{label}d.com"), Some(Domain)),
        (format!("k@{label}.{label}.{label}.com"), None),
        (format!("k@{label}.{label}.{label}.{label}.com"), Some(Domain)),
        (format!("{local}@{label}.{label}.{label}.com"), Some(Malformed)),
    ] {
        let error = EmailAddress::parse(&address).err();
        assert_eq!(error, expected, "{} octets: {address}", address.len());
    }
}

#[test]
fn masked_and_debug_hide_the_name() {
    for (input, expected) in [
        ("kari@example.com", "k…@example.com"),
        ("k@example.com", "k…@example.com"),
        ("Ørjan@example.no", "Ø…@example.no"),
    ] {
        let address = EmailAddress::parse(input).expect(input);
        assert_eq!(address.masked(), expected);
        assert_eq!(format!("{address:?}"), format!("EmailAddress({expected})"));
    }
}

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
    ("mailto:%20kari@example.com", "kari@example.com"),
    ("mailto:%6Bari%40example%2Ecom", "kari@example.com"),
    ("mailto:bj%C3%B8rn@example.com", "bjørn@example.com"),
    ("mailto:kari%2Bhotell@example.com", "kari+hotell@example.com"),
    ("mailto:kari@example.com?subject=Hei%20Kari&body=x%0Ay", "kari@example.com"),
    ("mailto:kari@example.com,", "kari@example.com"),
    ("mailto:?to=kari@example.com", "kari@example.com"),
    ("mailto:kari@example.com?to=kari@example.com", "kari@example.com"),
    ("mailto:kari@example.com%0D%0A", "kari@example.com"),
    ("mailto://kari@example.com", "kari@example.com"),
    ("kari@example.com↵", "kari@example.com"),
    ("kari@example.com\u{B}\u{85}\u{2028}", "kari@example.com"),
    ("kari@ｇｍａｉｌ.com", "kari@gmail.com"),
    ("ｋａｒｉ＠example。com", "kari@example.com"),
    ("kari﹫example｡com", "kari@example.com"),
    ("kari@example．com", "kari@example.com"),
    ("ｋａｒｉ．１@example.com", "kari.1@example.com"),
    ("𝐤𝐚𝐫𝐢𝟏@𝓮𝔁𝓪𝓶𝓹𝓵𝓮.com", "kari1@example.com"),
    ("kari@ﬁrma.example", "kari@firma.example"),
    ("kari@bla\u{30A}ba\u{308}r.example", "kari@blåbär.example"),
    ("a\u{30A}se@example.com", "åse@example.com"),
    ("ka\u{115F}ri@exam\u{3164}ple.com", "kari@example.com"),
    ("ka\u{FFA0}ri\u{1160}@example.com\u{E0100}", "kari@example.com"),
    ("kari\u{FE0F}@exa\u{2066}mple.com\u{E0061}", "kari@example.com"),
    ("kari@हिन्दी.भारत", "kari@हिन्दी.भारत"),
    ("иван@почта.рф", "иван@почта.рф"),
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
    ("mailto:kari@example.com,ola@example.com", Several),
    ("mailto:kari@example.com%2Cola@example.com", Several),
    ("mailto:kari@example.com?cc=ola@example.com", Several),
    ("mailto:kari@example.com?subject=x&BCC=ola%40example.com", Several),
    ("mailto:Kari%20%3Ckari@example.com%3E", Malformed),
    ("mailto:kari%0Aola@example.com", Malformed),
    ("mailto:kari%2541@example.com", Malformed),
    ("mailto:kari%@example.com", Malformed),
    ("mailto:kari%zz@example.com", Malformed),
    ("mailto:kari%C3@example.com", Malformed),
    ("mailto:%20", Missing),
    ("mailto:?subject=x", Missing),
    ("%20kari@example.com", Malformed),
    ("kari%41@example.com", Malformed),
    ("kari@example%2Ecom", Malformed),
    ("mailto%3Akari@example.com", Malformed),
    ("kari@example.com\t2", Malformed),
    ("kari@example.com↵2", Malformed),
    ("kari@example.com\r2", Malformed),
    ("kari@example.com\u{2028}ola@example.com", Several),
    ("kari\u{B}ola@example.com", Malformed),
    ("kari²@example.com", Malformed),
    ("kari①@example.com", Malformed),
    ("kari@exa⁄mple.com", Domain),
    ("k\u{338}ari@example.com", Malformed),
    ("kari@ex\u{338}ample.com", Domain),
    ("kari@exa\u{2800}mple.com", Domain),
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
fn an_address_with_letters_that_look_like_others_is_noticed() {
    for (input, expected) in [
        ("kari@gm\u{430}il.com", true),
        ("k\u{430}ri@example.com", true),
        ("kari@ex\u{3B1}mple.com", true),
        ("kari@ｇｍａｉｌ.com", false),
        ("kari@example.com", false),
        ("bjørn@blåbær.no", false),
        ("иван@почта.рф", false),
    ] {
        let read = EmailAddress::parse(input).map(|address| address.has_look_alike_letters());
        assert_eq!(read, Ok(expected), "{input}");
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

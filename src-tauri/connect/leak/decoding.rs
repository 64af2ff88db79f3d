//! Decoding of codes within codes: percent, JSON and other escapes, character references, quoted-printable, tags in
//! between, base64. Meant for looking, not for showing: what is odd is passed over.

const MOST_LAYERS: usize = 3;

/// Decodes layer by layer, and returns each text beneath, the plainest last; nothing where nothing was coded.
pub(super) fn decoded(text: &[u8]) -> Vec<Vec<u8>> {
    let mut layers: Vec<Vec<u8>> = Vec::new();
    for _ in 0..MOST_LAYERS {
        let coded = layers.last().map_or(text, Vec::as_slice);
        let plain = one_layer_off(coded);
        if plain == coded {
            break;
        }
        layers.push(plain);
    }
    layers
}

fn one_layer_off(text: &[u8]) -> Vec<u8> {
    let mut plain = Vec::with_capacity(text.len());
    let mut rest = text;
    while let Some((&first, after)) = rest.split_first() {
        let (stands_for, taken) = match first {
            b'%' | b'=' => by_number(after, 16, 2).or_else(|| soft_break(first, after)),
            b'\\' => escape(after),
            b'&' => reference(after),
            b'<' => tag(after),
            _ => None,
        }
        .unwrap_or((Some(first), 0));
        plain.extend(stands_for);
        rest = &after[taken..];
    }
    plain
}

/// A decoded byte, if it can be part of a token, and how many bytes it took.
type Decoded = (Option<u8>, usize);

fn by_number(digits: &[u8], base: u32, exactly: usize) -> Option<Decoded> {
    let text = str::from_utf8(digits.get(..exactly)?).ok()?;
    // `from_str_radix` would take a sign.
    let number =
        text.bytes().all(|byte| byte.is_ascii_alphanumeric()).then(|| u32::from_str_radix(text, base).ok())??;
    Some((u8::try_from(number).ok().filter(u8::is_ascii), exactly))
}

/// Reads a soft line break, by which quoted-printable only wraps.
fn soft_break(first: u8, after: &[u8]) -> Option<Decoded> {
    let taken = if after.starts_with(b"\r\n") { 2 } else { usize::from(after.starts_with(b"\n")) };
    (first == b'=' && taken > 0).then_some((None, taken))
}

/// Reads an escape: `\u007c`, `\u{7c}`, `\x7c`, `\/`, `\n`.
fn escape(after: &[u8]) -> Option<Decoded> {
    let shifted = |(stands_for, taken): Decoded, by: usize| (stands_for, taken + by);
    match *after.first()? {
        b'u' if after.get(1) == Some(&b'{') => {
            let length = after[2..].iter().take(6).position(|&byte| byte == b'}')?;
            by_number(&after[2..], 16, length).map(|found| shifted(found, 3))
        }
        b'u' => by_number(&after[1..], 16, 4).map(|found| shifted(found, 1)),
        b'x' => by_number(&after[1..], 16, 2).map(|found| shifted(found, 1)),
        b'n' | b'r' | b't' | b'b' | b'f' => Some((None, 1)),
        other if other.is_ascii_punctuation() => Some((Some(other), 1)),
        _ => None,
    }
}

/// Reads a character reference: `&#124;`, `&#x7c;`, with or without the semicolon, and `&name;`. Whatever a name stands
/// for is passed over, unless it can be part of a token.
fn reference(after: &[u8]) -> Option<Decoded> {
    let (is_number, base, begin) = match after {
        [b'#', b'x' | b'X', ..] => (true, 16, 2),
        [b'#', ..] => (true, 10, 1),
        _ => (false, 10, 0),
    };
    let belongs = |byte: &&u8| if is_number { char::from(**byte).is_digit(base) } else { byte.is_ascii_alphanumeric() };
    let length = after[begin..].iter().take(12).take_while(belongs).count();
    let end = begin + length;
    let is_closed = after.get(end) == Some(&b';');
    let taken = end + usize::from(is_closed);
    match &after[begin..end] {
        [] => None,
        digits if is_number => by_number(digits, base, length).map(|(stands_for, _)| (stands_for, taken)),
        _ if !is_closed => None,
        name => Some((NAMED.iter().find(|(known, _)| known.as_bytes() == name).map(|(_, byte)| *byte), taken)),
    }
}

/// The named references of what can be part of a token.
const NAMED: [(&str, u8); 14] = [
    ("amp", b'&'),
    ("lt", b'<'),
    ("gt", b'>'),
    ("quot", b'"'),
    ("apos", b'\''),
    ("vert", b'|'),
    ("verbar", b'|'),
    ("VerticalLine", b'|'),
    ("period", b'.'),
    ("lowbar", b'_'),
    ("sol", b'/'),
    ("plus", b'+'),
    ("equals", b'='),
    ("percnt", b'%'),
];

/// Skips an HTML tag or comment: whatever a browser would not show.
fn tag(after: &[u8]) -> Option<Decoded> {
    const LONGEST: usize = 200;
    let begins = after.first().is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!'));
    let end = after.iter().take(LONGEST).position(|&byte| byte == b'>')?;
    begins.then_some((None, end + 1))
}

/// Decodes base64 in four readings, as a group of four may begin anywhere. White space is passed over.
pub(super) fn out_of_base64(text: &[u8]) -> impl Iterator<Item = Vec<u8>> {
    let runs = runs_of_sextets(text);
    (0..4).map(move |skipped| runs.iter().flat_map(|run| bytes_of(run.get(skipped..).unwrap_or_default())).collect())
}

fn runs_of_sextets(text: &[u8]) -> Vec<Vec<u8>> {
    /// The length of twelve characters in base64.
    const SHORTEST: usize = 16;
    let mut runs = vec![Vec::new()];
    for &byte in text {
        match (sextet(byte), runs.last_mut()) {
            (Some(sextet), Some(run)) => run.push(sextet),
            (None, Some(run)) if byte.is_ascii_whitespace() || run.is_empty() => {}
            (None, Some(run)) if run.len() < SHORTEST => run.clear(),
            (None, _) => runs.push(Vec::new()),
            (Some(_), None) => {}
        }
    }
    runs
}

/// Decodes one character of base64, of either alphabet.
fn sextet(byte: u8) -> Option<u8> {
    match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' | b'-' => Some(62),
        b'/' | b'_' => Some(63),
        _ => None,
    }
}

fn bytes_of(sextets: &[u8]) -> Vec<u8> {
    let of_group = |group: &[u8]| {
        let bits = (0..4).fold(0_u32, |bits, at| bits << 6 | u32::from(group.get(at).copied().unwrap_or_default()));
        bits.to_be_bytes().into_iter().skip(1).take(group.len() * 6 / 8)
    };
    sextets.chunks(4).flat_map(of_group).collect()
}

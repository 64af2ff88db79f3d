//! Truncated ids, which a line's end or an ellipsis has cut: never taken as whole, and joined again only where a mail
//! broke them.

/// The fewest digits of an id that was seen: each has nine or ten.
pub(super) const FEWEST_SEEN: usize = 9;
pub(super) const MOST_SEEN: usize = 10;

/// Joins the ids that a mail broke over two quoted lines: both begin with as many `>`, and what was too short for an id
/// is as long as one.
pub(super) fn joined(text: String) -> String {
    if !text.contains("\n>") && !text.contains("\n >") {
        return text;
    }
    let mut lines = text.split('\n');
    let mut whole = lines.next().unwrap_or_default().to_owned();
    let mut depth = quotes(&whole);
    for line in lines {
        let next = unquoted(line);
        if depth > 0 && depth == quotes(line) && is_one_id(&whole, next) {
            whole.push_str(next);
        } else {
            whole.push('\n');
            whole.push_str(line);
            depth = quotes(line);
        }
    }
    whole
}

fn is_one_id(before: &str, next: &str) -> bool {
    let letters = before.trim_end_matches(|c: char| c.is_ascii_digit());
    let first = before.len() - letters.len();
    let second = digits(next);
    letters.ends_with(|c: char| c.is_ascii_alphabetic())
        && (1..FEWEST_SEEN).contains(&first)
        && (FEWEST_SEEN..=MOST_SEEN).contains(&(first + second))
        && !next[second..].starts_with(char::is_alphanumeric)
}

/// Whether an id of so many digits may go on in what follows it. In a link, or in a quoted mail, one more digit alone
/// on the next line may belong to it; in the next row of a sheet it is a number of guests.
pub(super) fn is_cut_off(count: usize, after: &str, is_in_link: bool) -> bool {
    if count >= MOST_SEEN {
        return false;
    }
    let is_short = count < FEWEST_SEEN;
    let spaced = after.trim_start_matches(' ');
    begins_with_ellipsis(after)
        || is_hidden(after)
        || (is_short && (begins_with_ellipsis(spaced) || is_filled_up(after) || goes_on_beyond(after, is_in_link)))
        || (is_in_link
            && after.starts_with(' ')
            && (FEWEST_SEEN..=MOST_SEEN).contains(&(count + digits(spaced)))
            && is_short)
        || is_broken(spaced)
        || spaced.strip_prefix('\n').is_some_and(|line| {
            let next = unquoted(line);
            let more = digits(next);
            let end = next[more..].trim_start_matches([' ', '.', '>']);
            (is_in_link || quotes(line) > 0) && count + more == MOST_SEEN && (end.is_empty() || end.starts_with('\n'))
        })
}

/// Whether an ellipsis follows: `RES363301…`, `RES363301...`, `RES363301[...]`.
fn begins_with_ellipsis(text: &str) -> bool {
    let text = text.trim_start_matches(['[', '(']);
    text.starts_with(['…', '‥', '⋯']) || text.starts_with("..") || text.starts_with(". .")
}

/// Whether the rest is masked: `RES36330*****`, as some lists show it.
fn is_hidden(text: &str) -> bool {
    text.starts_with(['•', '●', '∗']) || text.starts_with("**")
}

fn is_filled_up(text: &str) -> bool {
    ["##", "__", "--", "~~", "··"].iter().any(|fill| text.starts_with(fill))
}

/// Whether more digits follow a line's end, however the next line is quoted or indented. In a link a tab may have been
/// one.
fn goes_on_beyond(text: &str, is_in_link: bool) -> bool {
    let gap = text.find(char::is_alphanumeric).unwrap_or(text.len());
    (text[..gap].contains('\n') || (is_in_link && text[..gap].contains('\t')))
        && text[gap..].starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a soft line break follows: the `=` of a mail's source, or the hyphen of a word that was parted.
fn is_broken(text: &str) -> bool {
    let line_end = |rest: &str| rest.trim_start_matches(' ').strip_prefix('\n').map(unquoted).map(digits);
    match text.strip_prefix('=') {
        Some(rest) => rest.trim_start_matches(' ').is_empty() || line_end(rest).is_some(),
        None => text.strip_prefix(['-', '\u{2010}']).and_then(line_end).is_some_and(|more| more > 0),
    }
}

/// Counts the `>` by which a line is quoted.
fn quotes(line: &str) -> usize {
    line.chars().take_while(|&c| c == '>' || c == ' ').filter(|&c| c == '>').count()
}

fn unquoted(line: &str) -> &str {
    if quotes(line) == 0 { line } else { line.trim_start_matches(['>', ' ']) }
}

fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_a_mail_broke_is_whole_again() {
        for (text, whole) in [
            ("> x/RES36330\n> 19929", "> x/RES3633019929"),
            (">> RES3633\n>> 019929 takk", ">> RES3633019929 takk"),
            ("> RES36330\n19929", "> RES36330\n19929"),
            (">> RES36330\n> 19929", ">> RES36330\n> 19929"),
            ("> RES36330\n> 199290", "> RES36330\n> 199290"),
            ("> RES36330\n> 19929a", "> RES36330\n> 19929a"),
            ("> RES363301992\n> 9 gjester", "> RES363301992\n> 9 gjester"),
            ("RES36330\n19929", "RES36330\n19929"),
        ] {
            assert_eq!(joined(text.to_owned()), whole, "{text}");
        }
    }

    #[test]
    fn what_follows_tells_whether_an_id_may_go_on() {
        for (count, after, is_in_link, cut) in [
            (6, "…", false, true),
            (6, "...", false, true),
            (6, " ...", false, true),
            (9, "…", false, true),
            (9, " ...", false, false),
            (6, "[...]", false, true),
            (5, "\n19929", false, true),
            (5, "\n\n19929", false, true),
            (5, "\n| 19929", true, true),
            (5, "\n\t19929", true, true),
            (5, "\nKari 19929", true, false),
            (5, " 19929", false, false),
            (5, " 19929", true, true),
            (5, " 19929000", true, false),
            (9, " 2", true, false),
            (6, ". . .", false, true),
            (6, "####", false, true),
            (9, "--", false, false),
            (9, "\n2", false, false),
            (9, "\n2", true, true),
            (9, "\n2 guests", true, false),
            (9, "\n> 2", false, true),
            (9, "=", false, true),
            (9, "-\n2", false, true),
            (9, "\t2", true, false),
            (10, "\n2", true, false),
            (10, "...", false, false),
            (5, "*****", false, true),
            (9, ".", true, false),
            (9, "", true, false),
        ] {
            assert_eq!(is_cut_off(count, after, is_in_link), cut, "{count} {after:?} {is_in_link}");
        }
    }
}

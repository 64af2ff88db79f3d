//! Finds links in pasted text. The portal's carry the id as their last part: `…/reservations/details/RES…`,
//! `…/order/details/ODR…`.

/// The last segment of a link's path.
pub(super) struct LastPart<'a> {
    pub(super) text: &'a str,
    /// The text after it.
    pub(super) after: &'a str,
    /// Whether it follows `details/`, as an id does in the portal.
    pub(super) is_details: bool,
}

pub(super) fn is_in(text: &str) -> bool {
    pieces(text).any(|(piece, _)| path(piece).is_some())
}

pub(super) fn last_parts(text: &str) -> impl Iterator<Item = LastPart<'_>> {
    pieces(text)
        // After `#`, a path of its own: the page finds its way by what follows.
        .filter_map(|(piece, after)| path(piece).or_else(|| piece.strip_prefix('/')).map(|path| (path, after)))
        .filter_map(|(path, after)| {
            let mut parts = path.rsplit('/').filter(|part| !part.is_empty());
            Some(LastPart {
                text: parts.next()?,
                after,
                is_details: parts.next().is_some_and(|part| part == "details"),
            })
        })
}

/// Splits links into address, query and fragment, each with the text that follows it. The signs that part them end a
/// link in prose as well.
fn pieces(text: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_end = |c: char| c.is_whitespace() || "?#&=<>()[]{}\"'«»“”,;|".contains(c);
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (piece, after) = text.split_at(text.find(is_end).unwrap_or(text.len()));
        rest = after.chars().next().map(|end| &after[end.len_utf8()..]);
        Some((piece, after))
    })
}

/// Returns the host of every link, and of what could be one, without user info and port.
pub(super) fn hosts(text: &str) -> impl Iterator<Item = &str> {
    pieces(text).flat_map(|(piece, _)| addresses(piece).map(|address| parted(address).0).chain([parted(piece).0])).map(
        |host| {
            let host = host.rsplit_once('@').map_or(host, |(_, host)| host);
            let name = host.split_once(':').map_or(host, |(name, _)| name).trim_end_matches('.');
            // What Microsoft's filter for cloud apps puts behind a host.
            name.strip_suffix(".mcas.ms").unwrap_or(name)
        },
    )
}

fn path(piece: &str) -> Option<&str> {
    link(piece).map(|(_, path)| path)
}

/// Splits a link into host and path. A piece is one where it names a scheme, begins with `www.`, or looks like
/// `portal.example/…`.
fn link(piece: &str) -> Option<(&str, &str)> {
    if let Some(address) = addresses(piece).last() {
        return Some(parted(address));
    }
    let (host, path) = parted(piece);
    let is_www = host.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."));
    (is_www || (piece.contains('/') && is_host(host))).then_some((host, path))
}

/// Returns what stands after each scheme: a filter's link holds the one that it stands for. Some drop one of the two
/// slashes.
fn addresses(piece: &str) -> impl Iterator<Item = &str> {
    piece.match_indices(":/").map(|(at, sign)| piece[at + sign.len()..].trim_start_matches('/'))
}

fn parted(address: &str) -> (&str, &str) {
    address.split_once('/').unwrap_or((address, ""))
}

fn is_host(text: &str) -> bool {
    let top = text.rsplit_once('.').map(|(_, top)| top);
    top.is_some_and(|top| top.len() > 1 && top.chars().all(char::is_alphabetic)) && !text.contains('@')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_needs_no_scheme() {
        assert!(is_in("se portal.example/s/x1"));
        assert!(is_in("WWW.portal.example"));
    }

    #[test]
    fn a_date_a_fraction_and_an_email_address_are_no_links() {
        for text in ["12.06/13.06", "24/7", "og/eller", "kari@example.com/x", "slutt.Neste"] {
            assert!(!is_in(text), "{text}");
        }
    }

    #[test]
    fn a_link_inside_a_link_is_seen() {
        let text = "https://filter.example/?url=https://portal.example/details/ABC1&data=x";
        assert!(last_parts(text).any(|part| part.text == "ABC1" && part.is_details));
    }
}

use reqwest::Url;

/// Returns whether an address is our page. It is embedded and links nowhere, so whatever leads elsewhere was not ours.
pub fn is_our_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => url.host_str() == Some("localhost"),
        // How Windows sees the same page.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_embedded_page_is_opened() {
        for (address, ours) in [
            ("tauri://localhost/", true),
            ("tauri://localhost/index.html", true),
            ("http://tauri.localhost/", true),
            ("https://tauri.localhost/", true),
            ("https://example.com/", false),
            ("http://localhost/", false),
            ("tauri://example.com/", false),
            ("http://tauri.localhost.example.com/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
            ("about:blank", false),
        ] {
            let url = Url::parse(address).expect(address);
            assert_eq!(is_our_page(&url), ours, "{address}");
        }
    }
}

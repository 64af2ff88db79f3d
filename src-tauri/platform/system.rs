//! The name of this operating system, for whoever is asked for help. Nothing that tells one computer from another.

use std::{env::consts, fs};

/// Describes the system, such as `linux x86_64, Debian GNU/Linux 12 (bookworm)`.
pub fn describe() -> String {
    let family = format!("{} {}", consts::OS, consts::ARCH);
    match fs::read_to_string("/etc/os-release").ok().as_deref().and_then(name) {
        Some(name) => format!("{family}, {name}"),
        None => family,
    }
}

fn name(os_release: &str) -> Option<String> {
    let value = os_release.lines().find_map(|line| line.strip_prefix("PRETTY_NAME="))?;
    let name: String = value.trim().trim_matches(['"', '\'']).chars().filter(|c| !c.is_control()).take(80).collect();
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_is_read_where_there_is_one() {
        assert_eq!(name("ID=debian\nPRETTY_NAME=\"Debian GNU/Linux 12\"\n").as_deref(), Some("Debian GNU/Linux 12"));
        assert_eq!(name("PRETTY_NAME=Alpine").as_deref(), Some("Alpine"));
        assert_eq!(name("ID=debian"), None);
        assert_eq!(name("PRETTY_NAME=\"\""), None);
    }

    #[test]
    fn it_says_at_least_system_and_architecture() {
        assert!(describe().starts_with(&format!("{} {}", consts::OS, consts::ARCH)));
    }
}

use std::path::PathBuf;

/// Returns the path of this computer's policy. Neither an option nor a variable of the user's leads anywhere else.
#[cfg(target_os = "macos")]
pub fn system_place() -> PathBuf {
    PathBuf::from("/Library/Application Support/Resend Reservation/policy.toml")
}

#[cfg(not(any(target_os = "macos", windows)))]
pub fn system_place() -> PathBuf {
    PathBuf::from("/etc/resend-reservation/policy.toml")
}

/// Returns the path of this computer's policy, by the registry. Windows' own call for this folder expands
/// `%ProgramData%` by the process's variable, which a user may set; these two values are an administrator's to change.
#[cfg(windows)]
pub fn system_place() -> PathBuf {
    const VERSION: &str = r"SOFTWARE\Microsoft\Windows NT\CurrentVersion";
    let ask = |key: &str, name: &str| windows_registry::LOCAL_MACHINE.open(key)?.get_string(name);
    let program_data = ask(&format!(r"{VERSION}\ProfileList"), "ProgramData");
    let windows = ask(VERSION, "SystemRoot");
    let folder = program_data_folder(program_data.ok().as_deref(), windows.ok().as_deref());
    PathBuf::from(format!(r"{folder}\Resend Reservation\policy.toml"))
}

/// Resolves the `ProgramData` folder from `%SystemDrive%\ProgramData` and `C:\Windows`, as the registry has them.
#[cfg(any(windows, test))]
fn program_data_folder(program_data: Option<&str>, windows: Option<&str>) -> String {
    const VARIABLE: &str = "%SystemDrive%";
    let drive = windows.and_then(|windows| windows.get(..2)).filter(|drive| drive.ends_with(':')).unwrap_or("C:");
    let usual = || format!(r"{drive}\ProgramData");
    let Some(folder) = program_data.map(|folder| folder.trim_end_matches('\\')) else { return usual() };
    let folder = match folder.get(..VARIABLE.len()) {
        Some(first) if first.eq_ignore_ascii_case(VARIABLE) => format!("{drive}{}", &folder[VARIABLE.len()..]),
        _ => folder.to_owned(),
    };
    // Any other variable would have to be asked of the process.
    if folder.is_empty() || folder.contains('%') { usual() } else { folder }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_on_windows_comes_from_the_registry_alone() {
        for (program_data, windows, folder) in [
            (Some(r"%SystemDrive%\ProgramData"), Some(r"C:\Windows"), r"C:\ProgramData"),
            (Some(r"%systemdrive%\ProgramData\"), Some(r"D:\Windows"), r"D:\ProgramData"),
            (Some(r"E:\Data"), Some(r"C:\WINDOWS"), r"E:\Data"),
            (Some(r"%USERPROFILE%\mine"), Some(r"D:\Windows"), r"D:\ProgramData"),
            (Some(""), Some(r"D:\Windows"), r"D:\ProgramData"),
            (None, Some(r"\\?\odd"), r"C:\ProgramData"),
            (None, None, r"C:\ProgramData"),
        ] {
            assert_eq!(program_data_folder(program_data, windows), folder, "{program_data:?} {windows:?}");
        }
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn the_place_on_linux_is_in_etc() {
        assert_eq!(system_place(), PathBuf::from("/etc/resend-reservation/policy.toml"));
    }
}

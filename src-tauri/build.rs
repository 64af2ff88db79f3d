fn main() {
    // Otherwise every file of the project would be taken for an input.
    println!("cargo::rerun-if-changed=src-tauri/build.rs");
    #[cfg(feature = "desktop")]
    build_desktop();
}

/// Declares our commands, so that each has a permission and everything ungranted is refused.
#[cfg(feature = "desktop")]
fn build_desktop() {
    let commands = tauri_build::AppManifest::new().commands(&[
        "start",
        "page_ready",
        "listen_for_openings",
        "read_reservation",
        "read_phone_number",
        "read_email_address",
        "look_up",
        "resend_reservation",
        "find_out",
        "open_journal",
        "search_history",
        "export_history",
        "delete_history",
        "save_settings",
        "token_state",
        "save_token",
        "forget_token",
        "test_connection",
        "check_up",
        "third_party_licences",
    ]);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)).expect("tauri.conf.json is sound");
}

#[cfg(feature = "desktop")]
#[path = "contract/commands.rs"]
mod commands;

fn main() {
    // Otherwise every file of the project would be taken for an input.
    println!("cargo::rerun-if-changed=src-tauri/build.rs");
    #[cfg(feature = "desktop")]
    build_desktop();
}

/// Declares our commands, so that each has a permission and everything ungranted is refused.
#[cfg(feature = "desktop")]
fn build_desktop() {
    let commands = tauri_build::AppManifest::new().commands(commands::NAMES);
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(commands)).expect("tauri.conf.json is sound");
}

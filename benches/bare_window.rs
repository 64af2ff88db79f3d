//! The baseline of a start: a Tauri window with one text box and nothing of ours, in the profile of the app.

fn main() {
    tauri::Builder::default()
        .run(tauri::generate_context!("benches/bare_window/tauri.conf.json"))
        .expect("a window can be opened");
}

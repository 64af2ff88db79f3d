//! A file that no other one lists is not compiled, and a test in it never runs.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use super::sources::{folder, rust_files};

#[test]
fn every_file_of_the_tests_is_listed_by_another() {
    let tests = folder("tests");
    let roots =
        fs::read_dir(&tests).expect("a folder").map(|entry| PathBuf::from(entry.expect("an entry").file_name()));
    let roots: Vec<_> = roots.filter(|name| name.extension().is_some_and(|extension| extension == "rs")).collect();
    assert_eq!(forgotten(&tests, &roots), [""; 0]);
}

#[test]
fn every_file_of_the_program_is_listed_by_another() {
    let roots = ["lib.rs", "main.rs", "build.rs"].map(PathBuf::from);
    assert_eq!(forgotten(&folder("src-tauri"), &roots), [""; 0]);
}

#[test]
fn a_file_that_nobody_lists_is_found() {
    let place = tempfile::tempdir().expect("a folder");
    for (name, text) in [
        ("core.rs", "mod kit;\nmod journal {\n    mod crash;\n    /* mod power; */\n}\n"),
        ("kit/mod.rs", "pub(crate) mod service;\n"),
        ("kit/service.rs", ""),
        ("journal/crash.rs", "#[path = \"../apart.rs\"]\nmod apart;\n"),
        ("apart.rs", ""),
        ("journal/power.rs", "#[test]\nfn nobody_runs_it() {}\n"),
    ] {
        let file = place.path().join(name);
        fs::create_dir_all(file.parent().expect("a folder")).and_then(|()| fs::write(file, text)).expect("written");
    }
    assert_eq!(forgotten(place.path(), &["core.rs".into()]), ["journal/power.rs"]);
}

/// The files below a folder that cannot be reached from its roots.
fn forgotten(folder: &Path, roots: &[PathBuf]) -> Vec<String> {
    let mut reached = BTreeSet::new();
    let mut next: Vec<(PathBuf, PathBuf)> = roots.iter().map(|root| (root.clone(), PathBuf::new())).collect();
    while let Some((file, beside)) = next.pop() {
        let source =
            fs::read_to_string(folder.join(&file)).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        for listed in listed(&source, file.parent().expect("a folder"), &beside) {
            let candidates = [listed.with_extension("rs"), listed.join("mod.rs")];
            let found = candidates.into_iter().find(|candidate| folder.join(candidate).is_file());
            let found = found.unwrap_or_else(|| panic!("{} lists {}", file.display(), listed.display()));
            // What a `mod.rs` lists lies beside it.
            let within = if found.ends_with("mod.rs") { listed.clone() } else { found.with_extension("") };
            next.push((found, within));
        }
        reached.insert(file);
    }
    let all = rust_files(folder).into_iter().filter(|file| !reached.contains(file));
    all.map(|file| file.to_str().expect("text").replace('\\', "/")).collect()
}

/// What a source lists, as `cargo fmt` leaves it: one a line. `beside` is where the files lie that it has no path for.
fn listed(source: &str, folder: &Path, beside: &Path) -> Vec<PathBuf> {
    let mut listed = Vec::new();
    let mut within = vec![(usize::MAX, beside.to_owned())];
    let mut path = None;
    for line in source.lines() {
        let (text, indent) = (line.trim(), line.len() - line.trim_start().len());
        let inside = within.last().expect("the file itself").1.clone();
        if let Some(given) = text.strip_prefix("#[path = \"").and_then(|text| text.strip_suffix("\"]")) {
            path = Some(folder.join(given).with_extension(""));
        } else if text == "}" && within.last().is_some_and(|(of, _)| *of == indent) {
            within.pop();
        } else if let Some(name) = module(text) {
            if let Some(name) = name.strip_suffix(" {") {
                within.push((indent, inside.join(name)));
            } else if let Some(name) = name.strip_suffix(';') {
                listed.push(path.take().unwrap_or_else(|| inside.join(name)));
            }
        }
    }
    listed.iter().map(|path| plain(path)).collect()
}

/// `crash;` or `crash {` of `pub(crate) mod crash;`.
fn module(line: &str) -> Option<&str> {
    let (visibility, name) = line.split_once("mod ")?;
    (visibility.is_empty() || visibility.starts_with("pub")).then_some(name)
}

/// Without `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        if part.as_os_str() == ".." {
            plain.pop();
        } else {
            plain.push(part);
        }
    }
    plain
}

//! Which module of the core may name which. An arrow that is not in the table is a decision that nobody took.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::{Path, PathBuf},
};

use super::sources::{folder, rust_files, tokens};

/// From each module, the others that it names.
type Arrows = BTreeMap<String, BTreeSet<String>>;

/// The inner ones first. What a module's own tests need is not looked at.
const ARROWS: &str = "
    clock:
    domain:
    origin:
    platform:
    private:
    connect: domain
    keychain: domain
    log: domain private
    deep_link: domain
    settings: domain private
    window_state: private
    policy: domain settings
    practice: connect domain
    journal: domain keychain private
    access: connect domain keychain log practice
    look_up: access clock connect domain journal keychain log
    failure: access connect domain journal keychain look_up policy settings
    cli: access connect deep_link domain keychain policy settings
    resend: access clock connect domain journal log look_up
    waiting: access clock connect domain journal log look_up resend
    checkup: access connect domain failure journal keychain log platform policy
    contract: access connect domain failure journal look_up policy practice resend settings waiting
    desktop: access checkup connect contract domain failure journal keychain log look_up origin platform policy
    desktop: cli practice private resend settings waiting window_state
    main: cli desktop keychain platform
";

#[test]
fn the_arrows_between_modules_are_those_of_the_table() {
    assert_eq!(differences(&arrows_of_the_tree(), &table(ARROWS)), [""; 0]);
}

#[test]
fn no_modules_know_each_other_in_a_circle() {
    assert_eq!(circle(&arrows_of_the_tree()), None);
}

#[test]
fn an_arrow_that_the_table_does_not_name_is_found() {
    let found = arrows([("domain", "use crate::{journal::{Intent, self}, domain::Outcome};\n"), ("journal", "")]);
    assert_eq!(differences(&found, &table("domain:")), ["domain names journal, and the table does not"]);
}

#[test]
fn an_arrow_of_the_table_that_is_gone_is_found() {
    let found = arrows([("domain", ""), ("journal", "// use crate::domain;")]);
    assert_eq!(differences(&found, &table("journal: domain")), ["the table says that journal names domain"]);
}

#[test]
fn a_circle_is_found() {
    let found = arrows([
        ("connect", "fn client() -> super::access::Client { todo!() }"),
        ("access", "use crate::journal;"),
        ("journal", "mod table { use super::super::connect::Client; }"),
    ]);
    assert_eq!(circle(&found).expect("one"), ["access", "connect", "journal"]);
    let found = arrows([("connect", "use crate::access;"), ("access", "use super::access::it;")]);
    assert_eq!(circle(&found), None);
}

#[test]
fn what_tests_alone_name_is_no_arrow() {
    let found =
        arrows([("connect", "#[cfg(test)]\nmod tests { use crate::practice; fn it() { {} } }\nuse crate::domain;")]);
    assert_eq!(found["connect"], BTreeSet::from(["domain".to_owned()]));
}

fn arrows_of_the_tree() -> Arrows {
    let core = folder("src-tauri");
    let files = rust_files(&core).into_iter().filter(|file| !["lib.rs", "build.rs"].map(Path::new).contains(&&**file));
    let sources: Vec<(PathBuf, String)> =
        files.map(|file| (file.with_extension(""), fs::read_to_string(core.join(&file)).expect("text"))).collect();
    let of_tests: Vec<PathBuf> = sources
        .iter()
        .flat_map(|(module, source)| modules_of_tests(source).into_iter().map(|name| module.join(name)))
        .collect();
    let shipped = sources.iter().filter(|(module, _)| !of_tests.contains(module));
    let named: Vec<(String, &str)> = shipped
        .map(|(module, source)| (module.to_str().expect("text").replace(['/', '\\'], "::"), source.as_str()))
        .collect();
    arrows(named.iter().map(|(module, source)| (module.as_str(), *source)))
}

/// From the sources of modules, such as `journal::schema`.
fn arrows<'a>(sources: impl IntoIterator<Item = (&'a str, &'a str)>) -> Arrows {
    let mut arrows = Arrows::new();
    for (module, source) in sources {
        let path: Vec<String> = module.split("::").map(str::to_owned).collect();
        let top = path[0].clone();
        let mut named = Reader { tokens: tokens(source), at: 0, named: BTreeSet::new() }.read(path);
        named.remove(&top);
        arrows.entry(top).or_default().extend(named);
    }
    arrows
}

/// Reads the paths that lead through the root of the crate, wherever they stand: in a `use`, a signature or a macro.
struct Reader {
    tokens: Vec<String>,
    at: usize,
    named: BTreeSet<String>,
}

impl Reader {
    /// `path` is where the source lies.
    fn read(mut self, mut path: Vec<String>) -> BTreeSet<String> {
        // How many brackets are open around each module within the file.
        let mut depth = 0;
        let mut within = Vec::new();
        while let Some(token) = self.tokens.get(self.at) {
            match token.as_str() {
                "mod" if self.is_next(2, "{") => {
                    path.push(self.tokens[self.at + 1].clone());
                    within.push(depth);
                    if self.is_for_tests() {
                        self.at += length_of_block(&self.tokens[self.at + 2..]) + 1;
                        within.pop();
                        path.pop();
                    }
                }
                "{" => depth += 1,
                "}" => {
                    depth -= 1;
                    if within.last() == Some(&depth) {
                        within.pop();
                        path.pop();
                    }
                }
                "crate" | "super" | "self" | "resend_reservation"
                    if self.is_next(1, "::") && !self.is_after_colons() =>
                {
                    self.follow(path.clone());
                    continue;
                }
                _ => {}
            }
            self.at += 1;
        }
        self.named
    }

    /// One path from its first word on, or a tree of them; `from` is the module that it has led to so far.
    fn follow(&mut self, mut from: Vec<String>) {
        loop {
            let Some(token) = self.tokens.get(self.at).cloned() else { return };
            match token.as_str() {
                "crate" | "resend_reservation" => from.clear(),
                "super" => drop(from.pop()),
                "self" => {}
                "{" => {
                    self.at += 1;
                    while self.tokens.get(self.at).is_some_and(|token| token != "}") {
                        self.follow(from.clone());
                        if self.is_next(0, ",") {
                            self.at += 1;
                        }
                    }
                    self.at += 1;
                    return;
                }
                name => {
                    if from.is_empty() && name != "*" {
                        self.named.insert(name.to_owned());
                    }
                    from.push(name.to_owned());
                }
            }
            self.at += 1;
            if self.is_next(0, "as") {
                self.at += 2;
            }
            if !self.is_next(0, "::") {
                return;
            }
            self.at += 1;
        }
    }

    fn is_next(&self, on: usize, token: &str) -> bool {
        self.tokens.get(self.at + on).is_some_and(|next| next == token)
    }

    fn is_after_colons(&self) -> bool {
        self.at > 0 && self.tokens[self.at - 1] == "::"
    }

    /// Right before it stands `#[cfg(test)]`.
    fn is_for_tests(&self) -> bool {
        self.at >= 7 && self.tokens[self.at - 7..self.at] == ["#", "[", "cfg", "(", "test", ")", "]"]
    }
}

/// From its opening bracket to its closing one.
fn length_of_block(tokens: &[String]) -> usize {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        match token.as_str() {
            "{" => depth += 1,
            "}" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return at + 1;
        }
    }
    tokens.len()
}

/// Which files beside this one are only for its tests.
fn modules_of_tests(source: &str) -> Vec<String> {
    let tokens = tokens(source);
    let listed =
        tokens.windows(10).filter(|ten| ten[..8] == ["#", "[", "cfg", "(", "test", ")", "]", "mod"] && ten[9] == ";");
    listed.map(|ten| ten[8].clone()).collect()
}

fn differences(found: &Arrows, named: &Arrows) -> Vec<String> {
    let pairs = |arrows: &Arrows| -> BTreeSet<(String, String)> {
        arrows.iter().flat_map(|(from, to)| to.iter().map(move |to| (from.clone(), to.clone()))).collect()
    };
    let (found, named) = (pairs(found), pairs(named));
    let new = found.difference(&named).map(|(from, to)| format!("{from} names {to}, and the table does not"));
    let gone = named.difference(&found).map(|(from, to)| format!("the table says that {from} names {to}"));
    new.chain(gone).collect()
}

/// Those that are left when whoever knows nobody that is left is taken away, again and again: the circles, and whoever
/// leads from one to another.
fn circle(arrows: &Arrows) -> Option<Vec<String>> {
    let mut left = arrows.clone();
    loop {
        let names: BTreeSet<String> = left.keys().cloned().collect();
        let before = left.len();
        left.retain(|_, to| to.iter().any(|to| names.contains(to)));
        if left.is_empty() {
            return None;
        }
        if left.len() == before {
            return Some(left.into_keys().collect());
        }
    }
}

fn table(text: &str) -> Arrows {
    let mut arrows = Arrows::new();
    for (from, to) in text.lines().filter_map(|line| line.trim().split_once(':')) {
        arrows.entry(from.to_owned()).or_default().extend(to.split_whitespace().map(str::to_owned));
    }
    arrows
}

//! What a process did to the files of one folder and said on the wire, in order, as strace saw it.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    process::Command,
};

/// Everything by which a program can change what is in a file or what it is called.
const CALLS: &str = "trace=open,openat,creat,mkdir,mkdirat,rename,renameat,renameat2,link,linkat,unlink,unlinkat,rmdir,\
                     write,writev,pwrite64,pwritev,pwritev2,ftruncate,fallocate,copy_file_range,sendfile,mmap,\
                     fsync,fdatasync,sync_file_range,sendto,sendmsg";

#[derive(Debug)]
pub(crate) enum Event {
    Made(PathBuf),
    Folder(PathBuf),
    Removed(PathBuf),
    Written {
        path: PathBuf,
        at: usize,
        bytes: Vec<u8>,
    },
    Cut {
        path: PathBuf,
        length: usize,
    },
    Synced(PathBuf),
    /// The first bytes of a request left.
    Said(String),
}

/// What comes after this program's own arguments is started, and watched.
pub(crate) fn strace(trace: &Path) -> Command {
    let mut command = Command::new("strace");
    // Every string whole, and in hexadecimal: none of them can be taken for something else.
    command.args(["-f", "--seccomp-bpf", "-y", "-xx", "-s", "1000000", "-e", CALLS, "-o"]).arg(trace);
    command
}

pub(crate) fn read(trace: &str, folder: &Path) -> Vec<Event> {
    let mut begun: HashMap<&str, &str> = HashMap::new();
    let mut events = Vec::new();
    for line in trace.lines() {
        let Some((process, call)) = line.split_once(' ') else { continue };
        let call = call.trim_start();
        // A request may have left as soon as that begins; whatever a file is promised holds only when it has ended.
        events.extend(said(call));
        if let Some(first) = call.strip_suffix("<unfinished ...>") {
            begun.insert(process, first);
        } else if call.starts_with("<...") {
            let rest = call.split_once("resumed>").expect("the rest of it").1;
            let first = begun.remove(process).expect("it began");
            events.extend(event(&format!("{first}{rest}"), folder));
        } else {
            events.extend(event(call, folder));
        }
    }
    events
}

fn said(call: &str) -> Option<Event> {
    let name = call.split('(').next()?;
    if !matches!(name, "write" | "writev" | "sendto" | "sendmsg") {
        return None;
    }
    let bytes = quoted(call)?;
    bytes.starts_with(b"POST ").then(|| Event::Said(String::from_utf8_lossy(&bytes).into_owned()))
}

fn event(call: &str, folder: &Path) -> Option<Event> {
    let (name, arguments) = call.split_once('(')?;
    let (arguments, answer) = arguments.rsplit_once(" = ")?;
    if answer.starts_with('-') {
        return None;
    }
    let path = within(arguments, folder)?;
    // SQLite's own memory of the second file: nobody reads it after a crash.
    if path.to_string_lossy().ends_with("-shm") {
        return None;
    }
    match name {
        "open" | "openat" | "creat" => (name == "creat" || arguments.contains("O_CREAT")).then_some(Event::Made(path)),
        "mkdir" | "mkdirat" => Some(Event::Folder(path)),
        "unlink" | "unlinkat" | "rmdir" => Some(Event::Removed(path)),
        "pwrite64" => {
            let bytes = quoted(arguments).expect("bytes");
            assert_eq!(answer, bytes.len().to_string(), "a part of it was written");
            Some(Event::Written { path, at: last_number(arguments), bytes })
        }
        "ftruncate" => Some(Event::Cut { path, length: last_number(arguments) }),
        "fsync" | "fdatasync" => Some(Event::Synced(path)),
        "mmap" if !arguments.contains("PROT_WRITE") || arguments.contains("MAP_PRIVATE") => None,
        _ => panic!("the disk of these tests does not know this: {call}"),
    }
}

/// The file that is meant, by its name or by the name that belongs to its number.
fn within(arguments: &str, folder: &Path) -> Option<PathBuf> {
    let number = || Some(bytes(arguments.split_once('<')?.1.split_once('>')?.0));
    // What is written through a number is in quotation marks too.
    let named = quoted(arguments).filter(|_| !arguments.starts_with(|first: char| first.is_ascii_digit()));
    let path = PathBuf::from(String::from_utf8_lossy(&named.or_else(number)?).into_owned());
    path.starts_with(folder).then_some(path)
}

fn quoted(call: &str) -> Option<Vec<u8>> {
    Some(bytes(call.split('"').nth(1)?))
}

fn bytes(hexadecimal: &str) -> Vec<u8> {
    hexadecimal.split("\\x").skip(1).map(|byte| u8::from_str_radix(&byte[..2], 16).expect("a byte")).collect()
}

fn last_number(arguments: &str) -> usize {
    arguments
        .rsplit(", ")
        .next()
        .map(|last| last.trim_end_matches([' ', ')']))
        .and_then(|last| last.parse().ok())
        .expect("one")
}

//! The house keeps its rooms apart: which folder may use which, how long a file may be, what opens a `mod.rs`.
//! Who may use whom is said once, in the table of `ARCHITECTURE.md`.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// Doors without a row in the table; they may use everything.
const DOORS: [&str; 2] = ["lib", "main"];

/// The most lines a source file may have.
const CEILING: usize = 500;

fn sources() -> Vec<PathBuf> {
    fn walk(folder: &Path, out: &mut Vec<PathBuf>) {
        let mut entries: Vec<PathBuf> =
            fs::read_dir(folder).expect("src can be read").map(|e| e.expect("an entry").path()).collect();
        entries.sort();
        for path in entries {
            if path.is_dir() {
                walk(&path, out);
            } else if path.extension().is_some_and(|e| e == "rs") {
                out.push(path);
            }
        }
    }
    let mut out = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut out);
    assert!(out.len() > 20, "src was found");
    out
}

fn below_src(path: &Path) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    path.strip_prefix(root).expect("below src").to_string_lossy().replace('\\', "/")
}

fn room(path: &Path) -> String {
    below_src(path).split('/').next().expect("a first part").trim_end_matches(".rs").to_owned()
}

/// The code of a file without comments and without its tests.
fn code(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a source file");
    let text = text.split("#[cfg(test)]").next().unwrap_or_default();
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name == "tests.rs") || path.components().any(|part| part.as_os_str() == "tests")
}

/// Each room of the table in `ARCHITECTURE.md` with those it may use besides itself; `None`: all.
fn table() -> Vec<(String, Option<Vec<String>>)> {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("ARCHITECTURE.md")).expect("the page");
    let rows = page.lines().filter(|line| line.starts_with("| `")).map(|line| {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let [room, _, may] = cells[..] else { panic!("three cells: {line}") };
        let name = room.trim_matches('`').trim_end_matches('/').trim_end_matches(".rs").to_owned();
        (name, (may != "all").then(|| may.split(", ").filter(|used| *used != "nothing").map(str::to_owned).collect()))
    });
    rows.collect()
}

#[test]
fn the_table_names_every_room_and_no_other() {
    let built: BTreeSet<String> =
        sources().iter().map(|path| room(path)).filter(|room| !DOORS.contains(&room.as_str())).collect();
    let told: BTreeSet<String> = table().into_iter().map(|(room, _)| room).collect();
    assert_eq!(built, told);
}

#[test]
fn rooms_use_only_the_rooms_they_may() {
    let table = table();
    let mut faults = Vec::new();
    for path in sources().iter().filter(|p| !is_test(p)) {
        let room = room(path);
        let Some(may) = table.iter().find(|(name, _)| *name == room).and_then(|(_, may)| may.as_ref()) else { continue };
        for part in code(path).split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != room && !may.contains(&used) {
                faults.push(format!("{}: uses crate::{used}", below_src(path)));
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn a_rule_knows_no_other_rule() {
    let mut faults = Vec::new();
    let groups: Vec<String> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/rules"))
        .expect("src/rules")
        .map(|e| e.expect("an entry"))
        .filter(|e| e.path().is_dir())
        .map(|e| e.file_name().to_string_lossy().into_owned())
        .collect();
    for path in sources() {
        let name = below_src(&path);
        if !name.starts_with("rules/") || name.split('/').count() < 4 || is_test(&path) {
            continue;
        }
        let code = code(&path);
        let foreign = groups.iter().find(|group| code.contains(&format!("rules::{group}")));
        if foreign.is_some() || code.contains("super::super") {
            faults.push(name);
        }
    }
    assert!(faults.is_empty(), "rules that reach for other rules: {faults:?}");
}

#[test]
fn files_are_short() {
    let long: Vec<String> = sources()
        .iter()
        .map(|path| (below_src(path), fs::read_to_string(path).expect("a source file").lines().count()))
        .filter(|(_, lines)| *lines > CEILING)
        .map(|(name, lines)| format!("{name}: {lines} lines"))
        .collect();
    assert!(long.is_empty(), "over {CEILING} lines: {long:?}");
}

#[test]
fn every_room_says_what_it_is_for() {
    for path in sources().iter().filter(|p| p.file_name().is_some_and(|name| name == "mod.rs")) {
        let text = fs::read_to_string(path).expect("a source file");
        let opening: String = text.lines().take_while(|line| line.starts_with("//!")).collect();
        let says = ["In:", "Out:", "Must not know:"].iter().all(|word| opening.contains(word));
        assert!(says, "{}: a mod.rs opens with what comes in, what goes out, what it must not know", below_src(path));
    }
}

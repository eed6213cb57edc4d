//! The house keeps its rooms apart: which folder may use which, how long a file may be, what opens a `mod.rs`.

use std::fs;
use std::path::{Path, PathBuf};

/// Each room of `src/` and the rooms it may use besides itself. What is not listed may not be used.
const MAY_USE: &[(&str, &[&str])] = &[
    ("document", &[]),
    ("format", &["document"]),
    ("knowledge", &["document"]),
    ("facts", &["document", "knowledge"]),
    ("concordance", &["document", "facts", "knowledge"]),
    ("fix", &["document"]),
    ("finding", &["document", "fix"]),
    ("rules", &["document", "knowledge", "facts", "concordance", "finding", "fix"]),
    ("report", &["document", "format", "finding", "fix", "rules", "correct", "concordance", "score"]),
    ("score", &["document", "finding", "fix", "rules"]),
    ("config", &["knowledge", "finding", "rules", "check"]),
    ("check", &["document", "format", "knowledge", "facts", "concordance", "rules", "finding"]),
    ("correct", &["document", "format", "finding", "fix", "check"]),
];

/// Rooms that may use everything.
const OPEN: &[&str] = &["cli", "lib", "main"];

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

#[test]
fn rooms_use_only_the_rooms_they_may() {
    let mut faults = Vec::new();
    for path in sources().iter().filter(|p| !is_test(p)) {
        let room = room(path);
        if OPEN.contains(&room.as_str()) {
            continue;
        }
        let Some((_, may)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{}: the room “{room}” is not in the list", below_src(path)));
            continue;
        };
        for part in code(path).split("crate::").skip(1) {
            let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
            if used != room && !may.contains(&used.as_str()) {
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
        assert!(!opening.is_empty(), "{}: a mod.rs opens with what it is for", below_src(path));
        if below_src(path).split('/').count() == 2 {
            let says = opening.contains("In:") && opening.contains("Out:") && opening.contains("ust not know");
            assert!(says, "{}: says what comes in, what goes out, what it must not know", below_src(path));
        }
    }
}

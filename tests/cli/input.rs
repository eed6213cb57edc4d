//! Inputs: folders, standard input, and bad ones.

use super::{CLEAN, FAULTY, Folder};

#[test]
fn folders_give_the_prose_that_git_does_not_ignore_in_order() {
    let folder = Folder::new(&[
        ("b.txt", FAULTY),
        ("a.md", FAULTY),
        ("c.TEXT", FAULTY),
        ("code.rs", FAULTY),
        ("ignored/x.txt", FAULTY),
        (".hidden.txt", FAULTY),
        ("sub/d.txt", FAULTY),
        (".gitignore", "ignored/\n"),
    ]);
    let names = |args: &[&str]| {
        let out = folder.run(&[&["check", "--quiet"], args].concat()).out;
        out.lines().map(|line| line.split(':').next().expect("a name").to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(names(&["."]), ["a.md", "b.txt", "c.TEXT", "sub/d.txt"]);
    assert_eq!(names(&["sub", "a.md", "./a.md", "."]), ["sub/d.txt", "a.md", "b.txt", "c.TEXT"], "each once");
    assert_eq!(names(&["code.rs", "ignored/x.txt"]), ["code.rs", "ignored/x.txt"], "what is named is read");
}

#[test]
fn standard_input_is_read_where_nothing_is_named() {
    let folder = Folder::new(&[]);
    assert!(folder.run_with(&["check", "-q"], FAULTY.as_bytes()).out.starts_with("-:1:9: "));
    let named = folder.run_with(&["check", "-q", "-", "--stdin-filename", "letter.txt"], FAULTY.as_bytes());
    assert!(named.out.starts_with("letter.txt:1:9: "));
}

#[test]
fn bad_input_is_named_and_the_rest_is_done() {
    let folder = Folder::new(&[("bad.txt", FAULTY), ("empty.txt", ""), ("none/x.rs", "")]);
    folder.write("binary.txt", b"\x7fELF\0\0\0");
    folder.write("latin.txt", b"A caf\xe9 in the old town was closed. .\n");
    let run = folder.run(&["check", "missing.txt", "binary.txt", "latin.txt", "empty.txt", "none", "bad.txt", "-q"]);
    assert_eq!(run.code, 2);
    assert_eq!(run.err, "error: missing.txt: there is no such file or folder\n");
    assert_eq!(run.out.lines().count(), 2, "{}", run.out);
    let run = folder.run(&["check", "binary.txt", "latin.txt", "empty.txt", "none", "--fail-on", "critical"]);
    assert_eq!(run.code, 0);
    let notes: Vec<&str> = run.err.lines().collect();
    assert_eq!(notes[0], "warning: binary.txt: a binary file (a zero byte at byte 4); skipped");
    assert_eq!(notes[1], "warning: latin.txt: not UTF-8 (byte 0xE9 at byte 5); read as windows-1252");
    assert!(notes[2].starts_with("warning: none: no prose in this folder"), "{}", notes[2]);
    assert!(run.out.ends_with("1 finding in 1 of 2 files.\n"), "{}", run.out);
}

#[test]
fn an_empty_file_has_no_findings() {
    let folder = Folder::new(&[("empty.txt", ""), ("good.txt", CLEAN)]);
    let run = folder.run(&["check", "."]);
    assert_eq!((run.code, run.out.as_str()), (0, "No findings in 2 files.\n"));
    assert_eq!(folder.run(&["diff", "."]).code, 0);
}

#[cfg(unix)]
#[test]
fn a_reader_that_has_seen_enough_ends_the_run_quietly() {
    use std::process::{Command, Stdio};
    let folder = Folder::new(&[("long.txt", &"It ended. .\n".repeat(20_000))]);
    let mut child = Command::new(env!("CARGO_BIN_EXE_postedit"))
        .args(["check", "-q", "long.txt"])
        .current_dir(folder.path())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    assert_eq!(output.status.code(), Some(0));
}

//! `postedit.toml`: where it is found, and what wins over it.

use super::{FAULTY, Folder};

const OFF: &str = "ignore = [\"punctuation/\"]\n";

#[test]
fn the_nearest_file_up_to_the_repository_counts() {
    let folder = Folder::new(&[("postedit.toml", OFF), ("a.txt", FAULTY), ("repo/.git/HEAD", ""), ("repo/sub/a.txt", FAULTY)]);
    assert_eq!(folder.run(&["check", "a.txt"]).code, 0);
    let inside = |path: &str, args: &[&str]| {
        let mut command = assert_cmd::Command::new(env!("CARGO_BIN_EXE_postedit"));
        command.current_dir(folder.file(path)).args(args).output().expect("it runs").status.code()
    };
    assert_eq!(inside("repo/sub", &["check", "a.txt"]), Some(1), "it lies beyond the repository");
    folder.write("repo/postedit.toml", OFF.as_bytes());
    assert_eq!(inside("repo/sub", &["check", "a.txt"]), Some(0));
}

#[test]
fn each_file_goes_by_its_own_nearest_settings() {
    let folder = Folder::new(&[("a.txt", FAULTY), ("old/postedit.toml", OFF), ("old/b.txt", FAULTY), ("old/deep/c.txt", FAULTY)]);
    let lines = |args: &[&str]| folder.run(&[&["check", "--quiet"], args].concat()).out.lines().count();
    assert_eq!(lines(&["."]), 1);
    assert_eq!(lines(&["old/deep/../b.txt"]), 0);
    assert_eq!(lines(&["--no-config", "."]), 3);
    folder.write("old/deep/postedit.toml", b"fail-on = \"major\"\n");
    assert_eq!((lines(&["."]), folder.run(&["check", "old"]).code), (2, 0), "each has a threshold of its own");
    folder.write("old/deep/postedit.toml", b"select = [\"nothing/\"]\n");
    let run = folder.run(&["check", "."]);
    assert_eq!((run.code, run.out.as_str()), (2, ""), "nothing is printed before all settings are sound");
    assert!(run.err.starts_with("postedit: old/deep/postedit.toml:1: `select`: "), "{}", run.err);
}

#[test]
fn the_command_line_wins() {
    let folder = Folder::new(&[("postedit.toml", "ignore = [\"punctuation/\"]\nfail-on = \"major\"\n"), ("a.txt", FAULTY)]);
    let code = |args: &[&str]| folder.run(&[&["check", "a.txt"], args].concat()).code;
    assert_eq!(code(&[]), 0);
    assert_eq!(code(&["--select", "punctuation/"]), 0, "found, but `fail-on` of the file holds");
    assert_eq!(code(&["--select", "punctuation/", "--fail-on", "minor"]), 1);
    assert_eq!(code(&["--no-config"]), 1);
    folder.write("other.toml", b"select = [\"punctuation/\"]\n");
    assert_eq!(code(&["--config", "other.toml"]), 1);
    assert_eq!(code(&["--config", "missing.toml"]), 2);
}

#[test]
fn faults_are_named() {
    let folder = Folder::new(&[("postedit.toml", "# ours\nfail-onn = \"minor\"\n"), ("a.txt", FAULTY)]);
    let run = folder.run(&["check", "a.txt"]);
    assert_eq!(run.code, 2);
    assert!(
        run.err.starts_with("postedit: postedit.toml:2: unknown key `fail-onn`; did you mean `fail-on`? Known: "),
        "{}",
        run.err
    );
    assert_eq!(folder.run(&["check", "a.txt", "--no-config"]).code, 1);
}

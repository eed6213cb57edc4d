//! `diff`: patches that other programs take.

use super::{CLEAN, FAULTY, Folder, MENDED, utf16};

/// Files whose bytes are easily spoilt: line endings, marks, no last line feed, odd names.
const DELICATE: [(&str, &str); 8] = [
    ("plain.txt", FAULTY),
    ("crlf.txt", "One. .\r\nTwo.\r\nThree.\r\nFour.\r\nFive.\r\nSix.\r\nSeven.\r\nEight.\r\nNine. .\r\n"),
    ("bom.txt", "\u{feff}One. .\nTwo.\n"),
    ("no-line-feed.txt", "One.\nTwo. ."),
    ("lone-cr.txt", "One\rtwo. .\rthree.\nFour. .\n"),
    ("мир и война.txt", "Один. .\n"),
    ("a \"b\"\\c.txt", "One. .\n"),
    ("deep/er/file name.txt", "One. .\n"),
];

#[test]
fn git_and_patch_take_it_and_get_what_fix_writes() {
    let folder = Folder::new(&DELICATE);
    let run = folder.run(&["diff", "."]);
    assert_eq!((run.code, run.err.as_str()), (1, ""));
    let fixed = Folder::new(&DELICATE);
    assert_eq!(fixed.run(&["fix", ".", "--unsafe"]).code, 0);
    let check = folder.other("git", &["apply", "--check", "-p1"], run.out.as_bytes()).expect("git is installed");
    assert!(check.status.success(), "{}", String::from_utf8_lossy(&check.stderr));
    for (program, args) in [("git", &["apply", "-p1"][..]), ("patch", &["-p1", "--no-backup-if-mismatch", "-s"])] {
        let patched = Folder::new(&DELICATE);
        let Some(done) = patched.other(program, args, run.out.as_bytes()) else { continue };
        assert!(
            done.status.success(),
            "{program}: {}{}",
            String::from_utf8_lossy(&done.stdout),
            String::from_utf8_lossy(&done.stderr)
        );
        for (name, _) in DELICATE {
            assert_eq!(patched.read(name), fixed.read(name), "{program} {name}");
        }
    }
}

#[test]
fn a_hunk_names_its_rules() {
    let folder = Folder::new(&[("a.txt", FAULTY)]);
    let run = folder.run(&["diff", "a.txt"]);
    let wanted = "--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1,2 @@ punctuation/doubled-mark\n-It ended. .\n+It ended.\n They left.\n";
    assert_eq!(run.out, wanted);
}

#[test]
fn paths_are_relative_to_the_current_folder() {
    let folder = Folder::new(&[("deep/a.txt", FAULTY)]);
    let absolute = folder.path().canonicalize().expect("it exists").join("deep/a.txt");
    for path in ["./deep/a.txt", absolute.to_str().expect("UTF-8")] {
        assert!(folder.run(&["diff", path]).out.starts_with("--- a/deep/a.txt\n+++ b/deep/a.txt\n"));
    }
}

#[test]
fn exit_codes() {
    let folder = Folder::new(&[("bad.txt", FAULTY), ("good.txt", CLEAN)]);
    let code = |args: &[&str]| folder.run(args).code;
    assert_eq!(code(&["diff", "good.txt"]), 0);
    assert_eq!(code(&["diff", "bad.txt", "--safe"]), 1);
    assert_eq!(code(&["diff", "bad.txt", "--exit-zero"]), 0);
    assert_eq!(code(&["diff", "bad.txt", "missing.txt", "--exit-zero"]), 2);
}

#[test]
fn words_are_for_reading() {
    let folder = Folder::new(&[("a.txt", "It ended.\n\nNobody,, it seems, was there.\n")]);
    let run = folder.run(&["diff", "--words", "a.txt"]);
    assert_eq!(run.out, "a.txt:3\n  Nobody,[-,-] it seems, was there.\n  punctuation/doubled-mark\n\n");
}

#[test]
fn another_encoding_is_named_and_not_patched() {
    let folder = Folder::new(&[]);
    folder.write("a.txt", &utf16(FAULTY));
    let run = folder.run(&["diff", "a.txt"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(
        run.err.contains("warning: a.txt: 1 finding cannot be corrected in UTF-16LE; convert the file to UTF-8 first"),
        "{}",
        run.err
    );
}

#[test]
fn standard_input_has_a_patch_too() {
    let folder = Folder::new(&[("a.txt", FAULTY)]);
    let run = folder.run_with(&["diff", "-", "--stdin-filename", "a.txt"], FAULTY.as_bytes());
    assert_eq!(run.out, folder.run(&["diff", "a.txt"]).out);
    assert!(folder.other("git", &["apply"], run.out.as_bytes()).is_some_and(|done| done.status.success()));
    assert_eq!(folder.read("a.txt"), MENDED.as_bytes());
}

//! Documents that are read together.

use super::{FAULTY, Folder};

const USUAL: &str = "We met Sergei Orlov in the village of Zaozernoye. Orlov and Sergei Orlov’s dog left.\n";

fn folder() -> Folder {
    Folder::new(&[
        ("a.txt", USUAL),
        ("b.txt", USUAL),
        ("c.txt", "We met Sergey Orlov. Then Orlov left, and Sergey Orlov came back.\n"),
        ("d.txt", "Nobody knows Sergey Morozov.\n"),
    ])
}

#[test]
fn what_most_documents_spell_otherwise_is_flagged_where_it_is_rare() {
    let folder = folder();
    assert_eq!(folder.run(&["check", "."]).code, 0);
    let run = folder.run(&["check", "--across", "--quiet", "."]);
    let found: Vec<&str> = run.out.lines().collect();
    assert_eq!((run.code, found.len()), (1, 2), "{}", run.out);
    assert_eq!(
        found[0],
        "c.txt:1:8: minor names/mixed-romanization “Sergey” here, “Sergei” in 4 places of 2 other documents; both romanise \
         Сергей. Write “Sergei”."
    );
    folder.write("postedit.toml", b"across = true\n");
    assert_eq!(folder.run(&["check", "--quiet", "."]).out, run.out);
    assert_eq!(folder.run(&["check", "--quiet", "--no-config", "."]).out, "");
}

#[test]
fn people_of_one_name_in_two_documents_are_not_joined_where_it_is_doubtful() {
    let folder = Folder::new(&[
        ("a.txt", "We met Kirill Zaitsev. Zaitsev left.\n"),
        ("b.txt", "We met Kirill Zaitsev. Zaitsev slept.\n"),
        ("c.txt", "Then Zaytsev came, and Minister Zaytsev spoke.\n"),
        ("d.txt", "We met Oleg Zaytsev, K. Zaytsev and Kirill Zaitsenko.\n"),
    ]);
    assert_eq!(folder.run(&["check", "--across", "--quiet", "--select", "names/", "."]).out, "");
}

#[test]
fn a_tie_of_documents_decides_nothing() {
    let folder = Folder::new(&[("a.txt", "We met Sergei Orlov.\n"), ("b.txt", "We met Sergey Orlov.\n")]);
    assert_eq!(folder.run(&["check", "--across", "."]).code, 0);
}

#[test]
fn corrections_follow_the_other_documents_only_when_unsafe_ones_are_wanted() {
    let folder = folder();
    assert_eq!(folder.run(&["diff", "--across", "--safe", "."]).out, "");
    let patch = folder.run(&["diff", "--across", "."]).out;
    assert!(patch.contains("+We met Sergei Orlov. Then Orlov left, and Sergei Orlov came back."), "{patch}");
    assert_eq!(folder.run(&["check", "--across", "--format", "diff", "."]).out, patch);
    let run = folder.run(&["fix", "--across", "--unsafe", "."]);
    assert_eq!((run.code, run.out.as_str()), (0, "c.txt: 2 fixes\n"));
    assert_eq!(folder.run(&["check", "--across", "."]).code, 0);
}

#[test]
fn the_output_is_the_same_on_any_number_of_threads_and_the_rest_is_done() {
    let folder = folder();
    folder.write("bad.txt", FAULTY.as_bytes());
    for format in ["json", "jsonl", "pretty", "diff"] {
        let run =
            |threads: &str| folder.run(&["check", "--across", "--format", format, "--threads", threads, ".", "missing.txt"]);
        let (one, three) = (run("1"), run("3"));
        assert_eq!((one.code, &one.out), (2, &three.out), "{format}");
        assert!(one.out.contains("Sergei"), "{format}: {}", one.out);
    }
    let run = folder.run_with(&["check", "--across", "--quiet", "a.txt", "b.txt", "-"], b"We met Sergey Orlov.\n");
    assert!(run.out.starts_with("-:1:8: "), "standard input is read once and checked twice: {}", run.out);
}

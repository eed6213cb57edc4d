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

#[test]
fn severities_and_overrides_say_more_for_some_files() {
    let folder = Folder::new(&[
        (
            "postedit.toml",
            "[severity]\n\"punctuation/\" = \"major\"\n\"punctuation/doubled-mark\" = \"critical\"\n\n\
             [[overrides]]\npaths = [\"drafts/**\"]\nignore = [\"wording/\"]\n[overrides.severity]\n\"punctuation/doubled-mark\" = \"neutral\"\n",
        ),
        ("a.txt", "The the bridge is open,, he said.\n"),
        ("drafts/a.txt", "The the bridge is open,, he said.\n"),
    ]);
    let lines = |path: &str| folder.run(&["check", "--quiet", path]).out;
    assert!(lines("a.txt").contains("critical punctuation/doubled-mark"), "{}", lines("a.txt"));
    assert!(lines("a.txt").contains("wording/doubled-word"), "{}", lines("a.txt"));
    let draft = lines("drafts/a.txt");
    assert!(!draft.contains("doubled"), "{draft}");
    assert!(folder.run(&["check", "--quiet", "--hints", "drafts/a.txt"]).out.contains("neutral punctuation/doubled-mark"));
}

#[test]
fn the_language_pair_silences_what_is_made_for_others_and_needs_no_signs() {
    let text = "The bridge was built within the framework of a regional plan.\n";
    let folder = Folder::new(&[("a.txt", text)]);
    assert_eq!(folder.run(&["check", "a.txt"]).code, 0, "natural in some English");
    assert_eq!(folder.run(&["check", "--source-lang", "ru,bg", "a.txt"]).code, 1);
    assert_eq!(folder.run(&["check", "--source-lang", "tr", "a.txt"]).code, 0);
    folder.write("postedit.toml", b"source-lang = [\"uk\"]\n");
    assert_eq!(folder.run(&["check", "a.txt"]).code, 1);
    let wrong = folder.run(&["check", "--source-lang", "xx", "a.txt"]);
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("no language of the tables; known: ru, uk"), "{}", wrong.err);
}

#[test]
fn quotations_are_held_to_what_the_house_allows() {
    let text = "She said: “Call in case if it rains,, please.”\n";
    let folder = Folder::new(&[("a.txt", text)]);
    let with = |quotes: &str| {
        folder.write("postedit.toml", format!("quotes = \"{quotes}\"\n").as_bytes());
        let shown = folder.run(&["check", "--quiet", "a.txt"]).out;
        let diff = folder.run(&["diff", "a.txt"]).out;
        (shown.contains("wording/calque"), diff.contains("+She said: “Call if it rains"), diff.contains("rains, please"))
    };
    assert_eq!(with("report-only"), (true, false, true));
    assert_eq!(with("mechanical"), (false, false, true));
    assert_eq!(with("all"), (true, true, true));
}

#[test]
fn init_writes_a_file_that_says_nothing_and_never_writes_over_one() {
    let folder = Folder::new(&[("a.txt", "A text.\n")]);
    assert_eq!(folder.run(&["init"]).code, 0);
    assert_eq!(folder.run(&["check", "a.txt"]).code, 0);
    let again = folder.run(&["init"]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("postedit.toml is there already; it is left as it is"), "{}", again.err);
    let schema = folder.run(&["init", "--schema"]).out;
    assert!(schema.contains("\"$schema\"") && schema.contains("\"source-lang\""), "{schema}");
}

#[test]
fn a_row_of_one_folder_s_pack_may_be_named_for_all_folders() {
    let row = "[[phrase]]\nkey = \"verge\"\nsay = \"on the verge of time\"\nclass = \"phrase\"\norigin = \"ours\"\n\
               wrong = \"It came on the verge of time.\"\nright = \"It came in time.\"\n";
    let folder = Folder::new(&[
        ("pack/phrases/calque.toml", row),
        ("a/postedit.toml", "packs = [\"../pack\"]\n"),
        ("a/a.txt", "They came on the verge of time.\n"),
        ("b/b.txt", "The the bridge is open.\n"),
    ]);
    assert_eq!(folder.run(&["check", "--quiet", "."]).out.lines().count(), 2);
    let run = folder.run(&["check", "--quiet", "--ignore", "wording/calque:verge", "."]);
    assert_eq!(run.out.lines().count(), 1, "{}{}", run.out, run.err);
    folder.write("pack2/phrases/calque.toml", row.replace("verge", "brink").as_bytes());
    folder.write("c/postedit.toml", b"packs = [\"../pack2\"]\n");
    folder.write("c/c.txt", b"They came on the brink of time.\n");
    let both = "wording/calque:verge,wording/calque:brink";
    let run = folder.run(&["check", "--quiet", "--ignore", both, "."]);
    assert_eq!(run.out.lines().count(), 1, "{}{}", run.out, run.err);
    let run = folder.run(&["check", "--quiet", "--ignore", "wording/calque:verg", "."]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("“wording/calque:verg” names no row"), "{}", run.err);
    assert!(folder.run(&["rules", "wording/calque"]).out.contains("in-case-if"));
}

#[test]
fn keys_that_stand_elsewhere_are_shown_their_place() {
    let folder = Folder::new(&[("a.txt", "A text.\n")]);
    let fault = |text: &str| {
        folder.write("postedit.toml", text.as_bytes());
        folder.run(&["check", "a.txt"]).err
    };
    assert!(fault("spelling = \"british\"\n").contains("postedit.toml:1: `spelling` stands below `[conventions]`"));
    assert!(fault("[[overrides]]\npaths = [\"*\"]\nstyle = \"ap\"\n").contains("`style` stands at the top of the file"));
}

#[test]
fn overrides_may_begin_with_this_folder_and_codes_may_be_capitals() {
    let folder = Folder::new(&[
        ("postedit.toml", "[[overrides]]\npaths = [\"./drafts\"]\nignore = [\"wording/\"]\n"),
        ("drafts/a.txt", "The the bridge is open.\n"),
        ("b.txt", "It was built within the framework of a plan.\n"),
    ]);
    assert_eq!(folder.run(&["check", "drafts"]).code, 0);
    assert_eq!(folder.run(&["check", "b.txt", "--source-lang", "RU"]).code, 1);
}

//! Packs and glossaries: what a house brings along is found, and what is wrong with it is named.

use super::Folder;

const ROW: &str = "[[phrase]]\nkey = \"verge-of-time\"\nsay = \"on the {verge|brink} of time\"\nwrite = \"just in time\"\n\
                   source = \"на грани времени\"\nfrom = [\"ru\"]\nclass = \"phrase\"\norigin = \"our desk\"\n\
                   wrong = \"They came on the verge of time.\"\nright = \"They came on the verge of tears.\"\n";

fn check(folder: &Folder) -> Vec<String> {
    folder.run(&["check", "--quiet", "a.txt"]).out.lines().map(str::to_owned).collect()
}

#[test]
fn a_pack_brings_phrases_acronyms_terms_and_names() {
    let folder = Folder::new(&[
        ("postedit.toml", "packs = [\"house\"]\n"),
        ("house/phrases/calque.toml", ROW),
        ("house/acronyms/ru.tsv", "acronym\tenglish\twords\nКБПЯ\tIDB\tInstrument Design Board\n"),
        ("house/terms.csv", "preferred,forbidden\nchairperson,chairman\n"),
        ("house/names.tsv", "Sergei Ivanchuk\n"),
        ("house/README.md", "Ours.\n"),
        ("a.txt", "The chairmen met Sergey Ivanchuk on the brink of time. The КБПЯ was silent.\n"),
    ]);
    let found = check(&folder);
    let rules: Vec<&str> = found.iter().filter_map(|line| line.split(' ').nth(2)).collect();
    assert_eq!(
        rules,
        ["terms/forbidden-term:chairperson", "names/mixed-romanization", "wording/calque:verge-of-time", "acronyms/untranslated"],
        "{found:#?}"
    );
    assert!(found[0].contains("house/terms.csv:2"), "{}", found[0]);
    folder.run(&["fix", "--unsafe", "a.txt"]);
    let fixed = String::from_utf8(folder.read("a.txt")).expect("UTF-8");
    assert_eq!(fixed, "The chairpersons met Sergei Ivanchuk just in time. The Instrument Design Board was silent.\n");
    assert_eq!(folder.run(&["check", "--quiet", "--ignore", "wording/calque:verge-of-time", "a.txt"]).code, 0);
    assert_eq!(folder.run(&["check", "--quiet", "--no-config", "a.txt"]).code, 0);
}

#[test]
fn terms_are_found_in_their_forms_and_quotations_are_left_to_their_speakers() {
    let folder = Folder::new(&[
        ("postedit.toml", "[terms]\nreplace = { utilise = \"use\", irregardless = \"\" }\nglossaries = [\"terms.tsv\"]\n"),
        ("terms.tsv", "term\tavoid\tnote\nInternet\tinternet\tcapital\n"),
        ("a.txt", "She utilised the internet, irregardless. Internet use grew.\n\nShe said: “We utilise it.”\n"),
    ]);
    let found = check(&folder);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found[1].contains("(terms.tsv:2: capital)"), "{}", found[1]);
    assert!(found[2].ends_with("Say it in other words."), "{}", found[2]);
    folder.run(&["fix", "--unsafe", "a.txt"]);
    let fixed = String::from_utf8(folder.read("a.txt")).expect("UTF-8");
    assert_eq!(fixed, "She used the Internet, irregardless. Internet use grew.\n\nShe said: “We utilise it.”\n");
    folder.write("postedit.toml", b"quotes = \"all\"\n[terms]\nreplace = { utilise = \"use\" }\n");
    folder.run(&["fix", "--unsafe", "a.txt"]);
    assert!(String::from_utf8(folder.read("a.txt")).expect("UTF-8").contains("“We use it.”"));
}

#[test]
fn the_majority_does_not_outvote_the_house() {
    let text = "Two ice-breakers left. The ice-breakers were old, and one ice-breaker sank. An icebreaker came back.\n";
    let folder = Folder::new(&[("a.txt", text)]);
    assert!(check(&folder)[0].contains("terms/mixed-hyphenation"));
    folder.write("postedit.toml", b"[terms]\nreplace = { ice-breaker = \"icebreaker\" }\n");
    let found = check(&folder);
    assert!(found.len() == 3 && found.iter().all(|line| line.contains("terms/forbidden-term")), "{found:#?}");
}

#[test]
fn what_is_wrong_with_a_pack_is_named() {
    let fault = |files: &[(&str, &str)]| {
        let folder = Folder::new(files);
        folder.write("postedit.toml", b"packs = [\"house\"]\n[terms]\nglossaries = []\n");
        folder.write("a.txt", b"A text.\n");
        let run = folder.run(&["check", "a.txt"]);
        assert_eq!(run.code, 2, "{}", run.err);
        run.err
    };
    assert!(
        fault(&[]).contains("house: there is no such folder; a pack is a folder with tables (`packs` in postedit.toml names it)")
    );
    assert!(fault(&[("house/calque.toml", ROW)]).contains("house/calque.toml: no file of a pack; known: phrases/NAME.toml"));
    assert!(fault(&[("house/README", "Hm.\n")]).contains("house: the pack is empty"));
    let broken = ROW.replace("[\"ru\"]", "[\"xx\"]");
    assert!(fault(&[("house/phrases/calque.toml", &broken)]).contains("house/phrases/calque.toml:6"));
    assert!(fault(&[("house/acronyms/ru.tsv", "acronym\tmeaning\nА\tb\n")]).contains("no column is called “meaning”"));
    assert!(fault(&[("house/terms.csv", "a,b\n")]).contains("house/terms.csv:1: the first line must name the columns"));
    let phrase = |row: &str| fault(&[("house/phrases/calque.toml", row)]);
    assert!(phrase(&ROW.replace("\"phrase\"", "\"frase\"")).contains("no class is called “frase”; known: phrase, register"));
    assert!(
        phrase(&format!("{ROW}\n{ROW}")).contains("calque.toml:13: verge-of-time: a row of this key stands in the table already")
    );
    assert!(
        phrase(&ROW.replace("verge-of-time", "in-case-if")).contains("in-case-if: a row of this key stands in the table already")
    );
    assert!(phrase(&ROW.replace("class =", "when = [\"about:energy\"]\nclass =")).contains("“energy” is no topic; known: "));
    assert!(phrase("# none\n").contains("the table has no row"));
    let two =
        [("house/terms.csv", "preferred,forbidden\nuse,utilise\n"), ("house/terms.tsv", "preferred\tforbidden\nutilise\tuse\n")];
    assert!(fault(&two).contains("house/terms.csv:2: “utilise” is forbidden, and right in house/terms.tsv:2"));
    let folder = Folder::new(&[("postedit.toml", "[terms]\nglossaries = [\"t.csv\"]\n"), ("a.txt", "A text.\n")]);
    assert!(
        folder.run(&["check", "a.txt"]).err.contains("t.csv: there is no such file (`glossaries` in postedit.toml names it)")
    );
}

#[test]
fn a_pack_is_tried_by_its_own_examples() {
    let cases = "```wrong\nThe ⟦chairman→chairperson⟧ left.\n```\n\n```right\nThe chairperson left.\n```\n";
    let folder = Folder::new(&[
        ("postedit.toml", "packs = [\"house\"]\n"),
        ("house/phrases/calque.toml", ROW),
        ("house/terms.csv", "preferred,forbidden\nchairperson,chairman\n"),
        ("house/cases.md", cases),
    ]);
    let run = folder.run(&["packs", "test"]);
    assert_eq!((run.code, run.out.as_str()), (0, "house: 1 rows and 2 cases tried, all hold\n"));
    folder.write("house/phrases/calque.toml", ROW.replace("verge of tears", "verge of time").as_bytes());
    folder.write("house/cases.md", b"```wrong\nThe \xe2\x9f\xa6table\xe2\x9f\xa7 left with the chairman.\n```\n");
    let run = folder.run(&["packs", "test", "house"]);
    assert_eq!(run.code, 1);
    let lines: Vec<&str> = run.out.lines().collect();
    assert_eq!(lines.len(), 4, "{}", run.out);
    assert!(lines[0].contains("verge-of-time: hits its right example"), "{}", run.out);
    assert!(lines[1].contains("cases.md:1: nothing is found at “table”"), "{}", run.out);
    assert!(lines[2].contains("unmarked: terms/forbidden-term “chairman”"), "{}", run.out);
}

/// The blocks of four spaces in a page that begin with a line.
fn block(page: &str, first: &str) -> String {
    let lines =
        page.lines().skip_while(|line| line.trim() != first).take_while(|line| line.starts_with("    ") || line.is_empty());
    lines.map(|line| line.trim_start()).collect::<Vec<_>>().join("\n")
}

#[test]
fn the_examples_of_the_page_on_packs_are_read() {
    let page = include_str!("../../docs/packs.md");
    let terms = block(page, "preferred,forbidden,admitted,source,note");
    let row = block(page, "[[phrase]]");
    assert!(terms.lines().count() > 3 && row.lines().count() > 8);
    let folder = Folder::new(&[
        ("house/terms.csv", &terms),
        ("house/phrases/calque.toml", &row),
        ("house/acronyms/ru.tsv", &block(page, "acronym\tenglish\twords\tmistaken\tkind")),
    ]);
    let run = folder.run(&["packs", "test", "house"]);
    assert_eq!((run.code, run.out.as_str()), (0, "house: 1 rows and 0 cases tried, all hold\n"), "{}", run.err);
}

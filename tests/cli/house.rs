//! The house style: spellings and schemes of a `postedit.toml`, and the glossary that `names` writes.

use super::Folder;

const STYLE: &str = "[names]\nspellings = [\"Sergei Shoigu\", \"Kostanay\"]\n";

fn lines(folder: &Folder, args: &[&str]) -> Vec<String> {
    folder.run(&[&["check", "--quiet", "--select", "names/"], args].concat()).out.lines().map(str::to_owned).collect()
}

#[test]
fn a_name_is_held_to_the_house_list_though_the_document_has_one_spelling() {
    let folder = Folder::new(&[
        ("postedit.toml", STYLE),
        ("a.txt", "We met Sergey Ivanovich Shoygu in Kostanai. S. Shoygu left, and SHOYGU came back.\n"),
        ("b.txt", "We met Sergei Shoigu in Kostanay. Shoigu left.\n"),
        ("c.txt", "Ivan Shoygu is no minister, and nobody knows where Shoygu lives.\n"),
    ]);
    assert_eq!(folder.run(&["check", "a.txt", "--no-config"]).code, 0);
    let found = lines(&folder, &["."]);
    assert_eq!(found.len(), 4, "{found:#?}");
    assert!(found[0].starts_with("a.txt:1:8: minor names/mixed-romanization “Sergey Ivanovich Shoygu” here; the house list has “Sergei Shoigu”; both romanise "), "{}", found[0]);
    assert!(found[0].ends_with(". Write “Sergei Shoigu”."), "{}", found[0]);
    folder.run(&["fix", "a.txt"]);
    let fixed = String::from_utf8(folder.read("a.txt")).expect("UTF-8");
    assert_eq!(fixed, "We met Sergei Ivanovich Shoigu in Kostanay. S. Shoigu left, and SHOIGU came back.\n");
    assert_eq!(folder.run(&["check", "."]).code, 0);
}

#[test]
fn the_house_list_outweighs_the_majority_and_a_place_is_reported_once() {
    let text = "We met Sergey Orlov. Sergey Orlov left, and Sergey Orlov came back. Sergei Orlov slept.\n";
    let folder = Folder::new(&[("postedit.toml", "[names]\nspellings = [\"Sergei Orlov\"]\n"), ("a.txt", text)]);
    let found = lines(&folder, &["a.txt"]);
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(found.iter().all(|line| line.contains("the house list has “Sergei Orlov”")), "{found:#?}");
    folder.write("postedit.toml", b"[names]\nspellings = [\"Sergei Orlov\", \"Sergey Orlov\"]\n");
    assert_eq!(lines(&folder, &["a.txt"]).len(), 0, "both are approved: they are two people");
}

#[test]
fn of_two_spellings_the_one_that_follows_the_scheme_is_right() {
    let mixed = "Kirill Zaitsev came. Zaitsev spoke, and Zaitsev left. Kirill Zaytsev slept.\n";
    let folder = Folder::new(&[
        ("postedit.toml", "[names]\nscheme = { ru = \"bgn-pcgn\" }\n"),
        ("mixed.txt", mixed),
        ("other.txt", "Kirill Zaitsev came. Zaitsev spoke.\n"),
    ]);
    let found = lines(&folder, &["."]);
    assert_eq!(found.len(), 3, "a document that follows another scheme throughout is left alone: {found:#?}");
    assert!(found[0].starts_with("mixed.txt:1:8: minor names/mixed-romanization “Zaitsev” here, “Zaytsev” in 1 other place; both romanise Зайцев, and bgn-pcgn, which the house follows, gives “Zaytsev”. Write “Zaytsev”."), "{}", found[0]);
}

#[test]
fn a_glossary_that_was_written_is_obeyed() {
    let folder = Folder::new(&[
        ("a.txt", "Sergei Orlov met Anna Belova. Then Sergey Orlov left with Sergei Orlov’s dog.\n"),
        ("b.txt", "We know Sergei Orlov, and Tatyana Ryabova knows him.\n"),
        ("c.txt", "We know Tatiana Ryabova. Tatiana Ryabova is well.\n"),
        ("sub/postedit.toml", "[names]\nglossary = \"../names.tsv\"\n"),
        ("sub/d.txt", "Sergey Orlov and Anna Belova saw Tatyana Ryabova.\n"),
    ]);
    let run = folder.run(&["names", "a.txt", "b.txt", "c.txt", "--write-glossary", "names.tsv"]);
    assert_eq!((run.code, run.out.as_str()), (0, ""));
    assert!(
        run.err.starts_with("names.tsv: written, 3 names, 2 of them in several spellings: look at those first\n"),
        "{}",
        run.err
    );
    let list = String::from_utf8(folder.read("names.tsv")).expect("UTF-8");
    let rows: Vec<&str> = list.lines().filter(|line| !line.starts_with('#') && !line.is_empty()).collect();
    assert_eq!(
        rows,
        ["Sergei Orlov\tSergey Orlov\tСергей …\t4", "Tatiana Ryabova\tTatyana Ryabova\tТатьяна …\t3", "Anna Belova\t\tАнна …\t1"]
    );
    folder.write("postedit.toml", b"[names]\nglossary = \"names.tsv\"\n");
    let places = |found: Vec<String>| {
        found.iter().map(|line| line.splitn(4, ':').take(3).collect::<Vec<_>>().join(":")).collect::<Vec<_>>()
    };
    assert_eq!(places(lines(&folder, &["."])), ["a.txt:1:36", "b.txt:1:27", "sub/d.txt:1:1", "sub/d.txt:1:34"]);
    // An editor wants it otherwise.
    folder.write("names.tsv", list.replace("Tatiana Ryabova\tTatyana Ryabova", "Tatyana Ryabova\t").as_bytes());
    assert_eq!(places(lines(&folder, &["."])), ["a.txt:1:36", "c.txt:1:9", "c.txt:1:26", "sub/d.txt:1:1"]);
}

#[test]
fn a_glossary_is_not_replaced_unasked() {
    let folder = Folder::new(&[("a.txt", "Sergei Orlov came.\n"), ("names.tsv", "Mine\n")]);
    let run = folder.run(&["names", "a.txt", "--write-glossary", "names.tsv"]);
    assert_eq!((run.code, folder.read("names.tsv").as_slice()), (2, &b"Mine\n"[..]));
    assert!(run.err.contains("names.tsv: there is such a file") && run.err.contains("--force"), "{}", run.err);
    let run = folder.run(&["names", "a.txt", "--write-glossary", "names.tsv", "--force"]);
    assert!(run.err.starts_with("names.tsv: replaced, 1 name, each in one spelling\n"), "{}", run.err);
}

#[test]
fn faults_name_file_line_and_what_to_do() {
    let folder = Folder::new(&[("a.txt", "Sergei Orlov came.\n")]);
    let fault = |toml: &str| {
        folder.write("postedit.toml", toml.as_bytes());
        let run = folder.run(&["check", "a.txt"]);
        assert_eq!((run.code, run.out.as_str()), (2, ""));
        run.err
    };
    let scheme = fault("[names]\nscheme = { ru = \"bgn-pcng\" }\n");
    assert!(
        scheme.starts_with(
            "postedit: postedit.toml:2: unknown scheme for Russian `bgn-pcng`; did you mean `bgn-pcgn`? Known: `ala-lc`, "
        ),
        "{scheme}"
    );
    assert!(fault("[names]\nspelings = []\n").contains("postedit.toml:2: unknown key `spelings`; did you mean `spellings`?"));
    let missing = fault("[names]\nglossary = \"nowhere.tsv\"\n");
    assert_eq!(missing, "postedit: nowhere.tsv: there is no such file (`glossary` in postedit.toml names it)\n");
    folder.write("names.tsv", b"Orlov\n\tZaitsev\n");
    let line = fault("[names]\nglossary = \"names.tsv\"\n");
    assert_eq!(line, "postedit: names.tsv:2: no spelling before the first tab; write one, or delete the line\n");
}

#[test]
fn an_acronym_is_written_as_the_house_writes_it() {
    let style = "[acronyms]\n\"ВСУ\" = \"AFU\"\n\"СВО\" = \"the war in Ukraine\"\n";
    let folder = Folder::new(&[
        ("postedit.toml", style),
        ("a.txt", "The UAF met near Kyiv, and soldiers of the VSU held the front. Prices rose during the SVO.\n"),
        ("b.txt", "The AFU met. Uganda’s team is known as the UAF.\n"),
    ]);
    folder.write("c.txt", "Soldiers of the VSU near Kyiv hold the front, Syrskyi said in Ukraine.\n".as_bytes());
    assert!(folder.run(&["check", "--quiet", "c.txt"]).out.contains("“VSU” here; the house writes “AFU”"), "alone in its text");
    let run = folder.run(&["check", "--quiet", "--select", "acronyms/inconsistent", "a.txt", "b.txt"]);
    let found: Vec<&str> = run.out.lines().collect();
    assert_eq!(found.len(), 3, "{found:#?}");
    assert!(
        found[0].contains("“UAF” here; the house writes “AFU” for ВСУ (Вооружённые силы Украины). Write “AFU”."),
        "{}",
        found[0]
    );
    folder.run(&["fix", "--unsafe", "a.txt"]);
    let fixed = String::from_utf8(folder.read("a.txt")).expect("UTF-8");
    assert_eq!(fixed, "The AFU met near Kyiv, and soldiers of the AFU held the front. Prices rose during the war in Ukraine.\n");
    folder.write("postedit.toml", "[acronyms]\n\"VSU\" = \"AFU\"\n".as_bytes());
    let run = folder.run(&["check", "a.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("postedit.toml:2: no table has the acronym `VSU`"), "{}", run.err);
}

#[test]
fn quotation_marks_are_set_as_the_house_sets_them() {
    let text = "“The mill stands”, said the miller. \"It turns,\" his son added.\n";
    let folder = Folder::new(&[("a.txt", text), ("postedit.toml", "")]);
    assert_eq!(folder.run(&["check", "--quiet", "a.txt"]).out, "", "a text of two quotations has no habit");
    folder.write("postedit.toml", "[punctuation]\nquotes = \"curly\"\nquote-order = \"inside\"\n".as_bytes());
    folder.run(&["fix", "a.txt"]);
    let fixed = String::from_utf8(folder.read("a.txt")).expect("UTF-8");
    assert_eq!(fixed, "“The mill stands,” said the miller. “It turns,” his son added.\n");
    folder.write("postedit.toml", "[punctuation]\nquotes = \"square\"\n".as_bytes());
    let run = folder.run(&["check", "a.txt"]);
    assert_eq!(run.code, 2);
    assert!(run.err.contains("postedit.toml:2: `quotes`: unknown value `square`. Known: `curly`, `straight`"), "{}", run.err);
}

#[test]
fn the_house_says_which_english_titles_and_dates_it_writes() {
    let folder = Folder::new(&[
        ("postedit.toml", "[conventions]\nspelling = \"british\"\ntitles = \"capital\"\ndates = \"day-month\"\n"),
        ("a.txt", "On March 3, 2022, the color of the harbor was gray, said president Ilyin.\n\nThe Center for Labor knows.\n"),
        ("b.txt", "On 3 March 2022 the colour of the harbour was grey, said President Ilyin, and we organized it.\n"),
    ]);
    let found = |folder: &Folder| folder.run(&["check", "--quiet", "."]).out;
    let out = found(&folder);
    let rules: Vec<&str> = out.lines().filter_map(|line| line.split(' ').nth(2)).collect();
    let spelling = "terms/mixed-spelling";
    assert_eq!(rules, ["numbers/date-format", spelling, spelling, spelling, "terms/inconsistent-title"], "{out}");
    let fixed = folder.run(&["fix", "--unsafe", "a.txt"]);
    assert_eq!(fixed.code, 0, "{}", fixed.err);
    let text = String::from_utf8(folder.read("a.txt")).expect("UTF-8");
    let right = "On 3 March 2022, the colour of the harbour was grey, said President Ilyin.";
    assert!(text.starts_with(right), "{text}");
    folder.write("postedit.toml", b"[conventions]\nspelling = \"american\"\ntitles = \"lower\"\ndates = \"month-day\"\n");
    folder.write("a.txt", b"On 3 March the colour was grey, said President Ilyin.\n");
    folder.write("b.txt", b"On March 3 the color was gray, said president Ilyin.\n");
    let out = found(&folder);
    assert_eq!(out.lines().filter(|line| line.starts_with("a.txt")).count(), 4, "{out}");
    assert_eq!(out.lines().count(), 4, "{out}");
}

//! `names`: the inventory, and spellings compared.

use super::Folder;

const TEXTS: [(&str, &str); 2] = [
    ("a.txt", "Sergei Orlov met the AFU in Netishyn.\n\nThen Sergey Orlov left.\n"),
    ("b, c.txt", "They know Orlov and Anna Belova.\nOn Monday they left Netishyn.\n"),
];

#[test]
fn names_with_several_spellings_come_first() {
    let folder = Folder::new(&TEXTS);
    let out = folder.run(&["names", "."]).out;
    let lines: Vec<&str> = out.lines().map(|line| line.split("  [").next().unwrap_or(line)).collect();
    assert_eq!(
        lines,
        [
            "Sergei Orlov (Сергей …): 2 spellings, 3 places",
            "  Sergei Orlov  2  a.txt:1; b, c.txt:1",
            "  Sergey Orlov  1  a.txt:3",
            "",
            "2 names in one spelling:",
            "  Netishyn     2  a.txt:1; b, c.txt:2",
            "  Anna Belova  1  b, c.txt:1",
        ]
    );
    assert_eq!(Folder::new(&[("a.txt", "Nothing here.\n")]).run(&["names", "a.txt"]).out, "No names found.\n");
}

#[test]
fn programs_and_spreadsheets_get_every_spelling() {
    let folder = Folder::new(&TEXTS);
    let json: serde_json::Value = serde_json::from_str(&folder.run(&["names", "--format", "json", "."]).out).expect("JSON");
    let first = &json["names"][0];
    assert_eq!((&json["version"], &first["name"], &first["language"]), (&1.into(), &"Sergei Orlov".into(), &"ru".into()));
    let spelling = &first["spellings"][1];
    assert_eq!(
        (&spelling["spelling"], &spelling["count"], &spelling["documents"]),
        (&"Sergey Orlov".into(), &1.into(), &1.into())
    );
    assert_eq!(spelling["places"][0]["line"], 3);
    let csv = folder.run(&["names", "--format", "csv", "."]).out;
    let lines: Vec<&str> = csv.split("\r\n").collect();
    assert_eq!(lines[0], "name,source,language,spelling,count,documents,schemes,places");
    assert!(
        lines[1].starts_with("Sergei Orlov,Сергей …,ru,Sergei Orlov,2,2,") && lines[1].ends_with(",\"a.txt:1:1 b, c.txt:1:11\""),
        "{csv}"
    );
}

#[test]
fn pairs_are_compared_in_four_columns() {
    let folder = Folder::new(&[("pairs.tsv", "Sergey\tSergei\nSergey\tAnna\n")]);
    let verdicts = "Sergey\tSergei\tsame\tСергей\nSergey\tAnna\tdifferent\t\n";
    assert_eq!(folder.run(&["names", "--compare", "pairs.tsv"]).out, verdicts);
    assert_eq!(folder.run_with(&["names", "--compare", "-"], b"Sergey\tSergei\r\nSergey\tAnna").out, verdicts);
    assert_eq!(folder.run(&["names", "--compare", "Sergey", "Sergei"]).out, "Sergey\tSergei\tsame\tСергей\n");
    let bad = folder.run_with(&["names", "--compare", "-"], b"Sergey\tSergei\n\nSergey\t\nA\tB\tC\n");
    assert_eq!((bad.code, bad.out.lines().count()), (2, 1));
    let told: Vec<&str> = bad.err.lines().collect();
    assert_eq!(told[1], "error: -:3: 1 spelling where two are wanted, with one tab between them");
    assert_eq!(told.len(), 3, "{}", bad.err);
    let missing = folder.run(&["names", "--compare", "Sergey"]);
    assert_eq!(missing.code, 2);
    assert!(missing.err.contains("`--compare` takes two spellings, a file of pairs, or `-`"), "{}", missing.err);
    assert_eq!(folder.run(&["names", "--compare", "A", "B", "C"]).code, 2);
}

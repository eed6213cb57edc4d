//! The page on house style lists what the tables have, and its settings can be read.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use postedit::config::Config;
use postedit::house::sensitive_matters;
use postedit::knowledge::Knowledge;

fn text_of(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).expect("a file of the project")
}

/// What stands between a comment with this name and the next comment.
fn listed<'a>(page: &'a str, name: &str) -> &'a str {
    let (_, rest) = page.split_once(&format!("<!-- {name} -->\n")).expect("the beginning of the list");
    rest.split_once("<!-- end -->").expect("the end of the list").0
}

fn hold(page: &str, name: &str, wanted: &str) {
    assert!(listed(page, name) == wanted, "docs/house-style.md should have between “{name}” and “end”:\n{wanted}");
}

/// A line of `say` with the first option of each choice, its marks close to its words.
fn first_option(say: &str) -> String {
    let mut pieces = say.split('{');
    let plain = pieces.next().unwrap_or_default().to_owned();
    let filled = pieces.fold(plain, |text, piece| {
        let (options, rest) = piece.split_once('}').expect("a closed choice");
        text + options.split('|').next().unwrap_or_default() + rest
    });
    filled.replace(" - ", "-")
}

fn quoted(forms: impl IntoIterator<Item = String>) -> String {
    forms.into_iter().map(|form| format!("“{form}”")).collect::<Vec<_>>().join(", ")
}

#[test]
fn the_matters_are_those_of_the_table() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let head = String::from("| key | what is found | forms to choose |\n|---|---|---|\n");
    let wanted = sensitive_matters(&knowledge).fold(head, |text, row| {
        let found = quoted(row.say.iter().map(|say| first_option(say)));
        text + &format!("| `{}` | {found} | {} |\n", row.key, quoted(row.choices()))
    });
    hold(&text_of("docs/house-style.md"), "matters", &wanted);
}

#[test]
fn the_houses_are_those_of_the_table() {
    let table = text_of("src/knowledge/target/english/styles.tsv");
    let mut values: BTreeMap<&str, BTreeMap<&str, &str>> = BTreeMap::new();
    let mut houses = BTreeSet::new();
    for line in table.lines().filter(|line| !line.starts_with('#')).skip(1) {
        let [house, key, value, _] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("four cells: {line}") };
        houses.insert(house);
        values.entry(key).or_default().insert(house, value);
    }
    let line = |cells: &mut dyn Iterator<Item = String>| format!("| {} |\n", cells.collect::<Vec<_>>().join(" | "));
    let mut wanted = line(&mut ["key".to_owned()].into_iter().chain(houses.iter().map(|house| format!("`{house}`"))));
    wanted += &format!("|{}\n", "---|".repeat(houses.len() + 1));
    for (key, by_house) in &values {
        let cell = |house: &&str| by_house.get(house).map_or(String::new(), |value| (*value).to_owned());
        wanted += &line(&mut [format!("`{key}`")].into_iter().chain(houses.iter().map(cell)));
    }
    hold(&text_of("docs/house-style.md"), "styles", &wanted);
}

#[test]
fn the_settings_of_the_page_are_read() {
    let knowledge = Knowledge::builtin().expect("sound tables");
    let page = text_of("docs/house-style.md");
    let fences: Vec<&str> = page.split("```toml\n").skip(1).filter_map(|rest| Some(rest.split_once("```")?.0)).collect();
    assert!(fences.len() > 4, "the page shows settings");
    for fence in fences {
        if let Err(error) = Config::parse("postedit.toml", fence, &knowledge) {
            panic!("{error} in\n{fence}");
        }
    }
}

//! What a file says is read, and what it says wrongly is answered.

use super::*;
use crate::house::{Marks, Order, QuoteMarks};
use crate::knowledge::Knowledge;

fn parse(text: &str) -> Result<Config, ConfigError> {
    Config::parse("postedit.toml", text, &Knowledge::builtin().expect("sound tables"))
}

fn fault(text: &str) -> String {
    parse(text).expect_err("a fault").to_string()
}

#[test]
fn all_keys_are_read_and_none_is_needed() {
    assert_eq!(parse("").expect("empty"), Config::default());
    let text = "select = [\"punctuation/\"]\nignore = [\"punctuation/doubled-mark\"]\nmin-confidence = \"high\"\nfail-on = \"major\"\nhints = true\nacross = true\n\
                [names]\nspellings = [\"Kyiv\",\n  \"Sergei Shoigu\"]\nglossary = \"names.tsv\"\n\
                [acronyms]\n\"ВСУ\" = \"AFU\"\n[punctuation]\nquotes = \"curly\"\nquote-order = \"inside\"\n";
    let config = parse(text).expect("sound");
    assert_eq!(config.choices.select, ["punctuation/"]);
    assert_eq!(config.choices.ignore, ["punctuation/doubled-mark"]);
    assert_eq!(config.choices.min_confidence, Some(Confidence::High));
    assert_eq!(config.choices.fail_on, Some(Severity::Major));
    assert_eq!((config.choices.hints, config.across), (Some(true), Some(true)));
    assert_eq!(config.names.spellings, [("Kyiv".to_owned(), 8), ("Sergei Shoigu".to_owned(), 9)]);
    assert_eq!(config.names.glossary.as_deref(), Some("names.tsv"));
    assert_eq!(config.acronyms.get("ВСУ"), Some(&("AFU".to_owned(), 12)));
    let marks = Marks { quotes: Some(QuoteMarks::Curly), order: Some(Order::Inside) };
    assert_eq!(config.style.marks, marks);
}

#[test]
fn errors_name_file_line_key_and_what_may_stand_there() {
    assert_eq!(
        fault("# mine\nmin-confidense = \"high\"\n"),
        "postedit.toml:2: unknown key `min-confidense`; did you mean `min-confidence`? \
         Known: `select`, `ignore`, `profile`, `min-confidence`, `fail-on`, `hints`, `across`, `source-lang`, `quotes`, \
         `style`, `packs`, `severity`, `names`, `acronyms`, `terms`, `sensitive`, `punctuation`, `conventions`, `overrides`"
    );
    assert_eq!(
        fault("[punctuation]\nquote-order = \"inwards\""),
        "postedit.toml:2: `quote-order`: unknown value `inwards`; did you mean `inside`? Known: `inside`, `outside`"
    );
    assert_eq!(
        fault("min-confidence = \"hihg\""),
        "postedit.toml:1: `min-confidence`: unknown value `hihg`; did you mean `high`? Known: `low`, `medium`, `high`"
    );
    assert_eq!(fault("\nhints = 3"), "postedit.toml:2: `hints`: invalid type: integer `3`, expected a boolean");
    let unknown = fault("ignore = [\n  \"punctuation/\",\n  \"doubled-marks\",\n]");
    assert!(unknown.starts_with("postedit.toml:3: `ignore`: “doubled-marks” names no rule"), "{unknown}");
    assert_eq!(
        fault("[names]\nspeling = [\"Kyiv\"]"),
        "postedit.toml:2: unknown key `speling`; did you mean `spellings`? Known: `scheme`, `spellings`, `glossary`"
    );
    assert_eq!(fault("[names]\nspellings = [\n\" \"]"), "postedit.toml:3: `spellings`: an empty name; write one or take it out");
    assert_eq!(
        fault("[acronyms]\n\"VSU\" = \"AFU\""),
        "postedit.toml:2: no table has the acronym `VSU`; write it as the source language does, in its own letters and capitals"
    );
    assert!(fault("[acronyms]\n\n\"ВСУ\" = \"\"").starts_with("postedit.toml:3: `ВСУ`: no wording"));
    assert!(fault("hints = \n").starts_with("postedit.toml:1: "));
}

#[test]
fn sensitive_matters_are_those_of_the_table_and_forms_those_of_the_matter() {
    let config = parse("style = \"ap\"\n[sensitive]\nodesa = \"Odessa\"\nforeign-agent = \"ask\"").expect("sound");
    let treatment = |key: &str| config.sensitive.get(key).map(Treatment::word);
    assert_eq!([treatment("odesa"), treatment("kyiv"), treatment("foreign-agent")], [Some("Odessa"), Some("Kyiv"), Some("ask")]);
    assert!(parse("[sensitive]\nseparatists = \"rebels\"").is_ok(), "a form in any of its numbers");
    let unknown = fault("[sensitive]\n\nkiev = \"Kyiv\"");
    assert!(unknown.starts_with("postedit.toml:3: unknown sensitive matter `kiev`; did you mean `kyiv`?"), "{unknown}");
    assert!(!unknown.contains("-fixed"), "{unknown}");
    assert_eq!(
        fault("[sensitive]\nkyiv = \"Kyivv\""),
        "postedit.toml:2: `kyiv`: unknown form `Kyivv`; did you mean `Kyiv`? Known: `Kyiv`, `Kiev`, `ask`, `quoted-only`"
    );
}

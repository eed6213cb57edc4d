//! Schemes: which standards write a form of a source language in a given way.

use super::SourceForm;
use crate::knowledge::source::fold_latin;
use crate::knowledge::{Knowledge, Language};

/// The standards that give a spelling of a form, by name.
pub fn schemes(word: &str, source: &SourceForm, knowledge: &Knowledge) -> Vec<&'static str> {
    let mut folded = Vec::new();
    fold_latin(word, &mut folded);
    let form = source.form.to_lowercase();
    let table = rows(source.language);
    let mut names = known_schemes(source.language, knowledge);
    names.retain(|name| gives(&form, &folded, &table, name));
    names
}

/// The standards that the tables know for a language, by name.
pub fn known_schemes(language: Language, _: &Knowledge) -> Vec<&'static str> {
    let of = |name: &&(&'static str, &'static str)| rows(language).iter().any(|(.., origin)| has(origin, name.1));
    SCHEMES.iter().filter(of).map(|(name, _)| *name).collect()
}

const SCHEMES: [(&str, &str); 8] = [
    ("ala-lc", "ALA-LC"),
    ("bgn-pcgn", "BGN/PCGN"),
    ("gost-7.79", "GOST 7.79"),
    ("icao-9303", "ICAO 9303"),
    ("iso-9", "ISO 9"),
    ("national", "national"),
    ("press", "English press"),
    ("un", "UN"),
];

type Row = (&'static str, &'static str, &'static str);

fn rows(language: Language) -> Vec<Row> {
    let text = match language {
        Language::Russian => include_str!("../../knowledge/source/russian/romanization.tsv"),
        Language::Ukrainian => include_str!("../../knowledge/source/ukrainian/romanization.tsv"),
        Language::Belarusian => include_str!("../../knowledge/source/belarusian/romanization.tsv"),
        Language::Bulgarian => include_str!("../../knowledge/source/bulgarian/romanization.tsv"),
    };
    let row = |line: &'static str| {
        let cells: Vec<&'static str> = line.split('\t').collect();
        Some((*cells.first()?, *cells.get(1)?, *cells.get(5)?))
    };
    text.lines().filter(|line| !line.starts_with('#')).filter_map(row).collect()
}

fn has(origin: &str, standard: &str) -> bool {
    origin.split("; ").any(|part| part.ends_with(standard))
}

fn gives(form: &str, word: &[u8], table: &[Row], name: &str) -> bool {
    let standard = SCHEMES.iter().find(|(known, _)| *known == name).map_or("", |(_, standard)| standard);
    let mut reached = vec![(0, 0)];
    let mut latin = Vec::new();
    while let Some((i, j)) = reached.pop() {
        let (Some(rest), Some(letters)) = (form.get(i..), word.get(j..)) else { continue };
        if rest.is_empty() && letters.is_empty() {
            return true;
        }
        for (unit, spelling, _) in table.iter().filter(|(unit, _, origin)| rest.starts_with(unit) && has(origin, standard)) {
            fold_latin(spelling, &mut latin);
            if letters.starts_with(&latin) {
                reached.push((i + unit.len(), j + latin.len()));
            }
        }
        if let Some(c) = rest.chars().next().filter(|c| matches!(c, 'ь' | 'ъ' | ' ')) {
            reached.push((i + c.len_utf8(), j));
        }
    }
    false
}

//! `cargo xtask common-words DIR`: makes the filter of Slavic words in Latin letters that the crate embeds.
//!
//! `DIR` is `/usr/share` of a system (or of unpacked packages) with the Debian packages that the head of
//! `src/knowledge/source/common_words.rs` names. Words are written in Latin letters by the project's tables of romanisation.
//! No word is kept: only bits of the beginnings that English and its western neighbours do not share.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::Path;

use postedit::knowledge::source::common_words::{compile, is_whole, key};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const FILTER: &str = "src/knowledge/source/common_words.bits";

/// A list of words of a source language: its folder in `source/`, its file, and how many words of the list must share a
/// beginning. Lists of all forms have many of each word; what they have once or twice is rare.
const SLAVIC: [(&str, &str, usize); 4] = [
    ("russian", "hunspell/ru_RU.dic", 1),
    ("ukrainian", "dict/ukrainian", 20),
    ("bulgarian", "dict/bulgarian", 12),
    ("belarusian", "hunspell/be_BY.dic", 3),
];
/// Lists whose beginnings are taken out.
const WESTERN: [&str; 4] = ["dict/french", "dict/ngerman", "dict/italian", "dict/spanish"];
/// SCOWL's lists for word games, whose words are in no one's texts.
const FOR_GAMES: &str = ".95";
/// SCOWL's list of rare words: a short one is a word by itself, but the beginning of a long one (holodiscus) says nothing of
/// other words.
const RARE: &str = ".80";

/// Letters of the shortest word.
const SHORTEST: usize = 4;

/// Runs the chore with the arguments that follow its name.
pub fn run(mut args: impl Iterator<Item = String>) -> Result<()> {
    let (Some(folder), None) = (args.next(), args.next()) else { return Err("usage: cargo xtask common-words DIR".into()) };
    let folder = Path::new(&folder);
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or("xtask does not lie inside a workspace")?;
    let mut keys = BTreeSet::new();
    for (language, file, least) in SLAVIC {
        let letters = letters(&root.join("src/knowledge/source").join(language).join("romanization.tsv"))?;
        let mut counts: BTreeMap<u64, usize> = BTreeMap::new();
        for word in words(&folder.join(file))? {
            if let Some(key) = written(&word, &letters).and_then(|latin| key(&latin)) {
                *counts.entry(key).or_default() += 1;
            }
        }
        keys.extend(counts.into_iter().filter(|(_, count)| *count >= least).map(|(key, _)| key));
    }
    let mut known = BTreeSet::new();
    let mut lists: Vec<_> = WESTERN.iter().map(|file| folder.join(file)).collect();
    for entry in fs::read_dir(folder.join("dict/scowl"))? {
        let path = entry?.path();
        let name = path.to_string_lossy();
        if name.contains("-words.") && !name.ends_with(FOR_GAMES) {
            lists.push(path);
        }
    }
    for list in lists {
        let rare = list.to_string_lossy().ends_with(RARE);
        for word in words(&list)? {
            let plain: String = word.chars().map(without_accent).collect();
            if rare {
                known.extend(key(&plain).filter(|&key| is_whole(key)));
                continue;
            }
            // A word and all that begins with it.
            known.extend(key(&plain));
            known.extend(key(&format!("{plain}zzzzzz")));
        }
    }
    let kept: Vec<u64> = keys.difference(&known).copied().collect();
    let path = root.join(FILTER);
    fs::write(&path, compile(kept.iter().copied())).map_err(|error| format!("{}: {error}", path.display()))?;
    println!("{} beginnings of {}", kept.len(), keys.len());
    Ok(())
}

/// The words in lower case of a list, what stands behind a slash or a tab left out.
fn words(path: &Path) -> Result<Vec<String>> {
    let bytes = fs::read(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let text = String::from_utf8_lossy(&bytes);
    let lines = text.lines().map(|line| line.split(['/', '\t']).next().unwrap_or_default().trim());
    let fit = |word: &&str| word.chars().count() >= SHORTEST && word.chars().all(char::is_lowercase);
    Ok(lines.filter(fit).map(str::to_owned).collect())
}

/// How each letter is usually written: by the rows of no cost for English, the longest of several.
fn letters(table: &Path) -> Result<BTreeMap<char, String>> {
    let text = fs::read_to_string(table).map_err(|error| format!("{}: {error}", table.display()))?;
    let mut letters: BTreeMap<char, String> = BTreeMap::new();
    for line in text.lines() {
        let mut fields = line.split('\t');
        let (Some(unit), Some(latin), Some(_), Some("english"), Some("0")) =
            (fields.next(), fields.next(), fields.next(), fields.next(), fields.next())
        else {
            continue;
        };
        let mut chars = unit.chars();
        if let (Some(letter), None) = (chars.next(), chars.next())
            && latin.bytes().all(|byte| byte.is_ascii_lowercase())
        {
            let known = letters.entry(letter).or_default();
            if latin.len() > known.len() {
                *known = latin.to_owned();
            }
        }
    }
    Ok(letters)
}

/// A word in Latin letters; letters that no table writes leave no trace. `None` where the word has a Latin letter.
fn written(word: &str, letters: &BTreeMap<char, String>) -> Option<String> {
    if word.is_ascii() {
        return None;
    }
    Some(word.chars().map(|letter| letters.get(&letter).map_or("", String::as_str)).collect())
}

fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        other => other,
    }
}

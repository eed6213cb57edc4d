//! Errors of the configuration, worded so that they can be mended without the manual.

/// How many letters a misspelt key may be away from the one it is taken for.
const NEAR: usize = 4;

/// A configuration that cannot be used: file, line, key, and what may stand there.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
#[error("{name}:{line}: {message}")]
pub struct ConfigError {
    name: String,
    line: usize,
    message: String,
}

impl ConfigError {
    /// An error at a byte of the file.
    pub(super) fn at(name: &str, text: &str, offset: usize, message: String) -> Self {
        Self { name: name.to_owned(), line: line_of(text, offset), message }
    }

    /// An error of the TOML reader, with the nearest known word where one is near.
    pub(super) fn of_toml(name: &str, text: &str, error: &toml::de::Error) -> Self {
        let offset = error.span().map_or(0, |span| span.start);
        let raw = error.message();
        let message = match raw {
            _ if raw.starts_with("unknown field") => elsewhere(raw).unwrap_or_else(|| unknown("key", raw)),
            _ if raw.starts_with("unknown variant") => in_key(text, offset, &unknown("value", raw)),
            _ if raw.starts_with("invalid type") => in_key(text, offset, raw),
            _ if raw.starts_with("invalid unquoted key") => format!("{raw}: put a key of other letters in quotation marks"),
            _ => raw.lines().collect::<Vec<_>>().join("; "),
        };
        Self::at(name, text, offset, message)
    }
}

/// Keys that are looked for in vain where they are not, each with where it stands.
const HOMES: [(&str, &str); 14] = [
    ("across", "stands at the top of the file, not below a table"),
    ("dates", "stands below `[conventions]`"),
    ("glossaries", "stands below `[terms]`"),
    ("glossary", "stands below `[names]`; a glossary of terms is one of `glossaries` below `[terms]`"),
    ("numerals", "stands below `[conventions]`"),
    ("packs", "stands at the top of the file, not below a table"),
    ("quote-order", "stands below `[punctuation]`"),
    ("replace", "stands below `[terms]`"),
    ("scheme", "stands below `[names]`"),
    ("sensitive", "is a table of its own, `[sensitive]`, for all files"),
    ("spelling", "stands below `[conventions]`"),
    ("spellings", "stands below `[names]`"),
    ("style", "stands at the top of the file, not below a table"),
    ("titles", "stands below `[conventions]`"),
];

/// What to say of a key that is known in another place, and not nearly one of this.
fn elsewhere(raw: &str) -> Option<String> {
    let mut words = raw.split('`').skip(1).step_by(2);
    let word = words.next()?;
    let (_, home) = HOMES.iter().find(|(key, _)| *key == word)?;
    Some(format!("`{word}` {home}"))
}

/// The line of a byte of the file, from 1.
pub(super) fn line_of(text: &str, offset: usize) -> usize {
    let before = &text.as_bytes()[..offset.min(text.len())];
    before.iter().filter(|&&b| b == b'\n').count() + 1
}

/// Rewords what serde says of a word it does not know; the words between backticks are that one and the known ones.
fn unknown(what: &str, raw: &str) -> String {
    let mut words = raw.split('`').skip(1).step_by(2);
    let Some(word) = words.next() else { return raw.to_owned() };
    unknown_word(what, word, &words.collect::<Vec<_>>())
}

/// What to say of a word that is none of the known ones, with the nearest where one is near.
pub(super) fn unknown_word(what: &str, word: &str, known: &[&str]) -> String {
    let nearest = known.iter().map(|k| (strsim::damerau_levenshtein(k, word), k)).min();
    let hint = nearest.filter(|(far, _)| *far <= NEAR).map_or(String::new(), |(_, k)| format!("; did you mean `{k}`?"));
    let stop = if hint.is_empty() { "." } else { "" };
    let list: Vec<String> = known.iter().map(|k| format!("`{k}`")).collect();
    format!("unknown {what} `{word}`{hint}{stop} Known: {}", list.join(", "))
}

/// What to say of an acronym that no table has.
pub(super) fn unknown_acronym(word: &str) -> String {
    format!("no table has the acronym `{word}`; write it as the source language does, in its own letters and capitals")
}

/// Puts the key of the line before a message about its value.
fn in_key(text: &str, offset: usize, message: &str) -> String {
    let line = text.get(..offset).and_then(|before| before.lines().next_back()).unwrap_or_default();
    match line.split_once('=') {
        Some((key, _)) => format!("`{}`: {message}", key.trim()),
        None => message.to_owned(),
    }
}

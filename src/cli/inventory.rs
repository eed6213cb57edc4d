//! The inventory of names, as people, programs and spreadsheets want it, and as a house list.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;
use serde::Serialize;

use super::Failure;
use super::listing::{Documents, ListPlace, csv_line, in_full, in_short};
use crate::concordance::{Corpus, CorpusForm, CorpusPlace, Name};
use crate::document::Position;
use crate::facts::names::{SourceForm, schemes};
use crate::finding::counted;
use crate::house::Row;
use crate::knowledge::Knowledge;
use crate::knowledge::source::fold_latin;

/// A word that stands once and sounds like no other is left out of the house list.
const OFTEN: u64 = 2;
/// Wider names do not move the columns.
const WIDEST: usize = 36;

/// All names, those with several spellings first, then the most frequent, then by the alphabet.
#[derive(Serialize)]
pub(super) struct Inventory<'a> {
    version: u8,
    names: Vec<Item<'a>>,
}

/// A name; keys are only ever added.
#[derive(Serialize)]
struct Item<'a> {
    /// The usual spelling.
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'static str>,
    count: u64,
    spellings: Vec<Spelling<'a>>,
    #[serde(skip)]
    person: bool,
}

#[derive(Serialize)]
struct Spelling<'a> {
    spelling: String,
    /// In full where the document spells it so only by the surname: for the house list.
    #[serde(skip)]
    whole: String,
    count: u64,
    documents: u32,
    schemes: Vec<&'static str>,
    places: Vec<ListPlace<'a>>,
}

/// Words that can be the surname of one person only, and how they add to that person's places.
type Lone<'a> = FxHashMap<&'a str, &'a Name>;

impl<'a> Inventory<'a> {
    /// Of all names of a corpus.
    pub fn new(corpus: &Corpus, documents: &'a Documents, knowledge: &Knowledge) -> Self {
        let lone = lone_surnames(corpus);
        let mut scheming = Scheming { knowledge, known: FxHashMap::default() };
        let is_told = |name: &&Name| !is_person(name) && name.lasts.iter().any(|last| lone.contains_key(&*last.text));
        let kept = corpus.names().iter().filter(|name| !is_told(name) && (name.is_mixed() || is_of_interest(name, knowledge)));
        let mut names: Vec<Item> = kept.map(|name| item(name, corpus, &lone, documents, &mut scheming)).collect();
        names.sort_by(|a, b| {
            let rank = |item: &Item| (item.spellings.len() < 2, Reverse(item.count));
            rank(a).cmp(&rank(b)).then_with(|| a.name.cmp(&b.name))
        });
        Self { version: 1, names }
    }

    /// For people.
    pub fn text(&self) -> String {
        let (mixed, single): (Vec<&Item>, Vec<&Item>) = self.names.iter().partition(|item| item.spellings.len() > 1);
        let width = |names: &[&Item]| {
            let spellings = names.iter().flat_map(|item| &item.spellings);
            spellings.map(|spelling| spelling.spelling.chars().count()).filter(|width| *width <= WIDEST).max().unwrap_or(0)
        };
        let (wide, narrow) = (width(&mixed), width(&single));
        let digits = self.names.iter().map(|item| item.count.to_string().len()).max().unwrap_or(0);
        let mut out = String::new();
        for item in &mixed {
            let source = item.source.as_ref().map_or_else(String::new, |source| format!(" ({source})"));
            out += &format!(
                "{}{source}: {}, {}\n",
                item.name,
                counted(item.spellings.len(), "spelling", "spellings"),
                places(item.count)
            );
            for spelling in &item.spellings {
                out += &spelling.line("  ", wide, digits);
            }
            out += "\n";
        }
        if !single.is_empty() {
            out += &format!("{} in one spelling:\n", counted(single.len(), "name", "names"));
        }
        single.iter().flat_map(|item| &item.spellings).for_each(|spelling| out += &spelling.line("  ", narrow, digits));
        if self.names.is_empty() { "No names found.\n".to_owned() } else { out }
    }

    /// For programs.
    pub fn json(&self) -> Result<String, Failure> {
        Ok(serde_json::to_string_pretty(self)? + "\n")
    }

    /// For spreadsheets: one spelling a line, by RFC 4180.
    pub fn csv(&self) -> String {
        let mut out = "name,source,language,spelling,count,documents,schemes,places\r\n".to_owned();
        for item in &self.names {
            for spelling in &item.spellings {
                let cells = [
                    item.name.clone(),
                    item.source.clone().unwrap_or_default(),
                    item.language.unwrap_or_default().to_owned(),
                    spelling.spelling.clone(),
                    spelling.count.to_string(),
                    spelling.documents.to_string(),
                    spelling.schemes.join(" "),
                    in_full(&spelling.places),
                ];
                out += &csv_line(cells);
            }
        }
        out
    }

    /// As the rows of a house list: people, and what else is named more than once.
    pub fn glossary(&self) -> Vec<Row> {
        let kept = self.names.iter().filter(|item| item.person || item.spellings.len() > 1 || item.count >= OFTEN);
        let rows = kept.map(|item| Row {
            spelling: item.name.clone(),
            also: item.spellings.iter().map(|s| s.whole.clone()).filter(|whole| *whole != item.name).collect(),
            source: item.source.clone(),
            count: item.count,
        });
        rows.collect()
    }
}

impl Spelling<'_> {
    fn line(&self, indent: &str, width: usize, digits: usize) -> String {
        let places = in_short(&self.places, self.count);
        let schemes = if self.schemes.is_empty() { String::new() } else { format!("  [{}]", self.schemes.join(", ")) };
        format!("{indent}{:width$}  {:>digits$}  {places}{schemes}\n", self.spelling, self.count)
    }
}

fn places(count: u64) -> String {
    format!("{count} {}", if count == 1 { "place" } else { "places" })
}

fn is_person(name: &Name) -> bool {
    !name.givens.is_empty()
}

/// Whether a name that has one spelling is worth a line: what English itself has is no question of spelling, nor are the
/// days of the week and the Canals and Universities that look like somebody's surname.
fn is_of_interest(name: &Name, knowledge: &Knowledge) -> bool {
    let (Some(last), given) = (name.lasts.first(), name.givens.first()) else { return false };
    let is_given = |word: &str| {
        let mut folded = Vec::new();
        fold_latin(word, &mut folded);
        knowledge.source.given_names.has(&folded)
    };
    let long = last.text.chars().count() > 1;
    long && (!is_english(&last.text, knowledge) || given.is_some_and(|given| is_given(&given.text)))
}

/// Whether English has a word, or all parts of it, in the singular or the plural.
fn is_english(word: &str, knowledge: &Knowledge) -> bool {
    // The lexicon has proper nouns with their capitals, and straight apostrophes.
    let has = |word: &str| [word, &word.to_lowercase()].iter().any(|word| knowledge.lexicon.entry(word).is_some());
    let parts = word.replace('\u{2019}', "'");
    parts.split('-').all(|part| part.len() < 2 || has(part) || part.strip_suffix('s').is_some_and(has))
}

/// The surnames that only one person of the corpus bears: where a document has one by itself, it is that person's.
fn lone_surnames(corpus: &Corpus) -> Lone<'_> {
    let mut bearers: FxHashMap<&str, Option<&Name>> = FxHashMap::default();
    for name in corpus.names().iter().filter(|name| is_person(name)) {
        for last in &name.lasts {
            bearers.entry(&last.text).and_modify(|bearer| *bearer = None).or_insert(Some(name));
        }
    }
    bearers.into_iter().filter_map(|(last, bearer)| Some((last, bearer?))).collect()
}

fn item<'a>(name: &Name, corpus: &Corpus, lone: &Lone, documents: &'a Documents, scheming: &mut Scheming) -> Item<'a> {
    let sources = name.sources(scheming.knowledge);
    let usual_given = name.givens.first().map_or("", |given| &given.text);
    let mut added: Vec<&str> = Vec::new();
    let mut spellings: Vec<Spelling> = Vec::new();
    for (form, tally) in &name.forms {
        let (given, last) = match form {
            CorpusForm::Person { given, surname } => (Some(&**given), &**surname),
            CorpusForm::Word(word) => (None, &**word),
        };
        let whole = given.map_or(last.to_owned(), |given| format!("{given} {last}"));
        let mut spelling = Spelling {
            // Where only the surname is spelt so, nothing is said of the given name.
            spelling: if tally.full == 0 { last.to_owned() } else { whole.clone() },
            whole,
            count: tally.places(),
            documents: tally.documents,
            schemes: scheming.of([given.filter(|_| tally.full > 0), Some(last)], &sources),
            places: Vec::new(),
        };
        let mut first = tally.first.clone();
        let is_mine = lone.get(last).is_some_and(|bearer| std::ptr::eq(*bearer, name)) && given == Some(usual_given);
        if is_mine && !added.contains(&last) {
            added.push(last);
            let word = CorpusForm::Word(last.into());
            let by_itself = corpus.name(&word).and_then(|name| name.forms.iter().find(|(form, _)| *form == word));
            if let Some((_, tally)) = by_itself {
                spelling.count += tally.places();
                spelling.documents += tally.documents;
                first.extend(&tally.first);
                first.sort_unstable();
            }
        }
        spelling.places = first.iter().take(8).map(|place| listed(place, documents)).collect();
        spellings.push(spelling);
    }
    spellings.sort_by_key(|spelling| Reverse(spelling.count));
    let usual = spellings.iter().find(|spelling| spelling.spelling == spelling.whole).or(spellings.first());
    Item {
        name: usual.map_or_else(String::new, |spelling| spelling.whole.clone()),
        source: whole_source(name, &sources),
        language: sources.iter().flatten().next().map(|form| form.language.code()),
        count: spellings.iter().map(|spelling| spelling.count).sum(),
        spellings,
        person: is_person(name),
    }
}

fn listed<'a>(place: &CorpusPlace, documents: &'a Documents) -> ListPlace<'a> {
    documents.place(place.document, Position { line: place.line as usize, column: place.column as usize })
}

/// The form of the source language, an ellipsis for a part of which nothing is known.
fn whole_source(name: &Name, [given, last]: &[Option<SourceForm>; 2]) -> Option<String> {
    let known = |part: &Option<SourceForm>| part.as_ref().map_or("…".to_owned(), |part| part.form.clone());
    match (given, last) {
        (None, None) => None,
        _ if name.givens.is_empty() => last.as_ref().map(|last| last.form.clone()),
        _ => Some(format!("{} {}", known(given), known(last))),
    }
}

/// Which standards give a spelling, asked once for each word.
struct Scheming<'a> {
    knowledge: &'a Knowledge,
    known: FxHashMap<(String, String), Vec<&'static str>>,
}

impl Scheming<'_> {
    /// The standards that give all parts whose form is known.
    fn of(&mut self, words: [Option<&str>; 2], sources: &[Option<SourceForm>; 2]) -> Vec<&'static str> {
        let mut all: Option<Vec<&'static str>> = None;
        for (word, source) in words.iter().zip(sources) {
            let (Some(word), Some(source)) = (word, source) else { continue };
            let key = ((*word).to_owned(), source.form.clone());
            let keys = |word| schemes(word, source, self.knowledge).into_iter().filter_map(|scheme| scheme.key).collect();
            let of_word = self.known.entry(key).or_insert_with(|| keys(word));
            match &mut all {
                Some(all) => all.retain(|scheme| of_word.contains(scheme)),
                None => all = Some(of_word.clone()),
            }
        }
        all.unwrap_or_default()
    }
}

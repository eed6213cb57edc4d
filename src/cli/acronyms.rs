//! `postedit acronyms`: each acronym of the documents, with what it is short for here, usually means and may have come from.

use serde::Serialize;

use super::args::{AcronymsOptions, TableFormat};
use super::listing::{Documents, ListPlace, csv_line, in_full, in_short};
use super::{Ending, Failure};
use crate::concordance::acronyms::{AcronymConcordance, AcronymEntry, AcronymSense};
use crate::document::Position;
use crate::facts::{Facts, Needs};
use crate::knowledge::Knowledge;
use crate::knowledge::acronyms::{FormKey, Rank};

/// How many source acronyms are shown to people.
const SHOWN: usize = 4;

pub(super) fn run(options: &AcronymsOptions) -> Result<Ending, Failure> {
    let knowledge = Knowledge::builtin()?;
    let mut whole = AcronymConcordance::default();
    let documents = Documents::read(&options.inputs, &knowledge, |document, number| {
        let facts = Facts::gather(document, &knowledge, Needs::SENSES, &[]);
        whole.merge(AcronymConcordance::of(document, &knowledge, &facts, number));
    })?;
    let acronyms = whole.entries().map(|(text, entry)| Acronym::new(text, entry, &documents, &knowledge)).collect();
    let listing = Listing { version: 1, acronyms };
    let text = match options.format {
        TableFormat::Pretty if listing.acronyms.is_empty() && documents.are_none() => String::new(),
        TableFormat::Pretty => listing.text(),
        TableFormat::Json => serde_json::to_string_pretty(&listing)? + "\n",
        TableFormat::Csv => listing.csv(),
    };
    documents.print(&text)
}

/// The list as programs read it; keys are only ever added.
#[derive(Serialize)]
struct Listing<'a> {
    version: u8,
    acronyms: Vec<Acronym<'a>>,
}

#[derive(Serialize)]
struct Acronym<'a> {
    acronym: &'a str,
    count: usize,
    /// In how many documents it stands.
    documents: usize,
    /// What the documents say it is short for.
    definitions: Vec<Definition<'a>>,
    /// What it stands for where that can be told.
    senses: Vec<Sense<'a>>,
    /// What readers of English take it for, the usual sense first.
    usual: &'a [&'static str],
    /// Whether readers know it without explanation.
    household: bool,
    /// The acronyms of source languages that it may have come from.
    sources: Vec<Source>,
    places: Vec<ListPlace<'a>>,
}

#[derive(Serialize)]
struct Definition<'a> {
    words: &'a str,
    count: usize,
}

#[derive(Serialize)]
struct Sense<'a> {
    words: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    source: Option<&'a str>,
    wrong: bool,
    count: usize,
}

#[derive(Serialize)]
struct Source {
    acronym: &'static str,
    language: &'static str,
    expansion: &'static str,
    /// What English writes for it.
    english: &'static str,
}

impl<'a> Acronym<'a> {
    fn new(text: &'a str, entry: &'a AcronymEntry, documents: &'a Documents, knowledge: &'a Knowledge) -> Self {
        let tables = &knowledge.acronyms;
        let id = FormKey::of(text);
        let usual = tables.sense(id);
        let mut in_documents: Vec<u32> = entry.places.iter().map(|place| place.document).collect();
        in_documents.dedup();
        let places = entry.places.iter().map(|p| documents.place(p.document, Position { line: p.line, column: p.column }));
        let mut readings = tables.readings(id).to_vec();
        readings.sort_by_key(|reading| reading.standing);
        let sources = readings.iter().filter_map(|reading| {
            let concept = tables.concept(reading.concept)?;
            let &(language, acronym, expansion) = concept.sources.get(reading.source)?;
            let english = concept.words.first().or(concept.english.first()).copied().unwrap_or_default();
            Some(Source { acronym, language: language.code(), expansion, english })
        });
        Self {
            acronym: text,
            count: entry.places.len(),
            documents: in_documents.len(),
            definitions: entry.definitions.iter().map(|(words, &count)| Definition { words, count }).collect(),
            senses: entry.senses.iter().map(|(sense, &count)| view(sense, count)).collect(),
            usual: usual.map_or(&[], |sense| &sense.words),
            household: usual.is_some_and(|sense| sense.rank <= Rank::Household),
            sources: sources.collect(),
            places: places.collect(),
        }
    }

    /// What the documents say, what readers take it for, and what it may have come from, a line each.
    fn text(&self) -> String {
        let places = if self.count == 1 { "place" } else { "places" };
        let mut out = format!("{}  {} {places}: {}\n", self.acronym, self.count, in_short(&self.places, self.count as u64));
        for Definition { words, count } in &self.definitions {
            out += &format!("    explained as “{words}” ({count})\n");
        }
        if self.definitions.is_empty() && !self.household {
            out += "    not explained\n";
        }
        for sense in &self.senses {
            out += &match (sense.source, sense.wrong) {
                (Some(source), true) => format!("    wrongly for {source}, {} ({})\n", sense.words, sense.count),
                (Some(source), false) => format!("    stands for {source}, {} ({})\n", sense.words, sense.count),
                (None, _) => format!("    stands for {} ({})\n", sense.words, sense.count),
            };
        }
        if !self.usual.is_empty() {
            out += &format!("    usually {}\n", self.usual.join("; "));
        }
        let told = |source: &&Source| !self.senses.iter().any(|sense| sense.source == Some(source.acronym));
        for source in self.sources.iter().filter(told).take(SHOWN) {
            out += &format!("    may be {} ({}), {}\n", source.acronym, source.expansion, source.english);
        }
        out
    }

    fn csv(&self) -> String {
        let definitions: Vec<&str> = self.definitions.iter().map(|d| d.words).collect();
        let senses: Vec<String> =
            self.senses.iter().map(|s| if s.wrong { format!("wrongly {}", s.words) } else { s.words.to_owned() }).collect();
        let sources: Vec<String> = self.sources.iter().map(|s| format!("{} ({})", s.acronym, s.english)).collect();
        csv_line([
            self.acronym.to_owned(),
            self.count.to_string(),
            self.documents.to_string(),
            definitions.join("; "),
            senses.join("; "),
            self.usual.join("; "),
            sources.join("; "),
            self.places.first().map_or_else(String::new, |first| in_full(std::slice::from_ref(first))),
            in_full(&self.places),
        ])
    }
}

fn view(sense: &AcronymSense, count: usize) -> Sense<'_> {
    Sense { words: &sense.words, source: sense.source.as_deref(), wrong: sense.wrong, count }
}

impl Listing<'_> {
    fn text(&self) -> String {
        match self.acronyms[..] {
            [] => "No acronyms found.\n".to_owned(),
            _ => self.acronyms.iter().map(Acronym::text).collect(),
        }
    }

    fn csv(&self) -> String {
        let head = "acronym,count,documents,explained_as,stands_for,usually,may_have_come_from,first,places\r\n";
        head.to_owned() + &self.acronyms.iter().map(Acronym::csv).collect::<String>()
    }
}

//! `postedit names`: what the documents say of names; and pairs of spellings compared.

use std::fmt::Write;
use std::path::Path;

use serde::Serialize;

use super::args::{Color, ListFormat, NamesOptions};
use super::listing::{Documents, ListPlace};
use super::output::Output;
use super::{Ending, Failure};
use crate::concordance::{Bearer, Concordance, Variant};
use crate::document::{Document, LineIndex, Position};
use crate::facts::names::{Names, Word, compare};
use crate::facts::{Facts, Needs};
use crate::knowledge::Knowledge;

pub(super) fn run(options: &NamesOptions) -> Result<Ending, Failure> {
    let knowledge = Knowledge::builtin()?;
    match &options.compare {
        Some(path) => compare_pairs(path, &knowledge),
        None => list(options, &knowledge),
    }
}

/// Reads pairs, one a line, and prints the verdict on each.
fn compare_pairs(path: &Path, knowledge: &Knowledge) -> Result<Ending, Failure> {
    let pairs = if path == Path::new("-") { std::io::read_to_string(std::io::stdin())? } else { std::fs::read_to_string(path)? };
    let mut out = String::new();
    for line in pairs.lines() {
        let mut cells = line.split('\t');
        let (a, b) = (cells.next().unwrap_or_default(), cells.next().unwrap_or_default());
        let found = compare(a, b, knowledge);
        let cost = found.cost.map_or_else(String::new, |cost| format!("{}.{:02}", cost / 100, cost % 100));
        let form = found.source.map_or_else(String::new, |source| source.form);
        writeln!(out, "{a}\t{b}\t{}\t{cost}\t{form}", found.verdict.name())?;
    }
    Output::stdout(Color::Never).print(out.as_bytes())?;
    Ok(Ending::Quiet)
}

/// Where the given name (in full names) and the surname of a mention stand.
type Placed = (Option<Position>, Position);

/// All that is named, and where.
struct Named {
    bearers: Vec<Bearer>,
    /// Of each document, its mentions.
    placed: Vec<Vec<Placed>>,
    documents: Documents,
}

/// Reads all inputs into one concordance and prints who is named, in which spellings, how often and where.
fn list(options: &NamesOptions, knowledge: &Knowledge) -> Result<Ending, Failure> {
    let mut placed = Vec::new();
    let mut all = Concordance::default();
    let documents = Documents::read(&options.inputs, knowledge, |document, number| {
        let facts = Facts::gather(document, knowledge, Needs::NAMES);
        all.merge(Concordance::of(facts.names(), number));
        placed.push(places(document, facts.names()));
    })?;
    let named = Named { bearers: all.bearers(knowledge), placed, documents };
    let list = match options.format {
        ListFormat::Pretty => named.text(),
        ListFormat::Json => serde_json::to_string_pretty(&named.listing())? + "\n",
    };
    named.documents.print(&list)
}

fn places(document: &Document, names: &Names) -> Vec<Placed> {
    let index = LineIndex::new(document.text());
    let place = |word: Word| {
        let start = document.tokens().get(word.tokens().start).map_or(0, |token| token.span().start());
        index.position(document.text(), start)
    };
    names.mentions().iter().map(|mention| (mention.kind.given().map(place), place(mention.kind.surname()))).collect()
}

impl Named {
    /// The places of a spelling of a given name, or of a surname.
    fn places<'a>(&'a self, variant: &'a Variant, given: bool) -> impl Iterator<Item = ListPlace<'a>> {
        variant.places.iter().filter_map(move |place| {
            let placed = self.placed.get(place.document as usize)?.get(place.mention as usize)?;
            Some(self.documents.place(place.document, if given { placed.0? } else { placed.1 }))
        })
    }

    fn text(&self) -> String {
        let mut out = String::new();
        for bearer in &self.bearers {
            let name = |variants: &[Variant]| variants.first().map_or_else(String::new, |v| v.text.to_string());
            out += &format!("{} {}\n", name(&bearer.givens), name(&bearer.surnames));
            for (variants, given) in [(&bearer.givens, true), (&bearer.surnames, false)] {
                for variant in variants {
                    let places: Vec<String> = self.places(variant, given).map(|p| format!("{}:{}", p.path, p.line)).collect();
                    out += &format!("  {} {}  {}\n", variant.text, variant.places.len(), places.join(" "));
                }
            }
        }
        out
    }

    fn listing(&self) -> Listing<'_> {
        let names = self
            .bearers
            .iter()
            .map(|bearer| Name { given: self.spellings(&bearer.givens, true), surname: self.spellings(&bearer.surnames, false) });
        Listing { version: 1, names: names.collect() }
    }

    fn spellings<'a>(&'a self, variants: &'a [Variant], given: bool) -> Vec<Spelling<'a>> {
        let spellings = variants.iter().map(|variant| Spelling {
            spelling: &variant.text,
            count: variant.places.len(),
            places: self.places(variant, given).collect(),
        });
        spellings.collect()
    }
}

/// The list as programs read it; keys are only ever added.
#[derive(Serialize)]
struct Listing<'a> {
    version: u8,
    names: Vec<Name<'a>>,
}

#[derive(Serialize)]
struct Name<'a> {
    given: Vec<Spelling<'a>>,
    surname: Vec<Spelling<'a>>,
}

#[derive(Serialize)]
struct Spelling<'a> {
    spelling: &'a str,
    count: usize,
    places: Vec<ListPlace<'a>>,
}

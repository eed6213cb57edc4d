//! `postedit names`: what the documents say of names; a house list of them; and spellings compared.

use std::fmt::Write;
use std::path::Path;

use super::args::{Color, NamesOptions, TableFormat};
use super::inventory::Inventory;
use super::listing::Documents;
use super::output::{Output, tell};
use super::{Ending, Failure};
use crate::concordance::{Corpus, Counts, DocumentNames};
use crate::facts::names::compare;
use crate::facts::{Facts, Needs};
use crate::finding::counted;
use crate::house::Glossary;
use crate::knowledge::Knowledge;

pub(super) fn run(options: &NamesOptions) -> Result<Ending, Failure> {
    let knowledge = Knowledge::builtin()?;
    match options.compare.as_slice() {
        [] => list(options, &knowledge),
        [a, b] => {
            Output::stdout(Color::Never).print(verdict(a, b, &knowledge).as_bytes())?;
            Ok(Ending::Quiet)
        }
        [file, ..] => compare_pairs(file, &knowledge),
    }
}

/// A pair with the verdict on it and the form that gives both, in four columns.
fn verdict(a: &str, b: &str, knowledge: &Knowledge) -> String {
    let found = compare(a, b, knowledge);
    let form = found.source.map_or_else(String::new, |source| source.form);
    format!("{a}\t{b}\t{}\t{form}\n", found.verdict.name())
}

/// Reads pairs, one a line, and prints the verdict on each; a line that is no pair fails the run, after the rest is done.
fn compare_pairs(file: &str, knowledge: &Knowledge) -> Result<Ending, Failure> {
    let pairs = if file == "-" {
        std::io::read_to_string(std::io::stdin()).map_err(|error| format!("standard input: {error}"))?
    } else {
        let advice = "`--compare` takes two spellings, a file of pairs, or `-`";
        std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}; {advice}"))?
    };
    let (mut out, mut bad) = (String::new(), Vec::new());
    for (index, line) in pairs.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells[..] {
            [a, b] if !a.trim().is_empty() && !b.trim().is_empty() => out += &verdict(a, b, knowledge),
            _ => bad.push((index + 1, cells.iter().filter(|cell| !cell.trim().is_empty()).count())),
        }
    }
    Output::stdout(Color::Never).print(out.as_bytes())?;
    for (line, spellings) in &bad {
        let found = counted(*spellings, "spelling", "spellings");
        tell(&format!("error: {file}:{line}: {found} where two are wanted, with one tab between them"));
    }
    Ok(Ending::of(!bad.is_empty(), false))
}

/// Reads all inputs and prints what is named, in which spellings, how often and where.
fn list(options: &NamesOptions, knowledge: &Knowledge) -> Result<Ending, Failure> {
    if let Some(path) = options.write_glossary.as_deref().filter(|path| path.exists() && !options.force) {
        let name = path.display();
        return Err(format!(
            "{name}: there is such a file, and it may hold what somebody approved; name another one, or replace it with --force"
        )
        .into());
    }
    let mut counts = Counts::default();
    let documents = Documents::read(&options.inputs, knowledge, |document, number| {
        let facts = Facts::gather(document, knowledge, Needs::NAMES, &[]);
        counts.merge(Counts::of(document, &DocumentNames::new(&facts, knowledge), number));
    })?;
    let inventory = Inventory::new(&Corpus::new(counts, knowledge), &documents, knowledge);
    if let Some(path) = &options.write_glossary {
        write_glossary(path, &inventory)?;
        return documents.print("");
    }
    let list = match options.format {
        TableFormat::Pretty if documents.are_none() => String::new(),
        TableFormat::Pretty => inventory.text(),
        TableFormat::Json => inventory.json()?,
        TableFormat::Csv => inventory.csv(),
    };
    documents.print(&list)
}

fn write_glossary(path: &Path, inventory: &Inventory) -> Result<(), Failure> {
    let name = path.display();
    let rows = inventory.glossary();
    let (names, mixed) = (rows.len(), rows.iter().filter(|row| !row.also.is_empty()).count());
    let replaced = if path.exists() { "replaced" } else { "written" };
    std::fs::write(path, Glossary::print(rows)).map_err(|error| format!("{name}: {error}"))?;
    let mut told = format!("{name}: {replaced}, {}", counted(names, "name", "names"));
    // Writing to a string cannot fail.
    let _ = match mixed {
        0 => write!(told, ", each in one spelling"),
        n => write!(told, ", {n} of them in several spellings: look at those first"),
    };
    tell(&told);
    tell(&format!(
        "To hold documents to it, put this into a postedit.toml beside it:\n\n    [names]\n    glossary = \"{}\"\n",
        file_name(path)
    ));
    Ok(())
}

fn file_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

//! Compiles the tables of acronyms to an index.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;

use super::{MAGIC, pack_owner, pack_reading};
use crate::knowledge::acronyms::rendering::content_words;
use crate::knowledge::acronyms::spelled::{LatinLooks, Letters};
use crate::knowledge::acronyms::tables::{ENGLISH, ENGLISH_COLUMNS, SOURCE_COLUMNS, SourceRow, Table, list};
use crate::knowledge::acronyms::{FormKey, Kind, Owner, Reading, Sense, Standing};
use crate::knowledge::{Rows, Source, TableError, VocabularyBuilder, WordClass};

/// Compiles tables of source languages, and that of English.
///
/// # Errors
/// [`TableError`] for a row that cannot be read, and for two words with one hash.
pub(in crate::knowledge) fn compile(
    tables: &[Table],
    vocabulary: &VocabularyBuilder,
    source: &Source,
) -> Result<Vec<u8>, TableError> {
    let mut draft = Draft { vocabulary, looks: LatinLooks::builtin()?, ..Draft::new(vocabulary) };
    for (number, table) in tables.iter().enumerate() {
        let letters = table.language.and_then(|language| Letters::of(language, source));
        for row in Rows::new(table.path, table.text, SOURCE_COLUMNS)? {
            let (line, cells) = row?;
            let fail = |message: String| TableError::new(table.path, line, message);
            let row = SourceRow::new(cells).map_err(fail)?;
            let place = (number as u32, offset(*table, cells[0]));
            draft.add_source(row, place, letters.as_ref()).map_err(fail)?;
        }
    }
    for row in Rows::new(ENGLISH.path, ENGLISH.text, ENGLISH_COLUMNS)? {
        let (line, cells) = row?;
        draft.add_sense(cells).map_err(|message| TableError::new(ENGLISH.path, line, message))?;
    }
    draft.write().map_err(|message| TableError::new("acronyms", 0, message))
}

/// The byte of a table where the row begins whose first cell this is.
fn offset(table: Table, cell: &'static str) -> u32 {
    (cell.as_ptr() as usize - table.text.as_ptr() as usize) as u32
}

/// An index that is being made.
struct Draft<'a> {
    vocabulary: &'a VocabularyBuilder,
    looks: LatinLooks,
    /// The word of each hash, so that no two have one.
    hashed: FxHashMap<u64, String>,
    forms: BTreeMap<u64, Vec<Reading>>,
    /// The forms of several words, by their words.
    several: Vec<(u64, Vec<u64>)>,
    titled: Vec<u64>,
    names: Vec<(Owner, Vec<u64>)>,
    by_key: FxHashMap<&'static str, usize>,
    rows: Vec<Vec<(u32, u32)>>,
    senses: BTreeMap<u64, u32>,
    sense_rows: Vec<u32>,
}

impl<'a> Draft<'a> {
    fn new(vocabulary: &'a VocabularyBuilder) -> Self {
        Self {
            vocabulary,
            looks: LatinLooks::default(),
            hashed: FxHashMap::default(),
            forms: BTreeMap::new(),
            several: Vec::new(),
            titled: Vec::new(),
            names: Vec::new(),
            by_key: FxHashMap::default(),
            rows: Vec::new(),
            senses: BTreeMap::new(),
            sense_rows: Vec::new(),
        }
    }

    fn add_source(&mut self, row: SourceRow, place: (u32, u32), letters: Option<&Letters>) -> Result<(), String> {
        let concept = *self.by_key.entry(row.key()).or_insert(self.rows.len());
        if concept == self.rows.len() {
            self.rows.push(Vec::new());
        }
        self.rows[concept].push(place);
        let source = self.rows[concept].len() - 1;
        for name in list(row.names) {
            self.add_name(Owner::Concept(concept), name);
            if let Some(plural) = plural(name) {
                self.add_name(Owner::Concept(concept), &plural);
            }
        }
        let needs_country = matches!(row.kind, Kind::Force | Kind::Organisation);
        let cut = list(row.names).filter(|_| needs_country).filter_map(|name| self.without_country(name));
        let cut: Vec<&str> = cut.chain(list(row.cut)).collect();
        for name in cut {
            self.add_name(Owner::Cut(concept), name);
        }
        let listed = [
            (row.english, Standing::English),
            (row.loans, Standing::Loan),
            (row.letters, Standing::Letters),
            (row.mistaken, Standing::Mistaken),
        ];
        for (forms, standing) in listed {
            for form in list(forms) {
                self.add_form(form, Reading { concept, source, standing })?;
            }
        }
        let romanized = letters.map_or_else(|| vec![row.acronym.to_owned()], |letters| letters.romanized(row.acronym));
        for form in &romanized {
            self.add_form(form, Reading { concept, source, standing: Standing::Letters })?;
        }
        if !row.acronym.is_ascii() {
            self.add_form(row.acronym, Reading { concept, source, standing: Standing::Own })?;
            if let Some(look) = self.looks.of_word(row.acronym) {
                self.add_form(&look, Reading { concept, source, standing: Standing::Look })?;
            }
        }
        Ok(())
    }

    /// Of two standings that languages give one form, the better one counts.
    fn add_form(&mut self, form: &str, reading: Reading) -> Result<(), String> {
        let FormKey(key) = FormKey::of(form);
        self.claim(key, form)?;
        if form.contains(' ') {
            let words = content_words(form, self.vocabulary);
            self.several.push((key, words));
        } else if form.chars().skip(1).all(char::is_lowercase) {
            self.titled.push(key);
        }
        let list = self.forms.entry(key).or_default();
        match list.iter_mut().find(|old| old.concept == reading.concept) {
            Some(old) if reading.standing < old.standing => *old = reading,
            Some(_) => {}
            None => list.push(reading),
        }
        Ok(())
    }

    fn add_name(&mut self, owner: Owner, name: &str) {
        let words = content_words(name, self.vocabulary);
        // One word alone is too little to go by.
        if words.len() > 1 {
            self.names.push((owner, words));
        }
    }

    /// A name without the country that ends it: "Security Service" of "Security Service of Ukraine".
    fn without_country(&self, name: &'static str) -> Option<&'static str> {
        let (rest, country) = name.rsplit_once(' ')?;
        let class = |word: &str, class| self.vocabulary.classes_of(word).has(class);
        let rest = rest.strip_suffix(" the").unwrap_or(rest);
        let (rest, of) = rest.rsplit_once(' ')?;
        (class(of, WordClass::Genitive) && class(country, WordClass::Country)).then_some(rest)
    }

    fn add_sense(&mut self, cells: [&'static str; 8]) -> Result<(), String> {
        Sense::new(cells)?;
        let number = self.sense_rows.len();
        for name in list(cells[1]) {
            self.add_name(Owner::Sense(number), name);
        }
        let FormKey(key) = FormKey::of(cells[0]);
        self.claim(key, cells[0])?;
        self.sense_rows.push(offset(ENGLISH, cells[0]));
        match self.senses.insert(key, number as u32) {
            Some(_) => Err(format!("“{}” stands twice", cells[0])),
            None => Ok(()),
        }
    }

    fn claim(&mut self, key: u64, word: &str) -> Result<(), String> {
        let folded = word.to_lowercase();
        let old = self.hashed.entry(key).or_insert_with(|| folded.clone());
        if *old == folded { Ok(()) } else { Err(format!("“{old}” and “{folded}” have one hash")) }
    }

    fn write(mut self) -> Result<Vec<u8>, String> {
        let mut out = Writer(MAGIC.to_vec());
        let numbers: FxHashMap<u64, usize> = self.forms.keys().enumerate().map(|(number, &key)| (key, number)).collect();
        for (key, words) in std::mem::take(&mut self.several) {
            if let Some(&number) = numbers.get(&key).filter(|_| words.len() > 1) {
                self.names.push((Owner::Form(number), words));
            }
        }
        self.titled.sort_unstable();
        self.titled.dedup();
        self.names.sort_by(|a, b| (&a.1, a.0).cmp(&(&b.1, b.0)));
        self.names.dedup();
        let lists: Vec<&[Reading]> = self.forms.values().map(Vec::as_slice).collect();
        let readings = lists.iter().flat_map(|list| list.iter()).map(|&reading| pack_reading(reading));
        let readings = readings.collect::<Option<Vec<u32>>>().ok_or("more concepts or sources than fit")?;
        out.words(self.forms.keys().copied());
        out.starts(lists.iter().map(|list| list.len()));
        out.numbers(&readings);
        out.words(self.titled.iter().copied());
        let by_first: Vec<&[(Owner, Vec<u64>)]> = self.names.chunk_by(|a, b| a.1[0] == b.1[0]).collect();
        out.words(by_first.iter().map(|names| names[0].1[0]));
        out.starts(by_first.iter().map(|names| names.len()));
        out.pairs(self.names.iter().map(|(owner, words)| (pack_owner(*owner), words.len() as u32)));
        out.words(self.names.iter().flat_map(|(_, words)| words.iter().copied()));
        out.starts(self.rows.iter().map(Vec::len));
        out.pairs(self.rows.iter().flatten().copied());
        out.words(self.senses.keys().copied());
        out.numbers(&self.senses.values().copied().collect::<Vec<_>>());
        out.numbers(&self.sense_rows);
        Ok(out.0)
    }
}

/// The plural of a common noun; proper names have none.
fn plural(name: &str) -> Option<String> {
    let common = name.chars().next().is_some_and(char::is_lowercase) && !name.ends_with(['s', 'y']);
    common.then(|| format!("{name}s"))
}

/// Writes lists that each begin with their length; all numbers are little-endian.
struct Writer(Vec<u8>);

impl Writer {
    fn length(&mut self, length: usize) {
        self.0.extend((length as u32).to_le_bytes());
    }

    fn numbers(&mut self, list: &[u32]) {
        self.length(list.len());
        list.iter().for_each(|number| self.0.extend(number.to_le_bytes()));
    }

    fn words(&mut self, list: impl Iterator<Item = u64>) {
        let list: Vec<u64> = list.collect();
        self.length(list.len());
        list.iter().for_each(|word| self.0.extend(word.to_le_bytes()));
    }

    fn pairs(&mut self, list: impl Iterator<Item = (u32, u32)>) {
        self.words(list.map(|(a, b)| u64::from(a) | u64::from(b) << 32));
    }

    /// Where each of some lists begins that follow one another, and where the last one ends.
    fn starts(&mut self, lengths: impl Iterator<Item = usize>) {
        let mut starts = vec![0];
        let mut end = 0;
        for length in lengths {
            end += length as u32;
            starts.push(end);
        }
        self.numbers(&starts);
    }
}

//! Cognates: names that are one in two languages, each with its own form.

use rustc_hash::{FxHashMap, FxHashSet};

use super::latin::fold_latin;
use crate::knowledge::{Language, Rows, TableError, hash_word};

const TABLE: &str = "source/cognates.tsv";

/// The languages of the columns; the last is that of the country itself.
const COLUMNS: [Option<Language>; 4] = [Some(Language::Russian), Some(Language::Ukrainian), Some(Language::Belarusian), None];

/// What bears a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bears {
    /// People, as a given name.
    Given,
    /// A place.
    Place,
    /// People, as a surname.
    Surname,
}

/// A name with its forms.
#[derive(Debug)]
pub struct Cognate {
    /// What bears it.
    pub bears: Bears,
    /// Hashes of the words beside which the form belongs to a name that is right as it stands.
    pub fixed: Vec<u64>,
}

/// A form of a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CognateForm {
    /// The number of the name.
    pub name: u16,
    /// The language of the form; none for that of the country itself where the tables have no name for it.
    pub language: Option<Language>,
}

/// All names of the table.
#[derive(Debug, Default)]
pub struct Cognates {
    names: Vec<Cognate>,
    forms: FxHashMap<Box<[u8]>, Vec<CognateForm>>,
    /// The first words of forms of two words.
    firsts: FxHashSet<Box<[u8]>>,
    places: Vec<&'static str>,
}

impl Cognates {
    /// Opens the built-in table.
    ///
    /// # Errors
    /// [`TableError`] names the row and what is wrong.
    pub(super) fn builtin() -> Result<Self, TableError> {
        let mut cognates = Self::default();
        let mut folded = Vec::new();
        let columns = ["kind", "russian", "ukrainian", "belarusian", "local", "fixed", "origin"];
        for row in Rows::new(TABLE, include_str!("cognates.tsv"), columns)? {
            let (line, [kind, russian, ukrainian, belarusian, local, fixed, _]) = row?;
            let bears = match kind {
                "given" => Bears::Given,
                "place" => Bears::Place,
                "surname" => Bears::Surname,
                _ => return Err(TableError::new(TABLE, line, format!("there is no kind “{kind}”"))),
            };
            let name = cognates.names.len() as u16;
            for (spellings, language) in [russian, ukrainian, belarusian, local].into_iter().zip(COLUMNS) {
                for spelling in spellings.split('|').filter(|spelling| *spelling != "-") {
                    if bears == Bears::Place {
                        cognates.places.push(spelling);
                    }
                    if let Some((first, _)) = spelling.split_once(' ') {
                        fold_latin(first, &mut folded);
                        cognates.firsts.insert(folded.as_slice().into());
                    }
                    fold_latin(spelling, &mut folded);
                    cognates.forms.entry(folded.as_slice().into()).or_default().push(CognateForm { name, language });
                }
            }
            let fixed = fixed.split(' ').filter(|word| *word != "-").map(hash_word).collect();
            cognates.names.push(Cognate { bears, fixed });
        }
        Ok(cognates)
    }

    /// The forms that a folded spelling is.
    pub fn of(&self, folded: &[u8]) -> &[CognateForm] {
        self.forms.get(folded).map_or(&[], Vec::as_slice)
    }

    /// Whether a form of two words begins with this folded word.
    pub fn begins(&self, folded: &[u8]) -> bool {
        self.firsts.contains(folded)
    }

    /// The spellings of places, whatever the language.
    pub(super) fn places(&self) -> impl Iterator<Item = &'static str> {
        self.places.iter().copied()
    }

    /// A name.
    pub fn name(&self, form: CognateForm) -> Option<&Cognate> {
        self.names.get(usize::from(form.name))
    }

    /// Whether two words are forms of one name in different languages and never in the same.
    pub fn are(&self, a: &str, b: &str) -> bool {
        let (mut left, mut right) = (Vec::new(), Vec::new());
        fold_latin(a, &mut left);
        fold_latin(b, &mut right);
        self.are_forms(self.of(&left), self.of(&right))
    }

    /// The same of the forms that two words are.
    pub fn are_forms(&self, left: &[CognateForm], right: &[CognateForm]) -> bool {
        let same_name = |x: &CognateForm| right.iter().filter(|y| x.name == y.name).any(|y| x.language != y.language);
        left.iter().any(same_name) && !left.iter().any(|x| right.contains(x))
    }
}

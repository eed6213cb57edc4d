//! Signs of a source language: what tells that copy was translated, from what, and how much it counts.

use super::{Language, Rows, TableError, VocabularyBuilder, WordId};

const TABLE: &str = include_str!("source/signs.tsv");
const PATH: &str = "source/signs.tsv";
const COLUMNS: [&str; 7] = ["sign", "languages", "points", "most", "kind", "forms", "origin"];

/// A sign that several tokens make together, or a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkSign {
    /// A word in Cyrillic letters.
    Cyrillic,
    /// `, – said X`
    DashAttribution,
    /// `4,5 %`
    DecimalComma,
    /// `11 february`
    LowerMonth,
}

impl MarkSign {
    const ALL: [(Self, &str); 4] = [
        (Self::Cyrillic, "cyrillic"),
        (Self::DashAttribution, "dash-attribution"),
        (Self::DecimalComma, "decimal-comma"),
        (Self::LowerMonth, "lower-month"),
    ];
}

/// What a sign counts; all points are half points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Its name.
    pub name: &'static str,
    /// The languages that it speaks for.
    pub languages: Vec<Language>,
    /// Points of one.
    pub points: u32,
    /// Points of all together.
    pub most: u32,
}

impl Sign {
    /// Whether it speaks for one of these languages.
    pub fn speaks_for(&self, languages: &[Language]) -> bool {
        self.languages.iter().any(|language| languages.contains(language))
    }
}

/// The signs of the source languages; signs are named by their place in [`Signs::list`].
#[derive(Clone, Debug, Default)]
pub struct Signs {
    list: Vec<Sign>,
    endings: Vec<(&'static str, usize)>,
    /// For each word id: its sign.
    words: Vec<Option<usize>>,
    marks: Vec<(MarkSign, usize)>,
    /// Letters of names.
    letters: Vec<(char, usize)>,
    /// Marks of one character.
    characters: Vec<(char, usize)>,
    rows: Vec<(&'static str, usize)>,
}

impl Signs {
    /// The built-in table; its words go into the vocabulary.
    pub(super) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut signs = Self::default();
        for row in Rows::new(PATH, TABLE, COLUMNS)? {
            let (line, cells) = row?;
            signs.add(cells, words).map_err(|message| TableError::new(PATH, line, message))?;
        }
        // The longest ending of a word tells what it is.
        signs.endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        Ok(signs)
    }

    fn add(&mut self, cells: [&'static str; 7], words: &mut VocabularyBuilder) -> Result<(), String> {
        let [name, languages, points, most, kind, forms, _] = cells;
        let number = |cell: &str| cell.parse().map_err(|_| format!("“{cell}” is no number"));
        let language = |code: &str| Language::of_code(code).ok_or_else(|| format!("“{code}” is no language"));
        let languages = languages.split(' ').map(language).collect::<Result<_, _>>()?;
        let at = self.list.len();
        self.list.push(Sign { name, languages, points: number(points)?, most: number(most)? });
        for form in forms.split(' ') {
            let letter = || form.chars().next().ok_or("an empty form");
            match kind {
                "ending" => self.endings.push((form, at)),
                "word" => self.add_word(words.intern(form), at),
                "row" => self.rows.push((form, at)),
                "letter" => self.letters.push((letter()?, at)),
                "character" => self.characters.push((letter()?, at)),
                "mark" => {
                    let mark = MarkSign::ALL.iter().find(|(_, word)| *word == form);
                    self.marks.push((mark.ok_or_else(|| format!("there is no mark “{form}”"))?.0, at));
                }
                _ => return Err(format!("“{kind}” is no kind; use ending, word, letter, character, mark or row")),
            }
        }
        Ok(())
    }

    fn add_word(&mut self, word: WordId, sign: usize) {
        if self.words.len() <= word.index() {
            self.words.resize(word.index() + 1, None);
        }
        self.words[word.index()] = Some(sign);
    }

    /// All signs.
    pub fn list(&self) -> &[Sign] {
        &self.list
    }

    /// The sign of a word's ending; at least two letters stand before it.
    pub fn of_ending(&self, word: &str) -> Option<usize> {
        let found = self.endings.iter().find(|(ending, _)| word.len() >= ending.len() + 2 && word.ends_with(ending));
        found.map(|(_, sign)| *sign)
    }

    /// The sign that a word is.
    pub fn of_word(&self, word: WordId) -> Option<usize> {
        self.words.get(word.index()).copied().flatten()
    }

    /// The sign that a mark is.
    pub fn of_mark(&self, mark: MarkSign) -> Option<usize> {
        self.marks.iter().find(|(m, _)| *m == mark).map(|(_, sign)| *sign)
    }

    /// The signs that a mark of one character is.
    pub fn of_character(&self, character: char) -> impl Iterator<Item = usize> + '_ {
        self.characters.iter().filter(move |(c, _)| *c == character).map(|(_, sign)| *sign)
    }

    /// The signs of the letters of a name.
    pub fn of_letters<'a>(&'a self, name: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.letters.iter().filter(|(letter, _)| name.contains(*letter)).map(|(_, sign)| *sign)
    }

    /// The signs of a hit of a row of this class that renders these languages.
    pub fn of_row<'a>(&'a self, class: &'a str, from: &'a [Language]) -> impl Iterator<Item = usize> + 'a {
        let speaks = |sign: usize| self.list.get(sign).is_some_and(|sign| sign.speaks_for(from));
        self.rows.iter().filter(move |(c, sign)| *c == class && speaks(*sign)).map(|(_, sign)| *sign)
    }
}

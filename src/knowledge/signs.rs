//! Signs of a source language: what tells that copy was translated, and how much it counts.

use super::{Rows, TableError, VocabularyBuilder, WordId};

const SLAVIC: &str = include_str!("source/slavic-signs.tsv");
const SLAVIC_PATH: &str = "source/slavic-signs.tsv";

/// A sign that is seen in the marks and letters of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkSign {
    /// A word in Cyrillic letters.
    Cyrillic,
    /// `, – said X`
    DashAttribution,
    /// `4,5 %`
    DecimalComma,
    /// «»
    Guillemets,
}

impl MarkSign {
    const ALL: [(Self, &str); 4] = [
        (Self::Cyrillic, "cyrillic"),
        (Self::DashAttribution, "dash-attribution"),
        (Self::DecimalComma, "decimal-comma"),
        (Self::Guillemets, "guillemets"),
    ];
}

/// What a sign counts; all points are half points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sign {
    /// Its name.
    pub name: &'static str,
    /// Points of one.
    pub points: u32,
    /// Points of all together.
    pub most: u32,
}

/// The signs of the Slavic source languages; signs are named by their place in [`Signs::list`].
#[derive(Clone, Debug, Default)]
pub struct Signs {
    list: Vec<Sign>,
    endings: Vec<(&'static str, usize)>,
    /// For each word id: its sign.
    words: Vec<Option<usize>>,
    marks: Vec<(MarkSign, usize)>,
    rows: Vec<(&'static str, usize)>,
}

impl Signs {
    /// The built-in table; its words go into the vocabulary.
    pub(super) fn builtin(words: &mut VocabularyBuilder) -> Result<Self, TableError> {
        let mut signs = Self::default();
        for row in Rows::new(SLAVIC_PATH, SLAVIC, ["sign", "points", "most", "kind", "forms", "origin"])? {
            let (line, [name, points, most, kind, forms, _]) = row?;
            let fail = |message: String| TableError::new(SLAVIC_PATH, line, message);
            let number = |cell: &str| cell.parse().map_err(|_| fail(format!("“{cell}” is no number")));
            let at = signs.list.len();
            signs.list.push(Sign { name, points: number(points)?, most: number(most)? });
            for form in forms.split(' ') {
                match kind {
                    "ending" => signs.endings.push((form, at)),
                    "word" => signs.add_word(words.intern(form), at),
                    "row" => signs.rows.push((form, at)),
                    "mark" => {
                        let mark = MarkSign::ALL.iter().find(|(_, word)| *word == form);
                        signs.marks.push((mark.ok_or_else(|| fail(format!("there is no mark “{form}”")))?.0, at));
                    }
                    _ => return Err(fail(format!("“{kind}” is no kind; use ending, word, mark or row"))),
                }
            }
        }
        // The longest ending of a word tells what it is.
        signs.endings.sort_by_key(|(ending, _)| std::cmp::Reverse(ending.len()));
        Ok(signs)
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

    /// The sign that a hit of a calque row of this class is.
    pub fn of_row(&self, class: &str) -> Option<usize> {
        self.rows.iter().find(|(c, _)| *c == class).map(|(_, sign)| *sign)
    }
}

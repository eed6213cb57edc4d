//! Which rules and rows are meant: `group/`, `group/rule`, `group/rule:row`, `ALL`.

use super::{Rule, all};
use crate::finding::Finding;
use crate::knowledge::Knowledge;
use crate::knowledge::phrase::PhraseTable;

/// How many letters a misspelt selector may be away from the one it is taken for.
const NEAR: usize = 4;

/// Rules named together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Selector {
    /// Every rule.
    All,
    /// Every rule of a group.
    Group(&'static str),
    /// One rule.
    Rule(&'static str),
    /// One row of a rule's table.
    Row(&'static str, String),
}

/// A selector that names nothing.
#[derive(Debug, thiserror::Error)]
#[error("“{word}” names no {what}{hint}; `postedit rules` lists the rules, `postedit rules RULE` the rows of one")]
pub struct UnknownSelector {
    what: &'static str,
    word: String,
    hint: String,
}

impl Selector {
    /// Reads one selector.
    ///
    /// # Errors
    /// [`UnknownSelector`], with the nearest rule where one is near.
    pub fn parse(word: &str) -> Result<Self, UnknownSelector> {
        if word == "ALL" {
            return Ok(Self::All);
        }
        let ids = || all().map(|rule| rule.meta());
        if let Some(group) = word.strip_suffix('/') {
            let known = ids().map(super::Meta::group).find(|g| *g == group);
            return known.map(Self::Group).ok_or_else(|| unknown(word));
        }
        let (rule, row) = word.split_once(':').map_or((word, None), |(rule, row)| (rule, Some(row)));
        let id = ids().map(|meta| meta.id).find(|id| *id == rule).ok_or_else(|| unknown(word))?;
        Ok(row.map_or(Self::Rule(id), |row| Self::Row(id, row.to_owned())))
    }

    /// Whether a row that is named stands in the tables; of rules that have no table of phrases, nothing is known.
    ///
    /// # Errors
    /// [`UnknownSelector`], with the nearest row where one is near.
    pub fn check(&self, knowledge: &Knowledge) -> Result<(), UnknownSelector> {
        let Self::Row(rule, row) = self else { return Ok(()) };
        if !PhraseTable::ALL.iter().any(|table| table.rule() == Some(*rule)) {
            return Ok(());
        }
        let keys: Vec<&str> =
            knowledge.phrases.rows().filter(|known| known.table.rule() == Some(*rule)).map(|row| row.key.as_str()).collect();
        if keys.contains(&row.as_str()) {
            return Ok(());
        }
        let nearest = keys.iter().map(|key| (strsim::damerau_levenshtein(key, row), key)).min().filter(|(far, _)| *far <= NEAR);
        let hint = nearest.map_or(String::new(), |(_, key)| format!("; did you mean “{rule}:{key}”?"));
        Err(UnknownSelector { what: "row", word: format!("{rule}:{row}"), hint })
    }

    /// The narrower, the more.
    pub(super) fn width(&self) -> u8 {
        match self {
            Self::All => 0,
            Self::Group(_) => 1,
            Self::Rule(_) => 2,
            Self::Row(..) => 3,
        }
    }

    pub(super) fn names_rule(&self, rule: &dyn Rule) -> bool {
        let meta = rule.meta();
        match self {
            Self::All => true,
            Self::Group(group) => meta.group() == *group,
            Self::Rule(id) | Self::Row(id, _) => meta.id == *id,
        }
    }

    pub(super) fn names(&self, finding: &Finding) -> bool {
        match self {
            Self::All => true,
            Self::Group(group) => finding.rule.split('/').next() == Some(group),
            Self::Rule(id) => finding.rule == *id,
            Self::Row(id, row) => finding.rule == *id && finding.row.as_ref() == Some(row),
        }
    }
}

fn unknown(word: &str) -> UnknownSelector {
    let stem = word.trim_end_matches('/').split(':').next().unwrap_or(word);
    let near = |id: &&str| {
        strsim::damerau_levenshtein(id, stem).min(strsim::damerau_levenshtein(id.rsplit('/').next().unwrap_or(id), stem))
    };
    let best = all().map(|rule| rule.meta().id).chain(all().map(|rule| rule.meta().group())).min_by_key(|id| near(id));
    let group = |id: &str| if id.contains('/') { "" } else { "/" };
    let hint = best.filter(|id| near(id) <= NEAR).map_or(String::new(), |id| format!("; did you mean “{id}{}”?", group(id)));
    UnknownSelector { what: "rule", word: word.to_owned(), hint }
}

/// What is selected and what is ignored of that.
#[derive(Clone, Debug)]
pub struct Selection {
    select: Vec<Selector>,
    ignore: Vec<Selector>,
}

impl Default for Selection {
    fn default() -> Self {
        Self { select: vec![Selector::All], ignore: Vec::new() }
    }
}

impl Selection {
    /// From two lists; an empty `select` selects everything. Ignoring wins.
    ///
    /// # Errors
    /// [`UnknownSelector`] for the first word that names nothing.
    pub fn new<S: AsRef<str>>(select: &[S], ignore: &[S]) -> Result<Self, UnknownSelector> {
        let parse = |words: &[S]| words.iter().map(|word| Selector::parse(word.as_ref().trim())).collect::<Result<Vec<_>, _>>();
        let mut select = parse(select)?;
        if select.is_empty() {
            select.push(Selector::All);
        }
        Ok(Self { select, ignore: parse(ignore)? })
    }

    /// The rules that must run.
    pub fn rules(&self) -> Vec<&'static dyn Rule> {
        let whole = |s: &Selector| !matches!(s, Selector::Row(..));
        all()
            .filter(|rule| self.select.iter().any(|s| s.names_rule(*rule)))
            .filter(|rule| !self.ignore.iter().any(|s| whole(s) && s.names_rule(*rule)))
            .collect()
    }

    /// Whether a finding is wanted.
    pub fn wants(&self, finding: &Finding) -> bool {
        self.select.iter().any(|s| s.names(finding)) && !self.ignore.iter().any(|s| s.names(finding))
    }
}

//! What else a form stands for by the tables: the sense that readers know, and other things that it renders rightly.

use std::ops::Range;

use super::Given;
use super::company::{Company, topics_in};
use crate::knowledge::Language;
use crate::knowledge::acronyms::{FormKey, Kind, Owner, Rank, Reading, Sense, Standing};

/// So many words of a sense's company show it in a document; a single one may stand in any.
const SHOWN: usize = 2;

/// One other thing.
struct Rival<'a> {
    owner: Owner,
    kind: Kind,
    topics: &'a [u64],
    /// Whether a Slavic language has it, so that signs of one speak for it as well.
    slavic: bool,
    /// Whether the form is its name in words.
    namesake: bool,
}

fn rival<'a>(given: Given<'a>, owner: Owner) -> Option<Rival<'a>> {
    let tables = &given.knowledge.acronyms;
    Some(match owner {
        Owner::Sense(index) => {
            let sense = tables.sense_at(index)?;
            Rival { owner, kind: sense.kind, topics: &sense.topics, slavic: false, namesake: false }
        }
        Owner::Concept(index) => {
            let concept = tables.concept(index)?;
            let slavic = concept.sources.iter().any(|(language, ..)| Language::SLAVIC.contains(language));
            Rival { owner, kind: concept.kind, topics: &concept.topics, slavic, namesake: false }
        }
        Owner::Form(_) | Owner::Cut(_) => return None,
    })
}

/// What has a form of several words as its own name, where it stands in the document.
fn namesakes(given: Given, form: FormKey) -> Vec<Owner> {
    let names = given.acronyms.names();
    let is_form = |owner: Owner| matches!(owner, Owner::Form(number) if given.knowledge.acronyms.form(number) == Some(form));
    let Some(place) = names.iter().find(|name| is_form(name.owner)) else { return Vec::new() };
    let same = names.iter().filter(|name| name.tokens == place.tokens).map(|name| name.owner);
    same.filter(|owner| matches!(owner, Owner::Concept(_) | Owner::Sense(_))).collect()
}

/// All that a form may stand for besides a concept that it may render wrongly.
pub(super) struct Rivals<'a> {
    all: Vec<Rival<'a>>,
    /// The sense that readers know.
    pub sense: Option<&'a Sense>,
}

impl<'a> Rivals<'a> {
    /// Of a form, beside this concept.
    pub fn of(given: Given<'a>, form: FormKey, concept: usize, standing: Standing) -> Self {
        let tables = &given.knowledge.acronyms;
        let sense = tables.sense(form);
        // A sense that is the concept's own name is no rival of it.
        let own = tables.concept(concept).map_or(&[][..], |concept| &concept.words);
        let is_another = |sense: &Sense| !sense.words.iter().any(|name| own.contains(name));
        let index = tables.sense_index(form).filter(|&index| tables.sense_at(index).is_some_and(is_another));
        let known = index.and_then(|index| rival(given, Owner::Sense(index)));
        // What is left letter by letter rivals only with what is no better.
        let rivals =
            |r: &&Reading| r.concept != concept && r.standing != Standing::Own && r.standing < standing.max(Standing::Letters);
        let rendered = tables.readings(form).iter().filter(rivals).map(|r| Owner::Concept(r.concept));
        let namesakes = namesakes(given, form);
        let others = rendered.chain(namesakes.iter().copied()).filter(|owner| *owner != Owner::Concept(concept));
        let all = known.into_iter().chain(others.filter_map(|owner| rival(given, owner)));
        let all = all.map(|rival| Rival { namesake: namesakes.contains(&rival.owner), ..rival });
        Self { all: all.collect(), sense }
    }

    /// Whether the form stands for nothing else.
    pub fn are_none(&self) -> bool {
        self.all.is_empty()
    }

    /// Whether every reader knows the form.
    pub fn are_famous(&self) -> bool {
        self.sense.is_some_and(|sense| sense.rank <= Rank::Household)
            && self.all.iter().any(|rival| matches!(rival.owner, Owner::Sense(_)))
    }

    /// Whether all of them are senses that only a field or a country knows, of which the document shows nothing.
    pub fn are_remote(&self, company: &Company) -> bool {
        let is_sense = self.all.iter().all(|rival| matches!(rival.owner, Owner::Sense(_)));
        let known = self.sense.is_some_and(|sense| sense.rank == Rank::Known);
        is_sense && known && self.count(company) < SHOWN && self.named(company).is_none()
    }

    /// Whether one of them is of a Slavic language.
    pub fn are_slavic(&self) -> bool {
        self.all.iter().any(|rival| rival.slavic)
    }

    /// Whether one of them is of one of these kinds.
    pub fn fit(&self, kinds: &[Kind]) -> bool {
        self.all.iter().any(|rival| kinds.contains(&rival.kind))
    }

    /// Where one of them stands in words; one whose name the form is tells nothing by it.
    pub fn named(&self, company: &Company) -> Option<Range<usize>> {
        self.all.iter().filter(|rival| !rival.namesake).find_map(|rival| company.name(rival.owner))
    }

    /// Whether a word is of the company of one of them.
    pub fn have(&self, word: u64) -> bool {
        self.all.iter().any(|rival| rival.topics.binary_search(&word).is_ok())
    }

    /// The tokens of a range that are of the company of the one that has most there.
    pub fn near(&self, given: Given, range: &Range<usize>) -> Vec<usize> {
        let near = self.all.iter().map(|rival| topics_in(given, range.clone(), rival.topics));
        near.max_by_key(Vec::len).unwrap_or_default()
    }

    /// How many words of the company of the one that has most the document has.
    pub fn count(&self, company: &Company) -> usize {
        self.all.iter().map(|rival| company.count(rival.topics)).max().unwrap_or_default()
    }
}

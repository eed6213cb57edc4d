//! Brackets whose acronym is not that of the name before: "World Health Organization (WTO)", "European Bank for
//! Reconstruction and Development (ERBD)".

use std::ops::Range;

use super::Given;
use crate::facts::acronyms::{Definition, Mention};
use crate::knowledge::acronyms::{FormKey, Owner, Standing};

/// What a bracket should hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Meant {
    /// The acronym of this English sense (its index).
    Sense(usize),
    /// The acronym of this concept (its index).
    Concept(usize),
    /// The English acronym of this concept (its index), of which the source's own stands there letter by letter.
    Translated(usize),
    /// Name and acronym of this concept (its index), since the name is wrong, too.
    Whole(usize),
    /// The letters of the bracket in another order, as the name has them.
    Letters(String),
}

/// A bracket whose acronym is not that of the name before.
#[derive(Clone, Debug)]
pub struct Mismatch {
    /// Index of the mention in the bracket.
    pub mention: usize,
    /// The tokens of the name.
    pub name: Range<usize>,
    /// The tokens of the bracket, its marks included.
    pub bracket: Range<usize>,
    /// What is meant.
    pub meant: Meant,
}

/// Acronyms of fewer letters may be in any order.
const LEAST_LETTERS: usize = 3;

/// All mismatches of a document.
pub(super) fn find(given: Given) -> Vec<Mismatch> {
    let mut found: Vec<Mismatch> = Vec::new();
    for definition in given.acronyms.definitions().iter().filter(|d| d.long_first) {
        found.extend(known(given, definition).map(|meant| Mismatch {
            mention: definition.mention,
            name: definition.long.clone(),
            bracket: definition.bracket.clone(),
            meant,
        }));
    }
    found.extend(given.acronyms.mentions().iter().enumerate().filter_map(|(i, m)| scrambled(given, i, m)));
    // What the tables know of a bracket stands first and is enough.
    found.sort_by_key(|m| m.mention);
    found.dedup_by_key(|m| m.mention);
    found
}

/// What is meant where the tables know the name and not the acronym for it.
fn known(given: Given, definition: &Definition) -> Option<Meant> {
    let tables = &given.knowledge.acronyms;
    let mention = given.acronyms.mentions().get(definition.mention)?;
    let form = given.acronyms.forms().get(mention.form)?;
    let readings = tables.readings(form.key);
    let english = |concept: usize| tables.concept(concept).and_then(|c| c.english.first().copied());
    let standing = |concept: usize| readings.iter().find(|r| r.concept == concept).map(|r| r.standing);
    let fits = |owner: &Owner| match *owner {
        Owner::Sense(sense) => tables.sense_index(form.key) == Some(sense),
        Owner::Concept(concept) => standing(concept).is_some_and(|s| s < Standing::Look) || english(concept).is_none(),
        Owner::Form(_) | Owner::Cut(_) => false,
    };
    if definition.owners.iter().any(fits) {
        return definition.owners.iter().find_map(|owner| match *owner {
            Owner::Concept(concept) if standing(concept) == Some(Standing::Letters) => left(given, definition, concept),
            _ => None,
        });
    }
    // An acronym of nothing known and of other letters is one of another language, which the text may have its reason for.
    let known = tables.sense(form.key).is_some() || !readings.is_empty();
    // A longer acronym may be of a longer name ("Rivne Nuclear Power Plant (RNPP)").
    let confused = |right: &str| !form.text.ends_with(right) && (known || sorted(right) == sorted(&form.text));
    // Name and acronym must both be known as wrong for one concept.
    let is_wrong_too = |concept: usize| standing(concept) == Some(Standing::Mistaken);
    let wrong = |id: FormKey| tables.readings(id).iter().filter(|r| r.standing == Standing::Mistaken).map(|r| r.concept);
    let concept_of = |id| wrong(id).find(|&concept| is_wrong_too(concept));
    definition.owners.iter().find_map(|owner| match *owner {
        // Where the letters fit, it is an acronym of the author's own, or one that collides with another.
        Owner::Sense(sense) if !definition.letters_fit && tables.sense_at(sense).is_some_and(|s| confused(s.acronym)) => {
            Some(Meant::Sense(sense))
        }
        Owner::Concept(concept)
            if (!definition.letters_fit || standing(concept) == Some(Standing::Mistaken))
                && english(concept).is_some_and(confused) =>
        {
            Some(Meant::Concept(concept))
        }
        Owner::Form(number) if given.document.tokens()[definition.long.end - 1].is_capitalized() => {
            let concept = concept_of(tables.form(number)?).filter(|&c| english(c).is_some())?;
            Some(Meant::Whole(concept))
        }
        _ => None,
    })
}

/// An acronym left letter by letter beside a name whose English acronym is well established: that readers know it by that
/// name is shown by the English table and by its letters. Where the text tells whose letters they are, it means them.
fn left(given: Given, definition: &Definition, concept: usize) -> Option<Meant> {
    let tables = &given.knowledge.acronyms;
    let entry = tables.concept(concept)?;
    let sense = tables.sense(FormKey::of(entry.english.first()?))?;
    let is_established = sense.words.first().is_some_and(|usual| entry.words.contains(usual));
    let is_told = given.acronyms.mentions().get(definition.mention).is_some_and(|m| given.acronyms.forms()[m.form].glossed);
    let is_of_letters = definition.begins_words(given.document, entry.english.first()?);
    (is_established && is_of_letters && !is_told && !definition.letters_fit).then_some(Meant::Translated(concept))
}

/// A bracket with the initials of the name before it in another order, and no acronym that anybody knows.
fn scrambled(given: Given, index: usize, mention: &Mention) -> Option<Mismatch> {
    let tokens = given.document.tokens();
    let form = given.acronyms.forms().get(mention.form)?;
    let open = mention.token.checked_sub(1)?;
    let bracketed = tokens[open].is_mark('(') && tokens.get(mention.end).is_some_and(|t| t.is_mark(')'));
    let is_known = given.knowledge.acronyms.sense(form.key).is_some() || !given.knowledge.acronyms.readings(form.key).is_empty();
    // Letters within words explain nothing where all of them begin words in another order.
    let all = given.acronyms.definitions();
    let own = all.binary_search_by_key(&index, |d| d.mention).ok().and_then(|i| all.get(i));
    let is_explained = own.is_some_and(|d| d.begins_words(given.document, &form.text));
    let count = form.text.chars().count();
    if !bracketed || is_known || is_explained || count < LEAST_LETTERS {
        return None;
    }
    let name = capitalized_before(given, open, count)?;
    let initials: String = name.iter().filter_map(|&at| given.document.slice(tokens[at].span()).chars().next()).collect();
    // With another letter in front it is more likely of another language, where the noun stands first.
    let same_front = initials.chars().next() == form.text.chars().next();
    let is_scrambled = same_front && initials != *form.text && sorted(&initials) == sorted(&form.text);
    is_scrambled.then(|| Mismatch {
        mention: index,
        name: name[0]..open,
        bracket: open..mention.end + 1,
        meant: Meant::Letters(initials),
    })
}

fn sorted(text: &str) -> Vec<char> {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();
    letters
}

/// The last `count` capitalised words before a bracket, with only small words between, in the order of the text.
fn capitalized_before(given: Given, open: usize, count: usize) -> Option<Vec<usize>> {
    let tokens = given.document.tokens();
    let sentence = given.document.sentences().get(given.document.sentence_of(open))?.tokens().start;
    let mut words = Vec::with_capacity(count);
    for at in (sentence..open).rev() {
        if words.len() == count {
            break;
        }
        match &tokens[at] {
            token if token.is_title_case() => words.push(at),
            token if given.is_function(at) || token.is_mark('-') || token.is_mark(',') => {}
            _ => return None,
        }
    }
    words.reverse();
    (words.len() == count).then_some(words)
}

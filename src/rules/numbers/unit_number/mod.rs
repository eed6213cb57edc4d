//! A unit's number read as a count: “64 separate brigades” for the 64th Separate Brigade.
//!
//! In: numbers before the plural of a military unit. Out: a finding where the document knows one unit of that number, or speaks
//! of its commander, with the ordinal and the singular.
//! Must not know: orders of battle.

use rustc_hash::FxHashSet;

use super::figure::{Figure, after, before, is, renderings, stands_free, token};
use crate::document::Token;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{Doubling, NumberWord, Rendering};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const ONE_UNIT: &str = "one-unit";

static META: Meta = Meta {
    id: "numbers/unit-number",
    summary: "the number of a military unit read as a count of units",
    why: "one brigade becomes sixty-four, and nobody who reads the text can tell",
    category: "accuracy/mistranslation",
    severity: Severity::Critical,
    classes: &[Class {
        id: ONE_UNIT,
        what: "the ordinal of the same number for one unit, a single commander, or twenty and more “separate” units",
        by_definition: None,
    }],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/unit-number`
#[derive(Debug)]
pub(super) struct UnitNumber;

impl Rule for UnitNumber {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mentions: Vec<Mention> = Figure::all(context).filter_map(|figure| Mention::read(context, figure)).collect();
        if mentions.is_empty() {
            return;
        }
        let ordinals = ordinals_of(context);
        let commanded: FxHashSet<u64> = mentions.iter().filter(|m| has_commander(context, m.unit)).map(|m| m.number).collect();
        for mention in &mentions {
            let ordinal = context.knowledge.numbers.ordinal(mention.number);
            if ordinals.contains(ordinal.as_str()) || commanded.contains(&mention.number) || mention.is_separate(context) {
                found(context, report, mention, &ordinal);
            }
        }
    }
}

/// More separate units of one kind than reports count.
const MANY: u64 = 20;

/// A number before the plural of a unit.
struct Mention {
    token: usize,
    number: u64,
    unit: usize,
    /// The unit in the singular.
    one: &'static str,
}

impl Mention {
    fn read(context: &Context, figure: Figure) -> Option<Self> {
        let number = figure.plain().filter(|n| (1..1000).contains(n) && !figure.text.starts_with('0'))?;
        let unit = unit_after(context, figure.token)?;
        let one = renderings(context, Some(unit), Rendering::Unit).first()?;
        // A number close before the bare plural counts, unless an article says that the units are known.
        let known = before(context, figure.token).is_some_and(|left| context.is(left, WordClass::Article));
        if unit == figure.token + 1 && !known {
            return None;
        }
        Some(Self { token: figure.token, number, unit, one })
    }

    /// Whether so many “separate” units are meant as no report counts: the word belongs to the name of one.
    fn is_separate(&self, context: &Context) -> bool {
        self.number >= MANY && is(context, after(context, self.token), NumberWord::Separate)
    }
}

fn found(context: &Context, report: &mut Reporter, mention: &Mention, ordinal: &str) {
    let (tokens, one) = (context.tokens(), mention.one);
    let (Some(number), Some(plural)) = (tokens.get(mention.token), tokens.get(mention.unit)) else { return };
    let (number, plural) = (number.span(), plural.span());
    let span = number.cover(plural);
    let between = context.document.text().span(number.end()..plural.start()).map_or("", |gap| context.slice(gap));
    let right = format!("{ordinal}{between}{one}");
    let message = format!("“{}” is one unit, whose number was read as a count. Write “{right}”.", context.slice(span));
    report
        .at(span, ONE_UNIT, message)
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(number, ordinal), (plural, one)])
        .group(format!("{}:{ordinal}", META.id))
        .ask(format!("Is “{}” in the source the number of one unit?", context.slice(span)))
        .done();
}

/// Most words between the number and the unit.
const MOST_WORDS: usize = 3;

/// The plural of a unit after a number, with adjectives in lower case between them at most.
fn unit_after(context: &Context, number: usize) -> Option<usize> {
    if !stands_free(context, number..number + 1) {
        return None;
    }
    let mut at = number;
    for _ in 0..=MOST_WORDS {
        at = after(context, at)?;
        let word = token(context, Some(at)).filter(|t| t.is_word() && t.is_lower())?;
        if !renderings(context, Some(at), Rendering::Unit).is_empty() {
            return Some(at);
        }
        if context.is(at, WordClass::Function) || word.is_clitic() {
            return None;
        }
    }
    None
}

/// The ordinals after “the” that stand for one unit: a unit in the singular follows, or they stand alone.
fn ordinals_of<'a>(context: &Context<'a>) -> FxHashSet<&'a str> {
    let ordinals = context.document.numbers().filter(|&at| {
        let word = context.word(at);
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        let ends = context.knowledge.vocabulary.id(letters);
        let ordinal = letters.len() == 2 && context.knowledge.numbers.is(ends, NumberWord::OrdinalEnding);
        ordinal && before(context, at).is_some_and(|left| context.is(left, WordClass::Article)) && names_unit(context, at)
    });
    ordinals.map(|at| context.word(at)).collect()
}

/// Whether an ordinal names a unit: one follows within three words, or no noun does.
fn names_unit(context: &Context, ordinal: usize) -> bool {
    let mut at = ordinal;
    for _ in 0..=MOST_WORDS {
        let Some(next) = after(context, at) else { return true };
        let Some(word) = context.tokens().get(next) else { return true };
        if is_unit(context, next) {
            return true;
        }
        if !word.is_word() {
            break;
        }
        at = next;
    }
    let next = after(context, ordinal);
    let Some((at, word)) = next.zip(token(context, next)) else { return true };
    let thing = is(context, next, NumberWord::OrdinalThing) || context.is(at, WordClass::Genitive);
    !word.is_word() || word.is_lower() && !thing && (is_verb(context, at) || is_subject(context, ordinal))
}

/// Whether an ordinal opens a sentence with its article: of a thing the noun would stand with it, so that a verb follows more
/// likely than not.
fn is_subject(context: &Context, ordinal: usize) -> bool {
    let article = before(context, ordinal);
    token(context, article).is_some_and(Token::is_capitalized)
}

/// Whether a word is the singular of a unit.
fn is_unit(context: &Context, at: usize) -> bool {
    is(context, Some(at), NumberWord::OneUnit)
}

/// Whether a word after an ordinal is a verb rather than the noun it counts.
fn is_verb(context: &Context, at: usize) -> bool {
    let word = context.word(at);
    let past = context.knowledge.doubled.ends(word, Doubling::Inflected) && word.ends_with('d');
    [WordClass::AfterNoun, WordClass::FiniteVerb, WordClass::Function, WordClass::Speech]
        .into_iter()
        .any(|class| context.is(at, class))
        || past
        || word.ends_with('s') && is_after_unit(context, at)
}

/// Whether the verb in the present tense stands before an article, a number or a pronoun (“fires some”, “sends a hug”).
fn is_after_unit(context: &Context, verb: usize) -> bool {
    let next = after(context, verb);
    next.is_some_and(|at| context.is(at, WordClass::Function)) || token(context, next).is_some_and(Token::has_digit)
}

/// How far a commander is looked for, in tokens.
const COMMANDER: usize = 10;

/// Whether “whose commander” or “its commander” follows.
fn has_commander(context: &Context, unit: usize) -> bool {
    (unit + 1..unit + 1 + COMMANDER).any(|at| {
        let owner = before(context, at);
        is(context, Some(at), NumberWord::Command)
            && is(context, owner, NumberWord::OneOwner)
            && context.document.block_of(at) == context.document.block_of(unit)
            && owner.is_some_and(|owner| opens_phrase(context, owner))
    })
}

/// Whether a possessive opens its sentence or its phrase, so that no other owner stands before it (“each has its commander”).
fn opens_phrase(context: &Context, owner: usize) -> bool {
    let left = before(context, owner);
    let capital = token(context, Some(owner)).is_some_and(Token::is_capitalized);
    capital || token(context, left).is_none_or(|t| !t.is_word()) || left.is_some_and(|at| context.is(at, WordClass::Coordinator))
}

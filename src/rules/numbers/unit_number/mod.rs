//! A unit's number read as a count: “64 separate brigades” for the 64th Separate Brigade.
//!
//! In: numbers before the plural of a military unit. Out: a finding where the document knows one unit of that number, or speaks
//! of its commander, with the ordinal and the singular.
//! Must not know: orders of battle.

use rustc_hash::FxHashSet;

use super::figure::{Figure, after, before, is, is_label, renderings, stands_free, token};
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
        what: "the ordinal of the same number for one unit, a single commander, twenty and more “separate” units, or a unit in the singular",
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
        Figure::all(context).for_each(|figure| singular(context, report, figure));
        let mentions: Vec<Mention> = Figure::all(context).filter_map(|figure| Mention::read(context, figure)).collect();
        if mentions.is_empty() {
            return;
        }
        let ordinals = ordinals_of(context);
        let commanded: FxHashSet<u64> = mentions.iter().filter(|m| has_commander(context, m.unit)).map(|m| m.number).collect();
        for mention in &mentions {
            let ordinal = context.knowledge.numbers.ordinal(mention.number);
            if has_named_commander(context, mention)
                || ordinals.contains(ordinal.as_str()) && !mention.may_be_count(context)
                || commanded.contains(&mention.number)
                || mention.is_separate(context)
            {
                found(context, report, mention, &ordinal);
            }
        }
    }
}

/// Units that reports count in figures.
const FEW: u64 = 12;

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

    /// Whether so few units may be counted although one of them has the same number: no article says that they are known (“the 3 tank
    /// brigades”), or others are counted beside them.
    fn may_be_count(&self, context: &Context) -> bool {
        let known = before(context, self.token).is_some_and(|left| context.is(left, WordClass::Article));
        (2..=FEW).contains(&self.number) && (!known || has_other_count(context, self.token))
    }

    /// Whether so many “separate” units are meant as no report counts: the word belongs to the name of one.
    fn is_separate(&self, context: &Context) -> bool {
        let left = before(context, self.token);
        let counts = [NumberWord::CountLead, NumberWord::AmountLead].into_iter().any(|kind| is(context, left, kind));
        self.number >= MANY
            && is(context, after(context, self.token), NumberWord::Separate)
            && !counts
            && !has_other_count(context, self.token)
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

/// Reports “soldiers of 93 mechanized brigade”: a number of two and more with one unit.
fn singular(context: &Context, report: &mut Reporter, figure: Figure) {
    let Some(number) = figure.plain().filter(|n| (2..1000).contains(n) && !figure.text.starts_with('0')) else { return };
    let left = before(context, figure.token);
    let counted = [WordClass::Cardinal, WordClass::Month].into_iter().any(|class| left.is_some_and(|at| context.is(at, class)));
    let label = token(context, left).is_some_and(Token::has_digit) || is(context, left, NumberWord::Indefinite);
    if counted || label || is_label(context, figure.token) || !stands_free(context, figure.token..figure.token + 1) {
        return;
    }
    let Some(unit) = one_unit_after(context, figure.token).filter(|&unit| ends_name(context, unit)) else { return };
    let tokens = context.tokens();
    let (Some(first), Some(last)) = (tokens.get(figure.token), tokens.get(unit)) else { return };
    let (first, span) = (first.span(), first.span().cover(last.span()));
    let ordinal = context.knowledge.numbers.ordinal(number);
    let determined = left.is_some_and(|at| {
        [WordClass::Article, WordClass::Possessive, WordClass::Pronoun].into_iter().any(|class| context.is(at, class))
    });
    let opens = left.is_none_or(|at| context.document.sentence_of(at) != context.document.sentence_of(figure.token));
    let ordinal = match (determined, opens) {
        (true, _) => ordinal,
        (false, true) => format!("The {ordinal}"),
        (false, false) => format!("the {ordinal}"),
    };
    let rest = context.words(figure.token + 1..unit + 1);
    let message = format!("“{}” is one unit with its number as a count. Write “{ordinal} {rest}”.", context.slice(span));
    report
        .at(span, ONE_UNIT, message)
        .fix(format!("Write “{ordinal} {rest}”"), Safety::Unsafe, &[(first, &ordinal)])
        .group(format!("{}:{ordinal}", META.id))
        .done();
}

/// A unit in the singular after a number and the words of its arm of service.
fn one_unit_after(context: &Context, number: usize) -> Option<usize> {
    let mut at = number;
    for words in 0..=MOST_WORDS {
        at = after(context, at)?;
        token(context, Some(at)).filter(|t| t.is_word() && t.is_lower() && t.space_before())?;
        if is_unit(context, at) {
            return (words > 0).then_some(at);
        }
        if !is(context, Some(at), NumberWord::Branch) {
            return None;
        }
    }
    None
}

/// Whether the name of a unit ends with its noun: no other noun follows that it may only describe (“3 rifle company commanders”).
fn ends_name(context: &Context, unit: usize) -> bool {
    let next = after(context, unit);
    let Some((at, word)) = next.zip(token(context, next)) else { return true };
    if !word.is_word() {
        return !word.is_mark('-') && !word.is_mark('/') && !word.has_digit();
    }
    word.is_capitalized() || !word.is_clitic() && (goes_on(context, at) || context.is(at, WordClass::IrregularPast))
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

/// Longest stretch of a sentence around a number in which other units are looked for, in tokens.
const SENTENCE: usize = 40;

/// Whether the sentence counts other units as well (“four brigades and 64 separate companies”).
fn has_other_count(context: &Context, number: usize) -> bool {
    let Some(sentence) = context.document.sentences().get(context.document.sentence_of(number)) else { return false };
    let near = number.saturating_sub(SENTENCE)..number + SENTENCE;
    let tokens = sentence.tokens().start.max(near.start)..sentence.tokens().end.min(near.end);
    let mut counts =
        tokens.filter(|&at| at != number && (context.is(at, WordClass::Cardinal) || Figure::at(context, at).is_some()));
    counts.any(|at| unit_after(context, at).is_some())
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
    goes_on(context, at) || context.word(at).ends_with('s') && is_after_unit(context, at)
}

/// Whether a word goes on after a noun: a function word or a form that is only a verb.
fn goes_on(context: &Context, at: usize) -> bool {
    let word = context.word(at);
    let past = context.knowledge.doubled.ends(word, Doubling::Inflected) && word.ends_with('d');
    [WordClass::AfterNoun, WordClass::FiniteVerb, WordClass::Function, WordClass::Speech]
        .into_iter()
        .any(|class| context.is(at, class))
        || past
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

/// Whether the number follows on “commander of”, and the name of a single man on the unit.
fn has_named_commander(context: &Context, mention: &Mention) -> bool {
    let of = before(context, mention.token).filter(|&at| context.is(at, WordClass::Genitive));
    let name = token(context, after(context, mention.unit)).is_some_and(Token::is_title_case);
    name && is(context, of.and_then(|at| before(context, at)), NumberWord::Command)
}

/// Whether a possessive opens its sentence or its phrase, so that no other owner stands before it (“each has its commander”).
fn opens_phrase(context: &Context, owner: usize) -> bool {
    let left = before(context, owner);
    let capital = token(context, Some(owner)).is_some_and(Token::is_capitalized);
    capital || token(context, left).is_none_or(|t| !t.is_word()) || left.is_some_and(|at| context.is(at, WordClass::Coordinator))
}

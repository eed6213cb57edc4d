//! A word that stands twice: “the the”, and one noun for two synonyms (“comfort and comfort”).
//!
//! In: the tokens, their word ids and the table of doubled words. Out: deletions for the first kind, questions for the second.
//! Must not know: which words may stand twice; that is the table's.

mod content;

use std::ops::Range;

use crate::document::{RegionKind, Span, Token};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::Doubling;
use crate::knowledge::{WordClass, WordId};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const ARTICLE: &str = "article";
const FUNCTION_WORD: &str = "function-word";
const ONE_THING_TWICE: &str = "one-thing-twice";
const SAME_NOUN_TWICE: &str = "same-noun-twice";
const CONTENT_WORD: &str = "content-word";
const NAME: &str = "name";
const NUMBER: &str = "number";
const OVER_COMMA: &str = "over-comma";

static META: Meta = Meta {
    id: "wording/doubled-word",
    summary: "a word that stands twice where it is meant once, or where two different words were meant",
    why: "a doubled word is a slip of the hand, or the trace of two synonyms that were translated by one word",
    category: "fluency/duplication",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: ARTICLE,
            what: "an article after the same article",
            by_definition: Some("a noun has one article; no sentence of English sets two of them one after the other"),
        },
        Class { id: FUNCTION_WORD, what: "a preposition, conjunction or possessive after itself", by_definition: None },
        Class {
            id: ONE_THING_TWICE,
            what: "one noun joined with itself after “a” or “an”",
            by_definition: Some("the article says that one thing is named, and a thing is not joined with itself"),
        },
        Class { id: SAME_NOUN_TWICE, what: "a noun joined with itself", by_definition: None },
        Class { id: CONTENT_WORD, what: "a noun, verb or adjective after itself", by_definition: None },
        Class { id: NAME, what: "a name after itself", by_definition: None },
        Class { id: NUMBER, what: "a number after itself", by_definition: None },
        Class { id: OVER_COMMA, what: "a word after itself and a comma", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `wording/doubled-word`
#[derive(Debug)]
pub(super) struct DoubledWord;

impl Rule for DoubledWord {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let hashes = context.facts.hashes();
        let words = context.facts.words();
        for (at, &hash) in hashes.iter().enumerate() {
            if hashes.get(at + 1) == Some(&hash) {
                if !word_after_itself(context, report, at) {
                    content::side_by_side(context, report, at);
                }
            } else if hashes.get(at + 2) == Some(&hash) {
                if words.get(at + 1).is_some_and(|&word| is(context, word, Doubling::Joint)) {
                    noun_joined_with_itself(context, report, at);
                } else {
                    content::over_comma(context, report, at);
                }
            }
        }
    }
}

fn is(context: &Context, word: WordId, kind: Doubling) -> bool {
    context.knowledge.doubled.is(word, kind)
}

fn kind_at(context: &Context, token: usize, kind: Doubling) -> bool {
    context.facts.words().get(token).is_some_and(|&word| is(context, word, kind))
}

/// Reports the words at `at` and `at + 1`, which are the same, where the table says that this is a mistake; whether they
/// are of the kinds that it looks for.
fn word_after_itself(context: &Context, report: &mut Reporter, at: usize) -> bool {
    let has = |kind| kind_at(context, at, kind);
    let (class, safety) = if has(Doubling::Article) {
        (ARTICLE, Safety::Safe)
    } else if has(Doubling::Function) {
        (FUNCTION_WORD, Safety::Safe)
    } else if has(Doubling::Adverbial) && !time_or_place_follows(context, at + 2)
        || has(Doubling::Copula) && !subject_clause_before(context, at)
        || has(Doubling::Subject) && !in_quotation(context, at)
    {
        (FUNCTION_WORD, Safety::Unsafe)
    } else {
        return [Doubling::Adverbial, Doubling::Copula, Doubling::Subject].into_iter().any(has);
    };
    if !is_slip(context, at) {
        return true;
    }
    let tokens = context.tokens();
    let (first, second) = (tokens[at].span(), tokens[at + 1].span());
    let Some(both) = context.document.span_of(at..at + 2) else { return true };
    let Some(surplus) = context.document.text().span(first.end()..second.end()) else { return true };
    let word = context.slice(first);
    report
        .at(both, class, format!("“{word}” stands twice. Write it once."))
        .fix(format!("Write “{word}” once"), safety, &[(surplus, "")])
        .done();
    true
}

/// Whether a number or a name follows, before which the first word may belong to the verb ("carry on on Monday").
fn time_or_place_follows(context: &Context, next: usize) -> bool {
    context.tokens().get(next).is_some_and(|token| token.is_wordlike() && (token.is_capitalized() || !token.is_word()))
}

/// Whether two equal words in a row are a slip of running prose: in one block, in lower case but for the start of a
/// sentence, not parts of a hyphenated word ("log-in in", "in in-house"), not quoted as words, not in code.
fn is_slip(context: &Context, at: usize) -> bool {
    let tokens = context.tokens();
    let document = context.document;
    let (first, second) = (&tokens[at], &tokens[at + 1]);
    let same_block = document.block_of(at) == document.block_of(at + 1);
    let opens = document.sentences().get(document.sentence_of(at)).is_some_and(|sentence| {
        let before = sentence.tokens().start.min(at)..at;
        !tokens[before].iter().any(|token| token.is_wordlike())
    });
    // What stands three times and more is a loop, not a doubling.
    let hashes = context.facts.hashes();
    let again = |i: Option<usize>| i.is_some_and(|i| hashes.get(i) == hashes.get(at));
    let twice = !again(at.checked_sub(1)) && !again(Some(at + 2));
    let plain = second.is_lower() && second.space_before() && (first.is_lower() || opens);
    same_block
        && twice
        && plain
        && !hyphenated(context, at..at + 2)
        && !quoted_alone(context, at..at + 2)
        && !in_code(context, first.span())
}

fn hyphenated(context: &Context, words: Range<usize>) -> bool {
    let hyphen =
        |token: Option<usize>| token.and_then(|i| context.tokens().get(i)).is_some_and(|t| t.is_mark('-') && !t.space_before());
    hyphen(words.start.checked_sub(1)) || hyphen(Some(words.end))
}

/// Whether the words are all that stands between two quotation marks: they are spoken of, not said.
fn quoted_alone(context: &Context, words: Range<usize>) -> bool {
    let tokens = context.tokens();
    let opened = words.start.checked_sub(1).and_then(|i| tokens.get(i)).is_some_and(Token::opens_quotation);
    opened && tokens.get(words.end).is_some_and(Token::closes_quotation)
}

/// Whether somebody speaks, who may stammer.
fn in_quotation(context: &Context, at: usize) -> bool {
    context.tokens().get(at).is_some_and(|token| context.document.inside(token.span(), RegionKind::Quotation))
}

fn in_code(context: &Context, span: Span) -> bool {
    context.document.inside(span, RegionKind::Code)
}

/// Longest clause that may stand as a subject, in tokens.
const CLAUSE: usize = 100;

fn subject_clause_before(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    sentence.is_some_and(|s| {
        (s.tokens().start.max(at.saturating_sub(CLAUSE))..at).any(|i| kind_at(context, i, Doubling::SubjectClause))
    })
}

/// Reports “comfort and comfort”, where `at` is the first noun, the conjunction follows it and the noun follows that.
fn noun_joined_with_itself(context: &Context, report: &mut Reporter, at: usize) {
    let tokens = context.tokens();
    let (Some(first), Some(second)) = (tokens.get(at), tokens.get(at + 2)) else { return };
    // Most pairs differ in length, and that costs least to see.
    if first.span().len() != second.span().len() || !first.is_lower() || !second.is_lower() {
        return;
    }
    let word = context.slice(first.span());
    if word != context.slice(second.span()) || !may_be_one_noun(context, at, word) || !ends_there(context, at + 3, word) {
        return;
    }
    let class = if after_one(context, at) {
        ONE_THING_TWICE
    } else if at.checked_sub(1).is_some_and(|before| kind_at(context, before, Doubling::BeforeNoun)) {
        SAME_NOUN_TWICE
    } else {
        return;
    };
    let Some(span) = context.document.span_of(at..at + 3) else { return };
    if context.document.block_of(at) != context.document.block_of(at + 2) || in_code(context, span) {
        return;
    }
    let seen = context.slice(span);
    report
        .at(
            span,
            class,
            format!("“{seen}” names one thing twice; the source seems to have two different words. Find the second."),
        )
        .ask(format!("Which two words stand in the source for “{seen}”?"))
        .done();
}

/// Whether the word can be a noun in the singular that no set phrase says twice: not a function word, a plural ("years
/// and years", "studies and studies"), a comparative ("colder and colder") or a verb by its ending ("waited and waited").
fn may_be_one_noun(context: &Context, at: usize, word: &str) -> bool {
    let closed = context.is(at, WordClass::Function) || context.is(at, WordClass::Pronoun);
    let plural = word.ends_with('s') && !word.ends_with("ss");
    // A form in -ing is a noun where a word that only stands before nouns says so ("the training and training of").
    let noun = || at.checked_sub(1).is_some_and(|before| kind_at(context, before, Doubling::Article));
    let ends = |kind| context.knowledge.doubled.ends(word, kind);
    let inflected = ends(Doubling::Inflected) || ends(Doubling::Gerund) && !noun();
    !closed && !plural && !inflected && word.len() > 2 && !kind_at(context, at, Doubling::Repeats)
}

/// Whether the second noun stands by itself: a mark or a function word follows, and none that makes another thing of it
/// ("a mother and mother-in-law", "a train and train driver", "a doctor and doctor of law"). Of a doing there are not two
/// kinds told apart by what follows ("the protection and protection of the streets").
fn ends_there(context: &Context, next: usize, word: &str) -> bool {
    let Some(token) = context.tokens().get(next) else { return true };
    let doing = || context.knowledge.doubled.ends(word, Doubling::Doing);
    match token.mark() {
        Some('-' | '\'' | '’') => token.space_before(),
        Some(_) => true,
        None => {
            let closed = context.is(next, WordClass::Function) && !token.is_clitic();
            // A third member makes it a figure of speech: “tax and tax and spend”.
            let goes_on = kind_at(context, next, Doubling::Joint);
            closed && !goes_on && (!kind_at(context, next, Doubling::LinksOn) || doing())
        }
    }
}

/// Whether “a” or “an” stands before the noun, with at most one word of quality between them.
fn after_one(context: &Context, at: usize) -> bool {
    let article = |back: usize| at.checked_sub(back).is_some_and(|i| kind_at(context, i, Doubling::One));
    let quality = at.checked_sub(1).is_some_and(|i| {
        let token = &context.tokens()[i];
        token.is_lower() && !context.is(i, WordClass::Function) && !context.is(i, WordClass::Pronoun)
    });
    article(1) || quality && article(2)
}

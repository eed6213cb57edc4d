//! A name or a common word in capitals within a sentence that is set as usual: “Deputy Minister TATYANA Belova”.
//!
//! In: words in capitals. Out: those that the tables or the rest of the document have as usual words, in usual letters.
//! Must not know: acronyms, but for which words are some; what a word stands for.

mod place;
mod uses;

use crate::document::Span;
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::acronyms::FormKey;
use crate::knowledge::{WordClass, capitalized};
use crate::rules::{Class, Context, Meta, Reporter, Rule};
use uses::Uses;

static META: Meta = Meta {
    id: "terms/stray-capitals",
    summary: "a name or a common word in capitals in a sentence that is set as usual",
    why: "capitals of a heading or a database were left in running text; they read like shouting or like an acronym",
    category: "linguistic-conventions/capitalization",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "name",
            what: "a given name or a title in capitals before a word with a capital, or a name that has usual letters elsewhere",
            by_definition: None,
        },
        Class { id: "common", what: "a noun in capitals after an article, in lower case elsewhere", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Fewest letters; shorter words in capitals are acronyms or initials.
const SHORTEST: usize = 4;

/// Most places at which one word stands in capitals by mistake.
const MOST: u32 = 2;

/// `terms/stray-capitals`
#[derive(Debug)]
pub(super) struct StrayCapitals;

/// A word in capitals at its place.
struct Word<'a> {
    at: usize,
    span: Span,
    seen: &'a str,
    lower: String,
}

/// How a word should be written, and why.
struct Answer {
    class: &'static str,
    right: String,
    safety: Safety,
}

impl Rule for StrayCapitals {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut uses = None;
        for (at, token) in context.tokens().iter().enumerate() {
            if !token.is_all_caps() || token.span().len() < SHORTEST || token.has_digit() || token.is_dotted() || !token.is_word()
            {
                continue;
            }
            if context.is_verbatim(token.span()) || !place::is_usual(context, at) {
                continue;
            }
            let uses = uses.get_or_insert_with(|| Uses::count(context));
            let seen = context.slice(token.span());
            let word = Word { at, span: token.span(), seen, lower: seen.to_lowercase() };
            if let Some(answer) = judge(context, uses, &word) {
                report_word(context, report, &word, &answer);
            }
        }
    }
}

fn report_word(context: &Context, report: &mut Reporter, word: &Word, answer: &Answer) {
    let Word { seen, span, .. } = word;
    let right = &answer.right;
    let around = context.document.beginning(word.at.saturating_sub(1)..word.at + 2, 3);
    report
        .at(
            *span,
            answer.class,
            format!("“{seen}” stands in capitals in “{around}”, among words in usual letters. Write “{right}”."),
        )
        .group(format!("terms:{seen}"))
        .fix(format!("Write “{right}”"), answer.safety, &[(*span, right)])
        .done();
}

/// What a word in capitals should be; `None` where it may be an acronym, a brand, a label or emphasis.
fn judge(context: &Context, uses: &Uses, word: &Word) -> Option<Answer> {
    let lexicon = &context.knowledge.lexicon;
    let title = capitalized(&word.lower);
    let names = &context.knowledge.source.given_names;
    let given = names.has(word.lower.as_bytes()) || names.is_abroad(word.lower.as_bytes());
    let elsewhere = uses.of(context.hash(word.at));
    let acronym = context.knowledge.acronyms.has(FormKey::of(word.seen));
    let common = lexicon.is_common(&word.lower);
    let named = elsewhere.title > 0 && elsewhere.capitals <= elsewhere.title + 1;
    let followed = place::is_title_case(context, word.at + 1);
    if uses.shouts() || elsewhere.capitals > MOST || context.is(word.at, WordClass::Revered) {
        return None;
    }
    let opens_block = place::opens_block(context, word.at) || place::is_label(context, word.at);
    let person = given && followed && (named || !common && !acronym && !opens_block);
    // Any other name may be a surname, which some write in capitals.
    let place = context.is(word.at, WordClass::Country) || context.is(word.at, WordClass::Land) || lexicon.is_word(&title);
    let proper = given || place && !lexicon.is_word(&word.lower);
    let known = named && proper && !followed && elsewhere.lower == 0 && !opens_block && !place::beside_surname(context, word.at);
    let office = followed && context.is(word.at, WordClass::Title) && place::opens_title(context, word.at);
    if person || known || office {
        return Some(Answer { class: "name", right: title, safety: Safety::Safe });
    }
    let noun = common && !acronym && elsewhere.lower > 0 && !uses.emphasis() && place::is_head(context, word.at);
    noun.then(|| Answer { class: "common", right: word.lower.clone(), safety: Safety::Unsafe })
}

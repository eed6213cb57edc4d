//! Money as the source language writes it: “100 $”, “$ 100”, “500 rub.”, “300 USD dollars”.
//!
//! In: numbers with the signs, codes and abbreviations beside them. Out: a finding on each, with the English form.
//! Must not know: rates, and which currency is meant by “$”.

use std::ops::Range;

use super::figure::{Figure, after, before, is, is_close_mark, is_currency_sign, is_group, renderings, spaced, token};
use crate::document::{Token, TokenKind};
use crate::facts::Needs;
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::target::english::{NumberWord, Rendering};
use crate::knowledge::{WordClass, WordId};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

const SIGN_AFTER: &str = "sign-after";
const SPACE: &str = "space";
const ABBREVIATION: &str = "abbreviation";
const TWICE: &str = "twice";

static META: Meta = Meta {
    id: "numbers/currency-order",
    summary: "a sign, a code or an abbreviation of a currency as the source language sets it",
    why: "in English the sign of a currency stands close before the number, and roubles are spelt out",
    category: "locale-conventions/currency-format",
    severity: Severity::Minor,
    classes: &[
        Class { id: SIGN_AFTER, what: "the sign of a currency after the number", by_definition: None },
        Class { id: SPACE, what: "a space between the sign of a currency and the number", by_definition: None },
        Class { id: ABBREVIATION, what: "an abbreviation of the source language", by_definition: None },
        Class { id: TWICE, what: "a code and the name of the same currency", by_definition: None },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::WORDS,
    hint: false,
    page: include_str!("rule.md"),
};

/// `numbers/currency-order`
#[derive(Debug)]
pub(super) struct CurrencyOrder;

impl Rule for CurrencyOrder {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let mut spelling = Spelling::default();
        for figure in Figure::all(context) {
            sign_before(context, report, figure);
            // “5 million $”: the power of ten belongs to the number.
            let scale = after(context, figure.token).filter(|&at| is(context, Some(at), NumberWord::Scale));
            let last = scale.unwrap_or(figure.token);
            let next = after(context, last);
            match token(context, next).map(|t| t.kind()) {
                Some(TokenKind::Mark) => sign_after(context, report, figure.token, last),
                Some(TokenKind::Word) => {
                    abbreviation(context, report, figure, next, &mut spelling);
                    twice(context, report, next);
                }
                _ => {}
            }
        }
    }
}

fn found(
    context: &Context,
    report: &mut Reporter,
    tokens: Range<usize>,
    class: &'static str,
    safety: Safety,
    right: &str,
    what: &str,
) {
    let Some(span) = context.document.span_of(tokens) else { return };
    let advice = match (class, safety, right.chars().next()) {
        // The separators of the number are another rule's: what is shown here would not be the end of it.
        (SIGN_AFTER | SPACE, Safety::Unsafe, Some(sign)) => format!("Put “{sign}” close before the number"),
        _ => format!("Write “{}”", right.trim_end()),
    };
    let message = format!("“{}” {what}. {advice}.", context.slice(span));
    report.at(span, class, message).fix(advice, safety, &[(span, right)]).done();
}

/// The sign of a currency at a token.
fn sign(context: &Context, at: Option<usize>) -> Option<char> {
    token(context, at)?.mark().filter(|&mark| is_currency_sign(mark))
}

/// Reports “$ 100”.
fn sign_before(context: &Context, report: &mut Reporter, figure: Figure) {
    let Some(at) = before(context, figure.token).filter(|&at| sign(context, Some(at)).is_some()) else { return };
    let spaced = token(context, Some(figure.token)).is_some_and(|t| t.space_before() && !t.break_before());
    // A word or a number close before the sign makes it that of another currency (US$), or the sign belongs there.
    let own = token(context, Some(at)).is_some_and(|t| t.space_before())
        && token(context, before(context, at)).is_none_or(|t| !t.has_digit())
        || token(context, before(context, at)).is_none_or(|t| t.is_mark('(') || t.opens_quotation());
    if spaced && own && sign(context, after(context, figure.token)).is_none() && ends_apart(context, figure.token) {
        let last = last_group(context, figure.token);
        let number = figure.token..last + 1;
        let right = format!("{}{}", context.word(at), context.words(number.clone()));
        found(
            context,
            report,
            at..last + 1,
            SPACE,
            safety_of(context, number),
            &right,
            "has a space after the sign of the currency",
        );
    }
}

/// Whether nothing is joined to a token from the right that makes it a code.
fn ends_apart(context: &Context, at: usize) -> bool {
    let joins = |t: &Token| !t.space_before() && (t.is_wordlike() || matches!(t.mark(), Some('$' | '_' | '{' | '(' | '/' | '=')));
    !token(context, after(context, at)).is_some_and(joins)
}

/// Reports “100 $”, `last` being the last token before the sign.
fn sign_after(context: &Context, report: &mut Reporter, number: usize, last: usize) {
    let Some(at) = after(context, last).filter(|&at| sign(context, Some(at)).is_some()) else { return };
    let number = first_group(context, number);
    let left = before(context, number);
    let joined = |t: &Token| {
        let own = token(context, Some(number)).is_some_and(|t| !t.space_before());
        t.mark().is_some_and(is_currency_sign)
            || own && (t.is_wordlike() || matches!(t.mark(), Some('.' | '-' | '–' | '/' | '_' | '=')))
    };
    let next = token(context, after(context, at));
    // “5 $VAR”, or the sign of the next sum.
    let belongs_on = next
        .is_some_and(|t| t.is_wordlike() && (!t.space_before() || t.has_digit()) || t.is_mark('{') || t.is_mark('('))
        || is_close_mark(context, after(context, at), '-');
    if token(context, left).is_some_and(joined) || belongs_on {
        return;
    }
    let right = format!("{}{}", context.word(at), context.words(number..last + 1));
    found(
        context,
        report,
        number..at + 1,
        SIGN_AFTER,
        safety_of(context, number..last + 1),
        &right,
        "has the sign of the currency after the number",
    );
}

/// Whether a sign may move beside a number as it is: where its separators are those of the source language, the sign would make
/// an English number of them ("$10.000" for ten thousand), so that they have to be mended first.
fn safety_of(context: &Context, number: Range<usize>) -> Safety {
    let mut figures = number.filter_map(|at| Figure::at(context, at));
    let sound = figures.next().is_some_and(|figure| {
        let decimals = |text: &str| text.split_once('.').is_none_or(|(_, rest)| rest.len() == 2 && !rest.contains(','));
        figure.plain().is_some() || decimals(figure.text) && (!figure.text.contains(',') || is_in_thousands(figure))
    });
    if sound && figures.next().is_none() { Safety::Safe } else { Safety::Unsafe }
}

/// Whether commas part the thousands of a number, which may have decimals.
fn is_in_thousands(figure: Figure) -> bool {
    let whole = figure.text.split_once('.').map_or(figure.text, |(whole, _)| whole);
    Figure { text: whole, ..figure }.is_grouped(',')
}

/// The last of the numbers that follow on one with nothing but spaces between them (“$ 10 000”).
fn last_group(context: &Context, number: usize) -> usize {
    let mut last = number;
    let opens = context.word(number).len() <= 3;
    while let Some(next) = after(context, last).filter(|&next| {
        let spaced = token(context, Some(next)).is_some_and(|t| t.space_before() && !t.break_before());
        opens && spaced && is_group(context.word(next))
    }) {
        last = next;
    }
    last
}

/// The first of the numbers that stand before one with nothing but spaces between them (“10 000 $”).
fn first_group(context: &Context, number: usize) -> usize {
    let mut first = number;
    while let Some(left) = before(context, first).filter(|&left| {
        let spaced = token(context, Some(first)).is_some_and(|t| t.space_before() && !t.break_before());
        spaced && is_group(context.word(first)) && Figure::at(context, left).is_some_and(|figure| figure.text.len() <= 3)
    }) {
        first = left;
    }
    first
}

/// Reports “500 rub.”.
fn abbreviation(context: &Context, report: &mut Reporter, figure: Figure, next: Option<usize>, spelling: &mut Spelling) {
    let Some(at) = next.filter(|_| token(context, next).is_some_and(|t| t.is_lower() && t.space_before())) else { return };
    let [british, rest @ ..] = renderings(context, next, Rendering::Sum) else { return };
    let stop = is_close_mark(context, after(context, at), '.');
    if figure.text == "1" || !stop && !ends_there(context, at) {
        return;
    }
    let right = rest.first().filter(|american| spelling.is_american(context, british, american)).unwrap_or(british);
    let end = if stop && goes_on(context, at + 1) { at + 2 } else { at + 1 };
    let right = &spaced(context, end, right);
    found(context, report, at..end, ABBREVIATION, Safety::Unsafe, right, "is an abbreviation of the source language");
}

/// Whether no noun follows on a word that may be a verb or a noun of English as well (“5 rub downs”).
fn ends_there(context: &Context, at: usize) -> bool {
    let next = after(context, at);
    token(context, next).is_none_or(|t| !t.is_word() || t.is_capitalized())
        || next.is_some_and(|at| context.is(at, WordClass::Function))
}

/// Whether the sentence goes on after a full stop.
fn goes_on(context: &Context, stop: usize) -> bool {
    let next = token(context, after(context, stop));
    next.is_some_and(|t| {
        t.is_lower() || t.has_digit() || t.mark().is_some_and(|m| matches!(m, ',' | ';' | ')' | '(' | '–' | '—' | '-'))
    })
}

/// Whether the document has the American spelling of a currency, asked once for each.
#[derive(Default)]
struct Spelling(Vec<(&'static str, bool)>);

impl Spelling {
    fn is_american(&mut self, context: &Context, british: &'static str, american: &str) -> bool {
        if let Some((_, known)) = self.0.iter().find(|(word, _)| *word == british) {
            return *known;
        }
        let is = stands_in(context, american) && !stands_in(context, british);
        self.0.push((british, is));
        is
    }
}

/// Whether a word, or its singular, stands anywhere in the document.
fn stands_in(context: &Context, word: &str) -> bool {
    let vocabulary = &context.knowledge.vocabulary;
    let ids = [vocabulary.id(word), word.strip_suffix('s').map_or(WordId::NONE, |one| vocabulary.id(one))];
    context.facts.words().iter().any(|id| *id != WordId::NONE && ids.contains(id))
}

/// Reports “300 USD dollars”.
fn twice(context: &Context, report: &mut Reporter, code: Option<usize>) {
    let names = renderings(context, code, Rendering::Code);
    let Some(at) = code.filter(|_| token(context, code).is_some_and(Token::is_all_caps)) else { return };
    let name = after(context, at).map(|next| context.word(next)).filter(|name| names.contains(name));
    if let Some(name) = name {
        found(context, report, at..at + 2, TWICE, Safety::Unsafe, name, "names the currency twice");
    }
}

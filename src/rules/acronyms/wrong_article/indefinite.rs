//! "A" and "an" by the first sound of what follows: "an UAV", "a MLRS", "a F-16".

use crate::document::{Span, Token};
use crate::facts::acronyms::{Form, Mention};
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::{Indefinite, Rank, Standing};
use crate::rules::{Context, Reporter};

/// The letter before a sum in rand.
const RAND: char = 'R';

/// "an UAV": an indefinite article before an acronym.
pub(super) fn check(context: &Context, report: &mut Reporter, article: usize, mention: &Mention, form: &Form) {
    // "a NGOs": which of the two is wrong, the article or the plural, cannot be told.
    let plural = context.slice(mention.span).ends_with('s');
    if plural || is_foreign(context, form) || context.is(mention.token, WordClass::SaidInFull) {
        return;
    }
    if let Some(wanted) = context.knowledge.acronyms.indefinite(&form.text, form.key) {
        report_one(context, report, article, mention.span, wanted);
    }
}

/// Whether an acronym may be one of a source language that readers do not know, so that its article goes with it.
fn is_foreign(context: &Context, form: &Form) -> bool {
    let tables = &context.knowledge.acronyms;
    let known = tables.sense(form.key).is_some_and(|sense| sense.rank <= Rank::Household);
    !known && tables.readings(form.key).iter().any(|r| r.standing > Standing::Loan)
}

/// "a F-16", "an M777", "an U-boat": letters before a number or a hyphen are read by their names.
pub(super) fn check_types(context: &Context, report: &mut Reporter) {
    for (article, pair) in context.tokens().windows(2).enumerate() {
        let [_, named] = pair else { continue };
        if !named.is_word() || !named.is_capitalized() || !context.is(article, WordClass::Article) {
            continue;
        }
        let seen = context.slice(named.span());
        let rest = context.tokens().get(article + 2..).unwrap_or_default();
        if (is_hyphened(seen, rest) || is_numbered(seen, rest))
            && let Some(wanted) = Indefinite::of_letters(seen)
        {
            report_one(context, report, article, named.span(), wanted);
        }
    }
}

/// Whether a single letter goes on with a hyphen: "F-16", "U-boat".
fn is_hyphened(letter: &str, rest: &[Token]) -> bool {
    letter.len() == 1 && rest.first().is_some_and(|t| t.is_mark('-') && !t.space_before())
}

/// Whether a letter has its number with it: "M777". Sums and magnitudes are read in another order: "R500", "M4.5".
fn is_numbered(word: &str, rest: &[Token]) -> bool {
    let fraction = |t: &Token| t.is_mark('.') && !t.space_before();
    let broken = rest.first().is_some_and(fraction) && rest.get(1).is_some_and(|t| t.has_digit() && !t.space_before());
    let digit = word.as_bytes().get(1).is_some_and(u8::is_ascii_digit);
    digit && !broken && !word.starts_with(RAND)
}

fn report_one(context: &Context, report: &mut Reporter, article: usize, named: Span, wanted: Indefinite) {
    let Some(token) = context.tokens().get(article) else { return };
    if self::article(context, article).is_none_or(|old| old == wanted) || !super::is_used(context, article) {
        return;
    }
    let new = if token.is_capitalized() { wanted.word().replacen('a', "A", 1) } else { wanted.word().to_owned() };
    let (seen, name) = (context.word(article), context.slice(named));
    let sound = match wanted {
        Indefinite::A => "a consonant",
        Indefinite::An => "a vowel",
    };
    let message = format!("“{seen} {name}”: “{name}” begins with the sound of {sound} when it is read aloud. Write “{new}”.");
    report
        .at(token.span(), "a-an", message)
        .evidence("sound", format!("{} {name}", wanted.word()), None)
        .group(format!("acronyms:{} {name}", wanted.word()))
        .fix(format!("Write “{new}”"), Safety::Safe, &[(token.span(), &new)])
        .done();
}

/// The indefinite article that a token is.
pub(super) fn article(context: &Context, at: usize) -> Option<Indefinite> {
    [Indefinite::A, Indefinite::An].into_iter().find(|article| context.word(at).eq_ignore_ascii_case(article.word()))
}

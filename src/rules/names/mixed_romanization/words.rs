//! Places, things, and people who are named by one word.

use super::{APOSTROPHE, Ground, Settled, report_rare, report_tie, words_of};
use crate::concordance::{Bond, Pair, Variant};
use crate::facts::names::Verdict;
use crate::fix::Safety;
use crate::rules::{Context, Reporter};

/// Most tokens from one spelling to another that is named beside it.
const NEAR: usize = 4;

pub(super) fn check(context: &Context, report: &mut Reporter, settled: &Settled) {
    let is_settled = |pair: &Pair| pair.rare.words.iter().chain(&pair.usual.words).any(|word| settled.has(word));
    for pair in context.names.pairs().iter().filter(|pair| !is_settled(pair) && !is_told(context, pair)) {
        match &pair.bond {
            Bond::Romanized(verdict, source) => {
                let same = *verdict == Verdict::Same;
                let ground = Ground {
                    class: if same { "word" } else { "likely" },
                    reason: &format!("both romanise {}", source.form),
                    source: Some(source),
                    group: &format!("names:{}", source.form),
                    safety: if same { Safety::Safe } else { Safety::Unsafe },
                };
                check_pair(context, report, pair, ground);
            }
            Bond::Apostrophe => {
                let form = &context.facts.names().spelling(pair.usual.spelling).text;
                let group = format!("names:{form}");
                let ground =
                    Ground { class: "apostrophe", reason: APOSTROPHE, source: None, group: &group, safety: Safety::Safe };
                check_pair(context, report, pair, ground);
            }
            Bond::Near => {}
        }
    }
}

/// Whether both spellings are one bearer's: then the bearers tell it.
fn is_told(context: &Context, pair: &Pair) -> bool {
    let names = context.facts.names();
    let texts = [&pair.rare, &pair.usual].map(|uses| &names.spelling(uses.spelling).text);
    let has_both = |variants: &[Variant]| texts.iter().all(|text| variants.iter().any(|variant| variant.text == **text));
    context.names.doubtful_bearers().iter().any(|bearer| has_both(&bearer.surnames) || has_both(&bearer.givens))
}

fn check_pair(context: &Context, report: &mut Reporter, pair: &Pair, mut ground: Ground) {
    let (rare, usual) = (words_of(context, &pair.rare), words_of(context, &pair.usual));
    if rare.spans.is_empty() || usual.spans.is_empty() {
        return;
    }
    if !pair.tied || pair.plural {
        let right = if pair.plural { format!("{}s", usual.text) } else { usual.text.to_owned() };
        report_rare(context, report, &rare, &usual, &right, &ground);
    } else {
        if side_by_side(context, pair) {
            return;
        }
        if ground.class == "word" {
            ground.class = "word-tie";
        }
        let preferred = context.knowledge.source.preferred(rare.text, usual.text);
        report_tie(context, report, &usual, &rare, preferred, &ground);
    }
}

/// Whether both spellings stand side by side in one sentence, once each: it speaks about them (“spelt Kost or Kist”).
fn side_by_side(context: &Context, pair: &Pair) -> bool {
    let ([rare], [usual]) = (&pair.rare.words[..], &pair.usual.words[..]) else { return false };
    let (rare, usual) = (rare.tokens().start, usual.tokens().start);
    rare.abs_diff(usual) <= NEAR && context.document.sentence_of(rare) == context.document.sentence_of(usual)
}

//! One office in two wordings before one name: “Health Minister Odintsova” and “Minister of Health Odintsova”.
//!
//! In: offices before names, and the tokens. Out: the rarer wording.
//! Must not know: which offices there are.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::uses::Use;
use crate::document::{BlockKind, Token};
use crate::finding::counted;
use crate::fix::Safety;
use crate::knowledge::{WordClass, hash_word, join};
use crate::rules::{Context, Reporter};

/// Most words of what somebody is minister of.
const FIELD: usize = 3;
/// How many words after the office the surname may be the last of.
const NAME: usize = 3;
/// How many times as often the usual wording stands, and how often at least.
const TIMES: usize = 2;

/// The places of one office of one person in the two wordings.
#[derive(Default)]
struct Office {
    before: Vec<Range<usize>>,
    after: Vec<Range<usize>>,
}

pub(super) fn report(context: &Context, report: &mut Reporter, uses: &[Use]) {
    // By the hash of field, office and surname; each way of cutting the field is one.
    let mut offices: FxHashMap<u64, Office> = FxHashMap::default();
    for found in uses {
        let Some(office) = found.tokens.end.checked_sub(1) else { continue };
        for length in 1..=FIELD {
            let Some(start) = office.checked_sub(length).filter(|&start| is_field(context, start)) else { break };
            let key = key(context, start..office, office, found.name);
            offices.entry(key).or_default().before.push(start..found.tokens.end);
        }
    }
    if offices.is_empty() {
        return;
    }
    let tokens = context.tokens();
    for at in 0..tokens.len() {
        let of = at + 1;
        if !context.is(at, WordClass::Office) || !context.is(of, WordClass::Genitive) || !is_paragraph(context, at) {
            continue;
        }
        let start = of + 1 + usize::from(context.is(of + 1, WordClass::Article));
        for length in (1..=FIELD).take_while(|length| is_field(context, start + length - 1)) {
            let field = start..start + length;
            for name in field.end..(field.end + NAME).min(tokens.len()) {
                if !is_field(context, name) || !tokens.get(name).is_some_and(Token::is_capitalized) {
                    break;
                }
                if let Some(office) = offices.get_mut(&key(context, field.clone(), at, context.hash(name))) {
                    office.after.push(at..field.end);
                }
            }
        }
    }
    let mut offices: Vec<Office> = offices.into_values().filter(|office| !office.after.is_empty()).collect();
    offices.sort_by_key(|office| office.after.first().map(|place| place.start));
    for office in &offices {
        judge(context, report, office);
    }
}

fn key(context: &Context, field: Range<usize>, office: usize, name: u64) -> u64 {
    let field = field.fold(0, |key, i| join(key, singular(context, i)));
    join(join(field, context.hash(office)), name)
}

/// The hash of a word without the ending of a plural: a Minister of Sport is a Sports Minister.
fn singular(context: &Context, at: usize) -> u64 {
    let word = context.word(at);
    word.strip_suffix('s').map_or_else(|| context.hash(at), hash_word)
}

/// Whether a token is a word after a space that may belong to the field of an office.
fn is_field(context: &Context, at: usize) -> bool {
    let word = context.tokens().get(at).is_some_and(|t| t.is_word() && !t.is_clitic() && !t.break_before());
    word && !context.is(at, WordClass::Function)
}

fn is_paragraph(context: &Context, at: usize) -> bool {
    let document = context.document;
    document.blocks().get(document.block_of(at)).is_some_and(|block| block.kind() != BlockKind::Heading)
}

fn judge(context: &Context, report: &mut Reporter, office: &Office) {
    let (before, after) = (office.before.len(), office.after.len());
    if before >= TIMES * after {
        for place in &office.after {
            let first = office.before.first();
            report_place(context, report, place, (first, before));
        }
    } else if after >= TIMES * before {
        for place in &office.before {
            let first = office.after.first();
            report_place(context, report, place, (first, after));
        }
    }
}

fn report_place(context: &Context, report: &mut Reporter, place: &Range<usize>, (model, most): (Option<&Range<usize>>, usize)) {
    let Some(span) = context.document.span_of(place.clone()) else { return };
    let Some(model) = model.and_then(|model| context.document.span_of(model.clone())) else { return };
    let (seen, right) = (context.slice(span), context.slice(model));
    let name = context.word(place.end);
    let places = counted(most, "other place", "other places");
    report
        .at(span, "wording", format!("“{seen}” before “{name}” here, “{right}” in {places}. Write “{right}”."))
        .compare(model, format!("“{right}” here"))
        .fix(format!("Write “{right}”"), Safety::Unsafe, &[(span, right)])
        .group(format!("title:{}", right.to_lowercase()))
        .done();
}

//! Articles before acronyms: "an UAV", "the NATO decided", "in US".
//!
//! In: the mentions of acronyms, and what the table of English ones says of their reading and their article. Out: a finding
//! on each article that does not fit, is too much, or is missing. Must not know: what an acronym should have been instead.

mod indefinite;
mod noun;

use crate::document::{Block, BlockKind, Sentence, Token};
use crate::facts::Needs;
use crate::facts::acronyms::{Form, Mention};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::WordClass;
use crate::knowledge::acronyms::{Article, Kind, Owner, Rank, Sense, Spoken};
use crate::rules::{Class, Context, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "acronyms/wrong-article",
    summary: "an article before an acronym that does not fit, is too much, or is missing",
    why: "whether an acronym takes an article, and which, hangs on how English reads it; Slavic languages have no articles",
    category: "fluency/grammar",
    severity: Severity::Minor,
    classes: &[
        Class {
            id: "a-an", what: "“a” or “an” against the first sound of the acronym as it is read aloud", by_definition: None
        },
        Class {
            id: "no-article-name",
            what: "“the” before a name that is read as a word, with no other noun after it",
            by_definition: None,
        },
        Class {
            id: "missing-the",
            what: "nothing before a name that takes “the”, after a preposition in a full sentence",
            by_definition: None,
        },
    ],
    safety: Some(Safety::Safe),
    languages: &[],
    needs: Needs::ACRONYMS,
    hint: false,
    page: include_str!("rule.md"),
};

/// A sentence of fewer tokens may be a note or a caption.
const FULL_SENTENCE: usize = 7;
/// So many mentions or definitions of an acronym are looked at to learn how the text uses it.
const ASKED: usize = 20;
/// So many tokens away an article shows that the text does not leave articles out.
const NEAR: usize = 40;

/// `acronyms/wrong-article`
#[derive(Debug)]
pub(super) struct WrongArticle;

impl Rule for WrongArticle {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let acronyms = context.facts.acronyms();
        for mention in acronyms.mentions() {
            let Some(form) = acronyms.forms().get(mention.form) else { continue };
            let Some(before) = before(context, mention.token) else { continue };
            if context.is(before, WordClass::Article) {
                indefinite::check(context, report, before, mention, form);
                check_definite(context, report, before, mention, form);
            } else if context.is(before, WordClass::Preposition) {
                check_missing(context, report, before, mention, form);
            }
        }
        indefinite::check_types(context, report);
    }
}

/// The token before another, with white space between them.
fn before(context: &Context, at: usize) -> Option<usize> {
    let token = context.tokens().get(at).filter(|t| t.space_before())?;
    at.checked_sub(1).filter(|_| token.is_wordlike())
}

/// Whether a token is used as an article: a capital "A" within a sentence is a letter, a grade, a plan.
fn is_used(context: &Context, at: usize) -> bool {
    let Some(token) = context.tokens().get(at) else { return false };
    !token.is_all_caps() && (token.is_lower() || opens(context, at))
}

/// Whether a token opens a sentence, a quotation or a bracket.
fn opens(context: &Context, at: usize) -> bool {
    let sentence = context.document.sentences().get(context.document.sentence_of(at));
    let first = sentence.is_some_and(|sentence| sentence.tokens().start == at);
    let mark = |t: &Token| t.opens_quotation() || matches!(t.mark(), Some('(' | '[' | ':' | '–' | '—'));
    first || at.checked_sub(1).and_then(|i| context.tokens().get(i)).is_some_and(mark)
}

/// "the NATO decided": a definite article before a name that takes none, where the name is the noun.
fn check_definite(context: &Context, report: &mut Reporter, article: usize, mention: &Mention, form: &Form) {
    if indefinite::article(context, article).is_some() || !is_used(context, article) {
        return;
    }
    let Some(sense) = sense_of(context, form).filter(|sense| is_bare_name(sense)) else { return };
    if !noun::is_possessor(context, mention) && !noun::stands_alone(context, mention, false) {
        return;
    }
    let Some(token) = context.tokens().get(article) else { return };
    let place = token.span().cover(mention.span);
    let name = context.slice(mention.span);
    let message =
        format!("“{}”: “{name}” is read as a name and takes no article as a noun. Write “{name}”.", context.slice(place));
    report
        .at(place, "no-article-name", message)
        .evidence("table", sense.words.first().copied().unwrap_or_default(), Some("target/english/acronyms"))
        .group(format!("acronyms:no article {}", form.text))
        .fix(format!("Write “{name}”"), Safety::Safe, &[(place, name)])
        .done();
}

/// Whether an acronym is a name that is read as a word and takes no article. One of several senses must be famous.
fn is_bare_name(sense: &Sense) -> bool {
    let plain = sense.rank <= Rank::Household || sense.words.len() == 1;
    sense.article == Article::None && sense.spoken == Spoken::Word && sense.kind == Kind::Organisation && plain
}

/// "in US": nothing before a name that takes the definite article.
fn check_missing(context: &Context, report: &mut Reporter, preposition: usize, mention: &Mention, form: &Form) {
    let Some(sense) = sense_of(context, form).filter(|sense| takes_the(sense)) else { return };
    // Members of a body may call it by its letters alone ("according to WHO"), states are never called so.
    let common = (sense.kind == Kind::State || sense.is_commonest()) && !context.is(mention.token, WordClass::Function);
    // "They did it for US": a pronoun in capitals.
    let shouted = context.is(mention.token, WordClass::Pronoun) && !context.is(preposition, WordClass::PlacePreposition);
    if shouted || !is_full_sentence(context, mention.token) || !noun::stands_alone(context, mention, true) {
        return;
    }
    if !common && !has_article_elsewhere(context, form) {
        return;
    }
    let name = context.slice(mention.span);
    let message = format!("“{} {name}”: “{name}” takes an article as a noun. Write “the {name}”.", context.word(preposition));
    report
        .at(mention.span, "missing-the", message)
        .evidence("table", sense.words.first().copied().unwrap_or_default(), Some("target/english/acronyms"))
        .group(format!("acronyms:the {}", form.text))
        .fix(format!("Write “the {name}”"), Safety::Unsafe, &[(mention.span, &format!("the {name}"))])
        .done();
}

/// Whether an acronym is a state or a body known to all that takes the definite article.
fn takes_the(sense: &Sense) -> bool {
    sense.article == Article::The && matches!(sense.kind, Kind::State | Kind::Organisation) && sense.rank <= Rank::Household
}

/// Whether the text itself writes an acronym with its article as a noun.
fn has_article_elsewhere(context: &Context, form: &Form) -> bool {
    let mentions = form.mentions.iter().take(ASKED).filter_map(|&i| context.facts.acronyms().mentions().get(i));
    let with_the = |m: &Mention| {
        let definite = |at: usize| context.is(at, WordClass::Article) && indefinite::article(context, at).is_none();
        before(context, m.token).is_some_and(definite) && noun::stands_alone(context, m, false)
    };
    mentions.into_iter().any(with_the)
}

/// What readers take an acronym for, unless the text gives it another meaning.
fn sense_of<'a>(context: &Context<'a>, form: &Form) -> Option<&'a Sense> {
    let tables = &context.knowledge.acronyms;
    let known = Owner::Sense(tables.sense_index(form.key)?);
    let acronyms = context.facts.acronyms();
    let other =
        form.definitions.iter().take(ASKED).filter_map(|&i| acronyms.definitions().get(i)).any(|d| !d.owners.contains(&known));
    tables.sense(form.key).filter(|_| !other)
}

/// Whether a token stands in a sentence of running text that has its articles: no heading, list, credit or note.
fn is_full_sentence(context: &Context, at: usize) -> bool {
    let document = context.document;
    let Some(sentence) = document.sentences().get(document.sentence_of(at)) else { return false };
    let Some(block) = document.blocks().get(sentence.block()) else { return false };
    let running = block.kind() == BlockKind::Paragraph && sentence.tokens().len() >= FULL_SENTENCE;
    running && ends_as_one(context, sentence) && has_article_near(context, at, block)
}

fn ends_as_one(context: &Context, sentence: &Sentence) -> bool {
    let mut last = context.tokens().get(sentence.tokens()).unwrap_or_default().iter().rev();
    let closing = |t: &&Token| t.closes_quotation() || t.is_mark(')');
    last.find(|t| !closing(t)).is_some_and(|t| t.is_dotted() || matches!(t.mark(), Some('.' | '!' | '?' | '…')))
}

/// Whether an article stands within some tokens of another in its paragraph.
fn has_article_near(context: &Context, at: usize, block: &Block) -> bool {
    let tokens = block.tokens();
    let near = at.saturating_sub(NEAR).max(tokens.start)..(at + NEAR).min(tokens.end);
    near.into_iter().any(|at| context.is(at, WordClass::Article))
}

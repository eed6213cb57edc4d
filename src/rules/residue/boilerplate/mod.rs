//! Page furniture that was taken along with the text: breadcrumbs, comment forms, appeals, share bars, consent notices.
//!
//! In: hits of the furniture table and the blocks they begin. Out: deletions of whole blocks, or of a breadcrumb that
//! is glued before a headline.
//! Must not know: the words of furniture, which stand in the table; where on the page a block stands, since texts are
//! cut and joined.

mod breadcrumb;
mod disclaimer;

use breadcrumb::Steps;

use crate::document::{Block, BlockKind, Span, Token, count_words};
use crate::facts::{Needs, PhraseHit};
use crate::finding::Severity;
use crate::fix::Safety;
use crate::knowledge::phrase::PhraseTable;
use crate::rules::{Class, Context, Draft, Meta, Reporter, Rule};

static META: Meta = Meta {
    id: "residue/boilerplate",
    summary: "page furniture that was taken along with the text",
    why: "what stands around a text on its page is no part of the text and confuses readers of the translation",
    category: "design-and-markup/layout",
    severity: Severity::Minor,
    classes: &[
        Class { id: "breadcrumb", what: "a way through the site, from its front page", by_definition: None },
        Class { id: "furniture", what: "a label or notice that pages print around a text", by_definition: None },
        Class { id: "disclaimer", what: "a legal note of the page, which only its house can drop", by_definition: None },
        Class { id: "call", what: "an appeal to the reader or a link to another text", by_definition: None },
    ],
    safety: Some(Safety::Unsafe),
    languages: &[],
    needs: Needs::HITS,
    hint: false,
    page: include_str!("rule.md"),
};

/// Words of a block that is nothing but a label with what belongs to it.
const LONGEST_LABEL: usize = 25;
/// Words of an appeal; a longer block is a paragraph that happens to begin like one.
const LONGEST_CALL: usize = 30;
/// Words of a link with its label; a shorter one may point into the same text.
const SHORTEST_LINK: usize = 7;
/// Words of a notice on consent, spam or misprints.
const LONGEST_NOTICE: usize = 60;
/// Tokens of a block that a message quotes.
const SHOWN: usize = 9;

/// `residue/boilerplate`
#[derive(Debug)]
pub(super) struct Boilerplate;

impl Rule for Boilerplate {
    fn meta(&self) -> &'static Meta {
        &META
    }

    fn check(&self, context: &Context, report: &mut Reporter) {
        let blocks = context.document.blocks();
        let mut reported = None;
        for hit in context.facts.hits(PhraseTable::Boilerplate) {
            let index = context.document.block_of(hit.tokens.start);
            let Some(block) = blocks.get(index) else { continue };
            if reported == Some(index) || block.kind() == BlockKind::ListItem || opens_quoted(context, block, hit) {
                continue;
            }
            if report_block(context, report, block, hit) {
                reported = Some(index);
            }
        }
        for (index, block) in blocks.iter().enumerate() {
            if disclaimer::is_note(context, index) {
                name_note(context, report, block, None);
            } else if disclaimer::is_link_bar(context, block) && !hit_opens(context, block) {
                delete_block(context, report, block, "furniture", None);
            }
        }
        let known = |block: &Block| context.facts.hits(PhraseTable::Boilerplate).any(|h| h.tokens.start == block.tokens().start);
        for pair in blocks.windows(2).take_while(|pair| pair.iter().all(|b| b.kind() == BlockKind::Heading)) {
            if breadcrumb::is_trail(context.tokens(), &pair[0]) && !known(&pair[0]) {
                delete_block(context, report, &pair[0], "breadcrumb", None);
            }
        }
    }
}

/// Reports the block that a hit begins, if what the row's class asks for holds.
fn report_block(context: &Context, report: &mut Reporter, block: &Block, hit: &PhraseHit) -> bool {
    let Some(row) = context.knowledge.phrases.row(hit.row) else { return false };
    let words = count_words(&context.tokens()[block.tokens()]);
    let class = match row.class.as_str() {
        "breadcrumb" => {
            return match breadcrumb::read(context.tokens(), block, hit.tokens.clone()) {
                Some(Steps::All) => delete_block(context, report, block, "breadcrumb", Some(&row.key)),
                Some(Steps::UpTo(headline)) => delete_head(context, report, block, headline, &row.key),
                None => false,
            };
        }
        "label" if words <= LONGEST_LABEL && stands_alone(context, block, hit) => "furniture",
        // Where more follows, somebody reports a ban.
        "disclaimer" | "ban"
            if words <= LONGEST_NOTICE
                && block.kind() == BlockKind::Paragraph
                && (row.class == "disclaimer" || block.sentences().len() == 1) =>
        {
            name_note(context, report, block, Some(&row.key));
            return true;
        }
        "notice" if words <= LONGEST_NOTICE => "furniture",
        "call" if words <= LONGEST_CALL => "call",
        "link" if (SHORTEST_LINK..=LONGEST_CALL).contains(&words) && block.kind() == BlockKind::Heading => "call",
        _ => return false,
    };
    delete_block(context, report, block, class, Some(&row.key))
}

/// Whether the words are all of the block, or a mark follows them that ends them.
fn stands_alone(context: &Context, block: &Block, hit: &PhraseHit) -> bool {
    let tokens = context.tokens();
    let ended = |t: &Token| t.mark().is_some_and(|m| !matches!(m, ',' | '-' | '\'' | '’' | '”' | '"'));
    let next = tokens.get(hit.tokens.end).filter(|_| hit.tokens.end < block.tokens().end);
    next.is_none_or(ended) || hit.tokens.end.checked_sub(1).and_then(|last| tokens.get(last)).is_some_and(ended)
}

/// Whether the block begins as somebody's words.
fn opens_quoted(context: &Context, block: &Block, hit: &PhraseHit) -> bool {
    let before = context.tokens().get(block.tokens().start..hit.tokens.start).unwrap_or_default();
    before.iter().any(super::opens_speech)
}

/// Whether a row speaks of the block already.
fn hit_opens(context: &Context, block: &Block) -> bool {
    context.facts.hits(PhraseTable::Boilerplate).any(|hit| block.tokens().contains(&hit.tokens.start))
}

/// Names a legal note; whether it stays is for the house to say.
fn name_note(context: &Context, report: &mut Reporter, block: &Block, row: Option<&str>) {
    let seen = context.document.beginning(block.tokens(), SHOWN);
    let message = format!("“{seen}” is a legal note of the source page. Ask whether the translation needs it.");
    let draft = report.at(block.span(), "disclaimer", message).ask("Does the legal note of the source page stay?");
    match row {
        Some(row) => draft.row(row).evidence("table", row, Some("target/english/phrases/boilerplate")),
        None => draft.evidence("words", "law and liability", Some("target/english/word-classes")),
    }
    .group("residue:page-furniture:disclaimer")
    .done();
}

fn delete_block(context: &Context, report: &mut Reporter, block: &Block, class: &'static str, row: Option<&str>) -> bool {
    let span = block.span();
    let seen = context.document.beginning(block.tokens(), SHOWN);
    let what = match class {
        "breadcrumb" => "a breadcrumb of the site",
        "call" => "an appeal or a link of the page",
        _ => "a label or notice of the page",
    };
    let draft = report.at(span, class, format!("“{seen}” is {what}, not part of the text. Delete the line."));
    finish(draft, row, "Delete the line".to_owned(), context.document.deletion_of(block));
    true
}

fn delete_head(context: &Context, report: &mut Reporter, block: &Block, headline: usize, row: &str) -> bool {
    let tokens = context.tokens();
    let (Some(way), Some(first)) = (context.document.span_of(block.tokens().start..headline), tokens.get(headline)) else {
        return false;
    };
    let seen = context.slice(way);
    let message = format!("“{seen}” is a breadcrumb of the site, not part of the headline. Delete it.");
    let draft = report.at(way, "breadcrumb", message);
    finish(draft, Some(row), format!("Delete “{seen}”"), way.up_to(first.span()));
    true
}

fn finish(draft: Draft, row: Option<&str>, title: String, gone: Span) {
    let draft = match row {
        Some(row) => draft.row(row).evidence("table", row, Some("target/english/phrases/boilerplate")),
        None => draft.evidence("shape", "a row of links", None),
    };
    // What is of one kind only shares a heading.
    let group = format!("residue:page-furniture:{}", row.unwrap_or("links"));
    draft.group(group).fix(title, Safety::Unsafe, &[(gone, "")]).done();
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::{Checker, Settings};
    use crate::finding::Confidence;
    use crate::rules::Selection;

    fn checker() -> Checker {
        let selection = Selection::new(&[META.id], &[]).expect("its own id");
        let settings = Settings { selection, min_confidence: Confidence::Low, hints: true, ..Settings::default() };
        Checker::builder().settings(settings).build().expect("sound tables")
    }

    #[test]
    fn a_way_without_a_front_page_is_known_only_above_a_headline() {
        let checker = checker();
        let count = |text: &str| {
            let reading = checker.read(text.as_bytes()).expect("text");
            checker.check(&reading.document).len()
        };
        assert_eq!(count("Altai » Society » Schools\n\nThe bus is back\n\nIt came at nine.\n"), 1);
        assert_eq!(count("Altai / Society / Schools\n\nThe bus is back\n\nIt came at nine.\n"), 1);
        assert_eq!(count("Stone / Paper / Scissors\n\nIt came at nine.\n"), 0);
        assert_eq!(count("Altai / Society\n\nThe bus is back\n"), 0);
        assert_eq!(count("The bus is back\n\nIt came at nine.\n\nFile » Export » PDF\n\nThe end\n"), 0);
    }

    #[test]
    fn every_row_is_found_by_its_wrong_example_and_not_by_its_right_one() {
        let checker = checker();
        let found = |text: &str| {
            let reading = checker.read(text.as_bytes()).expect("text");
            checker.check(&reading.document).into_iter().filter_map(|f| f.row).collect::<Vec<_>>()
        };
        let rows: Vec<_> = checker.knowledge().phrases.rows().filter(|r| r.table == PhraseTable::Boilerplate).collect();
        let mut faults = Vec::new();
        for row in &rows {
            assert!(
                matches!(row.class.as_str(), "breadcrumb" | "label" | "ban" | "call" | "disclaimer" | "link" | "notice"),
                "{}: {}",
                row.key,
                row.class
            );
            let (wrong, right) = (found(&row.wrong), found(&row.right));
            if wrong != [row.key.as_str()] || !right.is_empty() {
                faults.push(format!("{}: “{}” gives {wrong:?}, “{}” {right:?}", row.key, row.wrong, row.right));
            }
        }
        assert!(faults.is_empty(), "{}", faults.join("\n"));
    }
}

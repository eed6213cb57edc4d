//! `postedit explain RULE`: a rule's page; as it was written where nobody reads along.

use super::args::{Choice, ExplainOptions};
use super::output::Output;
use super::page::page;
use super::{Ending, Failure};
use crate::knowledge::phrase::PhraseRow;
use crate::rules::{Selector, find};

pub(super) fn run(options: &ExplainOptions) -> Result<Ending, Failure> {
    if let Some((rule, key)) = options.rule.split_once(':') {
        // Rows of packs and of glossaries are those of the current folder.
        let checker = Choice::default().checker()?;
        let knowledge = checker.knowledge();
        Selector::parse(&options.rule)?.check(knowledge)?;
        let row = knowledge.phrases.rows().find(|row| row.table.rule() == Some(rule) && row.key == key);
        let row =
            row.ok_or_else(|| format!("“{rule}” has no table of phrases; `postedit explain {rule}` tells what it finds"))?;
        return print(&row_page(rule, row), options);
    }
    let Some(rule) = find(&options.rule) else {
        // The selector's error knows the nearest rule.
        return match Selector::parse(&options.rule) {
            Err(error) => Err(error.into()),
            Ok(_) => Err(format!("“{}” is not one rule; `postedit rules` lists them", options.rule).into()),
        };
    };
    print(rule.meta().page, options)
}

/// A row of a table of phrases as a page.
fn row_page(rule: &str, row: &PhraseRow) -> String {
    let mut out = format!("# {rule}:{}\n\n", row.key);
    let list = |title: &str, items: &mut dyn Iterator<Item = String>| {
        let items: Vec<String> = items.map(|item| format!("- {item}\n")).collect();
        if items.is_empty() { String::new() } else { format!("## {title}\n{}\n", items.concat()) }
    };
    out += &list("Says", &mut row.say.iter().map(|line| format!("`{line}`")));
    let write = |answer: &String| if answer.is_empty() { "nothing: it is taken out".to_owned() } else { format!("`{answer}`") };
    out += &list("Write", &mut row.write.iter().map(write));
    let languages = row.from.iter().map(|language| language.name()).collect::<Vec<_>>().join(", ");
    let source = row.source.as_ref().map(|source| format!("«{source}»"));
    out += &list("Renders", &mut source.into_iter().chain(Some(languages).filter(|names| !names.is_empty())));
    out += &list("Only where", &mut row.conditions.iter().map(|test| format!("`{test}`")));
    out += &list("Origin", &mut std::iter::once(row.origin.clone()));
    if row.wrong.is_empty() {
        return out;
    }
    out + &format!("## Examples\n```wrong\n{}\n```\n```right\n{}\n```\n", row.wrong, row.right)
}

fn print(markdown: &str, options: &ExplainOptions) -> Result<Ending, Failure> {
    let mut output = Output::stdout(options.color);
    let look = output.look();
    let readable = output.is_terminal() || look.color;
    let text = if readable { page(markdown, look) } else { markdown.to_owned() };
    output.print(text.as_bytes())?;
    Ok(Ending::Quiet)
}

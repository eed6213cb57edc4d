//! The proof of every rule: its page and its cases are run with the promises of the house.

use std::path::PathBuf;

use super::*;
use crate::check::{Checker, Settings};
use crate::config::Config;
use crate::correct::correct;
use crate::document::{Document, Text};
use crate::finding::{Confidence, Finding, Level};
use crate::fix::Safety;
use crate::knowledge::Pack;
use crate::score::{Case, Marked, cases};

/// What a rule's page must have, in this order.
const SECTIONS: [&str; 6] =
    ["## What it finds", "## Why it matters", "## Examples", "## Fix safety", "## Known limits", "## Sources"];

/// Text around which nothing may change: no name, no acronym, no table word of weight, balanced marks.
const NEUTRAL_BEFORE: &str = "The morning was cold and the road was empty. Some people were still asleep when the bus came in.";
/// Another paragraph of the kind, since one that stands twice is a fault of its own.
const NEUTRAL_AFTER: &str =
    "By the evening it was warm again. A few of them had walked home along the canal, and nobody was in a hurry.";

fn folder(meta: &Meta) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("src/rules").join(meta.id.replace('-', "_"))
}

fn checker(select: &[&str], min_confidence: Confidence, hints: bool) -> Checker {
    let selection = Selection::new(select, &[]).expect("known rules");
    Checker::builder()
        .settings(Settings { selection, min_confidence, hints, ..Settings::default() })
        .build()
        .expect("sound tables")
}

fn read(checker: &Checker, text: &str) -> Document {
    Document::plain(Text::new(text).expect("a short text"), &checker.knowledge().conventions)
}

#[test]
fn every_rule_keeps_its_promises() {
    let all_rules = checker(&["ALL"], Confidence::Medium, false);
    let mut faults = Vec::new();
    for rule in all() {
        let meta = rule.meta();
        let own = all_rules.with_settings(Settings {
            selection: Selection::new(&[meta.id], &[]).expect("its own id"),
            min_confidence: Confidence::Low,
            hints: true,
            ..Settings::default()
        });
        let path = folder(meta).join("cases.md");
        let extra = std::fs::read_to_string(&path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        let of = |page: &str, file: &str| {
            let place = format!("{}/{file}", meta.id);
            let cases = cases(page).unwrap_or_else(|error| panic!("{place}: {error}"));
            cases.into_iter().map(move |case| (format!("{place}:{}", case.line), case)).collect::<Vec<_>>()
        };
        let mut all_cases = of(meta.page, "rule.md");
        all_cases.extend(of(&extra, "cases.md"));
        let wrong = all_cases.iter().filter(|(_, case)| case.wrong).count();
        let right = all_cases.len() - wrong;
        if wrong == 0 || right < wrong {
            faults.push(format!("{}: {wrong} wrong and {right} right examples; as many right as wrong are wanted", meta.id));
        }
        for (place, case) in &all_cases {
            faults.extend(prove(&own, &all_rules, case).into_iter().map(|fault| format!("{place}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{} broken promises:\n{}", faults.len(), faults.join("\n"));
}

/// A checker for the house of some settings.
fn housed(checker: &Checker, settings: &str) -> Result<Checker, String> {
    let config = Config::parse("postedit.toml", settings, checker.knowledge()).map_err(|error| error.to_string())?;
    let mut pack = Pack::default();
    let (_, terms) = Config::tables("postedit.toml", settings, checker.knowledge()).map_err(|error| error.to_string())?;
    terms.terms("postedit.toml").for_each(|term| pack.add_term(term));
    let checker = if pack.is_empty() { checker.clone() } else { checker.with_pack(&pack).map_err(|error| error.to_string())? };
    Ok(checker.with_house(config.house("postedit.toml", [])))
}

/// What is wrong with one case; empty where all promises hold.
fn prove(own: &Checker, all_rules: &Checker, case: &Case) -> Vec<String> {
    let marked = match Marked::parse(&case.source) {
        Ok(marked) => marked,
        Err(error) => return vec![error.to_string()],
    };
    if case.wrong == marked.marks.is_empty() {
        return vec!["a wrong example has marks, a right one has none".into()];
    }
    let (own, all_rules) = match (housed(own, &case.settings), housed(all_rules, &case.settings)) {
        (Ok(own), Ok(all_rules)) => (own, all_rules),
        (Err(error), _) | (_, Err(error)) => return vec![error],
    };
    let (own, all_rules) = (&own, &all_rules);
    let document = read(own, &marked.text);
    let findings = own.check(&document);
    let mut faults = Vec::new();
    faults.extend(marks_and_findings_agree(&marked, &document, &findings));
    faults.extend(neutral_text_changes_nothing(own, &marked.text, &findings));
    if faults.is_empty() && case.wrong {
        faults.extend(fixes_lead_to_the_right_text(own, all_rules, &marked));
    }
    faults
}

fn quote(document: &Document, finding: &Finding) -> String {
    format!("{} “{}” ({})", finding.rule, document.slice(finding.span), finding.message)
}

fn marks_and_findings_agree(marked: &Marked, document: &Document, findings: &[Finding]) -> Vec<String> {
    let text = document.text();
    let mut faults = Vec::new();
    let mut explained = vec![false; findings.len()];
    for mark in &marked.marks {
        let place = text.span(mark.range.clone()).expect("marks stand on characters");
        let hits: Vec<usize> = (0..findings.len()).filter(|&i| findings[i].span.touches(place)).collect();
        let [hit] = hits[..] else {
            faults.push(format!("the mark “{}” has {} findings, not one", text.slice(place), hits.len()));
            continue;
        };
        explained[hit] = true;
        let finding = &findings[hit];
        let answers = finding.fixes.iter().map(|fix| fix.applied_to(text)).collect::<Vec<_>>();
        match &mark.rights {
            None => {
                if finding.fixes.first().is_some_and(|fix| fix.safety() > Safety::DisplayOnly) {
                    faults.push(format!("{}: no fix is wanted that can be applied", quote(document, finding)));
                }
            }
            Some(rights) => {
                for (i, right) in rights.iter().enumerate() {
                    let mut wanted = text.as_str().to_owned();
                    wanted.replace_range(mark.range.clone(), right);
                    if answers.get(i) != Some(&wanted) {
                        faults.push(format!(
                            "{}: fix {} should give\n{wanted}and gives {answers:?}",
                            quote(document, finding),
                            i + 1
                        ));
                    }
                }
            }
        }
    }
    let stray = findings.iter().zip(&explained).filter(|(_, known)| !**known);
    faults.extend(stray.map(|(finding, _)| format!("unmarked: {}", quote(document, finding))));
    faults
}

/// Findings move along with the text when paragraphs that have nothing to do with it stand around.
fn neutral_text_changes_nothing(own: &Checker, text: &str, findings: &[Finding]) -> Vec<String> {
    let head = format!("{NEUTRAL_BEFORE}\n\n");
    let around = read(own, &format!("{head}{text}\n{NEUTRAL_AFTER}\n"));
    let moved = own.check(&around);
    let key = |f: &Finding, shift: usize| (f.span.start() - shift, f.message.clone());
    let before: Vec<_> = findings.iter().map(|f| key(f, 0)).collect();
    let stray = moved.iter().find(|f| f.span.start() < head.len());
    if let Some(finding) = stray {
        return vec![format!("in neutral text: {}", quote(&around, finding))];
    }
    let after: Vec<_> = moved.iter().map(|f| key(f, head.len())).collect();
    if before == after { vec![] } else { vec![format!("neutral text around it changes the findings:\n{before:?}\n{after:?}")] }
}

fn fixes_lead_to_the_right_text(own: &Checker, all_rules: &Checker, marked: &Marked) -> Vec<String> {
    let mut faults = Vec::new();
    let right = marked.corrected(|_| true);
    let settled = read(own, &right);
    // Marks without a right side stay wrong; nothing else may be found where everything else was mended.
    let open = marked.marks.iter().filter(|mark| mark.rights.is_none()).count();
    let still = own.check(&settled);
    if still.len() > open {
        let list: Vec<_> = still.iter().map(|f| quote(&settled, f)).collect();
        faults.push(format!("the corrected text is not silent: {list:?}"));
    }
    let wrong = read(all_rules, &marked.text);
    let known = all_rules.check(&wrong);
    let found = all_rules.check(&settled);
    for finding in &found {
        // Counted by rule: a correction may widen what another rule already found there.
        let count = |list: &[Finding]| list.iter().filter(|f| f.rule == finding.rule).count();
        if count(&found) > count(&known) {
            faults.push(format!("the correction brings up {}", quote(&settled, finding)));
        }
    }
    if let Err(error) = correct(own, marked.text.as_bytes(), Level::Unsafe) {
        faults.push(error.to_string());
    }
    faults
}

#[test]
fn every_rule_says_what_it_must() {
    let mut ids: Vec<&str> = all().map(|rule| rule.meta().id).collect();
    for rule in all() {
        let meta = rule.meta();
        assert!(meta.page.starts_with(&format!("# {}\n", meta.id)), "{}: the page opens with the id", meta.id);
        let mut at = 0;
        for section in SECTIONS {
            let found = meta.page[at..].find(&format!("\n{section}\n"));
            at += found.unwrap_or_else(|| panic!("{}: the page lacks “{section}”, or it stands out of order", meta.id));
        }
        assert!(!meta.classes.is_empty() && !meta.summary.ends_with('.'), "{}", meta.id);
        assert!(
            meta.why.chars().next().is_some_and(char::is_lowercase) || meta.why.starts_with('“'),
            "{}: why is a clause",
            meta.id
        );
        assert!(meta.category.contains('/'), "{}: an MQM type has a dimension and a name", meta.id);
        assert!(!meta.hint || meta.safety <= Some(Safety::DisplayOnly), "{}: a hint changes nothing", meta.id);
        assert_eq!(
            meta.hint,
            meta.severity == crate::finding::Severity::Neutral,
            "{}: hints are neutral and the neutral are hints",
            meta.id
        );
    }
    let sorted = {
        let mut sorted = ids.clone();
        sorted.sort_by_key(|id| (id.split('/').next(), *id));
        sorted
    };
    ids.sort_by_key(|id| id.split('/').next());
    assert_eq!(ids, sorted, "rules of a group are listed by id, each once");
}

#[test]
fn selectors_name_rules_and_mistakes_get_a_hint() {
    assert!(Selection::new(&["punctuation/"], &[]).is_ok());
    let error = Selection::new(&["punctuation/double-mark"], &[]).expect_err("a slip");
    assert!(error.to_string().contains("did you mean “punctuation/doubled-mark”?"), "{error}");
    let ignored = Selection::new(&["ALL"], &["punctuation/"]).expect("known");
    assert!(ignored.rules().iter().all(|rule| rule.meta().group() != "punctuation"));
}

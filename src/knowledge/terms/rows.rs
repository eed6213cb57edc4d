//! Terms as phrase rows, so that the one automaton finds them in any of their forms.

use std::collections::BTreeSet;

use super::Term;
use crate::knowledge::TableError;
use crate::knowledge::phrase::{Anchor, Answer, Phrase, PhraseRow, PhraseTable, Sureness};
use crate::knowledge::target::english::{Form, WordForms};

/// The class of a row whose forms must have the very capitals of its lines.
const EXACT: &str = "exact";
/// The class of any other row.
const ANY_CASE: &str = "any-case";

/// The rows of terms: one for each term with something forbidden, and one for each that has several right forms.
///
/// # Errors
/// [`TableError`] where the table of irregular forms cannot be read.
pub(in crate::knowledge) fn rows(terms: &[Term]) -> Result<Vec<PhraseRow>, TableError> {
    let forms = WordForms::builtin()?;
    let mut rows = Vec::new();
    for term in terms {
        if !term.forbidden.is_empty() {
            rows.push(forbidden(term, &forms));
        }
        if !term.preferred.is_empty() && !term.admitted.is_empty() {
            let say = std::iter::once(&term.preferred).chain(&term.admitted).cloned().collect::<Vec<_>>();
            let phrases = say.iter().enumerate().map(|(number, line)| phrase(number, line, Vec::new())).collect();
            rows.push(row(PhraseTable::Rendering, term, say, phrases, "glossary"));
        }
    }
    Ok(rows)
}

/// All forms of what is forbidden, each with the preferred term in the same form.
fn forbidden(term: &Term, forms: &WordForms) -> PhraseRow {
    let mut say = Vec::new();
    let mut phrases = Vec::new();
    let mut seen = BTreeSet::new();
    let folded = |word: &str| word.to_lowercase();
    let right: BTreeSet<String> = term.admitted.iter().chain([&term.preferred]).map(|word| folded(word)).collect();
    let exact = term.forbidden.iter().any(|word| right.contains(&folded(word)));
    for word in &term.forbidden {
        for form in Form::ALL.into_iter().filter(|&form| form_fits(word, form)) {
            let said = formed(word, form, forms);
            // Where capitals alone are wrong, “Said” and “said” are two lines.
            let key = if exact { said.clone() } else { folded(&said) };
            if seen.insert(key) {
                let answers = Some(&term.preferred).filter(|word| !word.is_empty());
                let answers = answers.map(|preferred| Answer::words(formed(preferred, form, forms))).into_iter().collect();
                phrases.push(phrase(say.len(), &said, answers));
                say.push(said);
            }
        }
    }
    row(PhraseTable::Term, term, say, phrases, if exact { EXACT } else { ANY_CASE })
}

/// Of several words only the last is formed, and only its plural: it is the noun.
fn form_fits(word: &str, form: Form) -> bool {
    let single = !word.contains(char::is_whitespace);
    match form {
        Form::Plain => true,
        Form::S => word.ends_with(|letter: char| letter.is_ascii_lowercase()),
        Form::Past | Form::Ing => single && word.starts_with(|letter: char| letter.is_ascii_lowercase()),
    }
}

/// A term in a form: its last word takes it.
fn formed(term: &str, form: Form, forms: &WordForms) -> String {
    match term.rsplit_once(char::is_whitespace) {
        Some((before, last)) => format!("{before} {}", forms.of(last, form)),
        None => forms.of(term, form),
    }
}

/// A line without choices, as the only phrase that it stands for.
fn phrase(line: usize, text: &str, answers: Vec<Answer>) -> Phrase {
    Phrase { line, text: text.to_owned(), options: Vec::new(), answers }
}

fn row(table: PhraseTable, term: &Term, say: Vec<String>, phrases: Vec<Phrase>, class: &str) -> PhraseRow {
    let name = [&term.preferred].into_iter().chain(&term.forbidden).find(|word| !word.is_empty());
    PhraseRow {
        table,
        key: name.map_or(String::new(), |word| key(word)),
        say,
        phrases,
        write: Some(term.preferred.clone()).filter(|word| !word.is_empty()).into_iter().collect(),
        safety: Sureness::Unsafe,
        source: Some(term.source.clone()).filter(|source| !source.is_empty()),
        from: Vec::new(),
        anchor: Anchor::Any,
        class: class.to_owned(),
        when: Vec::new(),
        conditions: Vec::new(),
        note: term.note.clone(),
        origin: term.origin.clone(),
        wrong: String::new(),
        right: String::new(),
    }
}

/// A term as the key of a row: lower case, hyphens for what is neither letter nor digit.
fn key(term: &str) -> String {
    let letters = term.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).collect::<String>();
    letters.split('-').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("-")
}

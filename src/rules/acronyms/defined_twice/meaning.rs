//! Whether two long forms of one acronym are the same thing.
//!
//! In: two definitions of a form. Out: the same, another, or not to be told. Must not know: where they stand.

use super::running;
use crate::facts::acronyms::{Definition, Form};
use crate::rules::Context;

/// How two long forms of one acronym stand to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meaning {
    /// The same thing, in the same words or nearly so.
    Same,
    /// Two things.
    Other,
    /// Two translations of one name, or two names; the words do not tell.
    Open,
}

/// So many letters in common make two words forms of one ("Election", "Electoral").
const STEM: usize = 4;

/// Compares the long forms of two definitions.
pub(super) fn compare(context: &Context, form: &Form, one: &Definition, other: &Definition) -> Meaning {
    let words = |definition: &Definition| -> Vec<usize> { running::content(context, definition.long.clone()).collect() };
    let (a, b) = (words(one), words(other));
    let alike = |at: usize, list: &[usize]| list.iter().any(|&other| is_alike(context.word(at), context.word(other)));
    let (only_a, only_b): (Vec<usize>, Vec<usize>) =
        (a.iter().copied().filter(|&at| !alike(at, &b)).collect(), b.iter().copied().filter(|&at| !alike(at, &a)).collect());
    let same_owner = one.owners.iter().any(|owner| other.owners.contains(owner));
    if same_owner || only_a.is_empty() && only_b.is_empty() {
        return Meaning::Same;
    }
    let shares_none = only_a.len() == a.len() && only_b.len() == b.len();
    let names = |list: &[usize]| list.iter().any(|&at| is_name(context, at));
    let spelled = |definition: &Definition| is_spelled(context, form, definition);
    let other_thing = (shares_none || names(&only_a) && names(&only_b)) && spelled(one) && spelled(other);
    if other_thing { Meaning::Other } else { Meaning::Open }
}

/// Whether the letters of a form are the first letters of a long form, no more and no fewer.
fn is_spelled(context: &Context, form: &Form, definition: &Definition) -> bool {
    [true, false].into_iter().any(|parts| *running::initials(context, definition.long.clone(), parts) == *form.text)
}

/// Whether a word has a capital and is no word of the language.
fn is_name(context: &Context, at: usize) -> bool {
    let word = context.word(at);
    word.starts_with(char::is_uppercase) && !context.knowledge.lexicon.is_common(&word.to_lowercase())
}

/// Whether two words are one but for their endings.
fn is_alike(a: &str, b: &str) -> bool {
    let folded = |word: &str| word.chars().flat_map(char::to_lowercase).collect::<Vec<char>>();
    let (a, b) = (folded(a), folded(b));
    let common = a.iter().zip(&b).take_while(|(a, b)| a == b).count();
    a == b || common >= STEM && common * 2 > a.len().max(b.len())
}

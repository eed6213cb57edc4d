//! Schemes of romanisation: which of them give a spelling of a form, and how each writes a form.

use super::SourceForm;
use crate::knowledge::source::Scheme;
use crate::knowledge::{Knowledge, Language};

/// The key of the English press, which has habits and no rules: it is told from spellings, and not written.
const PRESS: &str = "press";

/// The standards and presses that write a form as this spelling, the best known first; none where no table of the
/// language gives it. Apostrophes are left out of account.
pub fn schemes<'k>(spelling: &str, form: &SourceForm, knowledge: &'k Knowledge) -> Vec<&'k Scheme> {
    let table = knowledge.source.romanization(form.language);
    table.map_or_else(Vec::new, |table| table.schemes(spelling, &form.form, &knowledge.source.schemes))
}

/// The keys of the schemes that a house may follow for a language, sorted.
pub fn known_schemes(language: Language, knowledge: &Knowledge) -> Vec<&'static str> {
    let all = knowledge.source.schemes.all().iter();
    let mut keys: Vec<_> = all.filter(|scheme| scheme.writes.contains(&language)).filter_map(|scheme| scheme.key).collect();
    keys.extend((!keys.is_empty()).then_some(PRESS));
    keys.sort_unstable();
    keys
}

/// A form as a scheme writes it, without apostrophes for soft and hard signs; nothing where no scheme of this name or key
/// is known to be complete for the language ([`Scheme::writes`]), or it has no letter for one of the form.
pub fn romanize(form: &str, language: Language, scheme: &str, knowledge: &Knowledge) -> Option<String> {
    let schemes = &knowledge.source.schemes;
    let scheme = schemes.writing(scheme, language)?;
    knowledge.source.romanization(language)?.write(form, scheme, schemes)
}

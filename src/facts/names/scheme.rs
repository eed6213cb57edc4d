//! Schemes of romanisation: which of them give a spelling of a form, and how each writes a form.

use super::SourceForm;
use crate::knowledge::{Knowledge, Language};

/// The standards and presses that write a form as this spelling, the best known first; none where no table of the
/// language gives it. The names are those of [`crate::knowledge::source::Schemes::all`]. Apostrophes are left out of
/// account.
pub fn schemes(spelling: &str, form: &SourceForm, knowledge: &Knowledge) -> Vec<&'static str> {
    let table = knowledge.source.romanization(form.language);
    table.map_or_else(Vec::new, |table| table.schemes(spelling, &form.form, &knowledge.source.schemes))
}

/// A form as a scheme writes it, without apostrophes for soft and hard signs; nothing where the scheme is unknown, is not
/// known to be complete for the language ([`crate::knowledge::source::Scheme::writes`]), or has no letter for one of the
/// form.
pub fn romanize(form: &str, language: Language, scheme: &str, knowledge: &Knowledge) -> Option<String> {
    let schemes = &knowledge.source.schemes;
    schemes.named(scheme).filter(|scheme| scheme.writes.contains(&language))?;
    knowledge.source.romanization(language)?.write(form, scheme, schemes)
}

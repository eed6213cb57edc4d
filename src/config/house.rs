//! From settings to the house style that rules obey.

use std::collections::BTreeMap;

use super::Config;
use crate::house::{Entry, House, Style, Wording};

impl Config {
    /// The house that these settings make, those of single paths aside; `origin` is how messages call the file, `glossary` the
    /// names of the glossary that it names.
    pub fn house(&self, origin: &str, glossary: impl IntoIterator<Item = Entry>) -> House {
        let spelt = self.names.spellings.iter().filter_map(|(name, line)| Entry::new(name, &[], &format!("{origin}:{line}")));
        let schemes: BTreeMap<_, Box<str>> =
            self.names.scheme.iter().map(|(language, scheme)| (*language, scheme.as_str().into())).collect();
        let wording =
            |(text, line): &(String, usize)| Wording { text: text.as_str().into(), origin: format!("{origin}:{line}").into() };
        let acronyms = self.acronyms.iter().map(|(acronym, written)| (acronym.as_str().into(), wording(written)));
        let style = Style { quotations: self.choices.quotations.unwrap_or_default(), ..self.style.clone() };
        House::new(spelt.chain(glossary).collect(), schemes)
            .with_acronyms(acronyms.collect())
            .with_sensitive(self.sensitive.clone())
            .with_style(style)
    }
}

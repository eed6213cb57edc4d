//! The tables that are made of phrase rows.

/// A table; each belongs to one rule or one fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum PhraseTable {
    /// Renderings word for word (`wording/calque`).
    Calque,
    /// Openers of sentences (`wording/discourse-marker`).
    DiscourseMarker,
    /// How speakers are named (`wording/attribution`).
    Attribution,
    /// Words that look like those of the source (`wording/false-friend`).
    FalseFriend,
    /// Words of another field (`wording/wrong-sense`).
    WrongSense,
    /// Two words for one thing (`wording/doubled-synonym`).
    DoubledSynonym,
    /// Bodies and things that have several English names (`terms/mixed-rendering`).
    Rendering,
    /// Wording that is a matter of the house (`terms/sensitive`).
    Sensitive,
    /// What a house does without (`terms/forbidden-term`); no built-in rows.
    Term,
    /// Page furniture (`residue/boilerplate`).
    Boilerplate,
    /// What language models say to their users (`residue/translator-chatter`).
    Chatter,
    /// Slots that tell what kind of thing stands in them ("for the duration of the …"), for senses of acronyms.
    Slot,
}

/// Name, path below `knowledge/` and text of a built-in table.
macro_rules! table {
    ($name:literal) => {
        (
            $name,
            concat!("target/english/phrases/", $name, ".toml"),
            include_str!(concat!("../target/english/phrases/", $name, ".toml")),
        )
    };
}

impl PhraseTable {
    /// All tables, in the order of their numbers.
    pub const ALL: [Self; 12] = [
        Self::Calque,
        Self::DiscourseMarker,
        Self::Attribution,
        Self::FalseFriend,
        Self::WrongSense,
        Self::DoubledSynonym,
        Self::Rendering,
        Self::Sensitive,
        Self::Term,
        Self::Boilerplate,
        Self::Chatter,
        Self::Slot,
    ];

    fn parts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Calque => table!("calque"),
            Self::DiscourseMarker => table!("discourse-marker"),
            Self::Attribution => table!("attribution"),
            Self::FalseFriend => table!("false-friend"),
            Self::WrongSense => table!("wrong-sense"),
            Self::DoubledSynonym => table!("doubled-synonym"),
            Self::Rendering => table!("mixed-rendering"),
            Self::Sensitive => table!("sensitive"),
            Self::Term => ("terms", "terms", ""),
            Self::Boilerplate => table!("boilerplate"),
            Self::Chatter => table!("chatter"),
            Self::Slot => table!("slot"),
        }
    }

    /// The name of its file without the ending, in packs as in the built-in tables.
    pub fn name(self) -> &'static str {
        self.parts().0
    }

    /// The table as a path below `knowledge/`.
    pub fn path(self) -> &'static str {
        self.parts().1
    }

    /// The table as evidence names it: its path without the ending.
    pub fn evidence(self) -> &'static str {
        self.path().strip_suffix(".toml").unwrap_or(self.path())
    }

    /// The built-in rows.
    pub(in crate::knowledge) fn builtin(self) -> &'static str {
        self.parts().2
    }

    /// The rule that reports its hits, by its id; a table of facts has none.
    pub fn rule(self) -> Option<&'static str> {
        match self {
            Self::Calque => Some("wording/calque"),
            Self::DiscourseMarker => Some("wording/discourse-marker"),
            Self::Attribution => Some("wording/attribution"),
            Self::FalseFriend => Some("wording/false-friend"),
            Self::WrongSense => Some("wording/wrong-sense"),
            Self::DoubledSynonym => Some("wording/doubled-synonym"),
            Self::Rendering => Some("terms/mixed-rendering"),
            Self::Sensitive => Some("terms/sensitive"),
            Self::Term => Some("terms/forbidden-term"),
            Self::Boilerplate => Some("residue/boilerplate"),
            Self::Chatter => Some("residue/translator-chatter"),
            Self::Slot => None,
        }
    }

    /// Whether its hits tell from which language a text was translated.
    pub fn tells_the_source(self) -> bool {
        self < Self::Rendering
    }
}

//! What writes a letter. Four answers are enough here, so that a look at the blocks of Unicode does for a table of scripts.

/// The script of a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// The letters of English with all accents and additions.
    Latin,
    /// The letters of Russian, Ukrainian, Bulgarian and many others.
    Cyrillic,
    /// The letters of Greek, which sciences use as signs.
    Greek,
    /// Any other: Arabic, Hebrew, Han, Georgian …
    Other,
}

impl Script {
    /// What writes a character; `None` where it is no letter. The micro sign and the ordinal signs are none.
    pub fn of(c: char) -> Option<Self> {
        if !c.is_alphabetic() || matches!(c, 'µ' | 'ª' | 'º') {
            return None;
        }
        Some(match u32::from(c) {
            0..0x370 | 0x1D00..0x1D2B | 0x1D6B..0x1D78 | 0x1E00..0x1F00 | 0x2071..0x20A0 | 0x2100..0x2190 | 0x2460..0x2500 => {
                Self::Latin
            }
            0x2C60..0x2C80 | 0xA720..0xA800 | 0xAB30..0xAB70 | 0xFB00..0xFB07 | 0xFF21..0xFF5B => Self::Latin,
            // Bold and italic letters of mathematics.
            0x1D400..0x1D800 => Self::Latin,
            0x370..0x400 | 0x1F00..0x2000 => Self::Greek,
            0x400..0x530 | 0x1C80..0x1C90 | 0x2DE0..0x2E00 | 0xA640..0xA6A0 => Self::Cyrillic,
            _ => Self::Other,
        })
    }

    /// What writes the last character of a string.
    pub fn of_last(text: &str) -> Option<Self> {
        text.chars().next_back().and_then(Self::of)
    }

    /// How a message names its letters.
    pub fn name(self) -> &'static str {
        match self {
            Self::Latin => "Latin",
            Self::Cyrillic => "Cyrillic",
            Self::Greek => "Greek",
            Self::Other => "foreign",
        }
    }
}

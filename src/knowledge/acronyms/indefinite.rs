//! "a" or "an" before an acronym or a word, by how it begins when it is read aloud.

use super::{Acronyms, FormKey, Spoken};

/// The indefinite article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Indefinite {
    /// Before the sound of a consonant.
    A,
    /// Before the sound of a vowel.
    An,
}

/// Letters whose English names begin with a vowel (ef, aitch, el …). Source: dictionaries of English.
const VOWEL_NAMES: &str = "AEFHILMNORSX";
/// Letters that are read as vowels within a word.
const VOWELS: &str = "AEIOUY";

impl Indefinite {
    /// The word.
    pub fn word(self) -> &'static str {
        match self {
            Self::A => "a",
            Self::An => "an",
        }
    }

    /// Before what begins with a capital that is read by its name: "F-16", "MRI".
    pub fn of_letters(text: &str) -> Option<Self> {
        let first = text.chars().next().filter(char::is_ascii_uppercase)?;
        Some(if VOWEL_NAMES.contains(first) { Self::An } else { Self::A })
    }

    /// Before a word; nothing where its first letters do not tell.
    pub fn of_word(word: &str) -> Option<Self> {
        let mut letters = word.chars().map(|c| c.to_ascii_uppercase());
        match (letters.next().filter(char::is_ascii_alphabetic)?, letters.next()) {
            // "yoo": Euler is the exception, and no acronym.
            ('E', Some('U')) => Some(Self::A),
            ('U', _) => None,
            (first, _) if VOWELS.contains(first) && first != 'Y' => Some(Self::An),
            _ => Some(Self::A),
        }
    }

    /// Before an acronym that is read as a word. "U" is "yoo" in an open syllable (UEFA, UNESCO), else it may be "uh" (UMNO).
    fn of_spoken(acronym: &str) -> Option<Self> {
        let mut later = acronym.chars().skip(1).take(2);
        let open = acronym.starts_with('U') && later.any(|c| VOWELS.contains(c));
        if open { Some(Self::A) } else { Self::of_word(acronym) }
    }
}

impl Acronyms {
    /// What stands before an acronym: by the table as it is read aloud; else letter by letter where it has no vowel to be
    /// read as a word with, or where both ways of reading agree. Nothing where it cannot be told.
    pub fn indefinite(&self, acronym: &str, key: FormKey) -> Option<Indefinite> {
        let (letters, word) = (Indefinite::of_letters(acronym), Indefinite::of_spoken(acronym));
        // A "U" at the beginning makes no word of consonants: USB, UHF.
        let speakable = || acronym.strip_prefix('U').unwrap_or(acronym).contains(|c| VOWELS.contains(c));
        match self.sense(key).map(|sense| sense.spoken) {
            Some(Spoken::Letters) => letters,
            Some(Spoken::Word) => word,
            None if !speakable() => letters,
            Some(Spoken::Either) | None => letters.filter(|_| letters == word),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Indefinite::{self, A, An};

    #[test]
    fn letters_are_read_by_their_names() {
        let wanted = [("MLRS", An), ("F-16", An), ("HIV", An), ("UAV", A), ("T-72", A), ("X", An), ("WHO", A)];
        assert!(wanted.iter().all(|(text, article)| Indefinite::of_letters(text) == Some(*article)));
    }

    #[test]
    fn words_are_read_by_their_first_sound() {
        let wanted =
            [("NATO", Some(A)), ("UNESCO", Some(A)), ("UEFA", Some(A)), ("EULEX", Some(A)), ("OPEC", Some(An)), ("UMNO", None)];
        assert!(wanted.iter().all(|(text, article)| Indefinite::of_spoken(text) == *article));
    }
}

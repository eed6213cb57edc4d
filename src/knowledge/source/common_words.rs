//! Common words of the Slavic source languages as they look in Latin letters: “hutor”, “dvornyk”.
//!
//! A word is known by its beginning, folded so that all romanisations of it are one ([`key`]). The beginnings of the words
//! of Russian, Ukrainian and Bulgarian which no word of English, French, German, Italian or Spanish shares
//! are kept as bits of a filter (`common_words.bits`); the words themselves are not. Of a hundred other words, fewer than
//! one is let through.
//!
//! `cargo xtask common-words DIR` makes the filter from Debian's word lists: hunspell-ru (LibreOffice dictionaries; free
//! licence of A. Lebedev), wukrainian (dict_uk), wbulgarian (bgoffice), scowl, wfrench, wngerman,
//! witalian, wspanish; the letters are written by the project's tables of romanisation.

/// The filter.
static BITS: &[u8] = include_bytes!("common_words.bits");
/// Bytes of the filter.
const SIZE: usize = 96 * 1024;
/// Bits that each word sets.
const PROBES: u32 = 5;
/// Folded letters by which a word is known.
const LETTERS: usize = 6;
/// Letters of the shortest stem; a shorter word keeps its ending.
const SHORTEST_STEM: usize = 3;

/// Pairs of letters that no romanisation of a Slavic word has: they come from Greek, Latin or English.
const FOREIGN: [&[u8; 2]; 6] = [b"ck", b"ph", b"qu", b"rh", b"th", b"wh"];

/// The letters of a word's first sound, how many they are, and the one letter that they are folded to. Capitals stand for
/// one sound written with several letters; the longer spellings come first.
fn sound(letters: &[u8]) -> Option<(usize, u8)> {
    Some(match letters {
        [b's', b'h', b'c', b'h', ..] => (4, b'S'),
        [b's', b'c', b'h', ..] | [b's', b'h', b't', ..] => (3, b'S'),
        [b't', b'c', b'h', ..] => (3, b'C'),
        [b'k', b'h', ..] => (2, b'h'),
        [b'c', b'h', ..] => (2, b'C'),
        [b's', b'h', ..] => (2, b'S'),
        [b'z', b'h', ..] | [b'd', b'j', ..] => (2, b'Z'),
        [b't', b's' | b'z', ..] => (2, b'c'),
        [b'y' | b'i', b'a', ..] => (2, b'a'),
        [b'y' | b'i', b'u', ..] => (2, b'u'),
        [b'y' | b'i', b'e', ..] | [b'y', b'o', ..] => (2, b'e'),
        [b'y', b'i', ..] | [b'i', b'y', ..] => (2, b'i'),
        [b'y' | b'j', ..] => (1, b'i'),
        [b'x', ..] => (1, b'h'),
        [b'w', ..] => (1, b'v'),
        [letter, ..] => (1, *letter),
        [] => return None,
    })
}

/// The beginning by which a word in small Latin letters is known; `None` for one with other letters.
pub fn key(word: &str) -> Option<u64> {
    let mut rest = word.as_bytes();
    let mut folded = [0u8; LETTERS];
    let (mut length, mut more) = (0, false);
    while let Some((skip, sound)) = sound(rest) {
        if !rest.iter().take(skip).all(u8::is_ascii_lowercase) {
            return None;
        }
        rest = rest.get(skip..).unwrap_or_default();
        // Two equal letters are as good as one.
        if length > 0 && folded.get(length - 1) == Some(&sound) {
            continue;
        }
        match folded.get_mut(length) {
            Some(place) => *place = sound,
            None => {
                more = true;
                break;
            }
        }
        length += 1;
    }
    if !more {
        // A short word is known without the vowels of its ending, which change with the case.
        let stem = folded.iter().take(length).rposition(|letter| !b"aeiou".contains(letter)).map_or(0, |last| last + 1);
        if stem >= SHORTEST_STEM {
            length = stem;
        }
    }
    let packed = folded.iter().take(length).fold(0, |key, &letter| key << 8 | u64::from(letter));
    Some(packed << 8 | u64::from(!more))
}

/// Whether a key is that of a whole word, not of the beginning of a longer one.
pub fn is_whole(key: u64) -> bool {
    key & 1 == 1
}

/// Whether a word in small Latin letters may be a common word of a Slavic language and no word of English.
pub fn may_be_slavic(word: &str) -> bool {
    let foreign = || word.as_bytes().windows(2).any(|pair| FOREIGN.iter().any(|foreign| pair == *foreign));
    key(word)
        .filter(|_| !foreign())
        .is_some_and(|key| places(key).all(|place| BITS.get(place / 8).is_some_and(|byte| byte & (1 << (place % 8)) != 0)))
}

/// The filter that has these keys.
pub fn compile(keys: impl IntoIterator<Item = u64>) -> Vec<u8> {
    let mut bits = vec![0u8; SIZE];
    for place in keys.into_iter().flat_map(places) {
        if let Some(byte) = bits.get_mut(place / 8) {
            *byte |= 1 << (place % 8);
        }
    }
    bits
}

/// The bits of a key: steps through the filter, both of whose parts come from one mixing of the key.
fn places(key: u64) -> impl Iterator<Item = usize> {
    let mut mixed = key.wrapping_mul(0x9E37_79B9_7F4A_7C15);
    mixed = (mixed ^ mixed >> 29).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    mixed ^= mixed >> 32;
    let (start, step) = (mixed & 0xFFFF_FFFF, mixed >> 32 | 1);
    (0..u64::from(PROBES)).map(move |i| ((start + i * step) % (8 * SIZE as u64)) as usize)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_romanisations_of_a_word_have_one_key() {
        for (a, b) in [("khutor", "hutor"), ("hutora", "hutor"), ("tsentralnyy", "centralniy"), ("yozhik", "ezhik")] {
            assert_eq!(key(a), key(b), "{a} {b}");
        }
        assert_ne!(key("hutor"), key("motor"));
        assert_eq!(key("Hutor"), None);
    }

    #[test]
    fn common_words_of_slavic_languages_are_known_and_english_ones_are_not() {
        for word in ["pylesos", "zavtrak", "kvytok", "slesarya", "podryadchik", "vodokanal"] {
            assert!(may_be_slavic(word), "{word}");
        }
        for word in
            ["table", "doorless", "elastane", "geolocation", "springless", "unvaccinated", "gallina", "bisogna", "saprotroph"]
        {
            assert!(!may_be_slavic(word), "{word}");
        }
    }

    #[test]
    fn the_filter_is_not_too_full() {
        let set: u32 = BITS.iter().map(|byte| byte.count_ones()).sum();
        assert!(BITS.len() == SIZE && set < 4 * SIZE as u32, "{set} bits of {}", 8 * BITS.len());
    }
}

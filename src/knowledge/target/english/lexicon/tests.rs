//! What the compiled lexicon holds, and that it is the one that people read.

use super::*;
use fst::Streamer;

static TEXT: &str = include_str!("words.txt");

/// The entries of `words.txt`, read apart from the command that compiles it.
fn text_entries() -> impl Iterator<Item = (&'static str, Entry)> {
    TEXT.lines().filter(|line| !line.starts_with('#')).map(|line| {
        let fields: Vec<_> = line.split('\t').collect();
        let [word, size, flags] = fields[..] else {
            panic!("malformed line {line:?}");
        };
        let entry = Entry {
            size: size.parse().unwrap(),
            american_only: flags.contains('a'),
            british_only: flags.contains('b'),
            proper: flags.contains('p'),
        };
        (word, entry)
    })
}

#[test]
fn the_map_holds_exactly_the_entries_of_the_text() {
    let lexicon = Lexicon::builtin();
    lexicon.0.as_fst().verify().expect("words.fst has a wrong checksum");
    let mut stream = lexicon.0.stream();
    for (word, entry) in text_entries() {
        let (key, value) = stream.next().expect("words.fst ends before words.txt");
        let key = str::from_utf8(key).unwrap();
        assert_eq!((key, Entry::from_value(value)), (word, entry));
    }
    assert_eq!(stream.next(), None, "words.txt ends before words.fst");
}

#[test]
fn the_text_keeps_what_its_head_promises() {
    for (word, entry) in text_entries() {
        let flags = [entry.american_only, entry.british_only, entry.proper];
        let count = flags.into_iter().filter(|&flag| flag).count();
        assert!(count <= 1, "{word} has {entry:?}");
        assert!(!word.ends_with("'s"), "{word} is a possessive");
        assert!(!word.contains('’'), "{word} has a typographic apostrophe");
    }
}

#[test]
fn entries_tell_size_and_flags() {
    let plain = |size| Entry { size, american_only: false, british_only: false, proper: false };
    for (word, expected) in [
        ("the", plain(10)),
        ("polonaise", plain(50)),
        ("café", plain(20)),
        ("don't", plain(10)),
        // Both spellings of the British accept -ize, and Americans accept the double l.
        ("organize", plain(10)),
        ("cancelled", plain(20)),
        ("color", Entry { american_only: true, ..plain(10) }),
        ("colour", Entry { british_only: true, ..plain(10) }),
        ("Monday", Entry { proper: true, ..plain(35) }),
        // A name from an American gazetteer is no American spelling.
        ("Napa", Entry { proper: true, ..plain(50) }),
    ] {
        assert_eq!(Lexicon::builtin().entry(word), Some(expected), "{word}");
    }
}

#[test]
fn case_counts_and_nothing_is_guessed() {
    let lexicon = Lexicon::builtin();
    for word in ["polish", "Polish", "I", "o'clock"] {
        assert!(lexicon.is_word(word), "{word}");
    }
    for word in ["Lukashenko", "monday", "The", "dog's", "don’t", "Mr", ""] {
        assert!(!lexicon.is_word(word), "{word}");
        assert_eq!(lexicon.entry(word), None, "{word}");
    }
}

#[test]
fn common_words_are_in_lower_case_and_in_size_fifty_at_most() {
    let lexicon = Lexicon::builtin();
    for word in ["the", "vodka", "polonaise", "colour", "color"] {
        assert!(lexicon.is_common(word), "{word}");
    }
    for word in ["perestroika", "oblast", "monday", "Monday", "OK", "iPhone"] {
        assert!(!lexicon.is_common(word), "{word}");
    }
}

#[test]
fn debug_is_short() {
    let shown = format!("{:?}", Lexicon::builtin());
    assert!(shown.starts_with("Lexicon { entries: "), "{shown}");
}

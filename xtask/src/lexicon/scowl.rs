//! Rebuilds the text of `words.txt` from a folder of SCOWL word lists, as Debian's package
//! `scowl` lays them under `/usr/share/dict/scowl`. The lists are named
//! `SPELLING-KIND.SIZE`, for example `british_z-words.35`.

use super::{Result, SIZES};
use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

/// What stands at the top of the file. Whoever rebuilds from another release changes it here, and
/// takes that release's copyright notice over into `NOTICE`.
const HEADER: &str = "\
# The English lexicon: words, proper names and contractions, with how common they are.
#
# Source: SCOWL 2020.12.07 (Spell Checker Oriented Word Lists, Kevin Atkinson), from Debian's
# package scowl 2020.12.07-2; the notice that must travel with it is the file NOTICE beside this
# one. Lists taken: english, american, british, british_z and canadian; words, contractions, upper
# and proper-names; sizes 10 to 70. Left out: abbreviations, Roman numerals, and whatever ends in
# 's, so the contractions it's, let's and that's too.
#
# One entry a line: word<TAB>size<TAB>flags. Sorted bytewise by word, each word once. Case is kept:
# polish and Polish are two entries. The apostrophe is '.
#   size   the smallest SCOWL size that has the word: 10 20 35 40 50 55 60 70; the smaller, the
#          more common
#   flags  - for none, or letters:
#          a  spelling that is American and not British
#          b  spelling that is British (with -ise or -ize) and not American
#          p  proper: taken only from the lists of capitalised words; has neither a nor b
#
# Lines that start with # are comments. After a change run: cargo xtask lexicon
";

const ENGLISH: u8 = 1;
const AMERICAN: u8 = 1 << 1;
const BRITISH: u8 = 1 << 2;
const CANADIAN: u8 = 1 << 3;
const SPELLINGS: [(&str, u8); 5] =
    [("english", ENGLISH), ("american", AMERICAN), ("british", BRITISH), ("british_z", BRITISH), ("canadian", CANADIAN)];

/// The lists of variants that a spelling holds to be almost as good as its own. They add no words:
/// they only tell that a word such as "cancelled" is not confined to the other spelling.
const VARIANTS: [(&str, u8); 2] = [("variant_1", AMERICAN), ("british_variant_1", BRITISH)];

/// The kinds of list, and whether their words are proper.
const KINDS: [(&str, bool); 4] = [("words", false), ("contractions", false), ("upper", true), ("proper-names", true)];

struct Seen {
    size: u8,
    spellings: u8,
    proper: bool,
}

/// Reads the lists in `folder`; returns the whole text of `words.txt`.
pub fn rebuild(folder: &Path) -> Result<String> {
    let mut seen = BTreeMap::<String, Seen>::new();
    // Ascending, so that the size a word is first met at is its smallest.
    for size in SIZES {
        for (spelling, bit) in SPELLINGS {
            for (kind, proper) in KINDS {
                for word in list(folder, spelling, kind, size)? {
                    let word = seen.entry(word).or_insert(Seen { size, spellings: 0, proper });
                    word.spellings |= bit;
                    // "I'll" is in both: the list of contractions wins over that of names.
                    word.proper &= proper;
                }
            }
        }
    }
    for size in SIZES {
        for (variant, bit) in VARIANTS {
            for word in list(folder, variant, "words", size)? {
                if let Some(word) = seen.get_mut(&word) {
                    word.spellings |= bit;
                }
            }
        }
    }

    let mut text = HEADER.to_owned();
    // A BTreeMap of strings goes in the order of their bytes, which is the order asked for.
    for (word, seen) in &seen {
        text.push_str(&format!("{word}\t{}\t{}\n", seen.size, flag(seen)));
    }
    Ok(text)
}

fn flag(seen: &Seen) -> char {
    // The regional lists of capitalised words are mostly a gazetteer ("Napa", "Anniston") and not
    // spellings of one region, so proper words get no flag of region.
    if seen.proper {
        return 'p';
    }
    match seen.spellings & (ENGLISH | AMERICAN | BRITISH) {
        AMERICAN => 'a',
        BRITISH => 'b',
        // Common to all, accepted by both, or Canadian alone.
        _ => '-',
    }
}

/// The words of one list, without the possessives, which the caller of the lexicon takes apart.
fn list(folder: &Path, spelling: &str, kind: &str, size: u8) -> Result<Vec<String>> {
    let path = folder.join(format!("{spelling}-{kind}.{size}"));
    let bytes = match fs::read(&path) {
        Ok(bytes) => bytes,
        // SCOWL leaves out empty lists; the main one is in every size, or the folder is not SCOWL.
        Err(error) if error.kind() == ErrorKind::NotFound && (spelling, kind) != ("english", "words") => {
            return Ok(Vec::new());
        }
        Err(error) => return Err(format!("{}: {error}", path.display()).into()),
    };
    Ok(decode(bytes).lines().map(str::trim).filter(|word| !word.is_empty() && !word.ends_with("'s")).map(str::to_owned).collect())
}

/// Debian's lists are in UTF-8, those of SCOWL's own archive in ISO 8859-1, whose bytes are the
/// first 256 characters of Unicode. An accented word in the latter is never sound UTF-8: its letter
/// would have to be followed by a second accented one of the right range.
fn decode(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap_or_else(|error| {
        let bytes = error.into_bytes();
        bytes.into_iter().map(char::from).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_encodings_give_the_same_word() {
        assert_eq!(decode(b"caf\xe9\n".to_vec()), "café\n");
        assert_eq!(decode("café\n".into()), "café\n");
    }

    #[test]
    fn a_flag_of_region_needs_one_region_alone() {
        let flag_of = |spellings, proper| flag(&Seen { size: 10, spellings, proper });
        assert_eq!(flag_of(AMERICAN, false), 'a');
        assert_eq!(flag_of(AMERICAN | CANADIAN, false), 'a');
        assert_eq!(flag_of(BRITISH, false), 'b');
        assert_eq!(flag_of(AMERICAN | BRITISH, false), '-');
        assert_eq!(flag_of(ENGLISH | BRITISH, false), '-');
        assert_eq!(flag_of(CANADIAN, false), '-');
        assert_eq!(flag_of(AMERICAN, true), 'p');
    }

    #[test]
    fn a_folder_without_the_lists_is_an_error_that_names_the_file() {
        let error = rebuild(Path::new("/nowhere")).unwrap_err().to_string();
        assert!(error.contains("english-words.10"), "{error}");
    }
}

//! `cargo xtask lexicon`: compiles the English lexicon from `words.txt` to `words.fst`.
//!
//! The text is what people read, review and change; the map is what the crate embeds. Both are
//! committed. A test in the crate's lexicon module holds them to the same entries, so a change of
//! the text without this command fails there, and so does a layout that the two sides see
//! differently.

mod scowl;

use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

type Result<T> = std::result::Result<T, Box<dyn Error>>;

const FOLDER: &str = "src/knowledge/target/english/lexicon";

/// The SCOWL sizes that the lexicon takes. SCOWL's 80 and 95 are left out: they are for word
/// games, and hold so many letter strings that a typing error would often be in them.
const SIZES: [u8; 8] = [10, 20, 35, 40, 50, 55, 60, 70];

// The value of an entry: its size in bits 0 to 7, its flags above. `Entry::from_value` in the
// crate reads the same layout.
const AMERICAN_ONLY: u64 = 1 << 8;
const BRITISH_ONLY: u64 = 1 << 9;
const PROPER: u64 = 1 << 10;

/// Runs the chore with the arguments that follow its name.
pub fn run(mut args: impl Iterator<Item = String>) -> Result<()> {
    let from = match (args.next().as_deref(), args.next(), args.next()) {
        (None, ..) => None,
        (Some("--from"), Some(folder), None) => Some(PathBuf::from(folder)),
        _ => return Err("usage: cargo xtask lexicon [--from DIR]".into()),
    };
    let folder = workspace_root()?.join(FOLDER);
    let text_path = folder.join("words.txt");
    let text = match &from {
        Some(scowl_folder) => scowl::rebuild(scowl_folder)?,
        None => fs::read_to_string(&text_path).map_err(|error| format!("{}: {error}", text_path.display()))?,
    };

    // Compiled before anything is written: a faulty text must not replace a sound pair.
    let (map, count) = compile(&text).map_err(|fault| format!("{}:{fault}", text_path.display()))?;
    if from.is_some() {
        write(&text_path, text.as_bytes())?;
    }
    write(&folder.join("words.fst"), &map)?;
    println!("{count} entries, {} bytes of map", map.len());
    Ok(())
}

fn workspace_root() -> Result<&'static Path> {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().ok_or_else(|| "xtask does not lie inside a workspace".into())
}

fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()).into())
}

/// Compiles the text of `words.txt`; returns the map's bytes and the number of its entries.
///
/// An error is given as `LINE: what is wrong`, to be set behind the name of the file.
fn compile(text: &str) -> std::result::Result<(Vec<u8>, usize), String> {
    let mut builder = fst::MapBuilder::memory();
    let mut previous = "";
    let mut count = 0;
    for (index, line) in text.lines().enumerate() {
        if line.starts_with('#') {
            continue;
        }
        let at = |message: String| format!("{}: {message}", index + 1);
        let (word, value) = parse(line).map_err(at)?;
        // The builder would refuse both, but without a line to look at.
        if word == previous {
            return Err(at(format!("{word:?} is doubled")));
        }
        if word < previous {
            let message = format!("{word:?} is not sorted bytewise: it follows {previous:?}");
            return Err(at(message));
        }
        builder.insert(word, value).map_err(|error| at(error.to_string()))?;
        previous = word;
        count += 1;
    }
    // Memory cannot run short in a way that the builder reports, but it is typed as if it could.
    let map = builder.into_inner().map_err(|error| format!("the end: {error}"))?;
    Ok((map, count))
}

/// Reads one line that is no comment: `word<TAB>size<TAB>flags`.
fn parse(line: &str) -> std::result::Result<(&str, u64), String> {
    let mut fields = line.split('\t');
    let (Some(word), Some(size), Some(flags), None) = (fields.next(), fields.next(), fields.next(), fields.next()) else {
        return Err(format!("expected word<TAB>size<TAB>flags, found {line:?}"));
    };
    if word.is_empty() || !word.chars().all(is_word_character) {
        return Err(format!("{word:?} is not made of letters and ' alone"));
    }
    let size =
        size.parse().ok().filter(|size| SIZES.contains(size)).ok_or_else(|| format!("size {size:?} is none of {SIZES:?}"))?;
    Ok((word, u64::from(size) | parse_flags(flags)?))
}

/// The typographic apostrophe is refused: callers fold it to `'`, so it would never be found.
fn is_word_character(character: char) -> bool {
    character.is_alphabetic() || character == '\''
}

fn parse_flags(flags: &str) -> std::result::Result<u64, String> {
    if flags == "-" {
        return Ok(0);
    }
    let mut bits = 0;
    for letter in flags.chars() {
        let bit = match letter {
            'a' => AMERICAN_ONLY,
            'b' => BRITISH_ONLY,
            'p' => PROPER,
            _ => return Err(format!("flag {letter:?} is none of a, b, p")),
        };
        if bits & bit != 0 {
            return Err(format!("flag {letter:?} is doubled"));
        }
        bits |= bit;
    }
    match bits {
        0 => Err("no flags: write - for none".into()),
        _ if bits & AMERICAN_ONLY != 0 && bits & BRITISH_ONLY != 0 => Err("a and b exclude each other".into()),
        _ => Ok(bits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sound_text_becomes_a_map_with_every_value() {
        let text = "# comment\nMonday\t35\tp\ncolor\t10\ta\ncolour\t10\tb\nthe\t10\t-\n";
        let (bytes, count) = compile(text).unwrap();
        let map = fst::Map::new(bytes).unwrap();
        assert_eq!(count, 4);
        assert_eq!(map.get("Monday"), Some(35 | PROPER));
        assert_eq!(map.get("color"), Some(10 | AMERICAN_ONLY));
        assert_eq!(map.get("colour"), Some(10 | BRITISH_ONLY));
        assert_eq!(map.get("the"), Some(10));
        assert_eq!(map.get("The"), None);
    }

    #[test]
    fn a_faulty_line_is_named_with_its_fault() {
        for (text, expected) in [
            ("# c\nthe\t10\n", "2: expected word<TAB>size<TAB>flags"),
            ("the\t10\t-\t\n", "1: expected word<TAB>size<TAB>flags"),
            ("the\t10\t-\n\n", "2: expected word<TAB>size<TAB>flags"),
            ("\t10\t-\n", "1: \"\" is not made of letters"),
            ("don’t\t10\t-\n", "1: \"don’t\" is not made of letters"),
            ("the\t80\t-\n", "1: size \"80\" is none of"),
            ("the\tten\t-\n", "1: size \"ten\" is none of"),
            ("the\t10\tx\n", "1: flag 'x' is none of"),
            ("the\t10\tpp\n", "1: flag 'p' is doubled"),
            ("the\t10\tab\n", "1: a and b exclude"),
            ("the\t10\t\n", "1: no flags"),
            ("b\t10\t-\na\t10\t-\n", "2: \"a\" is not sorted bytewise"),
            ("a\t10\t-\na\t20\t-\n", "2: \"a\" is doubled"),
        ] {
            let fault = compile(text).unwrap_err();
            assert!(fault.starts_with(expected), "{text:?} gave {fault:?}");
        }
    }
}

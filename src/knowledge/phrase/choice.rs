//! Choices: `normative {act|acts}` is two phrases, and `legal {instrument|instruments}` the answer to each.

/// How many phrases one line may stand for.
const MOST: usize = 400;

/// A text cut at its braces.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// What stands outside braces.
    Plain(&'a str),
    /// The options between braces.
    Choice(Vec<&'a str>),
}

/// Cuts a text at its braces.
pub(super) fn pieces(text: &str) -> Result<Vec<Piece<'_>>, String> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, behind) = after.split_once('}').ok_or("a choice is not closed: “{” without “}”")?;
        let options: Vec<&str> = inside.split('|').collect();
        if options.len() < 2 {
            return Err(format!("“{{{inside}}}” offers no choice; write {{one|other}}"));
        }
        found.push(Piece::Plain(before));
        found.push(Piece::Choice(options));
        rest = behind;
    }
    found.push(Piece::Plain(rest));
    Ok(found)
}

/// How many options each choice has, in order.
pub(super) fn sizes(pieces: &[Piece]) -> Vec<usize> {
    let size = |piece: &Piece| if let Piece::Choice(options) = piece { Some(options.len()) } else { None };
    pieces.iter().filter_map(size).collect()
}

/// All phrases that the pieces stand for, each with the option taken of every choice.
pub(super) fn expand(pieces: &[Piece]) -> Result<Vec<(String, Vec<usize>)>, String> {
    if sizes(pieces).iter().product::<usize>() > MOST {
        return Err(format!("the choices make more than {MOST} phrases"));
    }
    let mut all = vec![(String::new(), Vec::new())];
    for piece in pieces {
        match piece {
            Piece::Plain(text) => all.iter_mut().for_each(|(phrase, _)| phrase.push_str(text)),
            Piece::Choice(options) => {
                all = all
                    .iter()
                    .flat_map(|(phrase, taken)| {
                        options.iter().enumerate().map(move |(i, option)| {
                            let taken = taken.iter().copied().chain([i]).collect();
                            (format!("{phrase}{option}"), taken)
                        })
                    })
                    .collect();
            }
        }
    }
    Ok(all)
}

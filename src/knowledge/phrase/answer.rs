//! What should be written instead: words, what stood in a slot, and the option that was said.

use super::choice::{Piece, pieces, sizes};

/// One good answer of a row (`{asked|asks} <any> to`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Words(String),
    /// What stands in the slot with this number.
    Slot(usize),
    /// The option with the number that was taken of this choice of the pattern.
    Choice(usize, Vec<String>),
}

impl Answer {
    /// Reads an answer to one pattern, of which the names of the slots and the sizes of the choices are known.
    ///
    /// A slot is named as in the pattern (`<any>` for `<any:1-3>`), the second of a name by naming it again. A choice
    /// answers the next choice of the pattern that has as many options.
    pub(super) fn parse(write: &str, slots: &[String], choices: &[usize]) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut free_slots: Vec<usize> = (0..slots.len()).collect();
        let mut free_choices: Vec<usize> = (0..choices.len()).collect();
        let cut = pieces(write)?;
        for (piece, size) in with_sizes(&cut) {
            match piece {
                Piece::Plain(text) => plain(text, slots, &mut free_slots, &mut parts)?,
                Piece::Choice(options) => {
                    let place = free_choices.iter().position(|&i| choices[i] == size);
                    let place = place.ok_or_else(|| format!("“{write}” has a choice of {size}, the pattern has none left"))?;
                    let options = options.iter().map(|&o| o.to_owned()).collect();
                    parts.push(Part::Choice(free_choices.remove(place), options));
                }
            }
        }
        Ok(Self(parts))
    }

    /// An answer that takes nothing over.
    pub fn words(words: String) -> Self {
        Self(vec![Part::Words(words)])
    }

    /// The answer in words, given the options that were said and what stands in each slot.
    pub fn fill<'t>(&self, options: &[usize], slot: impl Fn(usize) -> &'t str) -> String {
        let word = |part: &Part| -> String {
            match part {
                Part::Words(words) => words.clone(),
                Part::Slot(number) => slot(*number).to_owned(),
                Part::Choice(choice, answers) => options.get(*choice).and_then(|&i| answers.get(i)).cloned().unwrap_or_default(),
            }
        };
        self.0.iter().map(word).collect()
    }
}

/// Each piece with the number of its options, 0 for plain text.
fn with_sizes<'p, 'a>(pieces: &'p [Piece<'a>]) -> impl Iterator<Item = (&'p Piece<'a>, usize)> {
    pieces.iter().map(|piece| (piece, sizes(std::slice::from_ref(piece)).iter().sum()))
}

fn plain(text: &str, slots: &[String], free: &mut Vec<usize>, parts: &mut Vec<Part>) -> Result<(), String> {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('<') {
        let (name, behind) = after.split_once('>').ok_or("a slot is not closed: “<” without “>”")?;
        let place = free.iter().position(|&i| slots[i] == name);
        let place = place.ok_or_else(|| format!("the answer names “<{name}>”, the pattern has none left"))?;
        parts.push(Part::Words(before.to_owned()));
        parts.push(Part::Slot(free.remove(place)));
        rest = behind;
    }
    parts.push(Part::Words(rest.to_owned()));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_takes_over_slots_and_options() {
        let slots = ["any".to_owned(), "name".to_owned(), "any".to_owned()];
        let answer = Answer::parse("{b|bb} <any> of <any> {x|y|z}", &slots, &[3, 2]).expect("sound");
        let said = ["one", "Two", "three"];
        assert_eq!(answer.fill(&[2, 1], |i| said[i]), "bb one of three z");
    }

    #[test]
    fn an_answer_names_only_what_the_pattern_has() {
        assert!(Answer::parse("<name>", &["any".to_owned()], &[]).is_err());
        assert!(Answer::parse("<any> <any>", &["any".to_owned()], &[]).is_err());
        assert!(Answer::parse("{a|b}", &[], &[3]).is_err());
        assert!(Answer::parse("{a|b", &[], &[2]).is_err() && Answer::parse("{a}", &[], &[1]).is_err());
    }
}

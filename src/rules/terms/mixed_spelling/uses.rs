//! Where words with two spellings stand, and which variety they show together.
//!
//! In: the tokens of a document and the table. Out: the uses in the order of the text, and the votes.
//! Must not know: what is reported.

use rustc_hash::FxHashSet;

use crate::document::{BlockKind, Span, Token, TokenKind};
use crate::knowledge::WordClass;
use crate::knowledge::target::english::{Beside, Spelt, Variety};
use crate::rules::Context;

/// Fewest different words that show a variety.
const FEWEST: usize = 3;
/// So many different words are enough with half as many places again.
const MANY: usize = 6;
/// How many times as many places show one variety as the other.
const TIMES: usize = 2;

/// A word with two spellings at its place.
pub(super) struct Use<'a> {
    /// Its token.
    pub at: usize,
    /// Its span.
    pub span: Span,
    /// The word, the form and the spelling.
    pub spelt: Spelt<'a>,
    /// Whether it may belong to a name, by its capital.
    pub named: bool,
    /// Whether the word of the table is meant, and not another that looks like it.
    pub meant: bool,
    /// Whether its spelling shows its variety where it stands.
    pub counts: bool,
}

impl Use<'_> {
    /// Whether it tells the variety of the document.
    pub(super) fn votes(&self) -> bool {
        self.counts && !self.named
    }

    /// Whether it should have one spelling throughout a document: not where the British spelling narrows the meaning down.
    pub(super) fn is_one_word(&self) -> bool {
        self.meant && (self.spelt.word.tells(Variety::American) || !self.spelt.word.tells(Variety::British))
    }
}

/// Finds the uses in the order of the text.
pub(super) fn find<'a>(context: &Context<'a>) -> Vec<Use<'a>> {
    let varieties = &context.knowledge.varieties;
    let mut uses = Vec::new();
    for (at, &hash) in context.facts.hashes().iter().enumerate() {
        let Some(spelt) = varieties.get(hash) else { continue };
        let Some(token) = context.tokens().get(at).filter(|t| t.is_word()) else { continue };
        let span = token.span();
        if context.is_verbatim(span) {
            continue;
        }
        let meant = is_meant(context, at, &spelt);
        let counts = meant && spelt.word.tells(spelt.variety);
        uses.push(Use { at, span, spelt, named: is_named(context, at, token), meant, counts });
    }
    uses
}

/// Whether the word is meant, and not another that is spelt like its American form in every variety.
fn is_meant(context: &Context, at: usize, spelt: &Spelt) -> bool {
    if spelt.variety == Variety::British {
        return true;
    }
    let (document, tokens) = (context.document, context.tokens());
    let has = |words: &[u64]| {
        let sentence = document.sentences().get(document.sentence_of(at)).map(|s| s.tokens()).unwrap_or_default();
        sentence.into_iter().any(|i| words.contains(&context.hash(i)))
    };
    match &spelt.word.beside {
        Beside::Anything => true,
        Beside::After(words) => at.checked_sub(1).is_some_and(|before| {
            tokens.get(before).is_some_and(|t| t.kind() == TokenKind::Number) || words.contains(&context.hash(before))
        }),
        Beside::Without(words) => !has(words),
        Beside::BeforeWord(words) => {
            let verb = at.checked_sub(1).is_some_and(|before| context.is(before, WordClass::Infinitive));
            let word = tokens.get(at + 1).is_some_and(Token::is_word);
            word && !verb && !has(words)
        }
    }
}

/// Whether a capital may make the word part of a name; that of a sentence's first word does not.
fn is_named(context: &Context, at: usize, token: &Token) -> bool {
    if !token.is_capitalized() {
        return false;
    }
    let document = context.document;
    let next = context.tokens().get(at + 1).is_some_and(|t| t.is_capitalized() || t.is_dash());
    let first = document.sentences().get(document.sentence_of(at)).is_some_and(|s| s.tokens().start == at);
    let heading = document.blocks().get(document.block_of(at)).is_some_and(|b| b.kind() == BlockKind::Heading);
    !first || next || heading && token.is_all_caps()
}

/// How many words show each variety.
#[derive(Default)]
pub(super) struct Votes {
    places: [usize; 2],
    words: [usize; 2],
}

impl Votes {
    /// Counts the words that tell.
    pub(super) fn count(uses: &[Use]) -> Self {
        let mut votes = Self::default();
        let mut seen = FxHashSet::default();
        for found in uses.iter().filter(|found| found.votes()) {
            let variety = found.spelt.variety;
            votes.places[variety as usize] += 1;
            if seen.insert((found.spelt.word.lemma(), variety)) {
                votes.words[variety as usize] += 1;
            }
        }
        votes
    }

    /// How many places show a variety.
    pub(super) fn places(&self, variety: Variety) -> usize {
        self.places[variety as usize]
    }

    /// The variety that most different words show; `None` where too few do.
    pub(super) fn majority(&self) -> Option<Variety> {
        [Variety::American, Variety::British].into_iter().find(|&variety| {
            let (most, few) = (self.words[variety as usize], self.words[variety.other() as usize]);
            let (here, there) = (self.places(variety), self.places(variety.other()));
            most >= FEWEST && most > few && here >= TIMES * there || most >= MANY && 2 * here >= 3 * there
        })
    }
}

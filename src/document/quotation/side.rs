//! Straight marks that stand on the wrong side of a space (`the minister's" angry words "and`, `he left, "she said`).
//!
//! A straight mark has no shape, so only the spaces tell which way it faces, and machine translation moves them. Of all
//! ways to read the marks of a block the one is taken that leaves the fewest marks over and moves the fewest spaces.

use std::ops::Range;

use super::QuoteStyle;
use super::mark::{Facing, Mark};
use crate::document::Text;
use crate::document::token::Token;

/// More straight marks in one block than anybody reads at a time.
const MOST: usize = 64;
/// Most quotations that are open at a time.
const DEEPEST: usize = 2;
/// What a mark costs that has no partner.
const LONE: u32 = 4;
/// What a quotation costs that goes on in the next block.
const RUNNING: u32 = 3;
/// What a mark costs that stands on the wrong side of a space.
const MISPLACED: u32 = 2;
/// What a mark costs that has spaces on both sides or on neither, and one that opens a quotation within another.
const UNUSUAL: u32 = 1;
/// What a quotation within another costs where already the first mark is astray: then the others are as well.
const NESTED_ASTRAY: u32 = 5;
/// No reading.
const NEVER: u32 = 1000;

/// What a reading makes of one mark.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Opens,
    Closes,
    Lone,
}

/// The best reading so far that ends at some depth: its cost, the depth before, and the last role.
#[derive(Clone, Copy)]
struct Step {
    cost: u32,
    from: usize,
    role: Role,
}

const NOWHERE: Step = Step { cost: NEVER, from: 0, role: Role::Lone };

/// Turns straight marks round where the best reading of a block says that they stand on the wrong side of a space.
/// `waiting` says whether a quotation of an earlier block is open.
pub(super) fn settle(text: &Text, tokens: &[Token], block: Range<usize>, waiting: bool, marks: &mut [Mark]) {
    let places: Vec<usize> = (0..marks.len()).filter(|&i| marks[i].style == QuoteStyle::Straight).collect();
    let suspect = places.iter().any(|&i| may_be_misplaced(text, tokens, &block, &marks[i], true));
    if places.len() > MOST || places.iter().any(|&i| marks[i].inches) || !suspect {
        return;
    }
    let look = Look { text, tokens, block, marks, places: &places };
    let start = |depth: usize| {
        let mut row = [NOWHERE; DEEPEST + 1];
        row[depth].cost = 0;
        row
    };
    let fresh = look.best(start(0), 0);
    let running = if waiting { look.best(start(1), 1) } else { None };
    let best = match (fresh, running) {
        (Some(fresh), Some(running)) => Some(if running.0 < fresh.0 { running } else { fresh }),
        (fresh, running) => fresh.or(running),
    };
    let Some((_, roles)) = best else { return };
    for (&place, role) in places.iter().zip(roles) {
        match role {
            Role::Opens => marks[place].facing = Facing::Open,
            Role::Closes => marks[place].facing = Facing::Close,
            Role::Lone => {}
        }
    }
}

/// Whether a mark can stand on the wrong side of its space: it clings to a word and should open before the next one,
/// or it clings to the word after the space and should have closed what went before.
fn may_be_misplaced(text: &Text, tokens: &[Token], block: &Range<usize>, mark: &Mark, plural: bool) -> bool {
    let before = mark.token.checked_sub(1).filter(|&i| i >= block.start).and_then(|i| tokens.get(i));
    let next = tokens[..block.end].get(mark.token + 1).filter(|t| !t.break_before());
    let (Some(before), Some(next)) = (before, next) else { return false };
    match mark.around {
        // After a plural it may have been typed for an apostrophe (`the workers" demands`).
        Facing::Close => {
            let s = !before.is_clitic() && text.slice(before.span()).ends_with('s');
            before.is_word() && next.is_word() && (plural || !s)
        }
        Facing::Open => match before.mark() {
            Some(',') => next.is_word(),
            Some('.' | '!' | '?' | '…') => next.is_lower(),
            Some(_) => false,
            None => before.is_wordlike() && next.is_lower(),
        },
        Facing::Either => false,
    }
}

struct Look<'a> {
    text: &'a Text,
    tokens: &'a [Token],
    block: Range<usize>,
    marks: &'a [Mark],
    places: &'a [usize],
}

impl Look<'_> {
    /// The cheapest reading from a first row on, with its cost; what is open at the end and was open at the beginning
    /// costs nothing.
    fn best(&self, first: [Step; DEEPEST + 1], before: usize) -> Option<(u32, Vec<Role>)> {
        let astray = self.mark(0).is_some_and(|first| first.around == Facing::Close) && before == 0;
        let nested = if astray { NESTED_ASTRAY } else { UNUSUAL };
        let mut rows = vec![first];
        for at in 0..self.places.len() {
            let last = rows.last()?;
            let (opens, closes) = (self.opening(at), self.closing(at));
            let mut row = [NOWHERE; DEEPEST + 1];
            for (depth, step) in last.iter().enumerate() {
                let mut offer = |to: usize, cost: u32, role: Role| {
                    if let Some(place) = row.get_mut(to)
                        && step.cost + cost < place.cost
                    {
                        *place = Step { cost: step.cost + cost, from: depth, role };
                    }
                };
                offer(depth, LONE, Role::Lone);
                offer(depth + 1, opens + if depth > before { nested } else { 0 }, Role::Opens);
                if let Some(less) = depth.checked_sub(1) {
                    offer(less, closes, Role::Closes);
                }
            }
            rows.push(row);
        }
        let ends = rows.last()?.iter().enumerate();
        let open = |depth: usize| depth.saturating_sub(before) as u32;
        let left = |depth: usize| {
            if before == 0 { open(depth).min(1) * RUNNING + open(depth).saturating_sub(1) * LONE } else { open(depth) * LONE }
        };
        let (mut depth, cost) = ends.map(|(depth, step)| (depth, step.cost + left(depth))).min_by_key(|&(_, cost)| cost)?;
        let mut roles = Vec::with_capacity(self.places.len());
        for row in rows.iter().skip(1).rev() {
            let step = row.get(depth)?;
            roles.push(step.role);
            depth = step.from;
        }
        roles.reverse();
        (cost < NEVER).then_some((cost, roles))
    }

    fn mark(&self, at: usize) -> Option<&Mark> {
        self.places.get(at).and_then(|&place| self.marks.get(place))
    }

    /// What it costs to let a mark open.
    fn opening(&self, at: usize) -> u32 {
        let Some(mark) = self.mark(at) else { return NEVER };
        let closes_clearly = self.mark(at + 1).is_none_or(|next| next.around == Facing::Close);
        match mark.around {
            Facing::Open => 0,
            Facing::Either => UNUSUAL,
            Facing::Close if may_be_misplaced(self.text, self.tokens, &self.block, mark, !closes_clearly) => MISPLACED,
            Facing::Close => NEVER,
        }
    }

    /// What it costs to let a mark close.
    fn closing(&self, at: usize) -> u32 {
        let Some(mark) = self.mark(at) else { return NEVER };
        match mark.around {
            Facing::Close => 0,
            Facing::Either => UNUSUAL,
            Facing::Open if may_be_misplaced(self.text, self.tokens, &self.block, mark, true) => {
                // What closes right after it may be what it opens (`he told me, "Go."`).
                let next = self.tokens.get(mark.token + 1);
                let opens = self.mark(at + 1).is_some_and(|next| next.around == Facing::Close);
                if opens && next.is_some_and(Token::is_capitalized) { MISPLACED + UNUSUAL } else { MISPLACED }
            }
            Facing::Open => NEVER,
        }
    }
}

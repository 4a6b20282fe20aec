//! Precision: how specific an undertaking is. Details are counted: an amount, a deadline, a counterpart,
//! a place, an instrument.

use super::found::Found;
use super::reader::Reader;
use crate::extract::discourse::Tags;
use crate::lexicon::{Shape, WordClass};
use crate::model::Precision;

impl Reader<'_, '_> {
    /// How specific an undertaking is.
    pub fn precision(&self, found: &Found, dated: bool) -> Precision {
        let words = found.verb + 1..found.words.end;
        let amount = words.clone().any(|at| self.is_amount(at));
        let counterpart =
            self.scene.mentions.parties_within(&words).iter().any(|m| !found.parties.contains(&m.row));
        let place = words.clone().any(|at| self.is_place(at));
        let instrument = words.clone().any(|at| self.can_be(at, Tags::INSTRUMENT));
        let details =
            [amount, dated, counterpart, place, instrument].into_iter().filter(|&detail| detail).count();
        let level: u8 = match details {
            0 if words.clone().any(|at| self.can_be(at, Tags::AREA)) => 0,
            0 => 1,
            1 => 2,
            _ if amount || dated => 3,
            _ => 2,
        };
        Precision::try_from(level).unwrap_or_default()
    }

    /// A number that counts or measures; years and days of the month do not.
    fn is_amount(&self, at: usize) -> bool {
        if self.shape(at) != Some(Shape::Number) {
            return self.is_amount_in_letters(at);
        }
        let lower = self.lower(at);
        // "COVID-19", "G-20"
        if self.scene.source.word(at).is_some_and(|token| token.word.joined) {
            return false;
        }
        let year = lower.len() == 4 && (lower.starts_with("19") || lower.starts_with("20"));
        let ordinal =
            lower.ends_with("th") || lower.ends_with("st") || lower.ends_with("nd") || lower.ends_with("rd");
        let month = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().any(|near| self.is_month(near));
        !year && !ordinal && !month
    }

    /// "forty officers", "two million euros", but neither "one of them" nor "the three sides", which
    /// count those who act.
    fn is_amount_in_letters(&self, at: usize) -> bool {
        const FEWEST: u64 = 4;
        let many = self.number(at).is_some_and(|n| n >= FEWEST);
        let multiple = self.number(at).is_some() && self.number(at + 1).is_some_and(|n| n >= FEWEST);
        let sides =
            ["sides", "parties", "countries", "states", "nations", "governments", "ministers", "leaders"];
        (many || multiple) && !self.is_any(at + 1, &sides)
    }

    /// The number that this word spells.
    fn number(&self, at: usize) -> Option<u64> {
        let (_, classes) = self.scene.source.phrase(self.scene.source.lexicon.words(), at..at + 1)?;
        classes.iter().find_map(|class| if let WordClass::Number(n) = class { Some(*n) } else { None })
    }

    /// A named place after "in" or "at".
    fn is_place(&self, at: usize) -> bool {
        let after = at.checked_sub(1).is_some_and(|before| self.is_any(before, &["in", "at"]));
        let source = &self.scene.source;
        after
            && self.can_be(at - 1, Tags::PREPOSITION)
            && self.shape(at).is_some_and(Shape::is_capital)
            && source.phrase(source.lexicon.place_names(), at..at + 4).is_some()
    }

    /// Whether this word names a month. "may" and "march" do so only with their capital letter.
    fn is_month(&self, at: usize) -> bool {
        let source = &self.scene.source;
        let found = source.phrase(source.lexicon.words(), at..at + 1);
        let month = |class: &WordClass| matches!(class, WordClass::Month(_));
        found.is_some_and(|(_, classes)| classes.iter().any(month))
            && self.shape(at).is_some_and(Shape::is_capital)
    }
}

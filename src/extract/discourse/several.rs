//! Several: the ways in which words name the parties together, or each of them. "the two sides", "both men",
//! "each country", "technical teams from the two sides", "member states".

use super::actor::{Actors, Who};
use super::form::{Form, form};
use super::naming::NEAR;
use crate::extract::mention::PersonIndex;
use crate::lexicon::{Shape, Tags};

/// Each of the parties, by a noun alone: "each side".
const ONE_SIDE: &[&str] = &[
    "side",
    "party",
    "country",
    "nation",
    "state",
    "government",
    "delegation",
    "capital",
    "minister",
    "leader",
];

/// Whoever meets, where they are counted: "the two men".
const PAIRS: &[&str] = &[
    "men",
    "women",
    "statesmen",
    "politicians",
    "chancellors",
    "kings",
    "emirs",
    "rivals",
    "foes",
    "friends",
    "generals",
    "dignitaries",
    "armies",
    "navies",
    "militaries",
    "parliaments",
    "cabinets",
    "embassies",
    "capitals",
    "agencies",
    "forces",
    "railways",
];

impl Actors<'_, '_> {
    /// "the two sides", "both leaders", "Ministers", "the ministers of France and Italy"
    pub(super) fn sides(&self, start: usize, from: usize) -> Option<(usize, Vec<Who>)> {
        // "The three also agreed"
        let verb = |at: usize| {
            let form = self.source.word(at).map(|token| form(token.word.text));
            self.tag(at).any(Tags::VERB | Tags::ADVERB) || matches!(form, Some(Form::Past | Form::Participle))
        };
        let alone = from == start + 1
            && self.source.is(start, "the")
            && !self.tag(from + 1).any(Tags::SIDES)
            && verb(from + 1);
        if let Some(count) = alone.then(|| self.count(from)).flatten() {
            return Some((from + 1, vec![Who::Sides(count)]));
        }
        let absolute = || from.checked_sub(1).is_some_and(|before| self.source.is(before, "with"));
        let opens = from > start
            || self.is_number(from)
            || self.shape(from).is_some_and(Shape::is_capital)
            || absolute();
        if !opens {
            return None;
        }
        let counted = (start..from + NEAR).find(|&at| self.is_number(at)).unwrap_or(usize::MAX);
        // "both men", "the two rivals"; "men" alone are anybody.
        let pair = |at: usize| counted < at && self.source.is_any(at, PAIRS);
        let at = (from..from + NEAR).find(|&at| self.tag(at).any(Tags::SIDES) || pair(at))?;
        // "The treaty obliges both countries": another noun and its verb stand before them.
        if from < counted && counted < at {
            return None;
        }
        // "states" within "the United States" is part of a name.
        let named = !self.mentions.parties_within(&(start..at + 1)).is_empty();
        if named || (from..at).any(|word| !self.is_plain(word) && !self.source.is(word, "and")) {
            return None;
        }
        let end = at + 1;
        if self.shape(end) == Some(Shape::Possessive) {
            return None;
        }
        if self.source.is_any(end, &["of", "from"])
            && let Some(named) = self.named(end + 1)
        {
            return Some(named);
        }
        let end = if self.source.is(end, "of") {
            self.plain_tail(end + 1)?
        } else if self.source.is(end, "from") {
            self.plain_tail(end + 1).unwrap_or(end)
        } else {
            end
        };
        let count = (start..at).find_map(|word| self.count(word)).unwrap_or_default();
        Some((end, vec![Who::Sides(count)]))
    }

    /// "each side", "each of the two governments", "neither country will", "neither of us would".
    pub(super) fn each(&self, start: usize) -> Option<(usize, Vec<Who>)> {
        if !self.tag(start).any(Tags::ADVERB | Tags::NEGATION) {
            return None;
        }
        let neither = self.source.is(start, "neither");
        if !neither && !self.source.is(start, "each") {
            return None;
        }
        let of = start + 1;
        let end = if self.source.is(of, "of") {
            let from = self.after_articles(of + 1);
            let all = self.source.is_any(from, &["us", "them"]);
            let noun = || (from..from + NEAR).find(|&at| self.tag(at).any(Tags::SIDES));
            if all { from + 1 } else { noun()? + 1 }
        } else {
            self.source.is_any(of, ONE_SIDE).then_some(of + 1)?
        };
        // What neither of them did is no undertaking; what neither will do is one of both.
        (!neither || self.tag(end).any(Tags::MODAL)).then(|| (end, vec![Who::Sides(0)]))
    }

    /// "Technical teams from the two sides", "customs officers of both countries": all of them.
    pub(super) fn sent_by_all(&self, start: usize) -> Option<(usize, Vec<Who>)> {
        let sends = |at: usize| {
            self.tag(at).any(Tags::SENT | Tags::MEANS | Tags::BODY) || self.source.is(at, "officers")
        };
        for at in start..start + NEAR {
            if sends(at)
                && let Some(end) = self.end_of_all(at + 1)
            {
                return Some((end, vec![Who::Sides(0)]));
            }
            // Words that describe them stand before them, and nothing else does.
            if !self.is_plain(at) {
                break;
            }
        }
        None
    }

    /// Where "from the two sides", "of both countries" ends.
    pub(super) fn end_of_all(&self, at: usize) -> Option<usize> {
        if !self.tag(at).any(Tags::PREPOSITION) || !self.source.is_any(at, &["from", "of"]) {
            return None;
        }
        let from = self.after_articles(at + 1);
        let number = (at + 1..from + 1).any(|at| self.is_number(at) || self.source.is(at, "each"));
        let noun = from + usize::from(self.is_number(from));
        (number && self.tag(noun).any(Tags::SIDES | Tags::BODY)).then_some(noun + 1)
    }

    /// "The guest promised", "The visiting dignitary pledged": the first of another side than that of the country which
    /// the report is from.
    pub(super) fn guest(&self, start: usize, from: usize) -> Option<(usize, Vec<Who>)> {
        const GUESTS: &[&str] = &["guest", "visitor", "dignitary"];
        let noun = from + usize::from(self.source.is(from, "visiting"));
        let the = from == start + 1 && self.source.is(start, "the");
        if !the || !self.source.is_any(noun, GUESTS) {
            return None;
        }
        let verb = self.tag(noun + 1).any(Tags::VERB | Tags::ADVERB)
            || self.source.word(noun + 1).is_some_and(|token| form(token.word.text) == Form::Past);
        let dateline = self.source.article.dateline.as_ref().and_then(|dateline| dateline.country.clone());
        let there = dateline.and_then(|country| self.source.lexicon.party_row(&country.into()));
        let host = there.or(self.mentions.home).filter(|_| verb)?;
        let mut people = self.mentions.people.persons.iter();
        let guest = people.position(|person| person.party().is_some_and(|party| party != host))?;
        Some((noun + 1, vec![Who::Person(PersonIndex(guest))]))
    }

    /// "member states": the organization that is spoken of or for.
    pub(super) fn members(&self, start: usize) -> Option<(usize, Vec<Who>)> {
        let states = self.source.is(start, "member")
            && self.source.is_any(start + 1, &["states", "countries", "nations", "governments"]);
        (states && self.tag(start + 2).any(Tags::MODAL | Tags::HAVE)).then(|| (start + 2, vec![Who::Organ]))
    }

    /// The end of "the two countries" after "of".
    fn plain_tail(&self, start: usize) -> Option<usize> {
        let from = self.after_articles(start);
        (from..from + 3).find(|&at| self.tag(at).any(Tags::SIDES | Tags::BODY)).map(|at| at + 1)
    }

    fn count(&self, at: usize) -> Option<usize> {
        const COUNTS: [(&str, usize); 10] = [
            ("two", 2),
            ("both", 2),
            ("three", 3),
            ("four", 4),
            ("five", 5),
            ("six", 6),
            ("seven", 7),
            ("eight", 8),
            ("nine", 9),
            ("ten", 10),
        ];
        let mut counts = COUNTS.iter().filter(|_| self.is_number(at));
        counts.find(|(word, _)| self.source.is(at, word)).map(|(_, count)| *count)
    }

    fn is_number(&self, at: usize) -> bool {
        self.tag(at).any(Tags::COUNT)
    }
}

//! Titles: the office that stands with a name, and the party that it names.
//!
//! A title is a head ("minister") with what belongs to it: modifiers before ("vice"), a portfolio
//! around ("foreign", "of Women, Children and Poverty Alleviation"), the body that it is of ("of the
//! Department of African Affairs"), and the party, before ("Kyrgyzstan's", "Chinese") or behind
//! ("of Kazakhstan"). Portfolio words are known by table, which decides where a title ends and a
//! name begins: "Minister of Foreign Affairs Ana Torre".

use std::ops::Range;

use super::super::PartyMention;
use super::label::{Label, Labels, is_capital};
use crate::extract::segment::Source;
use crate::lexicon::{PartyForm, Shape};

/// The most words that a title has, those of its party included.
const LONGEST: usize = 30;

/// An office in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Title {
    /// All its words, party included.
    pub words: Range<usize>,
    /// Its words without the party, where that can be cut cleanly.
    pub office: Range<usize>,
    /// The party that it names as the one it is of, as a place in the lexicon's list.
    pub party: Option<usize>,
    /// Whether it says that the office is held no longer, or not yet.
    pub former: bool,
}

/// Reads titles in an article.
pub(super) struct Titles<'s, 'a> {
    pub source: &'s Source<'a>,
    pub labels: &'s Labels,
    pub parties: &'s [PartyMention],
}

/// Where the reading of a title stands.
#[derive(Default)]
struct Progress {
    /// The place after the last word that is certainly of the title.
    end: usize,
    /// Whether a head was seen.
    head: bool,
    former: bool,
    party: Option<usize>,
    /// The end of the party's words before the office.
    lead: Option<usize>,
    /// Where " of the Party" begins, if the title ends with it.
    tail: Option<usize>,
}

impl Titles<'_, '_> {
    /// The title that begins at this word and ends before `limit`.
    pub fn at(&self, start: usize, limit: usize) -> Option<Title> {
        let limit = limit.min(start + LONGEST);
        let mut progress = Progress { end: start, ..Progress::default() };
        let mut at = start;
        while at < limit {
            let Some(next) = self.step(at, start, limit, &mut progress) else { break };
            at = next;
        }
        if !progress.head {
            return None;
        }
        let from = progress.lead.unwrap_or(start);
        let to = progress.tail.filter(|&tail| tail > from).unwrap_or(progress.end);
        let Progress { end, former, party, .. } = progress;
        Some(Title { words: start..end, office: from..to, party, former })
    }

    /// Takes the next words of a title. None where it is over.
    fn step(&self, at: usize, start: usize, limit: usize, progress: &mut Progress) -> Option<usize> {
        if let Some(after) = self.party_words(at, start, limit, progress) {
            return Some(after);
        }
        let label = self.labels.at(at);
        if label.is(Label::TITLE) && self.belongs(at, progress) {
            progress.head |= label.is(Label::HEAD);
            progress.former |= label.is(Label::FORMER);
            progress.end = at + 1;
            progress.tail = None;
            return Some(at + 1);
        }
        if let Some(after) = self.place_after(at, limit).filter(|_| progress.head) {
            progress.end = after;
            progress.tail = None;
            return Some(after);
        }
        if self.links(at, start, limit, progress) {
            return Some(at + 1);
        }
        let after = self.unknown_portfolio(at, start, limit).or_else(|| self.parenthesis(at, start))?;
        progress.end = after;
        progress.tail = None;
        Some(after)
    }

    /// Whether a title word goes on with this title. In lower case only the plain offices are read
    /// ("foreign minister Ana Torre"); once there is a capital, words in lower case end it.
    fn belongs(&self, at: usize, progress: &Progress) -> bool {
        let capital = is_capital(self.source, at);
        let before = progress.end.checked_sub(1).filter(|_| progress.head);
        capital
            || !before.is_some_and(|before| is_capital(self.source, before))
            || self.labels.at(at).is(Label::MODIFIER)
    }

    /// Takes a party: before the office, or after "of".
    fn party_words(&self, at: usize, start: usize, limit: usize, progress: &mut Progress) -> Option<usize> {
        let mention = self.parties.get(self.labels.party_at(at)?).filter(|m| m.words.start == at)?;
        let mut after = mention.words.end;
        if self.shape(after) == Some(Shape::Possessive) {
            after += 1;
        }
        if let Some(closed) = self.parenthesis(after, start) {
            after = closed;
        }
        let before = at.checked_sub(1).filter(|before| *before >= start);
        if progress.end == start
            || before.is_some_and(|before| self.source.is(before, "the") && progress.end == before)
        {
            // Before the office: "Kyrgyzstan's Minister", "Chinese Ambassador".
            progress.party = Some(mention.row);
            progress.end = after;
            progress.lead = Some(after);
            return Some(after);
        }
        let link = self.link_before(at, start);
        if link.is_some_and(|link| self.source.is_any(link, &["of", "for", "from"])) {
            let own = progress.party.is_none();
            progress.party = progress.party.or(Some(mention.row));
            progress.tail = link.filter(|_| own && self.cuts_cleanly(mention));
            progress.end = after;
            return Some(after);
        }
        // Within: "Ambassador to China", "of the Chinese Foreign Ministry", "on Korean Peninsula Affairs".
        let goes_on = link.is_some() || after < limit && self.labels.at(after).is(Label::TITLE);
        if goes_on {
            if mention.form != PartyForm::Name
                || self.shape(after.saturating_sub(1)) == Some(Shape::Possessive)
            {
                progress.party = progress.party.or(Some(mention.row));
            }
            progress.end = after;
            progress.tail = None;
        }
        goes_on.then_some(after)
    }

    /// Whether a party after "of" can be left out of the title: a country can, and an organization
    /// under its own name; a body of one ("the European Council") is what the office is of.
    fn cuts_cleanly(&self, mention: &PartyMention) -> bool {
        let Some(row) = mention.of(self.source) else { return false };
        let words = self.source.text(&mention.words);
        row.country.is_some() || words == row.party.name || words == row.party.code.as_str()
    }

    /// Whether a linking word leads on to more of the title.
    fn links(&self, at: usize, start: usize, limit: usize, progress: &Progress) -> bool {
        const LINKS: [&str; 9] = ["of", "for", "to", "in", "on", "at", "and", "&", "the"];
        let list_comma = self.source.is(at, ",") && progress.head && self.goes_on_listing(at, limit);
        let link = list_comma
            || self.source.is_any(at, &LINKS)
            || self.shape(at) == Some(Shape::Possessive) && progress.end == at;
        let begun = progress.end > start && at < progress.end + 3;
        let next = at + 1;
        let leads_on = next < limit
            && (self.labels.at(next).is(Label::TITLE) && is_capital(self.source, next)
                || self.labels.party_at(next).is_some()
                || self.source.is(next, "the")
                || self.place_after(next, limit).is_some()
                || self.unknown_portfolio(next, start, limit).is_some());
        link && begun && leads_on
    }

    /// The end of a place after "of", "in" or "to": "Mayor of Clarkston".
    fn place_after(&self, at: usize, limit: usize) -> Option<usize> {
        if !self.source.is_any(at, &["of", "in", "to"]) {
            return None;
        }
        let rest = self.source.tokens.get(at + 1..limit)?;
        let (n, _) = self.source.lexicon.place_names().longest(rest)?;
        Some(at + 1 + n)
    }

    /// Whether a comma stands within a list of portfolios: "Women, Children and Poverty Alleviation".
    fn goes_on_listing(&self, at: usize, limit: usize) -> bool {
        let before = at
            .checked_sub(1)
            .is_some_and(|b| is_capital(self.source, b) && !self.labels.at(b).is(Label::HEAD));
        let after = self.labels.at(at + 1).is(Label::PORTFOLIO) && is_capital(self.source, at + 1)
            || self.source.is(at + 1, "and");
        let closes = (at + 1..limit.min(at + 9))
            .any(|at| self.source.is_any(at, &["and", "&"]) && self.labels.at(at + 1).is(Label::PORTFOLIO));
        before && after && closes
    }

    /// Words of a portfolio that no table knows, followed by one that a table does: "Boundary and
    /// Ocean Affairs".
    fn unknown_portfolio(&self, at: usize, start: usize, limit: usize) -> Option<usize> {
        const MOST: usize = 4;
        let after_link = at.checked_sub(1).is_some_and(|before| {
            before >= start && self.source.is_any(before, &["of", "for", "and", "the", "on", "&"])
        });
        if !after_link || !is_capital(self.source, at) {
            return None;
        }
        for next in at + 1..limit.min(at + 1 + MOST) {
            let label = self.labels.at(next);
            let capital = is_capital(self.source, next);
            if capital && (label.is(Label::PORTFOLIO) || label.is(Label::BODY)) {
                return Some(next);
            }
            if !capital && !self.source.is_any(next, &["and", "&", "-"]) || label.is(Label::HEAD) {
                return None;
            }
        }
        None
    }

    /// An acronym in parentheses: "(ROK)", "(LMC)".
    fn parenthesis(&self, at: usize, start: usize) -> Option<usize> {
        let acronym = self.shape(at + 1) == Some(Shape::Upper);
        (at > start && self.source.is(at, "(") && acronym && self.source.is(at + 2, ")")).then_some(at + 3)
    }

    /// The linking word right before this place, over an article.
    fn link_before(&self, at: usize, start: usize) -> Option<usize> {
        let before = at.checked_sub(1).filter(|b| *b >= start)?;
        let link = if self.source.is(before, "the") { before.checked_sub(1)? } else { before };
        (link >= start && self.source.is_any(link, &["of", "for", "from", "to", "in", "on", "at", "and"]))
            .then_some(link)
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.source.word(at).map(|token| token.word.shape)
    }
}

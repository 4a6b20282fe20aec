//! Titles: the office that stands with a name, and the party that it names.
//!
//! A title is a head ("minister") with what belongs to it: modifiers before ("vice"), a portfolio
//! around ("foreign", "of Women, Children and Poverty Alleviation"), the body that it is of ("of the
//! Department of African Affairs"), and the party, before ("Kyrgyzstan's", "Chinese") or behind
//! ("of Kazakhstan"). Portfolio words are known by table, which decides where a title ends and a
//! name begins: "Minister of Foreign Affairs Ana Torre".

use std::ops::Range;

use super::label::{Label, Labels, is_capital};
use crate::extract::mention::parties::PartyMention;
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
    /// The second of two parties that a plural office is of: "Presidents of Norland and Sudland".
    pub second_party: Option<usize>,
    /// The head, where it is in the plural: an office that several people share.
    pub plural: Option<usize>,
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
    /// The first word.
    start: usize,
    /// The place after the last word that is certainly of the title.
    end: usize,
    /// The last head that was seen.
    head: Option<usize>,
    former: bool,
    party: Option<usize>,
    second_party: Option<usize>,
    /// The end of the party's words before the office.
    lead: Option<usize>,
    /// Where " of the Party" begins, if the title ends with it.
    tail: Option<usize>,
}

impl Titles<'_, '_> {
    /// The title that begins at this word and ends before `limit`.
    pub fn at(&self, start: usize, limit: usize) -> Option<Title> {
        let limit = limit.min(start + LONGEST);
        let mut progress = Progress { start, end: start, ..Progress::default() };
        let mut at = start;
        while at < limit {
            let Some(next) = self.step(at, limit, &mut progress) else { break };
            at = next;
        }
        let head = progress.head?;
        let from = self.office_start(progress.lead.unwrap_or(progress.start), head);
        let to = progress.tail.filter(|&tail| tail > from).unwrap_or(progress.end);
        let Progress { start, end, former, party, second_party, .. } = progress;
        let plural = Some(head).filter(|&head| self.is_plural(head));
        Some(Title { words: start..end, office: from..to, party, second_party, former, plural })
    }

    /// Where the office begins: words in lower case before it in capitals are not of it ("visiting
    /// Deputy Minister"), nor is what says that it is about to end.
    fn office_start(&self, from: usize, head: usize) -> usize {
        let written = is_capital(self.source, head);
        let mut at = from;
        while at < head {
            let passing = self
                .source
                .is_any(at, &["visiting", "outgoing", "incoming", "newly", "current", "his", "her"]);
            if !(passing || written && !is_capital(self.source, at)) {
                break;
            }
            at += 1;
        }
        at
    }

    /// Whether a head is in the plural: "ministers", "Foreign Secretaries".
    fn is_plural(&self, head: usize) -> bool {
        const SINGULAR: [&str; 3] = ["charge d'affaires", "chargé d'affaires", "affairs"];
        let word = self.source.word(head).map(|token| token.word.text.to_lowercase()).unwrap_or_default();
        let before = head.checked_sub(1).map(|before| self.source.text(&(before..head + 1)).to_lowercase());
        let known = before.is_some_and(|two| SINGULAR.iter().any(|singular| two.ends_with(singular)));
        word.ends_with('s') && !word.ends_with("ss") && !known
    }

    /// Takes the next words of a title. None where it is over.
    fn step(&self, at: usize, limit: usize, progress: &mut Progress) -> Option<usize> {
        if let Some(after) = self.party_words(at, limit, progress) {
            return Some(after);
        }
        let start = progress.start;
        let label = self.labels.at(at);
        if label.is(Label::TITLE) && self.belongs(at, progress) && !self.is_another(at, progress) {
            if label.is(Label::HEAD) {
                progress.head = Some(at);
            }
            progress.former |= label.is(Label::FORMER);
            progress.end = at + 1;
            progress.tail = None;
            return Some(at + 1);
        }
        if let Some(after) = self
            .place_after(at, limit)
            .or_else(|| self.unknown_after(at, limit, progress))
            .filter(|_| progress.head.is_some() && progress.end == at)
        {
            progress.end = after;
            progress.tail = None;
            return Some(after);
        }
        if self.links(at, limit, progress) {
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
        // "head of the European Union delegation"
        let of_party =
            self.labels.at(at).is(Label::BODY) && self.labels.party_at(at.wrapping_sub(1)).is_some();
        if self.labels.at(at).is(Label::INSIDE) || of_party && progress.head.is_some() {
            return true;
        }
        let capital = is_capital(self.source, at);
        let before = progress.end.checked_sub(1).filter(|_| progress.head.is_some() && progress.end == at);
        capital
            || !before.is_some_and(|before| is_capital(self.source, before))
            || self.labels.at(at).is(Label::MODIFIER)
    }

    /// Whether a head begins another title right after one that is whole: "Foreign Minister Professor".
    fn is_another(&self, at: usize, progress: &Progress) -> bool {
        let label = self.labels.at(at);
        let whole = progress.head.is_some_and(|head| {
            let linked = (head + 1..at).any(|link| self.source.is_any(link, &["of", "for", "to"]));
            linked
                || label.is(Label::HONORIFIC) && head + 1 == at && !self.labels.at(head).is(Label::MODIFIER)
        });
        let joined = self.source.word(at).is_some_and(|token| token.word.joined);
        whole
            && progress.end == at
            && label.is(Label::HEAD)
            && !joined
            && !self.labels.at(at + 1).is(Label::HEAD)
    }

    /// Whether a party stands here that no title word follows.
    fn is_bare_party(&self, at: usize) -> bool {
        let mention = self.labels.party_at(at).and_then(|number| self.parties.get(number));
        mention.is_some_and(|mention| !self.labels.at(mention.words.end).is(Label::TITLE))
    }

    /// Takes a party: before the office, or after "of".
    fn party_words(&self, at: usize, limit: usize, progress: &mut Progress) -> Option<usize> {
        let start = progress.start;
        let mention = self.parties.get(self.labels.party_at(at)?).filter(|m| m.words.start == at)?;
        let mut after = mention.words.end;
        if self.shape(after) == Some(Shape::Possessive) {
            after += 1;
        }
        if let Some(closed) = self.parenthesis(after, start) {
            after = closed;
        }
        let only_modified = progress.head.is_none()
            && (start..at)
                .all(|at| self.labels.at(at).is(Label::MODIFIER) || self.labels.at(at).is(Label::FORMER));
        if only_modified || progress.lead == Some(at) {
            // Before the office: "Kyrgyzstan's Minister", "Chinese Ambassador", "outgoing Kuwaiti
            // Ambassador". Of two in a row the second is meant ("HANOVER, Germany U.S. President").
            if progress.lead == Some(at) {
                progress.start = at;
            }
            progress.party = Some(mention.row);
            progress.end = after;
            progress.lead = Some(after);
            return Some(after);
        }
        let link = self.link_before(at, start);
        let and = at.checked_sub(1).filter(|&and| self.source.is(and, "and") && and == progress.end);
        if let (Some(_), Some(head), Some(_)) = (and, progress.head, progress.tail)
            && self.is_plural(head)
        {
            progress.second_party = Some(mention.row);
            progress.end = after;
            return Some(after);
        }
        // "Ambassador for Ukraine" stands for it, the "Minister for Europe" does not.
        let envoy = progress.head.is_some_and(|head| {
            self.source.is_any(head, &["ambassador", "ambassadors", "commissioner", "consul", "affaires"])
        });
        let stands_for =
            |link: usize| self.source.is_any(link, &["of", "from"]) || envoy && self.source.is(link, "for");
        if link.is_some_and(stands_for) {
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
        row.is_country || words == row.party.name || words == row.party.code.as_str()
    }

    /// Whether a linking word leads on to more of the title.
    fn links(&self, at: usize, limit: usize, progress: &Progress) -> bool {
        const LINKS: [&str; 9] = ["of", "for", "to", "in", "on", "at", "and", "&", "the"];
        let start = progress.start;
        let list_comma =
            self.source.is(at, ",") && progress.head.is_some() && self.goes_on_listing(at, limit);
        let link = list_comma || self.source.is_any(at, &LINKS) || self.owns(at, progress);
        // "the President of Norland and the Prime Minister of Sudland" are two.
        let and = self.source.is_any(at, &["and", "&"]) && progress.head.is_some();
        let another = and && self.source.is(at + 1, "the") && self.labels.at(at + 2).is(Label::HEAD)
            || and && self.is_bare_party(at + 1) && !progress.head.is_some_and(|head| self.is_plural(head));
        let begun = !another && progress.end > start && at < progress.end + 3;
        let next = at + 1;
        let leads_on = next < limit
            && (self.labels.at(next).is(Label::TITLE)
                && (self.may_follow(next, progress) || self.owns(at, progress))
                || self.labels.party_at(next).is_some()
                || self.source.is(next, "the")
                || self.place_after(next, limit).is_some()
                || self.unknown_portfolio(next, start, limit).is_some());
        link && begun && leads_on
    }

    /// Whether what follows belongs to the holder of the office so far: "the president's adviser".
    fn owns(&self, at: usize, progress: &Progress) -> bool {
        self.shape(at) == Some(Shape::Possessive) && progress.end == at
    }

    /// Whether a title word is written as those before it: "Minister for Defense", "minister for defense".
    fn may_follow(&self, at: usize, progress: &Progress) -> bool {
        let lower = progress.head.is_some_and(|head| !is_capital(self.source, head));
        is_capital(self.source, at) || lower && self.labels.at(at).is(Label::PORTFOLIO)
    }

    /// The end of a place after "of", "in" or "to": "Mayor of Clarkston".
    fn place_after(&self, at: usize, limit: usize) -> Option<usize> {
        if !self.source.is_any(at, &["of", "in", "to"]) || self.labels.party_at(at + 1).is_some() {
            return None;
        }
        // "Ambassador to Hanoi", but not "of the United Kingdom to Kyiv".
        let to = self.source.is(at, "to");
        at.checked_sub(1).filter(|&before| !to || self.labels.at(before).is(Label::HEAD))?;
        let (n, _) = self.source.phrase(self.source.lexicon.place_names(), at + 1..limit)?;
        Some(at + 1 + n)
    }

    /// The end of what an office is of that no table knows, where a comma closes it: "Special Envoy for
    /// the Horn, Ms Torre", "the governor of Nariño, Jon Lind".
    fn unknown_after(&self, at: usize, limit: usize, progress: &Progress) -> Option<usize> {
        const LONGEST: usize = 11;
        const ENVOYS: [&str; 9] = [
            "envoy",
            "representative",
            "coordinator",
            "ordinator",
            "adviser",
            "advisor",
            "rapporteur",
            "mediator",
            "commissioner",
        ];
        let head = progress.head?;
        let envoy = self.source.is_any(head, &ENVOYS) && self.source.is_any(at, &["for", "on", "to"]);
        // Of a place that no table knows: what a table knows is where a name may follow.
        let place = self.source.is(at, "of") && !self.labels.at(at + 1).is(Label::TITLE);
        if !envoy && (!place || self.labels.party_at(at + 1).is_some()) {
            return None;
        }
        let close = (at + 2..limit.min(at + LONGEST)).find(|&at| self.source.is(at, ","))?;
        let linked = |at: usize| self.source.is_any(at, &["the", "of", "and", "in", "for", "on", "-", "&"]);
        let named = |at: usize| {
            let heads = self.labels.at(at).is(Label::HEAD) && !self.labels.at(at).is(Label::PORTFOLIO);
            is_capital(self.source, at) && !heads || envoy && linked(at)
        };
        ((at + 1..close).all(named) && is_capital(self.source, close - 1)).then_some(close)
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
            // What a form of address ends is all portfolio: "Minister for Pacific Peoples Hon Ana Torre".
            let addressed = label.is(Label::HONORIFIC) && !label.is(Label::HEAD);
            if capital && (label.is(Label::PORTFOLIO) || label.is(Label::BODY) || addressed) {
                return Some(next);
            }
            if !capital && !self.source.is_any(next, &["and", "&", "-"]) || label.is(Label::HEAD) {
                return None;
            }
        }
        None
    }

    /// An acronym or a portfolio in parentheses: "(ROK)", "(Economic Affairs)".
    fn parenthesis(&self, at: usize, start: usize) -> Option<usize> {
        if at <= start || !self.source.is(at, "(") {
            return None;
        }
        let acronym = self.shape(at + 1) == Some(Shape::Upper);
        if acronym && self.source.is(at + 2, ")") {
            return Some(at + 3);
        }
        // "Secretary (Economic Affairs) Ana Torre"
        const LONGEST: usize = 7;
        let close = (at + 1..at + LONGEST).find(|&at| self.source.is(at, ")"))?;
        let within = |at: usize| {
            let label = self.labels.at(at);
            label.is(Label::TITLE)
                || self.labels.party_at(at).is_some()
                || self
                    .source
                    .is_any(at, &["and", "&", "of", ",", "asia", "africa", "europe", "west", "east"])
        };
        let followed = is_capital(self.source, close + 1) || self.source.is(close + 1, ",");
        ((at + 1..close).all(within) && followed).then_some(close + 1)
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

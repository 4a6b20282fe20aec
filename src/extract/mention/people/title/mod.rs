//! Titles: the office that stands with a name, and the party that it names.
//!
//! A title is a head ("minister") with what belongs to it: modifiers before ("vice"), a portfolio
//! around ("foreign", "of Women, Children and Poverty Alleviation"), the body that it is of ("of the
//! Department of African Affairs"), and the party, before ("Kyrgyzstan's", "Chinese") or behind
//! ("of Kazakhstan"). Portfolio words are known by table, which decides where a title ends and a
//! name begins: "Minister of Foreign Affairs Ana Torre".

mod joined;
mod party;
mod subject;

use std::cell::RefCell;
use std::ops::Range;

use super::label::{Label, Labels, is_capital};
use crate::extract::mention::parties::PartyMention;
use crate::extract::segment::Source;
use crate::lexicon::Shape;

/// The most words that a title has, those of its party included.
const LONGEST: usize = 30;

/// What may stand before an office and is not of it: "visiting", "newly appointed".
const PASSING: &[&str] = &[
    "visiting",
    "outgoing",
    "incoming",
    "newly",
    "appointed",
    "elected",
    "newly-appointed",
    "newly-elected",
    "new",
    "current",
    "his",
    "her",
];

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
    /// The head of the whole phrase: "Chief" of "Chief of Staff of the President".
    pub main: usize,
    /// The head, where it is in the plural: an office that several people share.
    pub plural: Option<usize>,
    /// Whether its holder goes by the given name: "King".
    pub royal: bool,
    /// Whether its holder tells of contacts and takes no part in them: "spokesman".
    pub reporter: bool,
}

/// Reads titles in an article.
pub(super) struct Titles<'s, 'a> {
    pub source: &'s Source<'a>,
    pub labels: &'s Labels,
    pub parties: &'s [PartyMention],
    /// What was read last, with the words that were asked for: they are asked for again at once.
    pub last: RefCell<Option<(Range<usize>, Option<Title>)>>,
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
    /// The head of the whole phrase: the last one before "of", "for" or "to".
    main: Option<usize>,
    former: bool,
    party: Option<usize>,
    second_party: Option<usize>,
    /// The end of the party's words before the office.
    lead: Option<usize>,
    /// Where " of the Party" begins, if the title ends with it.
    tail: Option<usize>,
}

/// What ties the name of the father to a given name: "Sultan bin Omar".
pub(super) const SON_OF: [&str; 4] = ["bin", "ibn", "bint", "ben"];

impl Titles<'_, '_> {
    /// The title that begins at this word and ends before `limit`.
    pub fn at(&self, start: usize, limit: usize) -> Option<Title> {
        // It begins with a word of one or with its party.
        if !self.labels.at(start).is(Label::TITLE) && self.labels.party_at(start).is_none() {
            return None;
        }
        let limit = limit.min(start + LONGEST);
        let asked = start..limit;
        if let Some((_, known)) = self.last.borrow().as_ref().filter(|(last, _)| *last == asked) {
            return known.clone();
        }
        let title = self.read(start, limit);
        self.last.replace(Some((asked, title.clone())));
        title
    }

    /// The title that begins at this word and ends before `limit`, word by word.
    fn read(&self, start: usize, limit: usize) -> Option<Title> {
        let mut progress = Progress { start, end: start, ..Progress::default() };
        let mut at = start;
        while at < limit {
            let Some(next) = self.step(at, limit, &mut progress) else { break };
            at = next;
        }
        let head = progress.head?;
        self.close(limit, &mut progress);
        let from = self.office_start(progress.lead.unwrap_or(progress.start), head);
        let to = progress.tail.filter(|&tail| tail > from).unwrap_or(progress.end);
        let Progress { start, end, former, party, second_party, main, .. } = progress;
        let main = main.unwrap_or(head);
        let plural = Some(main).filter(|&head| self.is_plural(head));
        let royal = self.labels.at(head).is(Label::ROYAL);
        let reporter = (from..to).any(|at| self.labels.at(at).is(Label::REPORTER));
        Some(Title {
            words: start..end,
            office: from..to,
            party,
            second_party,
            former,
            main,
            plural,
            royal,
            reporter,
        })
    }

    /// Whether the second of two heads is told of the first: "Adviser to the President".
    fn is_linked(&self, mut between: Range<usize>) -> bool {
        between.any(|at| self.source.is_any(at, &["of", "for", "to", "in", "at", "on"]))
    }

    /// The last "and" of a title after which another office begins: "Chair of the Council and Ambassador".
    pub fn last_and(&self, title: &Title) -> Option<usize> {
        let mut words = title.words.clone().skip(1);
        words.rfind(|&at| self.source.is_any(at, &["and", "&"]) && self.begins_office(at + 1))
    }

    /// Whether a title is of somebody who works for the holder of the office that it ends with: "Chief of
    /// Staff to President", "adviser to the Prime Minister".
    pub fn serves(&self, title: &Title) -> bool {
        let heads =
            |at: &usize| self.labels.at(*at).is(Label::HEAD) && !self.labels.at(*at).is(Label::INSIDE);
        let last = title.words.end.checked_sub(1).filter(heads);
        let first = title.words.clone().find(heads);
        first.zip(last).is_some_and(|(first, last)| {
            first < last && (first..last).any(|at| self.source.is_any(at, &["to", "for"]))
        })
    }

    /// Whether a title is of somebody whom the holder of the office that it ends with has sent: "special envoy of
    /// Norwegian President".
    pub fn is_sent(&self, title: &Title) -> bool {
        const SENT: &[&str] =
            &["envoy", "representative", "emissary", "aide", "adviser", "advisor", "assistant"];
        let of = (title.main..title.words.end).any(|at| self.source.is(at, "of"));
        self.source.is_any(title.main, SENT) && of
    }

    /// Whether a title ends with the office of whom its holder works for: "envoy of the President of Norland".
    pub fn ends_with_office(&self, title: &Title) -> bool {
        let last = title.words.end.saturating_sub(1);
        let party = title.words.clone().any(|at| self.labels.party_at(at).is_some());
        let inner = (title.main + 1..last).any(|at| self.labels.at(at).is(Label::HEAD));
        self.labels.at(last).is(Label::HEAD) || party && inner
    }

    /// Where the office begins: words in lower case before it in capitals are not of it ("visiting
    /// Deputy Minister"), nor is what says that it is about to end.
    fn office_start(&self, from: usize, head: usize) -> usize {
        let written = is_capital(self.source, head);
        let mut at = from;
        while at < head {
            let passing = self.source.is_any(at, PASSING);
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
        let word = self.source.word(head).map_or("", |token| token.word.text);
        if !word.ends_with(['s', 'S']) || word.to_ascii_lowercase().ends_with("ss") {
            return false;
        }
        let before = head
            .checked_sub(1)
            .map(|before| self.source.text(&(before..head + 1)).to_lowercase().replace('’', "'"));
        !before.is_some_and(|two| SINGULAR.iter().any(|singular| two.ends_with(singular)))
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
                let linked = progress.main.is_some_and(|main| self.is_linked(main..at));
                progress.main = progress.main.filter(|_| linked).or(Some(at));
                progress.head = Some(at);
            }
            progress.former |= label.is(Label::FORMER);
            progress.end = at + 1;
            progress.tail = None;
            return Some(at + 1);
        }
        let whole = progress.head.is_some() && progress.end == at;
        let goes_on = || {
            self.place_after(at, limit)
                .or_else(|| self.state_after(at, limit))
                .or_else(|| self.unknown_after(at, limit, progress))
                .or_else(|| self.majesty_after(at, limit, progress))
                .or_else(|| self.organization(at, limit, progress))
                .or_else(|| self.named_after(at, limit, progress))
        };
        if let Some(after) = whole.then(goes_on).flatten() {
            progress.end = after;
            progress.tail = None;
            return Some(after);
        }
        // "Minister of Foreign Affairs II"
        let numeral = progress.head.is_some() && progress.end == at && self.source.is_any(at, &["II", "III"]);
        if numeral && self.shape(at) == Some(Shape::Upper) {
            progress.end = at + 1;
            progress.tail = None;
            return Some(at + 1);
        }
        if self.links(at, limit, progress) || self.is_epithet(at, limit, progress) {
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
        if self.labels.at(at).is(Label::INSIDE)
            || (of_party || self.is_of_body(at)) && progress.head.is_some()
        {
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
        // "Foreign Minister Amir Torre", "Trade Minister Prince Omar": an office that is a given name, or a rank.
        let given = label.is(Label::ROYAL)
            && label.is(Label::SURNAME)
            && self.labels.at(at.wrapping_sub(1)).is(Label::HEAD)
            && (self.shape(at + 1) == Some(Shape::Capital) || self.source.is_any(at + 1, &SON_OF))
            && !self.labels.at(at).is(Label::INSIDE);
        let whole = progress.head.is_some_and(|head| {
            let linked = (head + 1..at).any(|link| self.source.is_any(link, &["of", "for", "to"]));
            linked
                || given && head + 1 == at
                || label.is(Label::HONORIFIC) && head + 1 == at && !self.labels.at(head).is(Label::MODIFIER)
        });
        let joined = self.source.word(at).is_some_and(|token| token.word.joined);
        // "Envoy of the Foreign" is not whole without its "Minister".
        let link = (progress.start..at).rev().find(|&link| self.is_linked(link..link + 1));
        let incomplete = link.is_some_and(|link| {
            (link + 1..at).all(|at| {
                let label = self.labels.at(at);
                let open = label.is(Label::ADJECTIVE | Label::MODIFIER) && !label.is(Label::BODY);
                self.source.is(at, "the") || open
            })
        });
        whole
            && !incomplete
            && progress.end == at
            && label.is(Label::HEAD)
            && !joined
            && !self.labels.at(at + 1).is(Label::HEAD)
    }

    fn shape(&self, at: usize) -> Option<Shape> {
        self.source.word(at).map(|token| token.word.shape)
    }
}

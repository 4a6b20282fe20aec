//! Reading mentions of people, from left to right through each sentence.

mod beside;
mod holders;
mod letterhead;
mod list;
mod personhood;

use std::cell::RefCell;
use std::ops::Range;

use rustc_hash::FxHashSet;

use super::apposed;
use super::counterpart::Counterparts;
use super::label::{Label, Labels, is_capital};
use super::listed;
use super::name::Names;
use super::title::{Title, Titles};
use crate::extract::mention::parties::PartyMention;
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{PartyForm, Shape};

/// A mention as it was read, not yet tied to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// All the words.
    pub words: Range<usize>,
    /// The words of the name.
    pub name: Option<Range<usize>>,
    /// The office, before or after the name.
    pub title: Option<Title>,
    /// The party that the words around the name tell, title included.
    pub party: Option<usize>,
    /// Whether "Mr.", a rank or the like stands before the name.
    pub honorific: bool,
}

/// Every mention of a person in an article, in order.
pub(super) fn mentions(source: &Source<'_>, parties: &[PartyMention]) -> Vec<Mention> {
    let labels = Labels::of(source, parties);
    let names = Names { source, labels: &labels };
    let titles = Titles { source, labels: &labels, parties, last: RefCell::default() };
    let (things, surnames, office) = (RefCell::default(), RefCell::default(), RefCell::default());
    let reader = Reader { source, labels: &labels, names, titles, parties, things, surnames, office };
    let mut mentions =
        source.sentences.iter().flat_map(|sentence| reader.sentence(sentence)).collect::<Vec<_>>();
    let things = reader.things.take();
    mentions.retain(|mention| {
        let name = mention.name.as_ref().filter(|_| mention.title.is_none() && !mention.honorific);
        name.is_none_or(|name| !things.contains(source.text(name)))
    });
    listed::tell(source, &labels, parties, &mut mentions);
    letterhead::tell(source, &mut mentions);
    apposed::tell(source, &mut mentions);
    mentions
}

struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    labels: &'s Labels,
    names: Names<'s, 'a>,
    titles: Titles<'s, 'a>,
    parties: &'s [PartyMention],
    /// What the text calls "the Lake Summit" somewhere is no person elsewhere either.
    things: RefCell<FxHashSet<&'a str>>,
    /// What those are called for short whom the text has introduced: "Prado" is a town, and may be one of them.
    surnames: RefCell<FxHashSet<&'a str>>,
    /// The office of whom the nearest sentence before begins with, of those that tell of one.
    office: RefCell<Option<Title>>,
}

impl Reader<'_, '_> {
    fn sentence(&self, sentence: &Sentence) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            if self.begins_nothing(at) {
                at += 1;
                continue;
            }
            match self.mention(at, sentence).or_else(|| self.of_possessor(at, sentence.words.end)) {
                Some(mut mention) => {
                    at = mention.words.end.max(at + 1);
                    let sharers = self.plural_title(&mut mention, sentence);
                    mentions.push(mention);
                    at = sharers.last().map_or(at, |last| last.words.end);
                    mentions.extend(sharers);
                }
                None => {
                    let holders = self.holders(at, sentence.words.end, mentions.last());
                    let colleagues = match holders.is_empty() {
                        true => self.colleagues(at, sentence.words.end, mentions.last()),
                        false => holders,
                    };
                    let past = self.past_place(at, sentence.words.end);
                    at = colleagues.last().map_or(past, |last| last.words.end);
                    mentions.extend(colleagues);
                }
            }
        }
        let (source, labels, parties) = (self.source, self.labels, self.parties);
        let counterparts = Counterparts { source, labels, parties };
        counterparts.tell(&mut mentions, self.office.borrow().as_ref());
        mentions.extend(counterparts.unnamed(&sentence.words, &mentions));
        let mut named = mentions.iter().filter(|mention| mention.name.is_some());
        if let Some(title) = named.find_map(|mention| mention.title.clone()) {
            self.office.replace(Some(title).filter(|title| title.plural.is_none()));
        }
        mentions.sort_by_key(|mention| mention.words.start);
        mentions
    }

    /// Whether a word is none that any mention begins with, as nearly every word in lower case is.
    fn begins_nothing(&self, at: usize) -> bool {
        let opens = Label::TITLE | Label::HONORIFIC | Label::RANK | Label::COUNTERPART;
        !is_capital(self.source, at)
            && !self.labels.at(at).is(opens)
            && self.labels.party_at(at).is_none()
            && !self.labels.at(at + 1).is(Label::HONORIFIC)
    }

    /// The place after a word that begins no mention, or after what begins with a place and goes on in
    /// capitals: none of it is a name.
    fn past_place(&self, at: usize, limit: usize) -> usize {
        let due = at.checked_sub(1).is_some_and(|before| self.source.is_any(before, &["in", "at", "near"]));
        let name = due.then(|| self.names.at(at, limit)).flatten();
        name.filter(|name| name.len() > 2)
            .filter(|name| self.begins_with_place(name))
            .map_or(at + 1, |name| name.end)
    }

    /// "Norland's Ana Torre", "Norland's Colonel Torre": a name after the party that its bearer stands for.
    fn of_possessor(&self, start: usize, limit: usize) -> Option<Mention> {
        let party =
            self.parties.get(self.labels.party_at(start)?).filter(|party| party.words.start == start)?;
        let owner = party.words.end;
        self.source.word(owner).filter(|next| next.word.shape == Shape::Possessive)?;
        let called = self.courtesies(owner + 1, limit);
        let honorific = called > owner + 1;
        let name = match honorific {
            true => self.names.announced(called, limit),
            false => self.names.at(called, limit).filter(|name| name.len() > 1),
        };
        let name = name?;
        let person = self.is_plausible(&name, honorific) && !self.is_part_of_thing(&name);
        let mut mention = self.with_name(start..name.end, name, None, honorific, limit);
        mention.party = mention.party.or(Some(party.row));
        (person && party.form == PartyForm::Name).then_some(mention)
    }

    /// The mention that begins at this word.
    fn mention(&self, start: usize, sentence: &Sentence) -> Option<Mention> {
        let limit = sentence.words.end;
        if !self.can_begin(start) {
            return None;
        }
        // "His Majesty King Abdullah", "H.E. President Ana Torre"
        let styled = self.courtesies(start, limit);
        let unstyled = || (styled > start).then(|| self.titles.at(start, limit)).flatten();
        let title = self.titles.at(styled, limit).or_else(unstyled);
        let title = title.filter(|title| self.is_written_as_title(title));
        // "Foreign Minister Professor Ana Torre": the second title is passed over.
        // "Foreign Minister Amir Torre": an office that is a given name.
        // "The King of Norland, His Majesty King Olav": so is one that a form of address sets apart.
        let second = title.as_ref().map(|title| self.past_address(title.words.end, limit));
        let second = second.filter(|&at| !self.is_given_name(at, limit));
        let second = second.and_then(|at| self.titles.at(at, limit));
        if let (Some(first), Some(second)) = (&title, second)
            && self
                .names
                .at(self.courtesies(second.words.end, limit), limit)
                .is_some_and(|name| name.start <= second.words.end + 1)
        {
            let name = self.names.at(self.courtesies(second.words.end, limit), limit)?;
            return Some(self.with_name(start..name.end, name, Some(first.clone()), true, limit));
        }
        // "In her first act as Norland's new minister, Ana Torre met"
        let role = self.source.before(start, 2).any(|at| self.source.is(at, "as"));
        let subject = start <= sentence.words.start + 1 || role;
        let after_title = title.as_ref().map_or(start, |title| self.name_after(title, limit, subject));
        let after_courtesy = self.courtesies(after_title, limit);
        let honorific = after_courtesy > after_title;
        let announced = title.is_some() || honorific;
        let counterpart = start.checked_sub(1).is_some_and(|at| self.labels.at(at).is(Label::COUNTERPART));
        let name = match announced || counterpart {
            true => self.names.announced(after_courtesy, limit),
            false => self.names.at(after_courtesy, limit),
        };
        // "the official Harbor News Agency"
        let small = title.as_ref().is_none_or(|title| !is_capital(self.source, title.main));
        let thing = |name: &Range<usize>| small && self.is_part_of_thing(name);
        // Of a "Young Leaders Scholarship" no leader is named: an office of several has several names.
        let several = |name: &Range<usize>| {
            let closed = name.end + usize::from(self.source.is(name.end, ")"));
            let listed = self.source.is_any(closed, &[",", "and", "(", "&", "of", ";"]);
            let another = name.len() > 1 || self.next_of_list(closed, limit).is_some();
            title.as_ref().is_none_or(|title| title.plural.is_none() || listed && another)
        };
        if sentence.part == Part::Body && name.as_ref().is_some_and(|name| self.is_called_after(name)) {
            return None;
        }
        match name.filter(|name| self.is_plausible(name, announced) && !thing(name) && several(name)) {
            Some(name) => {
                let before = after_title.checked_sub(1).filter(|_| title.is_some());
                let bracket = before.is_some_and(|before| self.source.is(before, "("));
                let end = name.end + usize::from(bracket && self.source.is(name.end, ")"));
                Some(self.with_name(start..end, name, title, honorific, limit))
            }
            // "The ministers" are nobody in particular.
            None => title.filter(|title| title.plural.is_none()).map(|title| Mention {
                words: title.words.clone(),
                name: None,
                party: title.party,
                title: Some(title),
                honorific: false,
            }),
        }
    }

    /// Whether a mention can begin with this word. Most words can be passed over at once.
    fn can_begin(&self, at: usize) -> bool {
        let titled = Label::TITLE | Label::HONORIFIC | Label::RANK;
        // "member of the Cabinet Prince Omar": of the phrase before.
        let inside = self.labels.at(at).is(Label::BODY)
            && self.labels.at(at + 1).is(Label::ROYAL)
            && at.checked_sub(2).is_some_and(|of| self.source.is(of, "of") && self.source.is(of + 1, "the"));
        if inside {
            return false;
        }
        let of_title = self.labels.at(at).is(titled) || self.labels.party_at(at).is_some();
        let the_honorable = self.labels.at(at + 1).is(Label::HONORIFIC) && self.source.is(at, "the");
        of_title || is_capital(self.source, at) || the_honorable
    }

    /// A mention with a name, and what follows it: post-nominals, the party, a title in apposition.
    fn with_name(
        &self,
        words: Range<usize>,
        name: Range<usize>,
        title: Option<Title>,
        honorific: bool,
        limit: usize,
    ) -> Mention {
        let mut end = self.suffixes(words.end, limit);
        let mut party = title.as_ref().and_then(|title| title.party);
        let introduced = title.is_some() || honorific;
        // "Liv Dahl of Norway" is a person though no title says so.
        let is_country = |row: usize| self.source.party(row).is_some_and(|row| row.is_country);
        let from_country = |&(row, _): &(usize, usize)| {
            introduced
                || name.len() > 1 && self.source.is_any(end, &["of", "from", "for", "("]) && is_country(row)
        };
        let of_party = self.of_party(end, limit).filter(from_country);
        if let Some((row, after)) = of_party {
            party = party.or(Some(row));
            end = after;
        }
        let honorific = honorific || of_party.is_some();
        let mut mention = Mention { words: words.start..end, name: Some(name), title, party, honorific };
        let held = mention.title.is_some();
        if let Some((apposition, after)) = self.apposition(end, limit, held) {
            let longer = mention.title.as_ref().is_none_or(|t| t.office.len() < apposition.office.len());
            mention.party = mention.party.or(apposition.party);
            mention.words.end = after;
            if longer {
                mention.title = Some(apposition);
            }
        }
        if let Some(name) = mention.name.as_ref().filter(|_| mention.title.is_some() || mention.honorific) {
            self.note_surname(name);
        }
        mention
    }

    /// The place after ", His Excellency" behind a title, where another title follows.
    fn past_address(&self, end: usize, limit: usize) -> usize {
        let address = self.source.is(end, ",").then(|| self.courtesies(end + 1, limit));
        let address = address.filter(|&at| at > end + 1 && self.labels.at(at).is(Label::TITLE));
        address.unwrap_or(end)
    }

    /// The place after "H.E. Dr.", "the Hon.", ranks and post-nominals of ranks: "General (Retd.)".
    fn courtesies(&self, start: usize, limit: usize) -> usize {
        /// "His Excellency the Honourable Prof. Dr. Lt. Gen. (Retd.)": nobody has more.
        const MOST: usize = 16;
        let limit = limit.min(start.saturating_add(MOST));
        let mut at = start;
        loop {
            let the = self.source.is(at, "the") && self.labels.at(at + 1).is(Label::HONORIFIC);
            let label = self.labels.at(at);
            let courtesy = label.is(Label::HONORIFIC) || label.is(Label::RANK);
            let inner = self.source.is_any(at, &["(", ")", ","]) && at > start;
            let retired = inner && (self.labels.at(at + 1).is(Label::RANK) || self.source.is(at, ")"));
            if at >= limit || !(the || courtesy && is_capital(self.source, at) || retired) {
                return at;
            }
            at += 1;
        }
    }

    /// The place after "MP", "KC", "(Retd.)".
    fn suffixes(&self, start: usize, limit: usize) -> usize {
        let mut at = start;
        while at < limit {
            let comma = usize::from(self.source.is_any(at, &[",", "("]));
            // "General Ana Torre, MSM, psc, ndc, PhD, Commander of": after a comma small letters may stand too.
            let known = self.labels.at(at + comma).is(Label::SUFFIX);
            let set_apart = comma == 1 && self.source.is_any(at + 2, &[",", ".", ")"]);
            let suffix = known
                && self
                    .source
                    .word(at + comma)
                    .is_some_and(|t| set_apart || matches!(t.word.shape, Shape::Upper | Shape::Capital));
            if !suffix {
                break;
            }
            at += comma + 1;
            if self.source.is(at, ")") {
                at += 1;
            }
        }
        at
    }
}

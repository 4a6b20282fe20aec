//! Reading mentions of people, from left to right through each sentence.

use std::ops::Range;

use super::counterpart::Counterparts;
use super::label::{Label, Labels, is_capital};
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
    let headline =
        source.sentences_of(&[Part::Headline]).map(|line| line.words.clone()).next().unwrap_or_default();
    let names = Names { source, labels: &labels, headline };
    let titles = Titles { source, labels: &labels, parties };
    let reader = Reader { source, labels: &labels, names, titles, parties };
    source.sentences.iter().flat_map(|sentence| reader.sentence(sentence)).collect()
}

struct Reader<'s, 'a> {
    source: &'s Source<'a>,
    labels: &'s Labels,
    names: Names<'s, 'a>,
    titles: Titles<'s, 'a>,
    parties: &'s [PartyMention],
}

impl Reader<'_, '_> {
    fn sentence(&self, sentence: &Sentence) -> Vec<Mention> {
        let mut mentions = Vec::new();
        let mut at = sentence.words.start;
        while at < sentence.words.end {
            match self.mention(at, sentence) {
                Some(mut mention) => {
                    at = mention.words.end.max(at + 1);
                    let sharers = self.plural_title(&mut mention, sentence);
                    mentions.push(mention);
                    at = sharers.last().map_or(at, |last| last.words.end);
                    mentions.extend(sharers);
                }
                None => at += 1,
            }
        }
        let (source, labels, parties) = (self.source, self.labels, self.parties);
        Counterparts { source, labels, parties }.tell(&mut mentions);
        mentions
    }

    /// The mention that begins at this word.
    fn mention(&self, start: usize, sentence: &Sentence) -> Option<Mention> {
        let limit = sentence.words.end;
        if !self.can_begin(start) {
            return None;
        }
        // "His Majesty King Abdullah", "H.E. President Ana Torre"
        let styled = self.courtesies(start, limit);
        let title = self.titles.at(styled, limit).or_else(|| self.titles.at(start, limit));
        let title = title.filter(|title| self.is_written_as_title(title));
        // "Foreign Minister Professor Ana Torre": the second title is passed over.
        let second = title.as_ref().and_then(|title| self.titles.at(title.words.end, limit));
        if let (Some(first), Some(second)) = (&title, second)
            && self
                .names
                .at(self.courtesies(second.words.end, limit), limit)
                .is_some_and(|name| name.start <= second.words.end + 1)
        {
            let name = self.names.at(self.courtesies(second.words.end, limit), limit)?;
            return Some(self.with_name(start..name.end, name, Some(first.clone()), true, limit));
        }
        let after_title = title.as_ref().map_or(start, |title| self.name_after(title, limit));
        let after_courtesy = self.courtesies(after_title, limit);
        let honorific = after_courtesy > after_title;
        match self
            .names
            .at(after_courtesy, limit)
            .filter(|name| self.is_plausible(name, title.is_some() || honorific))
        {
            Some(name) => Some(self.with_name(start..name.end, name, title, honorific, limit)),
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
        let of_title = self.labels.at(at).is(titled) || self.labels.party_at(at).is_some();
        let the_honorable = self.labels.at(at + 1).is(Label::HONORIFIC) && self.source.is(at, "the");
        of_title || is_capital(self.source, at) || the_honorable
    }

    /// Where the name that goes with a title may begin: right after it, or after a comma where the
    /// name stands in apposition ("the Foreign Minister, Ana Torre, said").
    fn name_after(&self, title: &Title, limit: usize) -> usize {
        let comma = self.residence(title.words.end, limit);
        if !self.source.is(comma, ",") {
            return title.words.end;
        }
        // "the Permanent Representative of Cameroon, Ambassador Jon Lind": the rank is passed over.
        let ranked = self.source.is_any(comma + 1, &["ambassador", "senator", "professor"]);
        let rank = usize::from(ranked && is_capital(self.source, comma + 1));
        let courtesies = self.courtesies(comma + 1 + rank, limit);
        let Some(name) = self.names.at(courtesies, limit) else { return title.words.end };
        let after = self.suffixes(name.end, limit);
        // "the governors of Tumbes and Piura, Ana Torre and Jon Lind"
        let shared = title.plural.is_some() && self.source.is(after, "and");
        let set_apart = name.len() > 1
            && (shared
                || self.source.is_any(after, &[",", ".", ";"])
                || self
                    .source
                    .is_any(after, &["at", "in", "on", "who", "during", "here", "today", "yesterday"]));
        // "the Foreign Minister, Ambassador Jon Lind received", but not "…, Ambassador Jon Lind and"
        let acts = !self.source.is_any(after, &[",", "and"])
            && self.source.word(after).is_some_and(|word| word.word.shape == Shape::Lower);
        match rank {
            1 if acts || set_apart && title.party.is_some() => comma + 2,
            0 if set_apart || courtesies > comma + 1 => comma + 1,
            _ => title.words.end,
        }
    }

    /// The comma after ", resident in New Delhi" or ", accredited to Kenya", where such words follow.
    fn residence(&self, comma: usize, limit: usize) -> usize {
        const LONGEST: usize = 7;
        const WORDS: [&str; 6] = ["resident", "based", "accredited", "concurrently", "non", "stationed"];
        let opens = self.source.is(comma, ",") && self.source.is_any(comma + 1, &WORDS);
        let closes = (comma + 2..limit.min(comma + LONGEST)).find(|&at| self.source.is(at, ","));
        closes.filter(|_| opens).unwrap_or(comma)
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
            introduced || name.len() > 1 && self.source.is_any(end, &["of", "from"]) && is_country(row)
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
        mention
    }

    /// "Foreign Secretaries A and B of X and Y", "Ministers A (Trade), B (Health) and C": those named
    /// after the first share the title of the first.
    fn plural_title(&self, first: &mut Mention, sentence: &Sentence) -> Vec<Mention> {
        let mut sharers = Vec::new();
        let Some(title) = first.title.clone().filter(|title| title.plural.is_some()) else { return sharers };
        if first.name.as_ref().is_none_or(|name| title.words.end > name.start) {
            return sharers;
        }
        let limit = sentence.words.end;
        let mut end = self.portfolio_beside(first.words.end, limit);
        while let Some(name) = self.next_of_list(end, limit) {
            end = self.portfolio_beside(name.end, limit);
            sharers.push(Mention {
                words: name.clone(),
                name: Some(name),
                party: title.party,
                title: Some(title.clone()),
                honorific: false,
            });
        }
        if let [second] = sharers.as_mut_slice() {
            // "… of Norland and Sudland respectively"
            let parties = self.of_party(end, limit).and_then(|(first, after)| {
                let second = self.parties.get(self.labels.party_at(after + 1)?)?;
                self.source.is(after, "and").then_some((first, second.row))
            });
            // "… A of Norland and B of Sudland"
            let own = self.of_party(end, limit).map(|(row, _)| row).filter(|_| first.party.is_some());
            first.party = parties.map(|(party, _)| party).or(first.party);
            second.party = parties.map(|(_, second)| second).or(own).or(title.second_party).or(second.party);
        }
        // The last of a list stands after "and"; without one it was no list.
        let is_list =
            sharers.last().is_some_and(|last| self.source.is(last.words.start.saturating_sub(1), "and"));
        if is_list { sharers } else { Vec::new() }
    }

    /// The next name of a list: after "and", or after a comma.
    fn next_of_list(&self, end: usize, limit: usize) -> Option<Range<usize>> {
        let comma = usize::from(self.source.is(end, ","));
        let and = usize::from(self.source.is(end + comma, "and"));
        let from = self.courtesies(end + comma + and, limit);
        (comma + and > 0).then(|| self.names.at(from, limit)).flatten()
    }

    /// The place after the portfolio that stands with a name in parentheses: "Ana Torre (Trade)".
    fn portfolio_beside(&self, at: usize, limit: usize) -> usize {
        const LONGEST: usize = 8;
        let opens = self.source.is(at, "(") && self.labels.at(at + 1).is(Label::PORTFOLIO);
        let close = (at + 2..limit.min(at + LONGEST)).find(|&at| self.source.is(at, ")"));
        close.filter(|_| opens).map_or(at, |close| close + 1)
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
            let suffix = self.labels.at(at + comma).is(Label::SUFFIX)
                && self
                    .source
                    .word(at + comma)
                    .is_some_and(|t| matches!(t.word.shape, Shape::Upper | Shape::Capital));
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

    /// "of Saudi Arabia" or "(France)" after a name.
    fn of_party(&self, at: usize, limit: usize) -> Option<(usize, usize)> {
        let opened = self.source.is_any(at, &["of", "from", "("]);
        let from = at + 1 + usize::from(self.source.is(at + 1, "the"));
        let mention = self.parties.get(self.labels.party_at(from)?)?;
        let named = opened && mention.form == PartyForm::Name && mention.words.start == from;
        let end = mention.words.end
            + usize::from(self.source.is(at, "(") && self.source.is(mention.words.end, ")"));
        (named && end <= limit).then_some((mention.row, end))
    }

    /// A title after the name: ", Minister of Defence of Maldives" or "(Foreign Minister)".
    /// Whoever holds a title already is followed by the next person's where that one's name comes after
    /// it: "the President of Malta, Ana Torre, the President of Chile, Jon Lind, and …".
    fn apposition(&self, at: usize, limit: usize, held: bool) -> Option<(Title, usize)> {
        let opened = self.source.is_any(at, &[",", "("]);
        let from = at + 1 + usize::from(self.source.is_any(at + 1, &["the", "a", "an", "who"]));
        let title = self.titles.at(from, limit).filter(|_| opened)?;
        // ", Prime Minister Ana Torre" is the next person in a list.
        let courtesies = self.courtesies(title.words.end, limit);
        let next = held && self.name_after(&title, limit) > title.words.end;
        if next || self.names.at(courtesies, limit).is_some() {
            return None;
        }
        // "Torre, Norwegian Foreign Minister meet": a headline's comma is an "and".
        let headline = self.names.headline.contains(&at) && self.source.is(at, ",");
        let foreign = title.party.is_some() && title.office.start > title.words.start;
        let goes_on = self.source.word(title.words.end).is_some_and(|word| word.word.shape == Shape::Lower);
        if headline && foreign && goes_on {
            return None;
        }
        let closed = self.source.is(at, "(") && self.source.is(title.words.end, ")");
        let end = title.words.end + usize::from(closed);
        Some((title, end))
    }

    /// Whether words of a title are meant as one: in capitals as a title, or with an article before
    /// ("the minister"), or right before a name ("foreign minister Ana Torre").
    fn is_written_as_title(&self, title: &Title) -> bool {
        let capital = is_capital(self.source, title.office.start);
        let article = title
            .words
            .start
            .checked_sub(1)
            .is_some_and(|before| self.source.is_any(before, &["the", "his", "her", "their"]));
        let name_follows = self.names.at(self.courtesies(title.words.end, usize::MAX), usize::MAX).is_some();
        capital || article || name_follows || title.party.is_some()
    }

    /// Whether a run of capitals may be a name: after a title or honorific always; by itself only
    /// in running text, with two words or more.
    fn is_plausible(&self, name: &Range<usize>, announced: bool) -> bool {
        let place = self.source.words(name);
        let is_place = self.source.lexicon.place_names().longest(place).is_some_and(|(n, _)| n == name.len());
        // In a script without capitals any words look like a name.
        let cased = place.iter().any(|token| token.word.shape != Shape::Uncased);
        announced || cased && !is_place && !self.is_thing(name) && !self.is_publisher(name)
    }

    /// "the fourth Lake Summit": what an article or a number leads to is a thing, not a person.
    fn is_thing(&self, name: &Range<usize>) -> bool {
        /// What goes on longer in capitals is no name of a thing.
        const LONGEST: usize = 20;
        let run = (0..name.start)
            .rev()
            .take(LONGEST)
            .take_while(|&at| is_capital(self.source, at) && !self.labels.at(at).is(Label::TITLE));
        let start = run.last().unwrap_or(name.start);
        let before = |n: usize| start.checked_sub(n);
        let article = |n: usize| before(n).is_some_and(|at| self.source.is_any(at, &["the", "a", "an"]));
        let number = before(1).is_some_and(|at| self.labels.at(at).is(Label::GRAMMAR));
        article(1) || number && article(2)
    }

    /// "(Example Wire) —": the article's own publisher.
    fn is_publisher(&self, name: &Range<usize>) -> bool {
        let publisher = self.source.article.publisher.as_deref().unwrap_or_default();
        publisher.eq_ignore_ascii_case(self.source.text(name))
    }
}

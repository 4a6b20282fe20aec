//! Counterparts: "the Foreign Minister and his Cuban counterpart, Ana Torre" gives Ana Torre an office
//! and a party; "her Jordanian and Iraqi counterparts, A and B" does so for each in turn.

use std::ops::Range;

use super::label::{Label, Labels};
use super::read::Mention;
use super::title::Title;
use crate::extract::mention::parties::PartyMention;
use crate::extract::segment::Source;
use crate::lexicon::{PartyForm, Shape};

/// Words for the holder of the same office on another side.
const COUNTERPARTS: [&str; 10] = [
    "counterpart",
    "counterparts",
    "colleague",
    "colleagues",
    "homologue",
    "homologues",
    "peer",
    "peers",
    "opposite number",
    "opposite numbers",
];

/// Words for one of two who meet, of whatever office.
const GUESTS: [&str; 5] = ["guest", "host", "visitor", "interlocutor", "co-chair"];

/// Whether words name a counterpart: "and his Cuban counterpart,", "and his guest,".
pub(in crate::extract) fn name_counterpart(source: &Source<'_>, mut words: Range<usize>) -> bool {
    let own = |at: usize| at.checked_sub(1).is_some_and(|at| source.is_any(at, &["his", "her"]));
    words.any(|at| {
        COUNTERPARTS.iter().any(|known| source.is(at, known)) || source.is_any(at, &GUESTS) && own(at)
    })
}

/// Reads counterparts.
pub(super) struct Counterparts<'s, 'a> {
    pub source: &'s Source<'a>,
    pub labels: &'s Labels,
    pub parties: &'s [PartyMention],
}

impl Counterparts<'_, '_> {
    /// Gives offices and parties to the counterparts among the mentions of a sentence. Where it tells of no office, it
    /// is that of whom a sentence before told: "Foreign Minister Torre came. Torre met her Cuban counterpart, Lind".
    pub fn tell(&self, mentions: &mut [Mention], before: Option<&Title>) {
        for at in 0..mentions.len() {
            let Some(words) = mentions.get(at).and_then(|mention| self.before(mention)) else { continue };
            let title = mentions.iter().take(at).rev().find_map(|mention| mention.title.clone());
            let title = title.or_else(|| before.cloned()).filter(|title| !self.is_of_one_party(title));
            let mut parties = self.parties_before(words.start);
            let mut end = None;
            for mention in mentions.iter_mut().skip(at) {
                if end.is_some_and(|end| !self.goes_on(end, mention)) || mention.name.is_none() {
                    break;
                }
                end = Some(mention.words.end);
                mention.honorific = true;
                mention.party = mention.party.or(parties.pop());
                mention.title = mention.title.take().or_else(|| title.clone());
                if parties.is_empty() {
                    break;
                }
            }
        }
    }

    /// The counterparts whose names are told elsewhere: "met his Cuban counterpart" tells of an office and a
    /// party, as "the Foreign Minister of Cuba" does.
    pub fn unnamed(&self, words: &Range<usize>, mentions: &[Mention]) -> Vec<Mention> {
        let known = |&at: &usize| {
            let plural = |at: usize| self.source.word(at).is_some_and(|token| token.word.text.ends_with('s'));
            self.labels.at(at).is(Label::COUNTERPART)
                && !plural(at)
                && name_counterpart(self.source, at..at + 1)
        };
        let found = words.clone().filter(known).filter_map(|at| {
            let named = mentions
                .iter()
                .any(|mention| mention.name.is_some() && (at + 1..at + 3).contains(&mention.words.start));
            let party = self.parties_before(at).pop().filter(|_| !named)?;
            let before = mentions.iter().rev().filter(|mention| mention.words.end <= at);
            let title = before.filter_map(|mention| mention.title.clone()).next()?;
            let free = title.words.end < at && title.plural.is_none() && !self.is_of_one_party(&title);
            free.then(|| Mention {
                words: at..at + 1,
                name: None,
                party: Some(party),
                title: Some(title),
                honorific: false,
            })
        });
        found.collect()
    }

    /// "Secretary of State" is an office of one party alone, whose counterparts have others.
    fn is_of_one_party(&self, title: &Title) -> bool {
        self.source.lexicon.party_of_office(self.source.text(&title.office)).is_some()
    }

    /// The word for a counterpart that stands right before a name without a title of its own.
    fn before(&self, mention: &Mention) -> Option<Range<usize>> {
        mention.name.as_ref()?;
        let before = mention.words.start.checked_sub(1)?;
        let last = if self.source.is(before, ",") { before.checked_sub(1)? } else { before };
        let from = if self.source.is_any(last, &["number", "numbers"]) { last.checked_sub(1)? } else { last };
        let words = from..last + 1;
        let text = self.source.text(&words);
        COUNTERPARTS.iter().any(|known| text.eq_ignore_ascii_case(known)).then_some(words)
    }

    /// The parties right before the word, the first last: "Jordanian and Iraqi", "visiting Maldivian".
    fn parties_before(&self, word: usize) -> Vec<usize> {
        let mut rows = Vec::new();
        let mut at = word;
        while let Some(before) = at.checked_sub(1) {
            let mention = self.labels.party_at(before).and_then(|number| self.parties.get(number));
            if let Some(mention) = mention.filter(|mention| mention.form != PartyForm::Capital) {
                rows.push(mention.row);
                at = mention.words.start;
            } else if self.is_between(before) {
                at = before;
            } else {
                break;
            }
        }
        rows
    }

    /// What may stand between the parties and the word: "Greek, Cypriot and French counterparts".
    fn is_between(&self, at: usize) -> bool {
        let possessive = self.source.word(at).is_some_and(|token| token.word.shape == Shape::Possessive);
        possessive || self.source.is_any(at, &[",", "and", "visiting", "foreign"])
    }

    /// Whether the next name belongs to the same list.
    fn goes_on(&self, end: usize, next: &Mention) -> bool {
        let gap = end..next.words.start;
        gap.len() <= 2 && gap.into_iter().all(|at| self.source.is_any(at, &[",", "and"]))
    }
}

//! Ties between people: who goes with whom, and who sits across the table from whom.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::extract::mention::{
    ContactForm, ContactMention, Mentions, PersonIndex, PersonMention, Standing, name_counterpart,
};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, PresenceWord, Shape};

/// Words after which a sentence speaks of others than those in contact.
const ASIDES: [&str; 14] = [
    "who",
    "whom",
    "which",
    "where",
    "whose",
    "that",
    "during",
    "after",
    "before",
    "ahead",
    "while",
    "when",
    "following",
    "as",
];

/// So many sentences of the text tell who met whom in the first place.
const OPENING_SENTENCES: usize = 4;

/// The first mentions of people: there "the minister" is the one just named.
const OPENING: usize = 6;

/// People farther than so many words from the words for a contact have no part in it. Sentences are
/// shorter; what is longer is a table or a text without marks, which must not cost more than its length.
const FAR: usize = 300;

/// Who goes with whom, and who is across from whom, by the number of the person.
pub(super) struct Ties {
    followers: Vec<BTreeSet<PersonIndex>>,
    /// Who comes next in a list after this person.
    next: Vec<Option<PersonIndex>>,
    /// Whom each meets, and whether the opening tells it.
    opposed: Vec<BTreeMap<PersonIndex, bool>>,
    /// Whether the opening is read.
    opening: bool,
}

impl Ties {
    /// Reads them.
    pub fn of(source: &Source<'_>, mentions: &Mentions) -> Self {
        let people = mentions.people.persons.len();
        let mut ties = Self {
            followers: vec![BTreeSet::new(); people],
            next: vec![None; people],
            opposed: vec![BTreeMap::new(); people],
            opening: true,
        };
        ties.lists(source, mentions);
        let mut body = 0;
        for sentence in &source.sentences {
            body += usize::from(sentence.part == Part::Body);
            ties.opening = body <= OPENING_SENTENCES;
            ties.company(source, mentions, sentence);
            ties.counterparts(source, mentions, sentence);
            for contact in mentions.contacts_within(&sentence.words) {
                ties.contact(source, mentions, sentence, contact);
            }
        }
        ties
    }

    /// Those who stand for whom this person stands for.
    pub fn followers(&self, person: PersonIndex) -> impl Iterator<Item = PersonIndex> {
        self.followers.get(person.0).into_iter().flatten().copied()
    }

    /// Those of a list that this person comes before, in order.
    pub fn listed_before(&self, person: PersonIndex) -> impl Iterator<Item = PersonIndex> {
        /// A list that is longer has people of many sides.
        const LONGEST: usize = 8;
        let next = |person: &PersonIndex| self.next.get(person.0).copied().flatten();
        std::iter::successors(next(&person), next).take(LONGEST)
    }

    /// Those whom this person meets: as the opening tells, else as the rest does. Further on somebody
    /// may be met by the own ambassador.
    pub fn opposed(&self, person: PersonIndex) -> impl Iterator<Item = PersonIndex> {
        let met = self.opposed.get(person.0);
        let opening = met.is_some_and(|met| met.values().any(|opening| *opening));
        let met = met.into_iter().flatten();
        met.filter(move |(_, early)| !opening || **early).map(|(other, _)| *other)
    }

    fn goes_already(&self, leader: PersonIndex, follower: PersonIndex) -> bool {
        self.followers.get(leader.0).is_some_and(|followers| followers.contains(&follower))
    }

    fn goes_with(&mut self, leader: PersonIndex, follower: PersonIndex) {
        if let Some(followers) = self.followers.get_mut(leader.0) {
            followers.insert(follower);
        }
    }

    fn meets(&mut self, one: PersonIndex, other: PersonIndex) {
        for (one, other) in [(one, other), (other, one)] {
            if let Some(opposed) = self.opposed.get_mut(one.0).filter(|_| one != other) {
                *opposed.entry(other).or_default() |= self.opening;
            }
        }
    }

    /// A party goes on through a list: "Fijian Minister of Health A, Minister of Education B and …".
    fn lists(&mut self, source: &Source<'_>, mentions: &Mentions) {
        let people = &mentions.people.mentions;
        for (before, mention) in people.iter().zip(people.iter().skip(1)) {
            let gap = before.words.end..mention.words.start;
            let list = gap.len() <= 2 && gap.clone().all(|at| source.is_any(at, &[",", ";", "and"]));
            if list && let Some(next) = self.next.get_mut(before.person.0) {
                *next = Some(mention.person);
            }
            let comma = gap.clone().any(|at| source.is_any(at, &[",", ";"]));
            // "with his Cuban counterpart A and with Minister B"
            if gap.len() == 2 && source.is(gap.start, "and") && source.is(gap.start + 1, "with") {
                self.goes_with(before.person, mention.person);
            }
            // The last of a list stands after "and" alone.
            let last = list && self.followers(before.person).next().is_none() && {
                let at = people.partition_point(|earlier| earlier.words.start < before.words.start);
                let earlier = at.checked_sub(1).and_then(|at| people.get(at));
                earlier.is_some_and(|earlier| self.goes_already(earlier.person, before.person))
            };
            if list && (comma || last) {
                self.goes_with(before.person, mention.person);
            }
        }
    }

    /// "A was accompanied by B and C"
    fn company(&mut self, source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) {
        let presence = mentions.presence_within(&sentence.words).iter();
        for company in presence.filter(|presence| presence.sort == PresenceWord::Company) {
            let before = mentions.people_within(&(sentence.words.start..company.words.start));
            let before =
                if before.is_empty() { spoken_of_before(source, mentions, sentence) } else { before };
            // "accompanied by a delegation that included B"
            let includes = mentions.presence_within(&(company.words.end..company.words.end + 6));
            let end = includes.iter().find(|list| list.names_after()).unwrap_or(company).words.end;
            let after = clause(source, end..sentence.words.end.min(end + FAR));
            let Some(leader) = before.last() else { continue };
            for follower in mentions.people_within(&after) {
                self.goes_with(leader.person, follower.person);
                self.goes_with(follower.person, leader.person);
            }
        }
    }

    /// "A and his Cuban counterpart, B": they are of two sides.
    fn counterparts(&mut self, source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) {
        let people = mentions.people_within(&sentence.words);
        for (one, other) in people.iter().zip(people.iter().skip(1)) {
            let gap = one.words.end..other.words.start;
            if gap.len() <= FAR && name_counterpart(source, gap) {
                self.meets(one.person, other.person);
            }
        }
    }

    /// "A and B met with C": A and B go together, and meet C.
    fn contact(
        &mut self,
        source: &Source<'_>,
        mentions: &Mentions,
        sentence: &Sentence,
        contact: &ContactMention,
    ) {
        if contact.standing > Standing::Known || contact.sort == ContactWord::Remarks {
            return;
        }
        let from = before(source, sentence.words.start, contact.words.start);
        // "A called on B and met C": all that A did has A for its subject.
        let mut verbs = mentions.contacts_within(&(from..contact.words.start)).iter();
        let did = verbs.find(|earlier| earlier.standing == Standing::Reported);
        let until = did.map_or(contact.words.start, |earlier| earlier.words.start);
        let named = joined(source, mentions.people_within(&(from..until)));
        let first = if named.is_empty() { spoken_of_before(source, mentions, sentence) } else { named };
        let later = mentions.contacts_within(&(contact.words.end..sentence.words.end)).first();
        let behind = clause(source, contact.words.end..later.map_or(sentence.words.end, |l| l.words.start));
        let second = mentions.people_within(&behind);
        // "talks between", "talks were held between"
        let end = contact.words.end;
        let between = source.is(end, "of") || (end..end + 3).any(|at| source.is(at, "between"));
        let signs = source.is_any(contact.words.start, &["signed", "sign", "signs", "inked", "exchanged"]);
        let with_others = behind.clone().any(|at| source.is(at, "with"));
        // Further on, "the minister" may be either of two.
        let opening = mentions.people.mentions.len().min(OPENING);
        let opening = mentions.people.mentions.get(..opening).unwrap_or_default();
        let sure = |m: &PersonMention| m.name.is_some() || opening.iter().any(|o| o.words == m.words);
        match (first, second) {
            // "A and B signed the agreement in the presence of C"
            ([one, other], _) if signs => self.meets(one.person, other.person),
            // "talks between A and B"; "A and B met"
            (_, [one, other, ..]) if between && is_pair(source, one, other) => {
                self.meets(one.person, other.person);
            }
            ([one, other], []) if contact.form == ContactForm::Verb || !with_others => {
                self.meets(one.person, other.person);
            }
            (first, second) => {
                let second = joined_from(source, second);
                for one in first.iter().filter(|one| sure(one)) {
                    second
                        .iter()
                        .filter(|one| sure(one))
                        .for_each(|other| self.meets(one.person, other.person));
                }
                if second.is_empty() {
                    return;
                }
                if let [.., one, other] = first {
                    self.goes_with(one.person, other.person);
                    self.goes_with(other.person, one.person);
                }
                // "met with Norwegian Minister A and Minister B"
                for (one, other) in second.iter().zip(second.iter().skip(1)) {
                    self.goes_with(one.person, other.person);
                }
            }
        }
    }
}

/// Whom "he" or "she" at the beginning of a sentence means: the first person of the sentence before.
fn spoken_of_before<'m>(
    source: &Source<'_>,
    mentions: &'m Mentions,
    sentence: &Sentence,
) -> &'m [PersonMention] {
    let start = sentence.words.start;
    let pronoun = source.is_any(start, &["he", "she"]);
    let earlier = start.checked_sub(1).filter(|_| pronoun).and_then(|at| source.sentence_at(at));
    let people = earlier.map(|earlier| mentions.people_within(&earlier.words)).unwrap_or_default();
    people.get(..1).unwrap_or_default()
}

/// Where the clause begins that leads up to this word.
fn before(source: &Source<'_>, start: usize, end: usize) -> usize {
    let start = start.max(end.saturating_sub(FAR));
    let aside =
        (start..end).rev().find(|&at| source.is_any(at, &["that", "while", "as"]) || is_stop(source, at));
    aside.map_or(start, |at| at + 1)
}

/// These words up to where they speak of somebody else.
fn clause(source: &Source<'_>, words: Range<usize>) -> Range<usize> {
    let aside = |at: usize| source.is_any(at, &ASIDES) || is_stop(source, at) || is_purpose(source, at);
    let end = words.clone().find(|&at| aside(at)).unwrap_or(words.end);
    words.start..end
}

/// "to discuss"
fn is_purpose(source: &Source<'_>, at: usize) -> bool {
    let verb = source.word(at + 1).is_some_and(|token| token.word.shape == Shape::Lower);
    source.is(at, "to") && verb && !source.is_any(at + 1, &["the", "a", "an", "his", "her", "their", "its"])
}

fn is_stop(source: &Source<'_>, at: usize) -> bool {
    let mark = source.word(at).map(|token| token.word.shape);
    matches!(mark, Some(Shape::Mark(';' | ':' | '—' | '“' | '”' | '"' | '(' | ')')))
}

/// The last of these mentions that are joined into one subject: "A and B".
fn joined<'m>(source: &Source<'_>, mentions: &'m [PersonMention]) -> &'m [PersonMention] {
    let parted = mentions.windows(2).rposition(|pair| !matches!(pair, [a, b] if is_pair(source, a, b)));
    mentions.get(parted.map_or(0, |at| at + 1)..).unwrap_or_default()
}

/// The first of them.
fn joined_from<'m>(source: &Source<'_>, mentions: &'m [PersonMention]) -> &'m [PersonMention] {
    let parted = mentions.windows(2).position(|pair| !matches!(pair, [a, b] if is_pair(source, a, b)));
    mentions.get(..parted.map_or(mentions.len(), |at| at + 1)).unwrap_or_default()
}

/// Whether two mentions are joined: "A and B", "A, B", "A and his Cuban counterpart, B".
fn is_pair(source: &Source<'_>, one: &PersonMention, other: &PersonMention) -> bool {
    const NEAR: usize = 6;
    let gap = one.words.end..other.words.start;
    let joins = |at: usize| source.is_any(at, &["and", ",", ";"]);
    gap.len() <= NEAR && gap.clone().take(2).any(joins) && !gap.clone().any(|at| source.is(at, "with"))
}

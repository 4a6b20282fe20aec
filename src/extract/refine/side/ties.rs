//! Ties between people: who goes with whom, and who sits across the table from whom.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::companion::{companions, spoken_of_before};
use super::guest::is_of_guests;
use super::letter::brought_from;
use super::speaking::{is_reporter, leader, subject};
use crate::extract::mention::{
    ContactForm, ContactMention, Mentions, PersonIndex, PersonMention, PresenceMention, Standing,
    name_counterpart,
};
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, Cue, PresenceWord, Shape};

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

/// A verb's subject stands within so many words before it.
const NEAR: usize = 6;

/// People farther than so many words from the words for a contact have no part in it. Sentences are
/// shorter; what is longer is a table or a text without marks, which must not cost more than its length.
const FAR: usize = 300;

/// How strongly one person pulls another to the own party.
mod pull {
    /// Whoever accompanies whom.
    pub const COMPANY: i32 = 20;
    /// The next of a list: "Fijian Minister A, Minister B".
    pub const LISTED: i32 = 14;
    /// The one before in a list: "Minister A and Samoan Minister B".
    pub const LISTED_BEFORE: i32 = 5;
    /// The next of a list after somebody whose party is of that one alone: "Ambassador of Fiji A, Minister B".
    pub const BESIDE: i32 = 3;
}

/// Who goes with whom, and who is across from whom, by the number of the person.
pub(super) struct Ties {
    /// Who is in whose company.
    company: Vec<BTreeSet<PersonIndex>>,
    /// Who pulls each to the own party, and how strongly.
    pulls: Vec<BTreeMap<PersonIndex, i32>>,
    /// Whom each meets, and whether the opening tells it.
    across: Vec<BTreeMap<PersonIndex, bool>>,
    /// Whom "we", "they" or "the delegation" of the article meets.
    met_by_us: Vec<bool>,
    /// Parties whose side each meets.
    against: Vec<(PersonIndex, usize)>,
    /// Whether the opening is read.
    opening: bool,
    /// Who led the delegation that was named last.
    leader: Option<PersonIndex>,
}

impl Ties {
    /// Reads them.
    pub fn of(source: &Source<'_>, mentions: &Mentions) -> Self {
        let people = mentions.people.persons.len();
        let mut ties = Self {
            company: vec![BTreeSet::new(); people],
            pulls: vec![BTreeMap::new(); people],
            across: vec![BTreeMap::new(); people],
            met_by_us: vec![false; people],
            against: Vec::new(),
            opening: true,
            leader: None,
        };
        ties.lists(source, mentions);
        let mut body = 0;
        for sentence in &source.sentences {
            body += usize::from(sentence.part == Part::Body);
            ties.opening = body <= OPENING_SENTENCES;
            ties.company(source, mentions, sentence);
            ties.delegation(source, mentions, sentence);
            ties.counterparts(source, mentions, sentence);
            for contact in mentions.contacts_within(&sentence.words) {
                ties.contact(source, mentions, sentence, contact);
            }
        }
        ties
    }

    /// Those in the company of this person.
    pub fn in_company(&self, person: PersonIndex) -> impl Iterator<Item = PersonIndex> {
        self.company.get(person.0).into_iter().flatten().copied()
    }

    /// Who pulls this person to the own party, and how strongly.
    pub fn pulls(&self, person: PersonIndex) -> impl Iterator<Item = (PersonIndex, i32)> {
        let across = self.across.get(person.0);
        let pulls = self.pulls.get(person.0).into_iter().flatten();
        // "A and B met": they are no list.
        let beside = pulls.filter(move |(other, _)| across.is_none_or(|across| !across.contains_key(other)));
        beside.map(|(other, pull)| (*other, *pull))
    }

    /// Those whom this person meets: as the opening tells, else as the rest does. Further on somebody
    /// may be met by the own ambassador.
    pub fn across(&self, person: PersonIndex) -> impl Iterator<Item = PersonIndex> {
        let met = self.across.get(person.0);
        let opening = met.is_some_and(|met| met.values().any(|opening| *opening));
        let met = met.into_iter().flatten();
        met.filter(move |(_, early)| !opening || **early).map(|(other, _)| *other)
    }

    /// Whether the article's own side meets this person.
    pub fn is_met_by_us(&self, person: PersonIndex) -> bool {
        self.met_by_us.get(person.0) == Some(&true)
    }

    /// Who meets the side of which party.
    pub fn against(&self) -> impl Iterator<Item = (PersonIndex, usize)> {
        self.against.iter().copied()
    }

    fn pull(&mut self, one: PersonIndex, other: PersonIndex, pull: i32) {
        if let Some(pulls) = self.pulls.get_mut(other.0).filter(|_| one != other) {
            let held = pulls.entry(one).or_insert(pull);
            *held = pull.max(*held);
        }
    }

    fn goes_with(&mut self, one: PersonIndex, other: PersonIndex) {
        for (one, other) in [(one, other), (other, one)] {
            if let Some(company) = self.company.get_mut(one.0).filter(|_| one != other) {
                company.insert(other);
            }
            self.pull(one, other, pull::COMPANY);
        }
    }

    fn meets(&mut self, one: PersonIndex, other: PersonIndex) {
        if self.in_company(one).any(|company| company == other) {
            return;
        }
        for (one, other) in [(one, other), (other, one)] {
            if let Some(across) = self.across.get_mut(one.0).filter(|_| one != other) {
                *across.entry(other).or_default() |= self.opening;
            }
        }
    }

    /// A party goes on through a list: "Fijian Minister of Health A, Minister of Education B and …".
    fn lists(&mut self, source: &Source<'_>, mentions: &Mentions) {
        let people = &mentions.people.mentions;
        for (at, (before, mention)) in people.iter().zip(people.iter().skip(1)).enumerate() {
            let gap = before.words.end..mention.words.start;
            // "with his Cuban counterpart A and with Minister B"
            if gap.len() == 2 && source.is(gap.start, "and") && source.is(gap.start + 1, "with") {
                self.pull(before.person, mention.person, pull::LISTED);
            }
            if gap.is_empty() || gap.len() > 2 || !gap.clone().all(|at| source.is_any(at, &[",", ";", "and"]))
            {
                continue;
            }
            let told = mentions.people.person(before.person).is_some_and(|person| person.party().is_some());
            let forward = match leads_with_party(mentions, before) {
                Some(true) => pull::LISTED,
                Some(false) => pull::BESIDE,
                None if told => pull::BESIDE,
                None => pull::LISTED,
            };
            let backward =
                if leads_with_party(mentions, mention) == Some(true) { 1 } else { pull::LISTED_BEFORE };
            self.pull(before.person, mention.person, forward);
            self.pull(mention.person, before.person, backward);
            // "by Prime Minister A and Fiji's Foreign Minister B": of A it goes without saying for whom.
            let only = gap.len() == 1 && source.is(gap.start, "and");
            let earlier = at.checked_sub(1).and_then(|at| people.get(at));
            let row = earlier.is_some_and(|earlier| earlier.words.end + 1 == before.words.start);
            let told_first = backward == 1 && leads_with_party(mentions, before).is_none() && !told;
            let owned = mentions.parties_within(&mention.words).first().is_some_and(|party| {
                source.word(party.words.end).is_some_and(|word| word.word.shape == Shape::Possessive)
            });
            let office = mentions.people.person(before.person).is_some_and(|person| person.title.is_some());
            if only && !row && told_first && owned && office {
                self.meets(before.person, mention.person);
            }
        }
    }

    /// "A was accompanied by B and C"
    fn company(&mut self, source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) {
        let presence = mentions.presence_within(&sentence.words).iter();
        let attends =
            |words: &Range<usize>| words.clone().any(|at| source.is_any(at, &["attendance", "presence"]));
        let comes = |presence: &&PresenceMention| {
            let listed = presence.names_after() && attends(&presence.words);
            presence.sort == PresenceWord::Company || listed && source.is(presence.words.start, "in")
        };
        for company in presence.filter(comes) {
            let before = mentions.people_within(&(sentence.words.start..company.words.start));
            let before =
                if before.is_empty() { spoken_of_before(source, mentions, sentence) } else { before };
            // "the Minister, who was accompanied by officials, met B": whoever is met is no company.
            let later = mentions.contacts_within(&(company.words.end..sentence.words.end)).iter();
            let met = later.clone().find(|contact| contact.standing == Standing::Reported);
            let until = met.map_or(sentence.words.end, |contact| contact.words.start);
            // "accompanied by a delegation that included B"
            let includes = mentions.presence_within(&source.after(company.words.end, 6));
            let end = includes.iter().find(|list| list.names_after()).unwrap_or(company).words.end;
            let after = clause(source, end..until.min(end + FAR));
            // "A received B in the presence of C": of those before and after the verb the first is the host.
            let host = before.first().filter(|first| {
                let verb = mentions.contacts_within(&(first.words.end..company.words.start));
                let last = before.last().filter(|last| last.words.start > first.words.end);
                let received = verb.iter().find(|contact| contact.standing == Standing::Reported);
                received.zip(last).is_some_and(|(verb, last)| verb.words.end <= last.words.start)
            });
            let attended = attends(&company.words);
            let leader = if attended { host } else { subject(source, before) };
            let Some(leader) = leader else { continue };
            let all = mentions.people_within(&after).iter();
            for follower in all.filter(|follower| !attended || !is_of_guests(mentions, before, follower)) {
                self.goes_with(leader.person, follower.person);
            }
        }
        for (follower, leader) in companions(source, mentions, sentence) {
            self.goes_with(leader, follower);
        }
    }

    /// "Accompanying A was B", "A's delegation included B", and, of the delegation that A led, "the delegation
    /// also included B".
    fn delegation(&mut self, source: &Source<'_>, mentions: &Mentions, sentence: &Sentence) {
        const NEAR: usize = 6;
        let people = |words: Range<usize>| mentions.people_within(&words);
        for list in mentions.presence_within(&sentence.words) {
            let words = &list.words;
            let after = clause(source, words.end..sentence.words.end.min(words.end + FAR));
            let accompanies = list.sort == PresenceWord::Opening
                && words.clone().any(|at| source.is_any(at, &["accompanying", "with"]));
            let group = words.clone().find(|&at| source.is_any(at, &GROUPS));
            let owner = group.map(|at| people(sentence.words.start.max(at.saturating_sub(NEAR))..at));
            let owned = group.is_some_and(|at| {
                let possessive = |at: usize| source.word(at).map(|word| word.word.shape);
                possessive(at.saturating_sub(1)) == Some(Shape::Possessive)
            });
            let leader = match owner {
                _ if accompanies => people(words.clone()).first().map(|mention| mention.person),
                Some(owner) if owned => owner.last().map(|mention| mention.person),
                Some(_) if list.names_after() => self.leader,
                _ => None,
            };
            let Some(leader) = leader else { continue };
            let told = group.is_some_and(|at| !mentions.parties_within(&source.before(at, 2)).is_empty());
            for follower in people(after).iter().filter(|_| !told) {
                self.goes_with(leader, follower.person);
            }
        }
        self.leader = leader(source, mentions, sentence).or(self.leader);
    }

    fn met_by(&mut self, met: &[PersonMention]) {
        for mention in met {
            if let Some(met) = self.met_by_us.get_mut(mention.person.0) {
                *met = true;
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
        // "A met B, who then visited C": it is B who did.
        let who = contact.words.start.saturating_sub(3)..contact.words.start;
        let who = who.into_iter().find(|&at| source.is(at, "who") && at > sentence.words.start);
        let antecedent = who.and_then(|who| mentions.people_within(&(sentence.words.start..who)).last());
        let first = match antecedent {
            Some(antecedent) => std::slice::from_ref(antecedent),
            None if named.is_empty() => spoken_of_before(source, mentions, sentence),
            None => named,
        };
        let later = mentions.contacts_within(&(contact.words.end..sentence.words.end)).first();
        let behind = clause(source, contact.words.end..later.map_or(sentence.words.end, |l| l.words.start));
        let second = mentions.people_within(&behind);
        // "Torre met Lind, Haddad told reporters": whoever says so is not met.
        let says = second.iter().position(|mention| is_reporter(source, mention));
        let second = second.get(..says.unwrap_or(second.len())).unwrap_or_default();
        // "A delivered a letter from C to B", "A brings C's letter to B": C is not there.
        let brought = brought_from(source, mentions, sentence, contact);
        let is_sender = |mention: &PersonMention| brought.is_some_and(|sender| sender.words == mention.words);
        let first = if first.iter().any(is_sender) { &[] } else { first };
        let second =
            if second.first().is_some_and(is_sender) { second.get(1..).unwrap_or_default() } else { second };
        // "talks between", "talks were held between"
        let end = contact.words.end;
        let between = source.is(end, "of") || source.after(end, 3).any(|at| source.is(at, "between"));
        let signs = source.is_any(contact.words.start, &["signed", "sign", "signs", "inked", "exchanged"]);
        // "held talks with a delegation", but not "with the aim of"
        let aim = |at: usize| source.is_cue(at + 1, Cue::Manner) || source.is_cue(at + 2, Cue::Manner);
        let with_others = behind.clone().any(|at| source.is(at, "with") && !aim(at));
        // "A was accompanied on the visit by B"
        let start = contact.words.start;
        let accompanied = (start.saturating_sub(NEAR).max(from)..start)
            .any(|at| source.is(at, "accompanied") && source.is_any(at + 1, &["on", "during", "in", "at"]));
        if accompanied && let Some(leader) = first.last() {
            let company = second.iter();
            company.for_each(|follower| self.goes_with(leader.person, follower.person));
            return;
        }
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
                    if let Some(row) = side_in(source, mentions, behind) {
                        self.against.extend(first.iter().map(|one| (one.person, row)));
                    }
                    return;
                }
                let led = self.leader.filter(|_| (from..until).any(|at| source.is(at, "delegation")));
                match led.filter(|_| first.is_empty()) {
                    // "The delegation met Lind": whoever led it did.
                    Some(leader) => second.iter().for_each(|other| self.meets(leader, other.person)),
                    None if first.is_empty() && is_we(source, from..until) => self.met_by(second),
                    None => {}
                }
                // "A and B met with Norwegian Minister C and Minister D"
                for (one, other) in
                    first.iter().zip(first.iter().skip(1)).chain(second.iter().zip(second.iter().skip(1)))
                {
                    // "The meeting was attended by Minister C and the Norwegian Ambassador D"
                    let attended = source.after(contact.words.end, 3).any(|at| source.is(at, "attended"))
                        || source.is_any(contact.words.end.saturating_sub(1), &["attended"]);
                    let noun = contact.form == ContactForm::Noun || attended;
                    let forward = match leads_with_party(mentions, one) {
                        Some(false) if noun => pull::BESIDE,
                        _ => pull::LISTED,
                    };
                    // "the meeting with Minister C and the Norwegian Ambassador D": the party is told of D alone.
                    let backward = match leads_with_party(mentions, other) {
                        Some(true) if noun => 1,
                        Some(false) if noun => pull::LISTED_BEFORE,
                        _ => pull::LISTED,
                    };
                    self.pull(one.person, other.person, forward);
                    self.pull(other.person, one.person, backward);
                }
            }
        }
    }
}

/// Those who come along.
const GROUPS: [&str; 6] = ["delegation", "entourage", "team", "party", "group", "mission"];

/// Whether the party of a person stands before the office, from where it goes on through a list ("Fijian
/// Minister A"), and not behind ("Ambassador of Fiji A"). None where these words name none.
fn leads_with_party(mentions: &Mentions, person: &PersonMention) -> Option<bool> {
    let party = mentions.parties_within(&person.words).first()?;
    Some(party.words.start <= person.words.start + 1)
}

/// The party of which words name a side without naming anybody: "with a Fijian delegation", "with Fijian
/// officials".
fn side_in(source: &Source<'_>, mentions: &Mentions, words: Range<usize>) -> Option<usize> {
    const SIDES: [&str; 12] = [
        "delegation",
        "side",
        "team",
        "officials",
        "official",
        "counterpart",
        "counterparts",
        "representatives",
        "ministers",
        "leaders",
        "authorities",
        "lawmakers",
    ];
    let parties = mentions.parties_within(&words).iter();
    let mut sides = parties.filter(|party| {
        source.after(party.words.end, 2).any(|at| source.is_any(at, &SIDES)) && party.is_country(source)
    });
    sides.next().map(|party| party.row)
}

/// Whether the article's own side acts here: "we met", "the delegation met with".
fn is_we(source: &Source<'_>, words: Range<usize>) -> bool {
    const WE: [&str; 5] = ["we", "i", "they", "delegation", "team"];
    words.rev().take(NEAR).any(|at| source.is_any(at, &WE))
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
    let gap = one.words.end..other.words.start;
    let joins = |at: usize| source.is_any(at, &["and", ",", ";"]);
    gap.len() <= NEAR && gap.clone().take(2).any(joins) && !gap.clone().any(|at| source.is(at, "with"))
}

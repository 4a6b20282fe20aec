//! Clustering: which mentions mean the same person.
//!
//! Two names are of one person when the words of one are among those of the other and they share
//! the first or the last word ("Du" and "Du Dewen", "Kazakbaev" and "Ruslan Kazakbaev"). A title
//! without a name means the person last mentioned who holds such an office ("the minister").

use std::borrow::Cow;
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::alike::{core, is_misspelt, is_namesake, is_same};
use super::draft::{Called, Draft};
use super::read::Mention;
use super::{People, Person, PersonIndex, PersonMention};
use crate::extract::looks;
use crate::extract::mention::in_order::InOrder;
use crate::extract::segment::{Part, Source};
use crate::lexicon::Shape;

/// Ties mentions together: first the names, so that a short form finds the long one wherever it
/// stands, then the titles that stand alone.
pub(super) fn cluster(source: &Source<'_>, mentions: Vec<Mention>) -> People {
    let body = source.sentences.iter().filter(|sentence| sentence.part == Part::Body);
    let lead = body.take(LEAD).last().map_or(0, |sentence| sentence.words.end);
    let called: Vec<Called<'_>> = mentions.iter().map(|mention| Called::by(source, mention)).collect();
    let mut roster = Roster { lead, ..Roster::default() };
    let mut whom: Vec<Option<usize>> = vec![None; mentions.len()];
    let is_lone = |name: &Range<usize>, mention: &Mention| {
        let short = name.len() == 1 || is_shouted(source, name);
        short && mention.title.is_none() && !mention.honorific
    };
    for introduced in [true, false] {
        for ((mention, called), whom) in mentions.iter().zip(&called).zip(&mut whom) {
            let Some(name) = mention.name.as_ref().filter(|name| is_lone(name, mention) != introduced) else {
                continue;
            };
            *whom = roster.by_name(mention, called);
            // A single capitalized word that nothing introduces is nobody, nor is an acronym or a heading;
            // unless the leaders of one party alone are called so.
            if whom.is_none() && (introduced || is_leader(source, name)) {
                *whom = Some(roster.newcomer());
            }
            if let Some(person) = *whom {
                roster.learn(source, person, mention, called);
            }
        }
    }
    for at in 0..mentions.len() {
        let Some((mention, called)) = mentions.get(at).zip(called.get(at)) else { continue };
        if mention.name.is_some() {
            continue;
        }
        let beside = named_beside(source, &mentions, &whom, at);
        roster.tell_apart(mention, called, &beside);
        let first = subject_before(source, &mentions, &whom, at);
        let person = roster.by_title(mention, called, &whom, at, first);
        let person = person.or_else(|| roster.by_description(source, mention, &beside));
        if let Some(person) = person {
            roster.learn(source, person, mention, called);
        }
        if let Some(slot) = whom.get_mut(at) {
            *slot = person;
        }
    }
    number(source, &roster.drafts, &mentions, &whom)
}

/// "Putin met Lukashenko": a word by which reports call the leaders of one party, and no place.
fn is_leader(source: &Source<'_>, name: &Range<usize>) -> bool {
    let text = source.text(name);
    let written = source.word(name.start).is_some_and(|word| word.word.shape == Shape::Capital);
    let place = source.phrase(source.lexicon.place_names(), name.clone()).is_some();
    let told = source.sentence_at(name.start).is_some_and(|line| line.part != Part::Foot);
    // "Buenos Aires" is more than its second word, and "the West" is no Mr. West.
    let alone = |at: usize| source.word(at).is_none_or(|word| !word.word.shape.is_capital());
    let before = name.start.checked_sub(1);
    let stands_alone = alone(name.end) && before.is_none_or(|at| alone(at) && !source.is(at, "the"));
    name.len() == 1
        && written
        && told
        && stands_alone
        && !place
        && source.lexicon.party_of_leader_called(text, |_| true).is_some()
}

/// "LIVE UPDATES", "(WTO GC)": capitals amid text that has small letters.
fn is_shouted(source: &Source<'_>, name: &Range<usize>) -> bool {
    let quiet = source.sentence_at(name.start).is_some_and(|sentence| !sentence.in_capitals);
    quiet && source.words(name).iter().all(|token| token.word.shape == Shape::Upper)
}

/// Numbers the people by first mention, in which a title alone counts.
fn number(source: &Source<'_>, drafts: &[Draft<'_>], mentions: &[Mention], whom: &[Option<usize>]) -> People {
    let mut persons: Vec<Person> = Vec::new();
    let mut numbered = Vec::new();
    let mut numbers = vec![None; drafts.len()];
    for (mention, draft) in mentions.iter().zip(whom).filter_map(|(mention, whom)| Some((mention, (*whom)?)))
    {
        let Some(number) = numbers.get_mut(draft) else { continue };
        let person = *number.get_or_insert_with(|| {
            persons.extend(drafts.get(draft).map(|draft| draft.person(source)));
            PersonIndex(persons.len().saturating_sub(1))
        });
        if let Some(person) = persons.get_mut(person.0) {
            person.times += 1;
            if person.introduced.len() < mention.words.len() {
                person.introduced = mention.words.clone();
            }
        }
        numbered.push(PersonMention { words: mention.words.clone(), name: mention.name.clone(), person });
    }
    People { persons, mentions: InOrder::new(numbered, source.tokens.len()) }
}

/// The people that are known so far, and how to find them.
#[derive(Default)]
struct Roster<'m> {
    drafts: Vec<Draft<'m>>,
    /// Who has, or once had, a word in the name: of a long text's many people, only these are asked.
    by_word: FxHashMap<&'m str, Vec<usize>>,
    /// The end of the first sentences.
    lead: usize,
}

/// The people of the headline and of so many sentences are those whom a description may mean.
const LEAD: usize = 3;

/// A title without a name means somebody of so many mentions before or after it.
const WITHIN: usize = 200;

/// A name means one of so many people who had a word of it last.
const NAMESAKES: usize = 60;

impl<'m> Roster<'m> {
    /// Somebody new.
    fn newcomer(&mut self) -> usize {
        self.drafts.push(Draft::default());
        self.drafts.len() - 1
    }

    /// Takes in what a mention tells of a person.
    fn learn(&mut self, source: &Source<'_>, person: usize, mention: &'m Mention, called: &'m Called<'_>) {
        let Some(draft) = self.drafts.get_mut(person) else { return };
        if draft.learn(source, mention, called) {
            for word in draft.name {
                let known = self.by_word.entry(word).or_default();
                if known.last() != Some(&person) {
                    known.push(person);
                }
            }
        }
    }

    /// The person of this name; of several, the one that was read last.
    fn by_name(&self, mention: &Mention, called: &Called<'_>) -> Option<usize> {
        let name = core(&called.name);
        let royal = mention.title.as_ref().is_some_and(|title| title.royal);
        let alone = royal && name.len() == 1;
        let holds = |draft: &Draft<'_>| called.office.as_ref().is_some_and(|office| draft.holds(office));
        // "King Salim" is not "Prince Omar bin Salim", nor "Prime Minister Salim Haddad".
        let same = |draft: &Draft<'_>| match alone {
            true => draft.name.first() == name.first() && (holds(draft) || draft.titles.is_empty()),
            false if draft.goes_by_given_name() => {
                draft.name.first() == name.first() && (royal || mention.title.is_none())
            }
            false => is_same(core(draft.name), name),
        };
        let namesake = |draft: &Draft<'_>| !alone && holds(draft) && is_namesake(core(draft.name), name);
        self.last(name, same).or_else(|| self.last(name, namesake)).or_else(|| {
            let latest = self.drafts.iter().enumerate().rev().take(NAMESAKES).inspect(|_| looks::note(1));
            let mut misspelt =
                latest.filter(|(_, draft)| is_misspelt(core(draft.name), name) && holds(draft));
            misspelt.next().map(|(person, _)| person)
        })
    }

    /// The last person who has one of these words in the name and is such.
    fn last(&self, words: &[Cow<'_, str>], is: impl Fn(&Draft<'_>) -> bool) -> Option<usize> {
        let known = words.iter().filter_map(|word| self.by_word.get(&**word));
        let known = known.flat_map(|people| people.iter().rev().take(NAMESAKES));
        let known = known.inspect(|_| looks::note(1));
        known.copied().filter(|&person| self.drafts.get(person).is_some_and(&is)).max()
    }

    /// Whom a sentence names and whom it calls by a title with a party are two: "Prime Minister Torre
    /// congratulated the Prime Minister of Norway" tells that Torre is not Norway's.
    fn tell_apart(&mut self, mention: &Mention, called: &Called<'_>, beside: &[usize]) {
        let Some((office, party)) = called.office.as_ref().zip(mention.party) else { return };
        for &person in beside {
            let told = |draft: &&mut Draft<'m>| draft.holds(office) && !draft.others.contains(&party);
            if let Some(draft) = self.drafts.get_mut(person).filter(told) {
                draft.others.push(party);
            }
        }
    }

    /// The person who holds an office of these words, and stands for the same party if the words name
    /// one: the one last mentioned before this place, else the first after it whom the party tells, or whom "The
    /// minister, Ana Torre," introduces there.
    fn by_title(
        &self,
        mention: &Mention,
        called: &Called<'_>,
        whom: &[Option<usize>],
        at: usize,
        first_before: Option<usize>,
    ) -> Option<usize> {
        let office = called.office.as_ref()?;
        let holds = |person: usize| self.drafts.get(person).filter(|draft| draft.holds(office));
        let of_party = |person: usize| {
            holds(person)
                .is_some_and(|draft| mention.party.is_some_and(|party| draft.parties.contains(&party)))
        };
        let may_be = |person: usize| {
            holds(person).is_some_and(|draft| match mention.party {
                Some(party) => draft.parties.is_empty() && !draft.others.contains(&party),
                None => true,
            })
        };
        let before =
            || whom.get(at.saturating_sub(WITHIN)..at).into_iter().flatten().rev().flatten().copied();
        let mut after = whom.iter().skip(at).take(WITHIN).flatten().copied();
        let first = first_before.filter(|&person| mention.party.is_none() && may_be(person));
        // "the Minister of State for Trade" is not the "Minister of Trade", where both were told.
        let exactly = |person: usize| {
            self.drafts.get(person).is_some_and(|draft| draft.holds_exactly(office)) && office.is_long()
        };
        first
            .or_else(|| before().find(|&person| mention.party.is_none() && exactly(person) && may_be(person)))
            .or_else(|| before().find(|&person| of_party(person)))
            .or_else(|| before().find(|&person| may_be(person)))
            .or_else(|| after.clone().find(|&person| of_party(person)))
            .or_else(|| after.find(|&person| may_be(person) && self.is_introduced_late(person)))
    }
}

impl Roster<'_> {
    fn is_introduced_late(&self, person: usize) -> bool {
        self.drafts.get(person).is_some_and(|draft| draft.introduced_late)
    }

    /// Whom an office with its party means of whom nothing told it: "Ana Torre called Prime Minister Lind.
    /// The President of Norland …" is Torre, where she alone of the lead has no office.
    fn by_description(&self, source: &Source<'_>, mention: &Mention, beside: &[usize]) -> Option<usize> {
        let (title, party) = (mention.title.as_ref()?, mention.party?);
        let before = mention.words.start.checked_sub(1).filter(|_| title.plural.is_none() && !title.former);
        let definite = before.is_some_and(|before| source.is(before, "the"));
        let mut bare = self.drafts.iter().take(NAMESAKES).enumerate().filter(|(person, draft)| {
            let of_party = draft.parties.is_empty() || draft.parties.contains(&party);
            draft.is_named_before(self.lead)
                && !draft.from_headline
                && !draft.from_byline
                && draft.titles.is_empty()
                && of_party
                && !beside.contains(person)
        });
        let found = bare.next().filter(|_| definite)?;
        bare.next().is_none().then_some(found.0)
    }
}

/// "Minister Torre met Minister Lind. The minister later received": whom the sentence before is about, where an
/// office alone opens a sentence.
fn subject_before(
    source: &Source<'_>,
    mentions: &[Mention],
    whom: &[Option<usize>],
    at: usize,
) -> Option<usize> {
    const OPENS: usize = 4;
    let mention = mentions.get(at)?;
    let sentence = source.sentence_at(mention.words.start).filter(|line| line.part == Part::Body)?;
    let opens = mention.words.start <= sentence.words.start + OPENS;
    let lone = source.is(mention.words.start.checked_sub(1)?, "the");
    let earlier = source.sentence_at(sentence.words.start.checked_sub(1)?);
    let earlier = earlier.filter(|line| opens && lone && line.part == Part::Body)?;
    let pairs = mentions.iter().zip(whom).take(at).rev().take(WITHIN);
    let there = pairs.take_while(|(other, _)| other.words.start >= earlier.words.start);
    let first = there.filter(|(_, whom)| whom.is_some()).last()?;
    (first.0.words.start <= earlier.words.start + SUBJECT).then_some(*first.1).flatten()
}

/// The subject of a sentence begins within so many words, a dateline among them.
const SUBJECT: usize = 12;

/// Those whom the sentence of a mention names.
fn named_beside(source: &Source<'_>, mentions: &[Mention], whom: &[Option<usize>], at: usize) -> Vec<usize> {
    let start = mentions.get(at).map_or(0, |mention| mention.words.start);
    let sentence = source.sentence_at(start).map_or(0..0, |sentence| sentence.words.clone());
    let here = |(other, _): &(&Mention, &Option<usize>)| sentence.contains(&other.words.start);
    let pairs = || mentions.iter().zip(whom);
    let after = pairs().skip(at).take(WITHIN).take_while(here);
    let before = pairs().take(at).rev().take(WITHIN).take_while(here);
    after.chain(before).filter(|(other, _)| other.name.is_some()).filter_map(|(_, whom)| *whom).collect()
}

#[cfg(test)]
mod tests {
    use crate::extract::mention::people::tests::check;

    #[test]
    fn who_goes_by_the_given_name_is_no_namesake() {
        check(
            "King Salim met Prince Omar bin Salim and Prime Minister Salim Haddad.",
            &["Salim / King / -", "Omar bin Salim / Prince / -", "Salim Haddad / Prime Minister / -"],
        );
    }

    #[test]
    fn whoever_serves_the_holder_of_an_office_does_not_hold_it() {
        check(
            "President Ana Torre of Malta spoke. The Chief of Staff of the President of Malta was glad.",
            &["Ana Torre / President / MLT"],
        );
    }

    #[test]
    fn an_office_may_be_told_before_the_name_of_its_holder() {
        check(
            "Ana Torre met Norway's foreign minister. The minister, Jon Lind, brought a letter.",
            &["Ana Torre / - / -", "Jon Lind / foreign minister / NOR"],
        );
    }

    #[test]
    fn who_writes_holds_no_office() {
        check(
            "Fish\n\nBy Liv Dahl, Oslo\n\nPresident Ana Torre met Jon Lind. The Maltese leader was glad.",
            &["Liv Dahl / - / MLT", "Ana Torre / President / -", "Jon Lind / leader / MLT"],
        );
    }

    #[test]
    fn an_office_with_its_party_means_the_one_of_whom_nothing_told_it() {
        check(
            "Ana Torre spoke with Norwegian Prime Minister Jon Lind. The President of Malta was glad.",
            &["Ana Torre / President / MLT", "Jon Lind / Prime Minister / NOR"],
        );
    }
}

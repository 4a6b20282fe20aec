//! Clustering: which mentions mean the same person.
//!
//! Two names are of one person when the words of one are among those of the other and they share
//! the first or the last word ("Du" and "Du Dewen", "Kazakbaev" and "Ruslan Kazakbaev"). A title
//! without a name means the person last mentioned who holds such an office ("the minister").

use std::borrow::{Borrow, Cow};
use std::ops::Range;

use rustc_hash::FxHashMap;

use super::read::Mention;
use super::title::Title;
use super::{People, Person, PersonIndex, PersonMention, Side};
use crate::extract::looks;
use crate::extract::mention::in_order::InOrder;
use crate::extract::segment::{Part, Source};
use crate::lexicon::{Shape, fold};

/// A person while mentions are being tied together.
#[derive(Default)]
struct Draft<'t> {
    /// The words of the longest name, folded.
    name: Vec<Cow<'t, str>>,
    name_words: Option<Range<usize>>,
    /// Whether the name was read in the headline.
    from_headline: bool,
    /// Titles in the order they were read, each with its folded words.
    titles: Vec<(Title, Vec<Cow<'t, str>>)>,
    /// Parties in the order they were read.
    parties: Vec<usize>,
    /// Parties whose holder of the same office somebody else is.
    others: Vec<usize>,
    addressed: bool,
    former: bool,
}

/// Ties mentions together: first the names, so that a short form finds the long one wherever it
/// stands, then the titles that stand alone.
pub(super) fn cluster(source: &Source<'_>, mentions: Vec<Mention>) -> People {
    let mut roster = Roster::default();
    let mut whom: Vec<Option<usize>> = vec![None; mentions.len()];
    let is_lone = |name: &Range<usize>, mention: &Mention| {
        name.len() == 1 && mention.title.is_none() && !mention.honorific
    };
    for introduced in [true, false] {
        for (mention, whom) in mentions.iter().zip(&mut whom) {
            let Some(name) = mention.name.as_ref().filter(|name| is_lone(name, mention) != introduced) else {
                continue;
            };
            *whom = roster.by_name(source, name, mention);
            // A single capitalized word that nothing introduces is nobody.
            if whom.is_none() && introduced {
                *whom = Some(roster.newcomer());
            }
            if let Some(person) = *whom {
                roster.learn(source, person, mention);
            }
        }
    }
    for at in 0..mentions.len() {
        let Some(mention) = mentions.get(at).filter(|mention| mention.name.is_none()) else { continue };
        let beside = named_beside(source, &mentions, &whom, at);
        roster.tell_apart(source, mention, &beside);
        let person = roster.by_title(source, &mentions, &whom, at);
        if let Some(person) = person {
            roster.learn(source, person, mention);
        }
        if let Some(slot) = whom.get_mut(at) {
            *slot = person;
        }
    }
    number(source, &roster.drafts, mentions, &whom)
}

/// Numbers the people by first mention, in which a title alone counts.
fn number(
    source: &Source<'_>,
    drafts: &[Draft<'_>],
    mentions: Vec<Mention>,
    whom: &[Option<usize>],
) -> People {
    let mut persons: Vec<Person> = Vec::new();
    let mut numbered = Vec::new();
    let mut numbers = vec![None; drafts.len()];
    for (mention, draft) in
        mentions.into_iter().zip(whom).filter_map(|(mention, whom)| Some((mention, (*whom)?)))
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
        numbered.push(PersonMention { words: mention.words, name: mention.name, person });
    }
    People { persons, mentions: InOrder::new(numbered, source.tokens.len()) }
}

/// The people that are known so far, and how to find them.
#[derive(Default)]
struct Roster<'t> {
    drafts: Vec<Draft<'t>>,
    /// Who has, or once had, a word in the name: of a long text's many people, only these are asked.
    by_word: FxHashMap<Cow<'t, str>, Vec<usize>>,
}

/// A title without a name means somebody of so many mentions before or after it.
const WITHIN: usize = 200;

/// A name means one of so many people who had a word of it last.
const NAMESAKES: usize = 60;

/// So many titles are kept of a person.
const TITLES: usize = 20;

impl<'t> Roster<'t> {
    /// Somebody new.
    fn newcomer(&mut self) -> usize {
        self.drafts.push(Draft::default());
        self.drafts.len() - 1
    }

    /// Takes in what a mention tells of a person.
    fn learn(&mut self, source: &Source<'t>, person: usize, mention: &Mention) {
        let Some(draft) = self.drafts.get_mut(person) else { return };
        if draft.learn(source, mention) {
            for word in &draft.name {
                let known = self.by_word.entry(word.clone()).or_default();
                if known.last() != Some(&person) {
                    known.push(person);
                }
            }
        }
    }

    /// The person of this name; of several, the one that was read last.
    fn by_name(&self, source: &Source<'t>, name: &Range<usize>, mention: &Mention) -> Option<usize> {
        let name = core(&folded(source, name)).to_vec();
        let office = mention.title.as_ref().map(|title| folded(source, &title.office));
        let same = |draft: &Draft<'_>| is_same(core(&draft.name), &name);
        let namesake = |draft: &Draft<'_>| {
            office.as_ref().is_some_and(|office| draft.holds(office)) && is_namesake(core(&draft.name), &name)
        };
        self.last(&name, same).or_else(|| self.last(&name, namesake))
    }

    /// The last person who has one of these words in the name and is such.
    fn last(&self, words: &[impl Borrow<Cow<'t, str>>], is: impl Fn(&Draft<'_>) -> bool) -> Option<usize> {
        let known = words.iter().filter_map(|word| self.by_word.get(word.borrow()));
        let known = known.flat_map(|people| people.iter().rev().take(NAMESAKES));
        let known = known.inspect(|_| looks::note(1));
        known.copied().filter(|&person| self.drafts.get(person).is_some_and(&is)).max()
    }

    /// Whom a sentence names and whom it calls by a title with a party are two: "Prime Minister Torre
    /// congratulated the Prime Minister of Norway" tells that Torre is not Norway's.
    fn tell_apart(&mut self, source: &Source<'_>, mention: &Mention, beside: &[usize]) {
        let Some((title, party)) = mention.title.as_ref().zip(mention.party) else { return };
        let office = folded(source, &title.office);
        for &person in beside {
            let told = |draft: &&mut Draft<'_>| draft.holds(&office) && !draft.others.contains(&party);
            if let Some(draft) = self.drafts.get_mut(person).filter(told) {
                draft.others.push(party);
            }
        }
    }

    /// The person who holds an office of these words, and stands for the same party if the words name
    /// one: the one last mentioned before this place, else the first after it whom the party tells.
    fn by_title(
        &self,
        source: &Source<'_>,
        mentions: &[Mention],
        whom: &[Option<usize>],
        at: usize,
    ) -> Option<usize> {
        let mention = mentions.get(at)?;
        let office = folded(source, &mention.title.as_ref()?.office);
        let holds = |person: usize| self.drafts.get(person).filter(|draft| draft.holds(&office));
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
        before()
            .find(|&person| of_party(person))
            .or_else(|| before().find(|&person| may_be(person)))
            .or_else(|| after.find(|&person| of_party(person)))
    }
}

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

/// Whether two names, folded, are of one person.
fn is_same(held: &[Cow<'_, str>], name: &[Cow<'_, str>]) -> bool {
    let (short, long) = if held.len() <= name.len() { (held, name) } else { (name, held) };
    // "Quispe" is Esteban Quispe Larrea: of two family names, the first goes alone.
    let first_family = short.len() == 1 && long.len() > 2 && short.first() == long.iter().rev().nth(1);
    let shared_end = short.first() == long.first() || short.last() == long.last() || first_family;
    !short.is_empty() && shared_end && short.iter().all(|word| long.contains(word))
}

/// Whether two names can be of one person who holds one office: "Joe Baker" and "Joseph T. Baker, Jr.",
/// both presidents; "Minister Koh" and "Minister Desmond Koh Wee Liang".
fn is_namesake(held: &[Cow<'_, str>], name: &[Cow<'_, str>]) -> bool {
    let (short, long) = if held.len() <= name.len() { (held, name) } else { (name, held) };
    if let [family] = short {
        return long.len() > 2 && long.contains(family);
    }
    let initial = |words: &[Cow<'_, str>]| words.first().and_then(|word| word.chars().next());
    held.len() > 1 && name.len() > 1 && held.last() == name.last() && initial(held) == initial(name)
}

/// A name without "Jr." and the like, by which nobody is told from another.
fn core<'n, 't>(name: &'n [Cow<'t, str>]) -> &'n [Cow<'t, str>] {
    match name.split_last() {
        Some((last, rest)) if !rest.is_empty() && matches!(&**last, "jr" | "sr" | "ii" | "iii" | "iv") => {
            rest
        }
        _ => name,
    }
}

impl<'t> Draft<'t> {
    /// Takes in what a mention tells of the person. Says whether it tells a better name.
    fn learn(&mut self, source: &Source<'t>, mention: &Mention) -> bool {
        let mut renamed = false;
        if let Some(words) = &mention.name {
            let name = folded(source, words);
            let in_headline = source.sentence_at(words.start).is_some_and(|line| line.part == Part::Headline);
            // A headline capitalizes what stands around a name too: the text knows better where it ends.
            let better = self.from_headline && !in_headline && name.len() > 1;
            if better
                || name.len() > self.name.len() && (self.from_headline || !in_headline || self.name.len() < 2)
            {
                self.name = name;
                self.name_words = Some(words.clone());
                self.from_headline = in_headline;
                renamed = true;
            }
        }
        if let Some(title) = &mention.title {
            let office = folded(source, &title.office);
            looks::note(self.titles.len());
            if self.titles.len() < TITLES && !self.titles.iter().any(|(_, held)| *held == office) {
                self.titles.push((title.clone(), office));
            }
            self.former |= title.former;
        }
        self.parties.extend(mention.party.filter(|party| !self.parties.contains(party)));
        self.addressed |= mention.title.is_some() || mention.honorific;
        renamed
    }

    /// Whether the person holds an office of these words, as far as the titles read so far tell.
    fn holds(&self, office: &[Cow<'_, str>]) -> bool {
        looks::note(self.titles.len());
        self.titles.iter().any(|(_, held)| {
            let (short, long) =
                if held.len() <= office.len() { (&**held, office) } else { (office, &**held) };
            short.iter().all(|word| long.contains(word))
        })
    }

    /// The person that all the mentions make.
    fn person(&self, source: &Source<'_>) -> Person {
        // Of two titles of one length the first is kept: it is the one that introduces the person.
        let longest = self.titles.iter().rev().max_by_key(|(_, words)| words.len());
        Person {
            name: self.name_words.as_ref().map(|words| source.text(words).to_owned()).unwrap_or_default(),
            title: longest.map(|(title, _)| in_singular(source, title)),
            side: self.parties.first().map_or(Side::Unknown, |&row| Side::Told(row)),
            addressed: self.addressed,
            former: self.former,
            times: 0,
            introduced: 0..0,
        }
    }
}

/// The words of an office. One that several share is put into the singular for each of them.
fn in_singular(source: &Source<'_>, title: &Title) -> String {
    let office = source.text(&title.office);
    let Some(head) = title.plural.and_then(|head| source.word(head)) else { return office.to_owned() };
    let plural = head.word.text;
    let singular = match plural.strip_suffix("ies") {
        Some(stem) => format!("{stem}y"),
        None => plural.strip_suffix('s').unwrap_or(plural).to_owned(),
    };
    office.replacen(plural, &singular, 1)
}

/// The words of a run, folded, without marks.
fn folded<'t>(source: &Source<'t>, words: &Range<usize>) -> Vec<Cow<'t, str>> {
    let words = source
        .words(words)
        .iter()
        .filter(|token| !matches!(token.word.shape, Shape::Mark(_) | Shape::Possessive));
    words.map(|token| fold(token.word.text)).collect()
}

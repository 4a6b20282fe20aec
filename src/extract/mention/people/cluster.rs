//! Clustering: which mentions mean the same person.
//!
//! Two names are of one person when the words of one are among those of the other and they share
//! the first or the last word ("Du" and "Du Dewen", "Kazakbaev" and "Ruslan Kazakbaev"). A title
//! without a name means the person last mentioned who holds such an office ("the minister").

use std::borrow::Cow;
use std::ops::Range;

use super::read::Mention;
use super::{People, Person, PersonIndex, PersonMention};
use crate::extract::segment::Source;
use crate::lexicon::{Shape, fold};

/// A person while mentions are being tied together.
#[derive(Default)]
struct Draft<'t> {
    /// The words of the longest name, folded.
    name: Vec<Cow<'t, str>>,
    name_words: Option<Range<usize>>,
    /// Titles in the order they were read, each with its folded words.
    titles: Vec<(Range<usize>, Vec<Cow<'t, str>>)>,
    /// Parties in the order they were read.
    parties: Vec<usize>,
    addressed: bool,
    former: bool,
}

/// Ties mentions together.
pub(super) fn cluster(source: &Source<'_>, mentions: Vec<Mention>) -> People {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let mut tied: Vec<(Mention, usize)> = Vec::new();
    for mention in mentions {
        let found = match &mention.name {
            Some(name) => by_name(&drafts, &folded(source, name)),
            None => by_title(source, &drafts, &tied, &mention),
        };
        let lone = mention
            .name
            .as_ref()
            .is_some_and(|name| name.len() == 1 && mention.title.is_none() && !mention.honorific);
        let person = match found {
            Some(person) => person,
            // A single capitalised word that nothing introduces is nobody.
            None if mention.name.is_none() || lone => continue,
            None => {
                drafts.push(Draft::default());
                drafts.len() - 1
            }
        };
        if let Some(draft) = drafts.get_mut(person) {
            draft.learn(source, &mention);
        }
        tied.push((mention, person));
    }
    let persons = drafts.iter().map(|draft| draft.person(source)).collect();
    let mentions = tied.into_iter().map(|(mention, person)| PersonMention {
        words: mention.words,
        name: mention.name,
        person: PersonIndex(person),
    });
    People { persons, mentions: mentions.collect() }
}

/// The person of this name who was mentioned last.
fn by_name(drafts: &[Draft<'_>], name: &[Cow<'_, str>]) -> Option<usize> {
    drafts.iter().rposition(|draft| {
        let (short, long) =
            if draft.name.len() <= name.len() { (&*draft.name, name) } else { (name, &*draft.name) };
        let shared_end = short.first() == long.first() || short.last() == long.last();
        !short.is_empty() && shared_end && short.iter().all(|word| long.contains(word))
    })
}

/// The person last mentioned who holds an office of these words, and stands for the same party if
/// the words name one.
fn by_title(
    source: &Source<'_>,
    drafts: &[Draft<'_>],
    tied: &[(Mention, usize)],
    mention: &Mention,
) -> Option<usize> {
    let title = mention.title.as_ref()?;
    let office = folded(source, &title.office);
    let holds = |draft: &Draft<'_>| {
        let party =
            mention.party.is_none_or(|party| draft.parties.is_empty() || draft.parties.contains(&party));
        party
            && draft.titles.iter().any(|(_, held)| {
                let (short, long) =
                    if held.len() <= office.len() { (held, &office) } else { (&office, held) };
                short.iter().all(|word| long.contains(word))
            })
    };
    tied.iter().rev().map(|(_, person)| *person).find(|&person| drafts.get(person).is_some_and(holds))
}

impl<'t> Draft<'t> {
    /// Takes in what a mention tells of the person.
    fn learn(&mut self, source: &Source<'t>, mention: &Mention) {
        if let Some(words) = &mention.name {
            let name = folded(source, words);
            if name.len() > self.name.len() {
                self.name = name;
                self.name_words = Some(words.clone());
            }
        }
        if let Some(title) = &mention.title {
            self.titles.push((title.office.clone(), folded(source, &title.office)));
            self.former |= title.former;
        }
        self.parties.extend(mention.party);
        self.addressed |= mention.title.is_some() || mention.honorific;
    }

    /// The person that all the mentions make.
    fn person(&self, source: &Source<'_>) -> Person {
        // Of two titles of one length the first is kept: it is the one that introduces the person.
        let longest = self.titles.iter().rev().max_by_key(|(_, words)| words.len());
        Person {
            name: self.name_words.as_ref().map(|words| source.text(words).to_owned()).unwrap_or_default(),
            title: longest.map(|(words, _)| source.text(words).to_owned()),
            party: self.parties.first().copied(),
            addressed: self.addressed,
            former: self.former,
        }
    }
}

/// The words of a run, folded, without marks.
fn folded<'t>(source: &Source<'t>, words: &Range<usize>) -> Vec<Cow<'t, str>> {
    let words = source
        .words(words)
        .iter()
        .filter(|token| !matches!(token.word.shape, Shape::Mark(_) | Shape::Possessive));
    words.map(|token| fold(token.word.text)).collect()
}

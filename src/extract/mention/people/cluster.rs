//! Clustering: which mentions mean the same person.
//!
//! Two names are of one person when the words of one are among those of the other and they share
//! the first or the last word ("Du" and "Du Dewen", "Kazakbaev" and "Ruslan Kazakbaev"). A title
//! without a name means the person last mentioned who holds such an office ("the minister").

use std::borrow::Cow;
use std::ops::Range;

use super::read::Mention;
use super::title::Title;
use super::{People, Person, PersonIndex, PersonMention};
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
    addressed: bool,
    former: bool,
}

/// Ties mentions together: first the names, so that a short form finds the long one wherever it
/// stands, then the titles that stand alone.
pub(super) fn cluster(source: &Source<'_>, mentions: Vec<Mention>) -> People {
    let mut drafts: Vec<Draft<'_>> = Vec::new();
    let mut whom: Vec<Option<usize>> = vec![None; mentions.len()];
    let is_lone = |name: &Range<usize>, mention: &Mention| {
        name.len() == 1 && mention.title.is_none() && !mention.honorific
    };
    for introduced in [true, false] {
        for (mention, whom) in mentions.iter().zip(&mut whom) {
            let Some(name) = mention.name.as_ref().filter(|name| is_lone(name, mention) != introduced) else {
                continue;
            };
            *whom = by_name(source, &drafts, name, mention);
            // A single capitalised word that nothing introduces is nobody.
            if whom.is_none() && introduced {
                *whom = Some(drafts.len());
                drafts.push(Draft::default());
            }
            if let Some(draft) = whom.and_then(|person| drafts.get_mut(person)) {
                draft.learn(source, mention);
            }
        }
    }
    for at in 0..mentions.len() {
        let Some(mention) = mentions.get(at).filter(|mention| mention.name.is_none()) else { continue };
        let person = by_title(source, &drafts, &whom, at, mention);
        if let Some(draft) = person.and_then(|person| drafts.get_mut(person)) {
            draft.learn(source, mention);
        }
        if let Some(slot) = whom.get_mut(at) {
            *slot = person;
        }
    }
    in_order(source, &drafts, mentions, &whom)
}

/// Numbers the people by first mention, in which a title alone counts.
fn in_order(
    source: &Source<'_>,
    drafts: &[Draft<'_>],
    mentions: Vec<Mention>,
    whom: &[Option<usize>],
) -> People {
    let mut people = People::default();
    let mut numbers = vec![None; drafts.len()];
    for (mention, draft) in
        mentions.into_iter().zip(whom).filter_map(|(mention, whom)| Some((mention, (*whom)?)))
    {
        let Some(number) = numbers.get_mut(draft) else { continue };
        let person = *number.get_or_insert_with(|| {
            people.persons.extend(drafts.get(draft).map(|draft| draft.person(source)));
            PersonIndex(people.persons.len().saturating_sub(1))
        });
        people.mentions.push(PersonMention { words: mention.words, name: mention.name, person });
    }
    people
}

/// The person of this name; of several, the one that was read last.
fn by_name(
    source: &Source<'_>,
    drafts: &[Draft<'_>],
    name: &Range<usize>,
    mention: &Mention,
) -> Option<usize> {
    let name = core(folded(source, name));
    let same = |draft: &Draft<'_>| {
        let held = core(draft.name.clone());
        let (short, long) = if held.len() <= name.len() { (&held, &name) } else { (&name, &held) };
        // "Quispe" is Esteban Quispe Larrea: of two family names, the first goes alone.
        let first_family = short.len() == 1 && long.len() > 2 && short.first() == long.iter().rev().nth(1);
        let shared_end = short.first() == long.first() || short.last() == long.last() || first_family;
        !short.is_empty() && shared_end && short.iter().all(|word| long.contains(word))
    };
    // "Joe Baker" and "Joseph T. Baker, Jr.", both presidents.
    let namesake = |draft: &Draft<'_>| {
        let held = core(draft.name.clone());
        let initial = |words: &[Cow<'_, str>]| words.first().and_then(|word| word.chars().next());
        let office = mention.title.as_ref().is_some_and(|title| draft.holds(&folded(source, &title.office)));
        office
            && held.len() > 1
            && name.len() > 1
            && held.last() == name.last()
            && initial(&held) == initial(&name)
    };
    drafts.iter().rposition(same).or_else(|| drafts.iter().rposition(namesake))
}

/// A name without "Jr." and the like, by which nobody is told from another.
fn core(mut name: Vec<Cow<'_, str>>) -> Vec<Cow<'_, str>> {
    if name.len() > 1 && name.last().is_some_and(|word| matches!(&**word, "jr" | "sr" | "ii" | "iii" | "iv"))
    {
        name.pop();
    }
    name
}

/// The person who holds an office of these words, and stands for the same party if the words name
/// one: the one last mentioned before this place, else the first after it whom the party tells.
fn by_title(
    source: &Source<'_>,
    drafts: &[Draft<'_>],
    whom: &[Option<usize>],
    at: usize,
    mention: &Mention,
) -> Option<usize> {
    let office = folded(source, &mention.title.as_ref()?.office);
    let fits = |person: usize, told: bool| {
        drafts.get(person).is_some_and(|draft| {
            let party = match mention.party {
                Some(party) => draft.parties.contains(&party) || draft.parties.is_empty() && !told,
                None => !told,
            };
            party && draft.holds(&office)
        })
    };
    let before = whom.iter().take(at).rev().flatten().copied().find(|&person| fits(person, false));
    before.or_else(|| whom.iter().skip(at).flatten().copied().find(|&person| fits(person, true)))
}

impl<'t> Draft<'t> {
    /// Takes in what a mention tells of the person.
    fn learn(&mut self, source: &Source<'t>, mention: &Mention) {
        if let Some(words) = &mention.name {
            let name = folded(source, words);
            let in_headline = source.sentence_at(words.start).is_some_and(|line| line.part == Part::Headline);
            // A headline capitalises what stands around a name too: the text knows better where it ends.
            let better = self.from_headline && !in_headline && name.len() > 1;
            if better
                || name.len() > self.name.len() && (self.from_headline || !in_headline || self.name.len() < 2)
            {
                self.name = name;
                self.name_words = Some(words.clone());
                self.from_headline = in_headline;
            }
        }
        if let Some(title) = &mention.title {
            self.titles.push((title.clone(), folded(source, &title.office)));
            self.former |= title.former;
        }
        self.parties.extend(mention.party);
        self.addressed |= mention.title.is_some() || mention.honorific;
    }

    /// Whether the person holds an office of these words, as far as the titles read so far tell.
    fn holds(&self, office: &[Cow<'_, str>]) -> bool {
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
            party: self.parties.first().copied(),
            addressed: self.addressed,
            former: self.former,
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

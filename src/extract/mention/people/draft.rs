//! A person while mentions are being tied together, and what all of them tell.

use std::borrow::Cow;
use std::ops::Range;

use super::read::Mention;
use super::title::Title;
use super::{Person, Side};
use crate::extract::looks;
use crate::extract::segment::{Part, Source};
use crate::lexicon::{Shape, fold};

/// So many titles are kept of a person.
const TITLES: usize = 20;

/// What a mention calls a person, in words that can be compared.
pub(super) struct Called<'t> {
    /// The words of the name, folded; none where it has none.
    pub name: Vec<Cow<'t, str>>,
    pub office: Option<Office<'t>>,
}

impl<'t> Called<'t> {
    /// By this mention.
    pub fn by(source: &Source<'t>, mention: &Mention) -> Self {
        Self {
            name: mention.name.as_ref().map(|name| folded(source, name)).unwrap_or_default(),
            office: mention.title.as_ref().map(|title| Office::of(source, title)),
        }
    }
}

/// A person while mentions are being tied together.
#[derive(Default)]
pub(super) struct Draft<'m> {
    /// The words of the longest name, folded.
    pub name: &'m [Cow<'m, str>],
    pub name_words: Option<Range<usize>>,
    /// Whether the name was read in the headline.
    pub from_headline: bool,
    /// Titles in the order they were read, each with its words.
    pub titles: Vec<(&'m Title, &'m Office<'m>)>,
    /// Parties in the order they were read.
    pub parties: Vec<usize>,
    /// Parties whose holder of the same office somebody else is.
    pub others: Vec<usize>,
    pub addressed: bool,
    pub former: bool,
    pub reporter: bool,
    /// Whether a line of its own between headline and text names the person, as it names who writes.
    pub from_byline: bool,
    /// Whether a definite office of no party introduces the name: "The minister, Ana Torre, ".
    pub introduced_late: bool,
}

impl<'m> Draft<'m> {
    /// Takes in what a mention tells of the person. Says whether it tells a better name.
    pub fn learn(&mut self, source: &Source<'_>, mention: &'m Mention, called: &'m Called<'_>) -> bool {
        let mut renamed = false;
        if let Some(words) = &mention.name {
            let name = called.name.as_slice();
            let part = source.sentence_at(words.start).map(|line| line.part);
            let in_headline = part == Some(Part::Headline);
            self.from_byline |= part == Some(Part::Head) && mention.title.is_none();
            self.introduced_late |= mention.party.is_none() && is_introduced_late(source, mention, words);
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
        if let (Some(title), Some(office)) = (&mention.title, &called.office) {
            looks::note(self.titles.len());
            if self.titles.len() < TITLES && !self.titles.iter().any(|(_, held)| *held == office) {
                self.titles.push((title, office));
            }
            self.former |= title.former;
            self.reporter |= title.reporter;
        }
        self.parties.extend(mention.party.filter(|party| !self.parties.contains(party)));
        self.addressed |= mention.title.is_some() || mention.honorific;
        renamed
    }

    /// Whether the name, of two words at least, was read before this place.
    pub fn is_named_before(&self, end: usize) -> bool {
        looks::note(1);
        self.name_words.as_ref().is_some_and(|name| name.len() > 1 && name.start < end)
    }

    /// Whether only a given name is known, of somebody who goes by it: "King Salim".
    pub fn goes_by_given_name(&self) -> bool {
        self.name.len() == 1 && self.titles.iter().any(|(title, _)| title.royal)
    }

    /// Whether the person holds an office of these words, as far as the titles read so far tell.
    pub fn holds(&self, office: &Office<'_>) -> bool {
        looks::note(self.titles.len());
        self.titles.iter().any(|(_, held)| held.is_same(office))
    }

    /// Whether the person was told to hold an office in these very words.
    pub fn holds_exactly(&self, office: &Office<'_>) -> bool {
        looks::note(self.titles.len());
        self.titles.iter().any(|(_, held)| held.words == office.words)
    }

    /// The person that all the mentions make.
    pub fn person(&self, source: &Source<'_>) -> Person {
        // Of two titles of one length the first is kept: it is the one that introduces the person.
        // A headline's "Malta leader" is the "President" whom the text introduces.
        let longest =
            self.titles.iter().rev().max_by_key(|(_, office)| (!office.is_loose(), office.words.len()));
        Person {
            name: self.name_words.as_ref().map(|words| source.text(words).to_owned()).unwrap_or_default(),
            title: longest.map(|(title, _)| in_singular(source, title)),
            side: self.parties.first().map_or(Side::Unknown, |&row| Side::Told(row)),
            addressed: self.addressed,
            former: self.former,
            reporter: self.reporter,
            times: 0,
            introduced: 0..0,
        }
    }
}

/// "The minister, Ana Torre, came": an office told before, whose holder is named only now.
fn is_introduced_late(source: &Source<'_>, mention: &Mention, name: &Range<usize>) -> bool {
    let the = mention.words.start.checked_sub(1).is_some_and(|the| source.is(the, "the"));
    let title = mention.title.as_ref().filter(|title| title.plural.is_none() && title.words.end < name.start);
    the && title.is_some_and(|title| source.is(title.words.end, ",")) && source.is(name.end, ",")
}

/// The words of an office, folded, so that it is told in whatever form.
#[derive(PartialEq, Eq)]
pub(super) struct Office<'t> {
    words: Vec<Cow<'t, str>>,
    head: Cow<'t, str>,
}

impl<'t> Office<'t> {
    /// Those of a title.
    fn of(source: &Source<'t>, title: &Title) -> Self {
        let head = source.word(title.main).map(|token| fold(token.word.text)).unwrap_or_default();
        Self { words: folded(source, &title.office), head }
    }

    /// Whether it says no more than that somebody leads or acts for others: "leader", "chief", "envoy".
    fn is_loose(&self) -> bool {
        const LOOSE: [&str; 8] =
            ["leader", "chief", "head", "boss", "ruler", "strongman", "official", "politician"];
        self.words.len() == 1 && LOOSE.contains(&&*self.head)
    }

    /// Whether it says what it is for: not "minister" or "Foreign Minister" alone.
    pub fn is_long(&self) -> bool {
        const WORDS: usize = 3;
        self.words.len() >= WORDS
    }

    /// Whether the words of one are among those of the other: "Foreign Minister" and "Minister of Foreign
    /// Affairs and Trade of Norland". A "President" is not the "Chief of Staff of the President".
    fn is_same(&self, other: &Office<'_>) -> bool {
        let (short, long) = if self.words.len() <= other.words.len() { (self, other) } else { (other, self) };
        let at = long.words.iter().position(|word| *word == short.head).unwrap_or(long.words.len());
        let before = long.words.iter().take(at).rev().take_while(|word| *word != "and");
        let within = before.into_iter().any(|word| matches!(&**word, "of" | "for" | "to" | "in"));
        !within && short.words.iter().all(|word| long.words.contains(word))
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

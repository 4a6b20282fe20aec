//! The engine: an article in, a proposed record out for each contact that it reports. Offline, deterministic,
//! and never at a loss: it cannot fail, it returns less.
//!
//! Six stages, each a file or folder, each reading only what the ones before it made:
//!
//! 1. `segment`: the article cut into head, body and foot, sentences and words;
//! 2. `clause`: its sentences as a shallow tree of clauses with their verbs;
//! 3. `mention`: where parties, people, contacts and days are named;
//! 4. `refine`: what several mentions tell together, such as whom a person stands for;
//! 5. `propose`: rules name candidates for each field, with the words and the working; those for
//!    commitments read a `discourse`, whose parts stand below them;
//! 6. `settle`: the best candidates become the record of the main contact, and one for each contact beside it;
//!    the working goes into the [`Trace`].
//!
//! In a language without tables nothing is claimed: the record of such an article is empty.
//!
//! Its work grows as the text does, whatever the text: sentences, words and reaches have a longest, and
//! `endless` proves it by counting looks (`looks`). Whoever adds a loop asks for words and mentions by the
//! methods that count.
//!
//! A rule is a small const struct with its own examples (`rule`); a field's rules stand in one list
//! in `propose/`. To teach the engine a word, add a row to a table (`lexicon`); to teach it a way of
//! writing, add a rule.

mod choices;
mod clause;
mod discourse;
#[cfg(test)]
mod endless;
mod explain;
mod looks;
mod mention;
mod propose;
mod readings;
mod refine;
mod rule;
mod segment;
mod selected;
mod settle;

use std::ops::Range;
use std::sync::Arc;

use crate::lexicon::Lexicon;
use crate::model::{Article, Evidence, PartyCode, Record, RuleName, Span};
use rule::{Rule, Scene};

pub use choices::{Choice, NamedPerson};
pub use propose::day::Days;
pub use propose::place::Spot;
pub use readings::Readings;
pub use selected::{Selected, Undertaken};

/// What the engine makes of a contact: the proposed record, and how it came to each value.
#[derive(Clone, Debug)]
pub struct Reading {
    /// The proposed record.
    pub record: Record,
    /// The working behind its values.
    pub trace: Trace,
}

impl Reading {
    /// The article's lines with the values under the words that support them, the working behind each
    /// value, and the record in short: plain text for a fixed-width font.
    pub fn explained(&self) -> String {
        explain::explain(self)
    }
}

/// The working behind the values of a proposed record.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trace {
    /// For every value.
    values: Vec<Why>,
    /// The days that the meeting could have been on.
    days: Vec<Choice<Days>>,
    /// The places that it could have been at.
    places: Vec<Choice<Spot>>,
    /// Whoever is named.
    people: Vec<NamedPerson>,
    /// Which parties are named, the most often named first.
    parties: Vec<PartyCode>,
}

/// How one value was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Why {
    /// The words that it was read from.
    pub span: Span,
    /// The rule that proposed it.
    pub rule: RuleName,
    /// The working in words: "\"Friday\" before Sunday 18 October 2020 is Friday 16 October 2020".
    pub working: String,
}

impl Trace {
    /// Of nothing.
    pub const EMPTY: &Self = &Self {
        values: Vec::new(),
        days: Vec::new(),
        places: Vec::new(),
        people: Vec::new(),
        parties: Vec::new(),
    };

    /// The working behind a piece of evidence, in words.
    pub fn why(&self, evidence: &Evidence, article: &Article) -> Option<&str> {
        let span = evidence.span(&article.text)?;
        let found = self.values.iter().find(|why| why.span == span && why.rule == *evidence.rule());
        found.map(|why| why.working.as_str())
    }

    /// The days that the meeting could have been on, the likeliest first: the proposed one, what else
    /// its words could mean, and other days that the text names for it.
    pub fn days(&self) -> &[Choice<Days>] {
        &self.days
    }

    /// The places that the meeting could have been at, the likeliest first.
    pub fn places(&self) -> &[Choice<Spot>] {
        &self.places
    }

    /// The people whom the article names, in order of first mention, whether they took part or not.
    pub fn people(&self) -> &[NamedPerson] {
        &self.people
    }

    /// The parties that the article names, the most often named first.
    pub fn parties(&self) -> &[PartyCode] {
        &self.parties
    }
}

/// The proposed record of the main contact of an article. Pure: the same article gives the same everywhere.
pub fn extract(article: &Article, lexicon: &Lexicon) -> Record {
    reported(&Arc::new(article.clone()), lexicon, |_, _| {}).into_main().record
}

/// The proposed records of an article, one for each contact that it reports, the main one first.
pub fn records(article: &Arc<Article>, lexicon: &Lexicon) -> Vec<Record> {
    reported(article, lexicon, |_, _| {}).into_iter().map(|reading| reading.record).collect()
}

/// The same with the working behind them, and what else could be proposed.
pub fn read(article: &Arc<Article>, lexicon: &Lexicon) -> Readings {
    reported(article, lexicon, |scene, readings| {
        for Reading { trace, .. } in readings.all_mut() {
            trace.days = choices::days(scene);
            trace.places = choices::places(scene);
            trace.people = choices::people(scene);
            trace.parties = choices::parties(scene);
        }
    })
}

/// The contacts that an article reports, none of them in a language without tables: the main one's record is
/// empty then.
fn reported(
    article: &Arc<Article>,
    lexicon: &Lexicon,
    finish: impl Fn(&Scene<'_>, &mut Readings),
) -> Readings {
    if article.is_in_another_language() {
        return Readings::new(settle::unread(article), Vec::new());
    }
    let scene = Scene::new(article, lexicon);
    let (main, further) = settle::settle(article, &scene);
    let mut readings = Readings::new(main, further);
    finish(&scene, &mut readings);
    readings
}

/// Where the sentences of a paragraph are, in bytes.
pub fn sentences(paragraph: &str, lexicon: &Lexicon) -> Vec<Range<usize>> {
    segment::sentences_of(paragraph, lexicon)
}

/// What a rule does, in words that a diplomat follows.
pub fn rule_says(rule: &RuleName) -> Option<&'static str> {
    fn of<V>(rules: &'static [Rule<V>], name: &RuleName) -> Option<&'static str> {
        rules.iter().find(|rule| rule.name == name.as_str()).map(|rule| rule.says)
    }
    if *rule == RuleName::REVIEWER {
        return Some("A reviewer pointed at these words.");
    }
    if *rule == RuleName::OF_VERSION_1 {
        return Some("An earlier Chancery saved it and not the words for it: the headline stands for them.");
    }
    of(propose::kind::RULES, rule)
        .or_else(|| of(propose::day::RULES, rule))
        .or_else(|| of(propose::place::RULES, rule))
        .or_else(|| of(propose::attendance::RULES, rule))
        .or_else(|| of(propose::commitment::RULES, rule))
        .or_else(|| of(propose::further::RULES, rule))
        .or_else(|| of(propose::further::WITHOUT_MAIN, rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Dateline;

    #[test]
    fn every_rule_finds_its_hits_and_leaves_its_misses() {
        rule::tests::check(propose::kind::RULES);
        rule::tests::check(propose::day::RULES);
        rule::tests::check(propose::place::RULES);
        rule::tests::check(propose::attendance::RULES);
        rule::tests::check(propose::commitment::RULES);
        rule::tests::check(propose::further::RULES);
        rule::tests::check(propose::further::WITHOUT_MAIN);
    }

    /// A plain article of this text, published on Sunday 18 October 2020. One that begins with
    /// "VALLETTA —" is dated from there.
    pub(super) fn article(text: &str) -> Article {
        let dateline =
            || Dateline { place: Some("VALLETTA".into()), country: "MLT".parse().ok(), date: None };
        Article {
            published: "2020-10-18".parse().ok(),
            dateline: text.starts_with("VALLETTA —").then(dateline),
            ..Article::plain("test.txt", text)
        }
    }
}

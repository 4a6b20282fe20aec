//! The engine: an article in, a proposed record out. Offline, deterministic, and never at a loss: it
//! cannot fail, it returns less.
//!
//! Five stages, each a file or folder, each reading only what the ones before it made:
//!
//! 1. `segment`: the article cut into head, body and foot, sentences and words;
//! 2. `mention`: where parties, people and days are named;
//! 3. `refine`: what several mentions tell together, such as whom a person stands for;
//! 4. `propose`: rules name candidates for each field, with the words and the working;
//! 5. `settle`: the best candidates become the record, the working goes into the [`Trace`].
//!
//! A rule is a small const struct with its own examples (`rule`); a field's rules stand in one list
//! in `propose/`. To teach the engine a word, add a row to a table (`lexicon`); to teach it a way of
//! writing, add a rule.

mod choices;
mod discourse;
mod explain;
mod looks;
mod mention;
mod propose;
mod refine;
mod rule;
mod segment;
mod settle;

use std::sync::Arc;

use crate::lexicon::Lexicon;
use crate::model::{Article, Evidence, PartyCode, Record, RuleName, Span};
use rule::{Rule, Scene};

pub use choices::{Choice, NamedPerson};
pub use propose::day::Days;
pub use propose::place::Spot;

/// What the engine makes of an article: the proposed record, and how it came to each value.
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
    /// For the kind of contact, which has no evidence in saved files.
    kind: Option<Why>,
    /// For every other value.
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

    /// How the kind of contact was found.
    pub fn kind(&self) -> Option<&Why> {
        self.kind.as_ref()
    }
}

/// The proposed record of an article. Pure: the same article gives the same record everywhere.
pub fn extract(article: &Article, lexicon: &Lexicon) -> Record {
    settle::settle(&Arc::new(article.clone()), &Scene::new(article, lexicon)).record
}

/// The proposed record of an article with the working behind it, and what else could be proposed.
pub fn read(article: &Arc<Article>, lexicon: &Lexicon) -> Reading {
    let scene = Scene::new(article, lexicon);
    let mut reading = settle::settle(article, &scene);
    reading.trace.days = choices::days(&scene);
    reading.trace.places = choices::places(&scene);
    reading.trace.people = choices::people(&scene);
    reading.trace.parties = choices::parties(&scene);
    reading
}

/// What a rule does, in words that a diplomat follows.
pub fn rule_says(rule: &RuleName) -> Option<&'static str> {
    fn of<V>(rules: &'static [Rule<V>], name: &RuleName) -> Option<&'static str> {
        rules.iter().find(|rule| rule.name == name.as_str()).map(|rule| rule.says)
    }
    if *rule == RuleName::REVIEWER {
        return Some("A reviewer pointed at these words.");
    }
    of(propose::kind::RULES, rule)
        .or_else(|| of(propose::day::RULES, rule))
        .or_else(|| of(propose::place::RULES, rule))
        .or_else(|| of(propose::attendance::RULES, rule))
        .or_else(|| of(propose::commitment::RULES, rule))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Dateline, Sha256Hex, Text};
    use proptest::prelude::*;

    #[test]
    fn every_rule_finds_its_hits_and_leaves_its_misses() {
        rule::tests::check(propose::kind::RULES);
        rule::tests::check(propose::day::RULES);
        rule::tests::check(propose::place::RULES);
        rule::tests::check(propose::attendance::RULES);
        rule::tests::check(propose::commitment::RULES);
    }

    /// Texts that go on and on: of many sentences, of one without end, of lists, brackets and quotations.
    const ENDLESS: &[&str] = &[
        "Minister Lind of Sweden met Minister Borg of Malta on Friday. She said that Sweden will send two ships. ",
        "Minister Lind met Minister Borg of Malta in Valletta and ",
        "Minister Ana Torre, Minister Jon Lind, ",
        "Sweden will send ships to Malta and Malta agreed to pay by May and ",
        "the President of Malta and the King of Norway who met in Rome on 5 May ",
        "\"We will help, he said, and ",
        "(Malta (Kenya (Norway (the two sides said that ",
        "she pledged, he said, that the Maltese side, which is ready to, will, if asked, ",
        "Minister Lind attended the talks, signed a plan and ",
        "the Council of the African Union will act and the Commission agreed to pay and ",
        "President Lind of Sweden visited Malta and Kenya on a visit to Norway and ",
        "he said that his government and his country's navy will help and ",
        "accompanied by a delegation that included Ambassador Liv Dahl, ",
        "of the Ministry of the Department of the Office of the ",
        "His Excellency the Honourable Dr. H.E. Mr. ",
        "5 May 2020, Friday, 6 to 7 June, the 8th of ",
        "will be will be would have been ",
        "\u{5916}\u{52d9}\u{7701} \u{e9}\u{301} \u{1f1eb}\u{1f1f7} Ł ",
        "a ",
        ", ",
    ];

    /// How many words are looked at for a text that repeats this part over so many words.
    fn looks(lexicon: &Lexicon, part: &str, words: usize) -> usize {
        let opening = "Minister Lind of Sweden held a meeting with Minister Borg of Malta on Friday.\n\n";
        let times = words / lexicon.tokens(part).len().max(1);
        let article = Arc::new(article(&format!("{opening}{}", part.repeat(times))));
        looks::of(|| drop(read(&article, lexicon)))
    }

    /// Longer than any stretch within which words are looked for.
    const SHORT: usize = 1500;

    /// Twice as much work for a word of a longer text would be eight times as much in all. What the
    /// ends of a text save is less in a longer one, so that a little more than four times is allowed.
    fn grows_as_the_text(lexicon: &Lexicon, part: &str) -> Result<(), String> {
        let [short, long] = [SHORT, 4 * SHORT].map(|words| looks(lexicon, part, words));
        if long <= short * 5 { Ok(()) } else { Err(format!("\"{part}\": {short} looks, then {long}")) }
    }

    #[test]
    fn a_text_of_four_times_the_length_takes_four_times_the_work() {
        let lexicon = Lexicon::built_in();
        let wrong = ENDLESS.iter().filter_map(|part| grows_as_the_text(&lexicon, part).err());
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<String>::new());
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]
        #[test]
        fn so_does_any_text(parts in proptest::collection::vec(proptest::sample::select(ENDLESS), 1..6), end in "\\PC{0,8}") {
            let lexicon = Lexicon::built_in();
            let part = format!("{}{end} ", parts.concat());
            prop_assert_eq!(grows_as_the_text(&lexicon, &part), Ok(()));
        }
    }

    /// A plain article of this text, published on Sunday 18 October 2020. One that begins with
    /// "VALLETTA —" is dated from there.
    pub(super) fn article(text: &str) -> Article {
        Article {
            file_name: "test.txt".into(),
            sha256: Sha256Hex::of(text.as_bytes()),
            media_type: "text/plain".into(),
            language: Some("en".into()),
            title: None,
            publisher: None,
            byline: None,
            url: None,
            published: "2020-10-18".parse().ok(),
            dateline: text.starts_with("VALLETTA —").then(|| Dateline {
                place: Some("VALLETTA".into()),
                country: "MLT".parse().ok(),
                date: None,
            }),
            text: Text::new(text),
        }
    }
}

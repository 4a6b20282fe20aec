//! What Chancery knows of the world: the tables in `assets/tables/`, ready to be looked things up in.
//!
//! A [`Lexicon`] is loaded once and never changes. It knows parties by all their names, places with
//! their countries, publishers, the words of titles, and what verbs do in a report. To teach it a
//! word, add a row to a table; no code changes. Every table says at its head what its columns mean,
//! and every row says where it comes from.
//!
//! Looking up goes by words, not by letters, and once for all tables: [`Lexicon::tokens`] cuts a text into
//! [`Tokens`], finds every phrase of every table that begins at each of them in one `index`, and tells of
//! any run of tokens which is the longest of a set of [`Phrases`] that it begins with.

mod classes;
mod clause_words;
mod contacts;
mod cues;
mod facts;
mod fold;
mod index;
mod leaders;
mod letters;
mod lines;
mod nodes;
mod own;
mod parties;
mod phrases;
mod places;
mod plain;
mod presence;
mod publishers;
mod table;
mod tags;
mod takes;
mod tokens;
mod word_map;
mod words;

use std::sync::{Arc, LazyLock, OnceLock};

pub use classes::{TitleClass, VerbClass, VerbSense, WordClass};
pub use contacts::ContactWord;
pub use cues::Cue;
pub use facts::Facts;
pub use fold::fold;
pub use letters::is_alphabetic;
pub use lines::{LineWord, foot_of, line_words, says_in_line};
pub use own::{OwnTable, OwnTableError, OwnTableKind, with_own_party};
pub use parties::{PartyForm, PartyName, PartyRow};
pub use phrases::{Phrases, Values};
pub use places::PlaceRow;
pub use presence::PresenceWord;
pub use publishers::{Publisher, PublisherKind};
pub use table::TableError;
pub use tags::Tags;
pub use takes::Takes;
pub use tokens::{Run, Token, Tokens};
pub use word_map::WordMap;
pub use words::{Shape, Word, words};

use crate::calendar::beginnings;
use crate::model::{CountryCode, Party};
use index::{Index, IndexBuilder};

/// Everything the tables say.
#[derive(Debug)]
pub struct Lexicon {
    index: Index,
    parties: parties::Parties,
    places: places::Places,
    publishers: publishers::Publishers,
    classes: classes::Classes,
    contacts: Phrases<ContactWord>,
    presence: Phrases<PresenceWord>,
    leaders: Phrases<usize>,
    /// Their parties by the first and the last word of their names, read when it is first asked for.
    leaders_by_word: OnceLock<leaders::ByWord>,
    cues: Phrases<Cue>,
}

impl Lexicon {
    /// The lexicon of the tables that are built into the program, loaded at first use.
    pub fn built_in() -> Arc<Lexicon> {
        static BUILT_IN: LazyLock<Arc<Lexicon>> = LazyLock::new(|| {
            #[expect(
                clippy::expect_used,
                reason = "the tables are part of the program, and a test reads them all"
            )]
            Arc::new(Lexicon::read().expect("the built-in tables are in order"))
        });
        BUILT_IN.clone()
    }

    /// Reads the built-in tables.
    fn read() -> Result<Self, TableError> {
        Self::read_with(|_, _| ())
    }

    /// Reads the built-in tables, and then whatever else.
    fn read_with(more: impl FnOnce(&mut Self, &mut IndexBuilder)) -> Result<Self, TableError> {
        let mut index = IndexBuilder::default();
        // Words that stand in every text first, so that they stand together in memory too.
        clause_words::read(&mut index);
        beginnings().for_each(|word| index.note(word, |facts| facts.begins_day = true));
        let cues = cues::read(&mut index)?;
        let contacts = contacts::read(&mut index)?;
        let presence = presence::read(&mut index)?;
        let classes = classes::Classes::read(&mut index)?;
        let parties = parties::Parties::read(&mut index)?;
        let leaders = leaders::read(&mut index, &parties)?;
        let places = places::Places::read(&mut index)?;
        let mut lexicon = Self {
            parties,
            places,
            publishers: publishers::Publishers::read()?,
            classes,
            contacts,
            presence,
            leaders,
            leaders_by_word: OnceLock::new(),
            cues,
            index: IndexBuilder::default().finish(),
        };
        more(&mut lexicon, &mut index);
        lexicon.index = index.finish();
        Ok(lexicon)
    }

    /// The words of a text, looked up in all tables.
    pub fn tokens<'t>(&'t self, text: &'t str) -> Tokens<'t> {
        self.first_tokens(text, usize::MAX)
    }

    /// The first words of a text, no more than these.
    pub fn first_tokens<'t>(&'t self, text: &'t str, most: usize) -> Tokens<'t> {
        Tokens::of(text, most, &self.index)
    }

    /// Every party, countries first, each group by name.
    pub fn parties(&self) -> &[PartyRow] {
        &self.parties.rows
    }

    /// The party with this code.
    pub fn party(&self, code: &str) -> Option<&PartyRow> {
        self.parties.by_code.get(&code.parse().ok()?).and_then(|&at| self.parties.rows.get(at))
    }

    /// The place in [`Self::parties`] of the party with this code.
    pub fn party_row(&self, code: &crate::model::PartyCode) -> Option<usize> {
        self.parties.by_code.get(code).copied()
    }

    /// The names of parties.
    pub fn party_names(&self) -> &Phrases<PartyName> {
        &self.parties.names
    }

    /// The names of places; several places may share one.
    pub fn place_names(&self) -> &Phrases<PlaceRow> {
        &self.places.names
    }

    /// The country of a place.
    pub fn country_of(&self, place: &PlaceRow) -> Option<&CountryCode> {
        self.places.country(place)
    }

    /// The country that a whole phrase names: a country by its name or a place by its largest namesake.
    pub fn country_of_phrase(&self, phrase: &str) -> Option<CountryCode> {
        let tokens = self.tokens(phrase);
        if let Some(names) = tokens.whole(self.party_names())
            && let Some(country) = names
                .iter()
                .filter(|name| matches!(name.form, PartyForm::Name | PartyForm::Capital))
                .find_map(|name| self.parties().get(name.row)?.country.clone())
        {
            return Some(country);
        }
        if let Some(places) = tokens.whole(self.place_names()) {
            let largest = places.iter().max_by_key(|place| place.population)?;
            return self.country_of(largest).cloned();
        }
        // "Pasay City" is called Pasay on maps.
        let (last, rest) = tokens.split_last()?;
        let bare = last.is("city") && !rest.is_empty();
        bare.then(|| phrase.trim_end().rsplit_once(' '))
            .flatten()
            .and_then(|(name, _)| self.country_of_phrase(name))
    }

    /// The party that a code stands for, under its short name; an unknown code is its own name.
    pub fn party_of_code(&self, code: &crate::model::PartyCode) -> Party {
        let known = self.party(code.as_str()).map(|row| row.party.clone());
        known.unwrap_or_else(|| Party { code: code.clone(), name: code.as_str().into() })
    }

    /// The publisher of this name, however it is capitalized.
    pub fn publisher(&self, name: &str) -> Option<&Publisher> {
        self.publishers.named(name)
    }

    /// The publisher whose pages stand on this host: "english.example.gov" for "example.gov".
    pub fn publisher_of_host(&self, host: &str) -> Option<&Publisher> {
        self.publishers.of_host(host)
    }

    /// The words and phrases of titles.
    pub fn titles(&self) -> &Phrases<TitleClass> {
        &self.classes.titles
    }

    /// The party that alone has an office of these words ("Secretary of State"), if there is one.
    pub fn party_of_office(&self, title: &str) -> Option<usize> {
        let tokens = self.tokens(title);
        let (_, parties) = tokens.longest(&self.classes.offices, 0..tokens.len())?;
        let code = parties.iter().flatten().next()?;
        self.parties.by_code.get(code).copied()
    }

    /// What verbs, and nouns that stand for them, do in a report.
    pub fn verbs(&self) -> &Phrases<VerbSense> {
        &self.classes.verbs
    }

    /// The words by which a report tells that parties were in contact.
    pub fn contacts(&self) -> &Phrases<ContactWord> {
        &self.contacts
    }

    /// The party whose leader bears this name, of those that `fits` accepts: a place in
    /// [`Self::parties`].
    pub fn party_of_leader(&self, name: &str, fits: impl Fn(usize) -> bool) -> Option<usize> {
        self.tokens(name).whole(&self.leaders)?.iter().copied().find(|&row| fits(row))
    }

    /// The only party, of those that `fits` accepts, that had a leader whose first or last name is this word.
    pub fn party_of_leader_called(&self, word: &str, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let by_word = self.leaders_by_word.get_or_init(|| leaders::by_word(&self.parties));
        let mut parties = by_word.get(word)?.iter().copied().filter(|&row| fits(row));
        parties.next().filter(|_| parties.next().is_none())
    }

    /// The words by which a report tells who was there.
    pub fn presence(&self) -> &Phrases<PresenceWord> {
        &self.presence
    }

    /// Words that tell how the words beside them are meant.
    pub fn cues(&self) -> &Phrases<Cue> {
        &self.cues
    }

    /// Words that tell what a commitment is about, with the topic's key.
    pub fn topics(&self) -> &Phrases<&'static str> {
        &self.classes.topics
    }

    /// The keys of all topics, for pickers.
    pub fn topic_keys(&self) -> &[&'static str] {
        &self.classes.topic_keys
    }

    /// The small words of the language.
    pub fn words(&self) -> &Phrases<WordClass> {
        &self.classes.words
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_of_every_table_can_be_read() {
        if let Err(error) = Lexicon::read() {
            panic!("{error}");
        }
    }

    #[test]
    fn a_party_is_known_by_all_its_names() {
        let lexicon = Lexicon::built_in();
        let named = |text: &str| {
            let tokens = lexicon.tokens(text);
            let (n, names) = tokens.longest(lexicon.party_names(), 0..tokens.len())?;
            let row = lexicon.parties().get(names.iter().next()?.row)?;
            Some((n, row.party.code.to_string()))
        };
        assert_eq!(named("Kyrgyz Republic"), Some((2, "KGZ".into())));
        assert_eq!(named("U.S. officials"), Some((1, "USA".into())));
        assert_eq!(named("US officials"), Some((1, "USA".into())));
        assert_eq!(named("us"), None, "the pronoun is no country");
        assert_eq!(named("turkey"), None, "the bird is no country");
        assert_eq!(named("TÜRKİYE"), Some((1, "TUR".into())));
    }

    #[test]
    fn the_first_words_of_a_text_are_those_it_begins_with() {
        let lexicon = Lexicon::built_in();
        let texts = |tokens: Tokens<'_>| tokens.iter().map(|token| token.word.start).collect::<Vec<_>>();
        let text = "Ministers of Malta and Kenya met.";
        let all = texts(lexicon.tokens(text));
        assert_eq!(texts(lexicon.first_tokens(text, 3)), all[..3]);
        assert_eq!(texts(lexicon.first_tokens(text, 100)), all);
    }

    #[test]
    fn a_word_of_a_leaders_name_tells_the_party_if_only_one_fits() {
        let lexicon = Lexicon::built_in();
        let code = |row: usize| lexicon.parties().get(row).map(|row| row.party.code.to_string());
        let among = |word: &str, codes: &[&str]| {
            let fits = |row| code(row).is_some_and(|code| codes.contains(&code.as_str()));
            lexicon.party_of_leader_called(word, fits).and_then(code)
        };
        assert_eq!(among("TRUMP", &["USA", "KOR"]).as_deref(), Some("USA"));
        assert_eq!(among("Trump", &["KOR"]), None);
        assert_eq!(among("Kim", &["PRK", "KOR"]), None, "both had one");
    }

    #[test]
    fn a_place_names_its_country() {
        let lexicon = Lexicon::built_in();
        let country = |phrase| lexicon.country_of_phrase(phrase).map(|c| c.to_string());
        assert_eq!(country("Bishkek").as_deref(), Some("KGZ"));
        assert_eq!(country("Malta").as_deref(), Some("MLT"));
        assert_eq!(country("Paris").as_deref(), Some("FRA"));
        assert_eq!(country("Nowhere on Sea"), None);
    }
}

//! Words that a person has selected, read as the engine reads those that it proposes: whom they name, where that
//! is, what they undertake. The person says that they are such; the engine parts and fills what they say.

use std::ops::Range;
use std::sync::Arc;

use super::propose::commitment::{self, Undertaking};
use super::propose::place::{self, Spot};
use super::rule::{Scene, all_of};
use super::{Evidence, NamedPerson};
use crate::lexicon::Lexicon;
use crate::model::{Article, Commitment, CommitmentId, Line, Party, RuleName, Ruling, Span, Text};

/// So much of a text is read around what is selected, in bytes; more than nearly all articles have.
const AROUND: usize = 60_000;

/// What is selected in an article.
pub struct Selected<'a> {
    lexicon: &'a Lexicon,
    /// The article, or as much of a long one as is read.
    near: Arc<Article>,
    /// What is selected there.
    span: Span,
    /// The same in the whole article.
    whole: Span,
    text: &'a Text,
}

/// What selected words undertake.
#[derive(Clone, Debug, PartialEq)]
pub struct Undertaken {
    /// The commitment, with the words as its evidence.
    pub commitment: Commitment,
    /// The name of whoever said it.
    pub speaker: Option<Line>,
}

impl Undertaken {
    /// The same in the record of one contact: whoever is bound, and to whom, is of those who were in it, as far as they
    /// are told. Of two, each is bound to the other.
    #[must_use]
    pub fn between(mut self, parties: &[Party]) -> Self {
        let is_there = |party: &Party| parties.iter().any(|there| there.code == party.code);
        let Commitment { parties: bound, toward, .. } = &mut self.commitment;
        if bound.iter().any(is_there) {
            bound.retain(is_there);
        }
        toward.retain(is_there);
        if let ([of], [one, other]) = (bound.as_slice(), parties)
            && toward.is_empty()
            && is_there(of)
        {
            toward.push(if of.code == one.code { other.clone() } else { one.clone() });
        }
        self
    }
}

impl<'a> Selected<'a> {
    /// These words of an article.
    pub fn new(article: &'a Arc<Article>, whole: Span, lexicon: &'a Lexicon) -> Self {
        let text = &article.text;
        let near = || {
            let bytes = around(text, whole);
            let near = Article { text: Text::new(text.get(bytes.clone())?), ..Article::clone(article) };
            let span = near.text.span(whole.start() - bytes.start..whole.end() - bytes.start)?;
            Some((Arc::new(near), span))
        };
        let is_long = text.len() > 3 * AROUND;
        let cut = if is_long { near() } else { None };
        let (near, span) = cut.unwrap_or_else(|| (article.clone(), whole));
        Self { lexicon, near, span, whole, text }
    }

    /// What is read of them; nothing in a language without tables.
    fn read<T>(&self, read: impl FnOnce(&Scene<'_>, Range<usize>) -> T) -> Option<T> {
        if self.near.is_in_another_language() {
            return None;
        }
        let scene = Scene::new(&self.near, self.lexicon);
        let words = scene.source.words_of(self.span);
        Some(read(&scene, words))
    }

    /// The people whom they name, each with the title and the party that the article tells.
    pub fn people(&self) -> Vec<NamedPerson> {
        let people = self.read(|scene, words| {
            let mentions = scene.mentions.people.mentions.iter();
            let mut indices: Vec<_> = mentions
                .filter(|mention| mention.words.start < words.end && words.start < mention.words.end)
                .filter(|mention| mention.name.is_some())
                .map(|mention| mention.person)
                .collect();
            indices.dedup();
            let people = indices.iter().filter_map(|index| scene.mentions.people.person(*index));
            let named = people.filter(|person| !person.name.is_empty()).map(|person| NamedPerson {
                name: person.name.clone(),
                title: person.title.clone(),
                party: person.party().and_then(|row| scene.source.party(row)).map(|row| row.party.clone()),
                span: self.whole,
            });
            named.collect()
        });
        people.unwrap_or_default()
    }

    /// The place that they name, with its country or its city as the article tells.
    pub fn place(&self) -> Option<Spot> {
        let selected = self.near.text.slice(self.span);
        let is_named = |spot: &Spot| {
            let names = [&spot.venue, &spot.place];
            names.into_iter().flatten().any(|name| selected.contains(name.as_str()))
        };
        self.read(|scene, _| {
            let found = all_of(place::RULES, scene).map(|(_, found)| found);
            let mut found = found.filter(|found| found.span.overlaps(self.span) && is_named(&found.value));
            found.next().map(|found| found.value)
        })?
    }

    /// What they undertake.
    pub fn undertaking(&self) -> Undertaken {
        let words = self.text.slice(self.whole);
        let evidence = vec![Evidence::quote(self.text, self.whole, RuleName::REVIEWER)];
        let bare = Commitment {
            evidence,
            ..Commitment::in_words(CommitmentId::numbered(1), words, Ruling::Corrected)
        };
        let read = self.read(|scene, words| described(scene, commitment::of_words(scene, &words), &bare));
        read.unwrap_or(Undertaken { commitment: bare, speaker: None })
    }
}

/// The commitment with what was read of its words.
fn described(scene: &Scene<'_>, read: Undertaking, bare: &Commitment) -> Undertaken {
    let parties = |rows: &[usize]| -> Vec<Party> {
        rows.iter().filter_map(|row| scene.source.party(*row)).map(|row| row.party.clone()).collect()
    };
    let person = read.speaker.and_then(|person| scene.mentions.people.person(person));
    let commitment = Commitment {
        parties: parties(&read.parties),
        toward: parties(&read.toward),
        obligation: read.obligation,
        precision: read.precision,
        deadline: read.deadline,
        condition: read.condition,
        topics: read.topics,
        ..bare.clone()
    };
    Undertaken { commitment, speaker: person.map(|person| Line::from(person.name.as_str())) }
}

/// The lines of a text around a span.
fn around(text: &Text, span: Span) -> Range<usize> {
    let start = text.floor_char_boundary(span.start().saturating_sub(AROUND));
    let end = text.ceil_char_boundary(span.end().saturating_add(AROUND).min(text.len()));
    let before = text.get(start..span.start()).and_then(|before| before.find('\n'));
    let behind = text.get(span.end()..end).and_then(|behind| behind.rfind('\n'));
    let start = if start == 0 { 0 } else { before.map_or(span.start(), |length| start + length + 1) };
    let end = if end == text.len() { end } else { behind.map_or(span.end(), |length| span.end() + length) };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::tests::article;

    const TEXT: &str = "Talks on ferries\n\nVALLETTA — Malta's Minister for Foreign Affairs Maria Zerafa met \
        Tunisian Foreign Minister Karim Ben Yedder in Valletta on Friday.\n\nBen Yedder said that Tunisia is glad, \
        and thanked his host for the warm welcome by the end of June.\n\nMalta will pay for two ferries by May 2021.";

    fn selected<T>(words: &str, read: impl FnOnce(&Selected<'_>) -> T) -> T {
        let (article, lexicon) = (Arc::new(article(TEXT)), Lexicon::built_in());
        let at = TEXT.find(words).unwrap();
        let span = article.text.span(at..at + words.len()).unwrap();
        read(&Selected::new(&article, span, &lexicon))
    }

    /// "Maria Zerafa / Minister for Foreign Affairs / MLT"
    fn people(words: &str) -> Vec<String> {
        let people = selected(words, |words| words.people());
        let parts = |person: NamedPerson| {
            let party = person.party.map(|party| party.code.to_string());
            let parts = [Some(person.name), person.title, party];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" / ")
        };
        people.into_iter().map(parts).collect()
    }

    #[test]
    fn a_selected_person_is_parted_into_name_title_and_party() {
        let whole = "Maria Zerafa / Minister for Foreign Affairs / MLT";
        assert_eq!(people("Malta's Minister for Foreign Affairs Maria Zerafa"), [whole]);
        assert_eq!(people("Zerafa"), [whole]);
        assert_eq!(people("Ben Yedder said"), ["Karim Ben Yedder / Foreign Minister / TUN"]);
        assert_eq!(people("Zerafa met Tunisian Foreign Minister Karim Ben Yedder").len(), 2);
        assert_eq!(people("Talks"), Vec::<String>::new());
    }

    /// "TUN > MLT, Karim Ben Yedder, 2021-06"
    fn undertaking(words: &str) -> String {
        let Undertaken { commitment, speaker } = selected(words, |words| words.undertaking());
        let codes = |parties: &[Party]| {
            parties.iter().map(|party| party.code.to_string()).collect::<Vec<_>>().join("+")
        };
        let mut read = format!("{} > {}", codes(&commitment.parties), codes(&commitment.toward));
        read.extend(speaker.map(|speaker| format!(", {speaker}")));
        read.extend(commitment.deadline.map(|deadline| format!(", {deadline}")));
        assert_eq!(commitment.evidence[0].exact(), words);
        read
    }

    #[test]
    fn a_selected_undertaking_has_who_is_bound_who_said_so_to_whom_and_by_when() {
        assert_eq!(
            undertaking("thanked his host for the warm welcome by the end of June"),
            "TUN > MLT, Karim Ben Yedder, 2021-06"
        );
        assert_eq!(undertaking("Tunisia is glad"), "TUN > MLT, Karim Ben Yedder");
        assert_eq!(undertaking("Malta will pay for two ferries by May 2021"), "MLT > TUN, 2021-05");
        assert_eq!(undertaking("pay for two ferries"), "MLT > TUN");
    }

    /// An article tells of several contacts, whose parties are not those of the main one.
    #[test]
    fn a_selected_undertaking_is_of_those_who_were_in_the_contact() {
        const TEXT: &str = "Malta and Italy agree on ferries\n\nVALLETTA — Malta's Foreign Minister Maria Zerafa met \
            Italian Foreign Minister Aldo Conti in Valletta on Friday.\n\nEarlier in the day, Zerafa spoke by telephone \
            with Tunisian Foreign Minister Slim Gharbi. The two discussed the cable between the two countries, and Gharbi \
            promised to send engineers to Valletta in April.";
        let (article, lexicon) = (Arc::new(article(TEXT)), Lexicon::built_in());
        let at = TEXT.find("Gharbi promised").unwrap();
        let span = article.text.span(at..TEXT.len() - 1).unwrap();
        let party = |code: &str| Party { code: code.parse().unwrap(), name: code.into() };
        let read = Selected::new(&article, span, &lexicon).undertaking();
        let Undertaken { commitment, speaker } = read.between(&[party("MLT"), party("TUN")]);
        let codes =
            |parties: &[Party]| parties.iter().map(|party| party.code.to_string()).collect::<Vec<_>>();
        assert_eq!(
            (codes(&commitment.parties), codes(&commitment.toward)),
            (vec!["TUN".to_owned()], vec!["MLT".to_owned()])
        );
        assert_eq!(speaker.as_deref(), Some("Slim Gharbi"));
        assert_eq!(commitment.obligation, crate::model::Obligation::Explicit);
    }

    #[test]
    fn a_long_text_is_read_around_what_is_selected() {
        let filler = "The ministers spoke of the weather.\n\n".repeat(6_000);
        let text = format!("{filler}{TEXT}\n\n{filler}");
        let (article, lexicon) = (Arc::new(article(&text)), Lexicon::built_in());
        let at = text.find("Maria Zerafa").unwrap();
        let span = article.text.span(at..at + 12).unwrap();
        let selected = Selected::new(&article, span, &lexicon);
        assert!(selected.near.text.len() < 3 * AROUND);
        assert_eq!(selected.people()[0].title.as_deref(), Some("Minister for Foreign Affairs"));
        let place = article.text.span(at..at + 1).unwrap();
        assert_eq!(Selected::new(&article, place, &lexicon).place(), None);
    }

    #[test]
    fn a_selected_place_has_its_country() {
        let spot = selected("Valletta on Friday", |words| words.place()).unwrap();
        assert_eq!((spot.place.as_deref(), spot.country.unwrap().as_str()), (Some("Valletta"), "MLT"));
    }
}

//! Selected: words that a person says are an undertaking, described as if a rule had found them. Where a rule
//! finds one in them, its reading is theirs; else whoever stands as the subject is bound, or whoever speaks.

use std::ops::Range;

use super::found::Found;
use super::reader::Reader;
use super::{RULES, Undertaking};
use crate::extract::discourse::{Form, Meant, Tags, Who, form};
use crate::extract::rule::{Scene, all_of};
use crate::model::Obligation;

/// What these words undertake.
pub(in crate::extract) fn of_words(scene: &Scene<'_>, words: &Range<usize>) -> Undertaking {
    let reader = Reader::of(scene);
    let own = Undertaking {
        deadline: reader.deadline(words),
        condition: reader.condition(words),
        topics: reader.topics(words),
        ..reader.described(&reader.bound_by(words))
    };
    match found_in(scene, words, reader.names_subject(words)) {
        Some(found) => Undertaking { deadline: own.deadline, topics: own.topics, ..found },
        None => own,
    }
}

/// What a rule finds that is for the most part in these words, or they in it. Where they name who acts, what begins
/// before them has others bound too.
fn found_in(scene: &Scene<'_>, words: &Range<usize>, names_subject: bool) -> Option<Undertaking> {
    let span = scene.source.span(words)?;
    let shared =
        |found: Range<usize>| found.end.min(span.end()).saturating_sub(found.start.max(span.start()));
    let found = all_of(RULES, scene).map(|(_, found)| found);
    let found = found.filter(|found| !names_subject || found.span.start() >= span.start());
    let found = found.map(|found| (shared(found.span.bytes()), found));
    let (shared, found) = found.max_by_key(|(shared, _)| *shared)?;
    let shorter = span.bytes().len().min(found.span.bytes().len());
    (2 * shared > shorter).then_some(found.value)
}

impl Reader<'_, '_> {
    /// Who is bound by these words, and by which verb.
    fn bound_by(&self, words: &Range<usize>) -> Found {
        let subject = self.subject_within(words);
        let acting = subject.and_then(|actor| Some(self.discourse.actors.get(actor)?.words.end));
        let acting = acting.or_else(|| self.named_within(words).map(|(end, _)| end));
        let verb = acting.unwrap_or(words.start);
        let before = || {
            let verb = words.clone().find(|at| self.is_finite(*at))?;
            self.meant(self.subject(verb)?.actor)
        };
        let named = || self.named_within(words).map(|(_, meant)| meant);
        let meant = subject.and_then(|actor| self.meant(actor).cloned()).or_else(named);
        let meant = meant.or_else(|| before().cloned());
        let meant = meant.filter(|meant| !meant.parties.is_empty()).unwrap_or_else(|| {
            let voice = self.voice_at(words.start);
            voice.map_or_else(Meant::default, |voice| Meant {
                parties: voice.parties.clone(),
                person: voice.person,
            })
        });
        let promises = words.clone().any(|at| self.can_be(at, Tags::COMMIT) && self.is(at + 1, "to"));
        Found {
            words: words.clone(),
            verb,
            parties: meant.parties,
            person: meant.person,
            firmness: if promises { Obligation::Explicit } else { Obligation::Plain },
            frame: self.frame(words.start),
        }
    }

    /// The first of these words' actors that has a verb behind it.
    fn subject_within(&self, words: &Range<usize>) -> Option<usize> {
        let actors = &self.discourse.actors;
        let from = actors.partition_point(|actor| actor.words.start < words.start);
        let within =
            actors.iter().enumerate().skip(from).take_while(|(_, actor)| actor.words.end < words.end);
        let mut acting = within.filter(|(_, actor)| {
            self.discourse.has_verb(&self.scene.source, actor.words.end) && actor.who != [Who::It]
        });
        acting.next().map(|(number, _)| number)
    }

    /// Whether these words name who acts.
    fn names_subject(&self, words: &Range<usize>) -> bool {
        self.subject_within(words).is_some() || self.named_within(words).is_some()
    }

    /// Who is named first in these words with a verb behind the name, and where the name ends: of actors that the
    /// sentence names together, the one that was selected without the others.
    fn named_within(&self, words: &Range<usize>) -> Option<(usize, Meant)> {
        let (source, mentions) = (&self.scene.source, &self.scene.mentions);
        let acts = |name: &Range<usize>| {
            name.start >= words.start && name.end < words.end && self.discourse.has_verb(source, name.end)
        };
        let person = mentions.people_within(words).iter().find(|mention| acts(&mention.words));
        let party = mentions.parties_within(words).iter().find(|mention| acts(&mention.words));
        let of_person = person.map(|mention| {
            let party = mentions.people.person(mention.person).and_then(|person| person.party());
            let meant = Meant { parties: party.into_iter().collect(), person: Some(mention.person) };
            (mention.words.end, meant)
        });
        let of_party =
            party.map(|mention| (mention.words.end, Meant { parties: vec![mention.row], person: None }));
        [of_person, of_party].into_iter().flatten().min_by_key(|(end, _)| *end)
    }

    /// Whether a word is a verb that has a subject.
    fn is_finite(&self, at: usize) -> bool {
        self.can_be(at, Tags::VERB | Tags::MODAL) || matches!(form(&self.lower(at)), Form::Past)
    }
}

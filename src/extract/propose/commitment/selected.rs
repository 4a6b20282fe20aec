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
    match found_in(scene, words) {
        Some(found) => Undertaking { deadline: own.deadline, topics: own.topics, ..found },
        None => own,
    }
}

/// What a rule finds that is for the most part in these words, or they in it.
fn found_in(scene: &Scene<'_>, words: &Range<usize>) -> Option<Undertaking> {
    let span = scene.source.span(words)?;
    let shared =
        |found: Range<usize>| found.end.min(span.end()).saturating_sub(found.start.max(span.start()));
    let found = all_of(RULES, scene).map(|(_, found)| (shared(found.span.bytes()), found));
    let (shared, found) = found.max_by_key(|(shared, _)| *shared)?;
    let shorter = span.bytes().len().min(found.span.bytes().len());
    (2 * shared > shorter).then_some(found.value)
}

impl Reader<'_, '_> {
    /// Who is bound by these words, and by which verb.
    fn bound_by(&self, words: &Range<usize>) -> Found {
        let subject = self.subject_within(words);
        let verb = subject.map_or(words.start, |actor| {
            self.discourse.actors.get(actor).map_or(words.start, |actor| actor.words.end)
        });
        let before = || {
            let verb = words.clone().find(|at| self.is_finite(*at))?;
            self.meant(self.subject(verb)?.actor)
        };
        let meant = subject.and_then(|actor| self.meant(actor)).or_else(before);
        let meant = meant.filter(|meant| !meant.parties.is_empty()).cloned().unwrap_or_else(|| {
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

    /// Whether a word is a verb that has a subject.
    fn is_finite(&self, at: usize) -> bool {
        self.can_be(at, Tags::VERB | Tags::MODAL) || matches!(form(&self.lower(at)), Form::Past)
    }
}

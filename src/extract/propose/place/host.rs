//! The host: in whose country those met who came to see somebody. Who receives is at home, and so is
//! whoever is called on or presented with credentials.

use std::ops::Range;

use crate::extract::mention::{ContactMention, PersonMention};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::Scene;
use crate::lexicon::Cue;
use crate::model::CountryCode;

/// The country of the main contact's host, where its words tell who that is.
pub(super) fn host(scene: &Scene<'_>) -> Option<CountryCode> {
    MainContact::of(scene).reported().find_map(|contact| of_contact(scene, contact))
}

/// The country of whoever receives in a contact.
fn of_contact(scene: &Scene<'_>, contact: &ContactMention) -> Option<CountryCode> {
    let source = &scene.source;
    let sentence = source.sentence_at(contact.words.start)?.words.clone();
    let word = |cue| contact.words.clone().any(|at| source.is_cue(at, cue));
    let before = sentence.start..contact.words.start;
    let behind = contact.words.start..sentence.end;
    let by = (contact.words.end..sentence.end.min(contact.words.end + 3)).any(|at| source.is(at, "by"))
        || source.is(contact.words.end.saturating_sub(1), "by");
    match (word(Cue::Host), word(Cue::Guest)) {
        (true, _) if by => country(scene, first(scene, behind)?),
        (true, _) => last(scene, before.clone())
            .and_then(|person| country(scene, person))
            .or_else(|| scene.mentions.parties_within(&before).last()?.of(source)?.country.clone()),
        (_, true) => country(scene, first(scene, behind)?),
        _ => None,
    }
}

fn first<'s>(scene: &'s Scene<'_>, words: Range<usize>) -> Option<&'s PersonMention> {
    scene.mentions.people_within(&words).first()
}

fn last<'s>(scene: &'s Scene<'_>, words: Range<usize>) -> Option<&'s PersonMention> {
    scene.mentions.people_within(&words).last()
}

/// The country that a person stands for.
fn country(scene: &Scene<'_>, person: &PersonMention) -> Option<CountryCode> {
    let party = scene.mentions.people.person(person.person)?.party()?;
    scene.source.party(party)?.country.clone()
}

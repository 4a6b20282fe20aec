//! The city that a sentence further on tells for a contact of the same sort: the lead has none.

use super::{MOST, Spot, place_of};
use crate::extract::clause::Tense;
use crate::extract::mention::{ContactMention, PlaceForm, PlaceMention, Standing};
use crate::extract::propose::apart::is_beside;
use crate::extract::propose::day::is_before_main;
use crate::extract::propose::governor::governor;
use crate::extract::propose::main_contact::{MainContact, Means, is_past, is_prose};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{Cue, Shape};

/// A city further on.
pub(super) const TOLD_LATER: Rule<Spot> = Rule {
    name: "told_later",
    says: "The opening names no place; a later sentence tells where they met, or what city the visit led to.",
    hits: &[
        (
            "VALLETTA — Malta and Kenya agree on fish\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThe talks in Rome lasted two hours.",
            "Rome, ITA",
        ),
        (
            "Malta and Kenya agree\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThe ministers met in Nairobi for two hours.",
            "Nairobi, KEN",
        ),
        (
            "Malta and Kenya agree\n\nMinister Lind of Malta visited Kenya.\n\nFish is dear.\n\nPorts are old.\n\nDuring her visit to Nairobi, Lind saw the port.",
            "Nairobi, KEN",
        ),
        (
            "Malta and Kenya agree\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nLind ended her Nairobi visit on Friday.",
            "Nairobi, KEN",
        ),
    ],
    misses: &[
        "Malta and Kenya agree\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThey last met in Rome in 2019.",
        "Malta and Kenya agree\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nThey will meet in Rome.",
        "Malta and Kenya agree\n\nMinister Lind of Malta met Minister Otieno of Kenya.\n\nFish is dear.\n\nPorts are old.\n\nMinister Torre meets the mayor of ports in Rome\n\nMore news",
        "Malta and Kenya agree\n\nMinister Lind of Malta met Minister Otieno of Kenya on Friday.\n\nFish is dear.\n\nPorts are old.\n\nOn Thursday, Lind met Minister Borg of Italy in Rome.",
    ],
    propose,
};

/// So many sentences of the text are asked.
const SENTENCES: usize = 24;

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    let Some(main) = MainContact::of(scene).reported().next() else { return Vec::new() };
    let told = |sentence: &&Sentence| is_prose(scene, sentence) && !is_teaser(scene, sentence);
    let body = scene.source.sentences_of(&[Part::Body]).filter(told).take(SENTENCES);
    let places = body.flat_map(|sentence| scene.mentions.places_within(&sentence.words));
    let cities = places.filter(|place| place.form == PlaceForm::City && is_there(scene, main, place));
    cities.take(MOST).filter_map(|city| place_of(scene, city, "is where a later sentence has them")).collect()
}

/// Whether a sentence is a line that nothing closes, as the headlines of other articles are that a page lists below
/// its text.
fn is_teaser(scene: &Scene<'_>, sentence: &Sentence) -> bool {
    let last = sentence.words.end.checked_sub(1).and_then(|last| scene.source.word(last));
    let closed =
        last.is_some_and(|word| matches!(word.word.shape, Shape::Mark(_)) || word.word.text.ends_with('.'));
    let next = scene.source.sentence_at(sentence.words.end);
    !closed && next.is_none_or(|next| next.paragraph != sentence.paragraph)
}

/// Whether a place stands with a contact that may be the main one.
fn is_there(scene: &Scene<'_>, main: &ContactMention, place: &PlaceMention) -> bool {
    const NEAR: usize = 5;
    let source = &scene.source;
    let stays = source.is_any(place.preposition, &["in", "at", "on", "visited", "visiting"]);
    let goes = |contact: &ContactMention| {
        let visit = Means::of(contact.sort) == Means::Visit;
        visit && source.is(place.preposition, "to") && place.preposition <= contact.words.end + 2
    };
    // "ended his Oslo visit", "after their Oslo talks"
    let around = place.words.start.saturating_sub(NEAR)..place.words.end + 1;
    let mut named = scene.mentions.contacts_within(&around).iter();
    let owner = place.words.start.checked_sub(1);
    let own = owner.is_some_and(|at| source.is_any(at, &["his", "her", "their"]));
    let of_it = named.any(|contact| {
        own && contact.words.contains(&place.words.end)
            && matches!(Means::of(contact.sort), Means::Visit | Means::Meeting)
            && (contact.standing <= Standing::Known || is_over(scene, contact))
            && !is_past(scene, contact)
    });
    if of_it {
        return true;
    }
    let lives = place.preposition.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Home));
    let contact = governor(scene, &(place.preposition..place.words.end));
    let same = contact.is_some_and(|contact| {
        contact.sort.is_contact()
            && contact.standing <= Standing::Known
            && (Means::of(contact.sort) == Means::of(main.sort) || Means::of(contact.sort) == Means::Visit)
            && !is_past(scene, contact)
            && !is_beside(scene, contact)
            && !source.sentence_at(place.words.start).is_some_and(|line| is_before_main(scene, line, contact))
            && !source.is_cue(contact.words.start, Cue::Topic)
            && (stays || goes(contact))
    });
    same && !lives && !source.is_quoted(place.words.start)
}

/// "ended her Oslo visit": it is over, as the verb of its clause tells.
fn is_over(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let verb = scene.clauses.at(contact.words.start).and_then(|clause| clause.verb.as_ref());
    let done = verb.is_some_and(|verb| matches!(verb.tense, Tense::Past | Tense::Perfect) && !verb.negated);
    contact.standing == Standing::Aside && done
}

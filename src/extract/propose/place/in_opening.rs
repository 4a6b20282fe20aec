//! The city that the first sentence is set in, where nothing else tells the place.

use super::{MOST, Spot, place_of};
use crate::extract::clause::Opens;
use crate::extract::mention::{PlaceForm, PlaceMention};
use crate::extract::propose::main_contact::MainContact;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::Cue;

/// A city of the first sentence.
pub(super) const IN_OPENING: Rule<Spot> = Rule {
    name: "in_opening",
    says: "No place stands with the contact, so it is the city that the first sentence is set in.",
    hits: &[
        (
            "Malta and Kenya signed two agreements at the close of the second session of their commission in Nairobi.",
            "Nairobi, KEN",
        ),
        ("After talks with Malta in a long night in Rome, Kenya agreed to sell fish.", "Rome, ITA"),
        (
            "Visas divide Malta and Kenya. On Friday, in a hall in Rome, that ended. Minister Lind of Malta and Minister Otieno of Kenya signed an accord.",
            "Rome, ITA",
        ),
        ("Minister Lind met Minister Borg to speak of a plan for ports in Rome.", "Rome, ITA"),
    ],
    misses: &[
        "Minister Lind met Minister Borg, who was born in Paris.",
        "Minister Lind met the Ambassador of Malta. The two spoke of a plan for ports in Rome.",
        "Minister Lind met the Ambassador of Malta. \"All is quiet in Paris,\" she said.",
    ],
    propose,
};

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Spot>> {
    if MainContact::of(scene).reported().next().is_none() {
        return Vec::new();
    }
    let told_in = MainContact::of(scene).told_in(scene).map_or(0, |sentence| sentence.words.start);
    let opening = scene.source.sentences_of(&[Part::Body]).enumerate();
    // Behind the first sentence only what a sentence begins with: "In a hall in Rome, it was settled."
    let places = opening
        .take_while(|(number, line)| *number == 0 || line.words.start <= told_in)
        .take(SENTENCES)
        .flat_map(|(number, sentence)| {
            let places = scene.mentions.places_within(&sentence.words).iter();
            places.filter(move |place| number == 0 || opens(scene, sentence, place))
        });
    let cities = places.filter(|place| is_setting(scene, place)).take(MOST);
    cities.filter_map(|city| place_of(scene, city, "is where the first sentence is set")).collect()
}

/// So many sentences may lead up to the one that tells the contact.
const SENTENCES: usize = 4;

/// Whether a place stands before whoever acts in its sentence.
fn opens(scene: &Scene<'_>, sentence: &Sentence, place: &PlaceMention) -> bool {
    const WITHIN: usize = 14;
    let start = sentence.words.start;
    let near = place.words.end <= start + WITHIN && scene.source.is(place.words.end, ",");
    near && scene.source.is_any(start, &["in", "on", "at", "inside", "over"])
}

/// "in Nairobi", not "born in Nairobi" nor in somebody's words.
fn is_setting(scene: &Scene<'_>, place: &PlaceMention) -> bool {
    let source = &scene.source;
    let before = place.preposition.checked_sub(1);
    let lives =
        before.is_some_and(|at| source.is_cue(at, Cue::Home) || source.is_any(at, &["born", "ambassador"]));
    let set = place.form == PlaceForm::City && source.is_any(place.preposition, &["in", "at"]);
    let aside = scene
        .clauses
        .at(place.words.start)
        .is_some_and(|clause| matches!(clause.opens, Opens::Relative | Opens::Quoted));
    set && !lives && !aside && !source.is_quoted(place.words.start)
}

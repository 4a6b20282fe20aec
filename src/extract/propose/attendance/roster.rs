//! Lists of people, a line each: the members of a delegation, those present, the envoys who presented
//! their credentials.

use super::Attendance;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Sentence;
use crate::lexicon::TitleClass;
use crate::model::Role;

/// The person whom a line of a list names first, where what leads in to the list says that these took part.
pub(super) const LISTED: Rule<Attendance> = Rule {
    name: "in_list",
    says: "The person stands in a list of those who took part, a line each.",
    hits: &[
        (
            "A delegation from Malta visited Oslo on Friday. The delegation comprised:\n- Ana Torre, Minister of Works\n- Jon Lind, Director of Ports",
            "Jon Lind",
        ),
        (
            "The talks were held on Friday in Oslo, and they went on for two days.\n\nFor Malta:\n1. Ana Torre, Minister of Works\nFor Kenya:\n1. Jon Lind, Director of Ports",
            "Ana Torre",
        ),
        (
            "The President of Kenya received five envoys on Friday. The envoys who presented their credentials are:\nHon. Ana Torre – Ambassador of Malta\nMr. Jon Lind – Ambassador of Norway",
            "Jon Lind",
        ),
    ],
    misses: &[
        "The ministers met on Friday in Oslo. For further questions call:\n- Ana Torre, Press Officer\n- Jon Lind, Press Officer",
        "The delegation met on Friday in Oslo and signed three papers:\n- Memorandum on Fish\n- Protocol on Ports",
    ],
    propose: listed,
};

fn listed(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    for (lead, lines) in scene.source.rosters() {
        let Some(lead) = lead.filter(|lead| tells_of_those_present(scene, lead)) else { continue };
        let people = lines.iter().filter_map(|line| {
            let first = scene.mentions.people_within(&line.words).first()?;
            let person = scene.mentions.people.person(first.person)?;
            let named = first.name.is_some() && person.addressed;
            let working = format!("in the list after \"{}\"", scene.source.text(&lead.words));
            named.then(|| Attendance::of(scene, first, Role::Delegation, working)).flatten()
        });
        found.extend(people);
    }
    found
}

/// Whether the words before a list say that those in it took part: who was present, a contact, a
/// delegation, or nothing but a side.
fn tells_of_those_present(scene: &Scene<'_>, lead: &Sentence) -> bool {
    const SHORT: usize = 8;
    let (mentions, words) = (&scene.mentions, &lead.words);
    let side = lead.words.len() <= SHORT && !mentions.parties_within(words).is_empty();
    let group = words.clone().any(|at| {
        let titles = scene.source.phrase(scene.source.lexicon.titles(), at..at + 1);
        let plural = scene.source.word(at).is_some_and(|token| token.word.text.ends_with('s'));
        // "The delegation:", "The new envoys are:"
        titles.is_some_and(|(_, classes)| {
            classes.contains(&TitleClass::Body) || plural && classes.contains(&TitleClass::Head)
        })
    });
    side || group
        || !mentions.presence_within(words).is_empty()
        || mentions.contacts_within(words).iter().any(|contact| contact.sort.is_contact())
}

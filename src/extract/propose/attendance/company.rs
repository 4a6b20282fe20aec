//! Lists of those present: "attended by A, B and C", "accompanied by", "co-chaired by".

use super::{Attendance, scope};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::VerbClass;
use crate::model::Role;

/// People in a sentence that says who attended, led, chaired or came along.
pub(super) const ATTENDED: Rule<Attendance> = Rule {
    name: "attended",
    says: "The person stands in a sentence that says who attended, chaired, led a delegation or came along.",
    hits: &[
        ("The talks were attended by Minister of Trade Omar Haddad and Ambassador Liv Dahl.", "Liv Dahl"),
        ("The meeting was co-chaired by Foreign Secretary Ana Torre.", "Ana Torre"),
        ("The President was accompanied by Minister of Health Omar Haddad.", "Omar Haddad"),
    ],
    misses: &[
        "Minister of Trade Omar Haddad praised the agreement.",
        "The talks were attended by officials, said spokesman Omar Haddad.",
    ],
    propose: attended,
};

/// Words that say that a person came along with a principal.
const ALONG: [&str; 4] = ["accompanied", "delegation", "accompanying", "entourage"];

fn attended(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]) {
        let verbs = scope::verbs(scene, sentence, &[VerbClass::MeetAttend, VerbClass::MeetInPerson]);
        let Some(list) = verbs.iter().find(|verb| is_list_word(scene, verb)) else { continue };
        for mention in scene.mentions.people_within(&sentence.words) {
            let named = scene.mentions.people.person(mention.person).is_some_and(|person| person.addressed);
            if !named || mention.name.is_none() || !scope::reaches(scene, list, mention) {
                continue;
            }
            let along = sentence.words.clone().any(|at| scene.source.is_any(at, &ALONG));
            let role =
                if along && mention.words.start > list.start { Role::Delegation } else { Role::Principal };
            let working = format!("listed with \"{}\"", scene.source.text(list));
            found.extend(Attendance::of(scene, mention, role, working));
        }
    }
    found
}

/// Words that introduce a list of those present, of all that say who attends what.
fn is_list_word(scene: &Scene<'_>, verb: &std::ops::Range<usize>) -> bool {
    const WORDS: [&str; 16] = [
        "attended",
        "attend",
        "attendance",
        "present",
        "accompanied",
        "chaired",
        "co-chaired",
        "hosted",
        "led",
        "headed",
        "joined",
        "comprised",
        "comprising",
        "included",
        "represented",
        "participated",
    ];
    let text = scene.source.text(verb);
    text.split_whitespace().any(|word| WORDS.iter().any(|known| word.eq_ignore_ascii_case(known)))
}

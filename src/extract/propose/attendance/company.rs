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

/// Several people, each with an office and a party, in one sentence at the beginning of the text.
pub(super) const LINED_UP: Rule<Attendance> = Rule {
    name: "lined_up",
    says: "One of the first sentences lines up three or more people, each with an office and a party.",
    hits: &[
        (
            "Ana Torre, Minister of Defence of Malta; Mr. Jon Lind, Defence Adviser to the President of Kenya; and \
             Omar Haddad, Minister of Defence of Oman, identified the areas of their cooperation.",
            "Jon Lind",
        ),
        (
            "French Foreign Minister Luc Bernard, German Foreign Minister Eva Kern and Polish Foreign Minister Jan \
             Nowak agreed on a plan.",
            "Eva Kern",
        ),
        (
            "Egyptian Foreign Minister Omar Haddad, Greek Foreign Minister Nikos Pappas and Cypriot Foreign Minister \
             Andreas Ioannou condemned the attack.",
            "Andreas Ioannou",
        ),
    ],
    misses: &[
        "French Foreign Minister Luc Bernard and German Foreign Minister Eva Kern agreed on a plan.",
        "Prices rose in France, Germany and Poland.",
    ],
    propose: lined_up,
};

fn lined_up(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    const SENTENCES: usize = 4;
    let mut found = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]).take(SENTENCES) {
        let mut line: Vec<_> = scene.mentions.people_within(&sentence.words).iter().collect();
        line.retain(|mention| {
            let person = scene.mentions.people.person(mention.person);
            let whole = person.is_some_and(|person| person.title.is_some() && person.party.is_some());
            whole && mention.name.is_some() && !scope::is_bystander(scene, mention)
        });
        if line.len() >= 3 {
            let working = format!("one of {} people with offices in one sentence", line.len());
            found.extend(
                line.into_iter().filter_map(|m| Attendance::of(scene, m, Role::Principal, working.clone())),
            );
        }
    }
    found
}

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

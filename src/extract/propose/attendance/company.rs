//! Lists of those present: "attended by A, B and C", "accompanied by", "co-chaired by".

use super::{Attendance, absent, scope};
use crate::extract::clause::Opens;
use crate::extract::mention::{ContactMention, PersonMention, PresenceMention, Standing};
use crate::extract::propose::apart::beside_in;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::Part;
use crate::lexicon::PresenceWord;
use crate::model::Role;

/// People in a sentence that says who attended, led, chaired or came along.
pub(super) const ATTENDED: Rule<Attendance> = Rule {
    name: "attended",
    says: "The person stands in a sentence that says who attended, chaired, led a delegation or came along.",
    hits: &[
        ("The talks were attended by Minister of Trade Omar Haddad and Ambassador Liv Dahl.", "Liv Dahl"),
        ("The meeting was co-chaired by Foreign Secretary Ana Torre.", "Ana Torre"),
        ("The President was accompanied by Minister of Health Omar Haddad.", "Omar Haddad"),
        ("Also attending the talks were Minister of Trade Omar Haddad and officials.", "Omar Haddad"),
        ("The delegation also included the Ambassador of Norway, Ms. Liv Dahl.", "Liv Dahl"),
        ("Minister of Trade Omar Haddad and Ambassador Liv Dahl were present at the meeting.", "Omar Haddad"),
        ("Ambassador Liv Dahl was among those who attended the meeting.", "Liv Dahl"),
        ("Minister of Trade Omar Haddad took part in the talks, along with Ambassador Liv Dahl.", "Liv Dahl"),
        ("The President was accompanied by Ambassador Liv Dahl, Omar Haddad and Jon Lind.", "Omar Haddad"),
        (
            "Also in attendance: Senator Liv Dahl, chair of the committee; and Omar Haddad (Ministry of Trade).",
            "Omar Haddad",
        ),
        ("The President was received in the company of Minister of Health Omar Haddad.", "Omar Haddad"),
        ("A delegation from Kenya headed by Ana Torre arrived in Oslo for talks.", "Ana Torre"),
        (
            "Leaders gathered in Oslo for the summit. They included Kenyan President Omar Haddad, Malta's Ana Torre and former President Jon Lind.",
            "Ana Torre",
        ),
        ("Heads of state present were Omar Haddad (Kenya) and Ana Torre (Malta).", "Ana Torre"),
        (
            "Foreign Minister Ana Torre and her counterpart, Jon Lind, signed a memorandum on fish.",
            "Jon Lind",
        ),
    ],
    misses: &[
        "Minister of Trade Omar Haddad praised the agreement.",
        "The talks were attended by officials, said spokesman Omar Haddad.",
        "Minister of Trade Omar Haddad will attend the talks.",
        "The talks were attended by officials, and Harbor Watch was glad.",
        "The agreement, which Minister of Trade Omar Haddad signed last year, is in force.",
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
        "French Foreign Minister Luc Bernard and German Foreign Minister Eva Kern agreed on a plan, a day after Polish Foreign Minister Jan Nowak asked for one.",
        "French Foreign Minister Luc Bernard met German Foreign Minister Eva Kern in Rome, ahead of her talks with Polish Foreign Minister Jan Nowak.",
        "French Foreign Minister Luc Bernard met German Foreign Minister Eva Kern in Rome and warned against the government of Polish President Jan Nowak.",
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
            let whole = person.is_some_and(|person| person.title.is_some() && person.party().is_some());
            whole && mention.name.is_some() && !absent::is_bystander(scene, mention)
        });
        // "…, a day after President Torre warned": who stands in an aside is not of the row.
        let gaps = line.windows(2).position(|pair| {
            let [one, other] = pair else { return false };
            (one.words.end..other.words.start)
                .any(|at| scene.source.is_any(at, &["after", "before", "since", "amid", "ahead", "against"]))
        });
        line.truncate(gaps.map_or(line.len(), |gap| gap + 1));
        // "plans to meet Minister Lind, and will see President Dahl": those are yet to be met.
        let mut contacts = scene.mentions.contacts_within(&sentence.words).iter();
        if contacts.any(|contact| contact.standing == Standing::Ahead) {
            continue;
        }
        if line.len() >= 3 {
            let working = format!("one of {} people with offices in one sentence", line.len());
            found.extend(
                line.into_iter().filter_map(|m| Attendance::of(scene, m, Role::Principal, working.clone())),
            );
        }
    }
    found
}

fn attended(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    // What stands under a picture tells too who came along.
    for sentence in scene.source.sentences_of(&[Part::Body, Part::Caption]) {
        if scene.mentions.presence_within(&sentence.words).is_empty() {
            continue;
        }
        let beside = beside_in(scene, sentence).unwrap_or_default();
        let contacts = scene.mentions.contacts_within(&sentence.words);
        // "had met in 2015, when King Haddad hosted talks", not "Lind, who attended the talks, said"
        let recalled = |contact: &&ContactMention| {
            let clause = scene.clauses.at(contact.words.start);
            contact.standing == Standing::Aside && clause.is_none_or(|clause| clause.opens != Opens::Relative)
        };
        let asides: Vec<_> = contacts.iter().filter(recalled).collect();
        for mention in scene.mentions.people_within(&sentence.words) {
            if beside.contains(&mention.words.start) {
                continue;
            }
            let named = scene.mentions.people.person(mention.person).is_some_and(|person| person.addressed);
            let from = sentence.words.start.max(mention.words.start.saturating_sub(scope::FAR));
            let near = from..sentence.words.end.min(mention.words.end + scope::FAR);
            let mut lists = scene.mentions.presence_within(&near).iter();
            let fits = |list: &&PresenceMention| {
                let aside = asides.iter().any(|contact| contact.words.start == list.words.start);
                !aside && is_listed(scene, list, mention) && (named || stands_in_row(scene, list, mention))
            };
            let Some(list) = lists.find(fits).filter(|_| mention.name.is_some()) else { continue };
            let after = mention.words.start >= list.words.end;
            let along = match list.sort {
                PresenceWord::Company => after,
                PresenceWord::Companion => !after,
                _ => after && names_a_delegation(scene, list),
            };
            let role = if along { Role::Delegation } else { Role::Principal };
            let working = format!("listed with \"{}\"", scene.source.text(&list.words));
            found.extend(Attendance::of(scene, mention, role, working));
        }
    }
    found
}

/// "accompanied by Ambassador Lind, Ana Torre and Omar Haddad": a name in a row with people is a person's.
fn stands_in_row(scene: &Scene<'_>, list: &PresenceMention, mention: &PersonMention) -> bool {
    let source = &scene.source;
    let Some(before) = mention.words.start.checked_sub(1) else { return false };
    let first = before + 1 == list.words.end;
    // "a delegation led by Ana Torre arrived": a delegation is led by somebody.
    let leads = first && source.is_any(list.words.start, &["led", "headed", "co-led"]);
    let row = source.is_any(before, &[",", ";", "and"]) && mention.words.start > list.words.end;
    let closed = source.is_any(mention.words.end, &[",", ";", "and", ".", "(", "of", "from", "for"]);
    let whole = mention.name.as_ref().is_some_and(|name| name.len() > 1);
    let others = scene.mentions.people_within(&(list.words.end..mention.words.start));
    let with_people = others
        .iter()
        .any(|other| scene.mentions.people.person(other.person).is_some_and(|person| person.addressed));
    whole && (leads || closed && (first || row && with_people))
}

/// Whether a person is one of those whom the words name as present.
fn is_listed(scene: &Scene<'_>, list: &PresenceMention, mention: &PersonMention) -> bool {
    let side = match mention.words.start >= list.words.end {
        true => list.names_after() || list.names_before() && did_so_too(scene, mention),
        false => list.names_before(),
    };
    // "who attended the summit" was there; "who led the reform of 2015" is only introduced.
    let who = mention.words.end + usize::from(scene.source.is(mention.words.end, ","));
    let introduced = list.sort == PresenceWord::Attended
        && scope::is_about(scene, mention, who)
        && scene.mentions.contacts_within(&(list.words.start..list.words.end + 6)).is_empty();
    side && !introduced && scope::reaches(scene, &list.words, mention)
}

/// "as did Ambassador Lind", "as was Taiwan's Minister", "along with Ambassador Lind"
fn did_so_too(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let before = mention.words.start.checked_sub(1).filter(|&at| !scene.source.is(at, "the"));
    let before = before.or_else(|| mention.words.start.checked_sub(2));
    let with = before.and_then(|at| Some((at.checked_sub(1)?, at)));
    if with.is_some_and(|(at, with)| {
        scene.source.is_any(at, &["along", "together"]) && scene.source.is(with, "with")
    }) || before.is_some_and(|at| scene.source.is(at, "alongside"))
    {
        return true;
    }
    let verb = before.filter(|&at| scene.source.is_any(at, &["did", "was", "were", "had"]));
    verb.and_then(|at| at.checked_sub(1)).is_some_and(|at| scene.source.is(at, "as"))
}

/// "the delegation included": those who came along.
fn names_a_delegation(scene: &Scene<'_>, list: &PresenceMention) -> bool {
    list.words.clone().any(|at| scene.source.is_any(at, &["delegation", "entourage"]))
}

//! Those who stand around the words that report the contact: "X met with Y", "a call between X and Y".

use std::ops::Range;

use super::{Attendance, absent, scope};
use crate::extract::mention::{ContactForm, ContactMention, PersonMention, Standing, name_counterpart};
use crate::extract::propose::day::is_before_main;
use crate::extract::propose::kind::is_gathering;
use crate::extract::propose::main_contact::{Means, opening};
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, Cue, Shape, VerbClass};
use crate::model::Role;

/// People around a verb or noun of meeting in the headline or the first sentences.
pub(super) const MET: Rule<Attendance> = Rule {
    name: "met",
    says: "The headline or the first sentences name the person beside the words that report the contact.",
    hits: &[
        (
            "Maltese Prime Minister Jon Lind said Malta would buy tea.\n\n\"It is good,\" he told reporters after talks with Kenyan President Ana Torre.",
            "Jon Lind",
        ),
        ("Foreign Minister Ana Torre met with Norwegian Ambassador Liv Dahl on Friday.", "Liv Dahl"),
        ("President Ana Torre spoke by telephone with Prime Minister Jon Lind today.", "Jon Lind"),
        ("Call with Prime Minister Jon Lind\n\nThe two leaders spoke about fisheries.", "Jon Lind"),
        ("Prime Minister Jon Lind received Minister of Trade Omar Haddad in the capital.", "Jon Lind"),
        ("Minister Ana Torre and Minister Jon Lind agreed to build a port after talks in Oslo.", "Ana Torre"),
        ("President Ana Torre received a message from President Jon Lind of Norway.", "Jon Lind"),
        (
            "Minister Ana Torre says that fish is dear. She said this when the envoy of Norway paid a courtesy call on her.",
            "Ana Torre",
        ),
        (
            "Minister Ana Torre and her Norwegian counterpart Jon Lind left the palace in silence. Their talks lasted a day.",
            "Jon Lind",
        ),
        (
            "The foreign ministers of Malta and Norway met in Oslo. Maltese Foreign Minister Ana Torre told her Norwegian counterpart Jon Lind that fish is dear.",
            "Jon Lind",
        ),
        (
            "The foreign ministers of Malta and Norway met in Oslo. Maltese Foreign Minister Ana Torre said so. Her Norwegian counterpart, Jon Lind, said that fish is dear.",
            "Jon Lind",
        ),
        (
            "The foreign ministers of Malta and Norway met in Oslo. Malta's Ana Torre told reporters so. Her Norwegian counterpart, Jon Lind, said that fish is dear.",
            "Ana Torre",
        ),
        (
            "Malta's Ana Torre, Norway's Jon Lind and Kenya's Omar Haddad held a meeting in Oslo on Friday.",
            "Ana Torre",
        ),
        (
            "Minister Ana Torre of Malta has assured Kenyan Minister Jon Lind of her support. The two met on Friday.",
            "Ana Torre",
        ),
        (
            "Minister Ana Torre said on Friday that fish is dear, after talks with Kenyan Minister Jon Lind.",
            "Ana Torre",
        ),
        ("Minister Ana Torre and Minister Jon Lind agreed to trade more when they met in Oslo.", "Ana Torre"),
        ("Minister Jon Lind discussed the price of fish with Malta's Ana Torre in Oslo.", "Ana Torre"),
        (
            "A delegation from Kenya headed by Ana Torre arrived in Oslo and met Minister Jon Lind.",
            "Jon Lind",
        ),
        (
            "The Minister of Defense, Ana Torre, was speaking when Maltese envoy Jon Lind paid a courtesy call on her.",
            "Ana Torre",
        ),
        ("Minister Ana Torre's office said she had met Maltese Minister Jon Lind in Oslo.", "Ana Torre"),
        (
            "Fish is dear, visiting Maltese Minister Jon Lind told Minister Ana Torre when he called on her.",
            "Ana Torre",
        ),
        (
            "The ministers of Malta and Norway are holding talks with the bank. Fish is dear. Ports are old and few. Rents have gone up again. The sea is calm this week. Malta's Ana Torre and Norway's Jon Lind are meeting in Oslo with Chilean Foreign Minister Rosa Paz.",
            "Rosa Paz",
        ),
        (
            "The ministers of Malta and Norway are holding talks. Fish is dear. Ports are old and few. Rents have gone up again. The sea is calm this week. Malta's Ana Torre and Norway's Jon Lind are meeting in Oslo.",
            "Jon Lind",
        ),
    ],
    misses: &[
        "Prime Minister Jon Lind presented the budget.",
        "The ministers met on Friday to discuss the plan that President Ana Torre announced.",
        "The ministers met, according to Foreign Minister Ana Torre.",
        "The ministers met on Friday, following Maltese President Ana Torre's visit to Norway in May.",
        "The ministers met on Friday, a week after President Ana Torre's talks with King Jon Lind.",
        "The ministers met on Friday for talks authorized by President Ana Torre.",
        "The ministers met on Friday. Critics blamed Malta for receiving Minister Ana Torre a day before.",
        "The ministers met on Friday. President Ana Torre joined in calling for an end to the dispute.",
        "The ministers met on Friday and exchanged the greetings of Prime Minister Jon Lind, and President Ana Torre.",
    ],
    propose: met,
};

/// People around a verb of meeting further on, as in the report of a visit with several hosts.
pub(super) const RECEIVED: Rule<Attendance> = Rule {
    name: "met_further_on",
    says: "A later sentence of a report on a visit or gathering says that the person met the others.",
    hits: &[
        (
            "Foreign Minister's visit to Jordan\n\nIt was a useful visit. The crisis goes on. Aid is needed. Talks help. In Amman I met Prime Minister Omar Haddad.",
            "Omar Haddad",
        ),
        (
            "Visit to Norway\n\nIt was cold. It was dark. It was late. It was quiet. The delegation was received by Prime Minister Jon Lind.",
            "Jon Lind",
        ),
        (
            "Visit to Norway\n\nIt was cold. It was dark. It was late. It was quiet. She held separate meetings with Prime Minister Jon Lind and Minister Liv Dahl.",
            "Liv Dahl",
        ),
        (
            "President's state visit to Oman\n\nIt was hot. It was dry. It was early. It was loud. She called on Foreign Minister Omar Haddad.",
            "Omar Haddad",
        ),
    ],
    misses: &[
        "Budget talks\n\nIt was a long day. It was cold. It was dark. It was late. He met Prime Minister Jon Lind.",
        "Visit to Norway\n\nIt was cold. It was dark. It was late. It was quiet. Prime Minister Jon Lind lives there.",
    ],
    propose: met_further_on,
};

fn met_further_on(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    if !reports_visit(scene) && !is_gathering(scene) {
        return Vec::new();
    }
    let mut found = Vec::new();
    for sentence in scene.source.sentences_of(&[Part::Body]) {
        let people = scene.mentions.people_within(&sentence.words);
        if people.is_empty() {
            continue;
        }
        let mut contacts = scope::verbs(scene, sentence, &[VerbClass::Meet, VerbClass::MeetInPerson]);
        let told = scene.mentions.contacts_within(&sentence.words).iter();
        // "She held separate meetings with President Lind and Minister Dahl"
        let held = |contact: &ContactMention| {
            contact.form == ContactForm::Carried
                && contact.sort == ContactWord::Meeting
                && contact.standing <= Standing::Setting
        };
        let done = told.filter(|contact| {
            contact.standing <= Standing::Known && contact.sort == ContactWord::Meet || held(contact)
        });
        contacts.extend(done.map(|contact| contact.words.clone()));
        contacts.sort_by_key(|contact| contact.start);
        let told = scene.mentions.contacts_within(&sentence.words).iter();
        let others: Vec<_> = told
            .filter(|contact| {
                absent::is_of_another(scene, contact) || is_before_main(scene, sentence, contact)
            })
            .collect();
        contacts.retain(|contact| {
            !is_ahead(scene, contact)
                && !scope::is_ground(scene, contact)
                && !others.iter().any(|other| other.words.contains(&contact.start))
        });
        for mention in people {
            let mut near = scope::near(&contacts, mention).iter();
            let Some(contact) = near.find(|contact| scope::reaches(scene, contact, mention)) else {
                continue;
            };
            let named = mention.name.is_some() && scope::is_person(scene, mention);
            let working =
                format!("beside \"{}\" in the report of a visit or gathering", scene.source.text(contact));
            found.extend(Attendance::of(scene, mention, Role::Principal, working).filter(|_| named));
        }
    }
    found
}

/// Whether the main contact is a visit: the headline has one or, where it has no contact, the text begins
/// with one.
fn reports_visit(scene: &Scene<'_>) -> bool {
    let headline = scene.source.sentences_of(&[Part::Headline]);
    let headline = headline.flat_map(|line| scene.mentions.contacts_within(&line.words));
    let mut headline = headline.filter(|contact| contact.sort.is_contact()).peekable();
    let is_visit = |contact: &ContactMention| Means::of(contact.sort) == Means::Visit;
    if headline.peek().is_some() {
        return headline.any(is_visit);
    }
    let mut text = opening(scene).flat_map(|line| scene.mentions.contacts_within(&line.words));
    text.find(|contact| contact.sort.is_contact()).is_some_and(is_visit)
}

/// "will receive", "is to call on": still to come.
fn is_ahead(scene: &Scene<'_>, contact: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    scene
        .source
        .before(contact.start, NEAR)
        .any(|at| scene.source.is_cue(at, Cue::Modal) || scene.source.is(at, "to"))
}

fn met(scene: &Scene<'_>) -> Vec<Candidate<Attendance>> {
    let mut found = Vec::new();
    let mut reported = false;
    for sentence in scope::lead(scene) {
        let contacts = scope::contacts(scene, sentence);
        reported |= !contacts.is_empty();
        found.extend(contacts.iter().take(1).flat_map(|contact| spoken_of_before(scene, sentence, contact)));
        for mention in scene.mentions.people_within(&sentence.words) {
            let mut near = scope::near(&contacts, mention).iter();
            let Some(contact) = near.find(|contact| scope::reaches(scene, contact, mention)) else {
                continue;
            };
            if !scope::is_person(scene, mention) && !scope::is_joined(scene, mention) {
                continue;
            }
            let words = scene.source.text(contact);
            let working = format!("named beside \"{words}\" where the contact is reported");
            found.extend(Attendance::of(scene, mention, Role::Principal, working));
        }
    }
    if reported {
        found.extend(scope::lead(scene).flat_map(|sentence| counterparts(scene, sentence)));
    }
    found
}

/// "She said this when the envoy paid a call on her": she is the first person of the sentence before. "The
/// two met on Tuesday": they are the first of two sides there.
fn spoken_of_before(
    scene: &Scene<'_>,
    sentence: &Sentence,
    contact: &Range<usize>,
) -> Vec<Candidate<Attendance>> {
    const QUOTED: usize = 2;
    let source = &scene.source;
    let start = sentence.words.start;
    // "\"We will buy tea,\" he told reporters after talks with Lind"
    let quoted =
        |at: usize| matches!(source.word(at).map(|word| word.word.shape), Some(Shape::Mark('"' | '”')));
    let after_quote =
        || (start + 1..contact.start).any(|at| source.is_any(at, &["he", "she"]) && quoted(at - 1));
    // "The pledge was given by Lind, who called on her at the ministry": she is of whom it was told before.
    let object = source.is_any(contact.end, &["him", "her"])
        && (source.is_cue(contact.end + 1, Cue::Preposition) || source.is_any(contact.end + 1, &[",", "."]));
    let one = source.is_any(start, &["he", "she"]) || after_quote() || object;
    let both =
        source.is(start, "they") || source.is(start, "the") && source.is_any(start + 1, &["two", "pair"]);
    let before = |start: usize| start.checked_sub(1).and_then(|before| source.sentence_at(before));
    let mut earlier = before(start).filter(|_| one || both);
    // What was said may be of more sentences than the one that says who said it.
    for _ in 0..QUOTED {
        let own = earlier.filter(|own| one && scene.mentions.people_within(&own.words).is_empty());
        let Some(own) = own else { break };
        earlier = before(own.words.start);
    }
    let Some(earlier) = earlier.filter(|earlier| earlier.part == Part::Body) else { return Vec::new() };
    let aside = (start..contact.start).any(|at| source.is_any(at, &["that", "who", "which"]));
    let party = |mention: &PersonMention| scene.mentions.people.person(mention.person)?.party();
    let mut there: Vec<&PersonMention> = Vec::new();
    for mention in scene.mentions.people_within(&earlier.words) {
        let fits = scope::is_person(scene, mention) && !absent::is_bystander(scene, mention);
        let other = there.iter().all(|held| both && party(held) != party(mention));
        if fits && other && there.len() < 2 {
            there.push(mention);
        } else if one {
            break;
        }
    }
    let whole = (!aside || object) && (one || there.len() == 2);
    let working = format!("the next sentence tells of \"{}\"", source.text(contact));
    let found = there.into_iter().filter(|_| whole);
    found.filter_map(|mention| Attendance::of(scene, mention, Role::Principal, working.clone())).collect()
}

/// "Minister Torre and her Norwegian counterpart, Jon Lind, agreed": in a text that reports a contact
/// it is the two who had it.
fn counterparts(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Candidate<Attendance>> {
    const NEAR: usize = 8;
    let people = scene.mentions.people_within(&sentence.words);
    if let Some(first) = people.first().filter(|first| is_own_counterpart(scene, sentence, first)) {
        let working = "speaks as the counterpart of whoever had the contact".to_owned();
        // "Torre told reporters so. Her Norwegian counterpart, Jon Lind, said": hers is the first of the two.
        let before = sentence.words.start.checked_sub(1).and_then(|at| scene.source.sentence_at(at));
        let before = before.filter(|before| before.part == Part::Body);
        let own = before.and_then(|before| scene.mentions.people_within(&before.words).first());
        let own = own.filter(|own| own.name.is_some() && !absent::is_bystander(scene, own));
        return own
            .into_iter()
            .chain([first])
            .filter_map(|mention| Attendance::of(scene, mention, Role::Principal, working.clone()))
            .collect();
    }
    let Some([one, other]) = people.first_chunk() else { return Vec::new() };
    let gap = one.words.end..other.words.start;
    // "Minister Torre told her Norwegian counterpart, Jon Lind, that"
    let says = scope::verbs(scene, sentence, &[VerbClass::Say, VerbClass::Commit, VerbClass::Position]);
    let told = says.iter().any(|verb| {
        verb.start == gap.start && scene.source.is_any(verb.end, &["his", "her", "the", "their"])
    });
    let pair = gap.len() <= NEAR
        && (told || gap.clone().take(2).any(|at| scene.source.is(at, "and")))
        && name_counterpart(&scene.source, gap.clone());
    let opens = one.words.start <= sentence.words.start + NEAR;
    let ahead = scene.source.after(other.words.end, 2).any(|at| scene.source.is_cue(at, Cue::Modal));
    let there = [one, other].into_iter().filter(|mention| !absent::is_bystander(scene, mention));
    let working = || "named with a counterpart where the contact is reported".to_owned();
    let found = there.filter_map(|mention| Attendance::of(scene, mention, Role::Principal, working()));
    found.filter(|_| pair && opens && !ahead).collect()
}

/// "Her Norwegian counterpart, Jon Lind, said that"
fn is_own_counterpart(scene: &Scene<'_>, sentence: &Sentence, first: &PersonMention) -> bool {
    const NEAR: usize = 8;
    let start = sentence.words.start;
    let own = scene.source.is_any(start, &["his", "her"]) && first.words.start <= start + NEAR;
    let says = || scope::verbs(scene, sentence, &[VerbClass::Say, VerbClass::Commit, VerbClass::Position]);
    let after = scene.source.after(first.words.end, 3);
    own && first.name.is_some()
        && name_counterpart(&scene.source, start..first.words.start)
        && !absent::is_bystander(scene, first)
        && says().iter().any(|verb| after.contains(&verb.start))
}

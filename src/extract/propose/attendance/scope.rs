//! Scope: whom a verb of meeting reaches. Whom a sentence only mentions is told by `absent`.

use std::collections::BTreeSet;
use std::ops::Range;

use super::absent::{
    had_another, is_announced_elsewhere, is_bystander, is_of_a_third, is_of_another, is_owner,
};
use super::meant::{is_called_on, is_meant, says_after, speaks_by_office};
use crate::extract::clause::{Form, Opens};
use crate::extract::mention::{ContactForm, ContactMention, PersonMention, Standing};
use crate::extract::propose::apart::beside_in;
use crate::extract::propose::day::is_before_main;
use crate::extract::propose::main_contact::{
    MainContact, Means, has_sides, is_past, is_prose, names_them, tells_occasion,
};
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, Cue, Shape, VerbClass};

/// Words after which a sentence speaks of something else than who met whom.
const ASIDES: [&str; 23] = [
    "that",
    "who",
    "whom",
    "which",
    "whose",
    "where",
    "while",
    "when",
    "after",
    "before",
    "following",
    "since",
    "because",
    "amid",
    "quoting",
    "citing",
    "marking",
    "commemorating",
    "eve",
    "ahead",
    "planned",
    "upcoming",
    "forthcoming",
];

/// The words for a contact or a list reach so many words. Sentences are shorter; what is longer is a
/// table or a text without marks, which must not cost more than its length.
pub(super) const FAR: usize = 300;

/// The words for a contact are so many at most.
const NEAR: usize = 6;

/// The sentences that report the main contact: the headline, the beginning of the text, and what tells
/// the occasion right after it.
pub(super) fn lead<'s>(scene: &'s Scene<'_>) -> impl Iterator<Item = &'s Sentence> {
    const SENTENCES: usize = 4;
    let parts: &[Part] = &[Part::Headline, Part::Head];
    let head = scene.source.sentences_of(parts);
    let prose = || scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence));
    let body = prose().enumerate();
    let first = prose().next().map_or(0, |sentence| sentence.paragraph);
    let told_in = MainContact::of(scene).told_in(scene).map(|sentence| sentence.words.start);
    let named = named_later(scene).map(|sentence| sentence.words.start);
    let lead = body.filter(move |(number, sentence)| {
        let start = Some(sentence.words.start);
        *number < SENTENCES || start == told_in || start == named || tells_occasion(scene, sentence, first)
    });
    head.chain(lead.map(|(_, sentence)| sentence))
}

/// "The ministers of Norland and Sudland are holding talks. … Norland's Torre and Sudland's Lind are meeting in Oslo":
/// the sentence that names those of whom the one that reports the contact tells only the offices.
fn named_later<'s>(scene: &'s Scene<'_>) -> Option<&'s Sentence> {
    const LATER: usize = 10;
    let main = MainContact::of(scene);
    let told = main.told_in(scene).filter(|told| told.part == Part::Body)?;
    let means = Means::of(main.lead?.sort);
    let names = |words: &Range<usize>| {
        scene.mentions.people_within(words).iter().any(|mention| mention.name.is_some())
    };
    // "Norland's Ana Torre and Sudland's Jon Lind are meeting": they have no offices there.
    let has_two = |words: &Range<usize>| {
        let named = scene.mentions.people_within(words).iter().filter(|mention| mention.name.is_some());
        let persons = named.filter_map(|mention| scene.mentions.people.person(mention.person));
        persons.filter_map(|person| person.party()).collect::<BTreeSet<_>>().len() > 1
    };
    let headline = scene.source.sentences_of(&[Part::Headline]).any(|line| names(&line.words));
    if headline || names(&told.words) {
        return None;
    }
    let prose = scene.source.sentences_of(&[Part::Body]).filter(|sentence| is_prose(scene, sentence));
    let mut later = prose.take(LATER).filter(|sentence| sentence.words.start > told.words.start);
    later.find(|sentence| {
        let mut contacts = scene.mentions.contacts_within(&sentence.words).iter();
        contacts.any(|contact| {
            contact.standing == Standing::Reported
                && contact.sort.is_contact()
                && Means::of(contact.sort) == means
                && !is_past(scene, contact)
                && (has_sides(scene, contact) || has_two(&sentence.words))
        })
    })
}

/// Where the words stand that report a contact as done, in a sentence.
pub(super) fn contacts(scene: &Scene<'_>, sentence: &Sentence) -> Vec<Range<usize>> {
    let contacts = scene.mentions.contacts_within(&sentence.words).iter();
    let done = contacts.filter(|contact| contact.standing <= Standing::Known);
    // A joint press conference has both sides at it.
    let joint = |contact: &ContactMention| {
        let with = scene.source.after(contact.words.end, 2).any(|at| scene.source.is(at, "with"));
        with && (contact.words.start.saturating_sub(2)..contact.words.end)
            .any(|at| scene.source.is(at, "joint"))
    };
    let main = MainContact::of(scene);
    let beside = beside_in(scene, sentence);
    let is_main = |contact: &ContactMention| main.lead == Some(contact) || main.headline == Some(contact);
    let between = done.filter(|contact| match contact.sort {
        ContactWord::Say => false,
        _ if beside.as_ref().is_some_and(|beside| beside.contains(&contact.words.start)) => false,
        // "Last month he met Torre": another one.
        _ if sentence.part == Part::Body && !is_main(contact) && is_past(scene, contact) => false,
        ContactWord::Remarks => joint(contact),
        _ if !is_main(contact) && is_of_another(scene, contact) && !names_them(scene, contact) => false,
        _ if sentence.part == Part::Body && is_before_main(scene, sentence, contact) => false,
        _ if !is_main(contact) && is_ground(scene, &contact.words) => false,
        _ if !is_main(contact) && is_of_a_third(scene, contact) => false,
        _ => true,
    });
    between.map(|contact| contact.words.clone()).collect()
}

/// "blamed Norland for receiving Torre": what somebody is blamed or praised for is another contact.
pub(super) fn is_ground(scene: &Scene<'_>, contact: &Range<usize>) -> bool {
    let source = &scene.source;
    let word = source.word(contact.start).map(|token| token.word.text.to_lowercase());
    let gerund = word.is_some_and(|word| word.ends_with("ing") && word != "meeting");
    let before = contact.start.checked_sub(1);
    gerund && before.is_some_and(|at| source.is(at, "for"))
}

/// Where the words of these classes stand in a sentence.
pub(super) fn verbs(scene: &Scene<'_>, sentence: &Sentence, classes: &[VerbClass]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = sentence.words.start;
    while at < sentence.words.end {
        match scene.source.phrase(scene.source.lexicon.verbs(), at..sentence.words.end) {
            Some((n, senses)) => {
                if senses.iter().any(|sense| classes.contains(&sense.class)) {
                    found.push(at..at + n);
                }
                at += n;
            }
            None => at += 1,
        }
    }
    found
}

/// Of these words in order, those that a mention is near enough to.
pub(super) fn near<'c>(words: &'c [Range<usize>], mention: &PersonMention) -> &'c [Range<usize>] {
    let from = words.partition_point(|words| words.end + FAR < mention.words.start);
    let to = words.partition_point(|words| words.start <= mention.words.end + FAR);
    words.get(from..to).unwrap_or_default()
}

/// Whether a person who is mentioned in a sentence about a contact is within the reach of its words
/// for it, and not in an aside.
pub(in crate::extract) fn reaches(
    scene: &Scene<'_>,
    contact: &Range<usize>,
    mention: &PersonMention,
) -> bool {
    if mention.words.start > contact.end + FAR || mention.words.end + FAR < contact.start {
        return false;
    }
    // "received a message from Torre": the words for the contact announce her themselves.
    if sends(scene, contact, mention) {
        return true;
    }
    if had_another(scene, mention) {
        return false;
    }
    let through = || speaks_by_office(scene, mention) && is_meant(scene, contact, mention);
    if is_bystander(scene, mention)
        && !is_object(scene, contact, mention)
        && !is_subject(scene, contact, mention)
        && !through()
    {
        return false;
    }
    if is_meant(scene, contact, mention)
        || is_called_on(scene, contact, mention)
        || says_after(scene, contact, mention)
    {
        return true;
    }
    if mention.words.start >= contact.end {
        // "in a call that lasted an hour, Torre agreed": what the aside opens has ended before her.
        let ended = |at: usize| {
            let own = scene.clauses.at(at);
            let outer = own.and_then(|clause| scene.clauses.matrix(clause));
            own.into_iter()
                .chain(outer)
                .any(|clause| clause.opens == Opens::Relative && clause.words.end <= mention.words.start)
        };
        return !(contact.end..mention.words.start).any(|at| begins_aside(scene, at) && !ended(at));
    }
    // "Torre said after talks with Lind", "Torre agreed to help during talks": the talks are hers too.
    let source = &scene.source;
    let at_it = source
        .before(contact.start, 3)
        .any(|at| source.is_any(at, &["after", "following", "during", "in", "at"]));
    let own = |at: usize| {
        source.is_any(at, &["after", "following", "before", "while"])
            || at_it && source.is(at, "to")
            || is_about(scene, mention, at)
    };
    // "Torre, on her first trip since May, told": what stands between commas is of her.
    let opens = source.is(mention.words.end, ",");
    let close = (mention.words.end + 1..contact.start).find(|&at| source.is(at, ",")).filter(|_| opens);
    let from = close.map_or(mention.words.end, |close| close + 1);
    let parenthesis = (mention.words.end..from).any(|at| source.is_any(at, &["who", "which", "that"]));
    let from = if parenthesis { mention.words.end } else { from };
    !(from..contact.start).any(|at| begins_aside(scene, at) && !own(at))
}

/// "called on former President Torre", "accompanied by A and spokesman B": whoever stands right after the
/// words, or after others who do, is of them whatever the office says; unless the person says so.
fn is_object(scene: &Scene<'_>, words: &Range<usize>, mention: &PersonMention) -> bool {
    let source = &scene.source;
    let Some(before) = mention.words.start.checked_sub(1).filter(|_| mention.words.start >= words.end) else {
        return false;
    };
    let before = if source.is(before, "the") { before.saturating_sub(1) } else { before };
    let listed = source.is_any(before, &[",", "and"]) || before + 1 == words.end || source.is(before, "with");
    let says = source.phrase(source.lexicon.verbs(), source.after(mention.words.end, 3));
    let says = says.is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::Say));
    let aside = is_announced_elsewhere(scene, mention) || is_owner(scene, mention);
    let others = scene.mentions.people_within(&(words.end..before));
    let far = !(words.end..before).all(|at| {
        source.is_any(at, &[",", "and", "the", "also", "in", "at"])
            || scene.clauses.is_lifted(at)
            || others.iter().any(|other| other.words.contains(&at))
            || source
                .word(at)
                .is_some_and(|token| token.word.shape.is_capital() || token.word.shape == Shape::Possessive)
    });
    listed && !says && !aside && !far
}

/// "Former President Torre met", "Spokesman Lind held talks with": whoever is the subject of the words, whatever
/// the office says.
fn is_subject(scene: &Scene<'_>, words: &Range<usize>, mention: &PersonMention) -> bool {
    let Some(clause) = scene.clauses.at(words.start) else { return false };
    let acts = clause.verb.as_ref().is_some_and(|verb| {
        let finite = verb.form == Form::Finite && !verb.says && !verb.passive;
        finite && (words.contains(&verb.verb) || verb.words.contains(&words.start))
    });
    let main = matches!(clause.opens, Opens::Main | Opens::Beside);
    let own = clause.subject.contains(&mention.words.start) && mention.words.end <= words.start;
    let parted =
        (mention.words.end..words.start).any(|at| scene.source.is(at, ",") || begins_aside(scene, at));
    acts && main && own && !parted && !is_owner(scene, mention) && !is_announced_elsewhere(scene, mention)
}

/// "Minister Torre, who attended": what the clause tells is of whoever stands right before it.
pub(super) fn is_about(scene: &Scene<'_>, mention: &PersonMention, who: usize) -> bool {
    let comma = usize::from(scene.source.is(mention.words.end, ","));
    who == mention.words.end + comma && scene.source.is(who, "who")
}

/// Whether a run of capitals is surely a person: a title or "Mr." says so, the text comes back to the
/// name, somebody is congratulated "on his election", or the name is what meets or is met.
pub(in crate::extract) fn is_person(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let people = &scene.mentions.people;
    let end = mention.words.end;
    let personal =
        scene.source.is_any(end, &["on", "upon", "over"]) && scene.source.is_any(end + 1, &["his", "her"]);
    let start = mention.words.start;
    let heads = start.checked_sub(2).is_some_and(|at| {
        scene.source.is(at + 1, "by") && scene.source.is_any(at, &["led", "headed", "chaired"])
    });
    // "talks with two candidates: Ana Torre of the Harbor Party and": a row of those who were met.
    let listed = mention.name.as_ref().is_some_and(|name| name.len() > 1)
        && start.checked_sub(2).is_some_and(|at| {
            let same = scene.source.sentence_at(start).map_or(start, |line| line.words.start);
            let back = same.max(at.saturating_sub(2 * NEAR))..at + 1;
            let several = back.clone().any(|at| {
                let word = scene.source.word(at).map(|token| token.word);
                word.is_some_and(|word| word.shape == Shape::Lower && word.text.ends_with('s'))
            });
            let met = scene.mentions.contacts_within(&back);
            let row = scene.source.is_any(end, &[",", "and", "of", "("]);
            scene.source.is(at + 1, ":") && several && row && !met.is_empty()
        });
    people.person(mention.person).is_some_and(|person| {
        person.addressed || heads || listed || personal || person.times > 1 || is_argument(scene, mention)
    })
}

/// "Ana Torre met Jon Lind", "talks with Norland's Ana Torre": whoever stands right before or after the
/// words for the contact, in running text, where a verb or the party tells that it is somebody.
fn is_argument(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let source = &scene.source;
    let words = &mention.words;
    let body = source.sentence_at(words.start).is_some_and(|line| line.part == Part::Body);
    let whole = mention.name.as_ref().is_some_and(|name| name.len() > 1);
    if !body || !whole {
        return false;
    }
    let of_party = has_party(scene, mention);
    let reach = if of_party { FAR } else { NEAR };
    let around = words.start.saturating_sub(2 * NEAR)..words.end + reach;
    let mut contacts = scene.mentions.contacts_within(&around).iter();
    contacts.any(|contact| {
        let verb = contact.form == ContactForm::Verb;
        let meets = verb && matches!(contact.sort, ContactWord::Meet | ContactWord::Receive);
        if contact.standing > Standing::Known || !(meets || of_party) {
            return false;
        }
        let after = contact.words.end <= words.start;
        let subject = scene.clauses.at(contact.words.start).map(|clause| clause.subject.clone());
        let acts = of_party && verb && subject.is_some_and(|subject| subject.contains(&words.start));
        let tied = of_party
            && after
            && words
                .start
                .checked_sub(1)
                .is_some_and(|at| source.is_any(at, &["with", "to", "between", "from", "and", "by"]));
        // "met Tuesday with Ana Torre"
        let with = |at: usize| after && source.is(at, "with");
        let gap = if after { contact.words.end..words.start } else { words.end..contact.words.start };
        acts || tied || gap.into_iter().all(|at| with(at) || scene.clauses.is_lifted(at))
    })
}

/// "Norland's Ana Torre": a name whose party stands before it.
fn has_party(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    mention.name.as_ref().is_some_and(|name| {
        let party = scene.mentions.parties_within(&(mention.words.start..name.start)).last();
        party.is_some_and(|party| party.words.start == mention.words.start && party.is_country(&scene.source))
    })
}

/// "Torre and Jon Lind discussed": a name that is joined to a person's is a person's.
pub(in crate::extract) fn is_joined(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let and = mention.words.start.checked_sub(1).filter(|&at| scene.source.is(at, "and"));
    let before = and.map(|and| scene.mentions.people_within(&scene.source.before(and, 12)));
    let before = before.and_then(|people| people.last());
    // "Norland's Ana Torre and Minister Lind"
    let next = mention.words.end;
    let after = scene.source.is(next, "and").then(|| scene.mentions.people_within(&(next + 1..next + 6)));
    let after = after.and_then(|people| people.first());
    // In a headline anything may have capitals.
    let body = scene.source.sentence_at(mention.words.start).is_some_and(|line| line.part == Part::Body);
    let follows = before.is_some_and(|before| {
        // "Ana Torre of the Harbor Party (HP) and"
        let of = scene.source.is(before.words.end, "of");
        let group = (before.words.end..and.unwrap_or(before.words.end)).take_while(|&at| {
            of && (scene.source.is_any(at, &["of", "the", "(", ")"])
                || scene.source.word(at).is_some_and(|token| token.word.shape.is_capital()))
        });
        let end = group.last().map_or(before.words.end, |last| last + 1);
        let comma = end + usize::from(scene.source.is(end, ","));
        Some(comma) == and && is_person(scene, before)
    });
    // "Norland's Ana Torre, Sudland's Jon Lind and …"
    let row = scene.source.is(next, ",").then(|| scene.mentions.people_within(&(next + 1..next + 8)));
    let row = row.and_then(|row| row.first()).filter(|other| other.words.start == next + 1);
    let in_row = row.is_some_and(|other| has_party(scene, other));
    let leads = has_party(scene, mention) && (in_row || after.is_some_and(|after| is_person(scene, after)));
    body && (follows || leads)
}

/// "received a message from President Torre": the words for the contact end where the sender is named.
fn sends(scene: &Scene<'_>, contact: &Range<usize>, mention: &PersonMention) -> bool {
    let source = &scene.source;
    let start = mention.words.start;
    let written = contact.clone().any(|at| source.is_any(at, &["message", "letter", "cable", "telegram"]));
    let from = start.checked_sub(1).filter(|&at| source.is(at, "from"));
    // "handed him a message from President Torre": the sender is not there.
    const NEAR: usize = 6;
    let brought = (contact.start.saturating_sub(NEAR)..contact.end).any(|at| source.is_cue(at, Cue::Brings));
    written && !brought && from.is_some_and(|from| (contact.start..contact.end + 1).contains(&from))
}

/// Whether a word leads away from the contact: a clause of its own, or "to discuss …".
fn begins_aside(scene: &Scene<'_>, at: usize) -> bool {
    if scene.source.is_any(at, &ASIDES) {
        return true;
    }
    scene.source.is(at, "to")
        && scene.source.word(at + 1).is_some_and(|token| token.word.shape == Shape::Lower)
        && !scene.source.is_any(at + 1, &["the", "a", "an", "his", "her", "their", "its"])
}

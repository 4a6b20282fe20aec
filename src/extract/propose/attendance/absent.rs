//! The absent: of whom a sentence speaks though they were not there. "According to the minister", "on behalf of the
//! king", "authorized by the president", "since the prime minister's visit in May".

use std::ops::Range;

use crate::extract::clause::Tense;
use crate::extract::mention::{ContactForm, ContactMention, PersonMention};
use crate::extract::propose::apart::{is_on_the_way, is_so_long};
use crate::extract::propose::main_contact::{MainContact, is_past};
use crate::extract::rule::Scene;
use crate::lexicon::{Cue, Shape, VerbClass};

/// Phrases before a name that keep its bearer out of the meeting.
const BYSTANDERS: [&[&str]; 30] = [
    &["according", "to"],
    &["on", "behalf", "of"],
    &["on", "the", "instructions", "of"],
    &["on", "the", "instruction", "of"],
    &["succeeds"],
    &["succeeding"],
    &["death", "of"],
    &["passing", "of"],
    &["greetings", "of"],
    &["greetings", "from"],
    &["regards", "of"],
    &["regards", "from"],
    &["wishes", "of"],
    &["wishes", "from"],
    &["condolences", "of"],
    &["condolences", "from"],
    &["message", "from"],
    &["letter", "from"],
    &["letters", "from"],
    &["directives", "of"],
    &["auspices", "of"],
    &["patronage", "of"],
    &["resignation", "of"],
    &["deputy", "to"],
    &["leadership", "of"],
    &["government", "of"],
    &["administration", "of"],
    &["recalled", "its"],
    &["withdrew", "its"],
    &["under"],
];

/// Whether the words right around a mention say that the person is not there.
pub(super) fn is_bystander(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let person = scene.mentions.people.person(mention.person);
    let reporter = person.is_some_and(|person| person.reporter);
    let former = person.is_some_and(|person| person.former);
    reporter
        || former
        || had_another(scene, mention)
        || is_announced_elsewhere(scene, mention)
        || is_owner(scene, mention)
}

/// Whether the words right before a mention keep the person out: "according to", "on behalf of".
pub(super) fn is_announced_elsewhere(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let start = mention.words.start;
    let from = if start > 0 && scene.source.is(start - 1, "the") { start - 1 } else { start };
    // "Ana Torre, the sister of President Lind"
    let kin = from
        .checked_sub(2)
        .is_some_and(|at| scene.source.is_any(at + 1, &["of", "to"]) && scene.source.is_cue(at, Cue::Kin));
    // "authorized by President Torre"
    let ordered = from
        .checked_sub(2)
        .is_some_and(|at| scene.source.is(at + 1, "by") && scene.source.is_cue(at, Cue::Ordered));
    kin || ordered
        || is_greeted_with(scene, start)
        || BYSTANDERS.iter().any(|phrase| {
            from.checked_sub(phrase.len()).is_some_and(|first| {
                phrase.iter().enumerate().all(|(i, word)| scene.source.is(first + i, word))
            })
        })
}

/// "conveyed the greetings of President Torre, and Prime Minister Lind": the second is joined to whoever is absent.
fn is_greeted_with(scene: &Scene<'_>, start: usize) -> bool {
    const NEAR: usize = 2;
    const BACK: usize = 14;
    const SENT: &[&str] = &["greetings", "regards", "wishes", "message", "condolences", "behalf"];
    let source = &scene.source;
    let before = scene.mentions.people_within(&source.before(start, BACK)).last();
    before.is_some_and(|before| {
        let gap = before.words.end..start;
        let from =
            before.words.start.checked_sub(1).map(|at| at - usize::from(source.is(at, "the") && at > 0));
        let sent = from.filter(|&at| source.is_any(at, &["of", "from"])).and_then(|at| at.checked_sub(1));
        let all = gap.clone().all(|at| {
            source.is_any(at, &[",", "and", "the"])
                || source.word(at).is_some_and(|token| token.word.shape.is_capital())
        });
        let and = gap.clone().take(NEAR).any(|at| source.is(at, "and"));
        and && all && sent.is_some_and(|at| source.is_any(at, SENT))
    })
}

/// "following President Torre's visit this May", "evidenced by A's and his counterpart B's visits": whose contact
/// is another one than the main one.
pub(super) fn had_another(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    const NEAR: usize = 4;
    const REACH: usize = 7;
    let source = &scene.source;
    let possessive = |at: usize| source.word(at).is_some_and(|token| token.word.shape == Shape::Possessive);
    let joined = |gap: Range<usize>| gap.len() <= NEAR && gap.clone().take(2).any(|at| source.is(at, "and"));
    let owns = |mention: &PersonMention| possessive(mention.words.end).then_some(mention.words.end);
    // "President Torre and his counterpart Jon Lind's visits": both own them.
    let after = scene.mentions.people_within(&source.after(mention.words.end, REACH)).first();
    let after = after.filter(|next| joined(mention.words.end..next.words.start)).and_then(owns);
    let Some(owner) = owns(mention).or(after) else { return false };
    let from = mention.words.start.saturating_sub(REACH);
    let before = scene.mentions.people_within(&(from..mention.words.start)).last();
    let before = before.filter(|other| joined(other.words.end..mention.words.start));
    let start = before.map_or(mention.words.start, |other| other.words.start);
    let Some(at) = start.checked_sub(1) else { return false };
    let at = if source.is(at, "the") { at.saturating_sub(1) } else { at };
    let begins = source.sentence_at(at).is_some_and(|line| line.words.start == at);
    // "as part of the president's visit", "on the last day of"
    let within = source.is(at, "of")
        && at.checked_sub(1).is_some_and(|at| {
            source.is_any(
                at,
                &["part", "sidelines", "margins", "day", "occasion", "framework", "course", "end"],
            )
        });
    let other = source.is_any(at, &["since", "by", "for", "on", "about", "of"]) && !within
        || source.is(at, "following") && !begins
        || source.is_any(at, &["after", "before"]) && is_so_long(scene, at);
    let main = MainContact::of(scene);
    let of_main = |at: usize| {
        [main.lead, main.headline].into_iter().flatten().any(|contact| contact.words.contains(&at))
    };
    let noun = (owner + 1..owner + REACH).find(|&at| {
        source.is_any(
            at,
            &["visit", "visits", "trip", "trips", "tour", "meeting", "meetings", "talks", "summit"],
        )
    });
    let contact = noun.filter(|&noun| !(owner + 1..noun).any(|at| source.is_any(at, &[",", ".", "and"])));
    contact.is_some_and(|noun| {
        let mut known = scene.mentions.contacts_within(&(noun..noun + 1)).iter();
        let past =
            source.is_any(at, &["during", "after", "before"]) && known.any(|contact| is_past(scene, contact));
        (other || past) && !of_main(noun)
    })
}

/// "President Torre's policy": the policy is spoken of, not the president; unless what is owned is
/// the contact itself.
pub(super) fn is_owner(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    let end = mention.words.end;
    let possessive = scene.source.word(end).is_some_and(|token| token.word.shape == Shape::Possessive);
    let of_contact = (0..4).any(|skip| {
        let verbs = scene.source.phrase(scene.source.lexicon.verbs(), end + 1 + skip..end + 8);
        verbs.is_some_and(|(_, senses)| senses.iter().any(|sense| sense.class == VerbClass::NounMeet))
            || scene.source.is_any(end + 1 + skip, &["call", "visit", "meeting", "talks", "conversation"])
    });
    possessive && !of_contact
}

/// "Lind met Torre. Haddad has met rebels": what somebody did who was not in the main contact, with nobody of it.
pub(super) fn is_of_a_third(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const OF_IT: &[&str] = &[
        "him",
        "her",
        "them",
        "both",
        "two",
        "delegation",
        "delegations",
        "visitors",
        "visitor",
        "guest",
        "guests",
        "counterpart",
        "minister",
        "president",
        "envoy",
        "leader",
        "side",
        "team",
    ];
    let (source, clauses) = (&scene.source, &scene.clauses);
    let Some(lead) = MainContact::of(scene).lead.and_then(|lead| source.sentence_at(lead.words.start)) else {
        return false;
    };
    let Some(clause) = clauses.at(contact.words.start).filter(|_| contact.form != ContactForm::Noun) else {
        return false;
    };
    if lead.words.contains(&contact.words.start) || clause.subject.is_empty() {
        return false;
    }
    let known = scene.mentions.people_within(&lead.words);
    let is_known = |mention: &PersonMention| known.iter().any(|other| other.person == mention.person);
    let [actor] = scene.mentions.people_within(&clause.subject) else { return false };
    let after = contact.words.end..clause.words.end.max(contact.words.end);
    let others = scene.mentions.people_within(&after);
    let perfect = clause.verb.as_ref().is_some_and(|verb| verb.tense == Tense::Perfect);
    perfect
        && actor.name.is_some()
        && !is_known(actor)
        && others.is_empty()
        && !after.clone().any(|at| source.is_any(at, OF_IT))
}

/// "a week after President Torre's talks with King Lind": the talks are of one who had another contact.
pub(super) fn is_of_another(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const NEAR: usize = 5;
    if is_on_the_way(scene, contact) {
        return true;
    }
    let start = contact.words.start;
    let owner = scene.mentions.people_within(&scene.source.before(start, NEAR + 10)).last();
    contact.form != ContactForm::Verb
        && owner.is_some_and(|owner| owner.words.end + NEAR > start && had_another(scene, owner))
}

//! Apart: what the text tells of contacts beside the main one, in its sentence or elsewhere.

use std::collections::BTreeSet;
use std::ops::Range;

use super::main_contact::{MainContact, words_of};
use crate::extract::clause::{Form, Opens};
use crate::extract::mention::{ContactMention, Standing};
use crate::extract::rule::Scene;
use crate::extract::segment::Sentence;
use crate::model::Span;

/// "met Lind, a day after holding talks with Borg": the words of a sentence that tell of another contact than the
/// main one, which they stand beside.
pub(in crate::extract) fn beside_in(scene: &Scene<'_>, sentence: &Sentence) -> Option<Range<usize>> {
    let main = MainContact::of(scene).lead.filter(|main| main.standing == Standing::Reported)?;
    let own = scene.clauses.at(main.words.start).filter(|_| sentence.words.contains(&main.words.start))?;
    let party = |words: &Range<usize>| -> BTreeSet<usize> {
        let people = scene.mentions.people_within(words).iter().filter(|mention| mention.name.is_some());
        people.filter_map(|mention| scene.mentions.people.person(mention.person)?.party()).collect()
    };
    let sides = party(&(own.subject.start.min(own.words.start)..own.words.end));
    if main.sort.is_noun() || sides.len() < 2 {
        return None;
    }
    let mut others = scene.mentions.contacts_within(&sentence.words).iter();
    others.find_map(|other| {
        let clause = scene.clauses.at(other.words.start).filter(|_| other != main)?;
        if is_on_the_way(scene, other) {
            return Some(clause.words.clone());
        }
        let gerund = clause.verb.as_ref().is_some_and(|verb| verb.form == Form::Gerund);
        let hangs = clause.opens == Opens::When && scene.source.is_any(clause.opener, &["after", "before"]);
        let end = match clause.words.start > own.words.start {
            true => sentence.words.end,
            false => clause.words.end,
        };
        let words = clause.words.start..end;
        let news = party(&words).iter().any(|party| !sides.contains(party));
        (gerund && hangs && news && other.sort.is_contact()).then_some(words)
    })
}

/// Whether a contact is told of beside the main one, in a record of its own: its day and place are not the main one's.
pub(in crate::extract) fn is_beside(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    let main = MainContact::of(scene);
    let span = words_of(scene, contact);
    let told = |span: Span| {
        let mut clauses = scene.beside.get().into_iter().flatten();
        clauses.any(|clause| clause.start() <= span.start() && span.end() <= clause.end())
    };
    main.lead != Some(contact) && main.headline != Some(contact) && span.is_some_and(told)
}

/// "met Lind, a day after a stop in Norland, where she met Haddad": what was done on the way is another contact.
pub(super) fn is_on_the_way(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    const BACK: usize = 12;
    let (source, clauses) = (&scene.source, &scene.clauses);
    let Some(clause) = clauses.at(contact.words.start).filter(|clause| source.is(clause.opener, "where"))
    else {
        return false;
    };
    let before = source.before(clause.opener, BACK).rev();
    let mut before = before.take_while(|&at| clauses.verb_at(at).is_none());
    let after = before.find(|&at| source.is_any(at, &["after", "before", "following"]));
    let sentence = source.sentence_at(contact.words.start);
    let main = MainContact::of(scene).lead.filter(|main| {
        let words = sentence.map_or(0..0, |sentence| sentence.words.clone());
        words.contains(&main.words.start) && !clause.words.contains(&main.words.start)
    });
    after.zip(main).is_some_and(|(after, main)| main.words.end <= after && is_so_long(scene, after))
}

/// "a week after", "two days before": how long it was from one contact to another.
pub(super) fn is_so_long(scene: &Scene<'_>, at: usize) -> bool {
    const TIMES: &[&str] =
        &["hours", "day", "days", "week", "weeks", "month", "months", "year", "years", "weekend"];
    at.checked_sub(1).is_some_and(|time| scene.source.is_any(time, TIMES))
}

//! Meant: whom a sentence tells of a contact by a pronoun, an office or the clause that it hangs on: "Torre and Lind
//! agreed to trade when they met", "Torre's office said she had met Lind".

use std::ops::Range;

use super::absent::{is_announced_elsewhere, is_owner};
use crate::extract::clause::{Form, Opens};
use crate::extract::mention::PersonMention;
use crate::extract::rule::Scene;

/// "Torre's office said she had met": whose office it is, of her it tells.
pub(super) fn speaks_by_office(scene: &Scene<'_>, mention: &PersonMention) -> bool {
    const VOICES: &[&str] = &[
        "office",
        "spokesman",
        "spokeswoman",
        "spokesperson",
        "aide",
        "aides",
        "team",
        "ministry",
        "cabinet",
    ];
    is_owner(scene, mention)
        && !is_announced_elsewhere(scene, mention)
        && scene.source.after(mention.words.end + 1, 2).any(|at| scene.source.is_any(at, VOICES))
}

/// "Torre and Lind agreed to trade when they met": of those who met only a pronoun tells, and it means the
/// subject of what its clause hangs on.
pub(super) fn is_meant(scene: &Scene<'_>, contact: &Range<usize>, mention: &PersonMention) -> bool {
    const MEANING: &[&str] = &[
        "they",
        "he",
        "she",
        "both",
        "the",
        "two",
        "pair",
        "leaders",
        "ministers",
        "sides",
        "presidents",
        "men",
        "women",
        "officials",
        "diplomats",
        "first",
        "last",
        "also",
    ];
    let clauses = &scene.clauses;
    let Some(clause) = clauses.at(contact.start).filter(|clause| clause.matrix.is_some()) else {
        return false;
    };
    let pronoun = !clause.subject.is_empty()
        && clause
            .subject
            .clone()
            .all(|at| at == clause.opener || scene.source.is_any(at, MEANING) || clauses.is_lifted(at));
    pronoun
        && clauses.matrices(clause).any(|outer| {
            let verb = outer.verb.as_ref().map_or(outer.words.start, |verb| verb.words.start);
            (outer.words.start..verb).contains(&mention.words.start)
                && clauses.at(mention.words.start) == Some(outer)
        })
}

/// "Torre was speaking when Lind paid a courtesy call on her": a pronoun behind the words for the contact means the
/// subject of what its clause hangs on.
pub(super) fn is_called_on(scene: &Scene<'_>, contact: &Range<usize>, mention: &PersonMention) -> bool {
    const NEAR: usize = 3;
    let (source, clauses) = (&scene.source, &scene.clauses);
    let Some(clause) = clauses.at(contact.start).filter(|clause| clause.matrix.is_some()) else {
        return false;
    };
    let met = source
        .after(contact.start, contact.len() + NEAR)
        .any(|at| source.is_any(at, &["him", "her", "them"]));
    let set = source.is_any(clause.opener, &["when", "while", "as", "after"]);
    // "Lind told Torre when he called on her": whom the verb of the outer clause is about is the other one.
    let both = clause.subject.clone().any(|at| source.is_any(at, &["he", "she"]));
    met && set
        && clauses.matrices(clause).any(|outer| {
            let verb = outer.verb.as_ref().map_or(outer.words.start..outer.words.start, |v| v.words.clone());
            let object = mention.words.start.saturating_sub(usize::from(source.is(verb.end, "the")));
            let acts = mention.words.start >= outer.words.start
                && mention.words.end <= verb.start
                && outer.subject.contains(&mention.words.start);
            acts || both && object == verb.end && mention.words.end <= clause.words.start
        })
}

/// "Torre said on Friday that fish is dear, after talks with Lind": who acts in what the setting is of was
/// there.
pub(super) fn says_after(scene: &Scene<'_>, contact: &Range<usize>, mention: &PersonMention) -> bool {
    const NEAR: usize = 3;
    let (source, clauses) = (&scene.source, &scene.clauses);
    let Some(own) = clauses.at(contact.start).filter(|_| mention.words.end <= contact.start) else {
        return false;
    };
    let set =
        source.before(contact.start, NEAR).any(|at| source.is_any(at, &["after", "following", "during"]));
    let with = source.is_any(contact.end, &["with", "between"]);
    let mut chain = std::iter::once(own).chain(clauses.matrices(own));
    let acts = chain.any(|clause| {
        let verb = clause.verb.as_ref().filter(|verb| verb.form == Form::Finite && !verb.passive);
        let main = matches!(clause.opens, Opens::Main | Opens::Beside);
        main && verb.is_some_and(|verb| {
            verb.says && clause.words.start <= mention.words.start && mention.words.end <= verb.words.start
        }) && clauses.at(mention.words.start) == Some(clause)
    });
    set && with && acts && scene.mentions.people_within(&(mention.words.end..contact.start)).is_empty()
}

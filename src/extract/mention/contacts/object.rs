//! Object: whether a verb has anybody to meet. "Spoke" reports a call only with somebody to speak
//! with, "received" only with a person, and "meet the needs" meets nobody.

use std::ops::Range;

use super::standing::Surroundings;
use crate::extract::clause::Clauses;
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, Cue, PartyForm, Shape, TitleClass, WordClass};

/// Whether these words can be of this sort, for all that stands behind them.
pub(super) fn allows(around: Surroundings<'_, '_>, words: &Range<usize>, sort: ContactWord) -> bool {
    let Surroundings { source, clauses, sentence } = around;
    let end = sentence.words.end;
    // "The Secretary's upcoming travel to Kenya" has no verb.
    let before = words.start.checked_sub(1);
    let noun = before.is_some_and(|at| {
        let possessive = source.word(at).is_some_and(|word| word.word.shape == Shape::Possessive);
        possessive || source.is(words.start, "travel") && source.is_cue(at, Cue::Coming)
    });
    match sort {
        verb if noun && !verb.is_noun() => false,
        // "travel advice", "a travel ban": not a journey.
        _ if source.is(words.start, "travel") && source.is_any(words.end, NO_TRAVEL) => false,
        // "a television host has apologized"
        ContactWord::Receive if is_noun_of_itself(around, words) => false,
        verb if !verb.is_noun() && (is_plural_noun(around, words) || is_name(around, words)) => false,
        // A light verb or a verb of happening without its noun.
        ContactWord::Hold | ContactWord::Happen => false,
        // "A visit" is no verb.
        ContactWord::Visit if source.is(words.start, "visit") => follows_modal(source, words.start),
        // "as a sign of irritation": what shows something is no signature.
        ContactWord::Discuss if source.is_any(words.start, &["sign", "signs"]) => {
            !source.is_any(words.end, &["of", "that"])
        }
        ContactWord::Meet => meets_somebody(source, sentence, words),
        ContactWord::Receive => has_person_after(source, words.end, end),
        ContactWord::Speak => speaks_with(source, clauses, words, end),
        ContactWord::Gather => !is_crowd(around, words),
        _ => true,
    }
}

/// "Torre and Lind are meeting in Oslo": the verb of a meeting that is under way, and not its noun.
pub(super) fn is_under_way(around: Surroundings<'_, '_>, words: &Range<usize>) -> bool {
    const IS: &[&str] = &["is", "are", "was", "were", "been", "be", "'s", "’s", "'re", "’re"];
    const THEN: &[&str] =
        &["with", "in", "at", "on", "today", "here", "for", "behind", "again", "to", "face"];
    let Surroundings { source, clauses, sentence } = around;
    let verb = clauses.verb_at(words.start).filter(|(_, group)| group.verb == words.start);
    let helped =
        verb.is_some_and(|(_, group)| (group.words.start..words.start).any(|at| source.is_any(at, IS)));
    let day = source.word(words.end).is_some_and(|word| word.word.shape == Shape::Capital);
    let then = words.end >= sentence.words.end
        || source.is_any(words.end, THEN)
        || day
        || clauses.is_lifted(words.end);
    words.len() == 1 && source.is(words.start, "meeting") && helped && then
}

/// What travel stands before that nobody takes part in.
const NO_TRAVEL: &[&str] = &[
    "advice",
    "advisory",
    "advisories",
    "agency",
    "agencies",
    "agent",
    "agents",
    "ban",
    "bans",
    "bubble",
    "document",
    "documents",
    "guide",
    "guides",
    "health",
    "industry",
    "insurance",
    "restriction",
    "restrictions",
    "sector",
    "time",
    "tips",
    "trade",
    "warning",
    "warnings",
    "writer",
];

/// Whether "host" or "welcome" in its bare form is a noun here: no verb of the text is read there.
fn is_noun_of_itself(around: Surroundings<'_, '_>, words: &Range<usize>) -> bool {
    let Surroundings { source, clauses, sentence } = around;
    let bare = words.len() == 1 && source.is_any(words.start, &["host", "welcome"]);
    bare && sentence.part == Part::Body
        && clauses.verb_at(words.start).is_none()
        && !follows_modal(source, words.start)
}

/// Whether a word in "s" is a plural here, and no verb: "talks to settle the dispute".
fn is_plural_noun(around: Surroundings<'_, '_>, words: &Range<usize>) -> bool {
    let Surroundings { source, clauses, sentence } = around;
    let plain = sentence.part == Part::Body && !sentence.in_capitals;
    let plural = source
        .word(words.start)
        .is_some_and(|word| word.word.shape == Shape::Lower && word.word.text.ends_with('s'));
    plain && plural && clauses.verb_at(words.start).is_none()
}

/// "A small crowd gathered outside": nobody who could be a party.
fn is_crowd(around: Surroundings<'_, '_>, words: &Range<usize>) -> bool {
    const NEAR: usize = 3;
    let Surroundings { source, sentence, .. } = around;
    let before = sentence.words.start.max(words.start.saturating_sub(NEAR))..words.start;
    before.into_iter().any(|at| source.is_cue(at, Cue::NotMet))
}

/// "the United States announced": within a text a verb has no capital letter.
fn is_name(around: Surroundings<'_, '_>, words: &Range<usize>) -> bool {
    let Surroundings { source, sentence, .. } = around;
    let plain = sentence.part == Part::Body && !sentence.in_capitals && words.start > sentence.words.start;
    plain && source.word(words.start).is_some_and(|word| word.word.shape == Shape::Capital)
}

/// Whether nobody of another side follows: "spoke to reporters", "met with the press".
fn is_public(source: &Source<'_>, from: usize, end: usize) -> bool {
    let lower = |at: &usize| source.word(*at).is_some_and(|word| word.word.shape == Shape::Lower);
    (from..end.min(from + 6)).take_while(lower).any(|at| source.is_cue(at, Cue::NotMet))
        || is_of_the_press(source, from, end)
}

/// "met Monday in Oslo with representatives of Norland's press": those who only report what one says to them.
fn is_of_the_press(source: &Source<'_>, from: usize, end: usize) -> bool {
    const WITHIN: usize = 8;
    const GROUP: usize = 6;
    const PRESS: &[&str] =
        &["press", "media", "journalists", "reporters", "editors", "newspapers", "correspondents", "newsmen"];
    let with = (from..end.min(from + WITHIN)).find(|&at| source.is(at, "with"));
    let from = with.map_or(from, |with| with + 1);
    let group = from..end.min(from + GROUP);
    let titled = |at: usize| {
        let group = source.is_any(at, &["representatives", "members", "editors", "group"]);
        !group && source.phrase(source.lexicon.titles(), at..end).is_some()
    };
    let mut words = group
        .take_while(|&at| !titled(at) && !source.is_any(at, &["and", "to", ",", "as", "after", "for", "at"]));
    words.any(|at| source.is_any(at, PRESS))
}

/// Whether "spoke" has somebody to speak with: "spoke today with", "spoke by phone to".
fn speaks_with(source: &Source<'_>, clauses: &Clauses, verb: &Range<usize>, end: usize) -> bool {
    const WITHIN: usize = 9;
    // "made a call to Minister Lind", not "made a call to end it"
    let called = verb.clone().any(|at| source.is_any(at, &["call", "calls"]));
    if called && source.is(verb.end.saturating_sub(1), "to") && !has_person_after(source, verb.end, end) {
        return false;
    }
    // "received calls from Minister Lind", not "from all sides"
    if called && source.is(verb.end.saturating_sub(1), "from") {
        return has_person_after(source, verb.end, end);
    }
    let last = source.word(verb.end.saturating_sub(1));
    if last.is_some_and(|word| word.is("to") || word.is("with") || word.is("phone"))
        || source.is_any(verb.start, &["rang", "rings"]) && has_person_after(source, verb.end, end)
        || source.word(verb.start).is_some_and(|w| w.word.text.to_ascii_lowercase().contains("phone"))
    {
        return !is_public(source, verb.end, end);
    }
    let mut rest = (verb.end..end.min(verb.end + WITHIN)).filter(|&at| !clauses.is_lifted(at));
    let tie = rest.find(|&at| {
        let adverb = source.is_any(at, &["by", "over", "via", "from"]);
        source.is_cue(at, Cue::Preposition) && !adverb || source.is_any(at, &["phone", "telephone", "to"])
    });
    tie.is_some_and(|at| {
        source.is_any(at, &["with", "to", "phone", "telephone"]) && !is_public(source, at + 1, end)
    })
}

/// Whether a person or an office follows: a name at once, or an office within a few words.
fn has_person_after(source: &Source<'_>, from: usize, end: usize) -> bool {
    const GROUP: usize = 5;
    let state = source.phrase(source.lexicon.party_names(), from..end);
    let owner = state
        .as_ref()
        .is_some_and(|(n, _)| source.word(from + n).is_some_and(|word| word.word.shape == Shape::Possessive));
    let state_end = state.as_ref().map(|(n, _)| from + n + 1);
    let state = state.filter(|(n, names)| {
        let possessive = source.word(from + n).is_some_and(|word| word.word.shape == Shape::Possessive);
        !possessive && names.iter().all(|name| matches!(name.form, PartyForm::Name | PartyForm::Capital))
    });
    // "called on her at the ministry", but not "called on her government"
    let her = source.is(from, "her")
        && (source.is_cue(from + 1, Cue::Preposition)
            || source.is_any(from + 1, &[",", ".", "on", "today", "yesterday", "here", "and", "again"]));
    let pronoun = her || source.is_any(from, &["me", "him", "them", "us"]);
    let named = pronoun
        || state.is_none() && !owner && source.word(from).is_some_and(|word| word.word.shape.is_capital());
    // "received Norland's Jon Lind"
    let owned = owner && state_end.is_some_and(|after| (after..after + 2).all(|at| is_bare_name(source, at)));
    let office = |at: usize| {
        let title = source.phrase(source.lexicon.titles(), at..end).is_some_and(|(_, classes)| {
            classes.iter().any(|class| matches!(class, TitleClass::Head | TitleClass::Honorific))
        });
        let small = source.phrase(source.lexicon.words(), at..end);
        let group = source.is_any(at, &["delegation", "delegations", "team", "group", "mission"])
            && source.is_any(at + 1, &["from", "of", "led", "headed"]);
        group || title || small.is_some_and(|(_, classes)| classes.contains(&WordClass::Counterpart))
    };
    // "received a delegation of the party"
    let group = (from..end.min(from + GROUP)).any(|at| source.is_any(at, &["delegation", "delegations"]));
    // "received on Tuesday in his residence in Oslo the envoy of Norland"
    let reach = if source.is_any(from, &["on", "in", "at"]) { 16 } else { 8 };
    named || owned || group || (from..end.min(from + reach)).any(office)
}

/// Whether a word has a capital letter and no table knows it as more than a name.
fn is_bare_name(source: &Source<'_>, at: usize) -> bool {
    let capital = source.word(at).is_some_and(|word| word.word.shape == Shape::Capital);
    let word = at..at + 1;
    capital
        && source.phrase(source.lexicon.words(), word.clone()).is_none()
        && source.phrase(source.lexicon.titles(), word).is_none()
}

/// Whether "meet" has somebody as its object: not "meet the needs of", "helping Malta meet", nor
/// "calls on all parties to".
fn meets_somebody(source: &Source<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let end = sentence.words.end;
    let nobody = is_public(source, words.end, end);
    let bare = source.is(words.start, "meet") && words.len() == 1;
    let finite = sentence.part == Part::Headline || source.is_any(words.end, &["with", "in", "on", "today"]);
    let call = source.is(words.end.saturating_sub(1), "on");
    // "We call on the council to act": whoever calls on somebody in the plural of now appeals to them.
    let appeals = call
        && source.is(words.start, "call")
        && sentence.part == Part::Body
        && !follows_modal(source, words.start);
    !nobody
        && !appeals
        && (!bare || finite || follows_modal(source, words.start))
        && (!call || has_person_after(source, words.end, end) && !is_appeal(source, words.end, end))
}

/// "called on Secretary Lind to repudiate the remark": an appeal, unless what follows is what a caller comes for.
fn is_appeal(source: &Source<'_>, from: usize, end: usize) -> bool {
    const REACH: usize = 12;
    let parts = |at: usize| {
        source.is_cue(at, Cue::Preposition) && !source.is_any(at, &["to", "of", "for"]) || source.is(at, ",")
    };
    let to = (from..end.min(from + REACH)).take_while(|&at| !parts(at)).find(|&at| source.is(at, "to"));
    to.is_some_and(|to| {
        let named =
            to.checked_sub(1).and_then(|at| source.word(at)).is_some_and(|word| word.word.shape.is_capital());
        let verb = source.word(to + 1).is_some_and(|word| word.word.shape == Shape::Lower);
        let noun =
            source.is_cue(to + 1, Cue::Determiner) || source.is_any(to + 1, &["his", "her", "its", "their"]);
        named && verb && !noun && !source.is_cue(to + 1, Cue::Errand)
    })
}

/// Whether a verb in its bare form has its helper: "will meet", "to meet".
fn follows_modal(source: &Source<'_>, verb: usize) -> bool {
    source.before(verb, 3).any(|at| source.is(at, "to") || source.is_cue(at, Cue::Modal))
}

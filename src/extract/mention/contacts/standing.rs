//! Standing: whether a text reports a contact, announces it, or only mentions it.
//!
//! What stands before the words tells: "met" reports, "will meet" looks ahead, "during a meeting"
//! gives the setting of something else, "their last meeting" is an aside.

use super::breaks_clause;
use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{Cue, Shape, WordClass};

/// How a text speaks of a contact, the surest report first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::extract) enum Standing {
    /// It is reported: "met", "held talks".
    Reported,
    /// It is the setting of what is reported: "said during a meeting".
    Setting,
    /// It is spoken of as known: "The talks focused on".
    Known,
    /// It is yet to come: "will meet".
    Ahead,
    /// It is another one, or somebody else's: "since their last meeting".
    Aside,
}

/// A verb's helper or its clause's first word stands within so many words before it.
const VERB_SEES: usize = 12;

/// A noun's preposition stands within so many words before it.
const NOUN_SEES: usize = 9;

/// The standing of a verb that begins at this word.
pub(super) fn of_verb(source: &Source<'_>, sentence: &Sentence, verb: usize) -> Standing {
    let from = sentence.words.start.max(verb.saturating_sub(VERB_SEES));
    let mut before = (from..verb).rev();
    let helper = before.clone().find(|&at| !source.is_cue(at, Cue::Between));
    if let Some(to) = helper.filter(|&at| source.is(at, "to")) {
        let planned = to.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Plan));
        // "came to meet" tells a purpose; "Minister to meet envoy" is a headline's future.
        return if planned || sentence.part == Part::Headline { Standing::Ahead } else { Standing::Aside };
    }
    if helper.is_some_and(|at| source.is_cue(at, Cue::Modal)) || will_on_a_day(source, before.clone()) {
        return Standing::Ahead;
    }
    // "said after receiving the envoy"
    let participle =
        source.word(verb).is_some_and(|token| token.word.text.to_ascii_lowercase().ends_with("ing"));
    let times = ["after", "upon", "following", "on", "during", "while", "when"];
    if participle && helper.is_some_and(|at| source.is_any(at, &times)) {
        return Standing::Setting;
    }
    let clause = before.by_ref().take_while(|&at| !source.is_any(at, &[",", ";", ":", "—", "–"]));
    let mut standing =
        if helper.is_some_and(|at| source.is(at, "had")) { Standing::Aside } else { Standing::Reported };
    for at in clause.filter(|&at| source.is_cue(at, Cue::SideClause)) {
        // "is on a visit to Norland, where she met": it is still she.
        let same = source.is(at, "where") && source.is_any(at + 1, &["he", "she", "they"]);
        let there = same || source.is(at, "when") && speaks_there(source, sentence, at);
        standing = standing.max(if there { Standing::Setting } else { Standing::Aside });
    }
    standing
}

/// "He was speaking when he held talks with", "She said this when the envoy called on her": the contact
/// is where the words of the report were said.
fn speaks_there(source: &Source<'_>, sentence: &Sentence, when: usize) -> bool {
    const SAYS: [&str; 8] =
        ["speaking", "spoke", "this", "known", "remarks", "remark", "assurance", "disclosure"];
    let from = sentence.words.start.max(when.saturating_sub(VERB_SEES));
    (from..when).any(|at| source.is_any(at, &SAYS))
}

/// "will on Thursday, 13 October, host": a day stands between the helper and its verb.
fn will_on_a_day(source: &Source<'_>, mut before: impl Iterator<Item = usize>) -> bool {
    let of_a_day = |at: usize| {
        let word = source.word(at);
        let classes = word.and_then(|word| source.lexicon.words().longest(std::slice::from_ref(word)));
        let day = classes.is_some_and(|(_, classes)| {
            classes.iter().any(|class| matches!(class, WordClass::Weekday(_) | WordClass::Month(_)))
        });
        day || word.is_some_and(|word| word.word.shape == Shape::Number) || source.is_any(at, &[",", "on"])
    };
    let helper = before.find(|&at| !of_a_day(at) && !source.is_cue(at, Cue::Between));
    helper.is_some_and(|at| source.is_cue(at, Cue::Modal))
}

/// The standing of a noun that no verb carries.
pub(super) fn of_noun(source: &Source<'_>, sentence: &Sentence, noun: usize) -> Standing {
    let headline = sentence.part == Part::Headline;
    let from = sentence.words.start.max(noun.saturating_sub(NOUN_SEES));
    // "in a call" has its preposition within.
    if source.is_cue(noun, Cue::Setting) {
        return Standing::Setting;
    }
    for at in (from..noun).rev() {
        if source.is_cue(at, Cue::Coming) {
            return Standing::Ahead;
        }
        if source.is(at, "of") && at.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Part)) {
            return if headline { Standing::Reported } else { Standing::Setting };
        }
        if source.is_cue(at, Cue::Other) {
            return Standing::Aside;
        }
        if source.is_cue(at, Cue::Setting) {
            // "no plans for talks", "Readout on the meeting"
            let put_off = at.checked_sub(1).is_some_and(|at| source.is_cue(at, Cue::Coming));
            let readout = headline && source.is_any(from, &["joint", "readout"]);
            return match (put_off, readout) {
                (true, _) => Standing::Ahead,
                (false, true) => Standing::Reported,
                (false, false) => Standing::Setting,
            };
        }
        if breaks_clause(source, at) || source.is_any(at, &["and", "to"]) {
            break;
        }
    }
    match headline {
        true => Standing::Reported,
        false if noun <= sentence.words.start + 4 => Standing::Known,
        false => Standing::Aside,
    }
}

//! "Concluded a three-day visit on 23 March": of a visit that is told by its length and its last or first
//! day, the other one is counted.

use std::ops::Range;

use super::Days;
use crate::extract::mention::DayMention;
use crate::extract::rule::{Candidate, Scene};
use crate::lexicon::{Cue, WordClass};

/// No visit is longer.
const LONGEST: u64 = 30;

/// The whole of a visit of which the candidate is the first or the last day; else the candidate.
pub(super) fn whole(scene: &Scene<'_>, day: &DayMention, found: Candidate<Days>) -> Candidate<Days> {
    let stretched = || {
        let sentence = scene.source.sentence_at(day.words.start)?.words.clone();
        let (length, words) = length(scene, &sentence)?;
        let days = i32::try_from(length).ok()? - 1;
        let ends = sentence.clone().any(|at| scene.source.is_cue(at, Cue::Ends));
        let begins = sentence.clone().any(|at| scene.source.is_cue(at, Cue::Begins));
        let (start, end) = match (ends, begins) {
            (true, false) => (found.value.start.plus_days(-days)?, found.value.start),
            (false, true) => (found.value.start, found.value.start.plus_days(days)?),
            _ => return None,
        };
        let which = if ends { "last" } else { "first" };
        let working = format!("{}, the {which} of \"{}\"", found.working, scene.source.text(&words));
        let value = Days { start, end: Some(end), ..found.value };
        Some(Candidate { value, span: found.span, working })
    };
    if found.value.end.is_some() { found } else { stretched().unwrap_or(found) }
}

/// How many days a visit of the sentence is said to last: "three-day", "2-day", "two day visit".
fn length(scene: &Scene<'_>, sentence: &Range<usize>) -> Option<(u64, Range<usize>)> {
    let source = &scene.source;
    sentence.clone().find_map(|at| {
        let text = source.word(at)?.word.text;
        let (number, end) = match text.rsplit_once('-') {
            Some((number, day)) if day.eq_ignore_ascii_case("day") => (number.to_ascii_lowercase(), at + 1),
            _ if source.is_any(at + 1, &["day", "days"]) => (text.to_ascii_lowercase(), at + 2),
            _ => return None,
        };
        let number = number.parse().ok().or_else(|| in_letters(scene, &number))?;
        (2..=LONGEST).contains(&number).then_some((number, at..end))
    })
}

/// "three"
fn in_letters(scene: &Scene<'_>, word: &str) -> Option<u64> {
    let tokens = scene.source.lexicon.tokens(word);
    let (_, classes) = tokens.longest(scene.source.lexicon.words(), 0..tokens.len())?;
    classes.iter().find_map(|class| match class {
        WordClass::Number(number) => Some(*number),
        _ => None,
    })
}

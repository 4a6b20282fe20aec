//! Tags: what each word of an article can be in a clause, looked up once for all rules.

use crate::extract::segment::Source;
use crate::lexicon::{Shape, Tags, Token, Values, VerbClass, VerbSense, WordClass};

/// How many words a verb of the table has that is looked for as one.
const PHRASE: usize = 3;

/// The tags of every word of an article.
pub(in crate::extract) fn tags(source: &Source<'_>) -> Vec<Tags> {
    let words = source.tokens.iter().enumerate();
    let own = |(at, token): (usize, &Token<'_>)| match token.word.shape {
        Shape::Mark(_) | Shape::Number => verb(source, at),
        Shape::Possessive => verb(source, at) | is(source, at),
        _ => verb(source, at) | listed(source, at, token) | day(source, at),
    };
    words.map(own).collect()
}

/// The "'s" of "it's" and "he's", which is a verb and no possessive.
fn is(source: &Source<'_>, at: usize) -> Tags {
    const SUBJECTS: [&str; 7] = ["it", "he", "she", "that", "there", "who", "what"];
    let drawn = at.checked_sub(1).is_some_and(|subject| source.is_any(subject, &SUBJECTS));
    if drawn { Tags::BE | Tags::HAVE } else { Tags::default() }
}

/// "in turn" is an adverb. A day of the week stands where one does, with its "on" or without: agencies write "Norway on
/// Monday pledged to" and "Norway pledged on Monday to".
fn day(source: &Source<'_>, at: usize) -> Tags {
    let named = |at: usize| {
        source.word(at).is_some_and(|token| token.word.shape.is_capital())
            && source.phrase(source.lexicon.words(), at..at + 1).is_some_and(|(_, classes)| {
                classes.iter().any(|class| matches!(class, WordClass::Weekday(_)))
            })
    };
    let opens = source.is(at, "on") && named(at + 1);
    let turn = source.is(at, "in") && source.is(at + 1, "turn")
        || source.is(at, "turn") && at.checked_sub(1).is_some_and(|before| source.is(before, "in"));
    if opens || turn || named(at) { Tags::ADVERB } else { Tags::default() }
}

/// What the lists make of a word.
fn listed(source: &Source<'_>, at: usize, token: &Token<'_>) -> Tags {
    let text = token.word.text;
    // "'ll" and "ll" fold to the same word: only the apostrophe tells.
    if text.starts_with(['\'', '’']) {
        return drawn_together(text.trim_start_matches(['\'', '’']));
    }
    let known = source.facts(at).tags;
    if token.is("n't") || token.is("n’t") {
        return Tags::NEGATION | Tags::ADVERB;
    }
    let adverb =
        text.len() > 4 && text.get(text.len() - 2..).is_some_and(|end| end.eq_ignore_ascii_case("ly"));
    if adverb { known | Tags::ADVERB } else { known }
}

/// What a verb is that is drawn together with its subject: the "'ll" of "we'll".
fn drawn_together(verb: &str) -> Tags {
    match verb.to_ascii_lowercase().as_str() {
        "ll" => Tags::MODAL,
        "re" | "m" => Tags::BE,
        "ve" | "d" => Tags::HAVE,
        _ => Tags::default(),
    }
}

/// What the table of verbs makes of a word, by itself and as the first of several.
fn verb(source: &Source<'_>, at: usize) -> Tags {
    let verbs = source.lexicon.verbs();
    // Most words begin none.
    let Some((length, senses)) = source.phrase(verbs, at..at + PHRASE) else { return Tags::default() };
    if length == 1 {
        return alone(&senses);
    }
    let own = source.phrase(verbs, at..at + 1).map_or(Tags::default(), |(_, senses)| alone(&senses));
    own | phrase(source, at, length, &senses)
}

/// What the table of verbs makes of a word by itself.
fn alone(senses: &Values<'_, VerbSense>) -> Tags {
    let turn = |sense: &VerbSense| if sense.takes.is_nothing() { Tags::default() } else { Tags::TURN };
    senses.iter().fold(Tags::default(), |tags, sense| tags | of_class(sense) | turn(sense))
}

/// What the table of verbs makes of the first word of several: the "signed" of "signed up".
fn phrase(source: &Source<'_>, at: usize, length: usize, senses: &Values<'_, VerbSense>) -> Tags {
    let turn = senses.iter().filter(|sense| !sense.takes.is_nothing());
    let turn = turn.fold(Tags::default(), |tags, sense| tags | of_class(sense) | Tags::TURN);
    // "made clear", "left no doubt", but not "on behalf of" and "referred to"
    let preposition =
        |at: usize| source.word(at).is_some_and(|token| listed(source, at, token).any(Tags::PREPOSITION));
    let says = !preposition(at)
        && !preposition(at + length - 1)
        && senses.iter().any(|sense| sense.class == VerbClass::Say);
    turn | if says { Tags::SAY } else { Tags::default() }
}

fn of_class(sense: &VerbSense) -> Tags {
    match sense.class {
        VerbClass::Say => Tags::SAY,
        VerbClass::Commit => Tags::COMMIT,
        VerbClass::Affirm => Tags::AFFIRM,
        VerbClass::Hope | VerbClass::NounHope => Tags::HOPE,
        VerbClass::Request | VerbClass::NounRequest => Tags::REQUEST,
        VerbClass::Position => Tags::POSITION,
        // "the possibility that" carries nothing.
        VerbClass::NounExplicit | VerbClass::NounPlain | VerbClass::NounHedged
            if !sense.takes.is_nothing() =>
        {
            Tags::PROMISE
        }
        VerbClass::Meet
        | VerbClass::MeetInPerson
        | VerbClass::MeetCall
        | VerbClass::MeetVideo
        | VerbClass::MeetLetter
        | VerbClass::Hedge => Tags::OTHER_VERB,
        VerbClass::Negation => Tags::NEGATION,
        _ => Tags::default(),
    }
}

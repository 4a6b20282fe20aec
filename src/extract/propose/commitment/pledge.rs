//! "X agreed to …", "X pledged …", "X and Y agreed that … will …".

use super::Undertaking;
use super::found::Found;
use super::reader::{Form, Reader, form};
use super::tags::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "agreed_to",
    says: "A party \"agreed\", \"pledged\", \"promised\", \"committed itself\" or \"decided\" to do something.",
    hits: &[
        (
            "The two sides agreed to hold talks on fishing in May.",
            "The two sides agreed to hold talks on fishing in May",
        ),
        (
            "Norway thanked the hosts and pledged two million euros for the harbour.",
            "Norway thanked the hosts and pledged two million euros for the harbour",
        ),
        (
            "Norway and Chile agreed that their experts will meet in May.",
            "Norway and Chile agreed that their experts will meet in May",
        ),
        (
            "They agreed on the establishment of a working group.",
            "They agreed on the establishment of a working group",
        ),
    ],
    misses: &[
        "Norway and Chile agreed on the importance of fishing.",
        "Norway and Chile agreed that fishing is vital.",
        "Norway urged Chile to agree to talks.",
        "The agreed plan is ready.",
        "Chile agreed with Norway.",
    ],
    propose,
};

/// Verbs that make an undertaking explicit before "to", "on" or "that".
const VERBS: &[&str] = &[
    "agree",
    "pledge",
    "promise",
    "vow",
    "undertake",
    "undertook",
    "commit",
    "committ",
    "recommit",
    "recommitt",
    "decide",
    "resolve",
    "consent",
    "swear",
    "swore",
    "guarantee",
];

/// What parties agree on without undertaking anything.
const VIEWS: &[&str] = &[
    "importance",
    "need",
    "necessity",
    "significance",
    "value",
    "urgency",
    "view",
    "principle",
    "principles",
    "usefulness",
    "desirability",
    "relevance",
    "role",
    "utility",
];

/// What parties agree on that is still to be done.
const ACTS: &[&str] = &[
    "holding",
    "opening",
    "launch",
    "launching",
    "roadmap",
    "plan",
    "programme",
    "program",
    "measures",
    "steps",
    "schedule",
    "exchange",
    "ceasefire",
    "truce",
    "meeting",
    "round",
    "visit",
    "start",
    "setting",
    "timetable",
    "mechanism",
    "working",
];

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let verbs = reader
        .places()
        .filter(|&at| reader.can_be(at, Tags::COMMIT) || reader.lower(at).starts_with("recommit"));
    verbs.filter_map(|at| reader.candidate(pledge(&reader, at)?)).collect()
}

fn pledge(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let verb = reader.lower(at);
    let stem = stem(&verb);
    let form = form(&verb);
    if !VERBS.contains(&stem) {
        return None;
    }
    let last = undertakes(reader, at, stem)?;
    if form == Form::Participle {
        participle(reader, at, last)
    } else {
        reader.clause(at, last, Obligation::Explicit).map(|(_, found)| found)
    }
}

/// The last word of "agreed to", "pledged", "committed themselves to", "agreed that": none where what
/// follows is no undertaking.
fn undertakes(reader: &Reader<'_, '_>, at: usize, stem: &str) -> Option<usize> {
    let reflexive =
        usize::from(reader.is_any(at + 1, &["itself", "themselves", "ourselves", "himself", "herself"]));
    let next = reader.discourse.past_adverbs(at + 1 + reflexive);
    let gives = matches!(stem, "pledge" | "promise");
    if reader.is(next, "not") && reader.is(next + 1, "to") {
        Some(next + 1)
    } else if reader.is(next, "to") {
        Some(next)
    } else if reader.is_any(next, &["on", "upon"]) && stem == "agree" {
        let act = (next + 1..next + 6).any(|word| is_act(&reader.lower(word)));
        let view = (next..next + 4).any(|word| reader.is_any(word, VIEWS));
        (act && !view).then_some(next)
    } else if reader.is(next, "that") && matches!(stem, "agree" | "decide" | "resolve") {
        reader.that_will(next).then_some(next)
    } else {
        let object = reader.can_be(next, Tags::DETERMINER)
            || reader.shape(next).is_some_and(|shape| {
                use crate::lexicon::Shape;
                matches!(shape, Shape::Number | Shape::Lower | Shape::Mark('$' | '€' | '£'))
            });
        (gives && object && !reader.is_any(next, &["by", "in", "that", "and"])).then_some(at)
    }
}

/// Whether a noun names something that will be done: "the establishment", "the next meeting", "a roadmap".
fn is_act(noun: &str) -> bool {
    ACTS.contains(&noun) || ["ment", "ation", "ition", "ption", "sion"].iter().any(|end| noun.ends_with(end))
}

/// ", agreeing to …": the subject is that of the sentence.
fn participle(reader: &Reader<'_, '_>, at: usize, last: usize) -> Option<Found> {
    let while_ = at.checked_sub(1).filter(|&before| reader.is(before, "while")).unwrap_or(at);
    let comma = while_.checked_sub(1).filter(|&before| reader.is_mark(before, ','))?;
    let bounds = reader.bounds(at);
    let known = reader.discourse.actors.iter().enumerate();
    let mut subjects = known
        .skip_while(|(_, actor)| actor.words.start < bounds.start)
        .take_while(|(_, actor)| actor.words.end <= comma);
    let (subject, _) = subjects.find(|(_, actor)| {
        reader.opens_clause(actor.words.start, bounds.start) && reader.has_verb(actor.words.end)
    })?;
    let meant = reader.meant(subject)?;
    let found = Found {
        words: at..reader.reach(last),
        verb: at,
        parties: meant.parties.clone(),
        person: meant.person,
        firmness: Obligation::Explicit,
        frame: super::frame::Frame::Free,
    };
    Some(found)
}

/// A verb without its ending: "agreed", "agrees", "agreeing" → "agree".
fn stem(verb: &str) -> &str {
    let bare =
        verb.strip_suffix("ing").or_else(|| verb.strip_suffix("ed")).or_else(|| verb.strip_suffix('s'));
    let bare = bare.unwrap_or(verb);
    VERBS
        .iter()
        .copied()
        .find(|known| *known == bare || known.strip_suffix('e') == Some(bare))
        .unwrap_or(verb)
}

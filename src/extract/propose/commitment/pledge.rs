//! "X agreed to …", "X pledged …", "X and Y agreed that … will …", "X assured Y of its support".

use super::Undertaking;
use super::found::Found;
use super::frame::Frame;
use super::reader::{Form, Reader, form};
use crate::extract::discourse::Tags;
use crate::extract::rule::{Candidate, Rule, Scene};
use crate::lexicon::Shape;
use crate::model::Obligation;

pub(super) const RULE: Rule<Undertaking> = Rule {
    name: "agreed_to",
    says: "A party \"agreed\", \"pledged\", \"promised\", \"committed itself\" or \"decided\" to do something, or \"assured\" another of it.",
    hits: &[
        (
            "Norway and Chile met. The two sides agreed to hold talks on fishing in May.",
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
            "Norway and Chile met. They agreed on the establishment of a working group.",
            "They agreed on the establishment of a working group",
        ),
        (
            "Norway and Chile discussed the harbour, agreeing to send experts there.",
            "agreeing to send experts there",
        ),
        (
            "Norwegian Foreign Minister Kari Holm assured her guest of Norway's full support.",
            "Norwegian Foreign Minister Kari Holm assured her guest of Norway's full support",
        ),
        (
            "Norwegian Foreign Minister Kari Holm announced two million euros in funding for the harbour.",
            "Norwegian Foreign Minister Kari Holm announced two million euros in funding for the harbour",
        ),
        (
            "I have undertaken to raise it, Norwegian Foreign Minister Kari Holm said.",
            "I have undertaken to raise it",
        ),
        (
            "Norway and Chile reached an agreement to share the harbour.",
            "Norway and Chile reached an agreement to share the harbour",
        ),
    ],
    misses: &[
        "Norway and Chile agreed on the importance of fishing.",
        "Norway and Chile agreed that fishing is vital.",
        "Norway and Chile agreed on a maritime border ten years ago.",
        "Norway urged Chile to agree to talks.",
        "The agreed plan is ready.",
        "Norway announced that two million people live there.",
        "Norway announced two days of mourning.",
        "Chile agreed with Norway.",
    ],
    propose,
};

/// Verbs that make an undertaking explicit.
const VERBS: &[&str] = &[
    "agree",
    "pledge",
    "promise",
    "vow",
    "undertake",
    "commit",
    "recommit",
    "decide",
    "resolve",
    "consent",
    "swear",
    "guarantee",
    "concur",
    "accept",
    "confirm",
    "reaffirm",
    "assure",
];

fn propose(scene: &Scene<'_>) -> Vec<Candidate<Undertaking>> {
    let reader = Reader::of(scene);
    let verbs = reader.places(Tags::COMMIT | Tags::AFFIRM);
    let verbs = verbs.filter_map(|at| reader.candidate(pledge(&reader, at)?));
    let reached = reader.places(Tags::TURN).filter_map(|at| reader.candidate(reached(&reader, at)?));
    let announced = reader.places(Tags::TURN).filter_map(|at| reader.candidate(announced(&reader, at)?));
    verbs.chain(reached).chain(announced).collect()
}

/// "announced two million euros in funding": an amount that somebody will get.
fn announced(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    const NEAR: usize = 4;
    const OBJECT: usize = 10;
    if !reader.is_any(at, &["announced", "announces"]) {
        return None;
    }
    let amount = (at + 1..at + 1 + NEAR).find(|&word| {
        matches!(reader.shape(word), Some(Shape::Number | Shape::Mark('$' | '€' | '£')))
            || reader.is_any(word, &["one", "two", "three", "four", "five", "ten"])
    })?;
    let describes = |word: usize| {
        let other = Tags::PREPOSITION | Tags::RELATIVE | Tags::SAY | Tags::MODAL;
        !reader.can_be(word, other) && !matches!(reader.shape(word), Some(Shape::Mark(',' | '"' | '“')))
    };
    let object = (amount..amount + OBJECT)
        .take_while(|&word| !matches!(reader.shape(word), Some(Shape::Mark('.' | ',' | ';'))))
        .any(|word| reader.can_be(word, Tags::FUNDS));
    if !(at + 1..amount).all(describes) || !object {
        return None;
    }
    reader.clause(at, at, Obligation::Plain).map(|(_, found)| found)
}

fn pledge(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let verb = reader.lower(at);
    let last = undertakes(reader, at, lemma(&verb)?)?;
    if form(&verb) == Form::Participle {
        participle(reader, at, last)
    } else {
        reader.clause(at, last, Obligation::Explicit).map(|(_, found)| found)
    }
}

/// "reached an agreement to …", "reached consensus on opening …".
fn reached(reader: &Reader<'_, '_>, at: usize) -> Option<Found> {
    let noun = reader.is(at, "reached").then(|| {
        (at + 1..at + 4)
            .find(|&noun| reader.is_any(noun, &["agreement", "consensus", "understanding", "deal"]))
    })??;
    let last = undertakes(reader, noun, "agree")?;
    reader.clause(at, last, Obligation::Explicit).map(|(_, found)| found)
}

/// The last word of "agreed to", "pledged", "committed themselves to", "agreed that": none where what
/// follows is no undertaking.
fn undertakes(reader: &Reader<'_, '_>, at: usize, lemma: &str) -> Option<usize> {
    let reflexive = reader.is_any(at + 1, &["itself", "themselves", "ourselves", "himself", "herself"]);
    let next = reader.discourse.past_adverbs(at + 1 + usize::from(reflexive));
    // "agreed in principle to"
    let next = if reader.is(next, "principle") { next + 1 } else { next };
    if lemma == "assure" {
        return assured_of(reader, at);
    }
    if reader.is(next, "to") {
        return Some(next);
    }
    if reader.is(at + 1, "not") && reader.is(at + 2, "to") {
        return Some(at + 2);
    }
    match lemma {
        "agree" | "concur" if reader.is_any(next, &["on", "upon"]) => {
            names_act(reader, next + 1).then_some(next)
        }
        "agree" if reader.can_be(next, Tags::DETERMINER) => names_act(reader, next).then_some(at),
        "agree" | "concur" | "decide" | "resolve" if reader.is(next, "that") => {
            reader.that_will(next).then_some(next)
        }
        "pledge" | "promise" => is_gift(reader, next).then_some(at),
        _ => None,
    }
}

/// "assured the minister of Norway's support", "assured full support to": its last fixed word.
fn assured_of(reader: &Reader<'_, '_>, at: usize) -> Option<usize> {
    let end = reader.reach(at);
    let that = (at..end).any(|word| reader.is(word, "that"));
    let help = (at + 1..end).find(|&word| reader.can_be(word, Tags::HELP))?;
    (!that).then_some(help.min(at + 1))
}

/// Whether something is named that will be done: "the establishment", "the next meeting", "a roadmap";
/// not "the importance of".
fn names_act(reader: &Reader<'_, '_>, from: usize) -> bool {
    let act = |at: usize| {
        let noun = reader.lower(at);
        let nominal = ["ment", "ation", "ition", "ption", "sion"].iter().any(|end| noun.ends_with(end));
        reader.can_be(at, Tags::ACT) || nominal && noun != "cooperation"
    };
    (from..from + 5).any(act) && !(from..from + 3).any(|at| reader.can_be(at, Tags::VIEW))
}

/// Whether an amount or object follows "pledged": "two million euros", "its support".
fn is_gift(reader: &Reader<'_, '_>, at: usize) -> bool {
    let object =
        matches!(reader.shape(at), Some(Shape::Number | Shape::Lower | Shape::Mark('$' | '€' | '£')));
    let other = reader.can_be(at, Tags::PREPOSITION | Tags::JOINER | Tags::RELATIVE);
    reader.can_be(at, Tags::DETERMINER) || object && !other
}

/// ", agreeing to …": the subject is that of the sentence.
fn participle(reader: &Reader<'_, '_>, at: usize, last: usize) -> Option<Found> {
    let before = at.checked_sub(1)?;
    let comma = if reader.is(before, "while") { before.checked_sub(1)? } else { before };
    if !reader.is_mark(comma, ',') {
        return None;
    }
    let subject = reader.shared(comma, reader.bounds(at).start)?;
    let meant = reader.meant(subject.actor)?;
    Some(Found {
        words: at..reader.reach(last),
        verb: at,
        parties: meant.parties.clone(),
        person: meant.person,
        firmness: Obligation::Explicit,
        frame: Frame::Free,
    })
}

/// The verb of the list that this is a form of: "agreed", "committing".
fn lemma(verb: &str) -> Option<&'static str> {
    match verb {
        "undertook" | "undertaken" => return lemma("undertake"),
        "swore" | "sworn" => return lemma("swear"),
        _ => {}
    }
    let bare =
        verb.strip_suffix("ing").or_else(|| verb.strip_suffix("ed")).or_else(|| verb.strip_suffix('s'));
    let bare = bare.unwrap_or(verb);
    let of = |known: &&&str| {
        let doubled = bare.strip_suffix(['t', 'r']) == Some(**known);
        **known == bare || **known == verb || known.strip_suffix('e') == Some(bare) || doubled
    };
    VERBS.iter().find(of).copied()
}

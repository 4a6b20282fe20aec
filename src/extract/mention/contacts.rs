//! Contacts: words that report a meeting, call, letter or visit, and whether they report it as done.
//!
//! A light verb and its noun are one mention ("held talks", "had a phone call"), and so are a noun
//! and the verb behind it ("talks were held"). What stands before the words tells their
//! [`Standing`]: "met" reports, "will meet" looks ahead, "during a meeting" gives the setting of
//! something else, "their last meeting" is an aside.

use std::ops::Range;

use crate::extract::segment::{Part, Sentence, Source};
use crate::lexicon::{ContactWord, PartyForm, Shape, TitleClass};

/// Words that report a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct ContactMention {
    /// The words, from the verb to its noun.
    pub words: Range<usize>,
    /// What sort of contact.
    pub sort: ContactWord,
    /// Whether somebody came to it as to an event of others ("attended the meeting").
    pub attended: bool,
    /// How the text speaks of it.
    pub standing: Standing,
}

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

/// A phrase of the table in the text, before its surroundings are asked.
struct Hit {
    words: Range<usize>,
    sorts: Vec<ContactWord>,
}

/// A light verb's noun begins within so many words.
const NOUN_WITHIN: usize = 14;

/// What happened to a noun is told within so many words.
const VERB_WITHIN: usize = 40;

/// And within so many phrases of the table.
const HITS_WITHIN: usize = 6;

/// Every contact that an article mentions, in order.
pub(super) fn contacts(source: &Source<'_>) -> Vec<ContactMention> {
    source.sentences.iter().flat_map(|sentence| in_sentence(source, sentence)).collect()
}

fn in_sentence(source: &Source<'_>, sentence: &Sentence) -> Vec<ContactMention> {
    let hits = hits(source, &sentence.words);
    let mut found = Vec::new();
    let mut skip = 0;
    for (n, hit) in hits.iter().enumerate() {
        if n < skip {
            continue;
        }
        let later = hits.get(n + 1..).unwrap_or_default();
        let carried = carried_noun(source, hit, later);
        let mention = if let Some((noun, sort)) = carried {
            skip = n + 2;
            let end = noun.words.end;
            let attended = hit.sorts.contains(&ContactWord::Attend);
            Some((hit.words.start..end, sort, attended, standing_of_verb(source, sentence, hit.words.start)))
        } else {
            read(source, sentence, hit, later)
        };
        found.extend(mention.map(|(words, sort, attended, standing)| ContactMention {
            words,
            sort,
            attended,
            standing,
        }));
    }
    found
}

/// A mention as it is read, before it has its names.
type Read = (Range<usize>, ContactWord, bool, Standing);

/// Reads a phrase that no light verb carries.
fn read(source: &Source<'_>, sentence: &Sentence, hit: &Hit, later: &[Hit]) -> Option<Read> {
    use ContactWord::*;
    let at = hit.words.start;
    let headline = sentence.part == Part::Headline;
    for &sort in &hit.sorts {
        let standing = match sort {
            Hold | Happen => continue,
            // "a visit" is no verb.
            Visit if source.is(at, "visit") && !follows_modal(source, at) => continue,
            Meet if is_other_meeting(source, sentence, &hit.words) => continue,
            // "calls on all parties to" asks; "calls on the minister" meets.
            Meet if source.is(hit.words.end.saturating_sub(1), "on")
                && !has_person_after(source, hit.words.end, sentence.words.end) =>
            {
                continue;
            }
            Meet | Visit | Discuss | Write | Greet | Attend | Gather | Say => {
                standing_of_verb(source, sentence, at)
            }
            Receive if has_person_after(source, hit.words.end, sentence.words.end) => {
                standing_of_verb(source, sentence, at)
            }
            Speak if speaks_with(source, &hit.words, sentence.words.end) => {
                standing_of_verb(source, sentence, at)
            }
            Receive | Speak => continue,
            ByPhone | ByVideo => Standing::Reported,
            Meeting | Call | Video | Letter | Trip | Summit | Remarks => {
                match happening(source, sentence, hit, later) {
                    Some(standing) => standing,
                    None => standing_of_noun(source, sentence, at, headline),
                }
            }
        };
        return Some((hit.words.clone(), sort, sort == Attend, standing));
    }
    None
}

/// The phrases of the table in a sentence.
fn hits(source: &Source<'_>, words: &Range<usize>) -> Vec<Hit> {
    let mut hits = Vec::new();
    let mut at = words.start;
    while at < words.end {
        match source.lexicon.contacts().longest(source.words(&(at..words.end))) {
            Some((n, sorts)) => {
                hits.push(Hit { words: at..at + n, sorts: sorts.into_iter().copied().collect() });
                at += n;
            }
            None => at += 1,
        }
    }
    hits
}

/// The noun that a light verb carries, if the next phrase is one, with its sort. "Had an answer", "gave remarks" are no contact between parties.
fn carried_noun<'h>(source: &Source<'_>, hit: &Hit, later: &'h [Hit]) -> Option<(&'h Hit, ContactWord)> {
    let noun = later.first().filter(|_| hit.sorts.contains(&ContactWord::Hold))?;
    let between = hit.words.end..noun.words.start;
    let parted = between.len() > NOUN_WITHIN
        || between.clone().any(|at| breaks_clause(source, at) || source.is_any(at, PARTING));
    let sort = noun.sorts.iter().copied().find(|sort| sort.is_noun())?;
    (!parted && sort != ContactWord::Remarks).then_some((noun, sort))
}

/// Words between a light verb and a noun that part them: "had, after the talks", "held up by".
const PARTING: &[&str] =
    &["after", "before", "during", "since", "to", "for", "that", "by", "at", "on", "with", "of", "following"];

/// How a noun's own verb reports it: "talks were held", "the meeting will take place".
fn happening(source: &Source<'_>, sentence: &Sentence, noun: &Hit, later: &[Hit]) -> Option<Standing> {
    let verb = later
        .iter()
        .find(|hit| !hit.sorts.iter().all(|sort| sort.is_noun() || *sort == ContactWord::ByVideo))?;
    let between = noun.words.end..verb.words.start;
    let near =
        between.len() <= VERB_WITHIN && !between.clone().any(|at| source.is_any(at, &["who", "which", ";"]));
    let happens = near && verb.sorts.contains(&ContactWord::Happen);
    happens.then(|| standing_of_verb(source, sentence, verb.words.start))
}

/// Whether "spoke" has somebody to speak with: "spoke today with", "spoke by phone to".
fn speaks_with(source: &Source<'_>, verb: &Range<usize>, end: usize) -> bool {
    let last = source.word(verb.end.saturating_sub(1));
    if last.is_some_and(|word| word.is("to") || word.is("with") || word.is("phone"))
        || source.word(verb.start).is_some_and(|w| w.word.text.to_ascii_lowercase().contains("phone"))
    {
        return true;
    }
    for at in verb.end..end.min(verb.end + 9) {
        if source.is_any(at, &["with", "to", "phone", "telephone"]) {
            return true;
        }
        if source.is_any(at, &["at", "about", "before", "in", "of", "against", "for", "out"]) {
            return false;
        }
    }
    false
}

/// Whether a person or an office follows: a name at once, or an office within a few words.
fn has_person_after(source: &Source<'_>, from: usize, end: usize) -> bool {
    let state = source.lexicon.party_names().longest(source.words(&(from..end)));
    let state = state.filter(|(n, names)| {
        let possessive = source.word(from + n).is_some_and(|word| word.word.shape == Shape::Possessive);
        !possessive && names.iter().all(|name| matches!(name.form, PartyForm::Name | PartyForm::Capital))
    });
    let named = state.is_none() && source.word(from).is_some_and(|word| word.word.shape.is_capital());
    let office = |at: usize| {
        let title = source.lexicon.titles().longest(source.words(&(at..end)));
        title.is_some_and(|(_, classes)| {
            classes.iter().any(|class| matches!(class, TitleClass::Head | TitleClass::Honorific))
        })
    };
    named || (from..end.min(from + 8)).any(office)
}

/// What one meets that is nobody.
const NOT_MET: &[&str] = &[
    "need",
    "needs",
    "demand",
    "demands",
    "standards",
    "criteria",
    "requirements",
    "expectations",
    "challenge",
    "challenges",
    "target",
    "targets",
    "goal",
    "goals",
    "obligations",
    "deadline",
    "conditions",
    "commitments",
];

/// Whether "meet" has no person as its object: "meet the needs of", "helping Malta meet".
fn is_other_meeting(source: &Source<'_>, sentence: &Sentence, words: &Range<usize>) -> bool {
    let after = words.end..sentence.words.end.min(words.end + 6);
    let bare = source.is(words.start, "meet") && words.len() == 1;
    let finite = sentence.part == Part::Headline || source.is_any(words.end, &["with", "in", "on", "today"]);
    after.clone().any(|at| source.is_any(at, NOT_MET))
        || bare && !finite && !follows_modal(source, words.start)
}

/// Whether a verb in its bare form has its helper: "will meet", "to meet".
fn follows_modal(source: &Source<'_>, verb: usize) -> bool {
    let mut before = (verb.saturating_sub(3)..verb).rev();
    before.any(|at| source.is(at, "to") || source.is_any(at, AHEAD))
}

/// Words before a verb that make it one of the future or a wish.
const AHEAD: &[&str] = &["will", "would", "shall", "should", "may", "might", "can", "could", "must", "ll"];

/// Words before "to" that make it a plan.
const PLANNED: &[&str] = &[
    "plans",
    "planned",
    "set",
    "due",
    "expected",
    "scheduled",
    "is",
    "are",
    "invited",
    "going",
    "intends",
    "about",
];

/// Words that may stand between those and the verb.
const BETWEEN: &[&str] = &[
    "also",
    "be",
    "have",
    "then",
    "later",
    "again",
    "first",
    "jointly",
    "co",
    "officially",
    "not",
    "soon",
    "personally",
];

/// Words that open a clause about something else than the sentence reports.
const SIDE_CLAUSE: &[&str] =
    &["who", "whom", "which", "when", "where", "since", "if", "because", "until", "before"];

fn standing_of_verb(source: &Source<'_>, sentence: &Sentence, verb: usize) -> Standing {
    let from = sentence.words.start.max(verb.saturating_sub(12));
    let before = || (from..verb).rev();
    let helper = before().find(|&at| !source.is_any(at, BETWEEN));
    if let Some(to) = helper.filter(|&at| source.is(at, "to")) {
        let planned = to.checked_sub(1).is_some_and(|at| source.is_any(at, PLANNED));
        // "came to meet" tells a purpose; "Minister to meet envoy" is a headline's future.
        return if planned || sentence.part == Part::Headline { Standing::Ahead } else { Standing::Aside };
    }
    if helper.is_some_and(|at| source.is_any(at, AHEAD)) {
        return Standing::Ahead;
    }
    if helper.is_some_and(|at| source.is(at, "had")) {
        return Standing::Aside;
    }
    let clause = before().take_while(|&at| !source.is_any(at, &[",", ";", ":", "—", "–"]));
    match clause.into_iter().any(|at| source.is_any(at, SIDE_CLAUSE)) {
        true => Standing::Aside,
        false => Standing::Reported,
    }
}

/// Words before a noun that make it the setting of what is reported.
const SETTING: &[&str] =
    &["during", "at", "in", "after", "following", "on", "for", "through", "amid", "via", "over"];

/// Words before a noun that put it off.
const COMING: &[&str] = &[
    "before",
    "ahead",
    "upcoming",
    "next",
    "forthcoming",
    "planned",
    "future",
    "possible",
    "scheduled",
    "expected",
    "prior",
    "eve",
    "invitation",
    "invited",
    "proposed",
    "potential",
    "coming",
];

/// Words before a noun that tell that it is another one.
const OTHER: &[&str] = &[
    "since",
    "last",
    "previous",
    "recent",
    "earlier",
    "past",
    "of",
    "welcoming",
    "welcome",
    "welcomes",
    "welcomed",
    "sidelines",
    "margins",
    "recalled",
    "historic",
    "successful",
    "every",
    "regular",
    "against",
    "within",
    "framework",
    "from",
    "about",
    "regarding",
    "outcome",
    "outcomes",
    "results",
    "until",
    "like",
    "no",
    "than",
    "opposes",
    "oppose",
    "opposed",
    "rejects",
    "backs",
    "urges",
    "calls",
    "proposes",
    "seeks",
    "wants",
];

/// Words before "of" that leave the noun after it what is reported: "Readout of talks", "two days of
/// meetings".
const PART_OF: &[&str] = &[
    "readout",
    "summary",
    "day",
    "days",
    "round",
    "rounds",
    "series",
    "course",
    "start",
    "beginning",
    "outset",
    "conclusion",
    "end",
    "hours",
    "session",
    "opening",
];

fn standing_of_noun(source: &Source<'_>, sentence: &Sentence, noun: usize, headline: bool) -> Standing {
    let from = sentence.words.start.max(noun.saturating_sub(9));
    let mut within = None;
    for at in (from..noun).rev() {
        if source.is_any(at, COMING) {
            return Standing::Ahead;
        }
        if source.is(at, "of") && at.checked_sub(1).is_some_and(|at| source.is_any(at, PART_OF)) {
            return if headline { Standing::Reported } else { Standing::Setting };
        }
        if source.is_any(at, OTHER) {
            return Standing::Aside;
        }
        if source.is_any(at, SETTING) {
            within = Some(Standing::Setting);
            break;
        }
        if breaks_clause(source, at) || source.is(at, "and") || source.is(at, "to") {
            break;
        }
    }
    match within {
        Some(_) if headline && source.is_any(from, &["joint", "readout"]) => Standing::Reported,
        Some(standing) => standing,
        None if headline => Standing::Reported,
        None if noun <= sentence.words.start + 4 => Standing::Known,
        None => Standing::Aside,
    }
}

/// Whether this word parts two clauses.
pub(in crate::extract) fn breaks_clause(source: &Source<'_>, at: usize) -> bool {
    let Some(word) = source.word(at) else { return true };
    match word.word.shape {
        Shape::Mark(mark) => matches!(mark, ';' | ':' | '—' | '“' | '”' | '"' | '!' | '?' | '.'),
        Shape::Lower => source.is_any(at, &["who", "whom", "which", "where", "whose"]),
        _ => false,
    }
}

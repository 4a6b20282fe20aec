//! Contacts: words that report a meeting, call, letter or visit, and whether they report it as done.
//!
//! A light verb and its noun are one mention ("held talks", "had a phone call"), and so are a noun
//! and the verb behind it ("talks were held"). What stands before the words tells their
//! [`Standing`] (`standing`, `told`); what stands behind tells whether there is anybody to meet (`object`).

mod hanging;
mod home;
mod object;
mod standing;
mod told;
mod wanted;

use std::ops::Range;

use smallvec::SmallVec;

use super::in_order::Placed;
use crate::extract::clause::{Clauses, Form, Opens};
use crate::extract::segment::{Part, Source};
use crate::lexicon::{ContactWord, Cue, Shape};
use standing::Surroundings;

pub(in crate::extract) use standing::Standing;

/// Words that report a contact.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::extract) struct ContactMention {
    /// The words, from the verb to its noun.
    pub words: Range<usize>,
    /// What sort of contact.
    pub sort: ContactWord,
    /// Of what the words consist.
    pub form: ContactForm,
    /// How the text speaks of it.
    pub standing: Standing,
}

impl Placed for ContactMention {
    fn words(&self) -> &Range<usize> {
        &self.words
    }
}

/// Of what the words for a contact consist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::extract) enum ContactForm {
    /// A verb, or an adverb of means.
    Verb,
    /// A light verb and its noun: "held talks".
    Carried,
    /// A verb of coming to an event of others, and its noun: "attended the meeting".
    Attended,
    /// A noun alone.
    Noun,
}

/// A phrase of the table in the text, before its surroundings are asked.
struct Hit {
    words: Range<usize>,
    sorts: SmallVec<[ContactWord; 2]>,
}

/// A light verb's noun begins within so many words.
const NOUN_WITHIN: usize = 14;

/// What happened to a noun is told within so many words.
const VERB_WITHIN: usize = 40;

/// And within so many phrases of the table.
const HITS_WITHIN: usize = 6;

/// Every contact that an article mentions, in order.
pub(super) fn contacts(source: &Source<'_>, clauses: &Clauses) -> Vec<ContactMention> {
    let surroundings = source.sentences.iter().map(|sentence| Surroundings { source, clauses, sentence });
    surroundings.flat_map(in_sentence).collect()
}

fn in_sentence(around: Surroundings<'_, '_>) -> Vec<ContactMention> {
    let Surroundings { source, clauses, sentence } = around;
    let hits = hits(source, clauses, &sentence.words);
    let mut found = Vec::new();
    let mut rest = hits.as_slice();
    while let Some((hit, later)) = rest.split_first() {
        rest = later;
        let carried = carried_noun(around, hit, later);
        if carried.is_some() {
            rest = later.get(1..).unwrap_or_default();
        }
        found.extend(carried.map_or_else(
            || read(around, hit, later),
            |(noun, sort)| {
                let attended = hit.sorts.contains(&ContactWord::Attend);
                let form = if attended { ContactForm::Attended } else { ContactForm::Carried };
                let standing = around.of_verb(hit.words.start);
                let words = hit.words.start..noun.words.end;
                (!around.is_at_home(&words, sort)).then_some(ContactMention { words, sort, form, standing })
            },
        ));
    }
    if sentence.part == Part::Headline {
        put_off(source, &mut found);
    }
    found
}

/// "Minister to visit Norland for talks": what a headline names after something that is yet to come
/// is yet to come itself; "Minister to visit Norland after call with envoy" tells of the call.
fn put_off(source: &Source<'_>, found: &mut [ContactMention]) {
    let ahead = found.iter().position(|contact| contact.standing == Standing::Ahead);
    for contact in found.iter_mut().skip(ahead.unwrap_or(usize::MAX)) {
        if contact.form == ContactForm::Noun && !follows(source, contact) {
            contact.standing = contact.standing.max(Standing::Ahead);
        }
    }
}

/// "after a call", "following talks", "in their meeting": what is told took place with it or after it.
pub(in crate::extract) fn follows(source: &Source<'_>, contact: &ContactMention) -> bool {
    const NEAR: usize = 4;
    let start = contact.words.start;
    let before = source.before(start, NEAR).rev();
    let mut before = before.take_while(|&at| !breaks_clause(source, at) && !source.is(at, ","));
    before.any(|at| source.is_any(at, &["after", "following", "during"]))
}

/// Reads a phrase that no light verb carries: the first of its sorts that its surroundings allow.
fn read(around: Surroundings<'_, '_>, hit: &Hit, later: &[Hit]) -> Option<ContactMention> {
    use ContactWord::{ByPhone, ByVideo, Meet};
    if object::is_under_way(around, &hit.words) {
        let standing = around.of_verb(hit.words.start);
        return Some(ContactMention {
            words: hit.words.clone(),
            sort: Meet,
            form: ContactForm::Verb,
            standing,
        });
    }
    let sort = hit.sorts.iter().copied().find(|&sort| object::allows(around, &hit.words, sort))?;
    if around.is_at_home(&hit.words, sort) {
        return None;
    }
    let (form, standing) = match sort {
        ByPhone | ByVideo => (ContactForm::Verb, Standing::Reported),
        noun if noun.is_noun() => {
            let happened = happening(around, hit, later);
            let form = if happened.is_some() { ContactForm::Carried } else { ContactForm::Noun };
            let standing = happened.unwrap_or_else(|| around.of_noun(hit.words.start));
            (form, standing)
        }
        ContactWord::Discuss if is_of_a_thing(around, hit) => (ContactForm::Verb, Standing::Aside),
        _ => (ContactForm::Verb, around.of_verb(hit.words.start)),
    };
    Some(ContactMention { words: hit.words.clone(), sort, form, standing })
}

/// "a deal signed by Norland and Sudland": what is known of a thing that is spoken of, unless a day is told.
fn is_of_a_thing(around: Surroundings<'_, '_>, hit: &Hit) -> bool {
    let Surroundings { source, clauses, sentence } = around;
    let Some(clause) = clauses.at(hit.words.start).filter(|clause| clause.opens == Opens::Participle) else {
        return false;
    };
    let passive = clause.verb.as_ref().is_some_and(|verb| verb.form == Form::Participle && verb.passive);
    let comma = hit.words.start.checked_sub(1).is_some_and(|at| source.is(at, ","));
    let day = clause.words.clone().any(|at| clauses.is_lifted(at));
    sentence.part == Part::Body && passive && !comma && !day && source.is(hit.words.end, "by")
}

/// The phrases of the table in a sentence, on what is left where days and parentheses are lifted out.
fn hits(source: &Source<'_>, clauses: &Clauses, words: &Range<usize>) -> Vec<Hit> {
    let mut kept = Vec::with_capacity(words.len());
    kept.extend(words.clone().filter(|&at| !clauses.is_lifted(at)));
    let mut hits = Vec::new();
    let mut from = 0;
    while let Some(rest) = kept.get(from..).filter(|rest| !rest.is_empty()) {
        let found = source.phrase_over(source.lexicon.contacts(), rest);
        let n = found.as_ref().map_or(1, |(n, _)| *n);
        if let Some((_, sorts)) = found
            && let (Some(&first), Some(&last)) = (kept.get(from), kept.get(from + n - 1))
        {
            let hit = Hit { words: first..last + 1, sorts: sorts.iter().copied().collect() };
            match hits.last_mut().filter(|whole| is_whole_of(source, whole, &hit)) {
                Some(whole) => whole.words.end = hit.words.end,
                None => hits.push(hit),
            }
        }
        from += n;
    }
    hits
}

/// "the sixth meeting of their working group": both nouns are of one contact.
fn is_whole_of(source: &Source<'_>, whole: &Hit, part: &Hit) -> bool {
    const BETWEEN: usize = 3;
    // "a meeting of the Trilateral Group" is a gathering.
    let noun = |hit: &Hit| hit.sorts.iter().all(|sort| *sort == ContactWord::Meeting);
    let mut between = whole.words.end..part.words.start;
    noun(whole)
        && noun(part)
        && (2..=BETWEEN).contains(&between.len())
        && between.next().is_some_and(|at| source.is(at, "of"))
        && between.next().is_some_and(|at| source.is_cue(at, Cue::Determiner))
}

/// The noun that a light verb carries, if the next phrase is one, with its sort. "Had an answer",
/// "gave remarks" are no contact between parties.
fn carried_noun<'h>(
    around: Surroundings<'_, '_>,
    hit: &Hit,
    later: &'h [Hit],
) -> Option<(&'h Hit, ContactWord)> {
    let source = around.source;
    let noun = later.first().filter(|_| hit.sorts.contains(&ContactWord::Hold))?;
    // "has called off a visit": the helper carries nothing.
    let helps = around
        .clauses
        .verb_at(hit.words.start)
        .is_some_and(|(_, group)| group.words.contains(&hit.words.start) && group.verb >= hit.words.end);
    // "since the start of talks"
    let start = source.is(hit.words.start, "start") && around.clauses.verb_at(hit.words.start).is_none();
    if helps || start {
        return None;
    }
    let between = hit.words.end..noun.words.start;
    let quoted = is_quoted_word(source, &between);
    let parted = between.len() > NOUN_WITHIN
        || between.clone().any(|at| breaks_clause(source, at) && !quoted || parts(source, at));
    let sort = noun.sorts.iter().copied().find(|sort| sort.is_noun())?;
    (!parted && sort != ContactWord::Remarks).then_some((noun, sort))
}

/// "had a “very productive” meeting": what a light verb's noun is called in somebody's words parts nothing.
fn is_quoted_word(source: &Source<'_>, between: &Range<usize>) -> bool {
    const WORDS: usize = 4;
    let is_mark = |at: &usize| {
        let shape = source.word(*at).map(|word| word.word.shape);
        matches!(shape, Some(Shape::Mark('"' | '“' | '”' | '\'' | '‘' | '’')))
    };
    let mut marks = between.clone().filter(is_mark);
    let (first, last) = (marks.next(), marks.next());
    let closed = first.zip(last).is_some_and(|(first, last)| last - first <= WORDS + 1);
    closed && marks.next().is_none()
}

/// Whether a word parts a light verb from a noun after it; "received on Monday a letter" does not.
fn parts(source: &Source<'_>, at: usize) -> bool {
    let named = source
        .word(at + 1)
        .is_some_and(|word| word.word.shape.is_capital() || word.word.shape == Shape::Number);
    source.is_cue(at, Cue::Parting) && !(named && source.is_any(at, &["on", "in", "at"]))
}

/// How a noun's own verb reports it: "talks were held", "the meeting will take place".
fn happening(around: Surroundings<'_, '_>, noun: &Hit, later: &[Hit]) -> Option<Standing> {
    let source = around.source;
    let verb = later
        .iter()
        .take(HITS_WITHIN)
        .find(|hit| !hit.sorts.iter().all(|sort| sort.is_noun() || *sort == ContactWord::ByVideo))?;
    let between = noun.words.end..verb.words.start;
    let near =
        between.len() <= VERB_WITHIN && !between.clone().any(|at| source.is_any(at, &["who", "which", ";"]));
    // "in a call that lasted an hour": the clause is about the noun, and what happened in it is told outside.
    let relative = around.clauses.at(verb.words.start).is_some_and(|clause| clause.opens == Opens::Relative);
    let happens = near && !relative && verb.sorts.contains(&ContactWord::Happen);
    happens.then(|| around.of_verb(verb.words.start))
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

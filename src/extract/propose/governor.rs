//! Governor: which contact a day or place belongs to.
//!
//! It is the nearest one before it in its clause, else the nearest after it, as in "On 12 March the
//! ministers met"; else one in a clause that this one hangs on, or that hangs on it. So "met the envoy, who was born in Rome" puts nobody in Rome.

use std::ops::Range;

use crate::extract::clause::Opens;
use crate::extract::mention::{ContactMention, Standing, breaks_clause};
use crate::extract::rule::Scene;
use crate::extract::segment::{Part, Sentence};
use crate::lexicon::{ContactWord, Shape};

/// A contact governs words within so many of its own.
const REACH: usize = 60;

/// Words that tie a day to the noun behind it: "their February call".
const OWNERS: &[&str] = &["their", "its", "his", "her", "our", "the", "a"];

/// The contact that these words belong to.
pub(in crate::extract) fn governor<'s>(
    scene: &'s Scene<'_>,
    words: &Range<usize>,
) -> Option<&'s ContactMention> {
    let source = &scene.source;
    let sentence = source.sentence_at(words.start)?.words.clone();
    let first = source.is_any(sentence.start, &["on", "in", "at"]);
    if first && words.start <= sentence.start + 2 {
        return opened(scene, words.end..sentence.end.min(words.end + REACH));
    }
    let owner = words.start.checked_sub(1).and_then(|at| source.word(at));
    // "on the 3rd of May" is owned by nobody.
    let numbered =
        source.word(words.start).is_some_and(|word| word.word.text.starts_with(|c: char| c.is_ascii_digit()))
            && owner.is_some_and(|word| word.is("the"));
    let owned = !numbered
        && owner.is_some_and(|word| {
            word.word.shape == Shape::Possessive || OWNERS.iter().any(|owner| word.is(owner))
        });
    let near = sentence.start.max(words.start.saturating_sub(REACH))..sentence.end.min(words.end + REACH);
    let mut after = contacts(scene, words.end..near.end);
    if owned {
        return after.next().filter(|contact| contact.words.start <= words.end + 1);
    }
    // "received on Sunday a written message" has the day between verb and noun.
    let around =
        |contact: &&ContactMention| contact.words.end <= words.start || contact.words.end >= words.end;
    let before = || contacts(scene, near.start..words.start).filter(around);
    let own = scene.clauses.index_at(words.start);
    // "said on Tuesday Norland would host it", "said Tuesday the port was open": "that" is left out.
    let told = before().next_back().filter(|contact| {
        let gap = contact.words.end..words.start;
        contact.sort == ContactWord::Say
            && (gap.is_empty() || gap.len() == 1 && source.is_any(gap.start, &["on", "in", "late", "early"]))
            && scene.clauses.index_at(contact.words.start) != own
    });
    if told.is_some() {
        return told;
    }
    let in_clause = |contact: &&ContactMention| scene.clauses.index_at(contact.words.start) == own;
    let is_open = |mut between: Range<usize>| !between.any(|at| breaks_clause(source, at));
    let beside = before().rfind(in_clause).or_else(|| contacts(scene, words.end..near.end).find(in_clause));
    // "said this when she received the envoy, Mr. Lind, in Oslo": an apposition parts the place from its clause.
    let nearest = before().next_back().filter(|contact| is_occasion(scene, contact, own));
    if let Some(nearest) = nearest.filter(|_| beside.is_some_and(|beside| beside.sort == ContactWord::Say)) {
        return Some(nearest);
    }
    beside
        .or_else(|| {
            let before = before().next_back()?;
            let open = is_open(before.words.end.min(words.start)..words.start);
            (open && is_tied(scene, words.start, before.words.start)).then_some(before)
        })
        .or_else(|| {
            let after = after.next()?;
            let open = is_open(words.end..after.words.start);
            (open && is_tied(scene, words.start, after.words.start)).then_some(after)
        })
        .or_else(|| held_where(scene, words.end))
}

/// "was in Oslo on Sunday, where she met Lind": the contact that was held at the place that stands before these words,
/// on the day that they tell.
pub(in crate::extract) fn held_where<'s>(scene: &'s Scene<'_>, end: usize) -> Option<&'s ContactMention> {
    const NEAR: usize = 2;
    const FAR: usize = 6;
    let source = &scene.source;
    let after = source.after(end, FAR).filter(|&at| !scene.clauses.is_lifted(at));
    let opener = after.take(NEAR).find(|&at| source.is(at, "where"))?;
    let clause = scene.clauses.at(opener).filter(|clause| clause.opener == opener)?;
    let mut contacts = scene.mentions.contacts_within(&clause.words).iter();
    contacts.find(|contact| contact.sort.is_contact() && contact.standing <= Standing::Setting)
}

/// "when she received": whether a contact is the occasion on which what this clause tells was said.
fn is_occasion(scene: &Scene<'_>, contact: &ContactMention, said: Option<usize>) -> bool {
    let clause = scene.clauses.at(contact.words.start);
    contact.sort.is_contact()
        && contact.standing == Standing::Setting
        && clause.is_some_and(|clause| {
            clause.matrix == said
                && clause.opens == Opens::When
                && scene.source.is_any(clause.opener, &["when", "while", "as"])
        })
}

/// Whether words of one clause can be of a contact in another: the one hangs on the other, and nothing
/// between them tells of something else, as "who was elected" and "that they will sign" do.
fn is_tied(scene: &Scene<'_>, words: usize, contact: usize) -> bool {
    let (Some(own), Some(other)) = (scene.clauses.index_at(words), scene.clauses.index_at(contact)) else {
        return false;
    };
    let up = |from: usize, to: usize| {
        let mut at = from;
        loop {
            if at == to {
                return true;
            }
            let Some(clause) = scene.clauses.get(at) else { return false };
            let passes = matches!(clause.opens, Opens::To | Opens::Participle | Opens::When);
            match clause.matrix {
                Some(matrix) if passes => at = matrix,
                _ => return false,
            }
        }
    };
    let beside = |one: usize, two: usize| {
        let clause = |at| scene.clauses.get(at);
        clause(two).is_some_and(|two| two.opens == Opens::Beside)
            && clause(one).map(|one| one.matrix) == clause(two).map(|two| two.matrix)
    };
    up(own, other) || up(other, own) || beside(other, own)
}

/// The contact of a sentence that a day or place opens: the first thing that it reports.
fn opened<'s>(scene: &'s Scene<'_>, words: Range<usize>) -> Option<&'s ContactMention> {
    let reported = contacts(scene, words.clone()).find(|contact| contact.standing == Standing::Reported);
    reported.or_else(|| contacts(scene, words).next())
}

/// The contacts among these words, without the adverbs that only say by what means.
fn contacts<'s>(
    scene: &'s Scene<'_>,
    words: Range<usize>,
) -> impl DoubleEndedIterator<Item = &'s ContactMention> {
    let contacts = scene.mentions.contacts_within(&words).iter();
    contacts.filter(|contact| {
        !matches!(contact.sort, ContactWord::ByPhone | ContactWord::ByVideo) && !is_of_office(scene, contact)
    })
}

/// "the President of the National Assembly of Norland": a word for a meeting that is of somebody's office.
fn is_of_office(scene: &Scene<'_>, contact: &ContactMention) -> bool {
    if !contact.sort.is_noun() {
        return false;
    }
    let mentions = &scene.mentions.people.mentions;
    let at = mentions.partition_point(|mention| mention.words.end <= contact.words.start);
    mentions.get(at).is_some_and(|mention| mention.words.start < contact.words.start)
}

/// Where a dateline that opens a sentence ends, else where the sentence begins: "VALLETTA, March 14
/// (Wire) —" is no part of what is reported.
pub(in crate::extract) fn after_dateline(scene: &Scene<'_>, sentence: &Sentence) -> usize {
    let source = &scene.source;
    let dateline = source.article.dateline.as_ref();
    let place = dateline.and_then(|dateline| dateline.place.as_deref()).unwrap_or_default();
    let words = &sentence.words;
    if place.is_empty() || sentence.part == Part::Headline || !source.text(words).starts_with(place) {
        return words.start;
    }
    let ends = |at: &usize| match source.word(*at).map(|word| word.word.shape) {
        Some(Shape::Mark(mark)) => matches!(mark, '—' | '–' | '-' | ':' | ')'),
        _ => false,
    };
    let mut start = words.start..words.end.min(words.start + 20);
    start.rfind(ends).map_or(words.start, |at| at + 1)
}

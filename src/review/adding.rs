//! Adding what a person has selected in the article: filled as the engine fills what it proposes, unless it is in
//! the record already.

use super::edit::RecordEdit;
use super::field::Field;
use crate::extract::{NamedPerson, Selected};
use crate::lexicon::{Lexicon, fold};
use crate::model::{Evidence, Party, Record, Span};

/// What can be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Addable {
    /// Whoever is named took part.
    Participant,
    /// A party is bound.
    Commitment,
}

/// What comes of adding selected words.
#[derive(Clone, Debug, PartialEq)]
pub enum Addition {
    /// These edits add it; of several people each has one.
    New(Vec<RecordEdit>),
    /// It is there already.
    Known(Field),
}

impl Addition {
    /// What comes of adding these words to a record.
    pub fn of(what: Addable, span: Span, record: &Record, lexicon: &Lexicon) -> Self {
        match what {
            Addable::Participant => participants(span, record, lexicon),
            Addable::Commitment => commitment(span, record, lexicon),
        }
    }
}

/// Those who are named and are not there yet; words that name nobody are a name.
fn participants(span: Span, record: &Record, lexicon: &Lexicon) -> Addition {
    let words = record.article.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
    let mut named = Selected::new(&record.article, span, lexicon).people();
    if named.is_empty() {
        named.push(NamedPerson { name: words, title: None, party: None, span });
    }
    let known = |named: &NamedPerson| {
        let mut people = record.meeting.participants.iter();
        people.find(|person| fold(&person.name) == fold(&named.name)).map(|person| person.id.clone())
    };
    let first = named.first().and_then(known);
    let new: Vec<RecordEdit> =
        named.into_iter().filter(|named| known(named).is_none()).map(RecordEdit::AddNamed).collect();
    match first.filter(|_| new.is_empty()) {
        Some(id) => Addition::Known(id.into()),
        None => Addition::New(new),
    }
}

/// The commitment that these words are, or one of them that is made of nearly the same words.
fn commitment(span: Span, record: &Record, lexicon: &Lexicon) -> Addition {
    let text = &record.article.text;
    let is_it = |quoted: &Evidence| {
        let Some(known) = quoted.span(text) else { return false };
        let shared = known.end().min(span.end()).saturating_sub(known.start().max(span.start()));
        // A part of a commitment may be one of its own.
        5 * shared >= 4 * known.bytes().len().max(span.bytes().len())
    };
    match record.commitments.iter().find(|known| known.evidence.iter().any(is_it)) {
        Some(known) => Addition::Known(known.id.clone().into()),
        None => {
            let parties: Vec<Party> = record.meeting.parties().into_iter().cloned().collect();
            let read = Selected::new(&record.article, span, lexicon).undertaking().between(&parties);
            Addition::New(vec![RecordEdit::AddUndertaking(Box::new(read))])
        }
    }
}

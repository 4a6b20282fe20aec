//! What is worked out of a record once per change, so that drawing a frame only reads it.

use super::{Field, Problem, Tally, origin, problems};
use crate::lexicon::fold;
use crate::model::{Record, Ruling};

/// What the list and the forms show of a record beside its values.
#[derive(Debug)]
pub(super) struct Facts {
    /// parties · date · publisher
    pub summary: String,
    /// Everything that a search looks in, folded.
    pub haystack: String,
    /// What a person should look at.
    pub problems: Vec<Problem>,
    /// How many values stand how.
    pub tally: Tally,
    /// The values that a reviewer added.
    pub added: Vec<Field>,
}

impl Facts {
    pub fn of(record: &Record) -> Self {
        Self {
            summary: summary(record),
            haystack: haystack(record),
            problems: problems::find(record),
            tally: Tally::of(record),
            added: Field::all(record).filter(|field| origin::is_added(record, field)).collect(),
        }
    }
}

fn summary(record: &Record) -> String {
    let names: Vec<&str> = record.meeting.parties().iter().map(|party| party.name.as_str()).collect();
    let date = record.meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut);
    let date = date.map(|date| date.start).or(record.article.published).map(|day| day.to_string());
    let parts = [(!names.is_empty()).then(|| names.join(", ")), date, record.article.publisher.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

fn haystack(record: &Record) -> String {
    let article = &record.article;
    let mut found = vec![article.name(), &article.file_name];
    found.extend(article.publisher.as_deref());
    found.extend(record.meeting.location.iter().flat_map(|location| location.place.as_deref()));
    for participant in &record.meeting.participants {
        found.push(&participant.name);
        found.extend(participant.party.iter().flat_map(|party| [party.name.as_str(), party.code.as_str()]));
    }
    let words = found.iter().flat_map(|text| text.split_whitespace());
    words.map(fold).collect::<Vec<_>>().join(" ")
}

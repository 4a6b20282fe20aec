//! Edits of the kind of contact, the day and the place.

use super::rulings::quote;
use crate::calendar::days_in;
use crate::extract::{Choice, Days, Selected, Spot};
use crate::lexicon::Lexicon;
use crate::model::{
    Basis, ContactKind, Day, Evidence, Line, Location, MeetingDate, MeetingKind, Record, Ruling, Span,
};
use crate::review::article_facts::context;
use crate::review::field::Field;
use crate::review::origin::is_added;

/// How the parties were in contact; none if they were not said to be in any way.
pub(in crate::review) fn set_kind(record: &mut Record, value: Option<MeetingKind>) {
    let is_reviewers = is_added(record, &Field::Kind);
    let kind = &mut record.meeting.kind;
    match (value, kind.as_mut()) {
        (Some(value), None) => *kind = Some(ContactKind::of(value, Ruling::Corrected)),
        // The same kind chosen where it was ruled out brings it back.
        (Some(value), Some(kind)) if kind.value != value || kind.ruling == Ruling::RuledOut => {
            (kind.value, kind.ruling) = (value, Ruling::Corrected);
        }
        (Some(_), Some(_)) => {}
        (None, Some(old)) if !is_reviewers => old.ruling = Ruling::RuledOut,
        (None, _) => *kind = None,
    }
}

/// The day or days. Without a first day there is none.
pub(in crate::review) fn set_day(record: &mut Record, start: Option<Day>, end: Option<Day>) {
    let is_reviewers = is_added(record, &Field::Date);
    let date = &mut record.meeting.date;
    match (start, date.as_mut()) {
        (Some(start), None) => {
            *date = Some(MeetingDate {
                start,
                end,
                basis: Basis::Reviewer,
                evidence: Vec::new(),
                ruling: Ruling::Corrected,
            });
        }
        (Some(start), Some(date)) => {
            // The same day typed into a date that was ruled out brings it back.
            if (date.start, date.end) != (start, end) || date.ruling == Ruling::RuledOut {
                (date.start, date.end) = (start, end);
                (date.basis, date.ruling) = (Basis::Reviewer, Ruling::Corrected);
            }
        }
        (None, Some(old)) if !is_reviewers => old.ruling = Ruling::RuledOut,
        (None, _) => *date = None,
    }
}

/// The days that these words name, read as the engine reads them. Words that name none change nothing.
pub(super) fn set_day_from(record: &mut Record, span: Span, lexicon: &Lexicon) {
    let context = context(&record.article, lexicon);
    if let Some(days) = days_in(record.article.text.slice(span), &context) {
        let evidence = vec![quote(record, span)];
        record.meeting.date = Some(MeetingDate {
            start: days.start,
            end: days.end,
            basis: days.basis,
            evidence,
            ruling: Ruling::Corrected,
        });
    }
}

/// The day that the engine read from other words, or otherwise from the same.
pub(super) fn choose_day(record: &mut Record, Choice { value, why }: Choice<Days>) {
    let evidence = vec![Evidence::quote(&record.article.text, why.span, why.rule)];
    record.meeting.date = Some(MeetingDate {
        start: value.start,
        end: value.end,
        basis: value.basis,
        evidence,
        ruling: Ruling::Corrected,
    });
}

/// The place that the engine read from other words.
pub(super) fn choose_place(record: &mut Record, Choice { value, why }: Choice<Spot>) {
    let evidence = vec![Evidence::quote(&record.article.text, why.span, why.rule)];
    let (place, country, venue) = (value.place.map(Line::from), value.country, value.venue.map(Line::from));
    let unknown = Location::unknown(Ruling::Corrected);
    record.meeting.location = Some(Location { place, country, venue, evidence, ..unknown });
}

/// Changes a part of the place. A place of which no part is left was none.
pub(super) fn change_location(record: &mut Record, change: impl FnOnce(&mut Location)) {
    let is_reviewers = is_added(record, &Field::Location);
    let location = &mut record.meeting.location;
    let mut new = location.clone().unwrap_or(Location::unknown(Ruling::Corrected));
    change(&mut new);
    let bare = Location { evidence: new.evidence.clone(), ..Location::unknown(new.ruling) };
    let nothing_left = new == bare;
    match location {
        Some(old) if nothing_left && !is_reviewers => old.ruling = Ruling::RuledOut,
        _ if nothing_left => *location = None,
        Some(old) if *old == new => {}
        _ => *location = Some(Location { ruling: Ruling::Corrected, ..new }),
    }
}

/// The place that these words name, as the engine reads it there; else by these words, with its country where
/// the tables know it.
pub(super) fn set_place_from(record: &mut Record, span: Span, lexicon: &Lexicon) {
    let read = Selected::new(&record.article, span, lexicon).place();
    let by_name = || {
        let words = record.article.text.slice(span).split_whitespace().collect::<Vec<_>>().join(" ");
        Spot { country: lexicon.country_of_phrase(&words), place: Some(words), venue: None }
    };
    let Spot { place, country, venue } = read.unwrap_or_else(by_name);
    let (place, venue) = (place.map(Line::from), venue.map(Line::from));
    let evidence = vec![quote(record, span)];
    change_location(record, |location| {
        // Another place's venue is not this one's.
        *location = Location { place, country, venue, evidence, ..Location::unknown(Ruling::Corrected) };
    });
}

//! What a person says of values: that they stand, that they do not, and which words support them.

use std::cmp::Reverse;

use super::Hand;
use crate::model::{Evidence, Participant, ParticipantId, Record, ReviewStatus, RuleName, Ruling, Span};
use crate::review::field::Field;

/// The words of a span, as a reviewer points at them.
pub(super) fn quote(record: &Record, span: Span) -> Evidence {
    Evidence::quote(&record.article.text, span, RuleName::REVIEWER)
}

/// These words support the field, in place of those that did. The value is what it was, and so is its ruling.
pub(super) fn point(record: &mut Record, field: &Field, span: Span) {
    let quoted = quote(record, span);
    if let Some((evidence, _)) = field.parts_mut(record)
        && !matches!(evidence.as_slice(), [only] if *only == quoted)
    {
        *evidence = vec![quoted];
    }
}

/// These words support the field besides those that do.
pub(super) fn point_also(record: &mut Record, field: &Field, spans: &[Span]) {
    let text = record.article.text.clone();
    let Some((evidence, _)) = field.parts_mut(record) else { return };
    for &span in spans {
        if !evidence.iter().any(|known| known.span(&text) == Some(span)) {
            evidence.push(Evidence::quote(&text, span, RuleName::REVIEWER));
        }
    }
}

/// These words do not support the field.
pub(super) fn point_away(record: &mut Record, field: &Field, span: Span) {
    let text = record.article.text.clone();
    let Some((evidence, ruling)) = field.parts_mut(record) else { return };
    evidence.retain(|known| known.span(&text) != Some(span));
    // Without words it is no proposal any more: it stands because the reviewer says so.
    if evidence.is_empty() && *ruling == Ruling::Proposed {
        *ruling = Ruling::Corrected;
    }
}

/// Where else in the text the words of the field's evidence stand, as whole words; for a participant
/// the name and the surname too, unless somebody else shares it.
pub fn same_words(record: &Record, field: &Field) -> Vec<Span> {
    let text = &record.article.text;
    let evidence = field.evidence(record);
    let known: Vec<Span> = evidence.iter().filter_map(|quoted| quoted.span(text)).collect();
    let mut words: Vec<&str> = evidence.iter().map(Evidence::exact).collect();
    if let Field::Participant(id) = field {
        words.extend(names(&record.meeting.participants, id));
    }
    // Longer words first: the surname within a full name is no place of its own.
    words.sort_unstable_by_key(|words| (Reverse(words.len()), *words));
    words.dedup();
    let mut places: Vec<Span> = Vec::new();
    for place in words.into_iter().flat_map(|words| text.whole_words(words)) {
        if !known.iter().chain(&places).any(|taken| taken.overlaps(place)) {
            places.push(place);
        }
    }
    places.sort_unstable();
    places
}

/// What a participant alone is called in an article: the whole name, and the surname.
fn names<'r>(people: &'r [Participant], id: &ParticipantId) -> impl Iterator<Item = &'r str> {
    let name = people.iter().find(|person| person.id == *id).map_or("", |person| person.name.trim());
    let others = people.iter().filter(|person| person.id != *id);
    let others: Vec<&str> = others.flat_map(|person| person.name.split_whitespace()).collect();
    let surname = name.split_whitespace().next_back().filter(|surname| !others.contains(surname));
    [Some(name), surname].into_iter().flatten().filter(|words| words.chars().count() > 1)
}

/// Sets a field's ruling. A value without evidence cannot be a proposal: somebody added it.
pub(super) fn rule(record: &mut Record, field: &Field, said: Ruling) {
    if let Some((evidence, ruling)) = field.parts_mut(record) {
        let unsupported = said == Ruling::Proposed && evidence.is_empty();
        *ruling = if unsupported { Ruling::Corrected } else { said };
    }
}

/// Confirms every value that nobody has ruled on.
pub(super) fn confirm_rest(record: &mut Record) {
    for field in Field::all(record).collect::<Vec<_>>() {
        if let Some((_, ruling)) = field.parts_mut(record)
            && !ruling.is_human()
        {
            *ruling = Ruling::Confirmed;
        }
    }
}

/// Moves the review on or back. Who vouches for a record, or rejects it, stands in it with the moment.
/// Nothing in a reviewed record is undecided: whoever marks it so confirms the rest.
pub fn set_status(record: &mut Record, status: ReviewStatus, hand: &Hand) {
    if record.review.status == status {
        return;
    }
    if status == ReviewStatus::Reviewed {
        confirm_rest(record);
    }
    let review = &mut record.review;
    review.status = status;
    let decided = matches!(status, ReviewStatus::Reviewed | ReviewStatus::Rejected);
    review.reviewer = decided.then(|| hand.by.as_str().into());
    review.reviewed_at = decided.then_some(hand.at);
}

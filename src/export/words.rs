//! Values of a record in words, as people write them: for the report and for plain text.

use crate::lexicon::Lexicon;
use crate::model::{
    Article, Commitment, Evidence, Location, MeetingDate, Obligation, Participant, Party, Record, Ruling,
};

/// The days of a meeting: `Friday 12 March 2021`.
pub(super) fn days(date: &MeetingDate) -> String {
    let last = date.end.map(|end| format!(" to {}", end.in_words())).unwrap_or_default();
    format!("{}{last}", date.start.in_words())
}

/// A place, from the building to the country: `Castille, Valletta, Malta`.
pub(super) fn place(location: &Location, lexicon: &Lexicon) -> String {
    let country = location.country.as_ref().map(|code| match lexicon.party(code.as_str()) {
        Some(row) => row.party.name.to_string(),
        None => code.to_string(),
    });
    // A city that is called as its country is said once.
    let place = location.place.as_deref().filter(|place| country.as_deref() != Some(*place));
    listed([location.venue.as_deref(), place, country.as_deref()])
}

/// Where a meeting was, as it is told in few words: no building.
pub(super) fn short_place(location: &Location, lexicon: &Lexicon) -> String {
    place(&Location { venue: None, ..location.clone() }, lexicon)
}

/// A person: `Maria Zerafa, Foreign Minister (Malta)`.
pub(super) fn person(person: &Participant) -> String {
    let named = listed([Some(person.name.as_str()), person.title.as_deref()]);
    match &person.party {
        Some(party) => format!("{named} ({})", party.name),
        None => named,
    }
}

/// Parties by name.
pub(super) fn parties<'p>(parties: impl IntoIterator<Item = &'p Party>) -> String {
    listed(parties.into_iter().map(|party| Some(party.name.as_str())))
}

/// How firmly, in one word.
pub(super) fn firmness(obligation: Obligation) -> &'static str {
    let label = obligation.label();
    label.split_once(" (").map_or(label, |(word, _)| word)
}

/// What a commitment says beside its words: by when, on what condition.
pub(super) fn terms(said: &Commitment) -> Vec<String> {
    let by = said.deadline.map(|deadline| format!("by {}", deadline.in_words()));
    [by, said.condition.clone()].into_iter().flatten().collect()
}

/// What a person has said of a value: one without words that nobody can have read, was inferred.
pub(super) fn ruling(ruling: Ruling, evidence: &[Evidence]) -> &'static str {
    match ruling {
        Ruling::Proposed => "proposed",
        Ruling::Confirmed if evidence.is_empty() => "inferred",
        Ruling::Confirmed => "confirmed",
        Ruling::Corrected => "corrected",
        Ruling::RuledOut => "rejected",
    }
}

/// How far the review of a record has come, and by whom.
pub(super) fn review(record: &Record) -> String {
    let review = &record.review;
    let by = review.reviewer.as_deref().filter(|_| review.reviewed_at.is_some());
    let by = by.map(|name| format!(" by {name}")).unwrap_or_default();
    let on = review.reviewed_at.map(|at| format!(" on {}", at.day().without_weekday())).unwrap_or_default();
    format!("{}{by}{on}", review.status.label())
}

/// Where an article is to be found: author, headline, publisher, day, address.
pub(super) fn citation(article: &Article) -> String {
    let mut parts = Vec::new();
    let ended = |words: &str| {
        let words = words.trim();
        if words.ends_with(['.', '!', '?', '…', '。']) { words.to_owned() } else { format!("{words}.") }
    };
    parts.extend(article.byline.as_deref().map(ended));
    parts.push(format!("“{}”", ended(article.name())));
    let day = article.published.or(article.dateline.as_ref().and_then(|dateline| dateline.date));
    let day = day.map(crate::model::Day::without_weekday);
    let issued = listed([article.publisher.as_deref(), day.as_deref()]);
    parts.extend((!issued.is_empty()).then(|| ended(&issued)));
    parts.extend(article.url.clone());
    parts.join(" ")
}

/// What there is of these, with commas between.
pub(super) fn listed<'w>(words: impl IntoIterator<Item = Option<&'w str>>) -> String {
    words.into_iter().flatten().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
}

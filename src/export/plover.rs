//! PLOVER events, one a line: a CONSULT for every two parties of a contact, an AGREE or its like for every
//! commitment. What is called what stands in `assets/tables/plover.tsv`.

use std::collections::HashMap;
use std::io;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::contents::Contents;
use super::json::put;
use super::{ExportFormat, Out, Records, Shape, Stream};
use crate::model::{Commitment, MeetingKind, Party, Record};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "plover",
    label: "PLOVER events",
    about: "Who consulted and who agreed with whom, one event a line (JSON), for event data.",
    extension: "plover.jsonl",
    most_rows: None,
    shape: Shape::Json(Stream { one: None, all: write }),
};

/// What a word of a record is in PLOVER.
#[derive(Clone, Copy, Debug, Default)]
struct Meaning {
    event: &'static str,
    mode: &'static str,
    context: &'static str,
}

/// The table, by what and key.
static TABLE: LazyLock<HashMap<(&str, &str), Meaning>> = LazyLock::new(|| {
    let text = include_str!("../../assets/tables/plover.tsv");
    let rows = text.lines().filter(|line| !line.starts_with('#')).skip(1);
    rows.filter_map(|line| {
        let mut cells = line.split('\t');
        let (what, key) = (cells.next()?, cells.next()?);
        Some(((what, key), Meaning { event: cells.next()?, mode: cells.next()?, context: cells.next()? }))
    })
    .collect()
});

fn meaning(what: &'static str, key: &str) -> Meaning {
    TABLE.get(&(what, key)).copied().unwrap_or_default()
}

fn write(records: &mut Records<'_>, _: Contents, out: &mut Out<'_>) -> io::Result<()> {
    for record in records {
        for event in consultations(&record).chain(agreements(&record)) {
            serde_json::to_writer(&mut *out, &event)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// A CONSULT for every two parties of a contact. The guest of a visit is its source.
fn consultations(record: &Record) -> impl Iterator<Item = Value> {
    let kind = record.meeting.known_kind().filter(|kind| kind.is_contact());
    let parties = if kind.is_some() { record.meeting.parties() } else { Vec::new() };
    let pairs = parties
        .iter()
        .enumerate()
        .flat_map(|(at, one)| parties.iter().skip(at + 1).map(move |other| (*one, *other)));
    let events = kind.map_or_else(Vec::new, |kind| {
        pairs.map(|(one, other)| consultation(record, kind, one, other)).collect::<Vec<_>>()
    });
    events.into_iter()
}

fn consultation(record: &Record, kind: MeetingKind, one: &Party, other: &Party) -> Value {
    let means = meaning("kind", kind.saved());
    let country = record.meeting.location.as_ref().and_then(|place| place.country.as_ref());
    let is_at = |party: &Party| country.is_some_and(|country| country.as_str() == party.code.as_str());
    let (source, target) = if is_at(one) { (other, one) } else { (one, other) };
    let place = match country {
        Some(_) if is_at(source) || is_at(target) => meaning("place", "party"),
        Some(_) => meaning("place", "other"),
        None => Meaning::default(),
    };
    let mode = if means.mode.is_empty() && kind.has_place() { place.mode } else { means.mode };
    let id = format!("{}-{}-{}", record.id, source.code, target.code);
    let mut event = event(record, id, means.event, &[source], &[target]);
    put(&mut event, "mode", stated(mode));
    put(
        &mut event,
        "text",
        record
            .meeting
            .kind
            .iter()
            .flat_map(|kind| &kind.evidence)
            .next()
            .map_or(Value::Null, |words| words.exact().into()),
    );
    event
}

/// An event for every commitment that says whom it binds.
fn agreements(record: &Record) -> impl Iterator<Item = Value> {
    let bound: Vec<&Commitment> = record.commitments.iter().filter(|said| !said.parties.is_empty()).collect();
    bound.into_iter().map(|said| {
        let means = meaning("obligation", said.obligation.saved());
        let (source, target): (Vec<&Party>, Vec<&Party>) =
            (said.parties.iter().collect(), said.toward.iter().collect());
        let mut event = event(record, format!("{}-{}", record.id, said.id), means.event, &source, &target);
        let mut contexts: Vec<&str> = said
            .topics
            .iter()
            .map(|topic| meaning("topic", topic).context)
            .filter(|word| !word.is_empty())
            .collect();
        contexts.sort_unstable();
        contexts.dedup();
        put(&mut event, "context", json!(contexts));
        put(&mut event, "text", said.text.as_str().into());
        put(&mut event, "obligation", said.obligation.saved().into());
        put(
            &mut event,
            "deadline",
            said.deadline.map_or(Value::Null, |deadline| deadline.to_string().into()),
        );
        event
    })
}

/// What all events have.
fn event(record: &Record, id: String, kind: &str, source: &[&Party], target: &[&Party]) -> Value {
    let (article, meeting) = (&record.article, &record.meeting);
    let actors = |parties: &[&Party]| -> Vec<Value> {
        parties
            .iter()
            .map(|party| json!({ "code": party.code.as_str(), "name": &*party.name, "sector": "GOV" }))
            .collect()
    };
    let day = meeting.date.as_ref().map(|date| date.start).or(article.published);
    let place = meeting.location.as_ref();
    json!({
        "id": id,
        "date": day.map(|day| day.to_string()),
        "event": kind,
        "mode": null,
        "context": [],
        "source": actors(source),
        "target": actors(target),
        "place": place.and_then(|place| place.place.as_deref()),
        "country": place.and_then(|place| place.country.as_ref()).map(|country| country.as_str()),
        "text": null,
        "record_id": record.id.as_str(),
        "number": record.number.get(),
        "publisher": article.publisher.as_deref(),
        "published": article.published.map(|day| day.to_string()),
        "url": article.url,
        "status": record.review.status.saved(),
    })
}

/// A word; null where there is none.
fn stated(word: &str) -> Value {
    if word.is_empty() { Value::Null } else { word.into() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Obligation;

    #[test]
    fn every_word_of_a_record_has_its_meaning() {
        for kind in MeetingKind::ALL.iter().filter(|kind| kind.is_contact()) {
            assert_eq!(meaning("kind", kind.saved()).event, "CONSULT", "{kind:?}");
        }
        for obligation in Obligation::ALL {
            assert!(!meaning("obligation", obligation.saved()).event.is_empty(), "{obligation:?}");
        }
        let topics = include_str!("../../assets/tables/topics.tsv");
        let topics = topics.lines().filter(|line| !line.starts_with('#')).skip(1);
        let topics: Vec<&str> = topics.map(|line| line.split('\t').next().unwrap()).collect();
        for topic in &topics {
            assert!(!meaning("topic", topic).context.is_empty(), "{topic}");
        }
        let rows = TABLE.keys().filter(|(what, _)| *what == "topic").count();
        assert_eq!(rows, topics.len(), "no row is left over");
    }
}

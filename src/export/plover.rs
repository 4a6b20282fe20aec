//! PLOVER events, one a line: a CONSULT for every contact, an AGREE or its like for every commitment, in the fields that
//! its specification names, and a few of ours. What is called what stands in `assets/tables/plover.tsv`.
//!
//! Several who act together are one list of sources, as PLOVER has it: whoever wants an event for every two parties
//! makes them of the lists.

use std::collections::HashMap;
use std::io;
use std::sync::LazyLock;

use serde_json::{Value, json};

use super::contents::Contents;
use super::json::put;
use super::{ExportFormat, Out, Records, Shape, Stream};
use crate::model::{Commitment, Party, Record};

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
        for event in consultation(&record).into_iter().chain(agreements(&record)) {
            serde_json::to_writer(&mut *out, &event)?;
            out.write_all(b"\n")?;
        }
    }
    Ok(())
}

/// A CONSULT for a contact of two parties or more. Guests are its sources and the host its recipient; where nobody is
/// at home, all of them are sources.
fn consultation(record: &Record) -> Option<Value> {
    let kind = record.meeting.known_kind().filter(|kind| kind.is_contact())?;
    let parties = record.meeting.parties();
    parties.get(1)?;
    let country = record.meeting.location.as_ref().and_then(|place| place.country.as_ref());
    let is_at_home = |party: &&Party| country.is_some_and(|country| country.as_str() == party.code.as_str());
    let (hosts, guests): (Vec<&Party>, Vec<&Party>) = parties.into_iter().partition(is_at_home);
    let place = match country {
        Some(_) if hosts.is_empty() => meaning("place", "other"),
        Some(_) => meaning("place", "party"),
        None => Meaning::default(),
    };
    let means = meaning("kind", kind.saved());
    let mode = if means.mode.is_empty() && kind.has_place() { place.mode } else { means.mode };
    let mut event = event(record, format!("{}-meeting", record.id), means.event, &guests, &hosts);
    put(&mut event, "mode", stated(mode));
    let words = record.meeting.kind.iter().flat_map(|kind| &kind.evidence).next();
    put(&mut event, "text", words.map_or(Value::Null, |words| words.exact().into()));
    Some(event)
}

/// An event for every commitment that says whom it binds.
fn agreements(record: &Record) -> impl Iterator<Item = Value> {
    let bound: Vec<&Commitment> = record.commitments.iter().filter(|said| !said.parties.is_empty()).collect();
    bound.into_iter().map(|said| {
        let means = meaning("obligation", said.obligation.saved());
        let (source, recipient): (Vec<&Party>, Vec<&Party>) =
            (said.parties.iter().collect(), said.toward.iter().collect());
        let mut event = event(record, format!("{}-{}", record.id, said.id), means.event, &source, &recipient);
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
fn event(record: &Record, id: String, kind: &str, source: &[&Party], recipient: &[&Party]) -> Value {
    let (article, meeting) = (&record.article, &record.meeting);
    let actors = |parties: &[&Party]| -> Vec<Value> {
        parties
            .iter()
            .map(|party| json!({ "code": party.code.as_str(), "sector": "GOV", "actor_text": &*party.name }))
            .collect()
    };
    let day = meeting.date.as_ref().map(|date| date.start).or(article.published);
    let place = meeting.location.as_ref();
    json!({
        "id": id,
        "date": day.map(|day| day.to_string()),
        "enddate": meeting.date.as_ref().and_then(|date| date.end).map(|day| day.to_string()),
        "event": [kind],
        "mode": null,
        "context": [],
        "source": actors(source),
        "recipient": actors(recipient),
        "event_loc": place.map(|place| json!({
            "name": place.place.as_deref(),
            "cc3": place.country.as_ref().map(|country| country.as_str()),
        })),
        "text": null,
        "link": record.id.as_str(),
        "cite_info": {
            "title": article.title.as_deref(),
            "publication": article.publisher.as_deref(),
            "published": article.published.map(|day| day.to_string()),
            "url": article.url,
            "language": article.language,
        },
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
    use crate::model::{MeetingKind, Obligation};

    /// The modes of CONSULT, and the contexts, by the specification and by the events published after it.
    const MODES: &[&str] = &["visit", "third-party", "multilateral", "phone"];
    const CONTEXTS: &[&str] = &[
        "military",
        "intelligence",
        "executive",
        "legislative",
        "election",
        "political_institutions",
        "pro-democracy",
        "pro-autocracy",
        "economic",
        "legal",
        "reparations",
        "human_rights",
        "rights_freedoms",
        "repression",
        "human_security",
        "gender",
        "lgbt",
        "religion_ethnicity",
        "inequality",
        "diplomatic",
        "territory",
        "peacekeeping",
        "health",
        "asylum",
        "migration",
        "disasters",
        "natural_resources",
        "environment",
        "technology",
        "terrorism",
        "cbrn",
        "cyber",
        "misinformation",
        "crime",
        "corruption",
        "illegal_drugs",
        "trafficking",
    ];

    #[test]
    fn modes_and_contexts_are_those_of_plover() {
        for ((what, key), meaning) in TABLE.iter() {
            assert!(
                meaning.mode.is_empty() || MODES.contains(&meaning.mode),
                "{what} {key}: {}",
                meaning.mode
            );
            assert!(
                meaning.context.is_empty() || CONTEXTS.contains(&meaning.context),
                "{what} {key}: {}",
                meaning.context
            );
        }
    }

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

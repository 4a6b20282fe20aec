//! W3C Web Annotations (<https://www.w3.org/TR/annotation-model/>) in JSON-LD: an annotation a quotation, whose
//! body is the value that the words support. Read by annotation tools and as RDF.

use std::io;

use serde_json::{Value, json};

use super::contents::Contents;
use super::json::put;
use super::tables::{Quotation, Supports};
use super::{ExportFormat, Out, Records, Shape, Stream};
use crate::model::{Record, Ruling};

pub(super) const FORMAT: ExportFormat = ExportFormat {
    name: "jsonld",
    label: "Web annotations",
    about: "A W3C annotation a quotation (JSON-LD), for annotation tools and RDF.",
    extension: "jsonld",
    most_rows: None,
    shape: Shape::Json(Stream { one: None, all: write }),
};

fn write(records: &mut Records<'_>, _: Contents, out: &mut Out<'_>) -> io::Result<()> {
    out.write_all(
        b"{\n\"@context\": \"http://www.w3.org/ns/anno.jsonld\",\n\"id\": \"urn:chancery:export\",\n\"type\": \
          \"AnnotationPage\",\n\"items\": [",
    )?;
    let mut is_first = true;
    for record in records {
        for quotation in Quotation::all(&record) {
            out.write_all(if is_first { b"\n" } else { b",\n" })?;
            is_first = false;
            serde_json::to_writer(&mut *out, &annotation(&record, &quotation))?;
        }
    }
    out.write_all(b"\n]\n}\n")
}

fn annotation(record: &Record, quotation: &Quotation<'_>) -> Value {
    let (evidence, article) = (quotation.evidence, &record.article);
    let chars = evidence.chars();
    let (value, ruling) = supported(record, quotation);
    let source = article.url.as_deref().filter(|url| is_plain(url));
    let digest = format!("urn:sha256:{}", article.sha256.as_str());
    let mut annotation = json!({
        "id": format!("urn:chancery:{}:{}", record.id, quotation.number),
        "type": "Annotation",
        "motivation": if quotation.supports == Supports::Kind { "classifying" } else { "identifying" },
        "body": {
            "type": "TextualBody",
            "purpose": if quotation.supports == Supports::Kind { "classifying" } else { "identifying" },
            "format": "text/plain",
            "value": value,
        },
        "target": {
            "type": "SpecificResource",
            "source": source.unwrap_or(&digest),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": evidence.exact(),
                    "prefix": evidence.prefix(),
                    "suffix": evidence.suffix(),
                },
                { "type": "TextPositionSelector", "start": chars.start, "end": chars.end },
            ],
        },
        "generator": { "id": "urn:chancery:program", "type": "Software", "name": &*record.provenance.extractor },
    });
    if ruling.is_human()
        && let Some(reviewer) = &record.review.reviewer
    {
        put(&mut annotation, "creator", json!({ "type": "Person", "name": &**reviewer }));
    }
    if let Some(at) = record.review.reviewed_at {
        put(&mut annotation, "modified", at.to_string().into());
    }
    annotation
}

/// Whether an address can be an identifier as it stands.
fn is_plain(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web
        && !url.contains(|letter: char| {
            letter.is_whitespace() || letter.is_control() || "<>\"{}|\\^`".contains(letter)
        })
}

/// The value that the words support, and what a person has said of it.
fn supported(record: &Record, quotation: &Quotation<'_>) -> (String, Ruling) {
    let meeting = &record.meeting;
    let value = match quotation.supports {
        Supports::Kind => {
            meeting.kind.as_ref().map(|kind| (format!("kind: {}", kind.value.saved()), kind.ruling))
        }
        Supports::Date => meeting.date.as_ref().map(|date| {
            let end = date.end.map(|end| format!("/{end}")).unwrap_or_default();
            (format!("date: {}{end}", date.start), date.ruling)
        }),
        Supports::Place => meeting.location.as_ref().map(|location| {
            let (place, country) = (location.place.as_deref(), location.country.as_ref().map(|c| c.as_str()));
            let parts: Vec<&str> =
                [location.venue.as_deref(), place, country].into_iter().flatten().collect();
            (format!("place: {}", parts.join(", ")), location.ruling)
        }),
        Supports::Participant => {
            let person = meeting.participants.iter().find(|person| Some(person.id.as_str()) == quotation.of);
            person.map(|person| {
                let party = person.party.as_ref().map(|party| party.code.as_str());
                let parts: Vec<&str> =
                    [Some(&*person.name), person.title.as_deref(), party].into_iter().flatten().collect();
                (format!("participant: {}", parts.join(", ")), person.ruling)
            })
        }
        Supports::Commitment => {
            let said = record.commitments.iter().find(|said| Some(said.id.as_str()) == quotation.of);
            said.map(|said| (format!("commitment: {}", said.text), said.ruling))
        }
    };
    value.unwrap_or((String::new(), Ruling::Proposed))
}

//! An invented article of any length with its record: the same for the same size, on every machine.

use std::ops::Range;
use std::sync::Arc;

use anyhow::Context;
use chancery::model::{
    Article, Basis, Commitment, CommitmentId, ContactKind, ContactNumber, Dateline, Day, Evidence, Location,
    Meeting, MeetingDate, MeetingKind, Obligation, Participant, ParticipantId, Party, Precision, Provenance,
    Record, Review, Role, RuleName, Ruling, SchemaVersion, Text,
};

use crate::telling::{self, HEADLINE, NAMED, TOLD};

/// How large an article is to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size {
    /// The length of its text, about.
    pub bytes: usize,
    /// How many stretches of it support a participant or a commitment.
    pub evidence: usize,
}

/// An article of this size and its record, every value proposed.
pub fn record(size: Size) -> anyhow::Result<Record> {
    let people = (size.evidence * 8 / 15 / NAMED).max(1);
    let commitments = (size.evidence.saturating_sub(people * NAMED) / TOLD).max(1);
    let told = telling::tell(size.bytes, people, commitments);
    let text = Text::new(told.text.as_str());
    let article = article(size, text.clone());
    let participants = told.named.into_iter().enumerate();
    let participants = participants.map(|(number, at)| participant(number, quote(&text, at, "title_name")?));
    let commitments = told.undertaken.into_iter().enumerate();
    let commitments =
        commitments.map(|(number, at)| commitment(number, people, quote(&text, at, "modal_will")?));
    Ok(Record {
        schema: SchemaVersion::V2,
        id: article.record_id(ContactNumber::MAIN),
        number: ContactNumber::MAIN,
        article: Arc::new(article),
        meeting: Meeting {
            kind: Some(ContactKind {
                evidence: quote(&text, vec![place(&text, "met")?], "gathering")?,
                ..ContactKind::of(MeetingKind::Multilateral, Ruling::Proposed)
            }),
            date: Some(MeetingDate {
                start: Day::new(2021, 3, 12).context("no such day")?,
                end: None,
                basis: Basis::Weekday,
                evidence: quote(&text, vec![place(&text, "on Friday")?], "weekday")?,
                ruling: Ruling::Proposed,
            }),
            location: Some(Location {
                place: Some("Valletta".into()),
                country: "MLT".parse().ok(),
                venue: Some("Auberge de Castille".into()),
                evidence: quote(&text, vec![place(&text, "Auberge de Castille")?], "venue")?,
                ..Location::unknown(Ruling::Proposed)
            }),
            participants: participants.collect::<anyhow::Result<_>>()?,
        },
        commitments: commitments.collect::<anyhow::Result<_>>()?,
        review: Review::default(),
        provenance: Provenance { extractor: "chancery benchmark".into(), edits: Vec::new() },
    })
}

/// Quotes stretches of the text as evidence.
fn quote(text: &Text, at: Vec<Range<usize>>, rule: &'static str) -> anyhow::Result<Vec<Evidence>> {
    let quote = |at: Range<usize>| {
        let span = text.span(at).context("a quotation cuts a letter in two")?;
        Ok(Evidence::quote(text, span, RuleName::new(rule)))
    };
    at.into_iter().map(quote).collect()
}

/// Where words stand first.
fn place(text: &Text, words: &str) -> anyhow::Result<Range<usize>> {
    let at = text.find(words).with_context(|| format!("the text lacks “{words}”"))?;
    Ok(at..at + words.len())
}

fn article(size: Size, text: Text) -> Article {
    let day = Day::new(2021, 3, 14);
    Article {
        title: Some(HEADLINE.into()),
        publisher: Some("Example Wire".into()),
        published: day,
        dateline: Some(Dateline { place: Some("Valletta".into()), country: "MLT".parse().ok(), date: day }),
        ..Article::plain(format!("conference-{}.txt", size.bytes), text)
    }
}

fn participant(number: usize, evidence: Vec<Evidence>) -> anyhow::Result<Participant> {
    Ok(Participant {
        title: Some(telling::title(number).into()),
        party: Some(party(number)?),
        role: if number.is_multiple_of(3) { Role::Principal } else { Role::Delegation },
        evidence,
        ..Participant::named(ParticipantId::numbered(number + 1), telling::name(number), Ruling::Proposed)
    })
}

fn commitment(number: usize, people: usize, evidence: Vec<Evidence>) -> anyhow::Result<Commitment> {
    let obligations = Obligation::ALL;
    Ok(Commitment {
        parties: vec![party(number)?],
        speaker: Some(ParticipantId::numbered(number % people + 1)),
        toward: if number.is_multiple_of(4) { vec![party(number + 1)?] } else { Vec::new() },
        obligation: obligations.get(number % obligations.len()).copied().context("no obligation")?,
        precision: Precision::try_from((number % 4) as u8)?,
        deadline: if number.is_multiple_of(3) { "2022-06".parse().ok() } else { None },
        topics: vec!["agriculture".into()],
        evidence,
        ..Commitment::in_words(
            CommitmentId::numbered(number + 1),
            telling::undertaking(number),
            Ruling::Proposed,
        )
    })
}

fn party(number: usize) -> anyhow::Result<Party> {
    let (code, name) = telling::party(number);
    Ok(Party { code: code.parse()?, name: name.into() })
}

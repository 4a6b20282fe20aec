//! What the values of a record are called on the page: where links lead, the short names beside marks, and the colors of
//! the parties, in the order in which they appear.

use std::ops::Range;

use crate::export::tables::{Quotation, Supports};
use crate::model::{Evidence, Party, Record, Text};

/// How many parties have a color of their own.
const COLORS: usize = 8;

/// The bytes that are marked for a quotation: those of its words, without the ends of lines around them, which stand in no
/// paragraph. None where the text does not have it.
pub(super) fn marked(evidence: &Evidence, text: &Text) -> Option<Range<usize>> {
    let bytes = evidence.span(text)?.bytes();
    let words = text.get(bytes.clone())?;
    let start = bytes.start + (words.len() - words.trim_start_matches('\n').len());
    let end = bytes.start + words.trim_end_matches('\n').len();
    (start < end).then_some(start..end)
}

/// The names of a record that stands on the page as so many-th.
pub(super) struct Names<'r> {
    place: usize,
    quotations: Vec<(Quotation<'r>, Name)>,
    parties: Vec<&'r Party>,
}

/// What a value is called.
#[derive(Clone, Debug)]
pub(super) struct Name {
    /// Its place on the page: `r3-p1`.
    pub id: String,
    /// In short, beside a mark: `P1`.
    pub label: String,
    kind: &'static str,
    color: Option<usize>,
}

impl Name {
    /// How its marks look.
    pub fn class(&self) -> String {
        match self.color {
            Some(color) => format!("{} side-{color}", self.kind),
            None => self.kind.to_owned(),
        }
    }
}

impl<'r> Names<'r> {
    pub fn of(record: &'r Record, place: usize) -> Self {
        let mut parties: Vec<&Party> = Vec::new();
        let of_people = record.meeting.participants.iter().filter_map(|person| person.party.as_ref());
        let of_commitments =
            record.commitments.iter().flat_map(|said| said.parties.iter().chain(&said.toward));
        for party in of_people.chain(of_commitments) {
            if !parties.iter().any(|known| known.code == party.code) {
                parties.push(party);
            }
        }
        let mut names = Self { place, quotations: Vec::new(), parties };
        let people = record.meeting.participants.iter().enumerate();
        let people: Vec<_> =
            people.map(|(at, one)| (one.id.as_str(), names.participant(at, one.party.as_ref()))).collect();
        let said = record.commitments.iter().enumerate();
        let said: Vec<_> =
            said.map(|(at, one)| (one.id.as_str(), names.commitment(at, one.parties.first()))).collect();
        let of = |names: &[(&str, Name)], id: Option<&str>| {
            names.iter().find(|(known, _)| Some(*known) == id).map(|(_, name)| name.clone())
        };
        let named = |quotation: Quotation<'r>| {
            let name = match quotation.supports {
                Supports::Participant => of(&people, quotation.of)?,
                Supports::Commitment => of(&said, quotation.of)?,
                supports => names.single(supports),
            };
            Some((quotation, name))
        };
        let quotations = Quotation::all(record).into_iter().filter_map(named).collect();
        names.quotations = quotations;
        names
    }

    /// The record itself.
    pub fn record(&self) -> String {
        format!("r{}", self.place)
    }

    /// How, when or where.
    pub fn single(&self, supports: Supports) -> Name {
        let label = match supports {
            Supports::Kind => "how",
            Supports::Date => "when",
            _ => "where",
        };
        Name {
            id: format!("{}-{}", self.record(), supports.name()),
            label: label.to_owned(),
            kind: label,
            color: None,
        }
    }

    /// The participant at this place.
    pub fn participant(&self, at: usize, party: Option<&Party>) -> Name {
        let number = at + 1;
        Name {
            id: format!("{}-p{number}", self.record()),
            label: format!("P{number}"),
            kind: "who",
            color: self.color(party),
        }
    }

    /// The commitment at this place.
    pub fn commitment(&self, at: usize, party: Option<&Party>) -> Name {
        let number = at + 1;
        Name {
            id: format!("{}-c{number}", self.record()),
            label: format!("C{number}"),
            kind: "said",
            color: self.color(party),
        }
    }

    /// The mark of a quotation.
    pub fn mark(&self, number: usize) -> String {
        format!("{}-q{number}", self.record())
    }

    /// Whether a quotation is found in the text, so that it has a mark there.
    pub fn is_marked(&self, number: usize, text: &Text) -> bool {
        self.quotations()
            .any(|(quotation, _)| quotation.number == number && marked(quotation.evidence, text).is_some())
    }

    /// Every quotation with what it supports.
    pub fn quotations(&self) -> impl Iterator<Item = (&Quotation<'r>, &Name)> {
        self.quotations.iter().map(|(quotation, name)| (quotation, name))
    }

    /// The quotations that support a value.
    pub fn of_value<'s>(&'s self, value: &'s Name) -> impl Iterator<Item = &'s Quotation<'r>> + use<'r, 's> {
        self.quotations().filter(|(_, name)| name.id == value.id).map(|(quotation, _)| quotation)
    }

    /// The color of a party.
    pub fn color(&self, party: Option<&Party>) -> Option<usize> {
        let party = party?;
        self.parties.iter().position(|known| known.code == party.code).map(|at| at % COLORS)
    }
}

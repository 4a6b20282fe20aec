//! Who met whom and who promised whom, counted: what both formats for networks are written from.

use std::collections::BTreeMap;

use crate::model::{Day, Obligation, Party, Record};

/// Parties, and what is between them.
#[derive(Debug, Default)]
pub(super) struct Graph {
    /// Those that met anybody or promised anything, by their codes, with their names and in how many contacts they
    /// were.
    pub parties: BTreeMap<String, Node>,
    /// What is between two of them, by their codes.
    pub edges: BTreeMap<(Relation, String, String), Edge>,
}

/// A party.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub name: String,
    /// In how many records it took part in a contact.
    pub contacts: usize,
    /// How many commitments bind it.
    pub commitments: usize,
}

/// What is between two parties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Relation {
    /// They were in contact; the order of the two means nothing.
    Met,
    /// The first is bound to the second.
    Promised,
}

/// How often, and when.
#[derive(Debug, Default)]
pub(super) struct Edge {
    pub weight: usize,
    /// How many of the promises are made plainly, firmly or by law, and not on any condition.
    pub firm: usize,
    pub first: Option<Day>,
    pub last: Option<Day>,
}

impl Relation {
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Promised => "promised",
        }
    }

    pub fn is_directed(self) -> bool {
        self == Self::Promised
    }
}

impl Graph {
    /// Counts a record.
    pub fn add(&mut self, record: &Record) {
        let day = record.meeting.date.as_ref().map(|date| date.start).or(record.article.published);
        let kind = record.meeting.known_kind();
        let met =
            if kind.is_some_and(|kind| kind.is_contact()) { record.meeting.parties() } else { Vec::new() };
        for (at, one) in met.iter().enumerate() {
            self.node(one).contacts += 1;
            for other in met.iter().skip(at + 1) {
                let (one, other) = if one.code <= other.code { (one, other) } else { (other, one) };
                self.edge(Relation::Met, one, other, day);
            }
        }
        for said in &record.commitments {
            // Those who undertake something together, and name nobody else, are bound toward each other.
            let counterparts = if said.toward.is_empty() { &said.parties } else { &said.toward };
            for by in &said.parties {
                self.node(by).commitments += 1;
                for toward in counterparts.iter().filter(|toward| toward.code != by.code) {
                    self.node(toward);
                    let edge = self.edge(Relation::Promised, by, toward, day);
                    edge.firm += usize::from(said.obligation != Obligation::Hedged);
                }
            }
        }
    }

    fn node(&mut self, party: &Party) -> &mut Node {
        let node = self.parties.entry(party.code.to_string()).or_default();
        if node.name.is_empty() {
            node.name = party.name.to_string();
        }
        node
    }

    fn edge(&mut self, relation: Relation, from: &Party, to: &Party, day: Option<Day>) -> &mut Edge {
        let edge = self.edges.entry((relation, from.code.to_string(), to.code.to_string())).or_default();
        edge.weight += 1;
        edge.first = [edge.first, day].into_iter().flatten().min();
        edge.last = edge.last.max(day);
        edge
    }
}

//! The rows that a record has in the tables.

use std::collections::HashSet;
use std::io;

use super::Table;
use super::evidence::Quotation;
use crate::export::contents::Contents;
use crate::model::{Commitment, ContactNumber, Edit, Participant, Record};

/// A row: a record, and the part of it that the row is about.
#[derive(Debug)]
pub struct Row<'r> {
    /// The record.
    pub record: &'r Record,
    pub(super) part: Part<'r>,
}

/// What a row is about.
#[derive(Clone, Debug)]
pub(super) enum Part<'r> {
    /// The article.
    Article,
    /// The contact as a whole.
    Contact,
    Participant(usize, &'r Participant),
    Commitment(usize, &'r Commitment),
    Quotation(Quotation<'r>),
    Edit(usize, &'r Edit),
}

impl Part<'_> {
    /// Which of its record it is, from 1.
    pub(super) fn place(&self) -> Option<usize> {
        match self {
            Self::Article | Self::Contact => None,
            Self::Participant(at, _) | Self::Commitment(at, _) | Self::Edit(at, _) => Some(at + 1),
            Self::Quotation(quotation) => Some(quotation.number),
        }
    }
}

impl<'r> Row<'r> {
    /// The number and the words of the first quotation that supports what the row is about; none where nothing
    /// does, and for a row of articles, of evidence or of edits.
    pub fn first_quotation(&self) -> Option<(usize, &'r str)> {
        let all = Quotation::all(self.record);
        let first = match &self.part {
            Part::Contact => all.first(),
            Part::Participant(_, person) => {
                all.iter().find(|quotation| quotation.of == Some(person.id.as_str()))
            }
            Part::Commitment(_, said) => all.iter().find(|quotation| quotation.of == Some(said.id.as_str())),
            Part::Article | Part::Quotation(_) | Part::Edit(..) => None,
        };
        first.map(|quotation| (quotation.number, quotation.evidence.exact()))
    }
}

/// Makes rows of records, one record after the other. An article has one row, however many contacts it reports.
#[derive(Debug)]
pub struct Rows {
    tables: Vec<&'static Table>,
    /// The articles that have their row: they are known by half of their digest.
    known: HashSet<[u8; 16]>,
}

impl Rows {
    /// No record has come yet.
    pub fn new(contents: Contents) -> Self {
        Self { tables: Table::written(contents).collect(), known: HashSet::new() }
    }

    /// The tables that are filled.
    pub fn tables(&self) -> &[&'static Table] {
        &self.tables
    }

    /// Gives every row of a record with the place of its table, those of a table in the order of the record.
    ///
    /// # Errors
    /// When `take` takes no more.
    pub fn of(
        &mut self,
        record: &Record,
        mut take: impl FnMut(usize, &Row<'_>) -> io::Result<()>,
    ) -> io::Result<()> {
        for (at, table) in self.tables.iter().enumerate() {
            if at == 0 && !self.known.insert(known_by(record)) {
                continue;
            }
            for part in (table.parts)(record) {
                take(at, &Row { record, part })?;
            }
        }
        Ok(())
    }
}

/// The digits by which an article is known.
fn known_by(record: &Record) -> [u8; 16] {
    let mut id = [0; 16];
    let digits = record.article.record_id(ContactNumber::MAIN);
    id.iter_mut().zip(digits.as_str().bytes()).for_each(|(to, from)| *to = from);
    id
}

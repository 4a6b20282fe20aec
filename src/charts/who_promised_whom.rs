//! Who promised whom: how many commitments bind the party of a row toward the party of a column.

use super::facts::Facts;
use super::letters::counted;
use super::matrix::{Head, Matrix};
use super::page::Page;
use super::scene::{Scene, Size};
use super::seats::{Counts, Seat, Seats};
use super::selection::{Selection, Who};
use super::{Picture, Summed, facts};

/// The picture.
pub const PICTURE: Picture = Picture {
    name: "who-promised-whom",
    label: "Who promised whom",
    sum: |facts| Box::new(Promises::of(facts)),
};

const NOUN: &str = "commitment";

struct Promises {
    rows: Vec<Seat>,
    /// The rows again, and one for commitments that name nobody to whom, if there are any.
    columns: Vec<Seat>,
    counts: Counts,
    by: Counts,
    toward: Counts,
    articles: usize,
    commitments: u32,
    left_out: u32,
}

impl Promises {
    fn of(facts: &Facts<'_>) -> Self {
        let (bound, left_out) = facts.binding();
        let seats = Seats::of(facts.parties, bound.clone().flat_map(|c| [c.by, c.toward]));
        let size = seats.rows.len();
        let mut columns = seats.rows.clone();
        let nobody = Seat { who: Who::Nobody, code: "no one".into(), name: "no one who is named".into() };
        if bound.clone().any(|commitment| commitment.counterparts().is_empty()) {
            columns.push(nobody);
        }
        let mut counts = Counts::new(size, columns.len());
        let (mut by, mut toward) = (Counts::new(size, 1), Counts::new(columns.len(), 1));
        let mut commitments = 0;
        for commitment in bound.clone() {
            commitments += 1;
            let rows = seats.taken(commitment.by);
            rows.rows().for_each(|row| by.add(row, 0));
            if commitment.counterparts().is_empty() {
                toward.add(size, 0);
                rows.rows().for_each(|row| counts.add(row, size));
                continue;
            }
            let pairs = seats.taken_by_pairs(commitment.pairs());
            pairs.cells().for_each(|(row, column)| counts.add(row, column));
            pairs.columns().for_each(|column| toward.add(column, 0));
        }
        let articles = facts::articles(bound.map(|commitment| commitment.article));
        Self { rows: seats.rows, columns, counts, by, toward, articles, commitments, left_out }
    }

    fn cell(&self, row: usize, column: usize) -> (String, Selection) {
        match (self.rows.get(row), self.columns.get(column)) {
            (Some(by), Some(toward)) => {
                let whom = match &by.who {
                    _ if row != column => &toward.name,
                    Who::Party(_) => "itself",
                    _ => "one of them",
                };
                let articles = Selection::Promised { by: by.who.clone(), toward: toward.who.clone() };
                (format!("{} toward {whom}", by.name), articles)
            }
            _ => (String::new(), Selection::Promised { by: Who::Nobody, toward: Who::Nobody }),
        }
    }
}

impl Summed for Promises {
    fn articles(&self) -> usize {
        self.articles
    }

    fn scene(&self, size: Size) -> Scene {
        if self.rows.is_empty() {
            let sentence = "No commitment here says which party it binds.";
            return Page::without_picture(size, PICTURE.label, sentence);
        }
        let summary = format!(
            "{}: rows are bound, columns are whom they are bound to",
            counted(self.commitments, NOUN)
        );
        let mut page = Page::new(size, PICTURE.label, summary);
        if !page.is_legible() {
            return page.scene;
        }
        if self.left_out > 0 {
            page.note(&format!("{} without a party that is bound not shown.", counted(self.left_out, NOUN)));
        }
        let rows = self.rows.iter().enumerate().map(|(row, seat)| Head {
            is_party: seat.is_party(),
            name: seat.name.clone(),
            code: seat.code.clone(),
            label: format!("{} toward anyone", seat.name),
            count: self.by.get(row, 0),
            articles: Selection::Obliged { by: seat.who.clone(), obligation: None },
        });
        let columns = self.columns.iter().enumerate().map(|(column, seat)| Head {
            is_party: seat.is_party(),
            name: seat.name.clone(),
            code: seat.code.clone(),
            label: format!("Anyone toward {}", seat.name),
            count: self.toward.get(column, 0),
            articles: Selection::Promised { by: Who::Anyone, toward: seat.who.clone() },
        });
        let matrix = Matrix {
            rows: rows.collect(),
            columns: columns.collect(),
            counts: &self.counts,
            noun: NOUN,
            without_diagonal: false,
            cell: &|row, column| self.cell(row, column),
        };
        matrix.draw(page)
    }
}

//! Who met whom: in how many meetings each pair of parties took part.

use super::facts::Facts;
use super::letters::counted;
use super::matrix::{Head, Matrix};
use super::page::Page;
use super::scene::{Scene, Size};
use super::seats::{Counts, Seat, Seats};
use super::selection::{Selection, Who};
use super::{Picture, Summed, facts};

/// The picture.
pub const PICTURE: Picture =
    Picture { name: "who-met-whom", label: "Who met whom", sum: |facts| Box::new(Pairs::of(facts)) };

const NOUN: &str = "meeting";

struct Pairs {
    rows: Vec<Seat>,
    counts: Counts,
    /// In how many meetings the party of a row took part.
    totals: Counts,
    articles: usize,
    meetings: u32,
    left_out: u32,
}

impl Pairs {
    fn of(facts: &Facts<'_>) -> Self {
        let is_pair = |parties: &[_]| parties.iter().any(|party| Some(party) != parties.first());
        let pairs = || facts.contacts().filter(|meeting| is_pair(meeting.parties));
        let seats = Seats::of(facts.parties, pairs().map(|meeting| meeting.parties));
        let size = seats.rows.len();
        let (mut counts, mut totals) = (Counts::new(size, size), Counts::new(size, 1));
        let mut meetings = 0;
        for meeting in pairs() {
            let taken = seats.taken(meeting.parties);
            meetings += 1;
            for row in taken.rows() {
                totals.add(row, 0);
                for column in taken.rows() {
                    if row != column || taken.shares(row) {
                        counts.add(row, column);
                    }
                }
            }
        }
        let left_out = facts.contacts().count() as u32 - meetings;
        let articles = facts::articles(pairs().map(|meeting| meeting.article));
        Self { rows: seats.rows, counts, totals, articles, meetings, left_out }
    }

    fn head(&self, row: usize, seat: &Seat, label: String) -> Head {
        let (name, code) = (seat.name.clone(), seat.code.clone());
        let articles = Selection::Met { one: seat.who.clone(), other: Who::Anyone };
        Head { is_party: seat.is_party(), name, code, label, count: self.totals.get(row, 0), articles }
    }

    fn cell(&self, row: usize, column: usize) -> (String, Selection) {
        match (self.rows.get(row), self.rows.get(column)) {
            (Some(one), Some(other)) => {
                let label = if row == column {
                    format!("{} with one another", one.name)
                } else {
                    format!("{} and {}", one.name, other.name)
                };
                (label, Selection::Met { one: one.who.clone(), other: other.who.clone() })
            }
            _ => (String::new(), Selection::Met { one: Who::Nobody, other: Who::Nobody }),
        }
    }
}

impl Summed for Pairs {
    fn articles(&self) -> usize {
        self.articles
    }

    fn scene(&self, size: Size) -> Scene {
        if self.rows.is_empty() {
            let sentence = "No meeting here has two known parties.";
            return Page::without_picture(size, PICTURE.label, sentence);
        }
        let summary = format!("{} of two parties or more", counted(self.meetings, NOUN));
        let mut page = Page::new(size, PICTURE.label, summary);
        if !page.is_legible() {
            return page.scene;
        }
        if self.left_out > 0 {
            page.note(&format!("{} without a second party not shown.", counted(self.left_out, NOUN)));
        }
        let heads = |label: fn(&Seat) -> String| {
            self.rows.iter().enumerate().map(move |(row, seat)| self.head(row, seat, label(seat))).collect()
        };
        let matrix = Matrix {
            rows: heads(|seat| seat.name.clone()),
            columns: heads(|seat| format!("{} and any party", seat.name)),
            counts: &self.counts,
            noun: NOUN,
            without_diagonal: true,
            cell: &|row, column| self.cell(row, column),
        };
        matrix.draw(page)
    }
}

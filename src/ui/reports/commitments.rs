//! What was undertaken, by either report: in the same words, in other words, or in one report only.

use egui::{Ui, WidgetText};

use super::rows::{self, Columns, Standing};
use crate::across::{Aligned, CommitmentPair, SideBySide, Wording};
use crate::model::{Commitment, CommitmentId, EntryId, Record};
use crate::review::Field;
use crate::ui::desk::Desk;
use crate::ui::{fields, theme};

type Line = Aligned<CommitmentPair, CommitmentId>;

/// A commitment on one side: the side, its article, itself and how its words are set.
type Cell<'r> = (&'static str, EntryId, Option<(&'r Commitment, WidgetText)>);

const ALIKE: &str = "Commitments in both, in the same words";
const OTHERWISE: &str = "Commitments in both, reworded";
const ONLY_HERE: &str = "Commitments only in this report";
const ONLY_THERE: &str = "Commitments only in the other";

/// The groups, in their order.
const GROUPS: [&str; 4] = [ALIKE, OTHERWISE, ONLY_HERE, ONLY_THERE];

/// The group that a line belongs to.
fn group(line: &Line) -> &'static str {
    match line {
        Line::Both(pair) if pair.wording == Wording::Alike => ALIKE,
        Line::Both(_) => OTHERWISE,
        Line::OnlyHere(_) => ONLY_HERE,
        Line::OnlyThere(_) => ONLY_THERE,
    }
}

/// The four groups, each under its heading.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, columns: Columns, compared: &SideBySide) {
    for title in GROUPS {
        let of_group = |line: &&Line| group(line) == title;
        let mut lines = compared.divergence.commitments.iter().filter(of_group).peekable();
        if lines.peek().is_some() {
            rows::heading(ui, title);
        }
        lines.for_each(|line| show_line(desk, ui, columns, compared, line));
    }
    if compared.divergence.commitments.is_empty() {
        rows::heading(ui, "Commitments");
        ui.label(theme::quiet(ui, "Neither report has any."));
    }
}

fn show_line(desk: &mut Desk<'_>, ui: &mut Ui, columns: Columns, compared: &SideBySide, line: &Line) {
    let (here, there, standing, marks) = match line {
        Line::Both(pair) => match &pair.wording {
            Wording::Alike => (Some(&pair.here), Some(&pair.there), Standing::Same, None),
            Wording::Otherwise { here, there } => {
                (Some(&pair.here), Some(&pair.there), Standing::Otherwise, Some((here, there)))
            }
        },
        Line::OnlyHere(id) => (Some(id), None, Standing::OnlyHere, None),
        Line::OnlyThere(id) => (None, Some(id), Standing::OnlyThere, None),
    };
    let (marks_here, marks_there) = marks.map_or((&[][..], &[][..]), |(here, there)| (here, there));
    let set = |record, id: Option<&CommitmentId>, marks| {
        let commitment: &Commitment = find(record, id?)?;
        Some((commitment, rows::marked(ui, &commitment.text, marks).into()))
    };
    let sides: [Cell<'_>; 2] = [
        ("here", compared.here, set(&*compared.record_here, here, marks_here)),
        ("there", compared.there, set(&*compared.record_there, there, marks_there)),
    ];
    rows::standing_row(desk, ui, columns, Some(("", standing)), sides, cell);
    if let Line::Both(pair) = line {
        pair.differences.iter().for_each(|other| rows::difference(ui, other.label(), &other.values));
    }
}

fn find<'r>(record: &'r Record, id: &CommitmentId) -> Option<&'r Commitment> {
    record.commitments.iter().find(|commitment| commitment.id == *id)
}

fn cell(desk: &mut Desk<'_>, ui: &mut Ui, (side, article, found): Cell<'_>) {
    let Some((commitment, words)) = found else { return rows::missing(ui) };
    let field = Field::Commitment(commitment.id.clone());
    let name = format!("Commitment {side}: {}", commitment.text);
    rows::value(desk, ui, article, &field, words, &name);
    rows::under(ui, fields::commitment(commitment));
}

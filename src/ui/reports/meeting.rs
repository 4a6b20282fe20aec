//! How, when and where the meeting was, by either report.

use std::sync::Arc;

use egui::Ui;

use super::rows::{self, Columns, Standing};
use crate::across::SideBySide;
use crate::model::{EntryId, Record, Ruling};
use crate::review::{Field, Part, PartValue};
use crate::ui::desk::Desk;
use crate::ui::widgets::List;

/// The rows; none for what neither report says.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, columns: Columns, compared: &SideBySide) {
    rows::heading(ui, "Meeting");
    for part in &compared.divergence.meeting {
        let Some(field) = part.on.field() else { continue };
        let standing = Standing::of(&part.values);
        line(desk, ui, columns, compared, (part.on, field, standing));
    }
}

/// What a report says of a part, unless it is ruled out.
fn said(desk: &mut Desk<'_>, record: &Record, part: &Part, field: &Field) -> Option<String> {
    if field.ruling(record) == Some(Ruling::RuledOut) {
        return None;
    }
    match part.get(record, None)? {
        PartValue::Country(code) => {
            Some(desk.view.names(desk.app).label(List::Countries, code?.as_str()).to_owned())
        }
        value => value.in_words(),
    }
}

/// One value in both reports.
fn line(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    columns: Columns,
    compared: &SideBySide,
    (part, field, standing): (&Part, Field, Standing),
) {
    let what = &*rows::capitalized(part.word);
    let sides: [(&str, EntryId, &Arc<Record>); 2] =
        [("here", compared.here, &compared.record_here), ("there", compared.there, &compared.record_there)];
    rows::standing_row(desk, ui, columns, Some((what, standing)), sides, |desk, ui, (side, id, record)| {
        match said(desk, record, part, &field) {
            Some(words) => {
                let name = format!("{what} {side}: {words}");
                rows::value(desk, ui, id, &field, words.into(), &name);
            }
            None => rows::missing(ui),
        }
    });
}

//! How, when and where the meeting was, by either report.

use std::sync::Arc;

use egui::Ui;

use super::rows::{self, Columns, Standing};
use crate::across::SideBySide;
use crate::model::{EntryId, Location, Record, Ruling};
use crate::review::Field;
use crate::ui::desk::Desk;
use crate::ui::fields;
use crate::ui::widgets::List;

/// The rows; none for what neither report says.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, columns: Columns, compared: &SideBySide) {
    let divergence = &compared.divergence;
    rows::heading(ui, "Meeting");
    let kind = |record: &Record| Some(record.meeting.kind.label().to_owned());
    line(desk, ui, columns, compared, ("Kind", Field::Kind, Standing::of(&divergence.kind)), &kind);
    if let Some(date) = &divergence.date {
        let day = |record: &Record| {
            let date = record.meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut);
            date.map(|_| fields::value(record, &Field::Date))
        };
        line(desk, ui, columns, compared, ("Day", Field::Date, Standing::of(date)), &day);
    }
    let at = |record: &Record, part: fn(&Location) -> Option<String>| {
        let location = record.meeting.location.as_ref().filter(|at| at.ruling != Ruling::RuledOut);
        location.and_then(part)
    };
    if let Some(place) = &divergence.place {
        let of = |record: &Record| at(record, |at| at.place.clone().map(String::from));
        line(desk, ui, columns, compared, ("Place", Field::Location, Standing::of(place)), &of);
    }
    if let Some(country) = &divergence.country {
        let names = desk.view.names(desk.app);
        let of = |record: &Record| {
            let code = at(record, |at| at.country.as_ref().map(ToString::to_string))?;
            Some(names.label(List::Countries, &code).to_owned())
        };
        line(desk, ui, columns, compared, ("Country", Field::Location, Standing::of(country)), &of);
    }
    if let Some(venue) = &divergence.venue {
        let of = |record: &Record| at(record, |at| at.venue.clone().map(String::from));
        line(desk, ui, columns, compared, ("Venue", Field::Location, Standing::of(venue)), &of);
    }
}

/// One value in both reports.
fn line(
    desk: &mut Desk<'_>,
    ui: &mut Ui,
    columns: Columns,
    compared: &SideBySide,
    (what, field, standing): (&str, Field, Standing),
    value: &dyn Fn(&Record) -> Option<String>,
) {
    let sides: [(&str, EntryId, &Arc<Record>); 2] =
        [("here", compared.here, &compared.record_here), ("there", compared.there, &compared.record_there)];
    rows::standing_row(desk, ui, columns, Some((what, standing)), sides, |desk, ui, (side, id, record)| {
        match value(record) {
            Some(words) => {
                let name = format!("{what} {side}: {words}");
                rows::value(desk, ui, id, &field, words.into(), &name);
            }
            None => rows::missing(ui),
        }
    });
}

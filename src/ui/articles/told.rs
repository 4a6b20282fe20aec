//! What the list tells of an article when the pointer rests on its row: all that the row has no room for.

use egui::{Label, Response};

use crate::across::Row;
use crate::app::App;
use crate::model::counted;
use crate::review::Document;
use crate::ui::theme;

/// The tooltip of a row: the whole title, who and when, how far the review has come.
pub fn tooltip(app: &App, row: &Row, response: &Response) {
    response.clone().on_hover_ui(|ui| {
        ui.set_max_width(theme::PICKER + theme::PICKER);
        ui.add(Label::new(theme::heading(&*row.title)).wrap());
        let summary = app.catalog().summary(row);
        if !summary.is_empty() {
            ui.add(Label::new(theme::quiet(ui, summary)).wrap());
        }
        let several = |count: u32, what: &str| (count > 0).then(|| counted(count as usize, what));
        let reviewer = row.reviewer.and_then(|key| app.catalog().reviewers.name(key));
        let parts = [
            Some(row.status.label().to_owned()),
            reviewer.map(|name| format!("by {name}")),
            several(row.commitments, "commitment"),
            several(row.problems, "problem"),
        ];
        ui.label(theme::quiet(ui, parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")));
        if row.is_flagged {
            let why = app.document(row.id).and_then(Document::flag).unwrap_or_default();
            let words = if why.is_empty() { "Flagged".to_owned() } else { format!("Flagged: {why}") };
            ui.add(Label::new(words).wrap());
        }
        let tags: Vec<&str> =
            row.tags.iter().filter_map(|key| app.catalog().tags.name(*key)).map(|tag| &**tag).collect();
        if !tags.is_empty() {
            ui.add(Label::new(theme::quiet(ui, format!("Tags: {}", tags.join(", ")))).wrap());
        }
        if app.reports_of(row.id) > 1 {
            ui.label(theme::quiet(
                ui,
                format!("{} of this meeting", counted(app.reports_of(row.id), "report")),
            ));
        }
    });
}

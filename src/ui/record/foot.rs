//! The foot of the form: how much is left to look at, and the next thing to do.

use egui::{Align, Button, Frame, Label, Layout, Margin, Panel, RichText, TextStyle, Ui, vec2};

use crate::app::{Action, Command};
use crate::model::{ReviewStatus, counted};
use crate::review::{Document, RecordEdit, Tally};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::leading_button;

/// The foot.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let margin = Margin { left: 16, right: 16, top: 8, bottom: 8 };
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(margin);
    Panel::bottom("record foot").frame(frame).resizable(false).show(ui, |ui| {
        // Two lines of one paragraph: the form above needs the height.
        let apart = std::mem::take(&mut ui.spacing_mut().item_spacing.y);
        ui.horizontal_wrapped(|ui| {
            ui.label(theme::quiet(ui, left(document)));
            problems(desk, ui, document);
        });
        ui.add(Label::new(theme::quiet(ui, where_kept(desk, document))).truncate());
        ui.add_space(apart);
        let row = vec2(ui.available_width(), theme::CONTROL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            let reviewed = document.record().review.status == ReviewStatus::Reviewed;
            let words = if reviewed { "Next to review" } else { "Reviewed, next" };
            if leading_button(ui, words, true).clicked() {
                desk.send(Command::ReviewedAndNext);
            }
            let rest = Button::new("Confirm the rest");
            if ui.add_enabled(document.remaining() > 0, rest).clicked() {
                desk.edit(RecordEdit::ConfirmRest);
            }
        });
    });
}

/// Where the record is as it stands: in the library, in a file of its own, or in this window only.
fn where_kept(desk: &Desk<'_>, document: &Document) -> String {
    let app = desk.app;
    let name = document.saved_to().and_then(|path| path.file_name()).map(|name| name.to_string_lossy());
    let key = Action::named("save").and_then(|action| app.settings().keys.keys_of(action).first().copied());
    let save = key.map(|key| format!(": {key} saves it")).unwrap_or_default();
    match (app.keeps_edits(), name) {
        (true, None) => "Saved in the library; in no file of its own yet".to_owned(),
        (true, Some(name)) if document.is_unfiled() => {
            format!("Saved in the library; {name} is out of date{save}")
        }
        (true, Some(name)) => format!("Saved in the library and in {name}"),
        (false, _) if document.is_unsaved() => format!("In this window only, not saved{save}"),
        (false, Some(name)) => format!("Saved in {name}"),
        (false, None) => "In no library and in no file of its own yet".to_owned(),
    }
}

/// How much is left to look at, or what became of it all.
fn left(document: &Document) -> String {
    match (document.remaining(), document.tally()) {
        (0, tally) if tally == Tally::default() => "No values yet".to_owned(),
        (0, tally) => format!("All values decided: {tally}"),
        (left, _) => format!("{} to check", counted(left, "value")),
    }
}

/// The problems of the record; each leads to its field.
fn problems(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let words = match document.problems().len() {
        0 => return,
        count => counted(count, "problem"),
    };
    let words = RichText::new(words).text_style(TextStyle::Small).color(theme::palette(ui).warn);
    ui.menu_button(words, |ui| {
        for problem in document.problems() {
            let field = problem.field.as_ref();
            let of = field.map(|field| format!("{}: ", field.name(document.record())));
            let text = format!("{}{}", of.unwrap_or_default(), problem.text);
            if ui.add(Button::new(text).wrap()).clicked() {
                desk.send(Command::Focus(field.cloned()));
                ui.close();
            }
        }
    });
}

//! Above the article: who else reports its meeting, what has nearly its text, and where another report is
//! looked for.

use egui::{
    Button, Frame, Key, Label, Margin, Modifiers, Response, RichText, Role, TextStyle, Ui, WidgetInfo, vec2,
};

use crate::across::Row;
use crate::app::{Ask, Command, Intent, OtherReport, Surface};
use crate::model::EntryId;
use crate::review::Document;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{announce, flat_button, hint, single_line};

/// So many others are told by name.
const TOLD: usize = 3;

/// What there is to tell of other reports; nothing for most articles.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let others = desk.app.other_reports(document.id());
    let (reports, copies): (Vec<_>, Vec<_>) = others.into_iter().partition(|other| other.is_same_meeting);
    let is_linking = desk.view.linking.as_ref().is_some_and(|linking| linking.of == document.id());
    if reports.is_empty() && copies.is_empty() && !is_linking {
        return;
    }
    let frame = Frame::new().fill(theme::palette(ui).pane).corner_radius(theme::FLOATING_CORNER);
    frame.inner_margin(Margin::same(8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = theme::SMALL;
        if !reports.is_empty() {
            named(desk, ui, "Also reported by", &reports);
            buttons(desk, ui, document.id(), &reports);
        }
        if !copies.is_empty() {
            named(desk, ui, "Nearly the same text:", &copies);
            apart(desk, ui, document.id(), &copies);
        }
        if is_linking {
            search(desk, ui);
        }
    });
    ui.add_space(theme::GAP);
}

/// Others by name, each a link to its article.
fn named(desk: &mut Desk<'_>, ui: &mut Ui, what: &str, others: &[OtherReport]) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(theme::SMALL, 0.0);
        ui.label(theme::quiet(ui, what));
        for (place, other) in others.iter().take(TOLD).enumerate() {
            let Some(row) = desk.app.row(other.article) else { continue };
            if place > 0 {
                ui.label(theme::quiet(ui, "·"));
            }
            let words = in_words(desk, row, other);
            let link = ui.link(RichText::new(&words).text_style(TextStyle::Small)).on_hover_text(&*row.title);
            link.widget_info(|| WidgetInfo::labeled(Role::Link, true, format!("{what} {words}")));
            if link.clicked() {
                desk.send(Command::Select(row.id));
            }
        }
        if others.len() > TOLD {
            ui.label(theme::quiet(ui, format!("and {} more", others.len() - TOLD)));
        }
    });
}

/// "Example Wire, 2 days later, nearly the same text"
fn in_words(desk: &Desk<'_>, row: &Row, other: &OtherReport) -> String {
    let publisher = row.publisher.and_then(|key| desk.app.catalog().publishers.name(key));
    let mut words = publisher.map_or_else(|| row.title.to_string(), Clone::clone);
    if let Some(days) = other.days_later {
        let noun = if days.abs() == 1 { "day" } else { "days" };
        words += &match days {
            0 => ", the same day".to_owned(),
            1.. => format!(", {days} {noun} later"),
            _ => format!(", {} {noun} earlier", -days),
        };
    }
    if other.is_near_text && other.is_same_meeting {
        words += ", nearly the same text";
    }
    words
}

/// What can be done with the reports of the meeting.
fn buttons(desk: &mut Desk<'_>, ui: &mut Ui, id: EntryId, reports: &[OtherReport]) {
    ui.horizontal_wrapped(|ui| {
        // In line with the words above.
        ui.spacing_mut().button_padding.x = 0.0;
        ui.spacing_mut().item_spacing = vec2(theme::EDGE, 0.0);
        if flat_button(ui, "Compare").on_hover_text("Compare them side by side").clicked() {
            desk.view.surface = Surface::Reports;
        }
        if flat_button(ui, "Show in the list")
            .on_hover_text("Narrow the list to the reports of this meeting")
            .clicked()
        {
            desk.send(Command::ListReports(id));
        }
        if flat_button(ui, "Not the same meeting").on_hover_text("This article reports another one").clicked()
        {
            desk.send(Command::Separate(id, reports.iter().map(|other| other.article).collect()));
        }
        if flat_button(ui, "Link to another…").clicked() {
            desk.view.asked.push(Intent::Ask(Ask::LinkReport));
        }
    });
}

/// A text that is nearly the same and counts as another meeting, which a person may know better.
fn apart(desk: &mut Desk<'_>, ui: &mut Ui, id: EntryId, copies: &[OtherReport]) {
    let [copy] = copies else { return };
    ui.spacing_mut().button_padding.x = 0.0;
    if flat_button(ui, "Link as one meeting").clicked() {
        desk.send(Command::Link(id, copy.article));
    }
}

/// The search for another report.
fn search(desk: &mut Desk<'_>, ui: &mut Ui) {
    let Some(mut linking) = desk.view.linking.take() else { return };
    let label = ui.label(theme::quiet(ui, "Which article reports the same meeting?"));
    let input = single_line(ui, &mut linking.typed, |edit| {
        edit.hint_text(hint("A few letters of its title")).desired_width(f32::INFINITY)
    });
    let input = input.labelled_by(label.id);
    if std::mem::take(&mut linking.wants_keyboard) {
        input.request_focus();
        input.scroll_to_me(None);
    }
    let typed = linking.typed.trim().to_owned();
    if input.changed() && !typed.is_empty() {
        desk.send(Command::FindTitles(typed.clone()));
    }
    let found = linking.found(desk.app);
    let told = linking.standing(found.as_deref());
    announce(&ui.add(Label::new(theme::quiet(ui, told))));
    let found = found.unwrap_or_default();
    let entered = input.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
    let mut picked = found.first().copied().filter(|_| entered && !typed.is_empty());
    for id in found {
        let Some(row) = desk.app.row(id) else { continue };
        if answer(desk, ui, row).clicked() {
            picked = Some(id);
        }
    }
    ui.spacing_mut().button_padding.x = 0.0;
    let let_be = flat_button(ui, "Cancel").clicked()
        || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
    match picked {
        Some(other) => desk.send(Command::Link(linking.of, other)),
        None if let_be => {}
        None => desk.view.linking = Some(linking),
    }
}

/// An article that is offered: its title, and what it is about.
fn answer(desk: &Desk<'_>, ui: &mut Ui, row: &Row) -> Response {
    let summary = desk.app.catalog().summary(row);
    let title = Button::selectable(false, &*row.title).truncate();
    let width = ui.available_width();
    ui.add(title.min_size(vec2(width, theme::CONTROL))).on_hover_text(summary)
}

//! The contacts of an article, each with a record of its own: a tab for each above the record.

use egui::{Button, Frame, Margin, Role, TextStyle, Ui, WidgetInfo, vec2};

use super::form::{Form, row};
use crate::across::Row;
use crate::app::Command;
use crate::model::{Meeting, Ruling};
use crate::review::Document;
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{flat_button, one_line, option};

/// The tabs, where there are several contacts, and after them the ways to add one and to remove the one shown.
pub fn tabs(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    let app = desk.app;
    let contacts: Vec<&Row> = app.contacts(document.id()).collect();
    if contacts.len() < 2 {
        return;
    }
    let margin = Margin { left: 16, right: 16, top: 8, bottom: 4 };
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
            for contact in contacts {
                tab(desk, ui, contact, contact.id == document.id());
            }
            add(desk, ui);
            // Not beside its tab: at the end of a line it would stand alone on the next.
            if flat_button(ui, "Remove this one").clicked() {
                desk.send(Command::RemoveContact(document.id()));
            }
        });
    });
}

/// The way to a second contact, where there are no tabs.
pub fn add_second(desk: &mut Desk<'_>, ui: &mut Ui, document: &Document) {
    if desk.app.contacts(document.id()).len() < 2 {
        add(desk, ui);
    }
}

fn add(desk: &mut Desk<'_>, ui: &mut Ui) {
    if flat_button(ui, "Add a contact").clicked() {
        desk.send(Command::AddContact);
    }
}

/// A tab: who met, and when.
fn tab(desk: &mut Desk<'_>, ui: &mut Ui, contact: &Row, is_shown: bool) {
    let palette = theme::palette(ui);
    let room = ui.max_rect().width() - 2.0 * ui.spacing().button_padding.x;
    let color = if is_shown { palette.ink } else { palette.accent };
    let words = words(desk, contact);
    let shown = one_line(ui, &words, TextStyle::Small, color, room);
    let fill = if is_shown { palette.wash } else { palette.pane };
    let button = ui.add(Button::new(shown).fill(fill).stroke(theme::hairline(palette)));
    button.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_shown, format!("Contact {words}")));
    if button.clicked() && !is_shown {
        desk.send(Command::Select(contact.id));
    }
}

/// "2  Malta, Tunisia · 2021-03-12": the number, who met and when, as far as it is known.
fn words(desk: &Desk<'_>, contact: &Row) -> String {
    // Of a day of which nothing is known the list shows that of publication.
    let at_hand = desk.app.document(contact.id).map(|document| who_and_when(&document.record().meeting));
    let about = at_hand.unwrap_or_else(|| desk.app.catalog().who_and_when(contact));
    let about = if about.is_empty() { "nothing known yet".to_owned() } else { about };
    format!("{}  {about}", contact.contact.get())
}

fn who_and_when(meeting: &Meeting) -> String {
    let names: Vec<&str> = meeting.parties().iter().map(|party| party.name.as_str()).collect();
    let date = meeting.date.as_ref().filter(|date| date.ruling != Ruling::RuledOut);
    let parts = [(!names.is_empty()).then(|| names.join(", ")), date.map(|date| date.start.to_string())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// A row by which a participant or commitment is moved to another contact of the article, where there is one.
pub fn move_to(form: &Form<'_>, desk: &mut Desk<'_>, ui: &mut Ui) {
    let app = desk.app;
    let others = app.contacts(form.document.id()).filter(|row| row.id != form.document.id());
    let others: Vec<&Row> = others.collect();
    let Some(field) = form.field.as_ref().filter(|_| !others.is_empty()) else { return };
    if let Some(there) = app.moved_to(form.document, field) {
        return row(ui, "Move to", |ui, _| {
            ui.label(theme::quiet(ui, format!("Moved to contact {}", there.contact.get())));
        });
    }
    row(ui, "Move to", |ui, _| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
            for other in others {
                if app.stands_in(other.id, form.document, field) {
                    ui.label(theme::quiet(ui, format!("Contact {} has it too", other.contact.get())));
                    continue;
                }
                let words = words(desk, other);
                let chip = option(ui, &words);
                chip.widget_info(|| {
                    WidgetInfo::labeled(Role::Button, true, format!("Move to contact {words}"))
                });
                desk.attend(ui, &chip, Some(field));
                if chip.clicked() {
                    desk.send(Command::MoveTo(other.id, field.clone()));
                }
            }
        });
    });
}

//! Rows of a form: a name at the left, an input at the right.

use egui::{Align, Button, Id, Label, Layout, RichText, Sense, TextStyle, Ui, UiBuilder, vec2};

use crate::app::Command;
use crate::review::{Document, Field, Part, PartValue, RecordEdit};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::{Lines, Means, Offers, Slot, TextLine, choice, removable_chip};

/// How many letters of a quotation are shown.
const LONGEST_QUOTE: usize = 32;

/// The form of one field.
pub struct Form<'d> {
    /// Whose.
    pub document: &'d Document,
    /// Which field, or none for what belongs to the record as a whole.
    pub field: Option<Field>,
}

impl Form<'_> {
    /// The input for a part of the field.
    pub fn slot(&self, part: &'static str) -> Slot {
        Slot { document: Some(self.document.id()), field: self.field.clone(), part }
    }

    /// The command that makes this edit in the form's article, whichever is shown by then.
    pub fn command(&self, edit: RecordEdit) -> Command {
        Command::EditOf(self.document.id(), edit)
    }

    /// A row with words to type, entered by this edit.
    pub fn words(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        label: &'static str,
        value: &str,
        edit: impl Fn(String) -> RecordEdit,
    ) {
        self.line(desk, ui, (label, value), Lines::One, "", edit);
    }

    /// A row with words to type over as many lines as are wanted, entered by this edit.
    pub fn line(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        (label, value): (&'static str, &str),
        lines: Lines,
        hint: &str,
        edit: impl Fn(String) -> RecordEdit,
    ) {
        let read = |typed: &str| Ok(self.command(edit(typed.to_owned())));
        row(ui, label, |ui, id| {
            let line = TextLine { lines, hint, ..TextLine::new(self.slot(label), value, &read) };
            desk.text_line(ui, line, id);
        });
    }

    /// A row with the words of a part of the field, which may be left empty.
    pub fn part(&self, desk: &mut Desk<'_>, ui: &mut Ui, part: &'static Part) {
        let value = part.get(self.document.record(), self.field.as_ref());
        let words = value.and_then(|value| value.in_words()).unwrap_or_default();
        let edit = |typed: String| {
            let value = PartValue::Words(Some(typed).filter(|typed| !typed.trim().is_empty()));
            RecordEdit::Set { part, of: self.field.clone(), value }
        };
        self.words(desk, ui, part.name, &words, edit);
    }

    /// A row with words to type, for which words are offered that fit what is typed; either is entered by this
    /// edit. What is offered is asked with what is typed.
    pub fn offered(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        (label, value): (&'static str, &str),
        offers: Offers<'_>,
        edit: impl Fn(String) -> RecordEdit,
    ) {
        let read = |typed: &str| Ok(self.command(edit(typed.to_owned())));
        row(ui, label, |ui, id| {
            let line = TextLine { offers: Some(offers), ..TextLine::new(self.slot(label), value, &read) };
            desk.text_line(ui, line, id);
        });
    }

    /// The words that support the field, each to go to or to take away, where there are several.
    pub fn quotes(&self, desk: &mut Desk<'_>, ui: &mut Ui) {
        let Some(field) = &self.field else { return };
        let record = self.document.record();
        let evidence = field.evidence(record);
        if evidence.len() < 2 {
            return;
        }
        row(ui, "Words", |ui, _| {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().item_spacing = vec2(theme::SMALL, theme::SMALL);
                for quoted in evidence {
                    let Some(span) = quoted.span(&record.article.text) else { continue };
                    let words = shortened(quoted.exact());
                    let chip = removable_chip(ui, &words, &format!("Remove the evidence {words}"));
                    if chip.contains_pointer() {
                        desk.view.pointed_at.point_at(span);
                    }
                    if chip.clicked() {
                        desk.edit(RecordEdit::LessEvidence(field.clone(), span));
                    }
                }
            });
        });
    }

    /// A row with a choice from a short list. Gives another choice when it is made.
    pub fn choice<T: Copy + PartialEq>(
        &self,
        desk: &mut Desk<'_>,
        ui: &mut Ui,
        label: &'static str,
        chosen: T,
        all: &[T],
        (name, means): (impl Fn(T) -> String, Means<T>),
    ) -> Option<T> {
        row(ui, label, |ui, _| {
            let (response, picked) = choice(ui, self.slot(label).id(), label, chosen, all, name, means);
            desk.attend(ui, &response, self.field.as_ref());
            picked
        })
    }
}

/// A row: the name of the input, and the input over the rest of the width.
pub fn row<R>(ui: &mut Ui, label: &str, input: impl FnOnce(&mut Ui, Id) -> R) -> R {
    let inner = ui.horizontal_top(|ui| {
        let id = name(ui, label);
        let width = ui.available_width();
        ui.allocate_ui_with_layout(vec2(width, theme::CONTROL), Layout::top_down(Align::Min), |ui| {
            ui.set_width(width);
            ui.spacing_mut().item_spacing.y = theme::SMALL;
            input(ui, id)
        })
        .inner
    });
    inner.inner
}

/// As much of a quotation as tells it from others.
fn shortened(words: &str) -> String {
    let shown: String = words.chars().take(LONGEST_QUOTE).collect();
    if shown.len() < words.len() { format!("{}…", shown.trim_end()) } else { shown }
}

/// The name of an input, at the height of the input's own words and under the title of the card.
fn name(ui: &mut Ui, label: &str) -> Id {
    let palette = theme::palette(ui);
    let words = RichText::new(label).text_style(TextStyle::Small).color(palette.quiet);
    ui.add_space(theme::CONTROL);
    let (rect, _) = ui.allocate_exact_size(vec2(theme::FORM_LABEL, theme::CONTROL), Sense::hover());
    let place = UiBuilder::new().max_rect(rect).layout(Layout::left_to_right(Align::Center));
    ui.new_child(place).add(Label::new(words)).id
}

/// More about a value, in small letters under its inputs.
pub fn remark(ui: &mut Ui, words: &str) {
    ui.horizontal_top(|ui| {
        ui.add_space(theme::CONTROL + theme::FORM_LABEL + theme::GAP);
        ui.add(Label::new(theme::quiet(ui, words)).wrap());
    });
}

/// Buttons that move one of several up or down. Gives the place to move to.
pub fn order(ui: &mut Ui, place: usize, last: usize) -> Option<usize> {
    row(ui, "Order", |ui, _| {
        ui.horizontal(|ui| {
            let up = ui.add_enabled(place > 0, Button::new("Move up")).clicked();
            let down = ui.add_enabled(place < last, Button::new("Move down")).clicked();
            match (up, down) {
                (true, _) => place.checked_sub(1),
                (_, true) => Some(place + 1),
                _ => None,
            }
        })
        .inner
    })
}

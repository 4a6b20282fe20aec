//! The desk: what a panel works with for one frame. It reads the app, keeps in the view what is only
//! of the moment, and asks for changes by sending commands, which run when the frame is drawn.

use egui::{Id, Response, Ui};

use super::view::View;
use super::widgets::{Entered, Picker, TextLine};
use crate::app::{App, Command};
use crate::review::{Document, Field, RecordEdit};

/// What a panel works with.
pub struct Desk<'a> {
    /// To be read.
    pub app: &'a App,
    /// What is only of the moment: what is pointed at, unfolded, half typed.
    pub view: &'a mut View,
    commands: Vec<Command>,
}

impl<'a> Desk<'a> {
    /// A desk for one frame.
    pub fn new(app: &'a App, view: &'a mut View) -> Self {
        Self { app, view, commands: Vec::new() }
    }

    /// Asks for a change.
    pub fn send(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Asks for a change of the current record.
    pub fn edit(&mut self, edit: RecordEdit) {
        self.send(Command::Edit(edit));
    }

    /// What was asked for.
    pub fn into_commands(self) -> Vec<Command> {
        self.commands
    }

    /// The document that is shown.
    pub fn document(&self) -> Option<&'a Document> {
        self.app.current()
    }

    /// Whether the person attends to this field.
    pub fn attends_to(&self, field: &Field) -> bool {
        self.document().and_then(Document::focus) == Some(field)
    }

    /// The person turns to this field.
    pub fn turn_to(&mut self, field: &Field) {
        if !self.attends_to(field) {
            self.send(Command::Focus(Some(field.clone())));
        }
    }

    /// Follows a widget that belongs to a field: pointing at it lights the field's words, giving it
    /// the keyboard turns to the field.
    pub fn attend(&mut self, ui: &Ui, response: &Response, field: Option<&Field>) {
        let Some(field) = field else { return };
        if response.contains_pointer() {
            self.view.lit.point_at(field.clone());
        }
        if response.gained_focus() {
            self.turn_to(field);
        }
        if ui.memory(|memory| memory.has_focus(response.id)) {
            self.view.keyboard.field = Some(field.clone());
        }
    }

    /// Shows a text input, labelled by `label`.
    pub fn text_line(&mut self, ui: &mut Ui, line: TextLine<'_>, label: Id) {
        let field = line.slot.field.clone();
        let wants_keyboard = self.view.keyboard.grants_field(field.as_ref());
        let entered = line.show(ui, label, &mut self.view.drafts, wants_keyboard);
        self.take(ui, entered, field.as_ref());
    }

    /// Shows a picker, labelled by `label`.
    pub fn picker(&mut self, ui: &mut Ui, picker: Picker<'_>, label: Id) {
        let (field, list) = (picker.slot.field.clone(), picker.list);
        let (document, names) = (self.document(), self.view.names(self.app));
        let find = |typed: &str| {
            // The parties that the article names come first.
            let named = document.map(|document| document.trace().parties()).unwrap_or_default();
            let named: Vec<String> = named.iter().map(ToString::to_string).collect();
            names.find(list, typed, &named)
        };
        let view = &mut *self.view;
        let entered = picker.show(ui, label, &mut view.drafts, &mut view.search, &find);
        self.take(ui, entered, field.as_ref());
    }

    /// Takes what was entered in an input of a field.
    fn take(&mut self, ui: &Ui, entered: Entered, field: Option<&Field>) {
        self.attend(ui, &entered.response, field);
        self.commands.extend(entered.commands);
        if entered.is_done {
            entered.response.surrender_focus();
        }
    }
}

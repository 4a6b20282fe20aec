//! Who reviews: asked once, before the first thing that a person decides is written under a name. What was
//! decided waits until the name is there, and then is done.

use egui::{Key, Modifiers, TextEdit, Ui};

use crate::app::{Command, Setting};
use crate::ui::desk::Desk;
use crate::ui::theme;
use crate::ui::widgets::leading_button;

/// What is typed for a name, and what waits for it.
#[derive(Clone, Debug)]
pub struct ReviewerForm {
    typed: String,
    waiting: Vec<Command>,
}

impl ReviewerForm {
    /// The question with the name that the system has for its user.
    pub fn new(of_system: String) -> Self {
        Self { typed: of_system, waiting: Vec::new() }
    }

    /// This is done once there is a name.
    pub fn hold(&mut self, command: Command) {
        self.waiting.push(command);
    }

    /// What waits.
    pub fn into_waiting(self) -> Vec<Command> {
        self.waiting
    }

    /// Whoever lets the question be is called as the input says, or a reviewer like any other: what stands on
    /// the screen is what stands in records.
    pub(super) fn end(self, desk: &mut Desk<'_>) {
        let name = match self.typed.trim() {
            "" => "reviewer".to_owned(),
            name => name.to_owned(),
        };
        desk.send(Command::Set(Setting::Reviewer(name)));
        self.waiting.into_iter().for_each(|command| desk.send(command));
    }
}

/// The question. Says whether it is answered.
pub(super) fn show(ui: &mut Ui, form: &mut ReviewerForm) -> bool {
    ui.heading("Who reviews?");
    let why = "Records say by whom and when each value was decided. It is asked once; the name can be changed under \
               Review and in the settings.";
    ui.label(theme::quiet(ui, why));
    ui.add_space(theme::GAP);
    let label = ui.label("Your name, as it stands in records");
    let input = ui.add(TextEdit::singleline(&mut form.typed).desired_width(f32::INFINITY));
    let input = input.labelled_by(label.id);
    if ui.memory(|memory| memory.focused().is_none()) {
        input.request_focus();
    }
    let is_entered = ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    ui.add_space(theme::GAP);
    leading_button(ui, "Go on", !form.typed.trim().is_empty()).clicked()
        || is_entered && !form.typed.trim().is_empty()
}

//! An input for what is searched for in a list below it: Enter and Down go on to what was found, Escape empties it, and
//! leaves it when it is empty.

use egui::{EventFilter, Id, Key, Modifiers, Response, Ui};

use super::text_line::single_line;

/// What became of the input in a frame.
pub struct Sought {
    /// The input's widget.
    pub response: Response,
    /// Whether the keyboard is to go on to what was found.
    pub goes_on: bool,
    /// Whether what is searched for is another.
    pub is_changed: bool,
}

/// Shows the input of this id with what is `typed` in it, or while nothing is, with a hint.
pub fn sought(ui: &mut Ui, id: Id, typed: &mut String, hint: &str) -> Sought {
    let mut goes_on = false;
    let mut is_emptied = false;
    if ui.memory(|memory| memory.has_focus(id)) {
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        goes_on = pressed(Key::Enter) | pressed(Key::ArrowDown);
        if pressed(Key::Escape) {
            is_emptied = !typed.is_empty();
            typed.clear();
            if !is_emptied {
                ui.memory_mut(|memory| memory.surrender_focus(id));
            }
        }
    }
    let keys = EventFilter { escape: true, horizontal_arrows: true, vertical_arrows: true, tab: false };
    let response = single_line(ui, typed, |edit| {
        edit.id(id).hint_text(hint).desired_width(f32::INFINITY).event_filter(keys)
    });
    let is_changed = response.changed() || is_emptied;
    Sought { response, goes_on, is_changed }
}

//! Hush: while a person works by keys, the pointer that rests somewhere has nothing to say. What it points at is
//! not lit, and no tooltip lies over what is typed, until it is moved again.

use egui::{Context, Event, PointerState};

/// The pointer, while it is left out.
#[derive(Default)]
pub struct Hush(Option<PointerState>);

impl Hush {
    /// Leaves the pointer out from the first key on, and takes it in again when it does something.
    pub fn follow(&mut self, ctx: &Context) {
        ctx.input_mut(|input| {
            let is_key = |event: &Event| matches!(event, Event::Text(_) | Event::Key { pressed: true, .. });
            let is_of_pointer = |event: &Event| {
                matches!(
                    event,
                    Event::PointerMoved(_)
                        | Event::PointerButton { .. }
                        | Event::PointerGone
                        | Event::MouseMoved(_)
                        | Event::Touch { .. }
                )
            };
            if input.events.iter().any(is_of_pointer) {
                self.0 = None;
            } else if input.events.iter().any(|event| matches!(event, Event::MouseWheel { .. })) {
                // It scrolls what it rests on.
                input.pointer = self.0.take().unwrap_or(std::mem::take(&mut input.pointer));
            } else if input.events.iter().any(is_key) && self.0.is_none() && !input.pointer.any_down() {
                self.0 = Some(std::mem::take(&mut input.pointer));
            }
        });
    }
}

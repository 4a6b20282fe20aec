//! What need not be drawn: all that is out of sight. A long record has hundreds of cards and marks,
//! of which a screen shows a few.
//!
//! Whoever hears the window instead of seeing it hears everything, so for a screen reader everything
//! is drawn.

use std::collections::HashMap;

use egui::{Context, Id, Rect, ScrollArea, Ui};

use super::theme;

/// So far beyond what is in sight all is drawn, so that the Tab key always finds a next one.
const MARGIN: f32 = 50.0 * theme::UNIT;

/// Whether something at this place has to be drawn.
pub fn is_needed(ui: &Ui, rect: Rect) -> bool {
    ui.clip_rect().expand(MARGIN).intersects(rect) || is_read_out(ui)
}

/// Shows what is scrolled. What the keyboard goes to comes into sight.
pub fn scrolled<R>(area: ScrollArea, ui: &mut Ui, contents: impl FnOnce(&mut Ui) -> R) -> R {
    let shown = area.show(ui, |ui| {
        let shown = contents(ui);
        follow_keyboard(ui);
        shown
    });
    shown.inner
}

/// Scrolls to what the keyboard has just gone to, at the end of what is scrolled. What the pointer gave it is in sight.
pub fn follow_keyboard(ui: &Ui) {
    let now = ui.memory(|memory| memory.focused());
    let was: Option<Id> = ui.data(|data| data.get_temp::<Option<Id>>(had_keyboard())).flatten();
    let by_pointer = ui.input(|input| input.pointer.any_down() || input.pointer.any_released());
    let Some(id) = now.filter(|id| Some(*id) != was && !by_pointer) else { return };
    let widget = ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
    let here = widget
        .filter(|widget| widget.layer_id == ui.layer_id() && ui.min_rect().contains(widget.rect.center()));
    if let Some(widget) = here.filter(|widget| !ui.clip_rect().contains_rect(widget.rect)) {
        ui.scroll_to_rect(widget.rect.expand(theme::GAP), None);
    }
}

/// A frame is drawn: what has the keyboard in it is known in the next.
pub fn end_frame(ctx: &Context) {
    let now = ctx.memory(|memory| memory.focused());
    ctx.data_mut(|data| data.insert_temp(had_keyboard(), now));
}

fn had_keyboard() -> Id {
    Id::unique("had the keyboard in the frame before")
}

/// Whether a screen reader listens.
fn is_read_out(ui: &Ui) -> bool {
    ui.ctx().has_accesskit_node(egui::accesskit_root_id())
}

/// How high things were when they were last drawn, to keep their place while they are not.
#[derive(Debug, Default)]
pub struct Heights(HashMap<Id, (u64, f32)>);

impl Heights {
    /// The height of a thing, if it looks as it did. `look` stands for all that its height depends on.
    pub fn known(&self, id: Id, look: u64) -> Option<f32> {
        self.0.get(&id).filter(|(known, _)| *known == look).map(|(_, height)| *height)
    }

    /// Notes the height of a thing.
    pub fn keep(&mut self, id: Id, look: u64, height: f32) {
        self.0.insert(id, (look, height));
    }

    /// Forgets all, as when another document is shown.
    pub fn clear(&mut self) {
        self.0.clear();
    }
}

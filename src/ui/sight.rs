//! What need not be drawn: all that is out of sight. A long record has hundreds of cards and marks,
//! of which a screen shows a few.
//!
//! Whoever hears the window instead of seeing it hears everything, so for a screen reader everything
//! is drawn.

use std::collections::HashMap;

use egui::{Id, Rect, Ui};

use super::theme;

/// So far beyond what is in sight all is drawn, so that the Tab key always finds a next one.
const MARGIN: f32 = 50.0 * theme::UNIT;

/// Whether something at this place has to be drawn.
pub fn is_needed(ui: &Ui, rect: Rect) -> bool {
    ui.clip_rect().expand(MARGIN).intersects(rect) || is_read_out(ui)
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

//! What is selected in the article, and stays so while the keyboard is elsewhere.

use egui::text::CCursorRange;

use crate::model::Span;

/// What is selected in the article.
#[derive(Debug, Default)]
pub struct Selection {
    pub(super) span: Option<Span>,
    /// The part of the text that had the cursor last, and what that selected there, to the letter.
    pub(super) cursor: Option<(usize, CCursorRange)>,
}

impl Selection {
    /// The selected words.
    pub fn words(&self) -> Option<Span> {
        self.span
    }

    /// Another article is shown, or the window turns elsewhere.
    pub fn forget(&mut self) {
        *self = Self::default();
    }
}

//! The text of the article as a frame has shown it: what the pane knows once it is drawn, and by what id the
//! keyboard finds a part of it.

use egui::Id;

use super::page::Page;
use crate::review::Document;

/// The text as it was shown in this frame.
pub struct Shown {
    /// Where it begins on the screen.
    pub top: f32,
    /// Whether the pointer is selecting in it.
    pub selecting: bool,
}

/// The id of the widget of a part of the text, by the number of the part.
pub fn id_of_part(document: &Document, number: usize) -> Id {
    Id::unique(("article text", document.id(), number))
}

/// Whether this is the id of a part of the article's text.
pub fn is_text_of(document: &Document, page: &Page, id: Id) -> bool {
    (0..page.len()).any(|number| id_of_part(document, number) == id)
}

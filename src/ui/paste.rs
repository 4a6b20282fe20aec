//! Pasting: text on the clipboard becomes a new article, unless an input has the keyboard, which takes it.

use egui::{Context, Event};

use super::article::is_text_of;
use super::view::View;
use crate::app::{App, Command};

/// The new article, if one was pasted in this frame.
pub fn pasted(view: &mut View, app: &App, ctx: &Context) -> Option<Command> {
    let asked = std::mem::take(&mut view.wants_paste);
    let focused = ctx.memory(|memory| memory.focused());
    // The article itself is a text to select in, and takes nothing.
    let is_article =
        focused.zip(app.current()).is_some_and(|(id, document)| is_text_of(document, &view.page, id));
    let goes_to_input = ctx.text_edit_focused() && !is_article || view.sheet.is_some();
    if goes_to_input && !asked {
        return None;
    }
    let mut pasted = None;
    ctx.input_mut(|input| {
        input.events.retain(|event| match event {
            Event::Paste(text) => {
                pasted = Some(text.clone());
                false
            }
            _ => true,
        });
    });
    // The clipboard answers in a later frame.
    view.wants_paste = asked && pasted.is_none();
    pasted.filter(|text| !text.trim().is_empty()).map(Command::Paste)
}

//! What a screen reader is told of a widget besides its name. Nothing is worked out while none listens.

use egui::accesskit::{Live, Node, Role};
use egui::{Context, Id, Response};

/// Says more about a widget than its name: its value, how it came about.
pub fn describe(response: &Response, words: impl FnOnce() -> String) {
    if response.ctx.has_accesskit_node(response.id) {
        let words = words();
        tell(&response.ctx, response.id, |node| node.set_description(words));
    }
}

/// This text is read out as soon as it appears.
pub fn announce(response: &Response) {
    tell(&response.ctx, response.id, |node| node.set_live(Live::Polite));
}

/// This text heads a section.
pub fn as_heading(response: &Response) {
    tell(&response.ctx, response.id, |node| node.set_role(Role::Heading));
}

/// One of a list is chosen, which is another thing than being ticked.
pub fn as_selected(response: &Response, selected: bool) {
    tell(&response.ctx, response.id, |node| {
        node.clear_toggled();
        node.set_selected(selected);
    });
}

/// A part of the window has this name; a dialog keeps everything else from being reached.
pub fn name(ctx: &Context, id: Id, words: &str, dialog: bool) {
    tell(ctx, id, |node| {
        node.set_label(words);
        if dialog {
            node.set_modal();
        }
    });
}

fn tell(ctx: &Context, id: Id, what: impl FnOnce(&mut Node)) {
    // No screen reader listens, or the widget is out of sight: then there is nobody to tell.
    let _ = ctx.accesskit_node_builder(id, what);
}

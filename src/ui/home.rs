//! Where the keyboard goes back to. What lies over the window takes it: a sheet, a menu, a bar that asks, a list that
//! a button opens. When that is gone, the keyboard is again where it was. And where nothing has it, because what had it
//! was left or is not there any more, Tab goes on from that place and not from the first menu.

use egui::{Context, Id, Key, LayerId, Order, Sense, WidgetRect};

/// What had the keyboard.
#[derive(Debug, Default)]
pub struct Home {
    /// What had it last of what does not lie over anything.
    last: Option<Id>,
    /// What had it in the frame before, and in which layer.
    had: Option<(Id, LayerId)>,
    /// Whether something lay over the window in the frame before.
    was_covered: bool,
}

impl Home {
    /// Before a frame: where nothing has the keyboard, Tab goes on from what had it last.
    pub fn begin(&self, ctx: &Context) {
        let is_tab = ctx.input(|input| input.key_pressed(Key::Tab));
        if is_tab && !self.was_covered && ctx.memory(|memory| memory.focused()).is_none() {
            self.go_back(ctx, |id| ctx.viewport(|viewport| viewport.prev_pass.widgets.contains(id)));
        }
    }

    /// After a frame: what has the keyboard is remembered. `is_covered` says whether a sheet, a menu or a question lies
    /// over the window, with the keyboard or without.
    pub fn end(&mut self, ctx: &Context, is_covered: bool) {
        let focused = ctx.memory(|memory| memory.focused());
        let here = |id| ctx.viewport(|viewport| viewport.this_pass.widgets.get(id).copied());
        let had = self.had.filter(|(id, _)| focused == Some(*id));
        match focused.map(|id| (id, here(id))) {
            // What is only measured yet cannot be used, and is drawn in the next frame.
            Some((id, Some(widget))) if widget.enabled || !widget.visible => {
                if !is_over(widget.layer_id) {
                    self.last = Some(id);
                }
                self.had = Some((id, widget.layer_id));
            }
            // It has only been asked for, and is drawn in the next frame.
            Some((id, None)) if had.is_none() => self.had = Some((id, LayerId::background())),
            // What has it is gone, or cannot be used any more; nothing that is pressed now is for it.
            Some((id, _)) => {
                ctx.memory_mut(|memory| memory.surrender_focus(id));
                if had.is_none_or(|(_, layer)| !is_over(layer)) {
                    self.last = before(ctx, id).or(self.last);
                }
                self.had = None;
            }
            None => self.had = None,
        }
        // For a frame after it is gone a sheet still keeps the keyboard from what it lay over.
        let is_kept = ctx.memory(|memory| memory.top_modal_layer().is_some());
        let is_going = is_kept && !is_covered;
        let is_covered = is_covered || is_kept || self.had.is_some_and(|(_, layer)| is_over(layer));
        if self.was_covered && !is_covered && self.had.is_none() {
            self.go_back(ctx, |id| here(id).is_some_and(|widget| widget.enabled));
        }
        if std::mem::replace(&mut self.was_covered, is_covered) != is_covered || is_going {
            ctx.request_repaint();
        }
    }

    /// What had the keyboard last, whether it has it now or not.
    pub fn last(&self) -> Option<Id> {
        self.last
    }

    fn go_back(&self, ctx: &Context, is_there: impl Fn(Id) -> bool) {
        if let Some(last) = self.last.filter(|last| is_there(*last)) {
            ctx.memory_mut(|memory| memory.request_focus(last));
        }
    }
}

/// Whether a layer lies over the window.
fn is_over(layer: LayerId) -> bool {
    layer.order != Order::Background
}

/// What stood before a widget that had the keyboard and is still there, so that Tab goes to what stood behind it.
fn before(ctx: &Context, id: Id) -> Option<Id> {
    ctx.viewport(|viewport| {
        let (was, is) = (&viewport.prev_pass.widgets, &viewport.this_pass.widgets);
        let layer = was.get(id)?.layer_id;
        let takes_keys = |widget: &&WidgetRect| widget.enabled && widget.sense.contains(Sense::FOCUSABLE);
        let before: Vec<&WidgetRect> = was.get_layer(layer).take_while(|widget| widget.id != id).collect();
        let still = before.into_iter().rev().filter(takes_keys).map(|widget| widget.id);
        still.into_iter().find(|id| is.get(*id).is_some_and(|widget| takes_keys(&widget)))
    })
}

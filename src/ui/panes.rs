//! The parts of the window, which a key goes through: the list, what lies in the middle, the record, the tour, the
//! messages.

use egui::{
    Context, Event, Id, LayerId, Order, Panel, Pos2, Rect, Sense, Ui, Vec2, containers::panel::PanelState,
};

use super::theme::{self, PaneSizes};

/// A part of the window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pane {
    /// The articles.
    List,
    /// The article, or what is made of all.
    Middle,
    /// The record.
    Record,
    /// The tour.
    Tour,
    /// What is told.
    Messages,
}

/// In the order in which the key goes through them.
const ORDER: [Pane; 5] = [Pane::List, Pane::Middle, Pane::Record, Pane::Tour, Pane::Messages];

/// Which parts are shown, and where.
#[derive(Debug, Default)]
pub struct Panes(Vec<(Pane, Rect)>);

impl Panes {
    /// Another frame begins.
    pub fn clear(&mut self) {
        self.0.clear();
    }

    /// A part is shown there.
    pub fn place(&mut self, pane: Pane, at: Rect) {
        self.0.push((pane, at));
    }

    /// The part after the one that one of these widgets is in, or with `back` the one before.
    pub fn beside(&self, ctx: &Context, widgets: &[Id], back: bool) -> Option<Pane> {
        let shown = self.shown();
        let here = widgets.iter().find_map(|id| self.of(ctx, *id));
        let here = here.and_then(|here| shown.iter().position(|pane| *pane == here));
        let to = match (here, back) {
            (Some(here), false) => here + 1,
            (Some(here), true) => here + shown.len() - 1,
            (None, false) => 0,
            (None, true) => shown.len().saturating_sub(1),
        };
        to.checked_rem(shown.len()).and_then(|to| shown.get(to)).copied()
    }

    /// The first widget of a part that takes the keyboard.
    pub fn first_in(&self, ctx: &Context, pane: Pane) -> Option<Id> {
        self.at(pane).and_then(|at| first_in(ctx, pane, at))
    }

    fn at(&self, pane: Pane) -> Option<Rect> {
        self.0.iter().find(|(shown, _)| *shown == pane).map(|(_, at)| *at)
    }

    /// Those that are shown, in the order of the key.
    fn shown(&self) -> Vec<Pane> {
        ORDER.into_iter().filter(|pane| self.at(*pane).is_some()).collect()
    }

    /// The part that a widget is in.
    fn of(&self, ctx: &Context, id: Id) -> Option<Pane> {
        let widget = ctx.viewport(|viewport| viewport.prev_pass.widgets.get(id).copied())?;
        let is_here = |pane: &Pane| {
            is_in(*pane, widget.layer_id)
                && self.at(*pane).is_some_and(|at| at.contains(widget.interact_rect.center()))
        };
        ORDER.into_iter().find(is_here)
    }
}

/// Whether what is in a part of the window is in such a layer.
fn is_in(pane: Pane, layer: LayerId) -> bool {
    (pane == Pane::Messages) == (layer.order != Order::Background)
}

/// The first that takes the keyboard in a part of the window.
fn first_in(ctx: &Context, pane: Pane, at: Rect) -> Option<Id> {
    ctx.viewport(|viewport| {
        let widgets = &viewport.prev_pass.widgets;
        // Not the edge by which it is dragged.
        let at = at.shrink(theme::GAP);
        let layers = widgets.layers().filter(|(layer, _)| is_in(pane, **layer));
        let in_pane = layers.flat_map(|(_, widgets)| widgets).filter(|widget| {
            let takes_keys = widget.enabled && widget.sense.contains(Sense::FOCUSABLE);
            takes_keys && widget.interact_rect.is_positive() && at.contains(widget.interact_rect.center())
        });
        in_pane.map(|widget| widget.id).next()
    })
}

/// Shows a pane beside the article, as wide as its share of the window, until a person drags its edge: that width is
/// kept, as far as there is room for it. Gives its place.
pub fn show(
    ui: &mut Ui,
    name: &'static str,
    panel: Panel,
    sizes: PaneSizes,
    contents: impl FnOnce(&mut Ui),
) -> Rect {
    let panel_id = ui.scope_id().with(name);
    let dragged_id = panel_id.with("as it was dragged");
    let dragged: Option<f32> = ui.data_mut(|data| data.get_persisted(dragged_id));
    let width = sizes.within(dragged.unwrap_or(sizes.usual));
    let outer_rect = Rect::from_min_size(Pos2::ZERO, Vec2::new(width, 1.0));
    ui.data_mut(|data| data.insert_persisted(panel_id, PanelState { outer_rect }));
    let is_dragged = is_dragged(ui, panel_id);
    let shown = panel.default_size(width).size_range(sizes.range()).show(ui, |ui| {
        // It is as wide while there is little in it, or nothing yet.
        ui.expand_to_include_rect(ui.max_rect());
        contents(ui);
    });
    let shown = shown.response.rect;
    if is_dragged && (shown.width() - width).abs() > 1.0 {
        ui.data_mut(|data| data.insert_persisted(dragged_id, shown.width()));
    }
    shown
}

/// Whether a person has the edge of a pane in hand, by the pointer or a screen reader. Nothing else makes it wider or
/// narrower for good: not what is in it, nor that an article is still being read.
fn is_dragged(ui: &Ui, panel: Id) -> bool {
    let edge = ui.ctx().read_response(panel.with("__resize"));
    let is_asked = |event: &Event| matches!(event, Event::AccessKitActionRequest(_));
    edge.is_some_and(|edge| edge.dragged() || edge.drag_stopped())
        || ui.input(|input| input.events.iter().any(is_asked))
}

//! The menu bar, out of the table of actions. It is opened by a key as well, and gone through by the arrows.

use egui::{
    Button, Context, EventFilter, Frame, Id, Key, Margin, MenuBar, Modifiers, Panel, Popup, Response, Ui,
};

use super::desk::Desk;
use super::{keys, theme};
use crate::app::{ACTIONS, Action, Command, Menu, Setting, Settings, Theme};

/// Which menu the keys have opened, and to which of its items they have gone.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    menu: usize,
    item: usize,
    /// Whether the menu is open already.
    is_open: bool,
    /// What had the keyboard before.
    before: Option<Id>,
}

impl Walk {
    /// Opens the first menu, or closes the one that is open.
    pub fn toggle(walk: &mut Option<Self>, ctx: &Context) {
        match walk.take() {
            Some(walk) => walk.leave(ctx),
            None => {
                let before = ctx.memory(|memory| memory.focused());
                *walk = Some(Self { menu: 0, item: 0, is_open: false, before });
            }
        }
    }

    /// The menu closes, and the keyboard goes back to where it came from.
    fn leave(self, ctx: &Context) {
        Popup::close_all(ctx);
        if let Some(id) = self.before {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }

    /// Goes where the keys of this frame lead: Left and Right to other menus, Down and Up to other items.
    fn step(mut self, ctx: &Context) -> Option<Self> {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            self.leave(ctx);
            return None;
        }
        let menus = Menu::ALL.len();
        for (key, steps) in [(Key::ArrowRight, 1), (Key::ArrowLeft, menus - 1)] {
            if pressed(key) {
                self = Self { menu: (self.menu + steps) % menus, item: 0, is_open: false, ..self };
            }
        }
        self.item = self.item.saturating_add(usize::from(pressed(Key::ArrowDown)));
        if pressed(Key::ArrowUp) {
            // From the first to the last: how many there are is known when they are drawn.
            self.item = self.item.checked_sub(1).unwrap_or(usize::MAX);
        }
        Some(self)
    }

    /// Follows the menu that it is at: `items` are those that can be chosen, none while it is closed.
    fn follow(self, button: &Response, items: Option<Vec<Response>>) -> Option<Self> {
        let ctx = &button.ctx;
        match items {
            Some(items) => {
                let Some(last) = items.len().checked_sub(1) else {
                    // It is only measured yet.
                    ctx.request_repaint();
                    return Some(self);
                };
                let item = if self.item == usize::MAX { last } else { self.item % (last + 1) };
                let there = items.get(item)?;
                there.request_focus();
                there.scroll_to_me(None);
                let own =
                    EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
                ctx.memory_mut(|memory| memory.set_focus_lock_filter(there.id, own));
                Some(Self { item, is_open: true, ..self })
            }
            None if self.is_open => {
                self.leave(ctx);
                None
            }
            None => {
                Popup::open_id(ctx, Popup::default_response_id(button));
                ctx.request_repaint();
                Some(self)
            }
        }
    }
}

/// The menu bar.
pub fn show(desk: &mut Desk<'_>, ui: &mut Ui) {
    let frame = Frame::new().fill(theme::palette(ui).pane).inner_margin(Margin::symmetric(8, 4));
    let walk = desk.view.walk.take().and_then(|walk| walk.step(ui.ctx()));
    Panel::top("menu").frame(frame).show(ui, |ui| {
        MenuBar::new().ui(ui, |ui| {
            for (place, &menu) in Menu::ALL.iter().enumerate() {
                let shown = ui.menu_button(menu.label(), |ui| items(desk, ui, menu));
                if let Some(here) = walk.filter(|walk| walk.menu == place) {
                    desk.view.walk = here.follow(&shown.response, shown.inner);
                }
            }
        });
    });
}

/// The items of a menu. Gives those that can be chosen.
fn items(desk: &mut Desk<'_>, ui: &mut Ui, menu: Menu) -> Vec<Response> {
    ui.set_min_width(60.0 * theme::UNIT);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut items = Vec::new();
    for action in ACTIONS.iter().filter(|action| action.menu == menu) {
        if action.separate {
            ui.separator();
        }
        items.push(item(desk, ui, action));
    }
    if menu == Menu::View {
        items.extend(looks(desk, ui));
    }
    items.retain(Response::enabled);
    items
}

fn item(desk: &mut Desk<'_>, ui: &mut Ui, action: &'static Action) -> Response {
    let intent = action.intent(desk.app);
    let button = menu_button(desk, ui, action, label(desk, action));
    let button = ui.add_enabled(intent.is_some(), button);
    if button.clicked() {
        desk.view.asked.extend(intent);
        ui.close();
    }
    button
}

/// An action as it stands in a menu, with its key if it has one.
pub fn menu_button(desk: &Desk<'_>, ui: &Ui, action: &Action, label: String) -> Button<'static> {
    let key = keys::shown(&desk.app.settings().keys, action);
    let button = Button::new(label);
    if key.is_empty() { button } else { button.shortcut_text(theme::quiet(ui, key)) }
}

/// What the action is called now: undo and redo say what they are about to do.
fn label(desk: &Desk<'_>, action: &Action) -> String {
    let step = match action.id {
        "undo" => desk.app.can_undo(),
        "redo" => desk.app.can_redo(),
        _ => None,
    };
    step.map_or_else(|| action.label_now(desk.app).to_owned(), |step| format!("{} {step}", action.label))
}

/// Light or dark, and the size of the article's text.
fn looks(desk: &mut Desk<'_>, ui: &mut Ui) -> Vec<Response> {
    ui.separator();
    let mut items = Vec::new();
    let settings = desk.app.settings();
    for &choice in Theme::ALL {
        let radio = ui.radio(settings.theme == choice, choice.label());
        if radio.clicked() {
            desk.send(Command::Set(Setting::Theme(choice)));
        }
        items.push(radio);
    }
    ui.separator();
    for (words, step) in [("Larger text", 1.0), ("Smaller text", -1.0)] {
        let size = settings.text_size + step;
        let possible = Settings::TEXT_SIZES.contains(&size);
        let button = ui.add_enabled(possible, Button::new(words));
        if button.clicked() {
            desk.send(Command::Set(Setting::TextSize(size)));
        }
        items.push(button);
    }
    items
}

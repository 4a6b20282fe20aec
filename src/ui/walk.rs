//! Which menu the keys have opened: one of the bar, gone through by the arrows, or that of a widget.

use egui::{Context, EventFilter, Id, Key, Modifiers, Popup, Response};

use crate::app::Menu;

/// Which menu the keys have opened, and to which of its items they have gone.
#[derive(Clone, Copy, Debug)]
pub struct Walk {
    menu: usize,
    item: usize,
    /// Whether the menu is open already.
    is_open: bool,
}

impl Walk {
    /// Opens the first menu, or closes the one that is open.
    pub fn toggle(walk: &mut Option<Self>, ctx: &Context) {
        match walk.take() {
            Some(_) => Popup::close_all(ctx),
            None => *walk = Some(Self { menu: 0, item: 0, is_open: false }),
        }
    }

    /// Whether it is at this menu of the bar.
    pub fn is_at(self, menu: usize) -> bool {
        self.menu == menu
    }

    /// Goes where the keys of this frame lead: Left and Right to other menus, Down and Up to other items.
    pub fn step(mut self, ctx: &Context) -> Option<Self> {
        let pressed = |key| ctx.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        if pressed(Key::Escape) {
            Popup::close_all(ctx);
            return None;
        }
        let menus = Menu::ALL.len();
        for (key, steps) in [(Key::ArrowRight, 1), (Key::ArrowLeft, menus - 1)] {
            if pressed(key) {
                self = Self { menu: (self.menu + steps) % menus, item: 0, is_open: false };
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
    pub fn follow(self, button: &Response, items: Option<Vec<Response>>) -> Option<Self> {
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
            None if self.is_open => None,
            None => {
                Popup::open_id(ctx, Popup::default_response_id(button));
                ctx.request_repaint();
                Some(self)
            }
        }
    }
}

/// The menu of a widget that the key for it has opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ByKey {
    of: Id,
    /// Whether the widget has not been drawn since.
    is_wanted: bool,
    /// Whether it was shown in this frame.
    is_shown: bool,
}

impl ByKey {
    /// The menu of this widget is wanted.
    pub fn wanted(of: Id) -> Self {
        Self { of, is_wanted: true, is_shown: true }
    }

    /// The menu of this widget was shown in this frame.
    pub fn shown(of: Id) -> Self {
        Self { of, is_wanted: false, is_shown: true }
    }

    /// Whether it is the menu of this widget.
    pub fn is_of(self, widget: Id) -> bool {
        self.of == widget
    }

    /// Whether the widget has not been drawn since the key was pressed.
    pub fn is_wanted(self) -> bool {
        self.is_wanted
    }

    /// Whether nothing has shown it in this frame: the widget has no menu, or the menu is closed.
    pub fn is_of_nobody(&mut self) -> bool {
        !std::mem::take(&mut self.is_shown)
    }
}

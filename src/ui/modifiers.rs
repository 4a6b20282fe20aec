//! Keys that are held with others: by themselves they are no keys, but Alt alone is one. Pressed and let go with
//! nothing between, it goes to the menus, as in every program that has some.

use egui::{Context, Event, Key, Modifiers, Plugin, RawInput};

/// Keys that do nothing by themselves.
const HELD: [Key; 8] = [
    Key::ShiftLeft,
    Key::ShiftRight,
    Key::ControlLeft,
    Key::ControlRight,
    Key::AltLeft,
    Key::AltRight,
    Key::SuperLeft,
    Key::SuperRight,
];

/// What Alt alone is known as: the right one may be the key by which letters are written.
pub const ALT_ALONE: Key = Key::AltLeft;

/// Takes those keys out of the input, and puts Alt in where it was pressed alone.
#[derive(Default)]
pub struct AltAlone(Alt);

/// How Alt stands.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Alt {
    /// It is not pressed.
    #[default]
    Up,
    /// It is, and nothing else has happened since.
    Alone,
    /// It is pressed for something else.
    WithOthers,
}

impl Plugin for AltAlone {
    fn debug_name(&self) -> &'static str {
        "Alt alone"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        if input.events.is_empty() {
            return;
        }
        let is_dragging = ctx.input(|last| last.pointer.any_down());
        let events = std::mem::take(&mut input.events);
        for event in events {
            match &event {
                // A key that is held may come again.
                Event::Key { key: ALT_ALONE, pressed: true, .. } if self.0 != Alt::Up => {}
                Event::Key { key: ALT_ALONE, pressed: true, modifiers, .. } => {
                    let others = is_dragging || modifiers.shift || modifiers.ctrl || modifiers.command;
                    self.0 = if others { Alt::WithOthers } else { Alt::Alone };
                }
                Event::Key { key: ALT_ALONE, pressed: false, .. } => input.events.extend(self.let_go()),
                // Who lets it go elsewhere is not heard.
                Event::WindowFocused(_) => self.0 = Alt::Up,
                _ if self.0 == Alt::Alone && !is_nothing(&event) => self.0 = Alt::WithOthers,
                _ => {}
            }
            if !matches!(&event, Event::Key { key, .. } if HELD.contains(key)) {
                input.events.push(event);
            }
        }
    }
}

impl AltAlone {
    /// What it comes to that Alt is let go.
    fn let_go(&mut self) -> Vec<Event> {
        match std::mem::take(&mut self.0) {
            Alt::Alone => vec![alt(true), alt(false)],
            Alt::Up | Alt::WithOthers => Vec::new(),
        }
    }
}

/// Alt as a key like any other, going down or up.
fn alt(pressed: bool) -> Event {
    let modifiers = Modifiers::NONE;
    Event::Key { key: ALT_ALONE, physical_key: None, pressed, repeat: false, modifiers }
}

/// Whether an event says nothing of what Alt is pressed for: a hand that rests on the pointer moves it a little.
fn is_nothing(event: &Event) -> bool {
    match event {
        Event::PointerMoved(_) | Event::MouseMoved(_) | Event::AccessKitActionRequest(_) => true,
        Event::ModifiersChanged(held) => !held.shift && !held.ctrl && !held.command,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{PointerButton, Pos2};

    fn key(key: Key, pressed: bool, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: Some(key), pressed, repeat: false, modifiers }
    }

    /// How often Alt alone is pressed in these events, and which other keys are left.
    fn read(frames: &[&[Event]]) -> (usize, Vec<Key>) {
        let (ctx, mut watch) = (Context::default(), AltAlone::default());
        let mut left = Vec::new();
        for events in frames {
            let mut input = RawInput { events: events.to_vec(), ..RawInput::default() };
            watch.input_hook(&ctx, &mut input);
            left.extend(input.events.into_iter().filter_map(|event| match event {
                Event::Key { key, pressed: true, .. } => Some(key),
                _ => None,
            }));
        }
        let alone = left.extract_if(.., |key| *key == ALT_ALONE).count();
        (alone, left)
    }

    #[test]
    fn alt_counts_once_it_is_let_go_with_nothing_between() {
        let (down, up) = (key(Key::AltLeft, true, Modifiers::NONE), key(Key::AltLeft, false, Modifiers::ALT));
        let held = Event::ModifiersChanged(Modifiers::ALT);
        assert_eq!(read(&[std::slice::from_ref(&down), std::slice::from_ref(&held)]).0, 0, "it is only held");
        assert_eq!(read(&[&[down.clone(), held.clone()], std::slice::from_ref(&up)]).0, 1);
        let twice = [down.clone(), held.clone(), up.clone(), down.clone(), held.clone(), up.clone()];
        assert_eq!(read(&[&twice]).0, 2);
        let moved = Event::PointerMoved(Pos2::ZERO);
        assert_eq!(read(&[&[down, held, moved, up]]).0, 1, "a hand trembles");
    }

    #[test]
    fn alt_with_anything_else_is_not_alt_alone() {
        let (down, up) = (key(Key::AltLeft, true, Modifiers::NONE), key(Key::AltLeft, false, Modifiers::ALT));
        let press = Event::PointerButton {
            pos: Pos2::ZERO,
            button: PointerButton::Primary,
            pressed: true,
            modifiers: Modifiers::ALT,
        };
        let others = [
            key(Key::F, true, Modifiers::ALT),
            key(Key::Tab, true, Modifiers::ALT),
            key(Key::ShiftLeft, true, Modifiers::ALT),
            Event::Text("f".into()),
            Event::ModifiersChanged(Modifiers::ALT | Modifiers::CTRL),
            Event::WindowFocused(false),
            Event::PointerGone,
            press,
        ];
        for other in others {
            assert_eq!(read(&[&[down.clone(), other.clone()], std::slice::from_ref(&up)]).0, 0, "{other:?}");
        }
        let with_ctrl = key(Key::AltLeft, true, Modifiers::CTRL);
        assert_eq!(read(&[&[with_ctrl, up.clone()]]).0, 0);
        assert_eq!(read(&[&[up]]).0, 0, "another window had it pressed");
    }

    #[test]
    fn what_is_held_is_no_key_by_itself() {
        let held = HELD.map(|held| key(held, true, Modifiers::NONE));
        assert_eq!(read(&[&held]), (0, Vec::new()));
        assert_eq!(read(&[&[key(Key::X, true, Modifiers::CTRL)]]), (0, vec![Key::X]));
    }
}

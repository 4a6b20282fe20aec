//! Keys: the table of actions, read from the keyboard before any widget sees it. So Ctrl+Z takes
//! back the app's last step even while a text input has the keyboard.

use egui::{Context, Event, Key, Modifiers};

use super::modifiers::ALT_ALONE;
use crate::app::{ACTIONS, Action, Keymap};

/// How the table of actions spells Alt that is pressed by itself.
const ALT: &str = "Alt";

/// A key with modifiers, as the table of actions spells it: "Ctrl+Shift+Z".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Chord {
    modifiers: Modifiers,
    key: Key,
}

impl Chord {
    /// Reads the spelling of the table.
    pub fn read(spelled: &str) -> Option<Self> {
        let (modifiers, key) = spelled.rsplit_once('+').unwrap_or(("", spelled));
        let of = |name: &str| match name {
            "Ctrl" => Some(Modifiers::COMMAND),
            "Alt" => Some(Modifiers::ALT),
            "Shift" => Some(Modifiers::SHIFT),
            _ => None,
        };
        let names = modifiers.split('+').filter(|name| !name.is_empty());
        let modifiers = names.map(of).try_fold(Modifiers::NONE, |all, one| Some(all | one?))?;
        let key = if key == ALT { ALT_ALONE } else { Key::from_name(key)? };
        Some(Self { modifiers, key })
    }

    /// The chord that an event presses.
    fn of(event: &Event) -> Option<Self> {
        let Event::Key { key, modifiers, pressed: true, .. } = event else { return None };
        let names = [
            (modifiers.command || modifiers.ctrl, Modifiers::COMMAND),
            (modifiers.alt, Modifiers::ALT),
            (modifiers.shift, Modifiers::SHIFT),
        ];
        let held = names.into_iter().filter(|(held, _)| *held).map(|(_, modifier)| modifier);
        Some(Self { modifiers: held.fold(Modifiers::NONE, |all, one| all | one), key: *key })
    }

    /// As the table of actions spells it.
    fn spelled(self) -> String {
        let names = [
            (self.modifiers.command, "Ctrl+"),
            (self.modifiers.alt, "Alt+"),
            (self.modifiers.shift, "Shift+"),
        ];
        let held = names.into_iter().filter(|(held, _)| *held).map(|(_, name)| name);
        held.chain([if self.key == ALT_ALONE { ALT } else { self.key.name() }]).collect()
    }

    /// Why the chord cannot be an action's; nothing if it can.
    fn objection(self) -> Option<&'static str> {
        const TEXT: [Key; 5] = [Key::A, Key::C, Key::V, Key::X, Key::Tab];
        let function = self.key.name().len() > 1 && self.key.name().starts_with('F');
        let is_alone = function || [ALT_ALONE, Key::Menu].contains(&self.key);
        if !is_alone && !self.modifiers.command && !self.modifiers.alt {
            return Some("Hold Ctrl or Alt with it, or use a function key.");
        }
        let text = self.modifiers == Modifiers::COMMAND && TEXT.contains(&self.key);
        text.then_some("Texts need this one for themselves.")
    }

    /// Whether this event is the chord going down.
    fn is(self, event: &Event) -> bool {
        matches!(event, Event::Key { key, modifiers, pressed: true, .. }
            if *key == self.key && modifiers.matches_exact(self.modifiers))
    }
}

/// Takes the keys of those actions that are `possible` out of this frame's events and gives the actions, in order.
pub fn pressed(ctx: &Context, keys: &Keymap, possible: impl Fn(&Action) -> bool) -> Vec<&'static Action> {
    ctx.input_mut(|input| {
        let mut actions = Vec::new();
        // A key held with Alt types its letter as well, which comes right after it.
        let mut types = false;
        input.events.retain(|event| match action_of(event, keys).filter(|action| possible(action)) {
            Some(action) => {
                actions.push(action);
                types = true;
                false
            }
            None => !(std::mem::take(&mut types) && matches!(event, Event::Text(_))),
        });
        actions
    })
}

fn action_of(event: &Event, keys: &Keymap) -> Option<&'static Action> {
    let Event::Key { pressed: true, .. } = event else { return None };
    let has = |action: &&Action| {
        keys.keys_of(action).into_iter().filter_map(Chord::read).any(|chord| chord.is(event))
    };
    ACTIONS.iter().find(has)
}

/// What a person presses when asked for the key of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Waiting,
    /// This key, as the table spells it.
    Key(String),
    /// No key at all.
    Nothing,
    /// The one that there is.
    LetBe,
    /// One that cannot be, and why.
    Objection(&'static str),
}

/// The key that is pressed for an action in this frame. Takes the frame's keys.
pub fn chosen(ctx: &Context) -> Answer {
    ctx.input_mut(|input| {
        let mut answer = Answer::Waiting;
        input.events.retain(|event| {
            let Some(chord) = Chord::of(event) else { return !matches!(event, Event::Text(_)) };
            let alone = chord.modifiers.is_none();
            answer = match (chord.key, chord.objection()) {
                (Key::Escape, _) => Answer::LetBe,
                (Key::Backspace | Key::Delete, _) if alone => Answer::Nothing,
                (_, Some(objection)) => Answer::Objection(objection),
                _ => Answer::Key(chord.spelled()),
            };
            false
        });
        answer
    })
}

/// The key of an action for menus and lists, or nothing.
pub fn shown(keys: &Keymap, action: &Action) -> String {
    keys.keys_of(action).first().map(|key| (*key).to_owned()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_in_the_table_can_be_pressed() {
        for key in ACTIONS.iter().flat_map(|action| action.keys) {
            assert!(Chord::read(key).is_some(), "{key}");
        }
    }

    #[test]
    fn a_chord_is_all_its_keys_and_no_others() {
        let undo = Chord::read("Ctrl+Z").unwrap();
        let press = |modifiers| Event::Key {
            key: Key::Z,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        assert!(undo.is(&press(Modifiers::CTRL | Modifiers::COMMAND)));
        assert!(!undo.is(&press(Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT)), "that is redo");
        assert!(!undo.is(&press(Modifiers::NONE)));
        assert_eq!(Chord::read("Hyper+Z"), None);
        let redo = press(Modifiers::CTRL | Modifiers::COMMAND | Modifiers::SHIFT);
        assert_eq!(Chord::of(&redo).map(Chord::spelled).as_deref(), Some("Ctrl+Shift+Z"));
    }

    #[test]
    fn every_key_of_the_table_is_spelled_as_it_is_read() {
        for key in ACTIONS.iter().flat_map(|action| action.keys) {
            let chord = Chord::read(key).unwrap();
            assert_eq!((chord.spelled().as_str(), chord.objection()), (*key, None));
        }
    }
}

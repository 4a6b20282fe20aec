//! Keys: the table of actions, read from the keyboard before any widget sees it. So Ctrl+Z takes
//! back the app's last step even while a text input has the keyboard.

use egui::{Context, Event, Key, Modifiers};

use crate::app::{ACTIONS, Action};

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
        Some(Self { modifiers, key: Key::from_name(key)? })
    }

    /// Whether this event is the chord going down.
    fn is(self, event: &Event) -> bool {
        matches!(event, Event::Key { key, modifiers, pressed: true, .. }
            if *key == self.key && modifiers.matches_exact(self.modifiers))
    }
}

/// Takes the keys of actions out of this frame's events and gives the actions, in order.
pub fn pressed(ctx: &Context) -> Vec<&'static Action> {
    ctx.input_mut(|input| {
        let mut actions = Vec::new();
        input.events.retain(|event| match action_of(event) {
            Some(action) => {
                actions.push(action);
                false
            }
            None => true,
        });
        actions
    })
}

fn action_of(event: &Event) -> Option<&'static Action> {
    let Event::Key { pressed: true, .. } = event else { return None };
    let has =
        |action: &&Action| action.keys.iter().filter_map(|key| Chord::read(key)).any(|chord| chord.is(event));
    ACTIONS.iter().find(has)
}

/// The key of an action for menus and lists, or nothing.
pub fn shown(action: &Action) -> &'static str {
    action.keys.first().copied().unwrap_or_default()
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
    }
}

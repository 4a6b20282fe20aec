//! Keys: which keys lead to which action. Every action comes with its own; a person may choose others,
//! and what is chosen for one action no longer leads to another.

use super::actions::{ACTIONS, Action};
use super::settings::Keymap;

impl Keymap {
    /// The keys of an action, the first of which is shown.
    pub fn keys_of(&self, action: &Action) -> Vec<&str> {
        match self.0.get(action.id) {
            Some(chosen) => chosen.iter().map(String::as_str).collect(),
            None => action.keys.to_vec(),
        }
    }

    /// Whether a person has chosen the keys of an action.
    pub fn is_chosen(&self, action: &Action) -> bool {
        self.0.contains_key(action.id)
    }

    /// The action that has this key, other than one.
    pub fn other_with(&self, key: &str, than: &Action) -> Option<&'static Action> {
        ACTIONS.iter().find(|action| action.id != than.id && self.keys_of(action).contains(&key))
    }

    /// The same keys, but an action has this one and no other, or none; whoever had it loses it.
    #[must_use]
    pub fn with(mut self, action: &Action, key: Option<String>) -> Self {
        if let Some(key) = &key {
            self.take(key, action);
        }
        self.0.insert(action.id.to_owned(), key.into_iter().collect());
        self
    }

    /// The same keys, but an action has those again that it comes with.
    #[must_use]
    pub fn with_default(mut self, action: &Action) -> Self {
        self.0.remove(action.id);
        for key in action.keys {
            self.take(key, action);
        }
        self
    }

    /// Takes a key from all other actions.
    fn take(&mut self, key: &str, but: &Action) {
        while let Some(other) = self.other_with(key, but) {
            let rest =
                self.keys_of(other).into_iter().filter(|known| *known != key).map(str::to_owned).collect();
            self.0.insert(other.id.to_owned(), rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn action(id: &str) -> &'static Action {
        Action::named(id).unwrap()
    }

    #[test]
    fn a_key_belongs_to_one_action() {
        let keys = Keymap::default();
        assert_eq!(keys.keys_of(action("redo")), ["Ctrl+Shift+Z", "Ctrl+Y"]);
        let keys = keys.with(action("history"), Some("Ctrl+Y".into()));
        assert_eq!(keys.keys_of(action("history")), ["Ctrl+Y"]);
        assert_eq!(keys.keys_of(action("redo")), ["Ctrl+Shift+Z"]);
        let keys = keys.with_default(action("redo"));
        assert_eq!(keys.keys_of(action("redo")), ["Ctrl+Shift+Z", "Ctrl+Y"]);
        assert_eq!(keys.keys_of(action("history")), Vec::<&str>::new());
        let keys = keys.with_default(action("history"));
        assert_eq!(keys.keys_of(action("history")), ["Ctrl+H"]);
        let keys = keys.with(action("history"), None);
        assert_eq!(keys.keys_of(action("history")), Vec::<&str>::new());
    }
}

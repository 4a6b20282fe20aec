//! Takes: what a word that undertakes may be followed by, as `assets/tables/verbs.tsv` says it. "agreed"
//! takes "to open" and "on the opening"; "pledged" takes "its support" too, "committed" only amounts.

use std::ops::BitOr;

/// A set of what may follow.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Takes(u16);

/// Gives each a bit and its name in the table.
macro_rules! takes {
    ($($(#[$doc:meta])* $name:ident = $bit:literal, $saved:literal;)+) => {
        impl Takes {
            $($(#[$doc])* pub const $name: Self = Self(1 << $bit);)+

            /// What is called so in the table.
            pub(super) fn named(name: &str) -> Option<Self> {
                Some(match name {
                    $($saved => Self::$name,)+
                    _ => return None,
                })
            }
        }
    };
}

takes! {
    /// "to" and a verb, or what will be done: "agreed to open", "committed to peace".
    TO = 0, "to";
    /// "ready for talks".
    FOR = 1, "for";
    /// "no intention of leaving".
    OF = 2, "of";
    /// "agreed that experts will meet".
    THAT = 3, "that";
    /// What will be done: "agreed on the opening of an office".
    ON = 4, "on";
    /// The same without "on": "agreed a ceasefire".
    ACT = 5, "act";
    /// What will be given: "pledged its support".
    OBJECT = 6, "object";
    /// How much will be given: "committed two million euros".
    AMOUNT = 7, "amount";
    /// That help will be given: "offered its assistance".
    HELP = 8, "help";
    /// Whom it binds to what: "recommitted their countries to peace".
    OBJECT_TO = 9, "object_to";
    /// "bound itself to".
    SELF_TO = 10, "self_to";
    /// The speaker's own people: "instructed its ministers to".
    OWN_TO = 11, "own_to";
}

impl Takes {
    /// Whether any of these may follow.
    pub fn any(self, of: Self) -> bool {
        self.0 & of.0 != 0
    }

    /// Whether nothing may.
    pub fn is_nothing(self) -> bool {
        self.0 == 0
    }
}

impl BitOr for Takes {
    type Output = Self;
    fn bitor(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lexicon::{Lexicon, VerbClass};

    #[test]
    fn the_table_says_what_follows_a_word() {
        let lexicon = Lexicon::built_in();
        let takes = |word: &str, class: VerbClass| {
            let tokens = lexicon.tokens(word);
            let (_, senses) = tokens.longest(lexicon.verbs(), 0..tokens.len()).expect("a row");
            senses.iter().find(|sense| sense.class == class).map(|sense| sense.takes).expect("a class")
        };
        assert!(takes("Agreed", VerbClass::Commit).any(Takes::ON));
        assert!(!takes("agreed", VerbClass::Commit).any(Takes::OBJECT | Takes::FOR));
        assert!(takes("ready", VerbClass::Adjective).any(Takes::FOR));
        assert!(takes("voiced", VerbClass::Affirm).is_nothing());
    }
}

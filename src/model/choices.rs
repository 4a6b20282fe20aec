//! Two shapes that the nouns of the model share: a closed list of choices, and ids that are numbered
//! within their record. Each is written once here, so that every one of them saves, prints and
//! lists itself alike.

/// A closed list of choices: each with its name in saved files and its label for people.
macro_rules! choices {
    ($(#[$doc:meta])* $name:ident { $($(#[$choice_doc:meta])* $choice:ident = $saved:literal, $label:literal;)+ }) => {
        $(#[$doc])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        pub enum $name {
            $($(#[$choice_doc])* #[serde(rename = $saved)] $choice,)+
        }

        impl $name {
            /// Every choice, in the order of menus.
            pub const ALL: &'static [Self] = &[$(Self::$choice),+];

            /// The choice's name in saved files.
            pub fn saved(self) -> &'static str {
                match self { $(Self::$choice => $saved),+ }
            }

            /// The choice of this name in saved files.
            pub fn from_saved(saved: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|choice| choice.saved() == saved)
            }

            /// The choice in words, for people.
            pub fn label(self) -> &'static str {
                match self { $(Self::$choice => $label),+ }
            }
        }
    };
}

/// An id that is a letter and a number, unique within its record.
macro_rules! numbered_id {
    ($(#[$doc:meta])* $name:ident, $letter:literal) => {
        $(#[$doc])*
        #[derive(
            Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize, schemars::JsonSchema,
        )]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The id with this number.
            pub fn numbered(number: usize) -> Self {
                Self(format!(concat!($letter, "{}"), number))
            }

            /// The first id that none of these has.
            pub fn free<'a>(taken: impl Iterator<Item = &'a Self>) -> Self {
                let number = |id: &Self| id.0.strip_prefix($letter).and_then(|n| n.parse::<usize>().ok());
                let taken: std::collections::BTreeSet<usize> = taken.filter_map(number).collect();
                let after_last = taken.last().map_or(Some(1), |last| last.checked_add(1));
                // A file from elsewhere may have the last number there is.
                let free = after_last.or_else(|| (1..).find(|number| !taken.contains(number)));
                Self::numbered(free.unwrap_or_default())
            }

            /// The id itself.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }
    };
}

pub(crate) use {choices, numbered_id};

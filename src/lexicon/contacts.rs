//! Contacts: the words by which a report tells that parties were in contact, and how.
//! The table is `assets/tables/contacts.tsv`.

use super::phrases::{Case, Phrases, Vocabulary};
use super::table::{TableError, rows};

/// What a word or phrase does in the report of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ContactWord {
    /// Met face to face: "met", "called on".
    Meet,
    /// Met, where it has a person as its object: "received".
    Receive,
    /// Went there: "visited".
    Visit,
    /// By voice, where "with" or "to" follows: "spoke".
    Speak,
    /// Was in contact, how is not said: "discussed".
    Discuss,
    /// In writing: "wrote to".
    Write,
    /// Congratulated or condoled, in writing where a message is quoted.
    Greet,
    /// Came to an event of others: "attended".
    Attend,
    /// Came together, several of them: "convened".
    Gather,
    /// Says nothing without its noun: "held".
    Hold,
    /// What follows its noun: "took place".
    Happen,
    /// Reports what somebody said.
    Say,
    /// A noun for a face-to-face contact: "talks".
    Meeting,
    /// A noun for a telephone call.
    Call,
    /// A noun for a contact by video.
    Video,
    /// A noun for something written.
    Letter,
    /// A visit or journey.
    Trip,
    /// A meeting of three or more parties.
    Summit,
    /// Something said in public.
    Remarks,
    /// "by telephone".
    ByPhone,
    /// "via video link".
    ByVideo,
}

/// Every class with its name in the table.
const CLASSES: [(&str, ContactWord); 21] = [
    ("meet", ContactWord::Meet),
    ("receive", ContactWord::Receive),
    ("visit", ContactWord::Visit),
    ("speak", ContactWord::Speak),
    ("discuss", ContactWord::Discuss),
    ("write", ContactWord::Write),
    ("greet", ContactWord::Greet),
    ("attend", ContactWord::Attend),
    ("gather", ContactWord::Gather),
    ("hold", ContactWord::Hold),
    ("happen", ContactWord::Happen),
    ("say", ContactWord::Say),
    ("meeting", ContactWord::Meeting),
    ("call", ContactWord::Call),
    ("video", ContactWord::Video),
    ("letter", ContactWord::Letter),
    ("trip", ContactWord::Trip),
    ("summit", ContactWord::Summit),
    ("remarks", ContactWord::Remarks),
    ("by_phone", ContactWord::ByPhone),
    ("by_video", ContactWord::ByVideo),
];

impl ContactWord {
    /// Whether it tells of a contact by itself: not something said in public, not the means alone.
    pub fn is_contact(self) -> bool {
        use ContactWord::*;
        !matches!(self, Say | Remarks | ByPhone | ByVideo | Hold | Happen)
    }

    /// Whether it is a noun that a light verb can carry.
    pub fn is_noun(self) -> bool {
        use ContactWord::*;
        matches!(self, Meeting | Call | Video | Letter | Trip | Summit | Remarks)
    }
}

/// Reads the table.
pub(super) fn read(vocabulary: &mut Vocabulary) -> Result<Phrases<ContactWord>, TableError> {
    let mut phrases = Phrases::default();
    for row in rows("contacts", include_str!("../../assets/tables/contacts.tsv"), ["words", "class"])? {
        let [words, class] = row.cells;
        let known = CLASSES.iter().find(|(name, _)| *name == class);
        let (_, class) = known.ok_or_else(|| row.error(format!("no class is called \"{class}\"")))?;
        phrases.add(vocabulary, words, Case::Any, *class);
    }
    Ok(phrases)
}

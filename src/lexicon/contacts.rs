//! Contacts: the words by which a report tells that parties were in contact, and how.
//! The table is `assets/tables/contacts.tsv`.

use super::index::{Case, IndexBuilder, Set};
use super::phrases::Phrases;
use super::table::{TableError, classes, rows};

classes! {
    /// What a word or phrase does in the report of a contact.
    ContactWord {
        /// Met face to face: "met", "called on".
        Meet = "meet",
        /// Met, where it has a person as its object: "received".
        Receive = "receive",
        /// Went there: "visited".
        Visit = "visit",
        /// By voice, where "with" or "to" follows: "spoke".
        Speak = "speak",
        /// Was in contact, how is not said: "discussed".
        Discuss = "discuss",
        /// In writing: "wrote to".
        Write = "write",
        /// Congratulated or condoled, in writing where a message is quoted.
        Greet = "greet",
        /// Came to an event of others: "attended".
        Attend = "attend",
        /// Came together, several of them: "convened".
        Gather = "gather",
        /// Says nothing without its noun: "held".
        Hold = "hold",
        /// What follows its noun: "took place".
        Happen = "happen",
        /// Reports what somebody said.
        Say = "say",
        /// A noun for a face-to-face contact: "talks".
        Meeting = "meeting",
        /// A noun for a telephone call.
        Call = "call",
        /// A noun for a contact by video.
        Video = "video",
        /// A noun for something written.
        Letter = "letter",
        /// A visit or journey.
        Trip = "trip",
        /// A meeting of three or more parties.
        Summit = "summit",
        /// Something said in public.
        Remarks = "remarks",
        /// "by telephone".
        ByPhone = "by_phone",
        /// "via video link".
        ByVideo = "by_video",
    }
}

impl ContactWord {
    /// Whether it is a verb, or may be one.
    pub fn is_verb(self) -> bool {
        use ContactWord::*;
        matches!(
            self,
            Meet | Receive | Visit | Speak | Discuss | Write | Greet | Attend | Gather | Hold | Happen | Say
        )
    }

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
pub(super) fn read(index: &mut IndexBuilder) -> Result<Phrases<ContactWord>, TableError> {
    let mut phrases = Phrases::new(Set::Contacts);
    for row in rows("contacts", include_str!("../../assets/tables/contacts.tsv"), ["words", "class"])? {
        let row = row?;
        let [words, class] = row.cells;
        let class = ContactWord::named(class).ok_or_else(|| row.unknown(class))?;
        phrases.add(index, words, Case::Any, class);
    }
    Ok(phrases)
}

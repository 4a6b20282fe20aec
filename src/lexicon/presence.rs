//! Presence: the words by which a report tells who was there, and whether the people stand before or
//! after them. The table is `assets/tables/presence.tsv`.

use super::index::{Case, IndexBuilder, Set};
use super::phrases::Phrases;
use super::table::{TableError, classes, rows};

classes! {
    /// What a word or phrase tells of those who are named around it.
    PresenceWord {
        /// Those before took part: "took part".
        Attended = "attended",
        /// Those after took part: "attended by".
        Present = "present",
        /// Those after came along with those before: "accompanied by".
        Company = "company",
        /// Those before came along: "accompanied the President".
        Companion = "companion",
        /// Those before put their names to a document: "signed".
        Signed = "signed",
        /// Begins a sentence that names those present after "were": "Also attending the talks were".
        Opening = "opening",
    }
}

/// Reads the table.
pub(super) fn read(index: &mut IndexBuilder) -> Result<Phrases<PresenceWord>, TableError> {
    let mut phrases = Phrases::new(Set::Presence);
    for row in rows("presence", include_str!("../../assets/tables/presence.tsv"), ["words", "class"])? {
        let row = row?;
        let [words, class] = row.cells;
        let class = PresenceWord::named(class).ok_or_else(|| row.unknown(class))?;
        phrases.add(index, words, Case::Any, class);
    }
    Ok(phrases)
}

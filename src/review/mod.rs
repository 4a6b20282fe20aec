//! One record under review, pure: no files, no threads, no pixels.
//!
//! A [`Document`] is an article with its record, the [`History`] of its edits, and what a person should look
//! at ([`Problem`]s). A [`RecordEdit`] turns one record into another, and the pair is kept as a step, so that
//! undo needs no code of its own and provenance is the difference of the two. A [`Field`] is a value with
//! evidence and a ruling, and a [`Part`] a single value within one, such as the venue within the place; why a
//! field has its value is told in sentences.
//!
//! | to add | go to |
//! |---|---|
//! | a plain value of the record | a row in `parts.rs`, beside its type in `model` and its input in `ui/record` |
//! | a value with evidence and a ruling | a [`Field`], and its row in `fields.rs` |
//! | another way to change a record | a variant of [`RecordEdit`], and its arm in `edit/step.rs` |
//! | where the keys of a review lead | `attention.rs` |
//! | a check of a record | a line in `problems/mod.rs` |
//! | what is meant by selected words; how keys select | `words.rs`; `reading.rs` |
//! | what counts as the same letters when a text is searched | `find.rs` |

mod adding;
mod article_facts;
mod as_proposed;
mod attention;
mod change;
mod coding;
mod difference;
mod document;
mod earlier;
mod edit;
mod facts;
mod field;
mod fields;
mod find;
mod fingerprint;
mod history;
mod left_out;
mod moved;
mod origin;
mod part;
mod parts;
mod problems;
mod provenance;
mod reading;
mod tally;
mod twin;
mod value;
mod why;
mod words;

pub use adding::{Addable, Addition};
pub(crate) use change::Unkept;
pub use coding::{Coded, Meaning, guide as coding_guide};
pub use difference::{About, Difference, differences};
pub use document::{Document, Durability};
pub(crate) use document::{Opened, Working};
pub use earlier::{Earlier, earlier};
pub use edit::{
    Hand, Reach, ReadAnew, RecordEdit, Wanted, article_read_anew, article_without_hand, days_anew, lost_words,
};
pub(crate) use edit::{corrected, replace_party, set_status};
pub use field::Field;
pub use fields::Ruled;
pub use find::places_of;
pub use fingerprint::Fingerprint;
pub use history::{Change, History, Made};
pub use left_out::{LeftOut, left_out};
pub use part::Part;
pub(crate) use problems::find as problems_of;
pub use problems::{Problem, Remedy};
pub(crate) use provenance::edits as edits_between;
pub use reading::{Stretch, Stroke, selected_by};
pub use tally::Tally;
pub use twin::{PutIn, giving_back, stands_in, was_put_in};
pub use value::PartValue;
pub use words::whole_words;

#[cfg(test)]
mod tests;

//! What can be done to many records at once.

use super::listing::{Catalog, Row};
use crate::extract;
use crate::lexicon::Lexicon;
use crate::model::{EntryId, Line, Party, PartyCode, Record, ReviewStatus};
use crate::review::{Hand, RecordEdit, Tally, corrected, replace_party, set_status};
use crate::store::{Found, Library, LibraryError};

/// A change of many records.
#[derive(Clone, Debug, PartialEq)]
pub enum BulkEdit {
    /// How far their review has come.
    Status(ReviewStatus),
    /// Who reviews them.
    Reviewer(String),
    /// A party is another, wherever it stands.
    RenameParty {
        /// The code that it has.
        from: PartyCode,
        /// What it is.
        to: Party,
    },
    /// A person is called otherwise, wherever that name stands.
    RenamePerson {
        /// The name in records now, letter by letter.
        from: String,
        /// The name.
        to: String,
    },
    /// Somebody should look at them again, for this reason; or nobody need.
    Flag(Option<String>),
    /// They are filed under this name as well.
    Tag(Line),
    /// They are filed under this name no more.
    Untag(Line),
    /// A fact of one article, in the records of all of its contacts.
    Fact(Box<RecordEdit>),
    /// The engine reads the articles anew of which nobody has ruled on anything.
    ExtractAnew,
}

impl BulkEdit {
    /// What it does, as a step of a history and in a notice.
    pub fn label(&self) -> String {
        match self {
            Self::Status(status) => format!("status set to {}", status.label()),
            Self::Reviewer(name) => format!("reviewer set to {name}"),
            Self::RenameParty { from, to } => format!("party replaced: {from} by {}", to.name),
            Self::RenamePerson { from, to } => format!("person renamed: {from} to {to}"),
            Self::Flag(Some(_)) => "flag".to_owned(),
            Self::Flag(None) => "flag removed".to_owned(),
            Self::Tag(tag) => format!("tag added: {tag}"),
            Self::Untag(tag) => format!("tag removed: {tag}"),
            Self::Fact(edit) => edit.label_of_article(),
            Self::ExtractAnew => "proposals re-run".to_owned(),
        }
    }

    /// Whether what it changes is to be accounted for in the record as a person's edits; the engine's own work is not.
    pub fn is_by_hand(&self) -> bool {
        match self {
            Self::ExtractAnew => false,
            Self::Fact(edit) => !edit.accounts_for_itself(),
            _ => true,
        }
    }

    /// Changes a record. One that has nothing to change stays as it is.
    pub fn apply(&self, record: &mut Record, lexicon: &Lexicon, hand: &Hand) {
        match self {
            Self::Status(status) => set_status(record, *status, hand),
            Self::Reviewer(name) => record.review.reviewer = Some(name.as_str().into()),
            Self::RenameParty { from, to } => replace_party(record, from, to),
            Self::RenamePerson { from, to } => {
                let people = record.meeting.participants.iter_mut();
                for person in people.filter(|person| person.name == *from && from != to) {
                    person.name = to.as_str().into();
                    person.ruling = corrected(person.ruling);
                }
            }
            Self::Fact(edit) => RecordEdit::clone(edit).apply_to(record, lexicon, hand),
            // A flag that says why is not to lose it.
            Self::Flag(Some(_)) if record.review.flag.is_some() => {}
            Self::Flag(why) => record.review.flag.clone_from(why),
            Self::Tag(tag) => drop(record.review.tags.insert(tag.clone())),
            Self::Untag(tag) => drop(record.review.tags.remove(tag)),
            Self::ExtractAnew if is_untouched(record) => {
                let anew = extract::records(&record.article, lexicon);
                if let Some(anew) = anew.into_iter().find(|anew| anew.number == record.number) {
                    record.meeting = anew.meeting;
                    record.commitments = anew.commitments;
                    record.provenance = anew.provenance;
                }
            }
            Self::ExtractAnew => {}
        }
    }

    /// Whether an article may be changed, by what the catalog knows; none where it does not know.
    fn concerns(&self, row: &Row, catalog: &Catalog) -> Option<bool> {
        let has = |tag: &Line| catalog.tags.known(tag).is_some_and(|key| row.tags.contains(&key));
        let reviewer = row.reviewer.and_then(|key| catalog.reviewers.name(key));
        match self {
            // What is not decided is counted first.
            Self::Status(ReviewStatus::Reviewed) => None,
            Self::Status(status) => Some(row.status != *status),
            Self::Reviewer(name) => Some(reviewer != Some(name)),
            Self::Tag(tag) => Some(!has(tag)),
            Self::Untag(tag) => Some(has(tag)),
            Self::Flag(why) => Some(row.is_flagged != why.is_some()),
            Self::ExtractAnew => Some(row.status == ReviewStatus::Unreviewed),
            Self::RenameParty { .. } | Self::RenamePerson { .. } => None,
            Self::Fact(_) => Some(true),
        }
    }

    /// Which of these articles may be changed, by what the catalog knows; none where it does not know.
    pub fn concerned_in(&self, catalog: &Catalog, listed: &[EntryId]) -> Option<Vec<EntryId>> {
        let rows = listed.iter().filter_map(|id| catalog.row(*id));
        let told = rows.map(|row| Some((row.id, self.concerns(row, catalog)?)));
        let concerned = told.filter(|told| told.is_none_or(|(_, concerns)| concerns));
        concerned.map(|told| told.map(|(id, _)| id)).collect()
    }

    /// The articles that may be changed, by what the library knows.
    ///
    /// # Errors
    /// If the library cannot be read.
    pub fn concerned(&self, library: &Library) -> Result<Vec<EntryId>, LibraryError> {
        match self {
            Self::RenameParty { from, .. } => library.with_party(from.as_str()),
            Self::RenamePerson { from, .. } => library.with_person(from),
            Self::Status(status) => {
                let mut others = Vec::new();
                library.entries(|entry| {
                    if entry.status != *status {
                        others.push(entry.id);
                    }
                })?;
                Ok(others)
            }
            _ => Ok(Vec::new()),
        }
    }

    /// Whether it says enough to be made.
    pub fn is_whole(&self) -> bool {
        match self {
            Self::Reviewer(name) => !name.trim().is_empty(),
            Self::Tag(tag) | Self::Untag(tag) => !tag.is_empty(),
            Self::RenamePerson { from, to } => !from.trim().is_empty() && !to.trim().is_empty() && from != to,
            Self::RenameParty { from, to } => *from != to.code || !to.name.is_empty(),
            Self::Status(_) | Self::Flag(_) | Self::Fact(_) | Self::ExtractAnew => true,
        }
    }
}

/// Nobody has ruled on anything in it, nor changed anything.
fn is_untouched(record: &Record) -> bool {
    let ruled = record.evidenced().any(|(_, _, ruling)| ruling.is_human());
    !ruled && record.provenance.edits.is_empty() && record.review.status == ReviewStatus::Unreviewed
}

/// What nobody has decided in the records that a change of many concerns, and that it decides.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Undecided {
    /// In how many records there is any.
    pub records: usize,
    /// How many values there are.
    pub values: usize,
}

/// The articles that a change concerns, and what in their records it decides.
pub type Concerned = (Vec<EntryId>, Undecided);

/// The articles among those listed that a change concerns, where the catalog alone cannot tell, and what in
/// their records it decides.
///
/// # Errors
/// If the library cannot be read.
pub fn concerned(library: &Library, edit: &BulkEdit, listed: &Found) -> Result<Concerned, LibraryError> {
    let ids = among(edit.concerned(library)?, listed);
    let mut undecided = Undecided::default();
    if *edit == BulkEdit::Status(ReviewStatus::Reviewed) {
        for &id in &ids {
            let Some(record) = library.record(id)? else { continue };
            let values = Tally::of(&record).proposed;
            undecided.values += values;
            undecided.records += usize::from(values > 0);
        }
    }
    Ok((ids, undecided))
}

/// Those of some articles that are among others.
fn among(found: Vec<EntryId>, listed: &Found) -> Vec<EntryId> {
    found.into_iter().filter(|id| listed.has(*id)).collect()
}

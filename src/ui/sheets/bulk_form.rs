//! The form for a change of all articles that are listed.

use crate::across::BulkEdit;
use crate::model::{Party, PartyCode, ReviewStatus};

/// What is filled in.
#[derive(Clone, Debug, Default)]
pub struct BulkForm {
    pub(super) kind: Kind,
    pub(super) status: Option<ReviewStatus>,
    pub(super) reviewer: String,
    pub(super) party: Option<PartyCode>,
    pub(super) party_typed: String,
    pub(super) new_party: Option<Party>,
    pub(super) person: String,
    pub(super) new_person: String,
    pub(super) tag: String,
}

/// Which change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Kind {
    #[default]
    Status,
    Reviewer,
    Party,
    Person,
    Tag,
    Untag,
    Anew,
}

/// Every change, and how it is called.
pub(super) const KINDS: &[(Kind, &str)] = &[
    (Kind::Status, "Set the status"),
    (Kind::Reviewer, "Set the reviewer"),
    (Kind::Party, "Replace a party"),
    (Kind::Person, "Rename a person"),
    (Kind::Tag, "Add a tag"),
    (Kind::Untag, "Remove a tag"),
    (Kind::Anew, "Re-run proposals (undecided only)"),
];

impl BulkForm {
    /// The form, with the status that it is about if that is known.
    pub fn of(status: Option<ReviewStatus>) -> Self {
        Self { status, ..Self::default() }
    }

    /// The form for a tag to be added.
    pub fn tagging() -> Self {
        Self { kind: Kind::Tag, ..Self::default() }
    }

    /// The change, once enough is filled in.
    pub(super) fn edit(&self) -> Option<BulkEdit> {
        let text = |typed: &String| typed.trim().to_owned();
        let edit = match self.kind {
            Kind::Status => BulkEdit::Status(self.status?),
            Kind::Reviewer => BulkEdit::Reviewer(text(&self.reviewer)),
            Kind::Party => BulkEdit::RenameParty { from: self.party.clone()?, to: self.new_party.clone()? },
            Kind::Person => BulkEdit::RenamePerson { from: text(&self.person), to: text(&self.new_person) },
            Kind::Tag => BulkEdit::Tag(text(&self.tag).into()),
            Kind::Untag => BulkEdit::Untag(text(&self.tag).into()),
            Kind::Anew => BulkEdit::ExtractAnew,
        };
        edit.is_whole().then_some(edit)
    }
}

//! Which sheet lies over the window, and what is typed on it.

use super::bulk_form::BulkForm;
use super::columns_form::ColumnsForm;
use super::differing_rows::TwoRecords;
use super::export_form::ExportForm;
use super::history_rows::HistoryRows;
use super::reviewer_form::ReviewerForm;
use crate::app::Action;
use crate::model::EntryId;
use crate::ui::theme;

/// A sheet.
#[derive(Clone, Debug)]
pub enum Sheet {
    /// Every action with its key; a click does it.
    Actions(ActionSearch),
    /// A change of all articles that are listed.
    Bulk(BulkForm),
    /// An export.
    Export(ExportForm),
    /// Which column of a table holds what.
    Columns(ColumnsForm),
    /// Articles by their titles.
    Titles(TitleSearch),
    /// The steps of the record that is shown; a click goes to one.
    History(HistoryRows),
    /// Who reviews.
    Reviewer(ReviewerForm),
    /// What a person chooses once and for all.
    Settings,
    /// What became of the files that were opened last.
    Account,
    /// Whether these articles are to be deleted.
    Delete(Vec<EntryId>),
    /// What was opened before.
    Recent,
    /// What was done in the library, in how much time.
    Progress,
    /// Two records of one article, to choose from.
    TwoRecords(TwoRecords),
    /// What this program is.
    About,
}

/// What is typed to find an action, and of which action the key is being changed.
#[derive(Clone, Debug, Default)]
pub struct ActionSearch {
    /// What is typed.
    pub(super) typed: String,
    /// The action whose key the person is asked to press.
    pub(super) changed: Option<KeyChange>,
}

/// A key that is being chosen.
#[derive(Clone, Debug)]
pub struct KeyChange {
    /// Whose key.
    pub action: &'static Action,
    /// Why the key that was pressed cannot be.
    pub objection: Option<&'static str>,
}

/// What is typed to find an article.
#[derive(Clone, Debug, Default)]
pub struct TitleSearch {
    /// What is typed.
    pub(super) typed: String,
    /// Which of those found Enter would take.
    pub(super) at: usize,
}

impl Sheet {
    /// What it is called.
    pub(super) fn title(&self) -> &'static str {
        match self {
            Self::Actions(_) => "Keys",
            Self::Bulk(_) => "Change articles",
            Self::Export(_) => "Export",
            Self::Columns(_) => "Columns of a table",
            Self::Titles(_) => "Go to an article",
            Self::History(_) => "History",
            Self::Reviewer(_) => "Who reviews?",
            Self::Settings => "Settings",
            Self::Account => "Files that were opened",
            Self::Delete(_) => "Delete articles",
            Self::Recent => "Open recent",
            Self::Progress => "Progress",
            Self::TwoRecords(_) => "Two records of one article",
            Self::About => "About Chancery",
        }
    }

    /// Whether the key of an action does it while the sheet is open: nothing is done to what lies behind it, but the
    /// steps of the history are gone through where they are seen.
    pub fn lets_through(&self, action: &Action) -> bool {
        action.id == "quit" || matches!(self, Self::History(_)) && ["undo", "redo"].contains(&action.id)
    }

    /// How wide it is: one with a table on it, as wide as the least window allows.
    pub(super) fn width(&self) -> f32 {
        match self {
            Self::Export(_) => theme::WIDE_SHEET,
            Self::Columns(_) => theme::WIDEST_SHEET,
            _ => theme::PROSE,
        }
    }

    /// The key that is being chosen on it, if one is.
    pub fn key_change(&mut self) -> Option<&mut KeyChange> {
        match self {
            Self::Actions(search) => search.changed.as_mut(),
            _ => None,
        }
    }

    /// No key is being chosen any more.
    pub fn end_key_change(&mut self) {
        if let Self::Actions(search) = self {
            search.changed = None;
        }
    }
}

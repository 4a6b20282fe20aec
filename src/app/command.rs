//! Commands: all that a person, a script or a test can ask of the app.

use std::ops::Range;
use std::path::PathBuf;

use super::notice::{Notice, NoticeId};
use super::open::tables::TableNumber;
use super::settings::Setting;
use crate::across::{BulkEdit, LedgerFilter, LedgerOrder, ListFilter, Narrowing, Show, Sort};
use crate::charts::Selection;
use crate::export::{Contents, ExportFormat};
use crate::model::{EntryId, Party, Span};
use crate::review::{Addable, Field, LeftOut, RecordEdit};
use crate::work::{ColumnRoles, Differing, Suggest, TextEncoding};

/// Something to do. Commands never fail; what goes wrong becomes a notice.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Open articles, saved records and folders of them, in the background. A file that is open
    /// already is selected instead.
    Open(Vec<PathBuf>),
    /// Make a new article of this text, or open the files that were copied in a file manager.
    Paste(String),
    /// Open the articles that come with the program, to try it on.
    OpenSamples,
    /// Read the tables of this question with these columns, and the next such tables too, or not.
    ReadTables(TableNumber, ColumnRoles, bool),
    /// Leave the tables of this question unread, or those of all.
    LeaveTables(Option<TableNumber>),
    /// Ask again which column holds what in tables that were read as before.
    ChangeColumns(TableNumber),
    /// Stop opening; what is open stays.
    CancelOpening,
    /// Turn to the library in this file, which is made if it is not there.
    OpenLibrary(PathBuf),

    /// Show this document.
    Select(EntryId),
    /// Show the next one of the list.
    SelectNext,
    /// Show the one before it in the list.
    SelectPrevious,
    /// Select a row of the list beside those that are, or no longer.
    SelectAlso(EntryId),
    /// Select all rows of the list up to this one.
    SelectTo(EntryId),
    /// Select the next row of the list too, or no longer the one before.
    SelectToNext,
    /// Select the row before in the list too, or no longer the next.
    SelectToPrevious,
    /// Select all rows of the list.
    SelectAll,
    /// Select the article that is shown, and no others.
    SelectOne,
    /// Put an article away, whether its record is saved or not: the window asks before.
    Close(EntryId),
    /// Put an article away, or take it back into the list and show it.
    PutAway(EntryId, bool),
    /// Put all articles away that are selected together, or bring them back.
    PutSelectedAway(bool),
    /// Delete these articles with all of their contacts.
    Delete(Vec<EntryId>),
    /// Bring back what was put away last.
    TakePutAwayBack,

    /// Add a contact to the article that is shown, with a record of its own, and show it.
    AddContact,
    /// Remove a contact of an article: its record is put away.
    RemoveContact(EntryId),
    /// Move a participant or commitment of the current record to this record, of another contact of its article.
    MoveTo(EntryId, Field),

    /// Change the current record. Edits of the same text in a row become one step to undo.
    Edit(RecordEdit),
    /// Change the record of this article, whichever is shown.
    EditOf(EntryId, RecordEdit),
    /// Take the days of this record as they were counted from the article's new day, in place of what was ruled on.
    TakeDaysAnew(EntryId),
    /// Read the file of this article again in this encoding, and take the text and what is proposed of it.
    ChooseEncoding(EntryId, TextEncoding),
    /// Show what was left out of the page of this article, or no longer.
    ShowLeftOut(EntryId, bool),
    /// Bring a paragraph that was left out back into the text of this article.
    BringBack(EntryId, LeftOut),
    /// Add what these words of the current article name to its record, unless it is there already.
    AddSelected(Addable, Span),
    /// The person has left the field: the next edit of the same text is a new step.
    EndEdit,
    /// Take the last step back.
    Undo,
    /// Take a step again that was taken back.
    Redo,
    /// Go back or forth to where so many steps of the current record are in effect.
    GoTo(usize),

    /// Attend to a field of the current record, or to none.
    Focus(Option<Field>),
    /// Attend to the next field.
    FocusNext,
    /// Attend to the field before.
    FocusPrevious,
    /// Attend to the next field that has a problem, starting over at the end.
    NextProblem,
    /// Attend to the field with a problem before this one.
    PreviousProblem,
    /// Confirm the field attended to and go on to the next that nobody has ruled on.
    Accept,
    /// Leave the record as it stands and go on to the next one to review.
    Skip,
    /// Mark the record reviewed and go on to the next one to review. Where values are not decided or
    /// problems are open the first time tells of them; the second confirms the values and does it.
    ReviewedAndNext,
    /// Flag the record that is shown for another look, or remove its flag, and tell so.
    Flag(bool),
    /// Reject the record that is shown and go on to the next one to review.
    RejectAndNext,

    /// Save a record to this file, which becomes its file.
    SaveTo(EntryId, PathBuf),
    /// Save a record to its file again.
    SaveAgain(EntryId),
    /// Save every record that is listed or was edited to its file. Those without one go to the folder, each as
    /// a new file named after its article.
    SaveListed {
        /// Where records without a file go.
        folder: Option<PathBuf>,
    },
    /// Save every unsaved record to its file. Those without one go to the folder, each as a new
    /// file named after its article; without a folder they stay unsaved.
    SaveAll {
        /// Where records without a file go.
        folder: Option<PathBuf>,
    },
    /// Write records into a file, or into several in a folder or packed into one.
    Export {
        /// Which records.
        what: Exported,
        /// The file, or the folder of several.
        to: PathBuf,
        /// The format.
        format: &'static ExportFormat,
        /// What of each record.
        contents: Contents,
    },
    /// Look what an export would hold.
    PreviewExport(Exported, Contents),
    /// Write the comparison of two reports that was made last as a page.
    SaveComparison(PathBuf),
    /// Stop what is being exported. Nothing is left of it.
    StopExport,

    /// Have the desktop open a file, or the folder that a file lies in.
    ShowByDesktop(PathBuf),
    /// Copy the titles of the articles that are selected, or of the one that is shown, with who and when.
    CopyArticles,
    /// Copy the records of the articles that are selected, or the one that is shown, as text with citations.
    CopyRecords,
    /// List only articles in which these words occur: in the text or in the record.
    Search(String),
    /// Read what was found in these articles, whose rows are in sight.
    ReadSnippets(Vec<EntryId>),
    /// List only articles of this kind.
    Show(Show),
    /// Narrow the list by this too, or no longer.
    Narrow(Narrowing),
    /// List articles in this order, or the other way round.
    Sort(Sort, bool),
    /// List as this filter says.
    Filter(ListFilter),
    /// Look which articles a change of many concerns: of those that are selected together, if any are, or else of
    /// all that are listed.
    PreviewBulk(BulkEdit),
    /// Make a change to all articles that it concerns.
    Bulk(BulkEdit),
    /// Make a change to all articles that are selected together, of which nothing has to be asked first.
    ChangeSelected(BulkEdit),
    /// Change no further records.
    StopBulk,
    /// Take the last change of many records back, wherever nothing was changed since.
    TakeBulkBack,
    /// Save what the list is narrowed to under this name.
    SaveSearch(String),
    /// Give the search of this name another name, unless that is taken.
    RenameSearch(String, String),
    /// Forget the search of this name.
    ForgetSearch(String),
    /// Look up what the other records have, for an input to offer.
    Suggest(Suggest),
    /// Look for articles with a title like this.
    FindTitles(String),
    /// List all articles again, whatever they have in common.
    Unpick,
    /// Make the pictures of the articles that are listed.
    HangPictures,
    /// List only the articles that a part of a picture stands for, under this label.
    Pick(String, Selection),
    /// These two articles report one meeting.
    Link(EntryId, EntryId),
    /// An article reports another meeting than each of these.
    Separate(EntryId, Vec<EntryId>),
    /// Take back what was decided last of reports of one meeting.
    TakeDecisionBack,
    /// Set two reports side by side.
    Compare(EntryId, EntryId),
    /// List only the articles that report the meeting of this one.
    ListReports(EntryId),
    /// Write the picture of this number to a file.
    SavePicture(usize, PathBuf),
    /// Make the ledger of the articles that are listed.
    MakeLedger,
    /// Nobody looks at the ledger: let go of it if it would have to be made again anyway.
    PutLedgerAway,
    /// Show the ledger in this order.
    SortLedger(LedgerOrder),
    /// Show what of the ledger fits this filter.
    FilterLedger(LedgerFilter),
    /// Read the words of these articles' commitments for the ledger.
    ReadCommitments(Vec<EntryId>),
    /// Copy these rows of the ledger as it is shown.
    CopyCommitments(Range<usize>),
    /// Show the article that reports the commitment at this place of its record, and attend to it.
    ShowCommitment(EntryId, usize),
    /// The person does something at the article that is shown: time counts.
    WorkOn,
    /// Count what was done in the library.
    CountWork,
    /// Add a party to the user's own list, as a country or else as an organization.
    AddParty(Party, bool),
    /// Show an article of which a file holds another record than the library, and read the file's.
    ReadOther(Differing),
    /// The library keeps its own record of the article, or takes the file's.
    SettleDiffering(Differing, bool),
    /// Change a setting.
    Set(Setting),
    /// Begin the tour.
    BeginTour,
    /// Go on to the next step of the tour.
    NextTourStep,
    /// End the tour.
    EndTour,
    /// Put a notice away.
    Dismiss(NoticeId),
    /// Show a notice.
    Tell(Notice),
}

/// What is chosen of an export before it is said where it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExportChoice {
    /// Which records.
    pub what: Exported,
    /// As what.
    pub format: &'static ExportFormat,
    /// What of each record.
    pub contents: Contents,
}

/// Which records are exported.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Exported {
    /// Those that are reviewed, of the whole library.
    Reviewed,
    /// Those that are listed, however far their review has come.
    Listed,
    /// Those that are selected together, however far their review has come.
    Selected,
    /// The one that is shown.
    Shown,
    /// Those of the whole library that were not put away, however far their review has come.
    All,
}

impl Exported {
    /// Every choice, in the order in which they are offered.
    pub const ALL: &'static [Self] = &[Self::Reviewed, Self::Shown, Self::Selected, Self::Listed, Self::All];

    /// Which they are, where one of all is chosen.
    pub fn in_a_list(self) -> &'static str {
        match self {
            Self::Reviewed => "Reviewed records",
            Self::Selected => "Records of the selected articles",
            Self::Shown => "The record that is shown",
            Self::Listed => "All that is listed",
            Self::All => "Everything in the library",
        }
    }

    /// Which they are, in words.
    pub fn label(self) -> &'static str {
        match self {
            Self::Reviewed => "reviewed records",
            Self::Listed => "all records listed",
            Self::Selected => "selected records",
            Self::Shown => "the record that is shown",
            Self::All => "all records of the library",
        }
    }
}

impl Command {
    /// Whether a person decides something by it, which is written under a name.
    pub fn is_by_hand(&self) -> bool {
        matches!(
            self,
            Self::Edit(_)
                | Self::EditOf(..)
                | Self::Accept
                | Self::ChooseEncoding(..)
                | Self::BringBack(..)
                | Self::ReviewedAndNext
                | Self::RejectAndNext
                | Self::Flag(_)
                | Self::AddSelected(..)
                | Self::TakeDaysAnew(_)
                | Self::MoveTo(..)
                | Self::RemoveContact(_)
                | Self::Bulk(_)
                | Self::ChangeSelected(_)
                | Self::SettleDiffering(_, true)
        )
    }

    /// Whether the window asks for it by itself, and not because the person does something: whoever is
    /// typing goes on typing.
    pub fn is_of_the_window(&self) -> bool {
        matches!(
            self,
            Self::Dismiss(_)
                | Self::Tell(_)
                | Self::FindTitles(_)
                | Self::Suggest(_)
                | Self::PreviewBulk(_)
                | Self::PreviewExport(..)
                | Self::WorkOn
                | Self::HangPictures
                | Self::ReadOther(_)
                | Self::Compare(..)
                | Self::MakeLedger
                | Self::PutLedgerAway
                | Self::ReadCommitments(_)
                | Self::ReadSnippets(_)
        )
    }
}
